"""A bank holiday added to the data, as somebody would who reads of a proclamation."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from safeguarding import bankholidays

Add = Callable[[str, str], None]


def _read_again() -> None:
    for kept in (bankholidays._read, bankholidays._calendar, bankholidays.published, bankholidays.covered):
        kept.cache_clear()


@pytest.fixture
def new_holiday(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Add]:
    """add("2018-04-20", "An invented day"): a line more in the file that the whole service reads."""

    def add(day: str, name: str) -> None:
        data = json.loads(bankholidays.DATA.read_text(encoding="utf-8"))
        data["holidays"].append({"date": day, "name": name})
        file = tmp_path / "bankholidays.json"
        file.write_text(json.dumps(data), encoding="utf-8")
        monkeypatch.setattr(bankholidays, "DATA", file)
        _read_again()

    yield add
    monkeypatch.undo()
    _read_again()
