"""An older commit of this project, run beside the code of today: its tree, its commands, its web process."""

from __future__ import annotations

import io
import os
import subprocess
import sys
import tarfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from safeguarding.deployment import localservices
from scripts.trial.visitor import TrialError, Visitor
from tests.running.processes import ROOT, clean, free_port, wait_for

# As many of the newest migrations' commits as one release may bring at once.
COMMITS = 5
MIGRATIONS = (":(glob)conferences/migrations/0*.py", ":(glob)safeguarding/migrations/0*.py")
HOST = "localhost"
NO_HISTORY = (
    "An upgrade is tried from an older commit, and this checkout does not hold it."
    " Fetch its history (git fetch --unshallow), or name a commit in UPGRADE_FROM."
)


def git(*arguments: str) -> bytes:
    """What git says of this checkout. Raises AssertionError where it has no such history."""
    try:
        return subprocess.run(["git", "-C", str(ROOT), *arguments], capture_output=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError) as problem:
        raise AssertionError(NO_HISTORY) from problem


def before_the_newest() -> str:
    """The commit before the newest migrations, or the one that UPGRADE_FROM names."""
    if given := os.environ.get("UPGRADE_FROM"):
        return given
    added = git("log", f"-{COMMITS}", "--format=%H", "--diff-filter=A", "--", *MIGRATIONS).decode().split()
    assert added, NO_HISTORY
    return git("rev-parse", "--verify", f"{added[-1]}^").decode().strip()


def take(commit: str, folder: Path) -> Path:
    """The tree of a commit, with the styles of today: they need Node, and no page fails of them."""
    with tarfile.open(fileobj=io.BytesIO(git("archive", commit))) as archive:
        archive.extractall(folder, filter="data")
    vendor = folder / "static" / "vendor"
    if not vendor.exists():
        vendor.symlink_to(ROOT / "static" / "vendor")
    return folder


def environment(url: str, tree: Path) -> dict[str, str]:
    """The demo's, for invented people sign in by a password alone, on a database of its own."""
    return clean(
        PYTHONPATH=str(tree),
        DATABASE_URL=url,
        REDIS_URL=localservices.urls(redis_database=3).redis,
        SECRET_KEY="k" * 50,
        SAFEGUARDING_STATE_DIR=str(localservices.folder()),
        SAFEGUARDING_DEMO="true",
    )


def manage(tree: Path, url: str, *command: str) -> str:
    """What a command of this tree says."""
    done = subprocess.run(
        [sys.executable, "manage.py", *command],
        cwd=tree,
        env=environment(url, tree),
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, f"{command}: {done.stderr[-2000:]}"
    return done.stdout


@contextmanager
def web(tree: Path, url: str, log_file: Path) -> Iterator[int]:
    """The web process of this tree; the port on which it answers."""
    port = free_port()
    line = ["-m", "gunicorn", "--config", "python:safeguarding.deployment.webserver", "safeguarding.wsgi"]
    with log_file.open("w") as log:
        process = subprocess.Popen(
            [sys.executable, *line, "--bind", f"127.0.0.1:{port}"],
            cwd=tree,
            env=environment(url, tree),
            stdout=log,
            stderr=log,
        )
    try:
        wait_for(lambda: status(browser(port), "/health/ready") == "", 60)
        yield port
    finally:
        process.terminate()
        process.wait(30)


def browser(port: int) -> Visitor:
    """A browser of its own, without a proxy between."""
    return Visitor(port, f"{HOST}:{port}", "127.0.0.1", "http")


def status(visitor: Visitor, address: str) -> str:
    """What is wrong with the page at an address; "" where nothing is."""
    try:
        visitor.open(address)
    except TrialError as problem:
        return str(problem)
    return ""
