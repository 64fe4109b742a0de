"""What the unit learns: added, tried with its figure before and after, reviewed, decided, handed on."""

import datetime as dt
from dataclasses import replace

import pytest
from django.db import IntegrityError, connection, transaction

from conferences.figures.measure_page import measure_page
from conferences.models import LearningIdea, LearningReading, LearningTrial, Plan
from conferences.operations import learning, learning_trials
from conferences.operations.handovers import pass_work_on
from conferences.queries.handovers import open_work
from conferences.queries.learning_figures import figure_of
from conferences.queries.learning_names import names_found
from conferences.rules.learning import Evidence, Heard, Idea, IdeaFrom, TrialPlan
from conferences.rules.measures_catalogue import MEASURES
from conferences.tasks import look_up_trials
from safeguarding.refusals import Refused
from safeguarding.workingdays import Period
from tests import factories as make
from tests.cast import person
from tests.golive import live_from

pytestmark = pytest.mark.django_db
BEGAN, FIRST = dt.date(2018, 7, 2), dt.date(2018, 10, 2)


def at(day, hour=10):
    return dt.datetime(day.year, day.month, day.day, hour, tzinfo=dt.UTC)


VISIT = Idea(
    "Letters that are read",
    IdeaFrom.VISIT,
    dt.date(2018, 5, 1),
    "One page, large print.",
    Evidence.SEEN,
    where_words="Fablehaven",
    who_went="Two chairs",
)
PLAN = TrialPlan("One team tries it.", "plans_started", "DOWN", 3, BEGAN, FIRST)


@pytest.fixture
def lead():
    live_from(dt.date(2018, 1, 1))
    return person("STRATEGIC_LEAD")


@pytest.fixture
def idea(lead):
    return learning.add_idea(idea=replace(VISIT, owner_id=lead.pk), by=lead, at=at(BEGAN))


def refusal(act, **given):
    with pytest.raises(Refused) as found:
        act(**given)
    return [(one.field, one.sentence) for one in found.value.problems]


def starts(*days):
    """Plans that began on these days; the children are of families of their own."""
    for day in days:
        make.PlanFactory(start_date=day)


# ----- Ideas -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("role", ["CHAIR", "TEAM_MANAGER", "SOCIAL_WORKER", "BUSINESS_SUPPORT", "MANAGER"])
def test_whoever_works_here_adds_an_idea_and_changes_their_own(role, idea):
    by = person(role)
    mine = learning.add_idea(idea=VISIT, by=by, at=at(BEGAN))
    learning.change_idea(held=mine, idea=replace(VISIT, title="Shorter letters"), by=by, at=at(FIRST))
    mine.refresh_from_db()
    assert (mine.title, [one.title for one in mine.history.order_by("pgh_id")]) == (
        "Shorter letters",
        ["Letters that are read", "Shorter letters"],
    )
    if role != "MANAGER":
        with pytest.raises(Refused, match="may change it"):
            learning.change_idea(held=idea, idea=VISIT, by=by, at=at(FIRST))


@pytest.mark.parametrize("role", ["REVIEWER", "INFORMATION_GOVERNANCE", "SYSTEM_ADMINISTRATOR"])
def test_who_works_with_no_family_adds_none(role):
    with pytest.raises(Refused, match="does not allow"):
        learning.add_idea(idea=VISIT, by=person(role), at=at(BEGAN))


@pytest.mark.parametrize("role", ["CHAIR", "TEAM_MANAGER", "SOCIAL_WORKER", "BUSINESS_SUPPORT"])
def test_trials_and_decisions_are_for_who_leads_the_unit(role, idea):
    by = person(role)
    decided = {"outcome": "ADOPTED", "why": "BETTER", "words": "Heard"}
    for act in (
        lambda: learning_trials.start_trial(idea=idea, plan=PLAN, by=by, at=at(BEGAN)),
        lambda: learning.decide_idea(idea=idea, **decided, by=by, at=at(BEGAN)),
    ):
        with pytest.raises(Refused, match="does not allow"):
            act()


