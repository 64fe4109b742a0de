"""Work that is given to somebody just as they leave is refused, or handed on with the rest."""

import pytest
from django.db import connection

from conferences.operations.allocations import give
from conferences.operations.children_feed import accept_feed, ask_in
from conferences.operations.handovers import pass_work_on
from safeguarding.access.operations import grant
from safeguarding.clock import day_of
from safeguarding.directory.directory import directories
from safeguarding.directory.operations import take_out
from safeguarding.operation import lock
from safeguarding.refusals import Refused
from tests.cast import person
from tests.factories import AllocationFactory, ChildFactory, ChildrenFeedFactory, TeamFactory
from tests.rush import Hand, meanwhile
from tests.scheduling import NOW

pytestmark = pytest.mark.django_db(transaction=True)


def leaving(leaver, worker):
    to = {"chair": None, "worker": worker, "duties_to": None}
    return to | {"user": leaver, "reason": "Has left", "by": person("SYSTEM_ADMINISTRATOR")}


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
        pass_work_on(**leaving(leaver, manager), at=NOW)

    assert meanwhile(hands, lambda: lock(leaver), act) == [Refused, Refused]
    assert own.allocations.filter(worker=manager, end_date=None).exists()
    assert not leaver.allocations.filter(end_date=None).exists()


def test_whom_a_file_gives_to_somebody_who_leaves_is_handed_on_too():
    """A file of children is taken in with who holds them locked, as here."""
    team = TeamFactory()
    leaver, manager = person("SOCIAL_WORKER", team=team), person("TEAM_MANAGER", team=team)

    def hold():
        with connection.cursor() as cursor:
            cursor.execute("LOCK TABLE safeguarding_allocation IN SHARE ROW EXCLUSIVE MODE")

    hands = [Hand(pass_work_on, **leaving(leaver, manager))]
    assert meanwhile(hands, hold, lambda: AllocationFactory(team=team, worker=leaver)) == [None]
    assert not leaver.allocations.filter(end_date=None).exists()


def test_a_file_that_is_being_taken_in_is_not_left_for_another():
    feed, support = ChildrenFeedFactory(), person("BUSINESS_SUPPORT")
    hands = [Hand(accept_feed, file_name="b.csv", sha256="b" * 64, size=1, by=support)]
    assert meanwhile(hands, lambda: lock(feed), lambda: ask_in(feed=feed, by=support, at=NOW)) == [None]
    feed.refresh_from_db()
    assert feed.status == "GOING_IN"


def test_a_team_that_a_file_gives_a_child_to_meanwhile_stays_in_use():
    team, directory = TeamFactory(), directories()["teams"]

    def hold():
        with connection.cursor() as cursor:
            cursor.execute("LOCK TABLE safeguarding_allocation IN SHARE ROW EXCLUSIVE MODE")

    hands = [Hand(take_out, directory=directory, row=team, by=person("SYSTEM_ADMINISTRATOR"))]
    assert meanwhile(hands, hold, lambda: AllocationFactory(team=team, worker=None)) == [Refused]
    team.refresh_from_db()
    assert team.is_active
