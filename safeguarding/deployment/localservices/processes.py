"""Which server processes are really there. A process id in a file proves nothing: ids are used again, and a
killed process whose parent never collects it stays in the list for ever."""

import time
from collections.abc import Callable
from pathlib import Path

import psutil


def alive(pid: int, name: str, folder: Path) -> bool:
    """Whether `pid` is a running process called `name` that works in `folder`."""
    try:
        process = psutil.Process(pid)
        dead = process.status() == psutil.STATUS_ZOMBIE
        return bool(not dead and process.name().startswith(name) and process.cwd() == str(folder))
    except psutil.Error:
        return False


def gone(pid: int, name: str, folder: Path) -> bool:
    """The opposite of `alive`, to wait for."""
    return not alive(pid, name, folder)


def working_in(folder: Path, name: str) -> list[int]:
    """The ids of all running processes called `name` that work in `folder`: a server and its children."""
    candidates = (p.pid for p in psutil.process_iter(["name"]) if (p.info["name"] or "").startswith(name))
    return [pid for pid in candidates if alive(pid, name, folder)]


def wait_until(condition: Callable[[], bool], seconds: float) -> bool:
    """Whether the condition came true within so many seconds."""
    deadline = time.monotonic() + seconds
    pause = 0.005
    while not condition():
        if time.monotonic() > deadline:
            return False
        time.sleep(pause)
        pause = min(pause * 1.5, 0.1)
    return True


def read_pid(file: Path) -> int:
    """The first line of a process id file as a number; 0 when there is none."""
    try:
        return int(file.read_text().split("\n", 1)[0])
    except (OSError, ValueError):
        return 0
