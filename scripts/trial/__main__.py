"""Run a council from the README alone, to its first letter and a restored backup: a line a step.

Exit status 1 at a failure. `--as-if 2026-11-28T22:00` runs it as it runs then.
"""

from __future__ import annotations

import argparse
import datetime as dt
import os
import shutil
import signal
import socket
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from scripts.trial.clock import LONDON, Clock, fitting
from scripts.trial.council import Council
from scripts.trial.letters import Letters
from scripts.trial.service import APPLICATION, NOT_STARTED, OWNER, Service
from scripts.trial.story import Story
from scripts.trial.visitor import TrialError

Step = tuple[str, Callable[[], str]]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def installation(service: Service, council: Council) -> Iterator[Step]:
    """The README's steps 1 to 6."""

    def migrate() -> str:
        service.manage(OWNER, "migrate")
        return service.manage(OWNER, "load_benchmarks").strip().splitlines()[-1]

    yield "A release is built and unpacked", service.unpack
    yield "It is installed", service.install
    yield "Empty servers, two roles, a database", service.make_roles
    yield "Tables and benchmarks, as the owner", migrate
    yield "The service's role is let in", lambda: service.manage(OWNER, "grant_role", APPLICATION).strip()
    yield "The deployment check, before the start", lambda: service.check(NOT_STARTED)
    yield "Two administrators, by command", council.add_administrators
    yield "The README's three start lines", service.start
    yield "The deployment check, after it", lambda: service.check([])


def beginning(council: Council) -> Iterator[Step]:
    """What a council does on its pages before its first conference."""
    yield "Administrators: password, second factor", council.sign_in_administrators
    yield "Teams", council.add_teams
    yield "People, asked for and confirmed by two", council.ask_accounts
    yield "People: link by e-mail, second factor", council.sign_in_staff
    yield "A room", council.add_room
    yield "Agencies, by file", council.load_agencies
    yield "Band, targets, authority", council.set_limits
    yield "A census", council.import_census
    yield "Names, by the case system's file", council.feed_names
    yield "The go-live day, until which no mail went", council.go_live
    yield "First steps are all done", council.check_green


def first_conference(story: Story) -> Iterator[Step]:
    """The story of one child whose case was closed."""
    yield "A closed case is taken on and given", story.take_on
    yield "The mother is added to the family", story.find_family
    yield "An enquiry", story.record_enquiry
    yield "A request", story.request_conference
    yield "The re-plan consultation", story.consult
    yield "A meeting in the diary", story.schedule
    yield "The chair's thinking time", story.think
    yield "The record of the meeting", story.write_record
    yield "The record is signed", story.sign
    yield "Letter made and sent, record sent", story.send_letter


def afterwards(service: Service) -> Iterator[Step]:
    """What its ICT does every night, and tries every week."""
    yield "A backup, while it runs", service.back_up
    yield "Restored into a second, empty server", service.restore
    yield "Equal, and the role let in there", service.verify


def run(steps: Iterator[Step]) -> None:
    """Each in its turn, with its time. Raises TrialError at the first that fails."""
    for number, (words, act) in enumerate(steps, 1):
        begin = time.monotonic()
        try:
            told = act()
        except TrialError:
            print(f"{number:2}  {words:42} {time.monotonic() - begin:6.1f} s  FAILED", flush=True)
            raise
        print(f"{number:2}  {words:42} {time.monotonic() - begin:6.1f} s  {told}".rstrip(), flush=True)


def trial(service: Service, letters: Letters, clock: Clock) -> None:
    """The whole way."""
    council = Council(service, letters, clock)
    story = Story(council)

    def steps() -> Iterator[Step]:
        yield from installation(service, council)
        yield from beginning(council)
        yield from first_conference(story)
        yield from afterwards(service)

    run(steps())


def interrupt(number: int, frame: object) -> None:
    raise KeyboardInterrupt


def clock_asked() -> Clock:
    """The clock that fits now, or the moment of --as-if."""
    parser = argparse.ArgumentParser(prog="make trial")
    parser.add_argument("--as-if", type=dt.datetime.fromisoformat, help="a moment in London's time")
    now = dt.datetime.now(dt.UTC)
    at = parser.parse_args().as_if
    if at is None:
        return fitting(now.astimezone(LONDON))
    apart = at.replace(tzinfo=LONDON).astimezone(dt.UTC) - now
    return Clock(apart + fitting((now + apart).astimezone(LONDON)).ahead)


def main() -> int:
    """Everything that was started is stopped at the end; only the logs of a failure stay."""
    clock = clock_asked()
    if clock.sentence:
        print(clock.sentence, flush=True)
    signal.signal(signal.SIGTERM, interrupt)
    folder = Path(tempfile.mkdtemp(prefix="safeguarding-trial-", dir="/var/tmp"))
    os.environ["SAFEGUARDING_STATE_DIR"] = str(folder / "servers")
    folder.chmod(0o711)
    letters = Letters()
    service = Service(folder, free_port(), letters.port, clock)
    begin, failure = time.monotonic(), ""
    try:
        trial(service, letters, clock)
    except TrialError as problem:
        failure = str(problem)
    except KeyboardInterrupt:
        failure = "It was stopped."
    finally:
        service.stop()
        letters.close()
        keep = clear(folder, keep=bool(failure))
    if failure:
        print(f"{failure}\nThe logs: {keep}", file=sys.stderr)
        return 1
    print(f"The whole way: {time.monotonic() - begin:.0f} s.")
    return 0


def clear(folder: Path, *, keep: bool) -> str:
    """Take the folder away; of a failure the logs stay. What stays, in words."""
    logs = [folder / "log", folder / "service.log"] if keep else []
    for entry in list(folder.iterdir()):
        if entry not in logs:
            shutil.rmtree(entry) if entry.is_dir() else entry.unlink()
    if not keep:
        folder.rmdir()
    return " ".join(str(log) for log in logs if log.exists())


if __name__ == "__main__":
    sys.exit(main())
