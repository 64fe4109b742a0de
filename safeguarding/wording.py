"""How dates, counts and shares are written on every page, letter and slide: one place, British, plain."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")
MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def _in_london(value: dt.date) -> dt.date:
    if isinstance(value, dt.datetime) and value.tzinfo is not None:
        return value.astimezone(LONDON)
    return value


def uk_date(value: dt.date | None) -> str:
    """20 December 2018. A moment is told in London's time; no date gives no words."""
    if value is None:
        return ""
    day = _in_london(value)
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def uk_day(value: dt.date | None) -> str:
    """Thursday 20 December 2018."""
    if value is None:
        return ""
    day = _in_london(value)
    return f"{day:%A} {uk_date(value)}"


def uk_month(value: dt.date | None) -> str:
    """December 2018."""
    if value is None:
        return ""
    day = _in_london(value)
    return f"{MONTHS[day.month - 1]} {day.year}"


def uk_time(value: dt.datetime | dt.time | None) -> str:
    """9:30am, 2pm, midday, midnight."""
    if value is None:
        return ""
    moment = _in_london(value) if isinstance(value, dt.datetime) else value
    assert isinstance(moment, dt.datetime | dt.time)
    if moment.minute == 0 and moment.hour in (0, 12):
        return "midday" if moment.hour else "midnight"
    minutes = f":{moment.minute:02}" if moment.minute else ""
    return f"{moment.hour % 12 or 12}{minutes}{'pm' if moment.hour >= 12 else 'am'}"


def uk_moment(value: dt.datetime | None) -> str:
    """20 December 2018 at 9:30am."""
    return f"{uk_date(value)} at {uk_time(value)}" if value else ""


def number(value: int | float | Decimal) -> str:
    """1,234. A whole number without a point, another as it is given."""
    return f"{value:,}"


def share(part: int, whole: int) -> Decimal | None:
    """`part` of `whole` in per cent to one place, halves up; None of nothing, for that has no share."""
    if not whole:
        return None
    return (Decimal(part) * 100 / Decimal(whole)).quantize(Decimal("0.1"), ROUND_HALF_UP)


def percent(value: Decimal | float | None) -> str:
    """26.8%, and 8% for 8.0; "no figure" for None."""
    if value is None:
        return "no figure"
    rounded = Decimal(str(value)).quantize(Decimal("0.1"), ROUND_HALF_UP)
    return f"{rounded:f}".removesuffix(".0") + "%"


def count_of(part: int, whole: int) -> str:
    """30 of 112 (26.8%). Of nothing there is no share: 0 of 0."""
    rate = share(part, whole)
    words = f"{number(part)} of {number(whole)}"
    return words if rate is None else f"{words} ({percent(rate)})"


def counted(count: int, one: str, many: str = "") -> str:
    """1 child, 3 children, no children: the number with its noun."""
    noun = one if count == 1 else many or f"{one}s"
    return f"{number(count) if count else 'no'} {noun}"


def joined(words: Sequence[str], last: str = "and") -> str:
    """day, month and year."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {last} {words[-1]}"