def test_an_owner_is_somebody_who_may_follow_it_up(lead):
    nobody = person("SYSTEM_ADMINISTRATOR")
    told = replace(VISIT, owner_id=nobody.pk)
    assert refusal(learning.add_idea, idea=told, by=lead, at=at(BEGAN)) == [("owner", learning.NO_OWNER)]


def test_a_name_of_the_family_is_asked_about_and_one_out_of_sight_is_not_told(lead):
    one = make.ConsultationFactory(requested_child__child__given_names="Ruby")
    within, family = one.within, one.within.family
    make.ChildFactory(family=family, given_names="Juniper", restricted=True)
    note = replace(VISIT, came_from=IdeaFrom.CONSULTATION, where_words="", who_went="")
    given = {"consultation": within, "by": lead, "at": at(BEGAN)}
    told = refusal(learning.add_idea, idea=replace(note, learned="Ask ruby earlier."), **given)
    assert [field for field, _ in told] == ["is_meant"] and "“ruby”" in told[0][1]
    learning.add_idea(idea=replace(note, learned="A ruby ring."), is_meant=True, **given)
    learning.add_idea(idea=replace(note, learned="Juniper grows there."), **given)
    kept = learning.add_idea(idea=replace(note, learned="Ask the child earlier."), **given)
    assert kept.consultation == within
    assert refusal(
        learning.change_idea, held=kept, idea=replace(note, learned="Ruby."), by=lead, at=at(FIRST)
    )


def test_a_consultation_out_of_sight_teaches_nothing(lead):
    one = make.ConsultationFactory(requested_child__child__restricted=True)
    note = replace(VISIT, came_from=IdeaFrom.CONSULTATION)
    with pytest.raises(Refused) as found:
        learning.add_idea(idea=note, consultation=one.within, by=lead, at=at(BEGAN))
    assert found.value.status == 404


def test_who_changes_an_idea_and_does_not_see_its_family_is_not_told_its_name(lead):
    one = make.ConsultationFactory()
    one.within.family.name = "Quillfeather"
    one.within.family.save()
    note = replace(VISIT, came_from=IdeaFrom.CONSULTATION, where_words="", who_went="")
    follows = person("SOCIAL_WORKER")
    given = {"idea": replace(note, owner_id=follows.pk), "consultation": one.within}
    held = learning.add_idea(**given, by=lead, at=at(BEGAN))
    told = replace(note, owner_id=follows.pk, learned="Told to quillfeather.")
    ((field, sentence),) = refusal(learning.change_idea, held=held, idea=told, by=lead, at=at(FIRST))
    assert field == "is_meant" and "“quillfeather” is a name in this family" in sentence
    learning.change_idea(held=held, idea=told, by=follows, at=at(FIRST))


def test_what_is_from_a_consultation_is_noted_there(lead):
    told = replace(VISIT, came_from=IdeaFrom.CONSULTATION)
    assert [field for field, _ in refusal(learning.add_idea, idea=told, by=lead, at=at(BEGAN))] == [
        "came_from"
    ]


# ----- Trials ----------------------------------------------------------------------------------------------


def test_the_figure_before_is_that_of_its_page_on_that_day_and_stays(lead, idea):
    # Within the three months before, on both ends, and outside.
    starts(dt.date(2018, 4, 2), dt.date(2018, 5, 7), dt.date(2018, 7, 1), dt.date(2018, 4, 1), BEGAN)
    trial = learning_trials.start_trial(idea=idea, plan=PLAN, by=lead, at=at(BEGAN))
    kept = trial.readings.get()
    period = Period(dt.date(2018, 4, 2), dt.date(2018, 7, 1))
    page = measure_page(MEASURES["plans_started"], period, "", on=BEGAN)
    assert (kept.from_date, kept.to_date, kept.is_before) == (period.from_, period.to, True)
    assert figure_of("plans_started", kept).as_text() == page.text == "3"
    naive = [one for one in Plan.objects.unscoped("test") if period.from_ <= one.start_date <= period.to]
    assert kept.numerator == len(naive)
    assert "since 1 January 2018" in kept.coverage
    starts(dt.date(2018, 6, 4))
    kept.refresh_from_db()
    assert kept.numerator == 3


