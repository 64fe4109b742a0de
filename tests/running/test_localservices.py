"""The local servers' life, with real servers and real kills."""

import os
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

import psycopg
import pytest

from tests.running.processes import ROOT, User, clean, python, servers, stop_all, url_of, users

pytestmark = pytest.mark.services
NONE = {"postgres": [], "valkey-server": []}


def one_of_each(folder: Path) -> bool:
    return all(len(pids) == 1 for pids in servers(folder).values())


def test_eight_at_once_in_an_empty_folder_make_one_server_each(folder: Path) -> None:
    with users(8, folder):
        assert one_of_each(folder)


def test_the_last_to_leave_stops_them(folder: Path) -> None:
    with users(2, folder) as (first, second):
        first.leave()
        assert one_of_each(folder)
        second.leave()
        assert servers(folder) == NONE


def test_what_was_written_is_there_the_next_time(folder: Path) -> None:
    with users(1, folder) as (first,):
        with psycopg.connect(url_of(folder)) as connection:
            connection.execute("CREATE TABLE kept AS SELECT 7 AS number")
        first.leave()
    with users(1, folder), psycopg.connect(url_of(folder)) as connection:
        assert connection.execute("SELECT number FROM kept").fetchone() == (7,)


def test_a_killed_user_leaves_servers_that_the_next_one_uses_and_stops(folder: Path) -> None:
    with users(1, folder) as (first,):
        before = servers(folder)
        first.kill()
    with users(1, folder) as (second,):
        assert servers(folder) == before
        second.leave()
    assert servers(folder) == NONE


def test_servers_killed_under_a_user_are_mended_by_the_next(folder: Path) -> None:
    with users(1, folder):
        before = servers(folder)
        for pids in before.values():
            os.kill(pids[0], signal.SIGKILL)
        with users(3, folder):
            assert one_of_each(folder)
            assert servers(folder)["postgres"] != before["postgres"]


def test_remains_that_name_another_process_do_not_stop_a_start(folder: Path) -> None:
    stop_all(folder)
    data = next(folder.glob("engines/pg*/postmaster.opts")).parent
    (data / "postmaster.pid").write_text(f"{os.getpid()}\n{data}\n")
    socket = next(folder.glob("engines/run/*/")) / ".s.PGSQL.5432"
    for remains in (socket, socket.with_name(".s.PGSQL.5432.lock"), folder / "engines/run/valkey"):
        remains.write_text("1\n")
    with users(1, folder):
        assert one_of_each(folder)


def test_data_of_another_version_are_refused_in_a_sentence(folder: Path) -> None:
    stop_all(folder)
    marker = next(folder.glob("engines/pg*/PG_VERSION"))
    version = marker.read_text()
    try:
        marker.write_text("9\n")
        told = python("manage.py", "migrate", SAFEGUARDING_STATE_DIR=str(folder))
    finally:
        marker.write_text(version)
    assert told.returncode == 1
    assert told.stderr.startswith("manage.py: The data in ") and "were written by PostgreSQL 9" in told.stderr


def test_up_keeps_them_until_down(folder: Path) -> None:
    state = {"SAFEGUARDING_STATE_DIR": str(folder)}
    assert "DATABASE_URL=postgresql://" in python("manage.py", "services", "up", **state).stdout
    with users(1, folder) as (user,):
        refusal = python("-c", "from safeguarding.deployment import localservices as l; l.stop()", **state)
        assert "Another command uses the local servers" in refusal.stderr
        assert one_of_each(folder)
        python("-c", "from safeguarding.deployment import localservices as l; l.keep()", **state)
        user.leave()
    assert one_of_each(folder)
    assert "PostgreSQL is stopped" in python("manage.py", "services", "down", **state).stdout
    assert servers(folder) == NONE


def test_a_path_too_long_for_a_socket_works() -> None:
    with tempfile.TemporaryDirectory(prefix="sg-test-", dir="/var/tmp") as base:
        os.chmod(base, 0o755)
        folder = Path(base) / ("deep" * 20) / "folder with spaces"
        folder.parent.mkdir()
        with users(1, folder) as (user,):
            assert one_of_each(folder)
            user.leave()


def test_addresses_given_start_nothing(tmp_path: Path) -> None:
    given = {"DATABASE_URL": "postgresql://u:p@localhost:1/none", "REDIS_URL": "redis://localhost:1/0"}
    told = python(
        *(
            "manage.py",
            "shell",
            "-v0",
            "-c",
            "from django.db import connection as c; print(c.settings_dict['PORT'])",
        ),
        SAFEGUARDING_STATE_DIR=str(tmp_path / "state"),
        SAFEGUARDING_TESTING="true",
        SECRET_KEY="k" * 50,
        **given,
    )
    assert told.stdout == "1\n"
    assert not (tmp_path / "state").exists()


@pytest.mark.skipif(os.geteuid() != 0, reason="this whole run is already by a user who is not root")
def test_works_for_a_user_who_is_not_root() -> None:
    """By the first Python of this version that such a user may run: root's own may lie in root's home."""
    with tempfile.TemporaryDirectory(prefix="sg-test-", dir="/var/tmp") as base:
        os.chown(base, 65534, 65534)
        packages = Path(psycopg.__file__).parent.parent
        user = User(
            Path(base) / "state",
            *("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", python_for_anybody()),
            PYTHONPATH=f"{ROOT}:{packages}",
            HOME=base,
        )
        assert user.url()
        assert one_of_each(Path(base))
        user.leave()
        assert servers(Path(base)) == NONE


@pytest.mark.skipif(
    not Path("/usr/lib/postgresql/15/bin").exists(), reason="no PostgreSQL 15 on this machine"
)
def test_other_programs_can_be_given(folder: Path) -> None:
    user = User(folder, SAFEGUARDING_PG_BIN="/usr/lib/postgresql/15/bin")
    with psycopg.connect(user.url()) as connection:
        assert connection.info.server_version // 10000 == 15
        assert connection.execute("SHOW lc_ctype").fetchone() == ("C.UTF-8",)
    user.leave()


def python_for_anybody() -> str:
    version = f"python{sys.version_info[0]}.{sys.version_info[1]}"
    for candidate in (sys.executable, f"/usr/bin/{version}", f"/usr/local/bin/{version}"):
        probe = ["setpriv", "--reuid=65534", "--clear-groups", candidate, "-c", ""]
        if subprocess.run(probe, env=clean(), capture_output=True).returncode == 0:
            return candidate
    pytest.fail(f"No {version} that every user may run was found on this machine.")
