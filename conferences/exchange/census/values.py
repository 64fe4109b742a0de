"""Single fields of a census as values: what is read, and whether it had to be bent to be read."""

from __future__ import annotations

import datetime as dt
import re
from functools import lru_cache

from conferences.exchange.census.faults import Faults
from conferences.exchange.census.markup import Part, shown
from safeguarding.wording import uk_date

ISO = re.compile(r"(\d{4}-\d{2}-\d{2})(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?")
BRITISH = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")
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
}


@lru_cache(maxsize=100_000)
def as_date(text: str) -> tuple[dt.date | None, bool]:
    """(the date or None, whether it is written just as the census asks: YYYY-MM-DD)."""
    found = ISO.fullmatch(text)
    if found:
        return _date(found[1]), len(text) == 10
    found = BRITISH.fullmatch(text)
    if found:
        return _date(f"{found[3]}-{found[2]:0>2}-{found[1]:0>2}"), False
    return None, False


def _date(iso: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(iso)
    except ValueError:
        return None


def date(part: Part, tag: str, say: Faults) -> dt.date | None:
    """The date of a field; None where it is absent or cannot be read, which is said."""
    text = part.values.get(tag)
    if not text:
        return None
    return read_date(text, tag, part.line, say)


def read_date(text: str, tag: str, line: int, say: Faults) -> dt.date | None:
    day, plain = as_date(text)
    if day is None:
        say.bent(line, "DATE", f"{tag} is {shown(text)}, which is no date. It was left out.")
    elif not plain:
        say.bent(line, "DATE", f"{tag} is written {shown(text)}. It was read as {uk_date(day)}.")
    return day


def flag(part: Part, tag: str, rule: str, say: Faults) -> bool:
    """The answer of a field; absent or unclear counts as no, which is said under the rule."""
    text = part.values.get(tag, "")
    if text in YES:
        return YES[text]
    answer = YES_BENT.get(text.lower())
    if answer is not None:
        say.bent(
            part.line,
            "YES-NO",
            f"{tag} is {shown(text)} where the census has 1 or 0. It was read as {int(answer)}.",
        )
        return answer
    what = f"is {shown(text)}" if text else "is missing"
    say.bent(part.line, rule, f"{tag} {what}. It was read as 0.")
    return False


def code(part: Part, tag: str, allowed: frozenset[str], rule: str, say: Faults) -> str:
    """The code of a field; "" where it is absent (said by the checks) or not in the list (said here)."""
    text = part.values.get(tag, "")
    if not text or text in allowed:
        return text
    if text.upper() in allowed:
        say.bent(part.line, "CODE", f"{tag} is {shown(text)}. It was read as {text.upper()}.")
        return text.upper()
    say.bent(part.line, rule, f"{tag} is {shown(text)}, which is not a code of the census. It was left out.")
    return ""
