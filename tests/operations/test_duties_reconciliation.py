"""The daily check finds what the scan does not: duties that are missing, and duties left standing."""

import datetime as dt

import pytest

from conferences.models import Duty, Reconciliation
from conferences.operations import duties, duties_reconciliation
from conferences.operations.duties_reconciliation import reconcile_once, should_stand, stand
from tests.factories import DutyFactory, EnquiryFactory, PlanFactory, RequestedChildFactory

pytestmark = pytest.mark.django_db
NOW = dt.datetime(2018, 4, 25, 5, tzinfo=dt.UTC)
TODAY = NOW.date()


def clock():
    return NOW


@pytest.fixture
def facts():
    """An enquiry, a request and a plan, each with something due."""
    EnquiryFactory(started_date=dt.date(2018, 4, 9))
    RequestedChildFactory(request__requested_at=dt.datetime(2018, 4, 12, 9, tzinfo=dt.UTC))
    PlanFactory(start_date=dt.date(2018, 1, 22))


def differences(made):
    return {(one.kind, one.is_missing): one.number for one in made.differences.all()}


def test_what_the_scan_raised_is_what_should_stand(facts):
    duties.scan(on=TODAY, at=NOW)
    assert stand() == should_stand(TODAY) and len(stand()) >= 3


def test_a_day_on_which_all_agrees_is_kept_with_what_the_scan_caught_up_with(facts):
    made = reconcile_once(clock=clock)
    assert (made.compared, made.caught_up) == (len(stand()), len(stand()))
    assert differences(made) == {}


def test_a_second_check_on_a_day_changes_nothing(facts):
    reconcile_once(clock=clock)
    assert reconcile_once(clock=clock) is None
    assert Reconciliation.objects.count() == 1


@pytest.fixture
def blind_scan(monkeypatch):
    """A scan that does nothing, as a fault in its statement would make it."""
    monkeypatch.setattr(duties, "scan", lambda *, on, at: duties.Scanned(0, 0))


def test_what_the_scan_does_not_raise_is_found(facts, blind_scan):
    expected = should_stand(TODAY)
    made = reconcile_once(clock=clock)
    found = differences(made)
    assert sum(found.values()) == len(expected) and {is_missing for _, is_missing in found} == {True}


def test_what_the_scan_leaves_standing_is_found_with_its_subject(blind_scan):
    duty = DutyFactory(due_date=dt.date(2018, 1, 2))
    made = reconcile_once(clock=clock)
    (one,) = made.differences.filter(is_missing=False)
    assert (one.kind, one.number) == (duty.kind, 1)
    assert one.subjects == [subject for _, subject, _, _ in stand()]


def test_only_so_many_subjects_are_named(blind_scan, monkeypatch):
    monkeypatch.setattr(duties_reconciliation, "SHOWN_SUBJECTS", 2)
    for _ in range(3):
        DutyFactory(due_date=dt.date(2018, 1, 2))
    (one,) = reconcile_once(clock=clock).differences.filter(is_missing=False)
    assert (one.number, len(one.subjects)) == (3, 2)
    assert Duty.objects.unscoped("test").count() == 3
