"""A manager gives the team's children to workers, hands them over, and takes on whom nobody holds."""

from datetime import date

import pytest

from conferences.models import TakenOn
from conferences.operations.allocations import give, hand_over, review, take_on
from conferences.queries.allocations import find_by_identity, team_children
from safeguarding.access import scope
from safeguarding.clock import now
from safeguarding.models import Allocation, AuditEntry, Child, Team
from safeguarding.refusals import Refused
from tests.cast import person
from tests.factories import (
    AllocationFactory,
    BarFactory,
    ChildFactory,
    RestrictedGrantFactory,
    TakenOnFactory,
    TeamFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def team():
    return TeamFactory(name="East Team")


@pytest.fixture
def manager(team):
    return person("TEAM_MANAGER", team=team)


@pytest.fixture
def worker(team):
    return person("SOCIAL_WORKER", team=team)


@pytest.fixture
def child(team):
    return AllocationFactory(team=team, worker=None, start_date=date(2018, 1, 8)).child


def refused(act, **given):
    with pytest.raises(Refused) as caught:
        act(**given, at=now())
    return caught.value.sentence, caught.value.field, caught.value.status


def test_a_child_is_given_to_a_worker_and_the_duty_lists_follow(manager, worker, child):
    given = give(child=child, worker=worker, by=manager, at=now())
    assert (given.worker, given.team, given.end_date) == (worker, manager.team, None)
    before = Allocation.objects.unscoped("test").filter(child=child).exclude(pk=given.pk).get()
    assert before.end_date is not None
    assert AuditEntry.objects.get(event="allocation.given").detail["worker"] == worker.pk


def test_a_child_is_given_only_to_somebody_of_the_team_who_may_see_it(manager, child):
    other = person("SOCIAL_WORKER", team=TeamFactory())
    barred = person("SOCIAL_WORKER", team=manager.team, email="barred@fableshire.example")
    BarFactory(user=barred, family=child.family)
    for somebody in (other, barred):
        sentence, field, _ = refused(give, child=child, worker=somebody, by=manager)
        assert (sentence, field) == (
            f"{somebody.full_name} cannot be given this child: choose someone else",
            "worker",
        )
    assert refused(give, child=child, worker=None, by=manager)[0] == "Select who the child is given to"


def test_a_child_is_not_given_twice_to_one_worker(manager, worker, child):
    give(child=child, worker=worker, by=manager, at=now())
    sentence, field, _ = refused(give, child=child, worker=worker, by=manager)
    assert (sentence, field) == (f"{worker.full_name} has this child already", "worker")


def test_a_restricted_child_goes_to_a_worker_who_is_named_for_it(manager, worker):
    child = AllocationFactory(team=manager.team, worker=None, child=ChildFactory(restricted=True)).child
    RestrictedGrantFactory(child=child, user=manager)
    assert refused(give, child=child, worker=worker, by=manager)[1] == "worker"
    RestrictedGrantFactory(child=child, user=worker)
    assert give(child=child, worker=worker, by=manager, at=now()).worker == worker


def test_another_teams_child_is_out_of_reach(manager, worker):
    theirs = AllocationFactory(team=TeamFactory()).child
    assert refused(give, child=theirs, worker=worker, by=manager)[2] == 404


def test_a_child_handed_over_is_seen_by_the_other_team_alone(manager, child):
    west = TeamFactory(name="West Team")
    theirs = person("TEAM_MANAGER", team=west, email="west@fableshire.example")
    assert hand_over(child=child, team=west, by=manager, at=now()).worker is None
    assert child in scope(theirs, Child) and child not in scope(manager, Child)


def test_a_child_is_handed_over_to_another_team_that_holds_children(manager, child):
    unit, closed = TeamFactory(is_safeguarding_unit=True), TeamFactory(is_active=False)
    for wrong in (None, manager.team, unit, closed):
        assert refused(hand_over, child=child, team=wrong, by=manager)[1] == "team"


def test_a_child_is_not_handed_over_to_a_team_that_nobody_manages(manager, child):
    west = TeamFactory(name="West Team")
    left = person("TEAM_MANAGER", team=west, email="west@fableshire.example")
    type(left).objects.filter(pk=left.pk).update(is_active=False)
    sentence, field, _ = refused(hand_over, child=child, team=west, by=manager)
    assert field == "team"
    assert sentence == (
        "West Team has no team manager to give the child to a worker. Ask a system administrator to add one"
    )


def test_a_child_whom_nobody_holds_is_found_by_who_it_is_and_taken_on(manager):
    closed = ChildFactory(la_child_id="FAB77", family_name="Lostford", birth_date=date(2012, 5, 1))
    found = find_by_identity(manager, family_name="lostford", born=date(2012, 5, 1))
    assert [(one.child, one.team) for one in found] == [(closed, "")]
    assert [one.child for one in find_by_identity(manager, number="fab77")] == [closed]
    assert closed not in scope(manager, Child)
    taken = take_on(child=closed, reason=" A new referral ", by=manager, at=now())
    assert (taken.reason, taken.team) == ("A new referral", manager.team)
    assert closed in scope(manager, Child)


def test_only_an_exact_match_is_found_and_the_team_that_holds_it_is_named(manager):
    held = AllocationFactory(
        team=TeamFactory(name="West Team"),
        child=ChildFactory(family_name="Lostford", birth_date=date(2012, 5, 1)),
    ).child
    assert [one.team for one in find_by_identity(manager, number=held.la_child_id)] == ["West Team"]
    assert find_by_identity(manager, family_name="Lostfor", born=date(2012, 5, 1)) == []
    assert find_by_identity(manager, family_name="Lostford", born=date(2012, 5, 2)) == []
    sentence, _, _ = refused(take_on, child=held, reason="Why", by=manager)
    assert sentence == "West Team holds this child. Ask its manager to hand the child over."


def test_a_restricted_or_barred_child_is_neither_found_nor_taken_on(manager):
    hidden = ChildFactory(restricted=True)
    barred = ChildFactory()
    BarFactory(user=manager, family=barred.family)
    for child in (hidden, barred):
        assert find_by_identity(manager, number=child.la_child_id) == []
        assert refused(take_on, child=child, reason="Why", by=manager)[2] == 404


def test_taking_on_needs_a_reason_and_a_manager(manager, worker):
    child = ChildFactory()
    assert refused(take_on, child=child, reason=" ", by=manager)[1] == "reason"
    for other in (worker, person("STRATEGIC_LEAD"), person("SYSTEM_ADMINISTRATOR")):
        assert refused(take_on, child=child, reason="Why", by=other)[2] == 403


def test_what_was_taken_on_is_looked_at_by_somebody_else_once(manager):
    taken = TakenOnFactory(taken_on_by=manager)
    lead = person("STRATEGIC_LEAD")
    review(taken_on=taken, by=lead, at=now())
    review(taken_on=taken, by=person("INFORMATION_GOVERNANCE"), at=now())
    assert TakenOn.objects.unscoped("test").get().reviewed_by == lead
    assert AuditEntry.objects.filter(event="allocation.reviewed").count() == 1


def test_nobody_reviews_their_own(manager):
    lead = person("STRATEGIC_LEAD")
    taken = TakenOnFactory(taken_on_by=lead)
    assert refused(review, taken_on=taken, by=lead)[2] == 403


def test_the_team_list_begins_with_those_without_a_worker(manager, worker, child):
    given = AllocationFactory(team=manager.team, worker=worker).child
    AllocationFactory(team=TeamFactory())
    assert [one.child for one in team_children(manager)] == [child, given]
    assert [one.child for one in team_children(manager, "none")] == [child]
    assert [one.child for one in team_children(manager, str(worker.pk))] == [given]
    assert team_children(manager, "9" * 5000).count() == 2


def test_a_team_that_was_closed_meanwhile_is_handed_nothing(manager, child):
    closed = TeamFactory()
    Team.objects.filter(pk=closed.pk).update(is_active=False)
    assert refused(hand_over, child=child, team=closed, by=manager)[:2] == (
        "Select another team that holds children",
        "team",
    )
