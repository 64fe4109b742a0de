"""The nearest earlier decisions: after a first view, in sight alone, as a count in loops finds them."""

import datetime as dt
from random import Random

import pytest

from conferences.models import Plan
from conferences.operations.consultations_first_views import FirstView, note_first_views
from conferences.queries.consultations import family_view
from conferences.queries.consultations_facts import family_facts
from conferences.queries.consultations_first_views import first_views
from conferences.queries.consultations_nearness import compared
from conferences.queries.consultations_nearness_cases import read_cases
from conferences.queries.replans import found_for
from conferences.rules.consultations import Answer
from conferences.rules.nearness import RUNS, Aspect, Likeness
from safeguarding.models.base import children_read
from tests.cast import person
from tests.factories import (
    NOON,
    AgencyFactory,
    BarFactory,
    ChildFactory,
    ConsultationAnswerFactory,
    ConsultationFactory,
    ConsultationFirstViewFactory,
    EarlierPlanFactory,
    FamilyConsultationFactory,
    PlanCategoryFactory,
    PlanElsewhereFactory,
    PlanFactory,
    RequestedChildFactory,
    SecondOpinionFactory,
)
from tests.rules.test_nearness import points

pytestmark = pytest.mark.django_db
# NOON is that of 9 April 2018, on which everything here was raised.
RAISED, ON = NOON.date(), dt.date(2018, 9, 3)
SEVEN_MONTHS = {"start_date": dt.date(2017, 1, 9), "end_date": dt.date(2017, 9, 4)}
ENDED = {"end_reason": "RISK_REDUCED", "step_down": "CIN_PLAN"} | SEVEN_MONTHS


@pytest.fixture
def lead(db):
    return person("STRATEGIC_LEAD")


def waiting(**fields):
    return ConsultationFactory(state="ASKED", **fields)


def asked_for(child=None, state="ASKED", **plan):
    """A consultation on a child whose last plan ended seven months before."""
    child = child or ChildFactory(birth_date=dt.date(2012, 5, 1))
    PlanFactory(child=child, **(ENDED | plan))
    of = {"requested_child__child": child, "requested_child__request__family": child.family}
    return ConsultationFactory(state=state, **of)


def case(child=None, **plan):
    """The same, as it was decided."""
    return ConsultationAnswerFactory(consultation=asked_for(child, **plan)).consultation


@pytest.fixture
def one(lead):
    """One that waits, on which the lead noted a first view."""
    one = asked_for()
    ConsultationFirstViewFactory(consultation=one, noted_by=lead)
    return one


def comparing(user, one):
    view = family_view(user, one.ref)
    found = found_for(user, [c.requested_child for c in view.children if c.requested_child])
    return compared(user, view, first_views(user, view), family_facts(user, view, found, ON), ON)


def near(user, one):
    """The consultations that are shown beside this one, the nearest first."""
    return [near.consultation.pk for child in comparing(user, one) for near in child.near]


# ----- After a first view, and not before ----------------------------------------------------------------


def test_nothing_is_shown_before_a_first_view_and_then_it_is(lead):
    other, one = case(), asked_for()
    assert near(lead, one) == []
    view = FirstView(Answer.AGREE, "The old harm.")
    note_first_views(consultations=[one], views={one.pk: view}, by=lead, at=NOON)
    assert near(lead, one) == [other.pk]


def test_another_reader_who_noted_none_sees_none(one, lead):
    other = case()
    assert near(lead, one) == [other.pk]
    assert near(person("STRATEGIC_LEAD"), one) == []
    assert near(person("CHAIR"), one) == []


def test_what_waits_for_the_readers_blind_opinion_is_not_told_here(one, lead):
    other, blind = case(), case()
    SecondOpinionFactory(answer=blind.answers.get())
    assert near(lead, one) == [other.pk]
    decider = blind.answers.get().answered_by
    ConsultationFirstViewFactory(consultation=one, noted_by=decider)
    assert set(near(decider, one)) == {other.pk, blind.pk}


