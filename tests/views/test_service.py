"""The page "Seen to work": what it shows in each state, who opens it, and emails sent again from it."""

import datetime as dt

import pytest
from django.test import Client
from django.urls import reverse

from conferences.models import Message
from safeguarding.clock import now, today
from safeguarding.models import AuditEntry, Heartbeat
from safeguarding.rights import Permission, Role, holds
from tests.accounts.people import freshly
from tests.factories import (
    MessageFactory,
    ReconciliationDifferenceFactory,
    ReconciliationFactory,
    UserFactory,
)
from tests.views.pages import text

pytestmark = pytest.mark.django_db
REFUSED = "The mail server refuses this email for good"


@pytest.fixture
def manager() -> Client:
    return freshly(Client(), UserFactory(role="MANAGER"))


def parked(**fields) -> Message:
    fields = {"parked_at": now(), "parked_because": REFUSED, "attempts": 3} | fields
    return MessageFactory(**fields)


def page(client: Client) -> str:
    return text(client.get(reverse("service")))


def test_a_service_that_has_just_begun_says_so(manager):
    Heartbeat.objects.all().delete()
    shown = page(manager)
    assert "The worker Stands still Never" in shown
    assert "Oldest waiting since None" in shown and "None was given up." in shown
    assert "No check was made yet." in shown and "Bank holidays known To" in shown


def test_each_part_says_how_it_stands_and_why(manager):
    Heartbeat.objects.filter(part="MAIL").update(
        worked_at=now() - dt.timedelta(minutes=5), wrong="ConnectionRefusedError"
    )
    Heartbeat.objects.filter(part="SCAN").update(took_ms=2400)
    shown = page(manager)
    assert "Email Stands still" in shown and "Last try: nothing answers at its address." in shown
    assert "It took 2 seconds." in shown and "The timetable Works" in shown


def test_e_mails_are_counted(manager):
    MessageFactory(made_at=now() - dt.timedelta(hours=1))
    MessageFactory(recipient=UserFactory(is_active=False))
    MessageFactory(sent_at=now())
    MessageFactory(sent_at=now() - dt.timedelta(hours=24 * 8))
    parked()
    shown = page(manager)
    for words in ("Waiting to be sent 1", "Sent today 1", "Sent this week 1", "Given up 1"):
        assert words in shown


def test_an_e_mail_that_was_given_up_says_to_whom_and_why_and_is_sent_again(manager):
    message = parked(recipient=UserFactory(full_name="Amber Example", email="amber@fableshire.example"))
    shown = page(manager)
    assert "Amber Example amber@fableshire.example" in shown and REFUSED in shown and "3 tries" in shown
    answer = manager.post(reverse("message_again", args=[message.ref]), follow=True)
    assert "sent again within a minute or two, or in the morning where it is night." in text(answer)
    message.refresh_from_db()
    assert (message.parked_at, message.parked_because, message.attempts) == (None, "", 0)
    assert AuditEntry.objects.filter(event="message.sent_again").count() == 1


def test_all_are_sent_again_at_once(manager):
    parked(), parked()
    assert "2 emails are sent again" in text(manager.post(reverse("messages_again"), follow=True))
    assert not Message.objects.filter(parked_at__isnull=False).exists()
    assert "None is given up any more." in text(manager.post(reverse("messages_again"), follow=True))


def test_one_that_was_sent_meanwhile_is_not_sent_twice(manager):
    message = MessageFactory(sent_at=now())
    answer = manager.post(reverse("message_again", args=[message.ref]))
    assert answer.status_code == 409 and "is not among those given up" in text(answer)


def test_many_that_were_given_up_come_in_pages(manager):
    for _ in range(21):
        parked()
    assert page(manager).count(REFUSED) == 20
    assert text(manager.get(reverse("service") + "?page=2")).count(REFUSED) == 1


def test_the_daily_checks_show_what_differed(manager):
    ReconciliationFactory(day=today() - dt.timedelta(hours=48), compared=1240, caught_up=2)
    ReconciliationDifferenceFactory(reconciliation=ReconciliationFactory(day=today()), number=3, subjects=[7])
    shown = page(manager)
    assert "Hold the review conference: 3 not raised (a plan: 7)" in shown
    assert "1,240 None The scan before it caught up with 2 changes." in shown


@pytest.mark.parametrize("role", Role)
def test_only_those_who_look_after_the_service_find_it(role):
    client = freshly(Client(), UserFactory(role=role))
    may = holds(role, Permission.LOOK_AFTER_SERVICE)
    assert (client.get(reverse("service")).status_code == 200) == may
    assert ("Seen to work" in text(client.get("/"))) == may
    message = parked()
    for address in (reverse("message_again", args=[message.ref]), reverse("messages_again")):
        assert client.post(address).status_code == (302 if may else 403)
