"""Duties and e-mails while workers are killed with -9 and the broker is wiped: each once, none lost."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import psycopg
import pytest
import redis
from psycopg import sql

from safeguarding.deployment import localservices
from tests import database
from tests.running.processes import ROOT, clean, wait_for

pytestmark = pytest.mark.services
NAME = "duties_trial"
REDIS_DATABASE = 3
CELERY = (sys.executable, "-m", "celery", "--quiet", "--app", "tests.running.impatient")
WORKER = (*CELERY, "worker", "--concurrency", "2", "--without-gossip", "--without-mingle")


class Trial:
    """A database and a broker of its own, and the processes that work on them."""

    def __init__(self, connection: psycopg.Connection, environment: dict[str, str], folder: Path) -> None:
        self.connection = connection
        self.environment = environment
        self.folder = folder
        self.broker = redis.Redis.from_url(environment["REDIS_URL"])
        self.running: list[subprocess.Popen[bytes]] = []
        self.killed = 0

    def start(self, *command: str) -> subprocess.Popen[bytes]:
        """A process in a group of its own, so that -9 reaches its children too."""
        with (self.folder / "log").open("ab") as log:
            process = subprocess.Popen(
                command, cwd=ROOT, env=self.environment, stdout=log, stderr=log, start_new_session=True
            )
        self.running.append(process)
        return process

    def beat(self, number: int) -> None:
        schedule = str(self.folder / f"schedule{number}")
        self.start(*CELERY, "beat", "--schedule", schedule, "--pidfile", "")

    def kill(self, process: subprocess.Popen[bytes]) -> None:
        """As the kernel does when memory runs out: the worker and its children, at once."""
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()

    def number(self, query: str) -> int:
        row = self.connection.execute(query).fetchone()  # type: ignore[call-overload]
        assert row
        return int(row[0])

    def duties(self) -> int:
        return self.number("SELECT count(*) FROM conferences_duty WHERE kind = 'HOLD_CONFERENCE'")

    def messages(self) -> Counter[str]:
        """{Message-ID: times sent}, of every e-mail that left."""
        found: Counter[str] = Counter()
        for file in (self.folder / "outbox").glob("*.log"):
            found.update(re.findall(r"^Message-ID: (.+)$", file.read_text(), re.MULTILINE))
        return found

    def log(self) -> str:
        return (self.folder / "log").read_text()[-2000:]


@pytest.fixture
def trial(tmp_path: Path) -> Iterator[Trial]:
    urls = localservices.urls(redis_database=REDIS_DATABASE)
    name, template = sql.Identifier(NAME), sql.Identifier(database.template())
    environment = clean(
        DATABASE_URL=urls.database.replace("/safeguarding?", f"/{NAME}?"),
        REDIS_URL=urls.redis,
        SECRET_KEY="k" * 50,
        SAFEGUARDING_DEMO="true",
        SAFEGUARDING_STATE_DIR=str(tmp_path),
        DJANGO_SETTINGS_MODULE="safeguarding.settings",
    )
    with psycopg.connect(urls.database, autocommit=True) as servers:
        database.drop(servers, NAME)
        servers.execute(sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(name, template))
        with psycopg.connect(environment["DATABASE_URL"], autocommit=True) as connection:
            made = Trial(connection, environment, tmp_path)
            with emptied(made):
                yield made
        database.drop(servers, NAME)


@contextmanager
def emptied(trial: Trial) -> Iterator[None]:
    """Nobody of this trial lives on after it, and the broker forgets it."""
    trial.broker.flushdb()
    try:
        yield
    finally:
        for process in trial.running:
            if process.poll() is None:
                trial.kill(process)
        trial.broker.flushdb()


def people(trial: Trial) -> None:
    """Two of business support, whom an unscheduled conference is told to."""
    make = (
        "from safeguarding.models import User;"
        "[User.objects.create_user(f'support{n}@fableshire.example', full_name='Fable Test',"
        " role='BUSINESS_SUPPORT') for n in (1, 2)]"
    )
    command = [sys.executable, "manage.py", "shell", "-v0", "-c", make]
    subprocess.run(command, cwd=ROOT, env=trial.environment, check=True)


def disturb(trial: Trial, number: int, kills: int, wipes: int) -> None:
    """Kill a worker each time so many more duties are raised, and wipe the broker at some of these times."""
    worker = trial.start(*WORKER)
    for turn in range(1, kills + 1):
        wait_for(lambda turn=turn: trial.duties() >= number * turn // (kills + 1), 120)
        if turn <= wipes:
            trial.broker.flushdb()
        trial.kill(worker)
        trial.killed += 1
        worker = trial.start(*WORKER)


def unsent(trial: Trial) -> int:
    return trial.number("SELECT count(*) FROM conferences_message WHERE sent_at IS NULL")


def raised_through(trial: Trial, number: int, kills: int, wipes: int) -> None:
    people(trial)
    for beat in (1, 2):
        trial.beat(beat)
    feeder = trial.start(sys.executable, "-m", "tests.running.feeder", str(number))
    disturb(trial, number, kills, wipes)
    assert feeder.wait(180) == 0, trial.log()
    wait_for(lambda: trial.duties() >= number, 60)
    # A killed worker's lease must run out before its e-mails are taken up again.
    wait_for(lambda: unsent(trial) == 0, 240)


SIZES: Sequence[object] = [
    (150, 1, 1),
    pytest.param((1000, 5, 2), marks=pytest.mark.bench),
]


@pytest.mark.parametrize("size", SIZES)
def test_each_duty_is_raised_once_and_told_whatever_is_killed(trial: Trial, size: tuple[int, int, int]):
    number, kills, wipes = size
    raised_through(trial, number, kills, wipes)
    asked = trial.number("SELECT count(*) FROM conferences_requestedchild")
    # A scan between an enquiry and its request finds a request to be made, for a moment.
    raised = "FROM conferences_duty WHERE kind <> 'REQUEST_CONFERENCE'"
    duties = trial.number(f"SELECT count(DISTINCT (kind, enquiry_id, request_id)) {raised}")
    every = trial.number(f"SELECT count(*) {raised}")
    notices = trial.number("SELECT count(*) FROM conferences_notice")
    sent = trial.messages()
    print(f"\n{every} duties, {notices} emails, {sum(sent.values()) - len(sent)} of them twice")
    # Each request is to be scheduled, and its conference to be held; each is told to two people.
    assert (asked, trial.duties(), duties, every) == (number, number, 2 * number, 2 * number)
    assert notices == 4 * number
    assert len(sent) == trial.number("SELECT count(*) FROM conferences_message")
    # Killed between the post and the note of it, a worker leaves one to be sent again under the same id.
    assert sum(sent.values()) - len(sent) <= trial.killed