def test_who_asks_meanwhile_or_loses_the_role_sees_none(one, lead):
    case()
    lead.role = "CHAIR"
    lead.save(update_fields=["role"])
    assert near(lead, one) == []
    lead.role = "STRATEGIC_LEAD"
    lead.save(update_fields=["role"])
    type(one).objects.filter(pk=one.pk).update(asked_by=lead)
    assert near(lead, one) == []


def test_a_brother_without_a_first_view_holds_them_back_for_the_family(one, lead):
    case()
    request = one.requested_child.request
    waiting(
        requested_child__request=request,
        requested_child__child=ChildFactory(family=request.family),
    )
    assert near(lead, one) == []


# ----- In sight alone ------------------------------------------------------------------------------------


def test_who_may_not_be_seen_is_not_shown_not_counted_and_takes_no_place(one, lead):
    open_ones = [case().pk for _ in range(3)]
    hidden = [case(ChildFactory(restricted=True, birth_date=dt.date(2012, 5, 1))) for _ in range(2)]
    barred = case()
    BarFactory(user=lead, family=barred.child.family)
    (told,) = comparing(lead, one)
    assert {found.consultation.pk for found in told.near} == set(open_ones)
    assert hidden and not {found.consultation.pk for found in told.near} & {h.pk for h in hidden}


def test_a_hidden_sibling_of_another_family_is_in_no_number(one, lead):
    other = case()
    request = other.requested_child.request
    hidden = ChildFactory(restricted=True, family=request.family)
    waiting(requested_child__request=request, requested_child__child=hidden)
    (told,) = comparing(lead, one)
    assert told.near[0].case.children == 1 and told.near[0].alike[Aspect.CHILDREN] is Likeness.SAME


def test_a_hidden_siblings_plan_makes_no_new_baby_near(lead):
    def born(restricted):
        sibling = ChildFactory(restricted=restricted)
        PlanFactory(child=sibling, **ENDED)
        baby = ChildFactory(family=sibling.family, birth_date=None, expected_birth_date=dt.date(2018, 12, 3))
        asked = RequestedChildFactory(child=baby, request__family=sibling.family)
        return waiting(requested_child=asked, cause="NEW_BABY")

    cases = {}
    for restricted in (False, True):
        baby = born(restricted)
        view = family_view(lead, baby.ref)
        cases[restricted] = read_cases(lead, view, [], ON)[0][baby.pk]
    assert (cases[False].gap, cases[False].category, cases[False].age) == ("FROM_6", "NEG", "UNBORN")
    assert (cases[True].gap, cases[True].category) == ("UNKNOWN", "")


def test_those_that_are_shown_are_noted_as_read_and_no_others(one, lead):
    shown = [case() for _ in range(3)]
    far = case(initial_category="SAB", latest_category="SAB", end_date=dt.date(2017, 2, 6))
    token = children_read.set(set())
    try:
        comparing(lead, one)
        read = children_read.get()
    finally:
        children_read.reset(token)
    assert {one.child_id, *(other.child_id for other in shown)} <= read and far.child_id not in read


# ----- Which decisions -----------------------------------------------------------------------------------


def test_the_decision_that_stands_and_no_right_no_question_no_closed_one(one, lead):
    replaced = case()
    first = replaced.answers.get()
    later = {"supersedes": first, "supersedes_reason": "Seen otherwise.", "answer": "AGREE_LEGAL"}
    ConsultationAnswerFactory(consultation=replaced, **later)
    right = {"answer": "PARTNER_RIGHT", "agency": AgencyFactory(), "agency_person": "The invented head"}
    ConsultationAnswerFactory(consultation=asked_for(), **right, agency_date=RAISED)
    question = {"answer": "MORE_INFORMATION", "instead": "What the school saw."}
    ConsultationAnswerFactory(consultation=asked_for(), **question)
    asked_for(state="CLOSED")
    (told,) = comparing(lead, one)
    assert [found.consultation.pk for found in told.near] == [replaced.pk]
    assert told.near[0].answer.answer == "AGREE_LEGAL"


