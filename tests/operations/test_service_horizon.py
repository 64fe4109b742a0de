"""More bank holidays are asked for long before the known ones end: of administrators, once a month."""

import datetime as dt

import pytest
from django.db import IntegrityError

from conferences.models import Message
from conferences.operations import service_horizon
from conferences.operations.service_horizon import ask_for_holidays
from safeguarding.workingdays import Calendar
from tests.factories import MessageFactory, UserFactory

pytestmark = pytest.mark.django_db
CALENDAR = Calendar(frozenset(), dt.date(2018, 1, 1), dt.date(2020, 12, 31))
FIRST = dt.datetime(2019, 6, 30, 9, tzinfo=dt.UTC)


@pytest.fixture(autouse=True)
def calendar(monkeypatch):
    monkeypatch.setattr(service_horizon, "england", lambda: CALENDAR)


@pytest.fixture
def admin():
    UserFactory(role="MANAGER")
    UserFactory(role="SYSTEM_ADMINISTRATOR", is_active=False)
    return UserFactory(role="SYSTEM_ADMINISTRATOR")


def test_nobody_is_asked_before_the_day(admin):
    assert ask_for_holidays(at=FIRST - dt.timedelta(hours=24)) == 0


def test_whoever_can_see_to_it_is_asked_once(admin):
    assert ask_for_holidays(at=FIRST) == 1
    assert ask_for_holidays(at=FIRST + dt.timedelta(hours=1)) == 0
    (message,) = Message.objects.all()
    assert message.recipient == admin
    assert message.subject == "Child protection conferences: bank holidays are known to 31 December 2020"
    assert "bankholidays.json" in message.body and "/service" in message.body


def test_they_are_asked_again_a_month_later_while_none_were_added(admin):
    ask_for_holidays(at=FIRST)
    assert ask_for_holidays(at=FIRST + dt.timedelta(hours=24 * 29)) == 0
    assert ask_for_holidays(at=FIRST + dt.timedelta(hours=24 * 30)) == 1


def test_nobody_is_asked_at_night(admin):
    assert ask_for_holidays(at=FIRST.replace(hour=1)) == 0


def test_the_database_keeps_it_to_one_a_person_and_day(admin):
    MessageFactory(recipient=admin, kind="SERVICE", day=FIRST.date())
    with pytest.raises(IntegrityError):
        MessageFactory(recipient=admin, kind="SERVICE", day=FIRST.date())
