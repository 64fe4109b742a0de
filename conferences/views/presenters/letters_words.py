"""The words of letters on pages: which a council wrote, since when, and how hard each letter is to read."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence

from django.urls import reverse

from conferences.documents.letters_words import Example, paper_reading
from conferences.documents.paper import Paper, Shape
from conferences.models import LetterWording
from conferences.queries.letters_words import PartStanding, slug_of
from conferences.rules.letters_reading import LONGEST_SENTENCE, OLDEST_AGE, Reading, reading_of
from conferences.rules.letters_words import sample
from conferences.rules.letters_words_part import LetterKind, Part
from safeguarding.pagekit.components import Cell, Column, Table, Tag
from safeguarding.wording import counted, joined, number, sentence, uk_date, uk_moment

OURS = "Our words"
OWN = Tag("Your own", "blue")


def letters_table(found: Mapping[LetterKind, Sequence[PartStanding]]) -> Table:
    """Every letter: how many of its parts a council wrote, since when, what is to come."""
    columns = [Column("Letter"), Column("Your own words"), Column("Changed last")]
    rows = [_letter_row(kind, parts) for kind, parts in found.items()]
    return Table("Letters", columns, rows, row_heads=True, stack=True)


def _letter_row(kind: LetterKind, parts: Sequence[PartStanding]) -> list[Cell]:
    own = [one.own for one in parts if one.own and one.is_own]
    coming = [one for part in parts for one in part.coming]
    note = f"{counted(len(coming), 'change')} to come" if coming else ""
    last = max(own, key=lambda one: (one.from_date, one.pk), default=None)
    said = f"{number(len(own))} of {counted(len(parts), 'part')}" if own else "None: all words are ours"
    return [
        Cell(kind.label, href=reverse("letter_words_of", args=[slug_of(kind)])),
        Cell(said, note=note),
        Cell(uk_date(last.from_date), note=f"by {last.set_by.full_name}") if last else Cell("Never"),
    ]


def parts_table(kind: LetterKind, parts: Sequence[PartStanding]) -> Table:
    """Every part of a letter as it reads today."""
    columns = [Column("Part"), Column("Words now"), Column("Since"), Column("Written by")]
    rows = [_part_row(kind, one) for one in parts]
    return Table("Its parts", columns, rows, row_heads=True, stack=True)


def _part_row(kind: LetterKind, one: PartStanding) -> list[Cell]:
    href = reverse("letter_words_part", args=[slug_of(kind), part_slug(one.part)])
    coming = "; ".join(f"other words from {uk_date(each.from_date)}" for each in one.coming)
    return [
        Cell(one.part.name, href=href, note=one.part.about),
        Cell(one.text, tag=OWN if one.is_own else None, note=sentence(coming) if coming else ""),
        Cell(uk_date(one.own.from_date) if one.own else "From the start"),
        Cell(one.own.set_by.full_name if one.own else OURS),
    ]


def part_slug(part: Part) -> str:
    """why-ends: a part as it stands in an address."""
    return part.code.lower().replace("_", "-")


def versions_table(one: PartStanding, on: dt.date) -> Table:
    """Every version of a part, the newest first, and ours below them: who wrote it, when and why."""
    columns = [Column(title) for title in ("Version", "Words", "From", "Written by", "Why")]
    rows = [[_state(one, kept, on), kept.text, *_by(kept)] for kept in one.kept]
    now = Tag("Now", "green") if one.own is None else None
    rows.append([Cell("Ours", tag=now), one.part.default, "The start", OURS, ""])
    return Table("Its versions", columns, rows, row_heads=True, stack=True)


def _state(one: PartStanding, kept: LetterWording, on: dt.date) -> Cell:
    name = str(kept.version)
    if kept.off_at and kept.off_by:
        on_day = f"{kept.off_by.full_name} wrote other words on {uk_date(kept.off_at)}"
        taken = f"{on_day}, before this version’s first day was over."
        return Cell(name, tag=Tag("Taken off", "grey"), note=taken)
    if kept.from_date > on:
        return Cell(name, tag=Tag("To come", "yellow"))
    is_now = one.own is not None and one.own.pk == kept.pk
    return Cell(name, tag=Tag("Now", "green") if is_now else Tag("Before", "grey"))


def _by(kept: LetterWording) -> list[object]:
    return [
        uk_date(kept.from_date),
        Cell(kept.set_by.full_name, note=uk_moment(kept.set_at)),
        kept.reason,
    ]


def reading_line(reading: Reading) -> str:
    """Reading age 10. There may be a plainer word for “disclose” (tell)."""
    said = []
    if reading.age is not None:
        age = max(0, round(reading.age))
        hard = f"; {OLDEST_AGE} or less is easier" if age > OLDEST_AGE else ""
        said.append(f"Reading age {age}{hard}.")
    if reading.longest > LONGEST_SENTENCE:
        said.append(f"The longest sentence has {reading.longest} words; {LONGEST_SENTENCE} is enough.")
    if reading.jargon:
        plain = joined([f"“{term}” ({words})" for term, words in reading.jargon])
        said.append(f"There may be a plainer word for {plain}.")
    return " ".join(said)


def whole_lines(shown: Sequence[Example]) -> list[str]:
    """How hard each letter to the invented family is to read as a whole."""
    return [f"{one.title}: {_whole(paper_reading(one.paper))}" for one in shown]


def _whole(reading: Reading) -> str:
    terms = counted(len(reading.jargon), "word") if reading.jargon else "no word"
    return (
        f"reading age {max(0, round(reading.age or 0))}, longest sentence"
        f" {counted(reading.longest, 'word')}, {terms} for which there may be a plainer one."
    )


def advice_of(parts: Sequence[PartStanding], texts: Mapping[str, str]) -> dict[str, str]:
    """{part: how hard its words are to read, with the invented family's in the place of tags}."""
    return {
        one.part.code: reading_line(reading_of(sample(one.part, texts[one.part.code]).split("\n")))
        for one in parts
        if one.part.code in texts
    }


def paper_lines(paper: Paper) -> Iterator[dict[str, object]]:
    """A letter as a page shows it, block by block; its headings one step below the page's own."""
    for block in paper.blocks:
        yield {
            "is_heading": block.shape is Shape.HEADING,
            "is_list": block.shape is Shape.BULLETS,
            "level": block.level + 1,
            "lines": block.lines,
        }
