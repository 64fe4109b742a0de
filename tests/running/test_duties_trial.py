"""Reminders while workers, broker, database and mail server fail: none lost, none twice, one parked."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime, timedelta
from pathlib import Path

import psycopg
import pytest
import redis

from conferences.operations.duties_notices import ENOUGH
from safeguarding.wording import LONDON
from tests.database import LIVE
from tests.running.postbox import HERE, Postbox
from tests.running.processes import ROOT, clean, python, servers, users, wait_for

pytestmark = pytest.mark.services
CELERY = (sys.executable, "-m", "celery", "--quiet", "--app", "tests.running.impatient")
WORKER = (*CELERY, "worker", "--concurrency", "2", "--without-gossip", "--without-mingle")
LOCAL = "from safeguarding.deployment import localservices as l; "
# The day after the meetings: at night they are raised, in the morning they are told.
NIGHT = datetime(2018, 4, 25, 2, tzinfo=LONDON)
MORNING, EVENING = NIGHT.replace(hour=7, minute=5), NIGHT.replace(hour=18)
SOON = timedelta(seconds=5)
# E-mails whose turn has come and that nobody tries.
DUE = """
    SELECT count(*) FROM conferences_message WHERE sent_at IS NULL AND parked_at IS NULL
        AND (lease_until_at IS NULL OR lease_until_at <= '{at}')
"""


class Trial:
    """Servers of its own, the processes that work on them, and a mail server."""

    def __init__(self, folder: Path, files: Path) -> None:
        self.folder, self.files, self.box = folder, files, Postbox()
        self.running: list[subprocess.Popen[bytes]] = []
        self.done: Counter[str] = Counter()
        told = python("-c", f"{LOCAL}print(l.urls().database, l.urls().redis)", **self.here)
        self.database, self.redis = told.stdout.split()
        self.environment = clean(
            DATABASE_URL=self.database,
            REDIS_URL=self.redis,
            EMAIL_URL=f"smtp://{HERE}:{self.box.port}",
            SECRET_KEY="k" * 50,
            SAFEGUARDING_DEMO="true",
            SAFEGUARDING_STATE_DIR=str(files),
            DJANGO_SETTINGS_MODULE="safeguarding.settings",
            TRIAL_CLOCK=str(files / "clock"),
        )
        self.set_clock(NIGHT)

    @property
    def here(self) -> dict[str, str]:
        return {"SAFEGUARDING_STATE_DIR": str(self.folder)}

    def set_clock(self, moment: datetime) -> None:
        """For every task that begins from now on; in one step, for a worker may be reading it."""
        self.moment = moment
        (self.files / "clock.new").write_text(moment.isoformat())
        (self.files / "clock.new").rename(self.files / "clock")

    def start(self, *command: str) -> subprocess.Popen[bytes]:
        """A process in a group of its own, so that -9 reaches its children too."""
        with (self.files / "log").open("ab") as log:
            process = subprocess.Popen(
                command, cwd=ROOT, env=self.environment, stdout=log, stderr=log, start_new_session=True
            )
        self.running.append(process)
        return process

    def begin(self) -> None:
        for number in (1, 2):
            self.start(*CELERY, "beat", "--schedule", str(self.files / f"beat{number}"), "--pidfile", "")
        self.worker = self.start(*WORKER)

    def end(self) -> None:
        self.box.answers.set()
        self.box.close()
        for process in self.running:
            if process.poll() is None:
                self.kill(process)

    def kill(self, process: subprocess.Popen[bytes]) -> None:
        """As the kernel does when memory runs out: the worker and its children, at once."""
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()

    def number(self, query: str) -> int:
        """A number from the database, on a connection of its own: each crash ends all that were open."""
        with psycopg.connect(self.database, autocommit=True) as connection:
            row = connection.execute(query).fetchone()  # type: ignore[call-overload]
        assert row
        return int(row[0])

    def address_of(self, query: str) -> str:
        """The address of whom a query finds by id."""
        with psycopg.connect(self.database, autocommit=True) as connection:
            row = connection.execute(
                f"SELECT email FROM safeguarding_user WHERE id = ({query})"  # type: ignore[arg-type]
            ).fetchone()
        assert row
        return str(row[0])

    def log(self) -> str:
        return (self.files / "log").read_text()[-3000:]

    # ----- What goes wrong -----

    def kill_worker(self) -> None:
        self.kill(self.worker)
        self.worker = self.start(*WORKER)
        self.done["killed"] += 1

    def wipe(self) -> None:
        redis.Redis.from_url(self.redis).flushdb()
        self.done["wiped"] += 1

    def crash(self) -> None:
        """PostgreSQL and all its parts at once; whoever runs it starts it again."""
        (main,) = servers(self.folder)["postgres"]
        os.kill(main, signal.SIGKILL)
        assert python("-c", f"{LOCAL}l.ensure()", **self.here).returncode == 0
        self.done["crashed"] += 1

    def hang(self) -> None:
        """The mail server takes no word until some tries have waited in vain."""
        before = self.tries()
        self.box.answers.clear()
        wait_for(lambda: self.hasten() and self.tries() >= before + ENOUGH, 60)
        self.box.answers.set()

    def be_away(self) -> None:
        """An hour without a mail server, by the trial's clock."""
        self.box.close()
        until, before = self.moment + timedelta(hours=1), self.tries()
        wait_for(lambda: self.hasten(6 * SOON) and self.moment > until and self.tries() > before, 120)
        self.box.open()

    def tries(self) -> int:
        return self.number("SELECT coalesce(sum(attempts), 0) FROM conferences_message")

    def disturb(self, share: Callable[[], float], events: Sequence[Callable[[], None]]) -> None:
        """Each of these once, spread over what is to be done."""
        for turn, event in enumerate(events, 1):
            wait_for(lambda turn=turn: share() >= turn / (len(events) + 1), 180)
            event()

    def hasten(self, by: timedelta = SOON) -> bool:
        """Some seconds pass at once, for those that wait for their turn."""
        self.set_clock(self.moment + by)
        return True