def test_the_familys_own_earlier_decisions_are_in_its_history_and_not_here(one, lead):
    brother = case(ChildFactory(family=one.child.family, birth_date=dt.date(2012, 5, 1)))
    assert near(lead, one) == []
    assert brother.within.family_id == one.within.family_id


def test_of_brothers_and_sisters_decided_together_the_nearest_is_shown(one, lead):
    first = case()
    request = first.requested_child.request
    young = ChildFactory(family=request.family, birth_date=dt.date(2017, 5, 1))
    PlanFactory(child=young, **ENDED)
    second = waiting(requested_child__request=request, requested_child__child=young)
    ConsultationAnswerFactory(consultation=second)
    assert near(lead, one) == [first.pk]


def test_a_family_that_was_decided_twice_takes_one_place(one, lead):
    first = case()
    again = asked_for(ChildFactory(family=first.child.family, birth_date=dt.date(2016, 5, 1)))
    ConsultationAnswerFactory(consultation=again)
    assert near(lead, one) == [first.pk]


# ----- The facts of the day -------------------------------------------------------------------------------


def test_what_came_later_is_no_fact_of_the_day(one, lead):
    other = case()
    PlanFactory(child=other.child, start_date=dt.date(2018, 5, 7), initial_category="SAB")
    (told,) = comparing(lead, one)
    assert told.near[0].case.category == "NEG" and told.near[0].case.before == 1
    assert told.near[0].followed.began.start_date == dt.date(2018, 5, 7)


def test_a_running_plan_has_the_category_it_had_on_the_day(lead):
    plan = PlanFactory(start_date=dt.date(2016, 10, 3), end_date=None, latest_category="EMO")
    PlanCategoryFactory(plan=plan, category="NEG", from_date=plan.start_date)
    PlanCategoryFactory(plan=plan, category="EMO", from_date=dt.date(2018, 6, 4))
    by_rule = {"raised_why": "LONG_PLAN", "raised_by": None, "words": ""}
    within = FamilyConsultationFactory(family=plan.child.family, **by_rule)
    given = {
        "asked_by": person("SOCIAL_WORKER"),
        "asked_at": NOON,
        "why_now": "Why",
        "what_is_different": "What",
    }
    of = {"requested_child": None, "child": plan.child, "within": within, "plan": plan}
    one = waiting(**of, **given, cause="LONG_PLAN")
    found = read_cases(lead, family_view(lead, one.ref), [], ON)[0][one.pk]
    assert (found.gap, found.ended, found.category, found.length) == (RUNS, RUNS, "NEG", "FROM_12")


def test_a_plan_elsewhere_or_under_another_record_is_the_last_one(lead):
    elsewhere = waiting()
    days = {"start_date": dt.date(2017, 2, 6), "end_date": dt.date(2018, 1, 8)}
    PlanFactory(child=elsewhere.child, **ENDED)
    PlanElsewhereFactory(child=elsewhere.child, category="EMO", **days)
    under = waiting()
    other = PlanFactory(child=ChildFactory(), end_reason="MOVED", **days)
    EarlierPlanFactory(
        requested_child=under.requested_child, found_in="OTHER_RECORD", plan=other, category="PHY", **days
    )
    cases = [read_cases(lead, family_view(lead, one.ref), [], ON)[0][one.pk] for one in (elsewhere, under)]
    assert [(c.gap, c.category, c.ended, c.before) for c in cases] == [
        ("UNDER_6", "EMO", "", 2),
        ("UNDER_6", "PHY", "MOVED", 1),
    ]


def test_a_count_without_its_plan_leaves_the_gap_unknown(lead):
    counted = waiting(requested_child__recorded_previous_plans=2)
    found = read_cases(lead, family_view(lead, counted.ref), [], ON)[0][counted.pk]
    assert (found.gap, found.length, found.category, found.before) == ("UNKNOWN", "UNKNOWN", "", 2)


# ----- Counted anew ---------------------------------------------------------------------------------------


