"""Follow-ups after a plan ended: each of the three once, after the end, by those whose they are."""

import datetime as dt

import pytest

from conferences.models import FollowUp
from conferences.operations.follow_ups import record_follow_up
from conferences.rules.follow_ups import Which
from safeguarding.refusals import FORBIDDEN, NOT_FOUND, Refused
from tests.cast import person
from tests.factories import AllocationFactory, PlanFactory, TeamFactory

pytestmark = pytest.mark.django_db
AT = dt.datetime(2018, 10, 8, 10, tzinfo=dt.UTC)
ENDED, HELD = dt.date(2018, 7, 2), dt.date(2018, 10, 1)


@pytest.fixture
def plan():
    found = PlanFactory(end_date=ENDED, end_reason="RISK_REDUCED")
    AllocationFactory(child=found.child, team=TeamFactory())
    return found


def worker_of(plan):
    return person("SOCIAL_WORKER", team=plan.child.allocations.get().team)


def record(plan, **given):
    values = {"which": Which.FIRST, "held_date": HELD, "how_child_is": " Well. ", "help_now": "", "at": AT}
    return record_follow_up(plan=plan, **({"by": worker_of(plan)} | values | given))


def test_a_follow_up_is_kept_with_who_and_when(plan):
    held = record(plan)
    assert (held.which, held.held_date, held.how_child_is, held.recorded_at) == ("FIRST", HELD, "Well.", AT)


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"which": None}, "Select which follow-up it is"),
        ({"how_child_is": " "}, "Enter how the child is"),
        ({"held_date": None}, "Enter the day of the follow-up"),
        ({"held_date": dt.date(2018, 10, 9)}, "The day of the follow-up cannot be in the future"),
        ({"held_date": ENDED}, "The follow-up must be after the plan ended, 2 July 2018"),
    ],
)
def test_what_is_missing_or_cannot_be_is_refused(plan, given, words):
    with pytest.raises(Refused) as refused:
        record(plan, **given)
    assert [problem.sentence for problem in refused.value.problems] == [words]


def test_each_is_recorded_once(plan):
    record(plan)
    with pytest.raises(Refused, match="This follow-up is already recorded"):
        record(plan)
    record(plan, which=Which.SECOND)
    assert FollowUp.objects.unscoped("test").count() == 2


def test_a_plan_that_runs_is_not_followed_up(plan):
    later = PlanFactory(child=plan.child, start_date=plan.end_date + dt.timedelta(30))
    with pytest.raises(Refused, match="This plan has not ended"):
        record(later)


def test_another_team_s_child_is_not_there_and_other_roles_may_not(plan):
    stranger = person("SOCIAL_WORKER", team=TeamFactory())
    with pytest.raises(Refused) as refused:
        record(plan, by=stranger)
    assert refused.value.status == NOT_FOUND
    with pytest.raises(Refused) as refused:
        record(plan, by=person("BUSINESS_SUPPORT"))
    assert refused.value.status == FORBIDDEN
    assert record(plan, by=person("CHAIR")).pk
