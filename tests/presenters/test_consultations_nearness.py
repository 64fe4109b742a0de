"""The nearest decisions in words: why near, in what they differ, what is not known, and what followed."""

import datetime as dt
from dataclasses import replace

import pytest

from conferences.queries.consultations_first_views import FirstViews
from conferences.queries.consultations_nearness import Compared, Followed, NearCase
from conferences.rules.nearness import Case, compare
from conferences.views.presenters import consultations_nearness as presenter
from tests.factories import (
    ChildFactory,
    ConferenceChildFactory,
    ConsultationAnswerFactory,
    ConsultationFactory,
    ConsultationFirstViewFactory,
    DecisionFactory,
    FamilyConsultationFactory,
    PlanFactory,
    RequestedChildFactory,
)
from tests.presenters.made import made, moment, person, said

DECIDED, ON = dt.date(2017, 9, 4), dt.date(2018, 4, 9)
HERE = Case("REPLAN", "FROM_6", "NEG", "RISK_REDUCED", "CIN_PLAN", 1, "FROM_6", "FROM_1", 1)


def near(case=HERE, followed=None, state="REQUESTED", child=None, **there):
    """An earlier decision that differs in these facts."""
    child = child or made(ChildFactory, given_names="Robin", family_name="Exemplar")
    asked = made(RequestedChildFactory, child=child, request__state=state)
    within = made(FamilyConsultationFactory)
    one = made(ConsultationFactory, requested_child=asked, child=child, within=within, state="AGREED")
    answer = made(
        ConsultationAnswerFactory,
        consultation=one,
        answered_by=person("STRATEGIC_LEAD"),
        answered_at=moment(DECIDED),
        account=None,
    )
    other = case._replace(**there)
    return NearCase(one, answer, other, compare(case, other), followed or Followed())


def rows(found, on=ON, case=HERE):
    return said(presenter.near_decision(case, found, on).rows)


def test_what_both_have_in_common_is_said_in_words():
    told = rows(near())
    facts = (
        "The last plan ended 6 to 12 months before",
        "neglect",
        "how it ended: risk reduced, then child in need plan",
        "1 earlier plan",
        "a plan that lasted 6 to 12 months",
        "1 to 4 years old",
        "one child asked about.",
    )
    assert told["Why it is near"] == "; ".join(facts)
    assert "In what it differs" not in told and "Not known" not in told


def test_a_difference_says_that_one_first_and_then_this_one():
    told = rows(near(gap="UNDER_6", age="UNBORN", children=3))
    assert told["In what it differs"] == (
        "The last plan ended under 6 months before, here the last plan ended 6 to 12 months before;"
        " not born yet, here 1 to 4 years old; 3 children asked about, here one child asked about."
    )


def test_what_is_not_known_is_said_to_be_so_and_where():
    told = rows(near(gap="UNKNOWN", ended=""))
    assert told["Not known"] == "When the last plan ended, there; how the last plan ended, there."
    assert "ended" not in told["Why it is near"]
    unknown = HERE._replace(gap="UNKNOWN", length="UNKNOWN")
    told = rows(near(unknown), case=unknown)
    assert (
        told["Not known"]
        == "When the last plan ended, there and here; how long the last plan lasted, there and here."
    )


def test_a_plan_that_runs_says_so_once_and_a_new_baby_tells_of_whose_plan():
    runs = Case("LONG_PLAN", "RUNS", "EMO", "RUNS", "", 0, "FROM_12", "FROM_5", 1)
    told = rows(near(runs), case=runs)["Why it is near"]
    assert told.startswith("The plan has lasted long; the plan runs; emotional abuse; no earlier plans")
    baby = HERE._replace(kind="NEW_BABY", before=0, age="UNBORN")
    told = rows(near(baby), case=baby)["Why it is near"]
    assert "the brother’s or sister’s last plan ended 6 to 12 months before" in told


def test_what_was_decided_stands_with_who_why_and_when():
    one = presenter.near_decision(HERE, near(), ON)
    assert one.title == "Robin Exemplar, 4 September 2017"
    told = said(one.rows)["Decided"]
    assert told.startswith("Agree that a conference is held: Sample Strategic Lead.")
    assert "The invented harm has come back." in told


@pytest.mark.parametrize(
    ("on", "words"),
    [
        (dt.date(2018, 3, 3), "Too early to tell whether a plan follows."),
        (dt.date(2018, 3, 4), "No plan within 6 months is recorded. 12 months are not over yet."),
        (dt.date(2018, 9, 4), "No plan within 12 months is recorded."),
    ],
)
def test_too_early_to_tell_is_no_nothing(on, words):
    assert rows(near(), on)["What followed"].endswith(words)


