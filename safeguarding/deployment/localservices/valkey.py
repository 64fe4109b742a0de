"""The local Valkey (Redis's free successor): Celery's broker."""

import contextlib
import os
import signal
import socket
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from safeguarding.deployment.localservices import processes
from safeguarding.deployment.localservices.binaries import Binaries
from safeguarding.deployment.localservices.errors import LocalServicesError
from safeguarding.deployment.localservices.postgres import give
from safeguarding.deployment.localservices.state import State, run

CONFIGURATION = """\
port 0
unixsocket "{socket}"
unixsocketperm 700
dir "{data}"
pidfile "{data}/valkey.pid"
logfile "{data}.log"
daemonize yes
databases 16
appendonly yes
appendfsync everysec
save ""
maxmemory-policy noeviction
"""


@dataclass(frozen=True)
class Valkey:
    """One server behind a socket that only its user can reach."""

    state: State
    binaries: Binaries

    @property
    def data(self) -> Path:
        return self.state.engines / "valkey"

    @property
    def socket(self) -> Path:
        return self.state.sockets / "valkey"

    def url(self, database: int = 0) -> str:
        return f"unix://{self.socket}?db={database}"

    def ready(self) -> bool:
        """Whether the server answers; not while it still reads its data."""
        return ask(self.socket, b"PING\r\n") == b"+PONG\r\n"

    def start(self) -> None:
        """Start the server; one that runs without answering is ended first."""
        if running_pid(self.data) and processes.wait_until(self.ready, 10):
            return
        end(self.data, signal.SIGKILL)
        self.data.mkdir(mode=0o700, exist_ok=True)
        give(self.data)
        configuration = self.data.with_suffix(".conf")
        configuration.write_text(CONFIGURATION.format(socket=self.socket, data=self.data))
        give(configuration)
        done = run([str(self.binaries.valkey()), str(configuration)], self.state)
        if done.returncode or not processes.wait_until(self.ready, 20):
            raise LocalServicesError(f"Valkey did not start. Its log is {self.data}.log.")


def ask(path: Path, command: bytes) -> bytes:
    """The first answer to one command, empty when nobody answers."""
    with contextlib.suppress(OSError), socket.socket(socket.AF_UNIX) as client:
        client.settimeout(2)
        client.connect(str(path))
        client.sendall(command)
        return client.recv(64)
    return b""


def running_pid(data: Path) -> int:
    """The id of the living server that works in this folder, else 0."""
    pid = processes.read_pid(data / "valkey.pid")
    return pid if pid > 0 and processes.alive(pid, "valkey", data) else 0


def end(data: Path, how: signal.Signals) -> None:
    """Send the signal to the server, if one runs, and wait until it is gone."""
    pid = running_pid(data)
    if pid:
        os.kill(pid, how)
        processes.wait_until(partial(processes.gone, pid, "valkey", data), 20)


def stop(data: Path) -> None:
    """Stop the server of this folder, if it runs, with its data written."""
    end(data, signal.SIGTERM)
    end(data, signal.SIGKILL)
