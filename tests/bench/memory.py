"""The most memory that work holds: of this process, and of its database backend. For Linux."""

from __future__ import annotations

from pathlib import Path

from tests.bench.processor import backend

RESET_PEAK = "5"


def forget_peaks() -> None:
    """From now on what was held before counts for nothing."""
    for process in _processes().values():
        Path(f"/proc/{process}/clear_refs").write_text(RESET_PEAK)


def peak_memory() -> dict[str, float]:
    """{where: the most held there since it was last forgotten, in MB; with what is shared}."""
    return {where: _peak(process) for where, process in _processes().items()}


def _processes() -> dict[str, str]:
    return {"here": "self", "of the database": str(backend())}


def _peak(process: str) -> float:
    lines = Path(f"/proc/{process}/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) / 1_000
