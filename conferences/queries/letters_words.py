"""The words of letters: those that hold on a day, and the versions of a part. They are about nobody."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from conferences.models import LetterWording
from conferences.rules.letters_words import CATALOGUE, LetterWords, following, text_problems
from conferences.rules.letters_words_part import LetterKind, Part
from safeguarding.models import User
from safeguarding.versions import StaleVersion, seen_as

NEWEST = dt.date.max


def words_on(kind: LetterKind, on: dt.date) -> LetterWords:
    """The words of one kind of letter on a day: one query."""
    return all_words_on(on, kind)[kind]


def all_words_on(on: dt.date, *kinds: LetterKind) -> dict[LetterKind, LetterWords]:
    """{kind: its words on a day} of these kinds, all where none are named: one query."""
    rows = LetterWording.objects.filter(off_at=None, from_date__lte=on)
    if kinds:
        rows = rows.filter(kind__in=kinds)
    latest: dict[tuple[str, str], tuple[str, int, str]] = {}
    told = rows.order_by("from_date").values_list("kind", "part", "version", "text")
    for kind, part, version, text in told:
        latest[kind, part] = part, version, text
    return {
        kind: following(kind, [one for (of, _), one in latest.items() if of == kind])
        for kind in kinds or CATALOGUE
    }


@dataclass(frozen=True)
class PartStanding:
    """A part of a letter as it stands on a day: `own` the council's words that hold, `coming` those to come;
    `kept` all versions, the newest first.
    """

    part: Part
    own: LetterWording | None
    coming: Sequence[LetterWording]
    kept: Sequence[LetterWording]

    @property
    def text(self) -> str:
        return self.own.text if self.own else self.part.default

    @property
    def is_own(self) -> bool:
        """Whether the words that hold are others than ours."""
        return self.own is not None and self.own.text != self.part.default

    @property
    def newest(self) -> str:
        """The words that hold once all that is to come has come."""
        return self.coming[-1].text if self.coming else self.text


def parts_on(on: dt.date, *kinds: LetterKind) -> Mapping[LetterKind, Sequence[PartStanding]]:
    """Every part of these letters, all where none are named, with its versions: one query."""
    rows = LetterWording.objects.select_related("set_by", "off_by").order_by("version")
    if kinds:
        rows = rows.filter(kind__in=kinds)
    kept: dict[tuple[str, str], list[LetterWording]] = {}
    for one in rows:
        kept.setdefault((one.kind, one.part), []).append(one)
    return {
        kind: [_standing(kind, part, kept.get((kind, part.code), []), on) for part in CATALOGUE[kind]]
        for kind in kinds or CATALOGUE
    }


def _standing(kind: LetterKind, part: Part, kept: Sequence[LetterWording], on: dt.date) -> PartStanding:
    """As letters take them (following): words that this release refuses do not hold."""
    stands = sorted((one for one in kept if one.off_at is None), key=lambda one: one.from_date)
    begun = [one for one in stands if one.from_date <= on]
    coming = [one for one in stands if one.from_date > on]
    holds = begun[-1] if begun and not text_problems(kind, {part.code: begun[-1].text}) else None
    return PartStanding(part, holds, coming, kept[::-1])


def kind_of(slug: str) -> LetterKind | None:
    """A letter by its part of an address: child-read; None where there is none."""
    return next((kind for kind in CATALOGUE if slug_of(kind) == slug), None)


def slug_of(kind: LetterKind) -> str:
    return kind.value.lower().replace("_", "-")


def standing_words(user: User, slug: str) -> StaleVersion | None:
    """The words of a letter as they stand, by the fields of their form; None where all are ours."""
    found = kind_of(slug)
    return stands_now(parts_on(NEWEST, found)[found]) if found else None


def stands_now(parts: Sequence[PartStanding]) -> StaleVersion | None:
    """The same of parts that were read."""
    versions = [one for part in parts for one in part.kept]
    if not versions:
        return None
    last = max(versions, key=lambda one: one.pk)
    texts = {one.part.code: one.newest for one in parts}
    return StaleVersion(theirs=texts, seen=seen_as(texts), saved_by=last.set_by, saved_at=last.set_at)
