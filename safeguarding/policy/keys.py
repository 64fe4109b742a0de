"""The catalogue of local limits: what each one is, what it may be, and where its default comes from.

Pure. Every limit here is of grade L: another council or partnership differs, so its value is a dated
setting (safeguarding.policy.values). What statute fixes is code, in conferences.rules.timelimits, and is not
here.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum

from safeguarding.refusals import Refused
from safeguarding.signs import is_mixed
from safeguarding.wording import joined, upper_first

Value = int | Decimal | str | tuple[int, ...]

WHOLE_NUMBER = re.compile(r"[0-9]{1,6}")
DECIMAL_NUMBER = re.compile(r"[0-9]{1,6}(\.[0-9]{1,2})?")
NOT_SET = "Not set"
AUTHORITY_CODE = re.compile(r"[0-9]{3}")
# Between the word for one and the word for several.
WORD_SPLIT = " / "
# One sign after the other: with a choice where a part ends, it would be tried in every way.
WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|[ ’'()&-])*")
PHRASE = re.compile(r"[^\W\d_][\w ,’'()-]*")


HOW_WORDS = (
    "As it stands inside a sentence, with small letters but for a title or an abbreviation. Where the word "
    "for several does more than add s, write both: head of service / heads of service"
)


class Kind(Enum):
    """How a value is written and read."""

    WHOLE = "a whole number"
    DECIMAL = "a number"
    WHOLES = "whole numbers with commas between"
    AUTHORITY = "a local authority's three digits"
    WORDS = "some words"
    EITHER = "one of the answers"
    PHRASE = "a few words"


@dataclass(frozen=True)
class Unit:
    one: str
    many: str
    joint: str = " "

    def of(self, number: str) -> str:
        return f"{number}{self.joint}{self.one if number == '1' else self.many}"


WORKING_DAYS = Unit("working day", "working days")
DAYS = Unit("day", "days")
WEEKS = Unit("week", "weeks")
MONTHS = Unit("month", "months")
AGENCIES = Unit("other agency", "other agencies")
REVIEWS = Unit("review", "reviews")
PLANS = Unit("plan", "plans")
TIMES = Unit("time", "times")
CONFERENCES_A_DAY = Unit("conference a day", "conferences a day")
CONFERENCES_A_WEEK = Unit("conference a week", "conferences a week")
MINUTES = Unit("minute", "minutes")
DISAGREEMENTS = Unit("disagreement", "disagreements")
ENQUIRIES = Unit("new enquiry", "new enquiries")
OCLOCK = Unit(":00", ":00", joint="")
PERCENT = Unit("%", "%", joint="")
CODE = Unit("", "", joint="")
NUMBER = Unit("", "", joint="")


@dataclass(frozen=True)
class PolicyKey:
    """One local limit. `sentence` has {} where the value stands; `lowest` and `highest` are both allowed.

    `default` is None for what no other council's number can stand for: it has no value until it is set, and
    `example` shows how one is written. `waits_for` names what must be built before a change has any effect;
    "" where the limit is read.
    """

    key: str
    heading: str
    name: str
    sentence: str
    unit: Unit
    default: Value | None
    source: str
    lowest: int = 1
    highest: int = 366
    kind: Kind = Kind.WHOLE
    waits_for: str = ""
    example: str = ""
    # What 0 says, where it switches something off.
    off: str = ""
    # The answers, of one that is either the one or the other.
    options: tuple[str, ...] = ()

    def parse(self, text: str) -> Value:
        """The value that somebody enters as `text`. Raises Refused."""
        value = self.read(text)
        for number in _numbers(value):
            if not self.lowest <= number <= self.highest:
                raise Refused(f"{self.name} must be between {self.lowest} and {self.highest}.")
        return value

    def read(self, text: str) -> Value:
        """The value stored as `text`, even where the range allowed has narrowed since it was set."""
        return READERS[self.kind](self, text.strip())

    def text(self, value: Value) -> str:
        """The value as it is stored and typed: parse(text(v)) is v."""
        if isinstance(value, tuple):
            return ", ".join(map(str, value))
        return f"{value.normalize():f}" if isinstance(value, Decimal) else str(value)

    def shown(self, value: Value | None) -> str:
        """The value with its unit: 15 working days; "Not set"."""
        return NOT_SET if value is None else self.unit.of(self.text(value))

    def says(self, value: Value | None) -> str:
        """The limit as a sentence with this value in it; that it is not set."""
        if self.off and value == 0:
            return self.off
        return f"{NOT_SET}." if value is None else self.sentence.format(self.shown(value))

    def counted_as(self, value: Value | None) -> Value | None:
        """The value as a number: of answers, which it is, 0 for the first."""
        return self.options.index(str(value)) if self.options else value

    @property
    def like(self) -> str:
        """A value as somebody would type it."""
        return self.example if self.default is None else self.text(self.default)

    @property
    def waits(self) -> str:
        """Why a change has no effect, as a sentence; "" where it has one."""
        return f"Waits for {self.waits_for}. Until then a change has no effect." if self.waits_for else ""

    @property
    def follows(self) -> str:
        """The source of the default as a page shows it: without the rule’s number."""
        return self.source.split(": ", 1)[-1]

    def hint(self) -> str:
        """What may be entered, for the form."""
        if self.kind is Kind.AUTHORITY:
            return "Three digits, for example 358"
        if self.kind is Kind.WORDS:
            return HOW_WORDS
        if self.kind is Kind.PHRASE:
            return "A few words, as they stand in a sentence, without a full stop"
        if self.kind is Kind.EITHER:
            return f"Write one of these: {', '.join(self.options)}"
        off = "; 0 switches it off" if self.off else ""
        return f"{upper_first(self.kind.value)}, {self.lowest} to {self.highest}{off}"


def _numbers(value: Value) -> tuple[int | Decimal, ...]:
    if isinstance(value, tuple):
        return value
    return () if isinstance(value, str) else (value,)


def _whole(key: PolicyKey, text: str) -> int:
    if not WHOLE_NUMBER.fullmatch(text):
        raise Refused(f"{key.name} must be a whole number, like {key.like}.")
    return int(text)


def _decimal(key: PolicyKey, text: str) -> Decimal:
    if not DECIMAL_NUMBER.fullmatch(text):
        raise Refused(f"{key.name} must be a number with at most two decimals, like {key.like}.")
    return Decimal(text)


def _wholes(key: PolicyKey, text: str) -> tuple[int, ...]:
    parts = [part.strip() for part in text.split(",")]
    if not all(WHOLE_NUMBER.fullmatch(part) for part in parts):
        raise Refused(f"{key.name} must be whole numbers with commas between, like {key.like}.")
    numbers = tuple(int(part) for part in parts)
    if list(numbers) != sorted(set(numbers)):
        raise Refused(f"{key.name} must rise from each number to the next.")
    return numbers


def _authority(key: PolicyKey, text: str) -> str:
    if not AUTHORITY_CODE.fullmatch(text):
        raise Refused(f"{key.name} must be three digits, like {key.like}.")
    return text


def _words(key: PolicyKey, text: str) -> str:
    parts = [" ".join(part.split()) for part in text.split(WORD_SPLIT.strip())]
    if len(parts) > 2 or is_mixed(text) or not all(WORD.fullmatch(part) for part in parts):
        raise Refused(f"{key.name} must be letters, with one stroke at most, like {key.like}.")
    return WORD_SPLIT.join(parts)


def _either(key: PolicyKey, text: str) -> str:
    found = " ".join(text.lower().split())
    if found not in key.options:
        raise Refused(f"{key.name} must be {joined(key.options, 'or')}.")
    return found


def _phrase(key: PolicyKey, text: str) -> str:
    found = " ".join(text.split())
    if not PHRASE.fullmatch(found) or is_mixed(found):
        raise Refused(f"{key.name} must be a few words without a full stop, like {key.like}.")
    return found


READERS: dict[Kind, Callable[[PolicyKey, str], Value]] = {
    Kind.WHOLE: _whole,
    Kind.DECIMAL: _decimal,
    Kind.WHOLES: _wholes,
    Kind.AUTHORITY: _authority,
    Kind.WORDS: _words,
    Kind.EITHER: _either,
    Kind.PHRASE: _phrase,
}
