"""Each e-mail that is owed leaves once, tried by itself, whoever else cannot be reached and for how long."""

import datetime as dt
from smtplib import SMTPDataError, SMTPRecipientsRefused, SMTPServerDisconnected

import pytest
from django.core import mail
from django.core.mail import BadHeaderError
from django.core.mail.backends.locmem import EmailBackend

from conferences.models import Message
from conferences.operations.duties_notices import NEVER_TAKEN, REFUSED, STEPS, TRIED_FOR, send_due
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
    assert send_due(at=NOW) + send_due(at=NOW) == 59
    assert reached() == sorted(n.recipient.email for n in messages if n != messages[7])
    bad = again(messages[7])
    assert (bad.parked_at, bad.parked_because, bad.attempts) == (NOW, REFUSED, 1)
    assert send_due(at=NOW + TRIED_FOR) == 0


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
    assert send_due(at=NOW) == 1 and reached() == [other.recipient.email]
    assert (again(one).parked_at is not None) == is_for_good
    server.says = {}
    assert send_due(at=NOW + STEPS[0]) == (not is_for_good)


def test_a_full_mailbox_is_tried_again():
    (one,) = owed()
    refuses(one, code=452)
    assert send_due(at=NOW) == 0 and again(one).parked_at is None


def test_an_hour_without_a_mail_server_loses_nothing(server):
    owed(20)
    server.is_away, sent = True, 0
    for minute in range(300):
        server.is_away = minute < 60
        sent += send_due(at=NOW + minute * MINUTE)
    assert sent == 20 == len(mail.outbox)
    assert not Message.objects.filter(parked_at__isnull=False).exists()


def test_it_is_tried_in_growing_steps(server):
    (one,) = owed()
    server.is_away = True
    tried = []
    for minute in range(500):
        before = again(one).attempts
        send_due(at=NOW + minute * MINUTE)
        tried += [minute] if again(one).attempts > before else []
    assert tried == [0, 1, 3, 8, 23, 53, 113, 233, 473]


def test_what_no_server_takes_for_four_days_is_parked_with_the_reason(server):
    (one,) = owed()
    server.is_away = True
    for hours in range(0, 24 * 6, 4):
        send_due(at=NOW + dt.timedelta(hours=hours))
    parked = again(one)
    assert parked.parked_because == NEVER_TAKEN and parked.parked_at > NOW + TRIED_FOR
    server.is_away = False
    assert send_due(at=NOW + dt.timedelta(days=9)) == 0


def test_what_cannot_wait_goes_first():
    kinds = ["DIGEST", "AT_ONCE", "DIGEST"]
    messages = [MessageFactory(made_at=NOW, kind=kind) for kind in kinds]
    send_due(at=NOW)
    assert [message.to[0] for message in mail.outbox] == [messages[n].recipient.email for n in (1, 0, 2)]


def test_no_email_goes_to_somebody_switched_off_meanwhile():
    (one,) = owed()
    type(one.recipient).objects.filter(pk=one.recipient_id).update(is_active=False)
    assert send_due(at=NOW) == 0 and not mail.outbox


def test_an_email_whose_worker_died_over_it_is_sent_when_its_lease_is_over():
    owed(2)
    Message.objects.update(attempts=1, lease_until_at=NOW + STEPS[0])
    assert send_due(at=NOW) == 0
    assert send_due(at=NOW + STEPS[0]) == 2


def test_a_server_that_is_away_is_asked_three_times_and_the_rest_is_given_back(server):
    messages = owed(10)
    server.is_away = True
    assert send_due(at=NOW) == 0
    assert sorted(again(message).attempts for message in messages) == [0] * 7 + [1] * 3
    server.is_away = False
    assert send_due(at=NOW + MINUTE / 2) == 7


def test_what_somebody_else_has_claimed_meanwhile_is_theirs(server, monkeypatch):
    """The first of two hangs until both leases are over and another worker has taken them."""
    one, other = owed(2)
    send = server.send_messages

    def hang(self, messages):
        Message.objects.update(attempts=2, lease_until_at=NOW + 3 * MINUTE)
        return send(self, messages)

    monkeypatch.setattr(server, "send_messages", hang)
    send_due(at=NOW)
    assert reached() == [one.recipient.email] and again(other).sent_at is None
    assert again(one).sent_at == NOW


def test_what_somebody_else_has_claimed_is_not_given_back(server, monkeypatch):
    messages = owed(5)
    server.is_away = True
    send = server.send_messages

    def hang(self, sent):
        Message.objects.filter(pk=messages[4].pk).update(attempts=2, lease_until_at=NOW + 3 * MINUTE)
        return send(self, sent)

    monkeypatch.setattr(server, "send_messages", hang)
    send_due(at=NOW)
    assert (again(messages[4]).attempts, again(messages[3]).attempts) == (2, 0)
    assert again(messages[4]).lease_until_at == NOW + 3 * MINUTE
