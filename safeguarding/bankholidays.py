"""England's bank holidays, read once from bankholidays.json: data, so that a new one needs no new code."""

import json
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from safeguarding.workingdays import Calendar

DATA = Path(__file__).with_name("bankholidays.json")


@cache
def england() -> Calendar:
    """The calendar of England, with the first and last day that the data covers."""
    data = _read()
    return Calendar(frozenset(names()), date.fromisoformat(data["first"]), date.fromisoformat(data["last"]))


@cache
def names() -> dict[date, str]:
    """Each bank holiday with what it is called: {2022-09-19: "Queen Elizabeth II's state funeral"}."""
    return {date.fromisoformat(row["date"]): row["name"] for row in _read()["holidays"]}


@cache
def _read() -> dict[str, Any]:
    with DATA.open(encoding="utf-8") as file:
        data: dict[str, Any] = json.load(file)
    return data
