"""PostgreSQL and Valkey from wheels, for the demo, the tests and development; production brings its own.

One rule for their life: every process that uses them holds a shared lock on one file, and whoever can take
that lock alone on the way out stops them. A killed process loses its lock with its life, so nothing is
counted and nothing goes stale; servers it left behind are used, or mended, by the next one.
"""

import atexit
import contextlib
import fcntl
import os
import secrets
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from safeguarding.deployment.localservices import postgres, valkey
from safeguarding.deployment.localservices.binaries import Binaries
from safeguarding.deployment.localservices.errors import LocalServicesError
from safeguarding.deployment.localservices.state import State

__all__ = ["LocalServicesError", "Urls", "ensure", "folder", "keep", "secret_key", "status", "stop", "urls"]

ENGINES = {"PostgreSQL": postgres.running_pid, "Valkey": valkey.running_pid}


@dataclass(frozen=True)
class Urls:
    """The addresses of the local servers, in the form of DATABASE_URL and REDIS_URL."""

    database: str
    redis: str


class Hold:
    """This process's share of the lock; one a process, whatever asks for it."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.file = -1
        self.pid = 0
        self.state = Path()

    def take(self, state: State) -> None:
        """Hold the shared lock from now on; wait while the last user before us stops the servers."""
        if self.file >= 0 and self.state == state.root:
            return
        self.release()
        self.file = open_lock(state, "users.lock")
        fcntl.flock(self.file, fcntl.LOCK_SH)
        self.pid, self.state = os.getpid(), state.root
        atexit.register(self.release)

    def release(self) -> None:
        """On the way out: stop the servers if nobody else uses them and nobody asked to keep them."""
        # A forked child shares our lock, so it could take it alone and stop the servers under us.
        if self.file < 0 or self.pid != os.getpid():
            return
        state = State(self.state)
        if take_alone(self.file) and not keep_file(state).exists():
            with contextlib.suppress(LocalServicesError):
                stop_engines(state)
        os.close(self.file)
        self.file = -1


hold = Hold()


def urls(redis_database: int = 0, role: str = postgres.NAME) -> Urls:
    """Where the local servers are, or will be once `ensure` has run; the database as its owner or another
    role. Starts nothing.
    """
    state = State.here()
    binaries = Binaries(state)
    return Urls(
        postgres.Postgres(state, binaries).url(role), valkey.Valkey(state, binaries).url(redis_database)
    )


def ensure() -> None:
    """See that both servers answer, and hold them up until this process ends.

    Raises LocalServicesError with a sentence when they cannot run here.
    """
    state = State.here()
    binaries = Binaries(state)
    servers = (postgres.Postgres(state, binaries), valkey.Valkey(state, binaries))
    with hold.lock:
        state.prepare()
        hold.take(state)
        if all(server.ready() for server in servers):
            return
        with alone(state):
            for server in servers:
                if not server.ready():
                    server.start()


def keep() -> None:
    """Start the servers and leave them running when this and every other user has gone, until `stop`."""
    ensure()
    keep_file(State.here()).touch(mode=0o600)


def stop(*, force: bool = False) -> None:
    """Stop the servers. Refused while another process uses them, unless forced."""
    state = State.here()
    if not state.root.exists():
        return
    keep_file(state).unlink(missing_ok=True)
    users = open_lock(state, "users.lock")
    try:
        if not take_alone(users) and not force:
            raise LocalServicesError(
                "Another command uses the local servers. End it first, "
                "or use: manage.py services down --force"
            )
        with alone(state):
            stop_engines(state)
    finally:
        os.close(users)


def status() -> dict[str, str]:
    """Each folder of a server's data, with what runs in it in words."""
    found = {}
    for data in data_folders(State.here()):
        engine = "Valkey" if data.name == "valkey" else "PostgreSQL"
        pid = ENGINES[engine](data)
        found[str(data)] = f"{engine} runs as process {pid}" if pid else f"{engine} is stopped"
    return found


def folder() -> Path:
    """The folder of the local state, whether or not it is there."""
    return State.here().root


def secret_key() -> str:
    """A random key of this state folder, made once: sessions outlive a restart, and no key is in the code."""
    state = State.here()
    state.prepare()
    file = state.root / "secret-key"
    with alone(state):
        if not file.exists():
            with open(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as fresh:
                fresh.write(secrets.token_urlsafe(64))
    return file.read_text()


def data_folders(state: State) -> list[Path]:
    """The data folders of every server that was ever made here, of other versions too."""
    clusters = (f for f in state.engines.glob("pg*") if f.name.removeprefix("pg").isdigit())
    return [*sorted(clusters), state.engines / "valkey"] if state.engines.exists() else []


def stop_engines(state: State) -> None:
    for data in data_folders(state):
        (valkey if data.name == "valkey" else postgres).stop(data)


@contextlib.contextmanager
def alone(state: State) -> Iterator[None]:
    """One process at a time starts, stops or makes anything here."""
    file = open_lock(state, "start.lock")
    try:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield
    finally:
        os.close(file)


def open_lock(state: State, name: str) -> int:
    # Closed on exec: a server that inherited it would hold the lock for ever.
    return os.open(state.root / name, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)


def take_alone(file: int) -> bool:
    """Whether the lock could be taken alone, at once."""
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def keep_file(state: State) -> Path:
    return state.root / "keep"
