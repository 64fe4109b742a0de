"""What the record knows of a consultation's children, and nothing of who is hidden."""

import datetime as dt

import pytest

from conferences.queries.consultations import family_view
from conferences.queries.consultations_facts import family_facts
from conferences.queries.replans import found_for
from conferences.rules.replans import FoundIn
from tests.cast import person
from tests.factories import (
    NOON,
    AllocationFactory,
    ChildFactory,
    ChildInNeedPlanFactory,
    ChildPairFactory,
    ConferenceChildFactory,
    ConsultationAnswerFactory,
    ConsultationFactory,
    CoreGroupFactory,
    DecisionFactory,
    EnquiryFactory,
    NeedEpisodeFactory,
    PlanElsewhereFactory,
    PlanFactory,
    RequestedChildFactory,
    RequestFactory,
    ReviewFactory,
)

pytestmark = pytest.mark.django_db
START, END, ON = dt.date(2016, 1, 4), dt.date(2017, 7, 3), dt.date(2018, 4, 20)


@pytest.fixture
def one():
    return ConsultationFactory()


@pytest.fixture
def lead(one):
    return person("STRATEGIC_LEAD")


def facts(user, one):
    """What is told of the child, and of its brothers and sisters."""
    view = family_view(user, one.ref)
    found = found_for(user, [c.requested_child for c in view.children if c.requested_child])
    told = family_facts(user, view, found, ON)
    return told.children[one.child.pk], told.siblings


def answered_before(child, day):
    """An earlier consultation on the child, with its answer."""
    enquiry = EnquiryFactory(child=child, started_date=day)
    gone = {"state": "WITHDRAWN", "withdrawn_by": person("CHAIR"), "withdrawn_at": NOON}
    request = RequestFactory(family=child.family, withdrawn_reason="Not needed.", **gone)
    asked = RequestedChildFactory(child=child, enquiry=enquiry, request=request)
    return ConsultationAnswerFactory(consultation=ConsultationFactory(requested_child=asked)).consultation


def planned(child, start=START, end=END, **fields):
    return PlanFactory(child=child, start_date=start, end_date=end, **fields)


def test_every_plan_is_told_wherever_it_was_the_latest_first(one, lead):
    planned(one.child, step_down="CIN_PLAN")
    PlanElsewhereFactory(child=one.child, start_date=dt.date(2012, 1, 2), end_date=dt.date(2012, 9, 3))
    other = ChildFactory(given_names="Earlier", family_name="Name")
    planned(other, dt.date(2010, 2, 1), dt.date(2010, 12, 6))
    ChildPairFactory(one=one.child, other=other, is_certain=True)
    told, _ = facts(lead, one)
    assert [(plan.found_in, plan.start.year) for plan in told.plans] == [
        (FoundIn.FILE, 2016),
        (FoundIn.ELSEWHERE, 2012),
        (FoundIn.OTHER_RECORD, 2010),
    ]
    assert told.last == told.plans[0]


def test_two_records_that_only_look_alike_are_two_children(one, lead):
    other = ChildFactory()
    planned(other)
    ChildPairFactory(one=one.child, other=other, is_certain=False)
    assert facts(lead, one)[0].plans == ()


def test_a_plan_of_a_hidden_record_is_a_number_and_no_more(one, lead):
    hidden = ChildFactory(restricted=True)
    planned(hidden)
    ChildPairFactory(one=one.child, other=hidden, is_certain=True)
    PlanElsewhereFactory(child=hidden)
    view = family_view(lead, one.ref)
    # As one that was raised by hand, for which no history was checked.
    for part in view.children:
        part.requested_child_id = None
    told = family_facts(lead, view, {}, ON).children[one.child.pk]
    assert (told.plans, told.hidden) == ((), 2)


def test_reviews_and_core_groups_are_counted_as_they_were_kept(one, lead):
    plan = planned(one.child)
    ReviewFactory(plan=plan, held_date=dt.date(2016, 3, 29))
    ReviewFactory(plan=plan, held_date=dt.date(2016, 12, 12))
    CoreGroupFactory(plan=plan, held_date=dt.date(2016, 2, 1))
    (known,) = facts(lead, one)[0].plans
    # The second came after the six months, and a third fell due before the plan ended.
    assert (known.reviews.held, known.reviews.on_time, known.reviews.unmet) == (2, 1, 1)
    assert (known.core_groups.held, known.core_groups.unmet) == (0, 1)


def test_what_followed_a_plan_ends_where_the_next_begins(one, lead):
    planned(one.child)
    ChildInNeedPlanFactory(child=one.child, start_date=END, end_date=dt.date(2017, 9, 4))
    NeedEpisodeFactory(
        child=one.child, referral_date=START, closure_date=dt.date(2017, 10, 2), closure_reason="RC1"
    )
    (known,) = facts(lead, one)[0].plans
    assert known.support.end_date == dt.date(2017, 9, 4)
    assert known.closed.closure_date == dt.date(2017, 10, 2)


def test_what_happened_since_the_last_plan_is_found(one, lead):
    planned(one.child)
    team = AllocationFactory(child=one.child, start_date=START, end_date=END, worker=person("SOCIAL_WORKER"))
    AllocationFactory(
        child=one.child, team=team.team, start_date=dt.date(2017, 8, 1), worker=person("SOCIAL_WORKER")
    )
    EnquiryFactory(child=one.child, started_date=dt.date(2017, 11, 6))
    EnquiryFactory(child=one.child, started_date=dt.date(2016, 1, 1))
    NeedEpisodeFactory(child=one.child, referral_date=dt.date(2017, 11, 2))
    met = ConferenceChildFactory(child=one.child, held_date=dt.date(2017, 11, 20))
    DecisionFactory(conference_child=met, outcome="NO_PLAN", category="")
    told, _ = facts(lead, one)
    since = told.since
    assert (since.day, since.is_running) == (END, False)
    assert (len(since.referrals), len(since.conferences), len(since.workers)) == (1, 1, 2)
    # The one that the request stands on, too.
    assert [enquiry.started_date.year for enquiry in since.enquiries] == [2018, 2017]
    assert told.last_met == met


def test_without_an_earlier_plan_nothing_is_counted_as_none(one, lead):
    told, siblings = facts(lead, one)
    assert (told.last, told.since, told.last_met, told.earlier, siblings) == (None, None, None, (), ())


def test_an_earlier_consultation_comes_with_its_answers(one, lead):
    before = answered_before(one.child, dt.date(2017, 2, 6))
    told, _ = facts(lead, one)
    assert [given.pk for given in told.earlier] == [before.pk]
    assert [answer.answer for answer in told.earlier[0].answers.all()] == ["AGREE"]


def test_a_brother_in_sight_is_told_of_and_a_hidden_one_is_not(one, lead):
    brother = ChildFactory(family=one.child.family)
    planned(brother)
    planned(ChildFactory(family=one.child.family, restricted=True))
    _, siblings = facts(lead, one)
    assert [(told.child.pk, len(told.plans)) for told in siblings] == [(brother.pk, 1)]


def test_more_children_and_plans_ask_no_more_queries(one, lead, django_assert_max_num_queries):
    def asked():
        with django_assert_max_num_queries(39) as queries:
            facts(lead, one)
        return len(queries)

    def grow(year):
        planned(ChildFactory(family=one.child.family))
        answered_before(one.child, dt.date(year, 2, 6))

    planned(one.child)
    grow(2010)
    once = asked()
    for year in range(2011, 2015):
        grow(year)
    assert asked() == once