@pytest.mark.parametrize(
    ("began", "words"),
    [
        (dt.date(2018, 1, 8), "A plan began on 8 January 2018, within 6 months."),
        (dt.date(2018, 6, 4), "A plan began on 4 June 2018, within 12 months."),
        (dt.date(2018, 12, 4), "A plan began on 4 December 2018, 1 year and 3 months later."),
    ],
)
def test_a_plan_that_followed_is_told_with_when(began, words):
    found = near(followed=Followed(began=made(PlanFactory, start_date=began, end_date=None)))
    assert rows(found, dt.date(2019, 9, 4))["What followed"].endswith(words)


def test_the_conference_tells_what_it_decided_or_that_it_lies_ahead():
    met = made(ConferenceChildFactory, held_date=dt.date(2017, 9, 20))
    decision = made(DecisionFactory, conference_child=met, outcome="NO_PLAN", category="")
    met._state.fields_cache["decision"] = decision
    told = rows(near(followed=Followed(met=met)))["What followed"]
    assert told.startswith("Conference on 20 September 2017: No child protection plan.")
    assert "The conference lies ahead." in rows(near())["What followed"]
    assert "The request was withdrawn." in rows(near(state="WITHDRAWN"))["What followed"]
    assert "No conference is recorded since." in rows(near(state="HELD"))["What followed"]


def test_a_plan_of_the_conference_is_not_told_twice():
    met = made(ConferenceChildFactory, held_date=dt.date(2017, 9, 20))
    met._state.fields_cache["decision"] = made(DecisionFactory, conference_child=met)
    plan = made(PlanFactory, start_date=dt.date(2017, 9, 20), end_date=None)
    told = rows(near(followed=Followed(met=met, began=plan)))["What followed"]
    assert told == "Conference on 20 September 2017: A child protection plan begins."


def test_a_plan_that_was_asked_about_went_on_or_ended():
    runs = HERE._replace(gap="RUNS", ended="RUNS")
    plan = made(PlanFactory, start_date=dt.date(2016, 1, 4), end_date=None)
    ended = made(PlanFactory, start_date=dt.date(2016, 1, 4), end_date=dt.date(2018, 1, 8))
    ended.end_reason = "RISK_REDUCED"
    told = [rows(near(runs, Followed(plan=one)), case=runs)["What followed"] for one in (plan, ended)]
    assert "The plan ran on after 6 months." in told[0]
    assert "The plan ended on 8 January 2018, within 6 months: risk reduced." in told[1]
    early = rows(near(runs, Followed(plan=plan)), dt.date(2018, 1, 8), case=runs)["What followed"]
    assert "Too early to tell how the plan goes on." in early


def test_a_child_who_died_is_not_told_of_as_having_no_plan_alone():
    child = made(ChildFactory, death_date=dt.date(2018, 1, 8))
    assert "Died 8 January 2018." in rows(near(child=child))["What followed"]


def test_nothing_near_is_said_to_be_so():
    (told,) = presenter.compared_children([Compared(near().consultation, HERE, ())], FirstViews(), ON)
    assert told.none == presenter.NONE_NEAR and told.near == []


def test_brothers_and_sisters_who_are_alike_are_told_of_once():
    one, other, third = (near().consultation for _ in range(3))
    found = near()
    alike = [Compared(one, HERE, (found,)), Compared(other, HERE, (found,))]
    unborn = HERE._replace(age="UNBORN")
    apart = Compared(third, unborn, (replace(found, alike=compare(unborn, found.case)),))
    told = presenter.compared_children([*alike, apart], FirstViews(), ON)
    assert [group.names for group in told] == ["Robin Exemplar and Robin Exemplar", "Robin Exemplar"]


def test_a_first_view_tells_whose_and_on_which_account():
    one = made(ConsultationFactory)
    noted = made(
        ConsultationFirstViewFactory,
        consultation=one,
        account=None,
        leans="ANOTHER_WAY",
        words="Support may do.",
        noted_by=person("STRATEGIC_LEAD"),
    )
    (entry,) = presenter.first_view_entries(FirstViews(own={one.pk: noted}))
    assert entry.title.endswith(": Another way, with support and a review date")
    assert entry.lines == ["Support may do."] and entry.byline == "Sample Strategic Lead"


def test_what_was_shown_is_kept_by_number_and_names_nobody_else():
    here, found = made(ConsultationFactory), near(category="PHY")
    lines = presenter.kept_lines([Compared(here, HERE, (found,))])[here.pk]
    ((title, told),) = lines
    number = found.consultation.within.pk
    assert title == presenter.SHOWN
    assert told.startswith(
        f"1. Consultation {number}, 4 September 2017: agree that a conference is held. Near"
    )
    assert "the last plan ended 6 to 12 months before" in told and "hysical" not in told
    assert "Robin" not in told and "Exemplar" not in told
    assert presenter.shown_number(told) == number and presenter.shown_number(presenter.NONE_NEAR) is None
    link = f'1. <a class="govuk-link" href="/x">Consultation {number}</a>, 4 September 2017'
    assert presenter.with_link(told, "/x").startswith(link)
    assert presenter.kept_lines([Compared(here, HERE, ())])[here.pk] == [
        (presenter.SHOWN, presenter.NONE_NEAR)
    ]
