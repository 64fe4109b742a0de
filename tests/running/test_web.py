"""The web server as it is run, met by clients who say nothing, dawdle, send too much or lie."""

import errno
import http.client
import json
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from unittest.mock import Mock

import psycopg
import pytest
from psycopg import sql
from waitress.adjustments import Adjustments

from safeguarding.deployment import localservices, roles
from safeguarding.deployment.webworker import Channel, Request
from safeguarding.management.commands.demo import listening
from tests import database
from tests.running.processes import ROOT, clean, wait_for

pytestmark = pytest.mark.services
NAME = "web_for_a_test"
PAGE = "/account/sign-in"
MEGABYTE = 1_000_000
PEOPLE = """
import json
from django.test import Client
from safeguarding.deployment import roles
from safeguarding.models import User
cookies = {}
for role in ("MANAGER", "CHAIR"):
    person = User.objects.create_user(f"{role.lower()}@fableshire.example", full_name="Fable Test", role=role)
    client = Client()
    client.force_login(person)
    cookies[role] = client.cookies["session"].value
roles.make(roles.APPLICATION)
roles.grant(roles.APPLICATION)
print(json.dumps(cookies))
"""


@dataclass(frozen=True)
class Web:
    """A running web server: its port, its people's sessions by role, and where it keeps files it reads."""

    port: int
    sessions: dict[str, str]
    folder: Path

    def connect(self) -> socket.socket:
        return socket.create_connection(("127.0.0.1", self.port), timeout=20)

    def seconds(self, path: str) -> float:
        """How long a page took, which must be one."""
        begun = time.monotonic()
        told = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        told.request("GET", path)
        assert told.getresponse().status == 200
        told.close()
        return time.monotonic() - begun

    def hand_in(self, size: int, role: str = "", sent: int = 0) -> bytes:
        """The answer to the head of a file so large, of which only so much is sent."""
        with self.connect() as client:
            client.sendall(head(size, self.sessions.get(role, "")) + b"x" * sent)
            return read(client)


def head(size: int, session: str, *more: str) -> bytes:
    lines = ["POST /import/ HTTP/1.1", "Host: localhost", f"Content-Length: {size}"]
    lines += ["Content-Type: multipart/form-data; boundary=b", f"Cookie: session={session}", *more]
    return ("\r\n".join(lines) + "\r\n\r\n").encode()


def read(client: socket.socket) -> bytes:
    """All that the server says until it says no more."""
    parts = []
    while part := client.recv(65536):
        parts.append(part)
    return b"".join(parts)


@pytest.fixture(scope="module")
def web(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Web]:
    """The product's own web server with two processes, on a copy of the migrated database."""
    urls = localservices.urls(redis_database=2)
    folder = tmp_path_factory.mktemp("web")
    name, template = sql.Identifier(NAME), sql.Identifier(database.template())
    with psycopg.connect(urls.database, autocommit=True) as connection, ExitStack() as stack:
        database.drop(connection, NAME)
        connection.execute(sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(name, template))
        stack.callback(database.drop, connection, NAME)
        environment = clean(
            DATABASE_URL=urls.database.replace("/safeguarding?", f"/{NAME}?"),
            REDIS_URL=urls.redis,
            SECRET_KEY="k" * 50,
            SAFEGUARDING_STATE_DIR=str(localservices.folder()),
            SAFEGUARDING_DEMO="true",
            TMPDIR=str(folder),
            CENSUS_MOST_MEGABYTES="20",
        )
        made = [sys.executable, "manage.py", "shell", "-v0", "-c", PEOPLE]
        told = subprocess.run(made, cwd=ROOT, env=environment, check=True, capture_output=True, text=True)
        service = environment["DATABASE_URL"].replace("//safeguarding@", f"//{roles.APPLICATION}@")
        port = stack.enter_context(serving({**environment, "DATABASE_URL": service}))
        found = Web(port, json.loads(told.stdout), folder)
        # The first page of a process reads templates and more.
        for _ in range(12):
            found.seconds(PAGE)
        yield found


