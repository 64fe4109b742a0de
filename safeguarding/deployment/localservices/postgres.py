"""The local PostgreSQL: made, started, mended after a crash, stopped."""

import contextlib
import os
import shutil
import signal
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import psycopg
from psycopg import errors, sql

from safeguarding.deployment.localservices import processes
from safeguarding.deployment.localservices.binaries import Binaries
from safeguarding.deployment.localservices.errors import LocalServicesError
from safeguarding.deployment.localservices.state import State, run, server_user

NAME = "safeguarding"
PORT = 5432
# No values of people's records in the log: the statement, its parameters and DETAIL stay out of it, and an
# ERROR goes to the client alone ("log" ranks above it).
CONFIGURATION = """\
listen_addresses = ''
port = 5432
unix_socket_directories = '"{sockets}"'
timezone = 'UTC'
log_timezone = 'UTC'
log_min_messages = log
log_min_error_statement = panic
log_error_verbosity = terse
log_parameter_max_length = 0
log_parameter_max_length_on_error = 0
shared_buffers = 256MB
work_mem = 32MB
maintenance_work_mem = 256MB
max_wal_size = 2GB
random_page_cost = 1.1
# A container may give no room in /dev/shm for a parallel query.
dynamic_shared_memory_type = mmap
"""


@dataclass(frozen=True)
class Postgres:
    """One cluster, in a folder named for its major version, behind a socket that only its user can reach."""

    state: State
    binaries: Binaries

    @property
    def data(self) -> Path:
        return self.state.engines / f"pg{self.binaries.major}"

    @property
    def sockets(self) -> Path:
        """A folder for each major version, so that two of them can run side by side."""
        return self.state.sockets / str(self.binaries.major)

    @property
    def log(self) -> Path:
        return self.data.with_suffix(".log")

    def url(self, role: str = NAME) -> str:
        """The address of the project's own database, for a role."""
        return f"postgresql://{role}@/{NAME}?host={quote(self.sockets)}&port={PORT}"

    def connect(self, database: str = NAME) -> psycopg.Connection:
        return psycopg.connect(
            host=str(self.sockets), port=PORT, user=NAME, dbname=database, connect_timeout=5, autocommit=True
        )

    def ready(self) -> bool:
        """Whether the project's database answers: a real connection, for nothing less is proof."""
        if not (self.sockets / f".s.PGSQL.{PORT}").exists():
            return False
        try:
            self.connect().close()
        except psycopg.OperationalError:
            return False
        return True

    def start(self) -> None:
        """Start the server and create the database; make or mend the cluster first where needed."""
        if not running_pid(self.data):
            self.check_version()
            clear_remains(self.data, self.sockets)
            self.write_configuration()
            self.launch()
        self.create_database()

    def check_version(self) -> None:
        """Make the cluster if there is none; refuse one of another major version."""
        marker = self.data / "PG_VERSION"
        if not marker.exists():
            self.initialise()
        found = marker.read_text().strip()
        if found != str(self.binaries.major):
            raise LocalServicesError(
                f"The data in {self.data} were written by PostgreSQL {found}; this is {self.binaries.major}. "
                "Move that folder away to begin with an empty database."
            )

    def initialise(self) -> None:
        """initdb beside the place, then rename: an interrupted one never leaves half a cluster."""
        fresh = self.data.with_suffix(".new")
        shutil.rmtree(fresh, ignore_errors=True)
        # A fixed locale, the same whoever runs it first; sorting is by code point.
        builtin = ["--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"]
        locale = builtin if self.binaries.major >= 17 else ["--locale=C.UTF-8"]
        program = [str(self.binaries.postgres() / "initdb"), "-D", str(fresh)]
        done = run([*program, "-U", NAME, "-A", "trust", "-E", "UTF8", *locale], self.state)
        if done.returncode:
            raise LocalServicesError(f"PostgreSQL could not make its data folder: {last_words(done.stdout)}")
        fresh.rename(self.data)

    def write_configuration(self) -> None:
        """Write our settings beside initdb's own, at each start, for the socket folder may have moved."""
        self.sockets.mkdir(mode=0o700, exist_ok=True)
        give(self.sockets)
        ours = self.data / "safeguarding.conf"
        ours.write_text(CONFIGURATION.format(sockets=str(self.sockets).replace("'", "''")))
        give(ours)
        main = self.data / "postgresql.conf"
        if "safeguarding.conf" not in main.read_text():
            with main.open("a") as file:
                file.write("include 'safeguarding.conf'\n")

    def launch(self) -> None:
        if self.log.exists() and self.log.stat().st_size > 5_000_000:
            self.log.unlink()
        program = [str(self.binaries.postgres() / "pg_ctl"), "start", "-D", str(self.data)]
        done = run([*program, "-w", "-t", "60", "-s", "-l", str(self.log)], self.state)
        if done.returncode:
            told = self.log.read_text() if self.log.exists() else done.stdout
            raise LocalServicesError(f"PostgreSQL did not start ({self.log}): {last_words(told)}")

    def create_database(self) -> None:
        """Before Django connects: with its pool a missing database costs the pool's whole waiting time."""
        statement = sql.SQL("CREATE DATABASE {}").format(sql.Identifier(NAME))
        taken = contextlib.suppress(errors.DuplicateDatabase, errors.UniqueViolation)
        with self.connect("postgres") as connection, taken:
            connection.execute(statement)


def running_pid(data: Path) -> int:
    """The id of the living server of this cluster, else 0."""
    pid = processes.read_pid(data / "postmaster.pid")
    return pid if pid > 0 and processes.alive(pid, "postgres", data) else 0


def clear_remains(data: Path, sockets: Path) -> None:
    """Remove what a killed server left; first wait for its orphans, beside which none may start."""

    def gone() -> bool:
        return not processes.working_in(data, "postgres")

    if not processes.wait_until(gone, 10):
        for pid in processes.working_in(data, "postgres"):
            os.kill(pid, signal.SIGQUIT)
        if not processes.wait_until(gone, 5):
            raise LocalServicesError(f"Parts of a killed PostgreSQL still run in {data}. End them first.")
    socket = sockets / f".s.PGSQL.{PORT}"
    for remains in (data / "postmaster.pid", socket, socket.with_name(f"{socket.name}.lock")):
        remains.unlink(missing_ok=True)


def stop(data: Path) -> None:
    """Stop the server of this cluster, if it runs: fast, and clean."""
    for step, seconds in ((signal.SIGINT, 30), (signal.SIGQUIT, 10)):
        pid = running_pid(data)
        if not pid:
            return
        os.kill(pid, step)
        if processes.wait_until(partial(processes.gone, pid, "postgres", data), seconds):
            return
    raise LocalServicesError(f"PostgreSQL in {data} did not stop.")


def give(path: Path) -> None:
    """Give a file or folder that we made to the server user."""
    if os.geteuid() == 0:
        os.chown(path, server_user().pw_uid, -1)


def quote(path: Path) -> str:
    """A path as part of an address."""
    return str(path).replace("%", "%25").replace("/", "%2F").replace(" ", "%20").replace("&", "%26")


def last_words(output: str) -> str:
    """The last line that a program printed."""
    return next((line for line in reversed(output.splitlines()) if line.strip()), "it gave no reason")