def facts_in_loops(consultation, day):
    """One case read plainly, from the child's plans one by one."""
    child, raised = consultation.child, RAISED
    last, before = None, 0
    for plan in Plan.objects.unscoped("test").filter(child=child).order_by("start_date"):
        if plan.start_date <= raised and plan.end_date and plan.end_date <= raised:
            last, before = plan, before + 1
    months = (raised.year - last.end_date.year) * 12 + raised.month - last.end_date.month
    months -= raised.day < last.end_date.day
    lasted = (last.end_date.year - last.start_date.year) * 12 + last.end_date.month - last.start_date.month
    lasted -= last.end_date.day < last.start_date.day
    years = (
        day.year
        - child.birth_date.year
        - ((day.month, day.day) < (child.birth_date.month, child.birth_date.day))
    )
    siblings = [c for c in consultation.within.children.all() if c.state != "CLOSED"]
    return {
        "kind": consultation.cause,
        "gap": band(months, ((6, "UNDER_6"), (12, "FROM_6"), (24, "FROM_12")), "FROM_24"),
        "category": last.latest_category,
        "ended": last.end_reason,
        "step_down": last.step_down,
        "before": before,
        "length": band(lasted, ((6, "UNDER_6"), (12, "FROM_6"), (24, "FROM_12")), "FROM_24"),
        "age": band(years, ((1, "UNDER_1"), (5, "FROM_1"), (10, "FROM_5"), (16, "FROM_10")), "FROM_16"),
        "children": len(siblings),
    }


def band(number, bands, last):
    for below, name in bands:
        if number < below:
            return name
    return last


def test_the_nearest_are_those_of_a_count_in_loops(one, lead):
    rng = Random("nearest in loops")
    decided = []
    for _ in range(40):
        end = RAISED - dt.timedelta(days=rng.randint(20, 1100))
        start = end - dt.timedelta(days=rng.randint(60, 900))
        child = ChildFactory(birth_date=RAISED - dt.timedelta(days=rng.randint(100, 6200)))
        category = rng.choice(("NEG", "EMO", "PHY"))
        plan = {"initial_category": category, "latest_category": category}
        plan |= {"start_date": start, "end_date": end, "step_down": rng.choice(("CIN_PLAN", "CLOSED"))}
        decided.append(case(child, **plan, end_reason=rng.choice(("RISK_REDUCED", "MOVED"))))
    cases, earlier = read_cases(lead, family_view(lead, one.ref), [], ON)
    mine = cases[one.pk]
    assert vars_of(mine) == facts_in_loops(one, ON)
    by_id = {found.consultation: found.case for found in earlier}
    assert {pk: vars_of(found) for pk, found in by_id.items()} == {
        other.pk: facts_in_loops(other, NOON.date()) for other in decided
    }
    ranked = [(points(mine, by_id[other.pk]), other.answers.get().pk, other.pk) for other in decided]
    best = sorted([row for row in ranked if row[0] is not None], key=lambda row: (-row[0], -row[2]))
    assert near(lead, one) == [pk for *_, pk in best[:3]]


def vars_of(found):
    return {name: getattr(found, name) for name in found._fields}


# ----- What it costs --------------------------------------------------------------------------------------


def test_more_decisions_and_more_children_ask_no_more_queries(one, lead, django_assert_num_queries):
    def count():
        view = family_view(lead, one.ref)
        found = found_for(lead, [c.requested_child for c in view.children])
        known, views = family_facts(lead, view, found, ON), first_views(lead, view)
        with django_assert_num_queries(QUERIES):
            return len(compared(lead, view, views, known, ON))

    case()
    assert count() == 1
    request = one.requested_child.request
    for _ in range(3):
        [case() for _ in range(2)]
        sister = waiting(requested_child__request=request, requested_child__child__family=request.family)
        ConsultationFirstViewFactory(consultation=sister, noted_by=lead)
    assert count() == 4


# Each scope settles anew outside a request what the person may see.
QUERIES = 30
