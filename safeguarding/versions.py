"""Two who write one thing: what stood there when it was opened, and what somebody saved meanwhile. Pure."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Mapping
from typing import Any

from safeguarding.refusals import Refused

BOTH = "Someone has saved this since you opened it. Both texts are shown: keep what is right."


def seen_as(texts: Mapping[str, Any]) -> str:
    """A short mark of what a form was opened with: another where any of it has changed since."""
    told = json.dumps({name: str(text) for name, text in texts.items()}, sort_keys=True)
    return hashlib.sha256(told.encode()).hexdigest()[:24]


def marks_of(texts: Mapping[str, Any]) -> str:
    """As seen_as(), with a mark for each text, so that two who wrote different ones are joined unasked."""
    return " ".join(f"{name}:{_mark(text)}" for name, text in texts.items())


def _mark(text: Any) -> str:
    return seen_as({"": text})[:12]


def _marks_in(seen: str) -> dict[str, str]:
    return dict(part.partition(":")[::2] for part in seen.split())


def differ_in(seen: str, now: str, name: str) -> bool:
    """Whether two marks of marks_of() are of different texts at one name; no mark differs from every mark."""
    return _marks_in(seen).get(name) != _marks_in(now).get(name)


def join_untouched(
    seen: str, mine: Mapping[str, Any], theirs: Mapping[str, Any]
) -> tuple[dict[str, Any], list[str]]:
    """Mine, with what I left as I opened it (`seen`: its marks) taken from theirs; and the names at which
    both wrote, and differ. Without a mark of a text nobody knows who left it: it is one of those.
    """
    was = _marks_in(seen)
    joined, met = dict(mine), []
    for name, text in mine.items():
        now = theirs.get(name, text)
        if text == now or was.get(name) == _mark(now):
            continue
        if was.get(name) == _mark(text):
            joined[name] = now
        else:
            met.append(name)
    return joined, met


class StaleVersion(Refused):
    """Somebody saved since this was opened. `theirs` is what stands now, by the form's field; the writer
    keeps their own. `seen` is its mark, `version` its number where it has one.
    """

    def __init__(
        self,
        *,
        theirs: Mapping[str, Any],
        seen: str,
        saved_by: Any,
        saved_at: dt.datetime,
        version: int | None = None,
        sentence: str = BOTH,
    ) -> None:
        super().__init__(sentence)
        self.theirs = dict(theirs)
        self.seen = seen
        self.version = version
        self.saved_by = saved_by
        self.saved_at = saved_at
