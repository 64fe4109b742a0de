"""Work that is given to somebody just as they leave is refused, or handed on with the rest."""

import pytest

from conferences.operations.allocations import give
from conferences.operations.handovers import pass_work_on
from safeguarding.access.operations import grant
from safeguarding.clock import day_of
from safeguarding.operation import lock
from safeguarding.refusals import Refused
from tests.cast import person
from tests.factories import AllocationFactory, ChildFactory, TeamFactory
from tests.rush import Hand, meanwhile
from tests.scheduling import NOW


@pytest.mark.django_db(transaction=True)
def test_nothing_is_given_to_somebody_who_leaves_meanwhile():
    team = TeamFactory()
    leaver, manager = person("SOCIAL_WORKER", team=team), person("TEAM_MANAGER", team=team)
    own, other = AllocationFactory(team=team, worker=leaver).child, AllocationFactory(team=team, worker=None)
    hidden = ChildFactory(is_restricted=True, restricted_by=manager, restricted_at=NOW, restricted_reason="X")
    hands = [
        Hand(give, child=other.child, worker=leaver, by=manager),
        Hand(grant, child=hidden, user=leaver, reason="X", until=day_of(NOW), by=person("STRATEGIC_LEAD")),
    ]

    def act():
        given = {"chair": None, "worker": manager, "duties_to": None, "reason": "Has left"}
        pass_work_on(user=leaver, **given, by=person("SYSTEM_ADMINISTRATOR"), at=NOW)

    assert meanwhile(hands, lambda: lock(leaver), act) == [Refused, Refused]
    assert own.allocations.filter(worker=manager, end_date=None).exists()
    assert not leaver.allocations.filter(end_date=None).exists()
