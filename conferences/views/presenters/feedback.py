"""Feedback in words: what came back of whom, spread by question; what is handed out, read and translated."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from django.urls import reverse

from conferences.models import FeedbackAnswer, FeedbackOffer
from conferences.queries.feedback import STREAMS, Stream, Told
from conferences.queries.feedback_texts import Language
from conferences.rules.feedback import HIGHEST, LOWEST, PARTS, Giver, Pool, Spread, Wave
from conferences.rules.learning import Group
from conferences.rules.suppression import HIDDEN
from safeguarding.clock import day_of
from safeguarding.labelled import label
from safeguarding.pagekit.components import Cell, Column, Table, Tag
from safeguarding.wording import count_of, counted, uk_date, uk_month
from safeguarding.workingdays import Period

MONTHS = re.compile(r"[A-Z][a-z]+ \d{4} to [A-Z][a-z]+ \d{4}")
NOTHING_BACK = "Nothing came back yet"
TOO_FEW = "Too few came back to show"
NOT_OVER = "No quarter is over yet"
HELP_C = (
    "c: hidden, so that nobody can be found behind a small number, or one from which it could be worked out."
)
UNCHECKED = "Somebody who translates must check it before it is offered"
NO_WORDS = "No words are shown of these months."


def stream_name(stream: Stream) -> str:
    """Parents and carers, straight after."""
    giver, wave = stream
    return f"{giver.label}, {wave.label.lower()}"


def stream_href(stream: Stream, pool: Pool | None = None) -> str:
    giver, wave = stream
    path = reverse("feedback_group", args=[giver.value.lower(), wave.value.lower()])
    return f"{path}?from={pool.from_date.isoformat()}" if pool else path


def streams_table(found: Mapping[Stream, Sequence[Pool]], now: Mapping[Stream, int]) -> Table:
    """A line a group: the latest months that are told, and how many came back of how many."""
    return Table(
        "What came back",
        [Column(name) for name in ("Who, and when", "Latest months", "Came back", "Handed out this quarter")],
        [
            [
                Cell(stream_name(one), href=stream_href(one)),
                *_latest(found[one]),
                Cell(counted(now[one], "slip")),
            ]
            for one in STREAMS
        ],
        caption_hidden=True,
        row_heads=True,
        stack=True,
    )


def _latest(several: Sequence[Pool]) -> list[Cell]:
    told = [pool for pool in several if pool.is_enough]
    if told:
        return [Cell(told[-1].words), Cell(rate(told[-1]))]
    if not several:
        return [Cell(NOT_OVER), Cell("")]
    return [Cell(several[-1].words), Cell(nothing_or_few(several[-1]))]


def rate(pool: Pool) -> str:
    """7 of 20 (35.0%); without a rate where fewer were recorded as handed out than came back."""
    if pool.offered < pool.returned:
        return f"{pool.returned}, more than were recorded as handed out ({pool.offered})"
    return count_of(pool.returned, pool.offered)


def nothing_or_few(pool: Pool) -> str:
    """Of months that are not told: nothing came back, or too few answers."""
    handed = f"{counted(pool.offered, 'slip')} handed out"
    return f"{TOO_FEW if pool.returned else NOTHING_BACK}; {handed}"


def pools_table(stream: Stream, several: Sequence[Pool]) -> Table:
    """Every span of months of a group, the latest first."""
    return Table(
        "All months",
        [Column("Months"), Column("Came back")],
        [
            [
                Cell(pool.words, href=stream_href(stream, pool) if pool.is_enough else ""),
                Cell(rate(pool) if pool.is_enough else nothing_or_few(pool)),
            ]
            for pool in reversed(several)
        ],
        empty="The first quarter is told when it is over.",
        row_heads=True,
        stack=True,
    )


def told_in_table(found: Mapping[Stream, Sequence[Pool]], period: Period, *, opens: bool) -> Table:
    """The months that are told and lie wholly in a period, of each group; where the reader `opens` them, with
    the way to how the answers are spread.
    """
    return Table(
        "Feedback: came back, of what was handed out",
        [Column("Who, and when"), Column("Months"), Column("Came back")],
        [
            [
                Cell(stream_name(one)),
                Cell(pool.words, href=stream_href(one, pool) if opens else "", about=stream_name(one)),
                Cell(rate(pool)),
            ]
            for one in STREAMS
            for pool in found[one]
            if pool.is_enough and period.from_ <= pool.from_date and pool.to_date <= period.to
        ],
        empty="No quarter of which enough came back lies in these days.",
        row_heads=True,
        stack=True,
    )


def spread_table(stream: Stream, found: Told, texts: Mapping[str, str]) -> Table:
    """How the answers to each question are spread over the scale, whose ends are worded."""
    ends = {str(LOWEST): texts["low"], str(HIGHEST): texts["high"]}
    heads = [f"{key}: {ends[key]}" if key in ends else key for key in PARTS[:-1]]
    return Table(
        "Answers",
        [Column("Question"), *(Column(head, numeric=True) for head in [*heads, "Left out"])],
        [_spread_line(stream[0], one, texts) for one in found.spreads],
        row_heads=True,
        stack=True,
    )


def _spread_line(giver: Giver, one: Spread, texts: Mapping[str, str]) -> list[Cell]:
    cells = [Cell(HIDDEN if count is None else str(count)) for count in one.cells.values()]
    return [Cell(texts[f"q.{giver.value}.{one.question}"]), *cells]


def themes_table(found: Told) -> Table:
    """What the words were about."""
    return Table(
        "What the words were about",
        [Column("Theme"), Column("Times", numeric=True)],
        [[theme.label, HIDDEN if count is None else str(count)] for theme, count in found.themes.items()],
        empty="No words were read of these months.",
        row_heads=True,
    )


# ----- You said, we did ------------------------------------------------------------------------------------

GROUPS = {Giver.PARENT: Group.PARENTS, Giver.CHILD: Group.CHILDREN, Giver.PROFESSIONAL: Group.PARTNERS}


def heard_href(stream: Stream, pool: Pool) -> str:
    """Where what was said is recorded, with the group and the months filled in."""
    filled = {"group": GROUPS[stream[0]].value, "months": pool.words}
    return f"{reverse('learning_heard_new')}?{urlencode(filled)}"


def from_feedback(query: Mapping[str, str]) -> dict[str, str]:
    """What such an address fills in; nothing of another."""
    group, months = query.get("group", ""), query.get("months", "")
    if group not in list(Group) or not MONTHS.fullmatch(months):
        return {}
    return {"group": group, "how_heard": f"Feedback after conferences, {months}"}


# ----- Handed out ------------------------------------------------------------------------------------------


def offers_table(offers: Iterable[FeedbackOffer]) -> Table:
    """What was recorded as handed out in this quarter."""
    return Table(
        "Handed out this quarter",
        [Column(name) for name in ("Who", "When they are asked", "Slips", "Recorded")],
        [
            [
                Cell(label(Giver, one.giver)),
                Cell(label(Wave, one.wave)),
                Cell(
                    str(one.number),
                    href=reverse("feedback_offer_change", args=[one.pk]),
                    about="slips: change",
                ),
                Cell(f"{uk_date(day_of(one.recorded_at))}, {one.recorded_by.full_name}"),
            ]
            for one in offers
        ],
        empty="Nothing is recorded as handed out in this quarter.",
        row_heads=True,
        stack=True,
    )


def offer_name(offer: FeedbackOffer) -> str:
    """Parents and carers, straight after: slips handed out."""
    return f"{stream_name((Giver(offer.giver), Wave(offer.wave)))}: slips handed out"


# ----- Words to read ---------------------------------------------------------------------------------------


def words_table(answers: Sequence[FeedbackAnswer], *, is_read: bool) -> Table:
    """Words to read, or read already."""
    return Table(
        "Read" if is_read else "To read",
        [Column("Words"), Column("Who gave them"), Column("Quarter"), Column("Where it stands")],
        [
            [
                Cell(_begin(one.words), href=reverse("feedback_read", args=[one.pk])),
                Cell(label(Giver, one.giver)),
                Cell(_quarter(one)),
                Cell("", tag=_read_tag(one)),
            ]
            for one in answers
        ],
        empty="No words were read yet." if is_read else "Nothing waits to be read.",
        row_heads=True,
        stack=True,
    )


def _begin(words: str, most: int = 60) -> str:
    return words if len(words) <= most else f"{words[:most].rstrip()}…"


def _quarter(answer: FeedbackAnswer) -> str:
    return f"From {uk_month(answer.quarter)}"


def read_as(answer: FeedbackAnswer) -> str:
    """What a reader decided of some words; "" where nobody read them yet."""
    return getattr(answer, "read_as", "") or ""


def _read_tag(answer: FeedbackAnswer) -> Tag:
    outcome = read_as(answer)
    if not outcome:
        return Tag("To read", "blue")
    return Tag("Shown", "green") if outcome == "SHOWN" else Tag("Not shown", "grey")


# ----- Languages -------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class LanguageLine:
    """How a language stands: a word with a colour, and why."""

    tag: Tag
    words: str


def language_line(one: Language) -> LanguageLine:
    if one.row and one.row.checked_date and one.is_whole:
        return LanguageLine(
            Tag("Offered", "green"), f"Checked by {one.row.checked_by}, {uk_date(one.row.checked_date)}"
        )
    if one.is_checked and one.is_whole:
        return LanguageLine(Tag("Offered", "green"), "The service’s own words")
    if not one.is_whole:
        return LanguageLine(Tag("Not whole", "orange"), "Some words are missing: nobody is asked in it")
    return LanguageLine(Tag("Not checked", "orange"), UNCHECKED)


def languages_table(found: Iterable[Language], english: str) -> Table:
    return Table(
        "Languages of the forms",
        [Column(name) for name in ("Language", "Its own name", "Where it stands", "See the form")],
        [
            [
                Cell(
                    one.name,
                    href="" if one.code == english else reverse("feedback_language", args=[one.code]),
                ),
                Cell(one.own_name),
                Cell("", tag=language_line(one).tag, note=language_line(one).words),
                Cell(
                    "See it",
                    href=reverse("feedback_language_seen", args=[one.code]),
                    about=f"in {one.name}",
                ),
            ]
            for one in found
        ],
        caption_hidden=True,
        row_heads=True,
        stack=True,
    )