def test_a_percentage_is_kept_as_n_of_n(lead, idea):
    again = make.PlanFactory(start_date=dt.date(2018, 2, 5), end_date=dt.date(2018, 3, 5))
    make.PlanFactory(child=again.child, start_date=dt.date(2018, 5, 7))
    starts(dt.date(2018, 6, 4), dt.date(2018, 6, 5))
    plan = replace(PLAN, measure="repeat_plans")
    kept = learning_trials.start_trial(idea=idea, plan=plan, by=lead, at=at(BEGAN)).readings.get()
    assert (kept.numerator, kept.denominator) == (1, 3)
    page = measure_page(MEASURES["repeat_plans"], Period(kept.from_date, kept.to_date), "", on=BEGAN)
    assert figure_of("repeat_plans", kept).as_text() == page.text == "1 of 3 (33.3%)"


def test_the_days_known_are_those_of_its_own_figure(lead, idea):
    make.ImportedFileFactory(reference_date=dt.date(2017, 3, 31), collection_year=2017)
    plan = replace(PLAN, measure="first_core_group_in_10_days")
    kept = learning_trials.start_trial(idea=idea, plan=plan, by=lead, at=at(BEGAN)).readings.get()
    assert kept.coverage == "since 1 January 2018"


def test_days_that_nothing_tells_of_give_no_zero(lead, idea):
    live_from(dt.date(2018, 6, 1))
    kept = learning_trials.start_trial(idea=idea, plan=PLAN, by=lead, at=at(BEGAN)).readings.get()
    assert (kept.numerator, kept.denominator) == (None, None) and "Known only for" in kept.not_known


def test_a_child_whose_record_is_closed_to_somebody_stands_in_no_reading(lead, idea):
    starts(dt.date(2018, 5, 7))
    make.PlanFactory(start_date=dt.date(2018, 5, 8), child__restricted=True)
    kept = learning_trials.start_trial(idea=idea, plan=PLAN, by=lead, at=at(BEGAN)).readings.get()
    assert kept.numerator == 1


def test_it_is_looked_up_by_itself_on_its_day_once(lead, idea):
    trial = learning_trials.start_trial(idea=idea, plan=PLAN, by=lead, at=at(BEGAN))
    starts(BEGAN, dt.date(2018, 10, 1), FIRST)
    assert learning_trials.look_up_due(at=at(dt.date(2018, 10, 1))) == 0
    assert learning_trials.look_up_due(at=at(FIRST)) == 1
    assert learning_trials.look_up_due(at=at(FIRST, 11)) == 0
    kept = trial.readings.get(is_before=False)
    assert (kept.from_date, kept.to_date, kept.numerator) == (BEGAN, dt.date(2018, 10, 1), 2)
    look_up_trials()
    assert LearningReading.objects.count() == 2


def test_a_review_comes_on_its_day_looks_it_up_and_sets_the_next(lead, idea):
    trial = learning_trials.start_trial(idea=idea, plan=PLAN, by=lead, at=at(BEGAN))
    seen = {"words": "Fewer.", "goes_on": True, "next_review_date": dt.date(2019, 1, 2), "by": lead}
    early = refusal(learning_trials.review_trial, trial=trial, **seen, at=at(dt.date(2018, 10, 1)))
    assert "due on 2 October 2018" in early[0][1]
    made = learning_trials.review_trial(trial=trial, **seen, at=at(FIRST))
    trial.refresh_from_db()
    assert (made.reading.day, trial.next_review_date) == (FIRST, dt.date(2019, 1, 2))
    last = seen | {"goes_on": False, "next_review_date": None}
    learning_trials.review_trial(trial=trial, **last, at=at(dt.date(2019, 1, 5)))
    trial.refresh_from_db()
    assert trial.next_review_date is None and trial.ended_date is None
    assert refusal(learning_trials.review_trial, trial=trial, **last, at=at(dt.date(2019, 1, 6))) == [
        ("", learning_trials.NO_REVIEW)
    ]


