"""A meeting's record in words: the list of tasks, what is missing, each child's part, what was decided."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.template.defaultfilters import linebreaksbr
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from conferences.models import (
    Attendance,
    Booking,
    ChildPart,
    Exclusion,
    MeetingRecord,
    PlanAction,
    ThinkingTime,
)
from conferences.queries.plans_days import PlanDays
from conferences.queries.recording import is_first_review, part_facts, problems_of, quoracy_of, speakers_of
from conferences.rules.contributions import FRAME, Contribution, contributions
from conferences.rules.deadlines_days import Due
from conferences.rules.recording import missing, warnings
from conferences.rules.vocabulary import (
    Category,
    ConferenceKind,
    DecisionOutcome,
    Participation,
    StepDown,
    end_reasons,
)
from conferences.rules.workflow import AttendanceMode, RecordState
from conferences.views.presenters import words
from safeguarding.clock import day_of
from safeguarding.labelled import Labelled, label
from safeguarding.pagekit.components import Cell, Column, SummaryRow, Table, Tag
from safeguarding.refusals import Problem
from safeguarding.wording import lower_first, sentence, uk_date, uk_day, uk_moment, uk_time

COMPLETE, BEGUN = Tag("Completed"), Tag("In progress", "blue")
NOTHING = Tag("Nothing yet", "grey")
BLANK = "Not recorded"


@dataclass(frozen=True)
class Task:
    """One line of a list of tasks."""

    ident: str
    text: str
    href: str
    tag: Tag
    hint: str = ""


@dataclass(frozen=True)
class ChildSummary:
    """One child of the record: the name, the rows of the part, and the first actions."""

    name: str
    href: str
    rows: Sequence[SummaryRow]
    actions: Table
    warnings: Sequence[str] = ()


@dataclass(frozen=True)
class Missing:
    """What is missing, and where it is recorded."""

    sentence: str
    href: str


def name_of(part: ChildPart) -> str:
    name: str = part.requested_child.child.display_name
    return name


def draft_line(record: MeetingRecord) -> str:
    """Draft saved at 10:42am on 24 April 2018 by Pat Example."""
    saves: list[MeetingRecord | ChildPart] = [record, *record.parts.all()]
    last = max(saves, key=lambda one: one.saved_at)
    at, day = uk_time(last.saved_at), uk_date(last.saved_at)
    return f"Draft saved at {at} on {day} by {last.saved_by.full_name}."


def tasks(record: MeetingRecord) -> list[Task]:
    """Attendance, the part about the whole family, and one task a child."""
    ref = record.booking.ref
    return [
        Task(
            "attendance", "Attendance", reverse("record_attendance", args=[ref]), *_attendance_state(record)
        ),
        Task("common", "The whole family", reverse("record_common", args=[ref]), _common_state(record)),
        *(_child_task(record.booking, part) for part in record.parts.all()),
    ]


def _attendance_state(record: MeetingRecord) -> tuple[Tag, str]:
    if not record.attendances.all():
        return NOTHING, ""
    found = quoracy_of(list(record.attendances.all()), held_on(record.booking))
    return COMPLETE if found.is_quorate or record.inquorate_reason else BEGUN, found.sentence


def _common_state(record: MeetingRecord) -> Tag:
    """Each heading may stay empty but those that every record has."""
    if all(getattr(record, name) for name in ALWAYS):
        return COMPLETE
    return BEGUN if any(getattr(record, name) for name in FRAME) else NOTHING


def _child_task(booking: Booking, part: ChildPart) -> Task:
    name, kind = name_of(part), label(ConferenceKind, part.requested_child.kind)
    href = part_href(booking, part)
    if part.version == 1:
        return Task(f"child-{part.pk}", name, href, NOTHING, kind)
    tag = BEGUN if missing(part_facts(part)) else COMPLETE
    return Task(f"child-{part.pk}", name, href, tag, kind)


def part_href(booking: Booking, part: ChildPart) -> str:
    return reverse("record_child", args=[booking.ref, part.requested_child.child.ref])


def held_on(booking: Booking) -> date:
    return day_of(booking.starts_at)


def missing_of(
    record: MeetingRecord,
    owed: Sequence[ThinkingTime],
    hidden: Collection[str] = (),
    exclusions: Collection[Exclusion] = (),
) -> list[Missing]:
    """All that keeps the record from being signed, each with the page where it is put right; `owed` is the
    thinking time that is not held, `hidden` the family's confidential addresses, `exclusions` those that
    stand.
    """
    parts = list(record.parts.all())
    return [
        Missing(problem.sentence, _href(record, parts, problem))
        for problem in problems_of(record, parts, held_on(record.booking), owed, hidden, exclusions)
    ]


def _href(record: MeetingRecord, parts: Sequence[ChildPart], problem: Problem) -> str:
    if problem.field == "thinking":
        return "#thinking"
    if problem.field in ("attendance", "inquorate_reason"):
        return reverse("record_attendance", args=[record.booking.ref])
    if problem.field == "exclusion":
        return reverse("invited", args=[record.booking.request.ref])
    part = next((part for part in parts if part.requested_child.child_id == problem.about), None)
    return part_href(record.booking, part) if part else reverse("record", args=[record.booking.ref])


def children(
    record: MeetingRecord,
    *,
    warned: bool = False,
    decided: bool = True,
    in_need: Mapping[int, date] | None = None,
) -> list[ChildSummary]:
    """Every child's part, with what to think about before signing where `warned`. `in_need` has the first day
    of the child in need plan that ends by it, by the child's id. Of a meeting at which nothing was decided
    what the chair had put down so far is no decision, and is left out.
    """
    if not decided:
        return [_undecided_part(record, part) for part in record.parts.all()]
    quorate = quoracy_of(list(record.attendances.all()), held_on(record.booking)).is_quorate
    begun = in_need or {}
    return [
        _child_part(record, part, quorate if warned else None, begun.get(part.requested_child.child_id))
        for part in record.parts.all()
    ]


def _child_part(
    record: MeetingRecord, part: ChildPart, quorate: bool | None, in_need: date | None
) -> ChildSummary:
    is_first, facts = is_first_review(part), part_facts(part)
    warned = () if quorate is None else warnings(facts, quorate=quorate, is_first_review=is_first)
    rows = part_rows(part)
    if in_need:
        words = f"That of {uk_date(in_need)} ends on the day of this conference"
        rows.insert(2, SummaryRow("Child in need plan", words))
    return ChildSummary(name_of(part), part_href(record.booking, part), rows, actions_table(part), warned)


def _undecided_part(record: MeetingRecord, part: ChildPart) -> ChildSummary:
    kind = SummaryRow("Conference", label(ConferenceKind, part.requested_child.kind))
    caption = f"Actions written down for {name_of(part)}, not agreed"
    actions = actions_table(part, caption)
    return ChildSummary(name_of(part), part_href(record.booking, part), [kind, *_texts(part)], actions)


def part_rows(part: ChildPart) -> list[SummaryRow]:
    """What is recorded of one child, decision first."""
    rows = [SummaryRow("Conference", label(ConferenceKind, part.requested_child.kind)), *_decision(part)]
    return [*rows, _reasons(part), *_dissent(part), *_texts(part)]


def _texts(part: ChildPart) -> list[SummaryRow]:
    texts = [
        ("What the child says", part.voice),
        ("What is working well", part.working_well),
        ("What we are worried about", part.worried_about),
    ]
    rows = [SummaryRow(key, linebreaksbr(text or BLANK)) for key, text in texts]
    rows = [rows[0], SummaryRow("How the child took part", _participation(part)), *rows[1:]]
    told = [("What each agency thinks", part.agency_views), ("Scores, from 0 to 10", part.scores)]
    said = [SummaryRow(key, _lines_of(text, part)) for key, text in told if text]
    return [*rows, *said, *_needs(part)]


def _lines_of(text: str, part: ChildPart) -> str:
    return said_by(contributions(text, speakers_of(part.record)))


def _participation(part: ChildPart) -> str:
    """In words. What was signed without it was written before it was asked."""
    if part.participation:
        return label(Participation, part.participation)
    return BLANK if part.conference_child_id is None else "Not asked then"


def decision_rows(part: ChildPart) -> list[SummaryRow]:
    """What the chair has decided so far and why, for who takes the minutes and does not decide."""
    return [*_decision(part), _reasons(part)]


def _dissent(part: ChildPart) -> list[SummaryRow]:
    """Beside the decision, which it does not change."""
    return [SummaryRow("Who does not agree", _lines_of(part.dissent, part))] if part.dissent else []


def _reasons(part: ChildPart) -> SummaryRow:
    return SummaryRow("Reasons", linebreaksbr(part.reasons or BLANK))


def _decision(part: ChildPart) -> list[SummaryRow]:
    rows = [
        SummaryRow("Decision", label(DecisionOutcome, part.outcome) if part.outcome else BLANK),
    ]
    coded: list[tuple[str, type[Labelled], str]] = [
        ("Category", Category, part.category),
        ("Why the plan ends", end_reasons(is_unborn=part.requested_child.child.is_unborn), part.end_reason),
        ("Where support goes", StepDown, part.step_down),
    ]
    rows += [SummaryRow(key, label(codes, code)) for key, codes, code in coded if code]
    if part.ending_rationale and part.outcome == DecisionOutcome.PLAN_ENDS:
        rows.append(SummaryRow("Why it may end now", linebreaksbr(part.ending_rationale)))
    return rows


def decided_rows(days: PlanDays) -> list[SummaryRow]:
    """What the signed decision leads to: the plan's next review and its first core group, as counted."""
    rows = _due("Next review conference due", days.review) if days.review else []
    return [*rows, *(_due("First core group due", days.core_group) if days.core_group else [])]


