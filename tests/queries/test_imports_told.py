"""To which day files tell of what stands open, and what is said of it where nobody has known since."""

import datetime as dt

import pytest
from django.urls import reverse

from conferences.models import ChildInNeedPlan, Enquiry, NeedEpisode, Plan
from conferences.queries.children import find
from conferences.queries.families_moves import goes_with
from conferences.queries.imports_told import told_days
from conferences.queries.life_events import owed
from conferences.queries.measures import figures, months
from conferences.rules.search import Search
from safeguarding.clock import now, today
from safeguarding.models import Child
from safeguarding.workingdays import Period
from tests.cast import person
from tests.exchange.census import child, episode, in_need, of_year, plan, s47, taken
from tests.factories import (
    ConferenceChildFactory,
    ConferenceFactory,
    CoreGroupFactory,
    CorrectionFactory,
    ImportQuestionFactory,
)
from tests.golive import live_from

pytestmark = pytest.mark.django_db
LONG_AFTER = dt.date(2026, 11, 26)
OPEN = child(episode(s47(DateOfInitialCPC=None), plan("2023-09-01"), in_need("2023-05-31")))
ENDED = child(
    episode(plan(CPPendDate="2023-12-01")), LAchildID="FB002", UPN=None, PersonBirthDate="2005-05-05"
)
NONE = child(episode(), LAchildID="FB003", UPN=None)
STILL_OPEN = child(episode(plan("2023-09-01"), CINreferralDate="2023-05-30"))


@pytest.fixture(autouse=True)
def not_live():
    live_from(None)


def told(on=LONG_AFTER):
    return told_days(list(Child.every.all()), on)


def test_each_open_fact_is_known_to_the_last_file_that_tells_it():
    taken(of_year(2024, OPEN))
    taken(of_year(2025, STILL_OPEN))
    facts = {model: model.every.get() for model in (Plan, NeedEpisode, Enquiry, ChildInNeedPlan)}
    days = {model: str(told().of(fact)) for model, fact in facts.items()}
    assert days == {
        Plan: "2025-03-31",
        NeedEpisode: "2025-03-31",
        Enquiry: "2024-03-31",
        ChildInNeedPlan: "2024-03-31",
    }
    assert str(told().of_child(Child.every.get())) == "2025-03-31"


def test_what_is_known_all_the_time_since_is_as_it_stands():
    taken(of_year(2024, OPEN))
    assert told(dt.date(2024, 3, 31)).of(Plan.every.get()) is None
    live_from(dt.date(2024, 4, 1))
    assert told().of(Plan.every.get()) is None
    assert told_days([], LONG_AFTER).of(Plan.every.get()) is None


def test_a_hole_between_the_file_and_going_live_stays_one():
    taken(of_year(2024, OPEN))
    live_from(dt.date(2025, 1, 6))
    assert str(told().of(Plan.every.get())) == "2024-03-31"


def page(client, number):
    client.force_login(person("MANAGER"))
    ref = Child.every.get(la_child_id=number).ref
    return " ".join(client.get(reverse("child", args=[ref])).content.decode().split())


def test_the_record_says_to_when_it_is_known(client):
    taken(of_year(2024, OPEN, ENDED, NONE))
    text = page(client, "FB001")
    assert "On a child protection plan on 31 March 2024" in text
    assert "To 31 March 2024, by a census file. Whether it goes on is not recorded here." in text
    assert "9 months to that day" in text and "by what was known then" in text
    assert "14 June 2023, open on 31 March 2024" in text and "Not known since" in text
    assert "None held by 31 March 2024, the last day known" in text
    assert text.count("Open on 31 March 2024, the last day known") == 2
    assert "working days late" not in text and "Still open" not in text and "to now" not in text
    assert "Not on a plan, as far as is known: to 31 March 2024. 1 plan here" in page(client, "FB002")
    assert "No child protection plan here is recorded, as far as is known: to 31 March 2024." in page(
        client, "FB003"
    )


