"""Runs the project's own programs as processes, as a person would."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil

ROOT = Path(__file__).resolve().parent.parent.parent
USE = (
    "from safeguarding.deployment import localservices as l; "
    "l.ensure(); print(l.urls().database, flush=True); input()"
)
PROJECT = ("SAFEGUARDING_", "DATABASE_", "REDIS_", "DJANGO_", "PG")


def clean(**extra: str) -> dict[str, str]:
    """This environment without anything that this project reads, and with what the test adds."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith(PROJECT)}
    return {**kept, "PYTHONPATH": str(ROOT), **extra}


def python(*arguments: str, **extra: str) -> subprocess.CompletedProcess[str]:
    """Run Python to its end, in a clean environment with `extra`."""
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=ROOT,
        env=clean(**extra),
        capture_output=True,
        text=True,
        timeout=120,
    )


class User:
    """A process that uses the local servers until it is told to leave."""

    def __init__(self, folder: Path, *command: str, **extra: str) -> None:
        environment = clean(SAFEGUARDING_STATE_DIR=str(folder), **extra)
        self.process = subprocess.Popen(
            [*(command or (sys.executable,)), "-c", USE],
            cwd=ROOT,
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def url(self) -> str:
        """The database's address, once the servers answer; what went wrong, otherwise."""
        assert self.process.stdout and self.process.stderr
        line = self.process.stdout.readline().strip()
        assert line.startswith("postgresql://"), self.process.stderr.read()
        return line

    def leave(self) -> None:
        self.process.communicate("\n", timeout=60)
        assert self.process.returncode == 0

    def kill(self) -> None:
        self.process.kill()
        self.process.communicate()


@contextmanager
def users(number: int, folder: Path) -> Iterator[list[User]]:
    """So many users at once, all ready; those still there at the end are killed."""
    started = [User(folder) for _ in range(number)]
    try:
        for user in started:
            user.url()
        yield started
    finally:
        for user in started:
            user.kill()


def servers(folder: Path) -> dict[str, list[int]]:
    """The ids of the main server processes that work under this folder, by name."""
    found: dict[str, list[int]] = {"postgres": [], "valkey-server": []}
    for process in psutil.process_iter(["name", "status", "ppid"]):
        name = process.info["name"]
        if name not in found or process.info["status"] == psutil.STATUS_ZOMBIE:
            continue
        try:
            inside = process.cwd().startswith(str(folder))
            child = psutil.Process(process.info["ppid"]).name() == name
        except psutil.Error:
            continue
        if inside and not child:
            found[name].append(process.pid)
    return found


def url_of(folder: Path) -> str:
    """The address of the database of this folder; starts nothing."""
    code = "from safeguarding.deployment import localservices as l; print(l.urls().database)"
    return python("-c", code, SAFEGUARDING_STATE_DIR=str(folder)).stdout.strip()


def stop_all(folder: Path) -> None:
    """Stop this folder's servers, whoever uses them."""
    code = "from safeguarding.deployment import localservices as l; l.stop(force=True)"
    assert python("-c", code, SAFEGUARDING_STATE_DIR=str(folder)).returncode == 0


def wait_for(condition: Callable[[], object], seconds: float = 30) -> None:
    """Wait for the condition, and fail when it does not come."""
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, "it did not come"
        time.sleep(0.05)


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