@contextmanager
def serving(environment: dict[str, str]) -> Iterator[int]:
    with listening(None) as listener:
        command = [sys.executable, "-m", "gunicorn", "--config", "python:safeguarding.deployment.webserver"]
        command += ["safeguarding.wsgi", "--bind", f"fd://{listener.fileno()}"]
        process = subprocess.Popen(command, cwd=ROOT, env=environment, pass_fds=(listener.fileno(),))
        try:
            port = listener.getsockname()[1]
            wait_for(lambda: answers(port), 60)
            yield port
        finally:
            process.terminate()
            assert process.wait(30) == 0


def answers(port: int) -> bool:
    try:
        return Web(port, {}, Path()).seconds("/health/live") > 0
    except OSError:
        return False


def test_two_hundred_silent_and_slow_clients_keep_nobody_waiting(web: Web) -> None:
    with ExitStack() as stack:
        for number in range(200):
            client = stack.enter_context(web.connect())
            starts = (b"", b"GET / HT", head(100, "") + b"a", head(100_000, "") + b"b" * 50_000)
            client.sendall(starts[number % 4])
        waits = [web.seconds(PAGE) for _ in range(20)]
    assert max(waits) < 1


@pytest.mark.parametrize(
    ("role", "size", "status", "sentence"),
    [
        ("", 10 * MEGABYTE, 401, "You are not signed in, so the file was not taken."),
        ("CHAIR", 10 * MEGABYTE, 403, "does not let you open"),
        ("MANAGER", 30 * MEGABYTE, 413, "The file is larger than 20 MB"),
        ("MANAGER", 10**13, 413, "The file is larger than 20 MB"),
    ],
)
def test_a_file_is_refused_before_it_is_read(
    web: Web, role: str, size: int, status: int, sentence: str
) -> None:
    answer = web.hand_in(size, role, sent=1000)
    assert answer.startswith(f"HTTP/1.1 {status} ".encode())
    assert sentence in answer.decode() and "Content-Security-Policy" in answer.decode()
    assert not list(web.folder.iterdir())


def test_a_refused_sender_who_goes_on_sending_still_reads_why(web: Web) -> None:
    answer = web.hand_in(15 * MEGABYTE, "", sent=15 * MEGABYTE)
    assert b"You are not signed in" in answer


def test_who_may_send_is_told_to_go_on(web: Web) -> None:
    with web.connect() as client:
        client.sendall(head(5 * MEGABYTE, web.sessions["MANAGER"], "Expect: 100-continue"))
        assert client.recv(100) == b"HTTP/1.1 100 Continue\r\n\r\n"
        client.sendall(b"x" * 5 * MEGABYTE)
        assert client.recv(12) == b"HTTP/1.1 403"


def test_what_the_loop_and_a_thread_send_at_once_is_sent_once() -> None:
    """The thread that says "go on" is met by the loop, which sends what waits, in the middle of sending."""
    ours, theirs = socket.socketpair()
    channel = Channel(Mock(adj=Adjustments(), active_channels={}), ours, ("", 0), Adjustments(), map={})
    channel.request = Request(Adjustments())
    channel.request.may_come = True
    loop = threading.Thread(target=channel.handle_write)
    send = channel.send

    def meets(data: bytes, do_close: bool) -> int:
        if loop.ident is None:
            loop.start()
            loop.join(timeout=0.5)
        return int(send(data, do_close=do_close))

    channel.send = meets
    channel.send_continue()
    loop.join()
    ours.close()
    assert read(theirs) == b"HTTP/1.1 100 Continue\r\n\r\n"
    assert not channel.will_close
    theirs.close()


def test_how_long_a_request_may_be_read() -> None:
    """A head a quarter of a minute; a body half a minute, and longer the more of it came."""
    request = Request(Adjustments())
    assert request.most_seconds == 15
    request.received(head(1_000_000, ""))
    assert request.most_seconds == 30
    request.received(b"x" * 819_200)
    assert request.most_seconds == 130


def test_a_disk_that_fills_while_a_body_comes_ends_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    request = Request(Adjustments())
    request.received(head(5 * MEGABYTE, ""))
    full = OSError(errno.ENOSPC, "No space left on device")
    monkeypatch.setattr(request.body_rcv, "received", Mock(side_effect=full))
    request.received(b"x" * 1000)
    assert request.completed and request.error.to_response()[0] == "507 Insufficient Storage"