@pytest.mark.parametrize("work", ["review", "core group"])
def test_what_is_recorded_here_since_is_known(client, work):
    taken(of_year(2024, OPEN))
    held = Plan.every.get()
    if work == "review":
        meeting = ConferenceFactory(held_date=dt.date(2026, 9, 1), source="RECORDED")
        ConferenceChildFactory(conference=meeting, child=held.child, plan=held, kind="REVIEW")
    else:
        CoreGroupFactory(plan=held, held_date=dt.date(2026, 9, 1))
    assert "On a child protection plan on" not in page(client, "FB001")
    assert [m.told_to for m in find(person("MANAGER"), Search(numbers=("FB001",)), on=today()).matches] == [
        None
    ]


def test_lists_say_to_when_a_plan_is_known():
    taken(of_year(2024, OPEN, ENDED.replace("<CPPendDate>2023-12-01</CPPendDate>", ""), NONE))
    found = find(person("MANAGER"), Search(numbers=("FB001",)), on=today()).matches
    assert [str(match.told_to) for match in found] == ["2024-03-31"]
    assert [
        (one.plan.child.la_child_id, str(one.told_to)) for one in owed(person("STRATEGIC_LEAD"), LONG_AFTER)
    ] == [("FB002", "2024-03-31")]


def test_after_a_hole_no_figure_counts_what_a_census_left_open():
    day = today()
    taken(of_year(2024, OPEN))
    live_from(day)
    found = figures(Period(day, day), ["plans_open", "open_two_years", "icpc_overdue", "plans_started"])
    left = "Not known until 2 plans and enquiries that a census left open are brought up to date here"
    assert found.pop("plans_started").unknown == ""
    assert {(figure.unknown, figure.value) for figure in found.values()} == {(left, None)}
    assert list(months(day, day).values()) in ([], [None])
    CoreGroupFactory(plan=Plan.every.get(), held_date=day)
    Enquiry.every.update(conference_need="NOT_NEEDED")
    assert figures(Period(day, day), ["plans_open"])["plans_open"].numerator == 1


def still_open(at):
    """Somebody answered that the plan is still open."""
    about = {"fact": "plans", "number": "FB001", "day": Plan.every.get().start_date}
    answer = {"answer": "OPEN", "answered_by": person("MANAGER"), "answered_at": at}
    ImportQuestionFactory(choices=[["OPEN", "It is still open"]], **about, **answer)


def put_right(at):
    """Somebody put a fact of the plan right."""
    held = Plan.every.get()
    CorrectionFactory(
        child=held.child, kind="PLAN", row=held.pk, field="start_date", was="2023-06-01", corrected_at=at
    )


said_here = pytest.mark.parametrize("say", [still_open, put_right])


@said_here
def test_what_somebody_says_of_a_plan_makes_it_known_to_that_day(client, say):
    taken(of_year(2024, OPEN))
    say(dt.datetime(2025, 5, 6, 10, tzinfo=dt.UTC))
    assert str(told().of(Plan.every.get())) == "2025-05-06"
    assert str(told().of(NeedEpisode.every.get())) == "2024-03-31"
    assert "On a child protection plan on 6 May 2025" in page(client, "FB001")
    live_from(dt.date(2025, 5, 6))
    assert told().of(Plan.every.get()) is None


@said_here
def test_what_was_said_before_the_file_tells_no_later_day(say):
    taken(of_year(2024, OPEN))
    say(dt.datetime(2023, 5, 6, 10, tzinfo=dt.UTC))
    assert str(told().of(Plan.every.get())) == "2024-03-31"


@said_here
def test_what_is_said_since_going_live_brings_a_plan_up_to_date_for_the_figures(say):
    day = today()
    taken(of_year(2024, OPEN))
    Enquiry.every.update(conference_need="NOT_NEEDED")
    live_from(day)
    say(now() - dt.timedelta(days=9))
    assert figures(Period(day, day), ["plans_open"])["plans_open"].unknown
    say(now())
    assert figures(Period(day, day), ["plans_open"])["plans_open"].numerator == 1


def test_moving_to_another_family_says_to_when_a_plan_is_known():
    taken(of_year(2024, OPEN))
    moved = list(Child.every.all())
    assert [str(one.told_to) for one in goes_with(person("MANAGER"), moved, LONG_AFTER)] == ["2024-03-31"]
    CoreGroupFactory(plan=Plan.every.get(), held_date=dt.date(2026, 9, 1))
    assert [one.told_to for one in goes_with(person("MANAGER"), moved, LONG_AFTER)] == [None]
