"""What became of a child in words: what was found, why a part is not known, and what differs today."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby

from django.urls import reverse

from conferences.models import LookUp
from conferences.queries.look_ups import Looked
from conferences.rules.consultations import IN_SHORT, Answer
from conferences.rules.look_ups import (
    ORDER,
    Became,
    BecameOf,
    Finding,
    LookDue,
    NotKnown,
    UnderWay,
    read_back,
)
from conferences.rules.vocabulary import DecisionOutcome, StepDown
from safeguarding.clock import day_of
from safeguarding.labelled import Labelled, label, values
from safeguarding.pagekit.components import Cell, Column, Entry, Link, Table, Tag
from safeguarding.wording import counted, joined, lower_first, sentence, uk_date, upper_first

# What is looked at first: the child is in care, on a plan or on the way to one, or died.
GRAVE = tuple(kind for kind in Became if ORDER[kind] < ORDER[Became.IN_NEED])
QUIET = (Became.IN_NEED, Became.HAD_IN_NEED, Became.EIGHTEEN, Became.NOTHING)
WHY_NOT = {
    NotKnown.AWAY: "the child moved away, and nothing is recorded here since",
    NotKnown.SOURCE: "no source tells of every day since",
}
COLOURS = {
    Became.DIED: "red",
    Became.LOOKED_AFTER: "red",
    Became.ON_PLAN: "orange",
    Became.HAD_PLAN: "orange",
    Became.OTHER_ORDER: "orange",
    Became.CONFERENCE: "yellow",
    Became.UNDER_WAY: "yellow",
    Became.ENQUIRY: "yellow",
    Became.REFERRAL: "yellow",
}
NOTHING_SINCE = "Nothing is recorded since."
COLUMNS = [Column("Children"), Column("Looked up"), Column("What was found")]


# ----- One look-up ------------------------------------------------------------------------------------------


def found_lines(became: BecameOf, *, is_unborn: bool = False) -> list[str]:
    """Each thing that was found in a sentence, the gravest first; and what is not known."""
    lines = [sentence(_finding(one, is_unborn=is_unborn)) for one in became.found]
    if became.not_known:
        why = WHY_NOT[NotKnown(became.not_known)]
        lines.append(f"{'The rest is' if lines else 'It is'} not known: {why}.")
    return lines or [NOTHING_SINCE]


def _finding(one: Finding, *, is_unborn: bool) -> str:
    told = _happened(one, is_unborn=is_unborn)
    return f"{told}, as a census file tells" if one.source == "CENSUS" else told


def _happened(one: Finding, *, is_unborn: bool) -> str:
    day, until = uk_date(one.day), uk_date(one.until)
    if one.kind is Became.CONFERENCE:
        decided = label(DecisionOutcome, one.what) if one.what else "What it decided is not recorded"
        return f"A conference on {day}: {lower_first(decided)}"
    if one.kind is Became.UNDER_WAY:
        if one.what == UnderWay.BEGUN:
            return f"A conference on {day} was begun, and was not signed yet"
        return f"A conference was asked for on {day}, and was not held yet"
    if one.kind is Became.DIED:
        return f"The pregnancy ended on {day}" if is_unborn else f"Died on {day}"
    return {
        Became.LOOKED_AFTER: f"Became looked after on {day}",
        Became.OTHER_ORDER: f"Another court order was made on {day}",
        Became.ON_PLAN: f"On a child protection plan since {day}",
        Became.HAD_PLAN: f"On a child protection plan from {day} to {until}",
        Became.ENQUIRY: f"Section 47 enquiries began on {day}",
        Became.REFERRAL: f"Referred again on {day}",
        Became.IN_NEED: f"On a child in need plan since {day}",
        Became.HAD_IN_NEED: f"On a child in need plan from {day} to {until}",
        Became.EIGHTEEN: f"Was 18 on {day}",
    }[one.kind]


def when(one: LookUp) -> str:
    """3 months after the decision of 4 May 2018; 6 months after the plan ended on 4 May 2018."""
    months, since = counted(one.months, "month"), uk_date(one.since_date)
    told = f"the decision of {since}" if one.answer_id else f"the plan ended on {since}"
    return f"{months} after {told}"


def after_months(one: Looked) -> str:
    """12 months after: on a child protection plan"""
    months = counted(one.look_up.months, "month")
    return f"{months} after: {lower_first(label(Became, one.look_up.found))}"


def tag(found: str) -> Tag:
    kind = Became(found)
    return Tag(kind.label, COLOURS.get(kind, "grey"))


def lines_of(one: Looked) -> list[str]:
    """All that is said of one: what was found, and what the record says today where that is another thing."""
    is_unborn = one.look_up.child.is_unborn
    return [*found_lines(one.then, is_unborn=is_unborn), *_today(one)]


def _today(one: Looked) -> list[str]:
    told = []
    if one.moved_to:
        told.append(f"The end of the plan was corrected since, to {uk_date(one.moved_to)}.")
    elif one.runs_again:
        told.append("The plan did not end after all, as the record says today.")
    if one.differs:
        is_unborn = one.look_up.child.is_unborn
        then, now = (found_lines(found, is_unborn=is_unborn) for found in (one.then, one.today))
        came = " ".join(line for line in now if line not in then)
        gone = " ".join(line for line in then if line not in (*now, NOTHING_SINCE))
        told.append(
            " ".join(
                ["The record was corrected since."]
                + ([f"It tells today: {came}"] if came else [])
                + ([f"It tells no more: {gone}"] if gone else [])
            )
        )
    return told


def seen_line(one: LookUp) -> str:
    """Who saw it and when."""
    return f"Seen by {one.seen_by.full_name}, {uk_date(one.seen_at)}." if one.seen_by else ""


def looked_line(one: LookUp) -> str:
    """When it was looked up, where that was not on its day."""
    looked = day_of(one.looked_at)
    if looked == one.due_date:
        return f"Looked up on {uk_date(looked)}."
    return f"Of {uk_date(one.due_date)}; looked up on {uk_date(looked)}."


def entry(one: Looked) -> Entry:
    """One look-up among those of a consultation or plan."""
    look_up = one.look_up
    lines = [*lines_of(one), " ".join(filter(None, [looked_line(look_up), seen_line(look_up)]))]
    return Entry(upper_first(when(look_up)), uk_date(look_up.due_date), lines, tag=tag(look_up.found))


def to_come(due: LookDue) -> str:
    """6 months: to be looked up on 4 November 2018."""
    return f"{upper_first(counted(due.months, 'month'))}: too early, looked up on {uk_date(due.due)}."


def short(one: Looked) -> str:
    """One line for a list of earlier plans and consultations."""
    return f"{upper_first(when(one.look_up))}: {' '.join(lines_of(one))}"


def timeline_text(one: LookUp) -> tuple[str, list[str]]:
    """On a child's timeline: that it was looked up, and what was found then."""
    became = read_back(one.told, one.not_known)
    return f"Looked up, {when(one)}", found_lines(became, is_unborn=one.child.is_unborn)


