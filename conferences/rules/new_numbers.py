"""Whether a child whom a census tells under a number that is not known here has a record under another, and
whether one under a number that is known is another child. Pure.

A local rule (L): the council's number is a child's for life (CBDS N00097), yet a change of system gives new
ones, drops leading zeros, or changes capital letters. Two children are never taken for one.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from conferences.rules.same_child import (
    AFTER_EXPECTED_BY_NAME,
    BEFORE_EXPECTED_BY_NAME,
    NUMBER_WORDS,
    Identity,
    turned,
    upns,
)
from safeguarding.wording import counted, joined
from safeguarding.workingdays import add_days

FEWEST_RENUMBERED = 20
"""So many children, and half of a file, are a council that was renumbered, rather than a child or two."""
MOST_RECORDS_ASKED = 5
ZEROS = re.compile(r"(^|[A-Z])0+(?=[0-9])")


@dataclass(frozen=True)
class Pair:
    """A child of a file, under a number that is not known here, and a record that is not in the file.

    `shared`: how many referrals, section 47 enquiries, conferences and plans of the two are of the same kind
    and day; `apart`: how many the one tells and the other should know too. `is_closed`: the record is not for
    everybody to see, so that nothing may be said of it to whoever reads the file.
    """

    told: Identity
    held: Identity
    shared: int = 0
    apart: int = 0
    same_ethnicity: bool = False
    is_closed: bool = False


@dataclass(frozen=True)
class Likeness:
    """What of a pair is the same, and what is not. `born`: 2 the same day, 1 a near one, 0 another."""

    pair: Pair
    same_upn: bool
    other_upn: bool
    same_number: bool
    born: int
    opposite_sex: bool

    @property
    def told(self) -> str:
        return self.pair.told.council_number

    @property
    def held(self) -> str:
        return self.pair.held.council_number

    @property
    def could_be(self) -> bool:
        """Whether birth and sex let the two be one child."""
        return self.born == 2 and not self.opposite_sex

    @property
    def agrees_by_number(self) -> bool:
        return self.could_be and (self.same_upn or (self.same_number and not self.other_upn))

    @property
    def agrees_by_facts(self) -> bool:
        """Nothing but facts, of which none differs: enough where the whole council was renumbered."""
        pair = self.pair
        same_sex = pair.told.sex == pair.held.sex != "U"
        enough = pair.shared >= 2 or (pair.shared == 1 and pair.same_ethnicity)
        return self.could_be and same_sex and enough and not pair.apart and not self.other_upn

    @property
    def is_likely(self) -> bool:
        """Whether a person is asked."""
        shared = self.pair.shared
        if self.same_upn:
            return True
        if self.same_number and (self.born or shared):
            return True
        if self.opposite_sex or not self.born:
            return False
        return shared >= (2 if self.other_upn or self.is_near else 1)

    @property
    def is_near(self) -> bool:
        return self.born == 1 and not (self.pair.told.birth_date is None or self.pair.held.birth_date is None)

    @property
    def strength(self) -> tuple[int, int, int, int]:
        pair = self.pair
        return (self.same_upn + self.same_number, self.born, pair.shared, -pair.apart)


@dataclass(frozen=True)
class Verdict:
    """The pairs that are one child with certainty, each number and each record once; and those to ask of."""

    certain: tuple[Likeness, ...]
    to_ask: tuple[Likeness, ...]


def verdict(pairs: Iterable[Pair], children: int) -> Verdict:
    """Which records the children of a file of so many `children` have. (L)

    Certain by a number: the pupil number (a former one too), or the council's own but for zeros and capitals,
    with the same birth date and no other sex, where no other pair of the two shares more facts. Certain by
    facts alone: only where the council was renumbered, and no third child could be meant.
    """
    likenesses = [likeness(pair) for pair in pairs]
    certain = _by_number(likenesses)
    if _is_council_renumbered(likenesses, children):
        certain += _by_facts(_without(likenesses, certain))
    return Verdict(tuple(certain), tuple(_to_ask(_without(likenesses, certain))))


def likeness(pair: Pair) -> Likeness:
    """Compare the two of a pair."""
    mine, theirs = upns(pair.told), upns(pair.held)
    return Likeness(
        pair,
        same_upn=bool(mine & theirs),
        other_upn=bool(mine and theirs and not mine & theirs),
        same_number=bool(plain := council_number(pair.told.council_number))
        and plain == council_number(pair.held.council_number),
        born=_born(pair.told, pair.held),
        opposite_sex={pair.told.sex, pair.held.sex} == {"M", "F"},
    )


def is_another_child(told: Identity, held: Identity, shared: int) -> bool:
    """Whether a number that is known here is told of another child, as far as can be seen: its birth is
    wholly different, no pupil number is of both, and nothing happened on the same day (`shared`). (L)

    A day, a month or a year that was typed wrongly is no other birth.
    """
    if shared or upns(told) & upns(held):
        return False
    one, other = told.birth_date, held.birth_date
    if one and other:
        parts = zip(one.timetuple()[:3], other.timetuple()[:3], strict=True)
        return not _born(told, held) and sum(mine == theirs for mine, theirs in parts) < 2
    expected = told.expected_date or held.expected_date
    return bool((one or other) and expected) and not _born_as_expected(expected, one or other)


def council_number(text: str) -> str:
    """A council's number without what a spreadsheet or another system does to it: letters and digits alone,
    in capitals, without accents or leading zeros. "" for a placeholder.
    """
    letters = unicodedata.normalize("NFKD", text)
    number = re.sub("[^A-Z0-9]", "", letters.upper())
    return "" if number in NUMBER_WORDS else ZEROS.sub(r"\1", number)


def _born(told: Identity, held: Identity) -> int:
    one, other = told.birth_date, held.birth_date
    if one and other:
        near = {add_days(one, 1), add_days(one, -1), turned(one)}
        return 2 if one == other else int(other in near)
    if one is None and other is None:
        return 2 if told.expected_date == held.expected_date else 0
    return int(_born_as_expected(told.expected_date or held.expected_date, one or other))


def _born_as_expected(expected: date | None, born: date | None) -> bool:
    if expected is None or born is None:
        return False
    first, last = add_days(expected, -BEFORE_EXPECTED_BY_NAME), add_days(expected, AFTER_EXPECTED_BY_NAME)
    return first <= born <= last


def _by_number(likenesses: Sequence[Likeness]) -> list[Likeness]:
    agreeing = [one for one in likenesses if one.agrees_by_number]
    only = _only_ones(agreeing)
    most: dict[tuple[str, str], int] = defaultdict(int)
    for one in likenesses:
        if one.could_be:
            for key in _both(one):
                most[key] = max(most[key], one.pair.shared)
    return [one for one in only if all(one.pair.shared >= most[key] for key in _both(one))]


def _by_facts(likenesses: Sequence[Likeness]) -> list[Likeness]:
    rivals = [one for one in likenesses if one.could_be and not one.other_upn and one.pair.shared]
    return [one for one in _only_ones(rivals) if one.agrees_by_facts]


def _only_ones(likenesses: Sequence[Likeness]) -> list[Likeness]:
    """Those of which neither the child nor the record is in another pair, and the record is no closed one."""
    often = Counter(key for one in likenesses for key in _both(one))
    return [
        one for one in likenesses if all(often[key] == 1 for key in _both(one)) and not one.pair.is_closed
    ]


def _both(one: Likeness) -> tuple[tuple[str, str], tuple[str, str]]:
    return ("told", one.told), ("held", one.held)


def _is_council_renumbered(likenesses: Sequence[Likeness], children: int) -> bool:
    numbers = {one.told for one in likenesses if one.agrees_by_number or one.agrees_by_facts}
    return len(numbers) >= FEWEST_RENUMBERED and 2 * len(numbers) >= children


def _without(likenesses: Sequence[Likeness], certain: Sequence[Likeness]) -> list[Likeness]:
    known = {key for one in certain for key in _both(one)}
    return [one for one in likenesses if not known.intersection(_both(one))]


def _to_ask(likenesses: Sequence[Likeness]) -> Iterator[Likeness]:
    of_child: dict[str, list[Likeness]] = defaultdict(list)
    for one in likenesses:
        if one.is_likely:
            of_child[one.told].append(one)
    for found in of_child.values():
        yield from sorted(found, key=lambda one: one.strength, reverse=True)[:MOST_RECORDS_ASKED]


def same_words(one: Likeness) -> str:
    """What is the same: "pupil number, birth date, sex and 3 dates"."""
    sexes_same = one.pair.told.sex == one.pair.held.sex != "U"
    parts = (
        ("pupil number", one.same_upn),
        ("council number but for zeros and capitals", one.same_number),
        ("birth date", one.born == 2 and one.pair.told.birth_date is not None),
        ("expected birth date", one.born == 2 and one.pair.told.birth_date is None),
        ("sex", sexes_same),
        (f"{counted(one.pair.shared, 'date', 'dates')} of what happened", bool(one.pair.shared)),
    )
    return joined([words for words, is_so in parts if is_so])


def other_words(one: Likeness) -> str:
    """What is not: "pupil number and birth date"; "" where nothing is."""
    parts = (
        ("pupil number", one.other_upn),
        ("birth date", one.born < 2),
        ("sex", one.opposite_sex),
        (f"{counted(one.pair.apart, 'date', 'dates')} of what happened", bool(one.pair.apart)),
    )
    return joined([words for words, is_so in parts if is_so])
