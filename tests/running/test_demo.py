"""The demo as a person runs it: it starts, says where it is and who can sign in, and ends on Ctrl-C."""

import os
import re
import signal
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import psutil
import psycopg
import pytest
from psycopg import sql

from safeguarding.deployment import localservices
from safeguarding.management.commands.demo import Command
from tests import database
from tests.running.processes import ROOT, clean, wait_for

pytestmark = pytest.mark.services
NAME = "demo_for_a_test"


@pytest.fixture(scope="module")
def peopled() -> Iterator[dict[str, str]]:
    """The environment of a migrated database with one person in it, so that nothing need be seeded."""
    urls = localservices.urls(redis_database=2)
    name, template = sql.Identifier(NAME), sql.Identifier(database.template())
    with psycopg.connect(urls.database, autocommit=True) as connection:
        database.drop(connection, NAME)
        connection.execute(sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(name, template))
        environment = clean(
            DATABASE_URL=urls.database.replace("/safeguarding?", f"/{NAME}?"),
            REDIS_URL=urls.redis,
            SECRET_KEY="k" * 50,
            SAFEGUARDING_STATE_DIR=str(localservices.folder()),
        )
        make = (
            "from safeguarding.models import User;"
            "User.objects.create_user('manager@fableshire.example', full_name='Fable Test', role='MANAGER')"
        )
        demo = {**environment, "SAFEGUARDING_DEMO": "true"}
        subprocess.run(
            [sys.executable, "manage.py", "shell", "-v0", "-c", make], cwd=ROOT, env=demo, check=True
        )
        yield environment
        database.drop(connection, NAME)


def run(environment: dict[str, str], output: Path, *arguments: str) -> subprocess.Popen[bytes]:
    with output.open("wb") as file:
        return subprocess.Popen(
            [sys.executable, "-u", "manage.py", "demo", *arguments],
            cwd=ROOT,
            env=environment,
            stdout=file,
            stderr=subprocess.STDOUT,
        )


def test_it_serves_until_ctrl_c(peopled: dict[str, str], tmp_path: Path) -> None:
    demo = run(peopled, tmp_path / "output")
    children: list[psutil.Process] = []
    try:
        wait_for(lambda: demo.poll() is not None or "Ctrl-C" in (tmp_path / "output").read_text(), 90)
        told = (tmp_path / "output").read_text()
        assert "manager@fableshire.example" in told and "Manager" in told
        address = re.search(r"http://127.0.0.1:\d+", told)
        assert address, told
        with urllib.request.urlopen(f"{address[0]}/health/ready", timeout=10) as response:
            assert response.status == 200
        children = psutil.Process(demo.pid).children(recursive=True)
    finally:
        demo.send_signal(signal.SIGINT)
        assert demo.wait(20) == 0
    assert len(children) >= 5
    assert not [child for child in children if child.is_running()]


def test_a_dead_worker_ends_it_with_a_sentence(peopled: dict[str, str], tmp_path: Path) -> None:
    demo = run(peopled, tmp_path / "output")
    try:
        wait_for(lambda: demo.poll() is not None or "Ctrl-C" in (tmp_path / "output").read_text(), 90)
        beat = next(c for c in psutil.Process(demo.pid).children() if "beat" in c.cmdline())
        os.kill(beat.pid, signal.SIGKILL)
        assert demo.wait(20) == 1
    finally:
        demo.kill()
    assert "The timetable has stopped, so the demo has ended." in (tmp_path / "output").read_text()


def test_a_port_that_is_taken_is_refused_when_asked_for(peopled: dict[str, str], tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        demo = run(peopled, tmp_path / "output", "--port", str(port))
        assert demo.wait(60) == 1
    assert f"Port {port} cannot be used" in (tmp_path / "output").read_text()


@pytest.mark.parametrize("own", ["", "https://conferences.example"])
def test_the_demo_s_e_mails_link_to_where_it_is_served(monkeypatch: pytest.MonkeyPatch, own: str) -> None:
    monkeypatch.setenv("SITE_URL", own)
    served = "http://127.0.0.1:8399"
    assert Command().environment(served)["SITE_URL"] == (own or served)
