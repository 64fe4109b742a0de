"""How dates, numbers, lists and first letters are written, on every page, letter, slide and file. Pure.

One place, so that a number is rounded once, from what it was counted from, and reads the same everywhere. A
guard finds what is written any other way (tests/guards/test_wording.py).
"""

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
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
SHORT = 3


def _in_london(value: dt.date) -> dt.date:
    if isinstance(value, dt.datetime) and value.tzinfo is not None:
        return value.astimezone(LONDON)
    return value


# ----- Dates and times: a moment is told in London's time, and no date gives no words ----------------------


def uk_date(value: dt.date | None) -> str:
    """20 December 2018."""
    return f"{uk_day_of_year(value)} {_in_london(value).year}" if value else ""


def uk_day(value: dt.date | None) -> str:
    """Thursday 20 December 2018."""
    return f"{uk_day_name(value)} {uk_date(value)}" if value else ""


def uk_day_name(value: dt.date) -> str:
    """Thursday."""
    return WEEKDAYS[_in_london(value).weekday()]


def uk_short_day(value: dt.date) -> str:
    """Thu 20, where the month stands above it."""
    return f"{uk_day_name(value)[:SHORT]} {_in_london(value).day}"


def uk_day_of_year(value: dt.date) -> str:
    """20 December, where the year is plain."""
    day = _in_london(value)
    return f"{day.day} {MONTHS[day.month - 1]}"


def uk_month(value: dt.date | None) -> str:
    """December 2018."""
    return f"{_month(value)} {_in_london(value).year}" if value else ""


def uk_short_month(value: dt.date) -> str:
    """Dec 2018, in a chart."""
    return f"{_month(value)[:SHORT]} {_in_london(value).year}"


def uk_dates(first: dt.date, last: dt.date) -> str:
    """23 to 27 November 2026; 28 December 2026 to 1 January 2027: a month or year that both share, once."""
    start = uk_date(first)
    if (first.year, first.month) == (last.year, last.month):
        start = str(first.day)
    elif first.year == last.year:
        start = uk_day_of_year(first)
    return f"{start} to {uk_date(last)}"


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


def uk_times(starts_at: dt.datetime, ends_at: dt.datetime) -> str:
    """9:30am to midday."""
    return f"{uk_time(starts_at)} to {uk_time(ends_at)}"


def uk_moment(value: dt.datetime | None) -> str:
    """20 December 2018 at 9:30am."""
    return f"{uk_date(value)} at {uk_time(value)}" if value else ""


def uk_meeting(starts_at: dt.datetime, ends_at: dt.datetime) -> str:
    """Thursday 20 December 2018, 9:30am to midday."""
    return f"{uk_day(starts_at)}, {uk_times(starts_at, ends_at)}"


def _month(value: dt.date) -> str:
    return MONTHS[_in_london(value).month - 1]


# ----- Numbers: rounded once, halves up, from what was counted ---------------------------------------------


def half_up(value: Decimal, places: int = 1) -> Decimal:
    """To so many decimals, a half away from zero, as the DfE rounds: 26.75 is 26.8 and 26.85 is 26.9.

    Only for a value that was not rounded before: 26.749 is 26.7, though 26.75 is 26.8.
    """
    return value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)


def share(part: int, whole: int | None) -> Decimal | None:
    """`part` of `whole` in per cent to one decimal; None of nothing, for that has no share."""
    return half_up(Decimal(part) * 100 / Decimal(whole)) if whole else None


def number(value: int | Decimal) -> str:
    """1,234; 4 for 4.00 and 2.5 for 2.50: a number that somebody counted or set, as it is."""
    return f"{value:,}" if isinstance(value, int) else f"{value.normalize():,f}"


def decimal(value: Decimal) -> str:
    """26.8, and 8.0 for 8: a number that was worked out, to one decimal."""
    return f"{half_up(value):,f}"


def percent(value: Decimal | None, none: str = "no figure") -> str:
    """26.8%, and 8.0% for 8; `none` where there is no value."""
    return none if value is None else f"{decimal(value)}%"


NONE_TO_COUNT = "none to count"


def count_of(part: int, whole: int) -> str:
    """30 of 112 (26.8%). Of nothing there is no share: none to count."""
    return f"{number(part)} of {number(whole)} ({percent(share(part, whole))})" if whole else NONE_TO_COUNT


def counted(count: int, one: str, many: str = "", none: str = "no") -> str:
    """1 child, 3 children, no children: the number with its noun."""
    noun = one if count == 1 else many or f"{one}s"
    return f"{number(count) if count else none} {noun}"


def times(count: int) -> str:
    """once, 2 times."""
    return "once" if count == 1 else counted(count, "time")


# ----- Sentences -------------------------------------------------------------------------------------------


def joined(words: Sequence[str], last: str = "and") -> str:
    """day, month and year."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {last} {words[-1]}"


def upper_first(text: str) -> str:
    """The text as it begins a sentence: No children."""
    return text[:1].upper() + text[1:]


def lower_first(text: str) -> str:
    """A label as it stands inside a sentence: emotional abuse. An abbreviation stays as it is: NHS number."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


def sentence(*parts: str) -> str:
    """The parts that say something, as one sentence with a full stop."""
    text = " ".join(part for part in parts if part)
    return text if text.endswith((".", "?", "!")) or not text else f"{text}."
