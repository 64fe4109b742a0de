"""One parent, several children: none outlives another."""

import os
import signal
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from safeguarding.deployment import supervisor as module
from safeguarding.deployment.supervisor import Program, Supervisor
from tests.running.processes import wait_for

SLEEPS = [sys.executable, "-c", "import time; print('up', flush=True); time.sleep(60)"]
STUBBORN = [
    *(sys.executable, "-c"),
    "import signal as s, time; s.signal(s.SIGTERM, s.SIG_IGN); print('up', flush=True); time.sleep(60)",
]
ENDS = [sys.executable, "-c", ""]


@pytest.fixture
def supervisor(tmp_path: Path) -> Iterator[Supervisor]:
    before = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)}
    yield Supervisor(dict(os.environ), tmp_path / "log")
    for number, handler in before.items():
        signal.signal(number, handler)


def up(supervisor: Supervisor, number: int) -> None:
    wait_for(lambda: supervisor.log.read_text().count("up") == number)


def test_a_child_that_ends_is_named_and_the_rest_stop(supervisor: Supervisor) -> None:
    with supervisor:
        supervisor.start([Program("sleeper", SLEEPS), Program("timetable", ENDS)])
        sleeper = psutil.Process(supervisor.running["sleeper"].pid)
        assert supervisor.wait() == "timetable"
    assert not sleeper.is_running()


def test_a_signal_ends_the_wait(supervisor: Supervisor) -> None:
    with supervisor:
        supervisor.start([Program("sleeper", SLEEPS)])
        os.kill(os.getpid(), signal.SIGTERM)
        assert supervisor.wait() == ""


def test_one_that_will_not_stop_is_killed(supervisor: Supervisor, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "STOPPING_SECONDS", 0.3)
    with supervisor:
        supervisor.start([Program("stubborn", STUBBORN)])
        up(supervisor, 1)
        process, began = supervisor.running["stubborn"], time.monotonic()
    assert process.returncode == -signal.SIGKILL
    assert time.monotonic() - began < 5


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells a child that its parent has gone")
def test_children_of_a_killed_parent_stop(tmp_path: Path) -> None:
    parent = os.fork()
    if parent == 0:
        own = Supervisor(dict(os.environ), tmp_path / "log")
        own.start([Program("sleeper", SLEEPS)])
        (tmp_path / "pid").write_text(str(own.running["sleeper"].pid))
        time.sleep(60)
        os._exit(0)
    wait_for(lambda: (tmp_path / "log").exists() and "up" in (tmp_path / "log").read_text())
    wait_for(lambda: (tmp_path / "pid").exists() and (tmp_path / "pid").read_text())
    child = psutil.Process(int((tmp_path / "pid").read_text()))
    os.kill(parent, signal.SIGKILL)
    os.waitpid(parent, 0)
    wait_for(lambda: not child.is_running() or child.status() == psutil.STATUS_ZOMBIE)
