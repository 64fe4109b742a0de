"""Each e-mail that is owed leaves once, tried by itself, whoever else cannot be reached and for how long."""

import datetime as dt
from smtplib import SMTPDataError, SMTPRecipientsRefused, SMTPServerDisconnected

import pytest
from django.core import mail
from django.core.mail import BadHeaderError
from django.core.mail.backends.locmem import EmailBackend

from conferences.models import Message
from conferences.operations.duties_notices import LEASE, NEVER_TAKEN, REFUSED, STEPS, TRIED_FOR, send_due
from conferences.operations.service import send_all_again
from tests.cast import person
from tests.factories import MessageFactory

pytestmark = pytest.mark.django_db
NOW = dt.datetime(2018, 4, 25, 7, tzinfo=dt.UTC)
MINUTE = dt.timedelta(minutes=1)


class MailServer(EmailBackend):
    """What the mail server says to an address; nothing to one that it takes."""

    says: dict[str, Exception] = {}
    is_away = False

    def send_messages(self, messages):
        if MailServer.is_away:
            raise ConnectionRefusedError
        for message in messages:
            if said := MailServer.says.get(message.to[0]):
                raise said
        return super().send_messages(messages)


@pytest.fixture(autouse=True)
def server(settings):
    settings.EMAIL_BACKEND = f"{__name__}.MailServer"
    MailServer.says, MailServer.is_away = {}, False
    return MailServer


def send(at):
    return send_due(clock=lambda: at)


def owed(number=1, **fields):
    return [MessageFactory(made_at=NOW, **fields) for _ in range(number)]


def reached() -> list[str]:
    return sorted(message.to[0] for message in mail.outbox)


def refuses(message, code=550):
    address = message.recipient.email
    MailServer.says[address] = SMTPRecipientsRefused({address: (code, b"No such user here")})


def again(message) -> Message:
    return Message.objects.get(pk=message.pk)


def test_one_bad_address_costs_nobody_else_anything():
    messages = owed(60)
    refuses(messages[7])
    assert send(NOW) + send(NOW) == 59
    assert reached() == sorted(n.recipient.email for n in messages if n != messages[7])
    bad = again(messages[7])
    assert (bad.parked_at, bad.parked_because, bad.attempts) == (NOW, REFUSED, 1)
    assert send(NOW + TRIED_FOR) == 0


@pytest.mark.parametrize(
    ("said", "is_for_good"),
    [
        (SMTPDataError(554, b"Rejected"), True),
        (SMTPDataError(451, b"Try again later"), False),
        (UnicodeEncodeError("ascii", "é", 0, 1, "not an address"), True),
        (BadHeaderError("Header values can't contain newlines"), True),
        (SMTPServerDisconnected("Connection unexpectedly closed"), False),
        (TimeoutError(), False),
    ],
    ids=["rejected", "busy", "no address", "a broken address", "cut off", "hangs"],
)
def test_what_may_pass_is_tried_again_and_what_may_not_is_parked(server, said, is_for_good):
    one, other = owed(2)
    server.says[one.recipient.email] = said
    assert send(NOW) == 1 and reached() == [other.recipient.email]
    assert (again(one).parked_at is not None) == is_for_good
    server.says = {}
    assert send(NOW + STEPS[0]) == (not is_for_good)


def test_a_full_mailbox_is_tried_again():
    (one,) = owed()
    refuses(one, code=452)
    assert send(NOW) == 0 and again(one).parked_at is None


def test_an_hour_without_a_mail_server_loses_nothing(server):
    owed(20)
    server.is_away, sent = True, 0
    for minute in range(300):
        server.is_away = minute < 60
        sent += send(NOW + minute * MINUTE)
    assert sent == 20 == len(mail.outbox)
    assert not Message.objects.filter(parked_at__isnull=False).exists()


def test_it_is_tried_in_growing_steps(server):
    (one,) = owed()
    server.is_away = True
    tried = []
    for minute in range(500):
        before = again(one).attempts
        send(NOW + minute * MINUTE)
        tried += [minute] if again(one).attempts > before else []
    assert tried == [0, 1, 3, 8, 23, 53, 113, 233, 473]


def test_what_no_server_takes_for_four_days_is_parked_with_the_reason(server):
    (one,) = owed()
    server.is_away = True
    for hours in range(0, 24 * 6, 4):
        send(NOW + dt.timedelta(hours=hours))
    parked = again(one)
    assert parked.parked_because == NEVER_TAKEN and parked.parked_at > NOW + TRIED_FOR
    server.is_away = False
    assert send(NOW + dt.timedelta(days=9)) == 0


