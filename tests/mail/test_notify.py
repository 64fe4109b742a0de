"""E-mail by GOV.UK Notify: asked by its reference before it is sent, refused for good, or tried again."""

import datetime as dt

import pytest
from django.core.mail import EmailMessage, get_connection
from django.db import connection

from conferences.models import Message
from conferences.operations.duties_notices import LEASE, REFUSED, send_due
from safeguarding.mail.notify import NotifyRefuses, NotifyUnavailable
from safeguarding.mail.transports import NOTIFY
from tests.factories import MessageFactory
from tests.mail.servers import notify
from tests.mail.test_transports import SECRET, SERVICE, TEMPLATE


@pytest.fixture
def server(settings):
    with notify(SERVICE, SECRET, TEMPLATE) as server:
        settings.EMAIL_BACKEND, settings.NOTIFY_ADDRESS = NOTIFY, server.address
        settings.NOTIFY_TEMPLATE, settings.NOTIFY_API_KEY = TEMPLATE, f"live-{SERVICE}-{SECRET}"
        yield server


def message(to="amber@fableshire.example", identity="<one@fableshire.example>") -> EmailMessage:
    headers = {"Message-ID": identity} if identity else {}
    return EmailMessage("Something is due", "By 3 May.", to=[to], headers=headers)


def test_subject_and_body_are_put_into_the_template(server):
    assert message().send() == 1
    (taken,) = server.taken
    assert taken["personalisation"] == {"subject": "Something is due", "body": "By 3 May."}
    assert (taken["email_address"], taken["template_id"]) == ("amber@fableshire.example", TEMPLATE)
    assert taken["reference"] == "one"


def test_what_notify_has_already_is_not_sent_again(server):
    message().send()
    assert message().send() == 1
    assert len(server.taken) == 1
    message(identity="<two@fableshire.example>").send()
    assert [one["reference"] for one in server.taken] == ["one", "two"]


@pytest.mark.parametrize(("state", "times"), [("delivered", 1), ("sending", 1), ("technical-failure", 2)])
def test_only_what_notify_could_not_deliver_is_sent_again(server, state, times):
    message().send()
    server.taken[0]["status"] = state
    message().send()
    assert len(server.taken) == times


def test_an_address_that_turned_out_not_to_exist_is_refused_for_good(server):
    message().send()
    server.taken[0]["status"] = "permanent-failure"
    with pytest.raises(NotifyRefuses):
        message().send()
    assert len(server.taken) == 1


def test_a_link_to_set_a_password_is_sent_unasked(server):
    message(identity="").send()
    assert server.asked == [] and server.taken[0]["reference"] is None


def test_an_address_that_is_none_is_refused_for_good(server):
    with pytest.raises(NotifyRefuses):
        message(to="amber").send()


def test_a_key_or_a_template_that_is_wrong_is_no_fault_of_the_email(server, settings):
    settings.NOTIFY_API_KEY = f"live-{SERVICE}-{TEMPLATE}"
    with pytest.raises(NotifyUnavailable, match="answered 403"):
        message().send()
    settings.NOTIFY_API_KEY, settings.NOTIFY_TEMPLATE = f"live-{SERVICE}-{SECRET}", SERVICE
    with pytest.raises(NotifyUnavailable, match="answered 404"):
        get_connection().open()


def test_notify_that_is_away_is_tried_again_later(server):
    server.is_away = True
    with pytest.raises(NotifyUnavailable, match="answered 503"):
        message().send()


def test_notify_that_cannot_be_reached_says_no_more_than_that(server, settings):
    settings.NOTIFY_ADDRESS = "http://127.0.0.1:9"
    with pytest.raises(NotifyUnavailable, match="URLError"):
        message().send()


def test_the_connection_is_good_where_key_and_template_are(server):
    get_connection().open()
    assert server.asked == [f"/v2/template/{TEMPLATE}"]


AT = dt.datetime(2018, 4, 25, 9, tzinfo=dt.UTC)


@pytest.mark.django_db
def test_a_worker_that_died_before_it_noted_the_sending_sends_nothing_twice(server):
    owed = MessageFactory(made_at=AT)
    assert send_due(clock=lambda: AT) == 1
    # What was sent stays so, but for a process that died before it could write it.
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL session_replication_role = replica")
        Message.objects.filter(pk=owed.pk).update(sent_at=None)
        cursor.execute("SET LOCAL session_replication_role = DEFAULT")
    assert send_due(clock=lambda: AT + LEASE) == 1
    assert [one["reference"] for one in server.taken] == [str(owed.ref)]


@pytest.mark.django_db
def test_one_that_notify_refuses_is_given_up_and_the_next_one_sent(server):
    refused = MessageFactory(recipient__email="amber", made_at=AT)
    MessageFactory(made_at=AT)
    assert send_due(clock=lambda: AT) == 1
    refused.refresh_from_db()
    assert (refused.parked_because, len(server.taken)) == (REFUSED, 1)


@pytest.mark.django_db
def test_what_notify_does_not_take_now_waits_for_it(server):
    server.is_away = True
    owed = MessageFactory(made_at=AT)
    assert send_due(clock=lambda: AT) == 0
    server.is_away = False
    assert send_due(clock=lambda: AT + dt.timedelta(minutes=2)) == 1
    owed.refresh_from_db()
    assert (owed.parked_at, owed.attempts) == (None, 2)