def _due(key: str, due: Due) -> list[SummaryRow]:
    return [
        SummaryRow(key, f"By {uk_day(due.date)}"),
        SummaryRow("How it is counted", sentence(due.explanation)),
    ]


def headline(part: ChildPart) -> str:
    """Amber Testcase: a child protection plan begins, under neglect."""
    outcome = label(DecisionOutcome, part.outcome)
    under = f", under {lower_first(label(Category, part.category))}" if part.category else ""
    return f"{name_of(part)}: {lower_first(outcome)}{under}"


HEADINGS = {
    "what_happened": "What has happened",
    "who_affected": "Who is affected, and how",
    "working_well": "What is working well",
    "worried_about": "What we are worried about",
    "family_view": "What the family says",
    "must_change": "What must change",
    "family_will": "What the family will do",
    "support_asked": "The support they ask for",
}
# Asked since there are records; of the others an old one says nothing.
ALWAYS = ("working_well", "worried_about", "family_view")


def common_rows(record: MeetingRecord) -> list[SummaryRow]:
    """The part about the whole family, for reading: who said what, the family first. A heading that was not
    asked yet when the record was signed, or was left empty, is left out of it.
    """
    told = speakers_of(record)
    texts = {name: getattr(record, name) for name in FRAME}
    shown = [name for name in FRAME if texts[name] or name in ALWAYS or record.state == RecordState.DRAFT]
    return [SummaryRow(HEADINGS[name], said_by(contributions(texts[name], told))) for name in shown]