def test_its_owner_reviews_it_whatever_their_role_and_nobody_else(lead):
    chair, other = person("CHAIR"), make.UserFactory(role="CHAIR")
    own = learning.add_idea(idea=replace(VISIT, owner_id=chair.pk), by=lead, at=at(BEGAN))
    trial = learning_trials.start_trial(idea=own, plan=PLAN, by=lead, at=at(BEGAN))
    seen = {"words": "Fewer.", "goes_on": False, "next_review_date": None, "at": at(FIRST)}
    with pytest.raises(Refused, match="may change it"):
        learning_trials.review_trial(trial=trial, **seen, by=other)
    assert learning_trials.review_trial(trial=trial, **seen, by=chair).reviewed_by == chair


def test_one_trial_at_a_time_of_a_figure_that_is_counted(lead, idea):
    waits = next(code for code, one in MEASURES.items() if one.waits)
    given = {"idea": idea, "by": lead, "at": at(BEGAN)}
    assert refusal(learning_trials.start_trial, plan=replace(PLAN, measure=waits), **given) == [
        ("measure", learning_trials.NOT_COUNTED)
    ]
    first = learning_trials.start_trial(plan=PLAN, **given)
    assert "goes on already" in refusal(learning_trials.start_trial, plan=PLAN, **given)[0][1]
    learning_trials.stop_trial(trial=first, reason="The wrong figure", by=lead, at=at(BEGAN))
    assert learning_trials.start_trial(plan=PLAN, **given) != first
    assert refusal(learning_trials.stop_trial, trial=first, reason="Again", by=lead, at=at(BEGAN)) == [
        ("", learning_trials.OVER)
    ]


def test_a_review_is_put_on_another_day_until_it_is_looked_up(lead, idea):
    trial = learning_trials.start_trial(idea=idea, plan=PLAN, by=lead, at=at(BEGAN))
    move = {"trial": trial, "by": lead}
    early = dt.date(2018, 9, 28)
    assert (
        refusal(learning_trials.move_review, **move, review_date=early, at=at(BEGAN))[0][0] == "review_date"
    )
    learning_trials.move_review(**move, review_date=dt.date(2018, 10, 9), at=at(BEGAN))
    learning_trials.look_up_due(at=at(dt.date(2018, 10, 9)))
    again = refusal(
        learning_trials.move_review, **move, review_date=dt.date(2018, 11, 9), at=at(dt.date(2018, 10, 9))
    )
    assert "looked up already" in again[0][1]


# ----- Decisions -------------------------------------------------------------------------------------------


def test_a_decision_ends_the_trial_and_a_later_one_replaces_it_by_name(lead, idea):
    trial = learning_trials.start_trial(idea=idea, plan=PLAN, by=lead, at=at(BEGAN))
    told = {"idea": idea, "outcome": "NOT_ADOPTED", "why": "NO_MOVE", "words": "Nothing moved.", "by": lead}
    first = learning.decide_idea(**told, at=at(FIRST))
    trial.refresh_from_db()
    assert (trial.ended_date, trial.next_review_date) == (FIRST, None)
    later = told | {"outcome": "ADOPTED", "why": "BETTER"}
    assert [field for field, _ in refusal(learning.decide_idea, **later, at=at(FIRST))] == ["replaces_reason"]
    second = learning.decide_idea(**later, replaces_reason="Families said so.", at=at(FIRST))
    assert (second.replaces, learning.standing_decision(idea)) == (first, second)


# ----- You said, we did ------------------------------------------------------------------------------------


