"""A duty is held by nobody who cannot do it or may not see the child: it is their role's."""

import datetime as dt

import pytest

from conferences.models import Duty, Enquiry, Notice, StrategyDiscussion
from conferences.operations.duties import scan
from conferences.operations.duties_refresh import refresh
from conferences.queries.duties_parts import own_duties
from safeguarding.models import User
from tests.factories import (
    AllocationFactory,
    BarFactory,
    ChildFactory,
    EnquiryFactory,
    RequestedChildFactory,
    RestrictedGrantFactory,
    TeamFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db
BEGUN, ON = dt.date(2018, 4, 9), dt.date(2018, 4, 18)
AT = dt.datetime(2018, 4, 18, 5, tzinfo=dt.UTC)
BEGUN_AT, UNTIL = dt.datetime(2018, 4, 1, tzinfo=dt.UTC), dt.datetime(2018, 5, 1, tzinfo=dt.UTC)


@pytest.fixture
def team():
    return TeamFactory()


@pytest.fixture
def worker(team):
    return UserFactory(role="SOCIAL_WORKER", team=team)


def enquiry_of(worker, **child):
    """An enquiry whose request is due today, from a worker whose team holds the child."""
    enquiry = EnquiryFactory(started_date=BEGUN, child=ChildFactory(**child))
    AllocationFactory(child=enquiry.child, worker=worker, team=worker.team)
    return enquiry


def left_team(worker, enquiry):
    User.objects.filter(pk=worker.pk).update(team=TeamFactory())


def became_chair(worker, enquiry):
    User.objects.filter(pk=worker.pk).update(team=None, role="CHAIR")


def became_administrator(worker, enquiry):
    User.objects.filter(pk=worker.pk).update(team=None, role="SYSTEM_ADMINISTRATOR")


def barred(worker, enquiry):
    BarFactory(user=worker, family=enquiry.child.family)


CANNOT = [left_team, became_chair, became_administrator, barred]


@pytest.mark.parametrize("cannot", CANNOT)
def test_what_a_worker_can_do_no_longer_is_the_teams(team, worker, cannot):
    mate = UserFactory(role="SOCIAL_WORKER", team=team)
    manager = UserFactory(role="TEAM_MANAGER", team=team)
    enquiry = enquiry_of(worker)
    scan(on=BEGUN, at=AT)
    cannot(worker, enquiry)
    scan(on=ON, at=AT)
    duty = Duty.every.get()
    assert (duty.owner, duty.owner_role) == (None, "SOCIAL_WORKER")
    assert own_duties(mate, None).filter(pk=duty.pk).exists()
    assert not own_duties(User.objects.get(pk=worker.pk), None).exists()
    assert Notice.objects.filter(recipient=manager, rung="TODAY").exists()


def test_a_worker_who_is_named_for_a_restricted_child_keeps_it(worker):
    enquiry = enquiry_of(worker)
    type(enquiry.child).every.filter(pk=enquiry.child.pk).update(
        is_restricted=True, restricted_by=worker, restricted_at=AT, restricted_reason="x"
    )
    scan(on=ON, at=AT)
    assert Duty.every.get().owner is None
    RestrictedGrantFactory(child=enquiry.child, user=worker, granted_at=BEGUN_AT, until_at=UNTIL)
    scan(on=ON, at=AT)
    assert Duty.every.get().owner == worker


def test_a_change_raises_it_for_nobody_who_left(worker):
    enquiry = enquiry_of(worker)
    left_team(worker, enquiry)
    refresh(enquiry, met_by=None, at=AT)
    assert Duty.every.get().owner is None


@pytest.mark.parametrize("cannot", CANNOT)
def test_what_was_given_to_somebody_who_cannot_is_taken_back(team, worker, cannot):
    enquiry = enquiry_of(worker)
    mate = UserFactory(role="SOCIAL_WORKER", team=team)
    scan(on=ON, at=AT)
    Duty.every.update(given_to=mate, owner=mate)
    cannot(mate, enquiry)
    scan(on=ON, at=AT)
    duty = Duty.every.get()
    assert (duty.given_to, duty.owner) == (None, worker)


def test_what_was_given_to_somebody_named_for_the_child_stays_theirs(worker):
    enquiry = enquiry_of(worker)
    named = UserFactory(role="SOCIAL_WORKER", team=TeamFactory())
    RestrictedGrantFactory(child=enquiry.child, user=named, granted_at=BEGUN_AT, until_at=UNTIL)
    scan(on=ON, at=AT)
    Duty.every.update(given_to=named, owner=named)
    scan(on=ON, at=AT)
    assert Duty.every.get().owner == named


def test_what_one_put_off_the_next_has_not(team, worker):
    enquiry = enquiry_of(worker)
    scan(on=ON, at=AT)
    Duty.every.update(put_off_until_date=dt.date(2018, 4, 25))
    scan(on=ON, at=AT)
    assert Duty.every.get().put_off_until_date == dt.date(2018, 4, 25)
    mate = UserFactory(role="SOCIAL_WORKER", team=team)
    enquiry.child.allocations.update(worker=mate)
    scan(on=ON, at=AT)
    duty = Duty.every.get()
    assert (duty.owner, duty.put_off_until_date) == (mate, None)


def test_what_is_put_off_comes_back_where_the_conference_moved_before_its_day(worker):
    """The law's day of the enquiry is 30 April; until the 26th, then, it was put off too long."""
    enquiry = enquiry_of(worker)
    at = dt.datetime(2018, 4, 16, 9, tzinfo=dt.UTC)
    RequestedChildFactory(child=enquiry.child, enquiry=enquiry, request__requested_at=at)
    scan(on=ON, at=AT)
    duty = Duty.every.get(kind="SCHEDULE_REQUEST")
    Duty.every.filter(pk=duty.pk).update(put_off_until_date=dt.date(2018, 4, 26))
    scan(on=ON, at=AT)
    duty.refresh_from_db()
    assert duty.put_off_until_date == dt.date(2018, 4, 26)
    earlier = dt.date(2018, 4, 3)
    StrategyDiscussion.every.filter(enquiry=enquiry).update(held_date=earlier)
    Enquiry.every.filter(pk=enquiry.pk).update(started_date=earlier)
    scan(on=ON, at=AT)
    duty.refresh_from_db()
    assert (duty.closed_at, duty.put_off_until_date) == (None, None)
