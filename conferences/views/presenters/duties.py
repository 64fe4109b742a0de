"""My work in words: what, about whom, and how its day stands, each line leading to where it is done."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.html import format_html

from conferences.queries.duties_lines import Line, Part, WorkList
from conferences.queries.duties_list import MyWork, place_kind
from conferences.queries.duties_meetings import SAY_DAY, Ahead
from conferences.rules.deadlines import CATALOGUE, Code
from conferences.rules.timelimits import standing
from conferences.views.presenters.thinking_time import why_words
from conferences.views.presenters.thinking_time_before import agreed_words
from safeguarding.clock import day_of
from safeguarding.pagekit.components import Cell, Column, Link, Table, Tag
from safeguarding.rights import Permission, Role
from safeguarding.wording import counted, lower_first, number, uk_date, uk_day, uk_time
from safeguarding.workingdays import Calendar

# Where each is done, for those who may; the others are led to the child.
PAGES: Mapping[str, str] = {
    Code.HOLD_CONFERENCE: "request",
    Code.HOLD_TRANSFER_IN: "request",
    Code.HOLD_REVIEW: "request",
    Code.REVIEW_AFTER_BIRTH: "request",
    Code.REQUEST_CONFERENCE: "request_new",
    Code.REQUEST_TRANSFER_IN: "request_new",
    Code.REQUEST_REVIEW: "request_new",
    Code.HOLD_FIRST_CORE_GROUP: "core_group_new",
    Code.END_PLAN: "child_changes",
    Code.HOLD_CORE_GROUP: "core_group_new",
    Code.FIRST_FOLLOW_UP: "follow_up_new",
    Code.SECOND_FOLLOW_UP: "follow_up_new",
    Code.THIRD_FOLLOW_UP: "follow_up_new",
    Code.SCHEDULE_REQUEST: "request",
    Code.INVITE: "invited",
    Code.CHASE_REPORTS: "reports_chased",
    Code.SHARE_REPORTS: "invited",
    Code.ANSWER_QUORUM: "booking_quorum",
    Code.TELL_EXCLUDED: "invited",
    Code.SPEAK_BEFORE: "preparation",
    Code.BOOK_NEW_DATE: "request",
    Code.GIVE_ACCOUNT: "consultation",
    Code.DECIDE_CONSULTATION: "consultation",
    Code.ASK_AGREED: "consultation",
    Code.MEET_CONDITION: "consultation",
    Code.REVIEW_SUPPORT: "consultation",
    Code.SECOND_OPINION: "second_opinion",
    Code.HOLD_THINKING_TIME: "thinking_time",
    Code.DO_ACTION: "thinking_time",
    Code.SEND_LETTERS: "letters",
    Code.FINISH_RECORD: "record",
    Code.SEND_RECORD: "record_copies",
    Code.SEND_CLOSING: "closing_letters",
    Code.SEND_AGAIN: "record_copies",
    Code.GIVE_OWN_VERSION: "record_copies",
}
# What is done about the list of a meeting, before it.
OF_LISTS = (
    *(Code.INVITE, Code.CHASE_REPORTS, Code.SHARE_REPORTS),
    *(Code.ANSWER_QUORUM, Code.TELL_EXCLUDED, Code.SPEAK_BEFORE),
)
# Pages that whoever reads the child may read, though they may not act there.
READABLE = ("request", "invited", "preparation", "booking", "consultation", "thinking_time", "record")


@dataclass(frozen=True)
class Words:
    """What a list is called, what stands where it is empty, and how the link to the whole of it ends."""

    title: str
    empty: str
    whole: str
    order: str = "the most pressing first"


WORDS: Mapping[Part, Words] = {
    Part.TODAY: Words("Do today", "Nothing of yours is due today or late.", "to do today"),
    Part.WEEK: Words("This week", "Nothing else is due this week.", "due this week"),
    Part.LATER: Words("Later", "Nothing is due later.", "due later"),
    Part.BEFORE: Words(
        "Begun before go-live",
        "Nothing is open that was due before the service went live.",
        "begun before go-live",
        "the oldest first",
    ),
    Part.STAND_IN: Words(
        "For people who are away", "Nobody for whom you stand in has anything due.", "for people who are away"
    ),
    Part.TEAM: Words("The team’s work", "Nobody in your team has anything due.", "of the team’s"),
    Part.UNBOOKED: Words(
        "Not asked for, not booked, or without a chair",
        "No conference waits here to be asked for, booked or given a chair.",
        "that are not asked for, not booked, or without a chair",
    ),
    Part.UNSIGNED: Words(
        "Held and not signed",
        "No record of a conference held here waits to be signed.",
        "that are not signed",
    ),
    Part.CONFERENCES: Words(
        "Conferences in the next seven days",
        "No conference is in the diary for the next seven days.",
        "conferences",
        "the soonest first",
    ),
    Part.WAITING: Words("Waiting for others", "You are not waiting for anyone.", "that wait for others"),
    Part.DONE: Words(
        "Done lately", "Nothing was done in the last five working days.", "done lately", "the latest first"
    ),
}
NARROWED = "Nothing here is what the lists are narrowed to."
OWN = ("What", "Children", "Due", "More")
COLUMNS = {
    Part.CONFERENCES: ("When", "Family", "Where", "Stands in the way"),
    Part.DONE: ("What", "Children", "Done", "More"),
}
# The lists of other people's work, which say whose each is.
OF_OTHERS = (Part.BEFORE, Part.STAND_IN, Part.TEAM, Part.UNBOOKED, Part.UNSIGNED, Part.WAITING)
# The lists whose lines are all done, or all late.
ALL_OVER = (Part.DONE, Part.BEFORE)
# Left out of the page where they are empty.
SHORT = (Part.WEEK, Part.LATER, Part.BEFORE, Part.STAND_IN, Part.DONE)


@dataclass(frozen=True)
class ListShown:
    """A list of the page; where it has more lines than are shown, `cut` says so and `whole` leads to all."""

    table: Table
    cut: str = ""
    whole: Link | None = None
    is_folded: bool = False


def work_page(work: MyWork, parts: Sequence[Part], on: dt.date, calendar: Calendar) -> list[ListShown]:
    """The lists of the page. "Do today" holds what is late and what is due today."""
    return [
        _first_lines(part, work, on, calendar) for part in parts if part in work.lists or part not in SHORT
    ]


def _first_lines(part: Part, work: MyWork, on: dt.date, calendar: Calendar) -> ListShown:
    table = work_table(part, work, on, calendar)
    words, count = WORDS[part], _count(part, work)
    # What was done stands there to be looked up, and nothing of it is due.
    is_folded = part is Part.DONE
    if len(table.rows) == count:
        return ListShown(table, is_folded=is_folded)
    whole = Link(f"See all {number(count)} {words.whole}", reverse("my_work_list", args=[part.value]))
    return ListShown(table, f"{number(len(table.rows))} of {number(count)}, {words.order}.", whole, is_folded)


def work_table(part: Part, work: MyWork, on: dt.date, calendar: Calendar, *, is_whole: bool = False) -> Table:
    """The lines of one list, under its name and the number of all its lines, not of those shown alone.

    Of a page of the `is_whole` list that name is the heading.
    """
    rows = [_line(line, part, work, on, calendar) for line in work.lists.get(part, WorkList()).lines]
    if part is Part.CONFERENCES:
        rows = [_meeting(one, on, work.rights) for one in work.meetings]
    return Table(
        caption=_caption(part, work),
        columns=[Column(name) for name in _columns(part)],
        rows=rows,
        empty=NARROWED if work.is_narrowed and part is not Part.CONFERENCES else WORDS[part].empty,
        caption_hidden=is_whole or part is Part.DONE,
        row_heads=True,
        stack=True,
        dense=True,
    )


def _columns(part: Part) -> Sequence[str]:
    if part in OF_OTHERS:
        return "What", "Children", "Who", "Due", "More"
    return COLUMNS.get(part, OWN)


def _count(part: Part, work: MyWork) -> int:
    return work.meetings_count if part is Part.CONFERENCES else work.lists.get(part, WorkList()).count


def _caption(part: Part, work: MyWork) -> str:
    """Do today (347, 12 late)."""
    count, late = _count(part, work), work.lists.get(part, WorkList()).late
    said = [number(count), *([f"{number(late)} late"] if late and part not in ALL_OVER else [])]
    return f"{WORDS[part].title} ({', '.join(said)})" if count else WORDS[part].title


def _line(line: Line, part: Part, work: MyWork, on: dt.date, calendar: Calendar) -> list[Cell]:
    who = [Cell(line.owner(on))] if part in OF_OTHERS else []
    stands = Cell(uk_day(day_of(line.done_at))) if line.done_at else _due(line, work, on, calendar)
    if part is Part.BEFORE:
        # Whether it was done where the work was recorded then, nobody knows here: so it is not called late.
        stands = Cell("Due before go-live", note=uk_date(line.due_date))
    return [_what(line, work, on, calendar), _children(line), *who, stands, _more(line)]


def _more(line: Line) -> Cell:
    """The page of the duty itself: why this day, what happened, and what else may be done with it."""
    about = lower_first(CATALOGUE[Code(line.kind)].words_for(line.owner_role))
    hidden = format_html('Details<span class="govuk-visually-hidden">: {}, {}</span>', about, _name(line))
    return Cell(hidden, href=reverse("duty", args=[line.ref]))


def _name(line: Line) -> str:
    return line.child if len(set(line.children)) == 1 else line.family or ""


def _what(line: Line, work: MyWork, on: dt.date, calendar: Calendar) -> Cell:
    deadline = CATALOGUE[Code(line.kind)]
    law = "Set by law" if deadline.is_statutory else ""
    diary = "" if line.done_at else _diary(line, work, on, calendar) or _why(line, work)
    return Cell(
        deadline.words_for(line.owner_role),
        href=_where(line, work),
        note=". ".join(part for part in (law, diary) if part),
    )


def _why(line: Line, work: MyWork) -> str:
    """Why thinking time is required, child by child; of what it led to, what waits on that day."""
    if line.kind == Code.DO_ACTION:
        return agreed_words(work.agreed.get((line.subject, line.due_date), ()), line.owner_name)
    is_thinking = line.kind == Code.HOLD_THINKING_TIME
    return why_words(work.whys.get(line.subject, ())) if is_thinking else ""


def _diary(line: Line, work: MyWork, on: dt.date, calendar: Calendar) -> str:
    """How its meeting stands: held and not signed, not booked, booked in time, booked late; "" for others.

    One of today may still be to come.
    """
    day = work.days.get((line.kind, line.subject))
    if line.kind == Code.FINISH_RECORD:
        held = f"Held on {uk_date(day)}" if day and day < on else "In the diary for today"
        return f"{held}, not signed" if day else ""
    if line.kind in OF_LISTS:
        return f"The conference is on {uk_date(day)}" if day else ""
    if line.kind not in SAY_DAY:
        return ""
    if day is None:
        return "Not booked"
    late = calendar.between(line.due_date, day)
    after = f", {counted(late, 'working day')} after its limit" if day > line.due_date else ""
    chairless = "" if line.owner_role == Role.CHAIR else ". It needs another chair"
    return f"Booked for {uk_date(day)}{after}{chairless}"


def _where(line: Line, work: MyWork) -> str:
    """The page where it is done, or is read once it is; that of the child where the person may open none."""
    kind = place_kind(line.kind, is_done=line.done_at is not None)
    place = where_done(kind, work.refs.get((kind, line.subject)), work.rights)
    return place or reverse("child", args=[line.child_ref])


def where_done(kind: str, ref: str | None, rights: Collection[Permission]) -> str:
    """The page where it is done; "" where a person with these rights may not open it, or it is not known."""
    if ref and (PAGES[kind] in READABLE or CATALOGUE[Code(kind)].acts in rights):
        return reverse(PAGES[kind], args=[ref])
    return ""


def _children(line: Line) -> Cell:
    many = len(set(line.children))
    if many == 1:
        return Cell(line.child)
    return Cell(line.family or "", note=counted(many, "child", "children"))


def _due(line: Line, work: MyWork, on: dt.date, calendar: Calendar) -> Cell:
    """How its day stands. What is in the diary for a day inside its limit presses nobody."""
    words, note = standing(line.due_date, on, calendar), uk_date(line.due_date)
    if line.put_off_until and line.put_off_until > on:
        note = f"{note}. Put off until {uk_date(line.put_off_until)}"
    day = work.days.get((line.kind, line.subject))
    is_in_time = line.kind not in (Code.FINISH_RECORD, *OF_LISTS) and day is not None and day <= line.due_date
    colour = "red" if line.due_date < on else "yellow" if line.due_date == on and not is_in_time else ""
    tag = Tag(words, colour) if colour else None
    return Cell("" if tag else words, tag=tag, note=note)


def _meeting(one: Ahead, on: dt.date, rights: Collection[Permission]) -> list[Cell]:
    """On its day it leads to what that day asks for, whoever records there."""
    leads = day_of(one.starts_at) == on and Permission.WRITE_RECORD in rights
    page = "meeting_day" if leads else "booking"
    when = f"{uk_day(day_of(one.starts_at))}, {uk_time(one.starts_at)}"
    return [
        Cell(when, href=reverse(page, args=[one.ref]), note=f"Meeting {one.number}"),
        Cell(one.family, note=counted(one.children, "child", "children")),
        Cell(one.room, note=one.chair),
        _readiness(one),
    ]


def _readiness(one: Ahead) -> Cell:
    """What still stands before the meeting, in words."""
    if one.must_be_moved:
        return Cell(tag=Tag("Must be moved", "red"))
    if not one.has_chair:
        return Cell(tag=Tag("Needs another chair", "red"))
    if one.is_consulted_on:
        return Cell(tag=Tag("Consultation open", "yellow"))
    if one.is_thought_about:
        return Cell(tag=Tag("Thinking time due", "blue"))
    if one.is_to_invite:
        return Cell(tag=Tag("People to invite", "blue"))
    return Cell("Nothing")