@pytest.fixture
def trial(folder: Path, tmp_path: Path) -> Iterator[Trial]:
    with users(1, folder):
        made = Trial(folder, tmp_path)
        subprocess.run(
            [sys.executable, "manage.py", "migrate", "-v0"], cwd=ROOT, env=made.environment, check=True
        )
        with psycopg.connect(made.database, autocommit=True) as connection:
            connection.execute(LIVE)
        try:
            yield made
        finally:
            made.end()


def events_of(trial: Trial, kills: int, wipes: int, crashes: int) -> list[Callable[[], None]]:
    """So many of each, mixed."""
    of = [(trial.kill_worker, kills), (trial.wipe, wipes), (trial.crash, crashes)]
    placed = [((turn + 0.5) / times, event) for event, times in of for turn in range(times)]
    return [event for _, event in sorted(placed, key=lambda one: one[0])]


def raised_and_told(trial: Trial, number: int, events: Sequence[Callable[[], None]]) -> None:
    trial.begin()
    feeder = trial.start(sys.executable, "-m", "tests.running.feeder", str(number))
    half = len(events) // 2
    owed = "SELECT count(*) FROM conferences_notice"
    trial.disturb(lambda: trial.number(owed) / number, events[:half])
    assert feeder.wait(240) == 0, trial.log()
    wait_for(lambda: trial.number(owed) >= number, 120)
    trial.box.refused = trial.address_of("SELECT min(recipient_id) FROM conferences_notice")
    trial.set_clock(MORNING)
    settled = "SELECT count(*) FROM conferences_message WHERE sent_at IS NOT NULL OR parked_at IS NOT NULL"
    during = [*events[half:], trial.hang, trial.be_away]
    trial.disturb(lambda: trial.hasten() and trial.number(settled) / number, during)
    while trial.moment < EVENING and trial.number(settled) < number:
        trial.set_clock(trial.moment + timedelta(minutes=10))
        wait_for(lambda: not trial.number(DUE.format(at=trial.moment.isoformat())), 60)


SIZES: Sequence[object] = [
    (80, 2, 1, 1),
    pytest.param((1000, 20, 4, 5), marks=pytest.mark.bench),
]


@pytest.mark.parametrize("size", SIZES)
def test_each_is_told_once_whatever_fails(trial: Trial, size: tuple[int, int, int, int]) -> None:
    number, *times = size
    raised_and_told(trial, number, events_of(trial, *times))
    notices = trial.number("SELECT count(*) FROM conferences_notice")
    untold = trial.number("SELECT count(*) FROM conferences_notice WHERE message_id IS NULL")
    parked = trial.number("SELECT count(*) FROM conferences_message WHERE parked_because LIKE '%refuses%'")
    sent = trial.number("SELECT count(*) FROM conferences_message WHERE sent_at IS NOT NULL")
    ids = Counter(trial.box.taken)
    again = sum(ids.values()) - len(ids)
    print(f"\n{notices} notices, {sent} sent, {parked} parked, {again} again by one id; {dict(trial.done)}")
    assert (notices, untold, parked, sent) == (number, 0, 1, number - 1), trial.log()
    # One Message-ID a person, and each of them came.
    assert len(ids) == number - 1 == len({address for _, address in ids})
    # Killed between the post and the note of it, a worker leaves one to be sent again under the same id.
    assert again <= 2 * (trial.done["killed"] + trial.done["crashed"])
