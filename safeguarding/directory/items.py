"""What a row of a directory holds: each item reads the text of a form or a file, and writes it again.

A text that cannot be read raises Refused with a sentence for its field, the same beside a form and in a file.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db.models import Model, QuerySet

from safeguarding.refusals import Refused
from safeguarding.signs import is_mixed, is_unseen
from safeguarding.wording import counted, joined, lower_first, uk_date, uk_time
from safeguarding.workingdays import YEARS

YES = frozenset({"yes", "y", "true", "1"})
NO = frozenset({"no", "n", "false", "0"})
CLOCK = re.compile(r"([01]?[0-9]|2[0-3])[:.]?([0-5][0-9])")
DAY = re.compile(r"(?P<iso>[0-9]{4}-[0-9]{1,2}-[0-9]{1,2})|(?P<uk>[0-9]{1,2}/[0-9]{1,2}/[0-9]{4})")
NEW_LINE = re.compile(r"[\r\n\v\f\x85\u2028\u2029]")
# Spaces in a row, and the one that a spreadsheet or a web page keeps from parting.
SPACES = re.compile(r"[ \xa0]+")
WHOLE = re.compile(r"[0-9]{1,9}")


def plain(text: str) -> str:
    """The text without the spaces around it or doubled in it."""
    return SPACES.sub(" ", text).strip()


@dataclass(frozen=True)
class Item:
    """One item: its column of the table, what pages and files call it, and whether it must be given."""

    field: str
    label: str
    hint: str = ""
    is_needed: bool = True

    def read(self, text: str) -> Any:
        """The value of a text without the spaces around it or doubled in it. Raises Refused."""
        text = plain(text)
        if "\0" in text:
            raise self.refuse("plain text")
        if NEW_LINE.search(text):
            raise self.refuse("on one line")
        if is_unseen(text):
            raise self.refuse("without signs that nobody sees: type it anew")
        if not text:
            if self.is_needed:
                raise Refused(f"Enter the {self._named}", self.field)
            return self.nothing
        return self.value(text)

    nothing: Any = ""

    def for_texts(self) -> Item:
        """The same item, to read very many texts with."""
        return self

    def value(self, text: str) -> Any:
        raise NotImplementedError

    def write(self, value: Any) -> str:
        """The value as a file has it."""
        return "" if value is None else str(value)

    def show(self, value: Any) -> str:
        """The value as a page has it; "" where nothing is known."""
        return self.write(value)

    @property
    def _named(self) -> str:
        return lower_first(self.label)

    def refuse(self, what: str) -> Refused:
        return Refused(f"{self.label} must be {what}", self.field)


@dataclass(frozen=True)
class Text(Item):
    """Some words."""

    longest: int = 100

    def value(self, text: str) -> str:
        if len(text) > self.longest:
            raise self.refuse(f"{counted(self.longest, 'character')} or less")
        if is_mixed(text):
            raise self.refuse("in one alphabet within a word: type it anew")
        return text


@dataclass(frozen=True)
class Email(Text):
    """An e-mail address. One with other letters than ours may look like somebody else's."""

    longest: int = 254

    def value(self, text: str) -> str:
        if not text.isascii():
            raise self.refuse("in the letters a to z, without accents")
        try:
            validate_email(text)
        except ValidationError:
            raise self.refuse("like name@example.com") from None
        return super().value(text).lower()


@dataclass(frozen=True)
class Whole(Item):
    """A whole number from `least` to `most`."""

    least: int = 0
    most: int = 9999
    nothing: Any = None

    def value(self, text: str) -> int:
        number = int(text) if WHOLE.fullmatch(text) else None
        if number is None or not self.least <= number <= self.most:
            raise self.refuse(f"a whole number from {self.least} to {self.most}")
        return number


@dataclass(frozen=True)
class YesNo(Item):
    """Yes, or no; where nothing is said, `nothing`: None is "not known"."""

    is_needed: bool = False
    nothing: Any = False

    def value(self, text: str) -> bool:
        word = text.lower()
        if word not in YES | NO:
            raise self.refuse("yes or no")
        return word in YES

    def write(self, value: Any) -> str:
        return "" if value is None else "yes" if value else "no"

    def show(self, value: Any) -> str:
        return "" if value is None else "Yes" if value else "No"


@dataclass(frozen=True)
class Clock(Item):
    """A time of the day."""

    is_needed: bool = False
    nothing: Any = None

    def value(self, text: str) -> dt.time:
        found = CLOCK.fullmatch(text)
        if found is None:
            raise self.refuse("a time like 09:00")
        return dt.time(int(found[1]), int(found[2]))

    def write(self, value: Any) -> str:
        return value.isoformat("minutes") if value else ""

    def show(self, value: Any) -> str:
        return uk_time(value) if value else ""


@dataclass(frozen=True)
class Day(Item):
    """A day. A file may have 2018-04-20 or 20/4/2018."""

    nothing: Any = None

    def value(self, text: str) -> dt.date:
        found = DAY.fullmatch(text)
        if found is None:
            raise self.refuse("a day like 20/4/2018")
        parts = text.split("-") if found["iso"] else text.split("/")[::-1]
        try:
            day = dt.date(*map(int, parts))
        except ValueError:
            raise self.refuse("a day like 20/4/2018") from None
        if day.year not in YEARS:
            raise self.refuse("a day like 20/4/2018")
        return day

    def write(self, value: Any) -> str:
        return value.isoformat() if value else ""

    def show(self, value: Any) -> str:
        return uk_date(value) if value else ""


@dataclass(frozen=True)
class Choice(Item):
    """One of a list: {code: words}. A file may have either, or other words: `also` is {words: code}."""

    options: Callable[[], dict[str, str]] = dict
    also: Mapping[str, str] = field(default_factory=dict)

    def value(self, text: str) -> str:
        options = self.options()
        by_words = {words.lower(): code for words, code in self.also.items()}
        by_words |= {words.lower(): code for code, words in options.items()}
        code = text if text in options else by_words.get(text.lower().replace("’", "'"))
        if code is None:
            raise self.refuse(f"one of {joined(list(options.values()))}")
        return code

    def for_texts(self) -> Choice:
        known = self.options()
        return replace(self, options=lambda: known)

    def write(self, value: Any) -> str:
        return self.options().get(value, str(value))


@dataclass(frozen=True)
class Choices(Choice):
    """Several of a list, with semicolons between; the first is the chief one."""

    def write(self, value: Any) -> str:
        return "; ".join(super(Choices, self).write(str(one)) for one in value)

    def value(self, text: str) -> tuple[str, ...]:  # type: ignore[override]
        parts = [part.strip() for part in text.split(";") if part.strip()]
        return tuple(dict.fromkeys(super(Choices, self).value(part) for part in parts))


@dataclass(frozen=True)
class Row(Item):
    """A row of another directory, by its name."""

    rows: Callable[[], QuerySet[Any]] = lambda: QuerySet()
    nothing: Any = None
    # What it means that none is chosen, where that is an answer.
    none: str = ""
    # By name, where all of them were read before the texts.
    known: Mapping[str, Any] | None = None

    def for_texts(self) -> Row:
        rows = list(self.rows())
        return replace(self, known={row.name.casefold(): row for row in reversed(rows)})

    def value(self, text: str) -> Model:
        if self.known is None:
            found = self.rows().filter(name__iexact=text).first()
        else:
            found = self.known.get(text.casefold())
        if found is None:
            raise Refused(f"{self.label}: there is none called {text} in use", self.field)
        return found  # type: ignore[no-any-return]

    def show(self, value: Any) -> str:
        return str(value) if value else self.none