def test_a_chair_hears_and_who_keeps_it_answers(lead):
    said = Heard("CHILDREN", "Nobody asked me.", dt.date(2018, 6, 4), "After a conference")
    done = replace(said, did="Each child is asked first.", did_date=dt.date(2018, 7, 2))
    chair = person("CHAIR")
    assert [field for field, _ in refusal(learning.hear, heard=done, by=chair, at=at(BEGAN))] == ["did"]
    held = learning.hear(heard=said, by=chair, at=at(BEGAN))
    with pytest.raises(Refused, match="does not allow"):
        learning.answer_heard(held=held, heard=done, by=chair, at=at(BEGAN))
    learning.answer_heard(held=held, heard=done, by=lead, at=at(BEGAN))
    held.refresh_from_db()
    assert held.did == "Each child is asked first." and held.history.count() == 2


def test_a_name_of_anybody_on_record_is_asked_about_before_it_is_saved(lead):
    child = make.ChildFactory(given_names="Zéphyrine Amber", family_name="Sample-Testcase")
    make.ChildNameFactory(child=child, given_names="Zéphyrine", family_name="Former")
    parent = make.RelationshipFactory(child=child, person__full_name="Parent Sample").person
    said = Heard("CHILDREN", "Nobody asked me.", dt.date(2018, 6, 4), "After a conference")
    named = [
        ("We told zephyrine sample-testcase’s aunt.", "zephyrine sample-testcase"),
        ("Amber Sample-Testcase said so.", "Amber Sample-Testcase"),
        ("TESTCASE Zephyrine", "TESTCASE Zephyrine"),
        ("It was Zéphyrine Former.", "Zéphyrine Former"),
        (f"Told to {parent.full_name} and others.", parent.full_name),
        ("Told to sample parent and others.", "sample parent"),
        ("Testcase, Zephyrine was read.", "Testcase, Zephyrine"),
    ]
    for words, found in named:
        ((field, sentence),) = refusal(learning.hear, heard=replace(said, said=words), by=lead, at=at(BEGAN))
        assert field == "is_meant" and f"“{found}” is the name of somebody on a record here" in sentence
        ((field, _),) = refusal(learning.add_idea, idea=replace(VISIT, learned=words), by=lead, at=at(BEGAN))
        assert field == "is_meant"
    for words in ("Zéphyrine, Amber and others.", "A testcase of amber.", "The Zéphyrine. Former."):
        learning.hear(heard=replace(said, said=words), by=lead, at=at(BEGAN))
    held = learning.hear(heard=replace(said, said=named[0][0]), is_meant=True, by=lead, at=at(BEGAN))
    done = {"held": held, "heard": replace(said, said="All well.", did=named[1][0], did_date=BEGAN)}
    ((field, _),) = refusal(learning.answer_heard, **done, by=lead, at=at(BEGAN))
    assert field == "is_meant"
    learning.answer_heard(**done, is_meant=True, by=lead, at=at(BEGAN))
    learning.add_idea(idea=replace(VISIT, who_went=named[1][1]), by=lead, at=at(BEGAN))


def test_a_name_in_a_trial_or_a_decision_is_asked_about_too(lead, idea):
    make.ChildFactory(given_names="Zephyrine", family_name="Testcase")
    words = "Zephyrine Testcase’s family tries it."

    def asked(act, **given):
        ((field, sentence),) = refusal(act, **given)
        assert field == "is_meant" and "“Zephyrine Testcase” is the name of somebody" in sentence
        return act(**given, is_meant=True)

    start = {"idea": idea, "plan": replace(PLAN, what=words), "by": lead, "at": at(BEGAN)}
    trial = asked(learning_trials.start_trial, **start)
    seen = {"words": words, "goes_on": False, "next_review_date": None}
    asked(learning_trials.review_trial, trial=trial, **seen, by=lead, at=at(FIRST))
    asked(learning_trials.stop_trial, trial=trial, reason=words, by=lead, at=at(FIRST))
    told = {"idea": idea, "outcome": "ADOPTED", "why": "BETTER", "by": lead, "at": at(FIRST)}
    asked(learning.decide_idea, words=words, **told)
    asked(learning.decide_idea, words="It helps.", replaces_reason=words, **told)


