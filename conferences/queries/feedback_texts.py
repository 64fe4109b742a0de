"""The words of the forms of feedback, in each language: data that comes with the service, or that a manager
wrote; and which languages somebody checked, so that they are offered.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from conferences.models import FeedbackLanguage
from conferences.rules.feedback_texts import ENGLISH, is_whole

FOLDER = Path(__file__).parents[1] / "data" / "feedback"


@dataclass(frozen=True)
class Language:
    """A language of the forms. `row` is what a manager saved of it; None for what comes with the service."""

    code: str
    name: str
    own_name: str
    is_rtl: bool
    texts: Mapping[str, str]
    row: FeedbackLanguage | None = None

    @property
    def is_checked(self) -> bool:
        """English is the service's own; another is offered once somebody who translates checked it."""
        return self.code == ENGLISH or bool(self.row and self.row.checked_date)

    @property
    def is_whole(self) -> bool:
        return is_whole(self.texts, english().texts)

    @property
    def direction(self) -> str:
        return "rtl" if self.is_rtl else "ltr"


@cache
def _supplied() -> dict[str, Language]:
    """What comes with the service, English first."""
    found = [_read(path) for path in sorted(FOLDER.glob("*.json"))]
    return {one.code: one for one in sorted(found, key=lambda one: (one.code != ENGLISH, one.name))}


def _read(path: Path) -> Language:
    told: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return Language(**told)


def english() -> Language:
    return _supplied()[ENGLISH]


def languages() -> list[Language]:
    """All of them, English first: one query."""
    found = dict(_supplied())
    for row in FeedbackLanguage.objects.select_related("saved_by"):
        found[row.code] = _of_row(row)
    return [found.pop(ENGLISH), *sorted(found.values(), key=lambda one: one.name)]


def languages_offered() -> list[Language]:
    """Those that somebody checked, English first: one query."""
    return [one for one in languages() if one.is_checked and one.is_whole]


def language_of(code: str) -> Language | None:
    """The language of a code, whether it is offered or not."""
    return next((one for one in languages() if one.code == code), None)


def _of_row(row: FeedbackLanguage) -> Language:
    return Language(row.code, row.name, row.own_name, row.is_rtl, row.texts, row)
