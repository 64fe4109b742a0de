"""Where the local servers' state lies, and whom it trusts."""

import os
import stat
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from safeguarding.deployment import localservices
from safeguarding.deployment.localservices import binaries, postgres, processes
from safeguarding.deployment.localservices.state import LONGEST_SOCKET, State, default_root, server_user


@pytest.fixture
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> State:
    monkeypatch.setenv("SAFEGUARDING_STATE_DIR", str(tmp_path / "state"))
    return State.here()


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_folders_are_closed_to_other_users(state: State) -> None:
    state.prepare()
    assert mode(state.engines) == mode(state.sockets) == 0o700
    assert mode(state.root) == (0o711 if os.geteuid() == 0 else 0o700)


def test_the_secret_key_is_made_once_and_for_this_user_alone(state: State) -> None:
    key = localservices.secret_key()
    assert len(key) >= 50
    assert localservices.secret_key() == key
    assert mode(state.root / "secret-key") == 0o600


def test_a_folder_that_another_laid_in_wait_is_refused(state: State, tmp_path: Path) -> None:
    (tmp_path / "theirs").mkdir()
    state.root.symlink_to(tmp_path / "theirs")
    with pytest.raises(localservices.LocalServicesError, match="belongs to someone else"):
        state.prepare()


def test_a_folder_that_cannot_be_made_is_said_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(localservices.LocalServicesError, match="Set SAFEGUARDING_STATE_DIR to a folder"):
        State(tmp_path / "file" / "state").prepare()


def test_socket_paths_are_never_too_long() -> None:
    for length in (1, 60, 70, 80, 200):
        sockets = State(Path("/var/tmp") / ("x" * length)).sockets
        assert len(str(sockets / "18" / ".s.PGSQL.5432.lock")) <= LONGEST_SOCKET


def test_two_long_paths_have_two_short_ones() -> None:
    first, second = (State(Path("/var/tmp") / ("x" * 200) / name).sockets for name in "ab")
    assert first != second


def test_the_default_folder_is_this_users(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    monkeypatch.setenv("XDG_STATE_HOME", "/home/amber/.state")
    assert default_root() == Path("/home/amber/.state/safeguarding")


def test_a_user_without_a_name_is_told_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 54321)
    with pytest.raises(localservices.LocalServicesError, match="Set DATABASE_URL and REDIS_URL"):
        server_user()


@pytest.fixture
def reachable() -> Iterator[State]:
    """A state folder that every user may pass through."""
    with tempfile.TemporaryDirectory(prefix="sg-test-", dir="/var/tmp") as folder:
        os.chmod(folder, 0o755)
        yield State(Path(folder) / "state")


@pytest.mark.skipif(os.geteuid() != 0, reason="only root's servers run as another user")
def test_programs_that_the_server_user_cannot_reach_are_copied_once(reachable: State, tmp_path: Path) -> None:
    reachable.prepare()
    program = tmp_path / "closed" / "server"
    program.parent.mkdir(mode=0o700)
    program.write_text("#!/bin/sh\necho 1\n")
    program.chmod(0o700)
    before = os.umask(0o077)
    found = [
        binaries.Binaries(reachable).reachable(program.parent, ("server",), "server", "v1") for _ in "12"
    ]
    os.umask(before)
    assert found == [reachable.binaries / "v1" / "server"] * 2
    assert binaries.runs(found[0], reachable)


def test_a_process_id_that_is_now_another_program_is_not_the_server(tmp_path: Path) -> None:
    assert processes.alive(os.getpid(), "python", Path.cwd())
    assert not processes.alive(os.getpid(), "postgres", Path.cwd())
    assert not processes.alive(os.getpid(), "python", tmp_path)


def test_a_killed_process_that_nobody_collected_is_not_alive() -> None:
    child = os.fork()
    if child == 0:
        os._exit(0)
    try:
        assert processes.wait_until(lambda: processes.gone(child, "python", Path.cwd()), 5)
    finally:
        os.waitpid(child, 0)


def test_addresses_keep_what_a_path_may_hold() -> None:
    assert postgres.quote(Path("/a b/100%&c")) == "%2Fa%20b%2F100%25%26c"


def test_nothing_of_a_record_reaches_the_servers_log() -> None:
    assert "log_min_error_statement = panic" in postgres.CONFIGURATION
    assert "log_min_messages = log" in postgres.CONFIGURATION
    assert "log_parameter_max_length_on_error = 0" in postgres.CONFIGURATION