def said_by(lines: Sequence[Contribution]) -> str:
    """Each line of its own, with who said it before it where that is known."""
    return format_html_join(SafeString("<br>"), "{}", ((_line(one),) for one in lines)) or BLANK


def _line(one: Contribution) -> str:
    if one.who is None:
        return one.words
    role = f", {one.who.role}" if one.who.role else ""
    return format_html("<strong>{}{}:</strong> {}", one.who.name, role, one.words)


def attendance_table(attendances: Sequence[Attendance], caption: str = "Who attended") -> Table:
    rows = [
        [Cell(one.name, note=one.role), came_from(one), label(AttendanceMode, one.mode)]
        for one in attendances
    ]
    columns = [Column("Name"), Column("From"), Column("How they took part")]
    return Table(caption, columns, rows, "Nobody is recorded yet.", row_heads=True, stack=True)


def came_from(one: Attendance) -> str:
    return "Family" if one.is_family else str(getattr(one, "kind_name", one.agency_kind))


def quoracy_rows(record: MeetingRecord) -> list[SummaryRow]:
    """Whether the meeting was quorate, and why it went on where it was not."""
    found = quoracy_of(list(record.attendances.all()), held_on(record.booking))
    rows = [SummaryRow("Quorum", found.sentence)]
    reason = record.inquorate_reason
    return (
        [*rows, SummaryRow("Why it went ahead", linebreaksbr(reason))]
        if reason and not found.is_quorate
        else rows
    )


def quoracy_sentence(record: MeetingRecord) -> str:
    attendances = list(record.attendances.all())
    return quoracy_of(attendances, held_on(record.booking)).sentence if attendances else ""


def actions_table(part: ChildPart, caption: str = "") -> Table:
    rows = [_action(one) for one in part.actions.all() if one.is_of_record]
    caption = caption or f"First actions for {name_of(part)}"
    columns = [Column("What"), Column("Who"), Column("By when")]
    return Table(caption, columns, rows, "No first actions.", caption_size="s", row_heads=True, stack=True)


def _action(one: PlanAction) -> list[Any]:
    """Its line, with the need that it is for and how it is known in smaller type beneath."""
    told = [f"For need {one.need.number}."] if one.need else []
    told += [f"How we will know: {one.measure}"] if one.measure else []
    return [Cell(one.what, note=" ".join(told)), one.who, uk_date(one.by_date)]


def _needs(part: ChildPart) -> list[SummaryRow]:
    """What the child needs, and what will be different."""
    return [
        SummaryRow(
            f"Need {one.number}",
            linebreaksbr(f"{sentence(one.need)}\nWhat will be different: {sentence(one.outcome)}"),
        )
        for one in part.needs.all()
        if one.is_of_record
    ]


def signed_line(record: MeetingRecord) -> str:
    by = words.name_of(record.signed_by)
    return f"Signed by {by} on {uk_moment(record.signed_at)}."


def _chairs_before(booking: Booking) -> list[SummaryRow]:
    """Who would have chaired it, where another took over on the day."""
    passed = [move for move in booking.moves.all() if move.chair_reason]
    return [
        SummaryRow("Chair before", f"{move.from_chair.full_name}, until {uk_moment(move.moved_at)}")
        for move in passed
    ]


def meeting_rows(booking: Booking) -> list[SummaryRow]:
    return [
        SummaryRow("Meeting", f"{uk_day(booking.starts_at)}, {uk_time(booking.starts_at)}"),
        SummaryRow("Chair", booking.chair.full_name),
        *_chairs_before(booking),
        *([SummaryRow("Minutes", booking.minute_taker.full_name)] if booking.minute_taker else []),
    ]