def test_what_is_asked_for_again_is_tried_for_four_days_more(server):
    (one,) = owed()
    server.is_away = True
    begins = NOW + 2 * TRIED_FOR
    send(begins)
    send_all_again(by=person("MANAGER"), at=begins)
    for hours in range(0, 97, 4):
        send(begins + dt.timedelta(hours=hours))
    assert again(one).parked_at is None
    send(begins + TRIED_FOR + dt.timedelta(hours=4))
    assert again(one).parked_because == NEVER_TAKEN


def test_what_cannot_wait_goes_first():
    kinds = ["DIGEST", "AT_ONCE", "DIGEST"]
    messages = [MessageFactory(made_at=NOW, kind=kind) for kind in kinds]
    send(NOW)
    assert [message.to[0] for message in mail.outbox] == [messages[n].recipient.email for n in (1, 0, 2)]


def test_no_email_goes_to_somebody_switched_off_meanwhile():
    (one,) = owed()
    type(one.recipient).objects.filter(pk=one.recipient_id).update(is_active=False)
    assert send(NOW) == 0 and not mail.outbox


def test_an_email_whose_worker_died_over_it_is_sent_when_its_lease_is_over():
    owed(2)
    Message.objects.update(attempts=1, lease_until_at=NOW + LEASE)
    assert send(NOW) == 0
    assert send(NOW + LEASE) == 2


def test_a_server_that_is_away_is_asked_three_times_and_the_rest_is_given_back(server):
    messages = owed(10)
    server.is_away = True
    assert send(NOW) == 0
    assert sorted(again(message).attempts for message in messages) == [0] * 7 + [1] * 3
    server.is_away = False
    assert send(NOW + MINUTE / 2) == 7


def test_what_somebody_else_has_claimed_meanwhile_is_theirs(server, monkeypatch):
    """The first of two hangs until both leases are over and another worker has taken them."""
    one, other = owed(2)
    post = server.send_messages

    def hang(self, messages):
        Message.objects.update(attempts=2, lease_until_at=NOW + 3 * MINUTE)
        return post(self, messages)

    monkeypatch.setattr(server, "send_messages", hang)
    send(NOW)
    assert reached() == [one.recipient.email] and again(other).sent_at is None
    assert again(one).sent_at == NOW


def test_what_somebody_else_has_claimed_is_not_given_back(server, monkeypatch):
    messages = owed(5)
    server.is_away = True
    post = server.send_messages

    def hang(self, sent):
        Message.objects.filter(pk=messages[4].pk).update(attempts=2, lease_until_at=NOW + 3 * MINUTE)
        return post(self, sent)

    monkeypatch.setattr(server, "send_messages", hang)
    send(NOW)
    assert (again(messages[4]).attempts, again(messages[3]).attempts) == (2, 0)
    assert again(messages[4]).lease_until_at == NOW + 3 * MINUTE


@pytest.mark.parametrize("hour", [5, 18, 23])
def test_no_email_leaves_in_the_quiet_hours_however_long_it_waited(server, hour):
    (one,) = owed()
    server.is_away = True
    send(NOW)
    server.is_away = False
    # Seven in the morning to seven in the evening, as the clocks show it in April.
    assert send(NOW.replace(day=26, hour=hour)) == 0 and again(one).attempts == 1
    assert send(NOW.replace(day=26, hour=6)) == 1


def slow(server, monkeypatch, begins, takes, *, other_worker=False):
    """A clock that goes on while the mail server takes its time, in which another worker may look too."""
    clock, post, first = [begins], server.send_messages, [True]

    def hang(self, messages):
        clock[0] += takes
        if other_worker and not first.pop():
            with monkeypatch.context() as quick:
                quick.setattr(server, "send_messages", post)
                send(clock[0])
        first.append(False)
        return post(self, messages)

    monkeypatch.setattr(server, "send_messages", hang)
    return lambda: clock[0]


def test_those_for_which_the_hours_of_the_day_are_over_wait_for_the_next_day(server, monkeypatch):
    owed(5)
    clock = slow(server, monkeypatch, NOW.replace(hour=17, minute=58), MINUTE)
    assert send_due(clock=clock) == 2
    assert sorted(Message.objects.filter(sent_at=None).values_list("attempts", flat=True)) == [0, 0, 0]


def test_each_is_held_for_a_whole_lease_when_its_turn_comes(server, monkeypatch):
    """What was claimed with the first is looked for by another worker while the second is being sent."""
    messages = owed(4)
    clock = slow(server, monkeypatch, NOW, LEASE - MINUTE / 2, other_worker=True)
    send_due(clock=clock)
    assert reached() == sorted(message.recipient.email for message in messages)
