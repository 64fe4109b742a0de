"""Single fields of a census as values: what is read, and whether it had to be bent to be read."""

from __future__ import annotations

import datetime as dt
import re
from functools import lru_cache

from conferences.exchange.census.faults import Faults, Place
from conferences.exchange.census.markup import Part, shown
from safeguarding.wording import LONDON, uk_date

CLOCK = r"\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?"
ZONE = r"Z|[+-]\d{2}:?\d{2}"
ISO = re.compile(rf"(\d{{4}}-\d{{2}}-\d{{2}})(?:[T ]({CLOCK}))? ?({ZONE})?")
BRITISH = re.compile(rf"(\d{{1,2}})([/.-])(\d{{1,2}})\2(\d{{4}})(?:[T ]{CLOCK}(?: ?[AaPp][Mm])?)?")
NAMED = re.compile(r"(\d{1,2})[ -]([A-Za-z]{3,9})[ -](\d{4})")
MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
# A whole number as a spreadsheet may have written it.
WHOLE = re.compile(r"\+?(\d{1,9})(?:\.0*)?")
YES = {"1": True, "0": False}
YES_BENT = {
    "true": True,
    "false": False,
    "yes": True,
    "no": False,
    "y": True,
    "n": False,
    "t": True,
    "f": False,
    "1.0": True,
    "0.0": False,
}


@lru_cache(maxsize=100_000)
def as_date(text: str) -> tuple[dt.date | None, bool]:
    """(the date or None, whether it is written just as the census asks: YYYY-MM-DD)."""
    if found := ISO.fullmatch(text):
        return (_moment(*found.groups()) if found[2] and found[3] else _date(found[1])), len(text) == 10
    if found := BRITISH.fullmatch(text):
        return _date(f"{found[4]}-{found[3]:0>2}-{found[1]:0>2}"), False
    if found := NAMED.fullmatch(text):
        return _named(*found.groups()), False
    return None, False


def _date(iso: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(iso)
    except ValueError:
        return None


def _moment(day: str, clock: str, zone: str) -> dt.date | None:
    """The day in London of a moment told with its zone. A day with a zone and no clock is that day."""
    try:
        return dt.datetime.fromisoformat(f"{day}T{clock:0>5}{zone}").astimezone(LONDON).date()
    except (ValueError, OverflowError):
        return None


def _named(day: str, month: str, year: str) -> dt.date | None:
    short = month[:3].lower()
    return _date(f"{year}-{MONTHS.index(short) + 1:02}-{day:0>2}") if short in MONTHS else None


def date(part: Part, tag: str, say: Faults) -> dt.date | None:
    """The date of a field; None where it is absent or cannot be read, which is said."""
    text = part.values.get(tag)
    if not text:
        return None
    return read_date(text, tag, part, say)


def read_date(text: str, tag: str, at: Place, say: Faults) -> dt.date | None:
    day, plain = as_date(text)
    if day is None:
        say.bent(at, "DATE", f"{tag} is {shown(text)}, which is no date.", "It was left out.")
    elif not plain:
        say.bent(at, "DATE", f"{tag} is written {shown(text)}.", f"It was read as {uk_date(day)}.")
    return day


def flag(part: Part, tag: str, rule: str, say: Faults) -> bool | None:
    """The answer of a field; None where it is absent or unclear, which is said under the rule."""
    text = part.values.get(tag, "")
    if text in YES:
        return YES[text]
    answer = YES_BENT.get(text.lower())
    if answer is not None:
        sentence = f"{tag} is {shown(text)} where the census has 1 or 0."
        say.bent(part, "YES-NO", sentence, f"It was read as {int(answer)}.")
        return answer
    what = f"is {shown(text)}" if text else "is missing"
    say.bent(part, rule, f"{tag} {what}.", "It was read as 0.")
    return None


def code(part: Part, tag: str, allowed: frozenset[str], rule: str, say: Faults) -> str:
    """The code of a field; "" where it is absent (said by the checks) or not in the list (said here)."""
    text = part.values.get(tag, "")
    if not text or text in allowed:
        return text
    near = text.upper().removesuffix(".0")
    if near in allowed:
        say.bent(part, "CODE", f"{tag} is {shown(text)}.", f"It was read as {near}.")
        return near
    say.bent(part, rule, f"{tag} is {shown(text)}, which is not a code of the census.", "It was left out.")
    return ""


def whole(text: str) -> int | None:
    """A whole number of up to nine digits, however it is written: 1, 01, +1, 1.0."""
    found = WHOLE.fullmatch(text) if text.isascii() else None
    return int(found[1]) if found else None