def test_of_an_idea_from_a_consultation_a_given_name_alone_is_asked_about_in_its_trial(lead):
    one = make.ConsultationFactory(requested_child__child__given_names="Ruby")
    note = replace(VISIT, came_from=IdeaFrom.CONSULTATION, where_words="", who_went="", owner_id=lead.pk)
    held = learning.add_idea(idea=note, consultation=one.within, by=lead, at=at(BEGAN))
    start = {"idea": held, "plan": replace(PLAN, what="Ruby first."), "by": lead, "at": at(BEGAN)}
    ((field, sentence),) = refusal(learning_trials.start_trial, **start)
    assert field == "is_meant" and "“Ruby” is a name in this family" in sentence


def test_of_a_name_out_of_sight_nothing_is_told(lead):
    make.ChildFactory(given_names="Juniper", family_name="Hidden", restricted=True)
    said = Heard("CHILDREN", "Juniper Hidden.", dt.date(2018, 6, 4), "After a conference")
    learning.hear(heard=said, by=lead, at=at(BEGAN))


def test_more_words_and_children_ask_no_more_queries(lead, django_assert_max_num_queries):
    for number in range(5):
        make.ChildFactory(given_names="Amber", family_name=f"Sample{number}")
    words = " ".join(f"Amber said thing number {chr(97 + n) * 4}." for n in range(26))
    with django_assert_max_num_queries(7):
        names_found(lead, words)


def test_a_worker_is_named_only_as_who_went(lead):
    make.UserFactory(full_name="Wanda Workington", role="SOCIAL_WORKER", is_active=False)
    for words in ("Wanda Workington", "workington wanda"):
        ((field, sentence),) = refusal(
            learning.add_idea, idea=replace(VISIT, learned=f"We asked {words}’s team."), by=lead, at=at(BEGAN)
        )
        assert field == "is_meant" and f"“{words}” is the name of somebody who works here" in sentence
    learning.add_idea(idea=replace(VISIT, who_went="Wanda Workington"), by=lead, at=at(BEGAN))


def test_all_names_of_a_text_are_told_before_one_tick_passes_them(lead):
    make.ChildFactory(given_names="Zephyrine", family_name="Testcase")
    make.UserFactory(full_name="Wanda Workington", role="SOCIAL_WORKER")
    words = "Zephyrine Testcase, and Workington Wanda."
    ((field, sentence),) = refusal(
        learning.add_idea, idea=replace(VISIT, learned=words), by=lead, at=at(BEGAN)
    )
    assert field == "is_meant" and "“Zephyrine Testcase” and “Workington Wanda” are names" in sentence


def test_a_given_name_alone_holds_nothing_up_and_is_told_of(lead):
    child = make.ChildFactory(given_names="Zéphyrine", family_name="Testcase")
    make.RelationshipFactory(child=child, person__full_name="Philomena Sample")
    make.UserFactory(full_name="Wanda Workington", role="SOCIAL_WORKER")
    make.ChildFactory(given_names="Juniper", family_name="Hidden", restricted=True)
    words = "When Zephyrine spoke, Philomena and Wanda listened, and Juniper grows. Zephyrine Testcase too."
    learning.add_idea(idea=replace(VISIT, learned=words.partition(".")[0]), by=lead, at=at(BEGAN))
    found = names_found(lead, words)
    assert found.here == ("Zephyrine Testcase",) and found.workers == ()
    assert set(found.alone) == {"Philomena", "Wanda"}
    assert set(names_found(lead, words.partition(".")[0]).alone) == {"Zephyrine", "Philomena", "Wanda"}


# ----- Somebody leaves -------------------------------------------------------------------------------------


