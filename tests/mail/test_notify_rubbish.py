"""What answers wrongly in Notify's place: tried again later, and it is not told the key."""

import socketserver
import threading
import time

import pytest
from django.core.mail import EmailMessage

from conferences.models import Message
from conferences.operations.duties_notices import send_due
from safeguarding.mail.notify import NotifyUnavailable
from safeguarding.mail.transports import NOTIFY
from tests.factories import NOON, MessageFactory
from tests.mail.servers import HERE, serving
from tests.mail.test_transports import SECRET, SERVICE, TEMPLATE


def http(body: bytes, status: str = "200 OK", *heads: str) -> bytes:
    lines = [f"HTTP/1.1 {status}", f"Content-Length: {len(body)}", *heads, "", ""]
    return "\r\n".join(lines).encode() + body


LIST = http(b'{"notifications": []}')
RUBBISH = {
    "no HTTP": b"220 mail.example ESMTP\r\n",
    "nothing": b"",
    "a list": http(b"[]"),
    "a word": http(b'"ok"'),
    "null": http(b"null"),
    "a page": http(b"<html>Sign in to the network</html>"),
    "no notifications": http(b"{}"),
    "notifications that are none": http(b'{"notifications": "all"}'),
    "a notification that is none": http(b'{"notifications": [1]}'),
    "brackets without an end": http(b"[" * 200_000),
    "cut short": b"HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n{",
    "a long head": b"HTTP/1.1 200 OK\r\nX: " + b"x" * 70_000 + b"\r\n\r\n",
    "broken UTF-8": http(b'{"notifications": "\xff\xfe"}'),
    "errors that are words": http(b'{"errors": ["email_address"]}', "400 BAD REQUEST"),
    "errors that are null": http(b'{"errors": null}', "400 BAD REQUEST"),
    "an error that is none": http(b"[]", "400 BAD REQUEST"),
    "an error cut short": b"HTTP/1.1 400 BAD REQUEST\r\nContent-Length: 500\r\n\r\n{",
    "too long": http(b'{"x": "' + b"x" * 1_100_000 + b'"}'),
}


class Answers(socketserver.BaseRequestHandler):
    """Answers each request with the next of `server.answers`, the last again and again."""

    def handle(self) -> None:
        got = b""
        while b"\r\n\r\n" not in got and (piece := self.request.recv(65536)):
            got += piece
        self.server.got.append(got)
        answers = self.server.answers
        self.request.sendall(answers.pop(0) if len(answers) > 1 else answers[0])


class Server(socketserver.ThreadingTCPServer):
    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that goes away in the middle."""


@pytest.fixture
def server(settings):
    with Server((HERE, 0), Answers) as server:
        server.got, server.answers = [], [LIST]
        server.address = f"http://{HERE}:{server.server_address[1]}"
        settings.EMAIL_BACKEND, settings.NOTIFY_ADDRESS = NOTIFY, server.address
        settings.NOTIFY_TEMPLATE, settings.NOTIFY_API_KEY = TEMPLATE, f"live-{SERVICE}-{SECRET}"
        with serving(server):
            yield server


def send():
    headers = {"Message-ID": "<one@fableshire.example>"}
    return EmailMessage("Something", "By 3 May.", to=["amber@fableshire.example"], headers=headers).send()


@pytest.mark.parametrize("answer", RUBBISH.values(), ids=RUBBISH)
def test_rubbish_is_tried_again_later(server, answer):
    server.answers = [answer]
    with pytest.raises(NotifyUnavailable):
        send()


@pytest.mark.parametrize("answer", RUBBISH.values(), ids=RUBBISH)
def test_what_does_not_say_that_it_was_taken_was_not_taken(server, answer):
    server.answers = [LIST, answer]
    with pytest.raises(NotifyUnavailable):
        send()


@pytest.mark.parametrize("status", ["301 Moved", "302 Found", "303 See", "307 Moved", "308 Moved"])
def test_nobody_is_followed_elsewhere_with_the_key(server, status):
    with Server((HERE, 0), Answers) as other:
        other.got, other.answers = [], [http(b'{"id": "1", "notifications": []}')]
        with serving(other):
            to = f"Location: http://{HERE}:{other.server_address[1]}/"
            for answers in ([http(b"", status, to)], [LIST, http(b"", status, to)]):
                server.answers = answers
                with pytest.raises(NotifyUnavailable):
                    send()
    assert other.got == []


def test_an_answer_that_drips_ends_in_time(server, settings):
    settings.EMAIL_TIMEOUT = 0.5
    done = threading.Event()

    def drip(self) -> None:
        self.request.recv(65536)
        self.request.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 9000\r\n\r\n")
        while not done.wait(0.05):
            self.request.sendall(b" ")

    server.RequestHandlerClass = type("Drips", (Answers,), {"handle": drip})
    began = time.monotonic()
    with pytest.raises(NotifyUnavailable, match="TimeoutError"):
        send()
    assert time.monotonic() - began < 5
    done.set()


@pytest.mark.django_db
def test_rubbish_for_one_costs_no_other_its_turn(server):
    owed = [MessageFactory() for _ in range(2)]
    server.answers = [http(b"[]"), LIST, http(b'{"id": "1"}', "201 CREATED")]
    assert send_due(clock=lambda: NOON) == 1
    assert Message.objects.filter(pk__in=[one.pk for one in owed], sent_at=None).count() == 1
