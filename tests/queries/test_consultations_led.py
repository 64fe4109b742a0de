"""What decisions and thinking time led to, as it is read: of whom, of which days, and until when."""

import datetime as dt

import pytest

from conferences.queries.consultations_led import actions_behind, conditions_behind, led_of, open_before
from conferences.rules.consultations_led import Due, Kept, Led
from safeguarding.models import Child
from safeguarding.workingdays import Period
from tests.cast import person
from tests.factories import (
    NOON,
    ChildFactory,
    ConsultationAnswerFactory,
    ConsultationConditionFactory,
    ConsultationFactory,
    RequestedChildFactory,
    ThinkingActionFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db
PERIOD = Period(dt.date(2018, 4, 1), dt.date(2019, 3, 31))
DUE, ON = dt.date(2018, 4, 20), dt.date(2019, 6, 10)


def kept(found):
    return [one.kept(ON) for one in found]


def action(**fields):
    made = ThinkingActionFactory(due_date=DUE, **fields)
    RequestedChildFactory(request=made.session.request)
    return made


@pytest.fixture
def manager():
    return person("MANAGER")


def test_each_is_read_with_its_days_and_only_in_its_period(manager):
    closed = {"closed_by": UserFactory(role="CHAIR"), "closed_at": NOON + dt.timedelta(days=30)}
    met = ConsultationConditionFactory(met_date=DUE, **closed)
    withdrawn = ConsultationConditionFactory(withdrawn_reason="They moved.", **closed)
    ConsultationConditionFactory(due_date=dt.date(2019, 4, 1))
    done = action(done_date=dt.date(2019, 1, 7), **closed)
    none = action(closed_words="They moved.", **closed)
    action(session__in_error=True)
    found = led_of(manager, PERIOD)
    over = closed["closed_at"].date()
    assert found[Led.CONDITIONS] == [Due(met.pk, DUE, DUE, over), Due(withdrawn.pk, DUE, None, over)]
    assert found[Led.ACTIONS] == [
        Due(done.pk, DUE, dt.date(2019, 1, 7), over),
        Due(none.pk, DUE, None, over),
    ]


@pytest.mark.parametrize(
    "change", [{"death_date": dt.date(2018, 5, 1)}, {"birth_date": dt.date(2000, 5, 1)}], ids=["died", "18"]
)
def test_a_condition_is_needed_no_more_once_the_child_died_or_grew_up(manager, change):
    one = ConsultationConditionFactory()
    assert kept(led_of(manager, PERIOD)[Led.CONDITIONS]) == [Kept.OVERDUE]
    Child.every.filter(pk=one.answer.consultation.child_id).update(**change)
    assert kept(led_of(manager, PERIOD)[Led.CONDITIONS]) == [Kept.NOT_NEEDED]


def test_a_condition_goes_with_the_decision_that_was_replaced(manager):
    one = ConsultationFactory(state="AGREED")
    first = ConsultationAnswerFactory(consultation=one)
    ConsultationConditionFactory(answer=first)
    ConsultationAnswerFactory(consultation=one, supersedes=first, supersedes_reason="New facts.")
    assert kept(led_of(manager, PERIOD)[Led.CONDITIONS]) == [Kept.NOT_NEEDED]


def test_what_fell_due_before_the_period_and_is_open_is_no_number_of_the_period(manager):
    later = Period(dt.date(2019, 4, 1), dt.date(2020, 3, 31))
    condition, act = ConsultationConditionFactory(), action()
    closed = {"closed_by": UserFactory(role="CHAIR"), "closed_at": NOON + dt.timedelta(days=30)}
    ConsultationConditionFactory(met_date=DUE, **closed)
    assert led_of(manager, later) == {Led.CONDITIONS: [], Led.ACTIONS: []}
    rows = {kind: [one.row for one in found] for kind, found in open_before(manager, later, ON).items()}
    assert rows == {Led.CONDITIONS: [condition.pk], Led.ACTIONS: [act.pk]}
    assert open_before(manager, PERIOD, ON) == {Led.CONDITIONS: [], Led.ACTIONS: []}


def test_who_is_hidden_is_in_none_of_it(manager):
    child = ChildFactory()
    condition = ConsultationConditionFactory(answer__consultation__requested_child__child=child)
    one = action()
    of_action = one.session.request.children.get().child_id
    assert [due.row for rows in led_of(manager, PERIOD).values() for due in rows] == [condition.pk, one.pk]
    hidden = {"is_restricted": True, "restricted_reason": "x", "restricted_by": manager}
    Child.every.filter(pk__in=[child.pk, of_action]).update(**hidden, restricted_at=NOON)
    assert led_of(manager, PERIOD) == {Led.CONDITIONS: [], Led.ACTIONS: []}
    assert not conditions_behind(manager, [condition.pk]) and not actions_behind(manager, [one.pk])


def test_a_fixed_number_of_queries_however_many_there_are(manager, django_assert_num_queries):
    for _ in range(3):
        ConsultationConditionFactory()
        action()
    with django_assert_num_queries(3):
        led_of(manager, PERIOD)
