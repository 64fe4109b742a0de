"""How consultations are decided, in words: n of N, each number leading to the decisions behind it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from urllib.parse import urlencode

from django.urls import reverse

from conferences.models import Consultation
from conferences.queries.consultations_calibration import Seconds
from conferences.rules.agreement import ENOUGH_FOR_INTERVAL, Agreement, Undefined, agreement
from conferences.rules.consultations import DECIDERS_CHOOSE, IN_SHORT, Answer
from conferences.rules.consultations_calibration import (
    CHANGES,
    FOLLOWED,
    OUTCOMES,
    PARTS,
    By,
    Decided,
    Figure,
    Group,
    Share,
    Time,
    grouped,
    time_to_decide,
)
from conferences.rules.consultations_second import DRAWN_FROM
from safeguarding.labelled import label
from safeguarding.pagekit.components import Cell, Column, Link, SummaryRow, Table
from safeguarding.wording import count_of, counted, half_up, lower_first, number, uk_date, upper_first

ALL = "all"
NOBODY_RANKED = (
    "A share says something about the cases as well as about whoever decides, and few decisions say little. "
    "Nobody is ranked here: teams and people stand in the order of their names."
)
NO_DECISION = "No decision on a consultation is recorded in this period."
CLOSED = "Children whose records are closed to you are left out of every number and list on this page."


@dataclass(frozen=True)
class Address:
    """Where the decisions behind a number stand, in the period that the page shows."""

    query: str

    def of(self, figure: str, part: str = "part", **more: str) -> str:
        asked = urlencode({"figure": figure, "part": part, **more})
        return f"{reverse('calibration_list')}{self.query}&{asked}"


@dataclass(frozen=True)
class CalibrationPage:
    """All that the template places."""

    outcomes: Table
    time: str
    changes: Table
    followed: Table
    by: Table
    ways: list[Link]
    agreement: list[SummaryRow]
    compared: bool
    pairs: Table
    to_talk: Link | None


def calibration_page(
    decisions: Sequence[Decided], seconds: Seconds, by: By, address: Address, on: date
) -> CalibrationPage:
    return CalibrationPage(
        outcomes=_figures("What was decided", OUTCOMES, decisions, address, on),
        time=time_words(time_to_decide(decisions)),
        changes=_figures("Questions, changes and overrides", CHANGES, decisions, address, on),
        followed=_followed(decisions, address, on),
        by=by_table(decisions, by, address, on),
        ways=[Link(one.label, _by_href(address, one), one is by) for one in By],
        agreement=agreement_rows(seconds),
        compared=bool(seconds.pairs),
        pairs=pairs_table(seconds, address),
        to_talk=_to_talk(seconds),
    )


def _by_href(address: Address, by: By) -> str:
    return f"{reverse('calibration')}{address.query}&by={by}#by"


def list_words(number_of: int) -> str:
    return f"{upper_first(counted(number_of, 'decision'))}, by the day of the decision. {CLOSED}"


def counted_words(decisions: Sequence[Decided]) -> str:
    """How many children were decided on, at the beginning of a sentence."""
    number_of = upper_first(counted(len(decisions), "child was", "children were"))
    return f"{number_of} decided on in this period, each counted once, by the first decision."


# ----- Shares ----------------------------------------------------------------------------------------------


def _figures(
    title: str, figures: Iterable[Figure], decisions: Sequence[Decided], address: Address, on: date
) -> Table:
    rows = [[one.words, _share_cell(one, one.share(decisions, on), address)] for one in figures]
    columns = [Column("What"), Column("Of the decisions", numeric=True)]
    return Table(title, columns, rows if decisions else [], NO_DECISION, row_heads=True)


def _followed(decisions: Sequence[Decided], address: Address, on: date) -> Table:
    rows = []
    for one in FOLLOWED:
        share = one.share(decisions, on)
        apart = [_apart(one, part, count, address) for part, count in _uncounted(share)]
        rows.append([one.words, _share_cell(one, share, address), *apart])
    columns = [
        Column("What"),
        Column("Of those that can be told", numeric=True),
        Column("Too early", numeric=True),
        Column("Died or grew up", numeric=True),
    ]
    return Table("What followed", columns, rows if decisions else [], NO_DECISION, row_heads=True, stack=True)


def _uncounted(share: Share) -> list[tuple[str, int]]:
    return [("early", share.early), ("left", share.left)]


def _apart(figure: Figure, part: str, count: int, address: Address) -> Cell:
    about = f"{lower_first(PARTS[part])}: {lower_first(figure.words)}"
    return Cell(number(count), address.of(figure.code, part) if count else "", about=about if count else "")


def _share_cell(figure: Figure, share: Share, address: Address, **more: str) -> Cell:
    """The number opens to those that it counts, or where it counts none, to those that it is out of."""
    if not share.whole:
        return Cell("None to count")
    part = "part" if share.part else "whole"
    return Cell(
        count_of(share.part, share.whole),
        address.of(figure.code, part, **more),
        about=lower_first(figure.words),
    )


def time_words(time: Time) -> str:
    if time.middle is None or time.longest is None:
        return "No time to decide can be told."
    middle = _days(time.middle)
    if time.number == 1:
        return f"From the day it was raised to the decision: {middle} (1 decision)."
    return (
        f"From the day it was raised to the decision: half within {middle}, the longest"
        f" {counted(time.longest, 'working day', none='0')} ({counted(time.number, 'decision')})."
    )


def _days(middle: float) -> str:
    if middle == int(middle):
        return counted(int(middle), "working day", none="0")
    return f"{_decimal(middle)} working days"


def _decimal(middle: float) -> str:
    return number(half_up(Decimal(str(middle))))


def by_table(decisions: Sequence[Decided], by: By, address: Address, on: date) -> Table:
    """A row for each team, person or band, by name; every number beside what it is out of."""
    columns = [Column(by.label), Column("Decisions", numeric=True)]
    columns += [Column(one.words, numeric=True) for one in OUTCOMES]
    columns += [Column("Days to decide, middle", numeric=True), Column("Longest", numeric=True)]
    rows = [_by_row(group, own, by, address, on) for group, own in grouped(decisions, by).items()]
    return Table(
        f"By {lower_first(by.label)}",
        columns,
        rows,
        NO_DECISION,
        row_heads=True,
        stack=True,
        caption_hidden=True,
    )


def _by_row(group: Group, own: Sequence[Decided], by: By, address: Address, on: date) -> list[Cell]:
    more = {"by": str(by), "of": group.key}
    shares = [(one, one.share(own, on)) for one in OUTCOMES]
    time = time_to_decide(own)
    return [
        Cell(group.words),
        Cell(number(len(own)), address.of(ALL, "whole", **more), about=f"decisions, {group.words}"),
        *(
            Cell(count_of(share.part, share.whole), address.of(one.code, "part", **more), about=group.words)
            if share.part
            else Cell(count_of(share.part, share.whole))
            for one, share in shares
        ),
        Cell("" if time.middle is None else _decimal(time.middle)),
        Cell("" if time.longest is None else number(time.longest)),
    ]


# ----- Second opinions -------------------------------------------------------------------------------------


def agreement_rows(seconds: Seconds) -> list[SummaryRow]:
    """How many were drawn and given, and how far both agree: n of N always, kappa only where defined."""
    if not seconds.decided:
        return [SummaryRow("Drawn", "None: no family was decided on in this period")]
    if not seconds.drawn:
        return [SummaryRow("Drawn", f"None of the {counted(seconds.decided, 'family', 'families')} decided")]
    found = agreement(seconds.pairs)
    rows = [
        SummaryRow("Drawn", f"{count_of(seconds.drawn, seconds.decided)} of the families decided"),
        SummaryRow("Given", _given(seconds)),
    ]
    if not seconds.given:
        return rows
    told = [*rows, SummaryRow("Same outcome", count_of(found.agreed, found.number)), _kappa_row(found)]
    return told if seconds.to_talk else [*told, SummaryRow("Differences to talk about", "None")]


def _given(seconds: Seconds) -> str:
    told = [f"{number(seconds.given)} of {number(seconds.drawn)}."]
    if seconds.waiting:
        told.append(f"{number(seconds.waiting)} waiting.")
    if seconds.unasked:
        told.append(
            f"{number(seconds.unasked)} that nobody can give: everybody with the right has a part in the"
            " decision or may not see all the children."
        )
    if seconds.knew:
        told.append(f"{number(seconds.knew)} by somebody who knew the decision, not counted below.")
    return " ".join(told)


def _kappa_row(found: Agreement) -> SummaryRow:
    title = "Beyond chance (Cohen’s kappa)"
    if found.kappa is None:
        return SummaryRow(title, f"{Undefined(found.why).label}." if found.why else "")
    told = f"{_two(found.kappa)}, of {counted(found.number, 'pair')}"
    if found.low is not None and found.high is not None:
        return SummaryRow(title, f"{told}. 95% interval: {_two(found.low)} to {_two(found.high)}.")
    few = f" (fewer than {ENOUGH_FOR_INTERVAL})" if found.why is Undefined.FEW else ""
    return SummaryRow(title, f"{told}. {Undefined(found.why).label}{few}." if found.why else told)


def _two(value: Decimal) -> str:
    return f"{half_up(value, 2):f}"


def pairs_table(seconds: Seconds, address: Address) -> Table:
    """The decision down, the second view across: how often both met."""
    columns = [Column("Decided"), *(Column(IN_SHORT[one], numeric=True) for one in DECIDERS_CHOOSE)]
    rows = [
        [Cell(IN_SHORT[first]), *(_pair(seconds, first, second, address) for second in DECIDERS_CHOOSE)]
        for first in DRAWN_FROM
    ]
    title = "Decided (down), second opinion (across)"
    return Table(
        title, columns, rows if seconds.pairs else [], "No second opinion was given yet.", "s", row_heads=True
    )


def _pair(seconds: Seconds, first: Answer, second: Answer, address: Address) -> Cell:
    count = seconds.pairs.get((first.value, second.value), 0)
    if not count:
        return Cell("0")
    href = address.of("pair", first=first.value, second=second.value)
    return Cell(number(count), href, about=f"{IN_SHORT[first]}, then {lower_first(IN_SHORT[second])}")


def pair_words(first: str, second: str) -> str:
    decided, other = lower_first(label(Answer, first)), lower_first(label(Answer, second))
    return f"Decided: {decided}. Second opinion: {other}"


def _to_talk(seconds: Seconds) -> Link | None:
    text = f"{upper_first(counted(seconds.to_talk, 'difference'))} of this period to talk about"
    return Link(text, reverse("second_opinions")) if seconds.to_talk else None


# ----- The decisions behind a number -----------------------------------------------------------------------

LIST_COLUMNS = ("Child", "Number", "Decided", "Outcome", "Days", "Team", "Account by", "Decided by")


def list_table(rows: Iterable[tuple[Decided, Consultation]]) -> Table:
    columns = [Column(words, numeric=words == "Days") for words in LIST_COLUMNS]
    return Table(
        "Decisions",
        columns,
        [_line(found, one) for found, one in rows],
        "No decision on a child whose record you may open stands behind this.",
        caption_hidden=True,
        row_heads=True,
        stack=True,
        dense=True,
    )


def _line(found: Decided, one: Consultation) -> list[Cell]:
    now = f"Now: {lower_first(IN_SHORT[found.last])}" if found.replaced else ""
    return [
        Cell(one.child.display_name, reverse("consultation", args=[one.within.ref])),
        Cell(one.child.la_child_id),
        Cell(uk_date(found.day)),
        Cell(IN_SHORT[found.answer], note=now),
        Cell("" if found.days is None else number(found.days)),
        Cell(found.team.words),
        Cell(found.asker.words),
        Cell(found.decider.words),
    ]


# ----- As a file -------------------------------------------------------------------------------------------

HEAD = ("from", "to", "by", "of", "figure", "part", "out of", "too early", "died or grew up")


def csv_rows(
    decisions: Sequence[Decided], seconds: Seconds, span: tuple[date, date], on: date
) -> Iterator[list[str]]:
    """The head and the numbers, as the page has them, of all and by each way of grouping: no child."""
    first = [day.isoformat() for day in span]
    yield list(HEAD)
    yield from _csv_group(first, ALL, "", decisions, on)
    for by in By:
        for group, own in grouped(decisions, by).items():
            yield from _csv_group(first, by.label, group.words, own, on)
    yield from _csv_seconds(first, seconds)


def _csv_group(span: list[str], by: str, of: str, own: Sequence[Decided], on: date) -> Iterator[list[str]]:
    for one in (*OUTCOMES, *CHANGES, *FOLLOWED):
        share = one.share(own, on)
        numbers = [share.part, share.whole, share.early, share.left]
        yield [*span, by, of, one.words, *map(str, numbers)]
    time = time_to_decide(own)
    if time.middle is not None:
        middle = _decimal(time.middle)
        yield [*span, by, of, "Working days to decide, middle", middle, str(time.number), "", ""]
        yield [*span, by, of, "Working days to decide, longest", str(time.longest), str(time.number), "", ""]


def _csv_seconds(span: list[str], seconds: Seconds) -> Iterator[list[str]]:
    found = agreement(seconds.pairs)
    told: list[tuple[str, str, str]] = [
        ("Second opinions drawn", str(seconds.drawn), str(seconds.decided)),
        ("Second opinions given", str(seconds.given), str(seconds.drawn)),
        ("Given by somebody who knew the decision", str(seconds.knew), str(seconds.given)),
        ("Second opinion with the same outcome", str(found.agreed), str(found.number)),
        ("Cohen’s kappa", _csv_number(found.kappa), str(found.number)),
        ("Cohen’s kappa, low end of 95% interval", _csv_number(found.low), str(found.number)),
        ("Cohen’s kappa, high end of 95% interval", _csv_number(found.high), str(found.number)),
    ]
    for words, part, whole in told:
        yield [*span, ALL, "", words, part, whole, "", ""]
    for (first, second), count in sorted(seconds.pairs.items()):
        words = f"Decided: {label(Answer, first)}; second opinion: {label(Answer, second)}"
        yield [*span, ALL, "", words, str(count), str(found.number), "", ""]


def _csv_number(value: Decimal | None) -> str:
    return "" if value is None else _two(value)
