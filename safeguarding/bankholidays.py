"""England's bank holidays: those published, from bankholidays.json, and those that an administrator added.

A holiday proclaimed for one day (a funeral, a coronation) is added on a page. A process keeps what it read of
the added ones for a short time: every page counts days.
"""

import json
from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from django.db import connection

from safeguarding.kept import Kept
from safeguarding.workingdays import Calendar

DATA = Path(__file__).with_name("bankholidays.json")
ADDED = "SELECT day, name FROM safeguarding_oneoffholiday WHERE is_active"


def _read_added() -> Mapping[date, str]:
    with connection.cursor() as cursor:
        cursor.execute(ADDED)
        return dict(cursor.fetchall())


added: Kept[Mapping[date, str]] = Kept(_read_added, {})


def england() -> Calendar:
    """The calendar of England, with the first and last day that the data covers."""
    return _calendar(tuple(added.now()))


def names() -> dict[date, str]:
    """Each bank holiday with what it is called: {2022-09-19: "Queen Elizabeth II's state funeral"}."""
    return {**added.now(), **published()}


@cache
def published() -> dict[date, str]:
    """The holidays of the file, with their names: what every council has from the start."""
    return {date.fromisoformat(row["date"]): row["name"] for row in _read()["holidays"]}


@cache
def covered() -> Calendar:
    """The calendar of the file alone: for how far it reaches, before there is a database."""
    return _calendar(())


@cache
def _calendar(more: tuple[date, ...]) -> Calendar:
    data = _read()
    days = frozenset([*published(), *more])
    return Calendar(days, date.fromisoformat(data["first"]), date.fromisoformat(data["last"]))


@cache
def _read() -> dict[str, Any]:
    with DATA.open(encoding="utf-8") as file:
        data: dict[str, Any] = json.load(file)
    return data
