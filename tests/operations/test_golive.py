"""The go-live day: set, moved while it lies ahead, and never once it has come."""

import datetime as dt

import pytest
from django.db import ProgrammingError, transaction

from safeguarding.golive.day import live_since
from safeguarding.golive.operations import HAS_COME, set_go_live
from safeguarding.models import AuditEntry, GoLive
from safeguarding.refusals import Refused
from tests.cast import person
from tests.golive import live_from

pytestmark = pytest.mark.django_db
# A Monday, set on the Wednesday before.
DAY, AT = dt.date(2018, 6, 4), dt.datetime(2018, 5, 30, 9, tzinfo=dt.UTC)
ON_THE_DAY = dt.datetime(2018, 6, 4, 0, 1, tzinfo=dt.UTC)


@pytest.fixture(autouse=True)
def no_day(db) -> None:
    live_from(None)


@pytest.fixture
def administrator():
    return person("SYSTEM_ADMINISTRATOR")


def set_day(by, day=DAY, reason="", *, at=AT, **fields):
    return set_go_live(day=day, reason=reason, by=by, at=at, **fields)


def test_the_service_is_live_from_the_day_on_and_not_before(administrator):
    set_day(administrator)
    days = [DAY - dt.timedelta(hours=24), DAY, DAY + dt.timedelta(hours=24)]
    assert [live_since(day) for day in days] == [None, DAY, DAY]


def test_another_day_needs_its_reason_and_what_was_stays_in_the_history(administrator):
    set_day(administrator)
    later = dt.date(2018, 6, 11)
    with pytest.raises(Refused, match="Enter why the day is moved"):
        set_day(administrator, later)
    row = set_day(administrator, later, "The training is late.")
    assert GoLive.objects.get().day == later
    assert [one.day for one in row.history.order_by("pgh_id")][-2:] == [DAY, later]
    told = AuditEntry.objects.filter(event="golive.set").order_by("pk").values_list("detail", flat=True)
    assert list(told)[1] == {"before": "2018-06-04", "after": "2018-06-11"}


@pytest.mark.parametrize(
    ("day", "field", "sentence"),
    [
        (None, "day", "Enter the go-live day"),
        (dt.date(2018, 5, 29), "day", "must be today or later"),
        (dt.date(2999, 1, 1), "day", "days are counted no further"),
        (AT.date(), "is_today_meant", "Say that you mean today"),
    ],
)
def test_a_day_that_cannot_be_is_refused_beside_its_field(administrator, day, field, sentence):
    with pytest.raises(Refused, match=sentence) as refusal:
        set_day(administrator, day)
    assert [problem.field for problem in refusal.value.problems] == [field]
    assert not GoLive.objects.exists()


def test_the_same_day_again_is_refused(administrator):
    set_day(administrator)
    with pytest.raises(Refused, match="is 4 June 2018 already"):
        set_day(administrator, reason="Once more.")


def test_today_is_taken_where_it_is_meant(administrator):
    set_day(administrator, AT.date(), is_today_meant=True)
    assert live_since(AT.date()) == AT.date()


def test_once_the_day_has_come_it_is_never_moved(administrator):
    set_day(administrator)
    with pytest.raises(Refused, match=HAS_COME):
        set_day(administrator, dt.date(2018, 7, 2), "Too early.", at=ON_THE_DAY)


def test_the_database_refuses_it_too(administrator):
    set_day(administrator)
    GoLive.objects.update(begun_at=ON_THE_DAY)
    with pytest.raises(ProgrammingError), transaction.atomic():
        GoLive.objects.update(day=dt.date(2018, 7, 2))
    with pytest.raises(ProgrammingError), transaction.atomic():
        GoLive.objects.all().delete()


@pytest.mark.parametrize("role", ["MANAGER", "STRATEGIC_LEAD", "BUSINESS_SUPPORT"])
def test_the_others_may_not_set_it(role):
    with pytest.raises(Refused, match="Your role does not allow you"):
        set_day(person(role))