# ----- The list ---------------------------------------------------------------------------------------------


class Part(Labelled):
    """The parts of the list."""

    GRAVE = "grave", "On a plan, in care, or on the way"
    UNKNOWN = "unknown", "Not known"
    QUIET = "quiet", "Child in need, or nothing recorded"
    SEEN = "seen", "Seen"


KINDS = {Part.GRAVE: GRAVE, Part.UNKNOWN: (Became.NOT_KNOWN,), Part.QUIET: QUIET}
ABOUT = {
    Part.GRAVE: "The gravest first: died, looked after, on a plan, a court order, a conference, one under"
    " way, enquiries, referred again. Of several the gravest is named, and all are told.",
    Part.UNKNOWN: "Not known is not nothing: a child moved away, or no source tells of every day since.",
    Part.QUIET: "Every day since is known, and nothing graver than a child in need plan is recorded.",
    Part.SEEN: "What somebody who decides consultations has seen, the last seen first.",
}


def part_of(typed: str) -> Part:
    """The part of an address; the first where it names none."""
    return Part(typed) if typed in values(Part) else Part.GRAVE


def part_links(numbers: Mapping[str, int], shown: Part) -> list[Link]:
    """Each part with how many nobody has seen; `numbers` by what was found."""
    base, found = reverse("look_ups"), []
    for part in Part:
        kinds = KINDS.get(part, ())
        number = f" ({sum(numbers.get(kind, 0) for kind in kinds)})" if kinds else ""
        found.append(Link(f"{part.label}{number}", f"{base}?part={part}", part is shown))
    return found


def list_table(title: str, looked: Sequence[Looked], *, with_seen: bool = False) -> Table:
    """A line for each family, day and what it is after, with its children."""
    columns = [*COLUMNS, *([Column("Seen")] if with_seen else [])]
    rows = []
    for _, group in groupby(looked, key=_together):
        rows.append(_line(list(group), with_seen=with_seen))
    return Table(title, columns, rows, "None.", caption_hidden=True, row_heads=True, stack=True)


def _together(one: Looked) -> object:
    """What is told in one line: brothers and sisters after the same decision or end, of whom the same is
    said.
    """
    look_up = one.look_up
    family = look_up.child.family_id or -look_up.child_id
    return family, one.after, look_up.since_date, look_up.months, lines_of(one), seen_line(look_up)


def _line(group: Sequence[Looked], *, with_seen: bool) -> list[Cell]:
    first = group[0].look_up
    names = joined([one.look_up.child.display_name for one in group])
    numbers = joined([one.look_up.child.la_child_id for one in group])
    told = lines_of(group[0])
    cells = [
        Cell(names, _href(first), note=numbers),
        Cell(upper_first(when(first)), note=sentence(_what(first))),
        Cell(tag=tag(first.found), note=" ".join(told)),
    ]
    return [*cells, *([Cell(seen_line(first))] if with_seen else [])]


def _href(one: LookUp) -> str:
    if one.answer is not None:
        return reverse("consultation", args=[one.answer.consultation.within.ref])
    return reverse("child", args=[one.child.ref])


def _what(one: LookUp) -> str:
    """What was decided, or where support went as the plan ended."""
    if one.answer is not None:
        return IN_SHORT[Answer[one.answer.answer]]
    down = one.plan.step_down if one.plan else ""
    return f"Then: {label(StepDown, down)}" if down else "Where support went is not recorded"


def count_link(number: int) -> Link | None:
    """For My work: how many nobody has seen yet."""
    if not number:
        return None
    words = counted(number, "look-up")
    return Link(f"What became of it: {words} nobody has seen yet", reverse("look_ups"))