def test_ideas_of_somebody_who_leaves_pass_on(lead):
    chair, taker = person("CHAIR"), make.UserFactory(role="CHAIR")
    own = learning.add_idea(idea=replace(VISIT, owner_id=chair.pk), by=lead, at=at(BEGAN))
    learning_trials.start_trial(idea=own, plan=PLAN, by=lead, at=at(BEGAN))
    done_with = learning.add_idea(idea=replace(VISIT, owner_id=chair.pk), by=lead, at=at(BEGAN))
    decided = {"outcome": "ADOPTED", "why": "BETTER", "words": "Heard"}
    learning.decide_idea(idea=done_with, **decided, by=lead, at=at(BEGAN))
    assert open_work(chair, at(BEGAN)).ideas == 1 and open_work(chair, at(BEGAN)).passes
    to = {"chair": None, "worker": None, "reason": "Has left"}
    admin = person("SYSTEM_ADMINISTRATOR")
    kept = pass_work_on(user=chair, **to, duties_to=taker, by=admin, at=at(FIRST))
    own.refresh_from_db()
    assert (own.owner, kept.duties, kept.left) == (taker, 1, "")
    kept = pass_work_on(user=taker, **to, duties_to=None, by=admin, at=at(FIRST))
    own.refresh_from_db()
    assert own.owner is None and "1 idea is followed up by nobody" in kept.left


# ----- The database ----------------------------------------------------------------------------------------

TABLE = "conferences_learning{}"


@pytest.mark.parametrize(
    ("factory", "changed", "name"),
    [
        (make.LearningIdeaFactory, "title = ''", "learningidea_says_something"),
        (make.LearningIdeaFactory, "who_went = ''", "learningidea_visit_says_where_and_who"),
        (make.LearningIdeaFactory, "day = saved_at::date + 1", "learningidea_day_by_its_telling"),
        (make.LearningIdeaFactory, "day = '-infinity'", "learningidea_days_finite"),
        (make.LearningIdeaFactory, "came_from = 'DREAM'", "learningidea_codes_known"),
        (make.LearningIdeaFactory, "came_from = 'CONSULTATION'", "learningidea_of_its_consultation"),
        (make.LearningTrialFactory, "measure = 'repeat_plans'", "learningtrial_measure_stays"),
        (make.LearningTrialFactory, "months = 12", "learningtrial_measure_stays"),
        (
            make.LearningTrialFactory,
            "next_review_date = start_date",
            "learningtrial_reviewed_while_it_goes_on",
        ),
        (make.LearningTrialFactory, "ended_date = start_date", "learningtrial_reviewed_while_it_goes_on"),
        (make.LearningTrialFactory, "stopped_because = 'Why'", "learningtrial_stopped_is_over"),
        (make.LearningHeardFactory, "did = 'Done'", "learningheard_done_with_its_day"),
        (
            make.LearningHeardFactory,
            "did = 'Done', did_date = heard_date - 1",
            "learningheard_done_with_its_day",
        ),
        (make.LearningHeardFactory, "told_back = 'All'", "learningheard_told_back_after_it_was_done"),
        (make.LearningHeardFactory, "\"group\" = 'ALL'", "learningheard_group_known"),
        (make.LearningHeardFactory, "heard_date = '-infinity'", "learningheard_days_finite"),
    ],
)
def test_the_database_refuses_what_cannot_be(factory, changed, name):
    one = factory()
    with pytest.raises(IntegrityError) as found, transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"UPDATE {one._meta.db_table} SET {changed} WHERE id = %s", [one.pk])
    assert found.value.__cause__.diag.constraint_name == name


@pytest.mark.parametrize(
    ("factory", "changed"),
    [
        (make.LearningReadingFactory, "numerator = 1"),
        (make.LearningReviewFactory, "words = 'Otherwise'"),
        (make.LearningDecisionFactory, "outcome = 'NOT_ADOPTED'"),
    ],
)
def test_what_was_read_seen_and_decided_never_changes(factory, changed):
    one = factory()
    for statement in (f"UPDATE {{}} SET {changed}", "DELETE FROM {}"):
        with pytest.raises(Exception, match="Cannot"), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement.format(one._meta.db_table))


def test_ideas_trials_and_what_was_said_are_not_deleted():
    for one in (make.LearningIdeaFactory(), make.LearningTrialFactory(), make.LearningHeardFactory()):
        with pytest.raises(IntegrityError, match="_stays"), transaction.atomic():
            type(one).objects.filter(pk=one.pk)._raw_delete(one._state.db)
    assert LearningIdea.objects.count() == 2 and LearningTrial.objects.count() == 1
