"""Two hundred people at work at once, against the web server as it is run: how soon is each answered?

They sit in this process, each opening a page, reading it for some seconds, and opening the next.
"""

from __future__ import annotations

import asyncio
import os
import random
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from socket import socket

import psutil
from django.conf import settings
from django.db import connection
from django.test import Client

from safeguarding.deployment import localservices
from safeguarding.management.commands.demo import answers, listening
from safeguarding.models import User
from tests.bench.processor import backend, clock_of
from tests.bench.sizes import clone
from tests.demo_database import address

# How many of the two hundred do the work of which person of the demo.
CROWD = {"socialworker": 110, "teammanager": 20, "chair": 30, "support": 20, "manager": 12, "lead": 8}
SECONDS = 60.0
# How long a page is read before the next is asked for.
THINKING = (2.0, 8.0)
READY_SECONDS = 60
OK = 200


@dataclass(frozen=True)
class Visitor:
    """Somebody signed in, and the addresses they go round."""

    cookie: str
    addresses: tuple[str, ...]


@dataclass
class Answers:
    """Seconds to each answer, and how many were no page."""

    waits: list[float] = field(default_factory=list)
    refused: int = 0

    def percentile(self, part: float) -> float:
        """In milliseconds."""
        return sorted(self.waits)[min(len(self.waits) - 1, int(part * len(self.waits)))] * 1000


@dataclass(frozen=True)
class Trial:
    """How the crowd was answered; processor seconds of the web server, the database and everybody else."""

    answers: Answers
    seconds: float
    web: float
    database: float
    others: float

    @property
    def a_second(self) -> float:
        return len(self.answers.waits) / self.seconds

    @property
    def milliseconds(self) -> float:
        """Of the processor, a request."""
        return (self.web + self.database) / len(self.answers.waits) * 1000


def visitors(rounds: dict[str, tuple[str, ...]]) -> list[Visitor]:
    """The crowd, each with a session of their own; `rounds`: person of the demo -> addresses to go round."""
    return [
        Visitor(_session(user), rounds[who])
        for who, times in CROWD.items()
        for user in User.objects.filter(email__endswith=clone(f"{who}@fableshire.example", times))
    ]


def _session(user: User) -> str:
    client = Client()
    client.force_login(user)
    return f"{settings.SESSION_COOKIE_NAME}={client.cookies[settings.SESSION_COOKIE_NAME].value}"


@contextmanager
def web_server() -> Iterator[tuple[int, int]]:
    """The product's own web server on this database: its port, and its process."""
    with listening(None) as listener:
        process = _started(listener)
        try:
            port = listener.getsockname()[1]
            _wait(process, f"http://127.0.0.1:{port}/health/ready")
            yield port, process.pid
        finally:
            process.terminate()
            process.wait(30)


def _started(listener: socket) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "gunicorn", "--config", "python:safeguarding.deployment.webserver"]
    command += ["safeguarding.wsgi", "--bind", f"fd://{listener.fileno()}"]
    environment = {key: value for key, value in os.environ.items() if key != "SAFEGUARDING_TESTING"} | {
        "DATABASE_URL": address(str(connection.settings_dict["NAME"])),
        "REDIS_URL": localservices.urls().redis,
        "SECRET_KEY": settings.SECRET_KEY,
        "SAFEGUARDING_DEMO": "true",
        "LOG_LEVEL": "ERROR",
        "DJANGO_SETTINGS_MODULE": "safeguarding.settings",
    }
    return subprocess.Popen(command, env=environment, pass_fds=(listener.fileno(),))


def _wait(process: subprocess.Popen[bytes], where: str) -> None:
    until = time.monotonic() + READY_SECONDS
    while not answers(where):
        if process.poll() is not None or time.monotonic() > until:
            raise RuntimeError("The web server did not come up.")
        time.sleep(0.2)


def trial(crowd: list[Visitor], port: int, server: int, *, seconds: float = SECONDS) -> Trial:
    """Let the crowd work for so many seconds, and say how it was answered."""
    given, database = Answers(), psutil.Process(backend()).ppid()
    before = _clocks(server), _clocks(database), _everybody(), time.process_time()
    began = time.monotonic()
    asyncio.run(_all(crowd, port, began + seconds, given))
    lasted = time.monotonic() - began
    ours = _since(before[0], _clocks(server)), _since(before[1], _clocks(database))
    others = _everybody() - before[2] - sum(ours) - (time.process_time() - before[3])
    return Trial(given, lasted, *ours, others)


def _clocks(parent: int) -> dict[int, float]:
    """{process: its processor seconds} of a process and all beneath it."""
    family = [psutil.Process(parent), *psutil.Process(parent).children(recursive=True)]
    return {one.pid: clock_of(one.pid) for one in family}


def _since(before: dict[int, float], after: dict[int, float]) -> float:
    return sum(seconds - before.get(pid, 0.0) for pid, seconds in after.items())


def _everybody() -> float:
    """Processor seconds of all that runs on the machine."""
    times = psutil.cpu_times()
    return float(times.user + times.system + getattr(times, "nice", 0.0))


async def _all(crowd: list[Visitor], port: int, until: float, given: Answers) -> None:
    visits = (_visit(one, random.Random(n), port, until, given) for n, one in enumerate(crowd))
    await asyncio.gather(*visits)


async def _visit(one: Visitor, dice: random.Random, port: int, until: float, given: Answers) -> None:
    await asyncio.sleep(dice.uniform(0, THINKING[1]))
    while time.monotonic() < until:
        asked = time.monotonic()
        status = await _get(port, dice.choice(one.addresses), one.cookie)
        given.waits.append(time.monotonic() - asked)
        given.refused += status != OK
        await asyncio.sleep(dice.uniform(*THINKING))


async def _get(port: int, path: str, cookie: str) -> int:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    request = f"GET {path} HTTP/1.1\r\nHost: localhost\r\nCookie: {cookie}\r\nConnection: close\r\n\r\n"
    writer.write(request.encode())
    answer = await reader.read(-1)
    writer.close()
    status = re.match(rb"HTTP/1\.1 (\d+)", answer)
    return int(status[1]) if status else 0
