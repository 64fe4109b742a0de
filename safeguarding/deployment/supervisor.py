"""One parent for several processes: it starts them, waits, and none outlives another or the parent."""

import ctypes
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType
from typing import IO, Self

STOPPING_SECONDS = 8.0
PR_SET_PDEATHSIG = 1


@dataclass(frozen=True)
class Program:
    """A process to run: its name in sentences, and its command."""

    name: str
    command: list[str]
    sockets: tuple[int, ...] = ()


@dataclass
class Supervisor:
    """Runs programs together; use as a context, which stops them all on the way out."""

    environment: dict[str, str]
    log: Path
    asked_to_stop: threading.Event = field(default_factory=threading.Event)
    running: dict[str, subprocess.Popen[bytes]] = field(default_factory=dict)

    def __enter__(self) -> Self:
        for asked in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(asked, self.ask_to_stop)
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    def ask_to_stop(self, number: int, frame: FrameType | None) -> None:
        self.asked_to_stop.set()

    def start(self, programs: Iterable[Program]) -> None:
        """Start the programs in order. Their output goes to the log: the terminal is for people."""
        with self.log.open("wb") as log:
            for program in programs:
                self.running[program.name] = self.spawn(program, log)

    def spawn(self, program: Program, log: IO[bytes]) -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            program.command,
            env=self.environment,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
            pass_fds=program.sockets,
            # Ctrl-C in the terminal reaches the parent alone, which then stops them in order.
            start_new_session=True,
            preexec_fn=end_with_parent,
        )

    def dead(self) -> str:
        """The name of a program that has ended by itself, or nothing."""
        return next((name for name, process in self.running.items() if process.poll() is not None), "")

    def wait(self) -> str:
        """Wait until a signal asks to stop (nothing is returned) or a program ends (its name)."""
        while not self.asked_to_stop.wait(0.2):
            if name := self.dead():
                return name
        return ""

    def stop(self) -> None:
        """Ask all to stop at once, and kill what has not within a few seconds."""
        deadline = time.monotonic() + STOPPING_SECONDS
        for process in self.running.values():
            if process.poll() is None:
                process.terminate()
        for process in self.running.values():
            try:
                process.wait(max(0.0, deadline - time.monotonic()))
            except subprocess.TimeoutExpired:
                os.killpg(process.pid, signal.SIGKILL)
                process.wait()
        self.running.clear()


def end_with_parent() -> None:
    """In a child of Linux: be told to stop when the parent is killed, which then cannot stop us itself."""
    if sys.platform == "linux":
        LIBC.prctl(PR_SET_PDEATHSIG, signal.SIGTERM)


# Loaded here, for between fork and exec a child may load nothing.
LIBC = ctypes.CDLL(None)
