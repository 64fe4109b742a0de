"""Thinking time in words: where it stands, who may read which part of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse

from conferences.models import (
    ReflectiveNote,
    Request,
    ThinkingRequirement,
    ThinkingSlot,
    ThinkingTime,
    ThinkingWaiver,
)
from conferences.queries.thinking_time import Standing
from conferences.rules.thinking_time import PROMPTS, SessionKind, ThinkingModel, WaiverReason, waits_until
from conferences.rules.workflow import OPEN_REQUESTS, RequestState, ThinkingTimeState, ThinkingTrigger
from safeguarding.access import Permission, can
from safeguarding.clock import day_of
from safeguarding.labelled import label
from safeguarding.models import Outcome, User
from safeguarding.pagekit.components import Cell, Column, SummaryRow, Table, Tag
from safeguarding.wording import counted, joined, lower_first, sentence, uk_date, uk_day, uk_meeting

LAPSED = "Lapsed"
NOT_BEFORE = "It does not count as thinking time before the conference."
LATE_NOW = (
    "The record of this conference is signed. What you record now is told as recorded late, and does not"
    " count as thinking time before it."
)
STAYS_WAIVED = "The conference went on with the waiver, and that stays."

READERS = Table(
    "Who can read what",
    [Column("Part"), Column("Who can read it"), Column("Where it is kept")],
    [
        [
            "Entry for each child",
            "Everyone who can read that child’s record",
            "On the child’s file and timeline",
        ],
        ["Reflective note", "Only the chair who writes it", "Not on any child’s file"],
    ],
    row_heads=True,
    stack=True,
)


def session_page_rows(
    session: ThinkingTime, slot: ThinkingSlot | None = None, meets: date | None = None
) -> list[SummaryRow]:
    """Why it is held, before which conference (the day `meets`), and when it was."""
    rows = [
        *(_why_rows(session) or [SummaryRow("Why", label(ThinkingTrigger, session.trigger))]),
        SummaryRow("Required", _required_words(session, meets)),
        SummaryRow("Requested", uk_date(session.raised_at)),
    ]
    if slot and session.state != ThinkingTimeState.HELD:
        rows.append(
            SummaryRow("Planned", f"{uk_meeting(slot.starts_at, slot.ends_at)}, {slot.chair.full_name}")
        )
    if session.state == ThinkingTimeState.HELD and session.chair:
        rows.append(
            SummaryRow("Held", f"{uk_day(session.held_date)}, {counted(session.minutes or 0, 'minute')}")
        )
        if session.is_late:
            rows.append(SummaryRow("Late", late_line(session)))
        rows.append(SummaryRow("Held by", session.chair.full_name))
        rows.append(SummaryRow("Helped by", session.facilitator or "Nobody"))
        rows += _shape_rows(session)
    return rows


def _required_words(session: ThinkingTime, meets: date | None) -> str:
    conference = f"the conference of {uk_day(meets)}" if meets else "the conference"
    if session.follows and session.follows.chair:
        return f"Yes, of the chair who took {conference} over from {session.follows.chair.full_name}"
    return f"Yes, before {conference}" if session.is_required else "No, the chair chose it"


def late_line(session: ThinkingTime) -> str:
    """Recorded on 28 November 2018, after the record was signed; "" where it was not late."""
    if not session.is_late:
        return ""
    when = f"Recorded on {uk_date(session.recorded_at)}, after the record was signed."
    return f"{when} {STAYS_WAIVED if is_waived(session) else NOT_BEFORE}"


def _shape_rows(session: ThinkingTime) -> list[SummaryRow]:
    """What was said of how it was held, and when to look again; nothing of what was left empty."""
    told = [
        ("With whom", label(SessionKind, session.kind) if session.kind else ""),
        ("In which way", label(ThinkingModel, session.model) if session.model else ""),
        ("Who took part", session.attended),
        ("Question", session.question),
        ("Look again", uk_date(session.look_again_date)),
    ]
    return [SummaryRow(name, text) for name, text in told if text]


def _why_rows(session: ThinkingTime) -> list[SummaryRow]:
    """A row for each child that it is required for, with each reason."""
    return [SummaryRow(f"Why, for {name}", whys) for name, whys in _by_child(_required(session)).items()]


def why_line(session: ThinkingTime) -> str:
    """Every reason for which it is required, child by child; why it was taken where nothing requires it."""
    return why_words(_required(session)) or sentence(label(ThinkingTrigger, session.trigger))


def why_words(required: Iterable[ThinkingRequirement]) -> str:
    """Amber Testcase: The child was on a plan before. Wren Testcase: New section 47 enquiries began."""
    return " ".join(f"{name}: {whys}" for name, whys in _by_child(required).items())


def _required(session: ThinkingTime) -> list[ThinkingRequirement]:
    """Of the children who are still in its request."""
    return [one for one in session.requirements.all() if one.requested_child.request_id == session.request_id]


def _by_child(required: Iterable[ThinkingRequirement]) -> dict[str, str]:
    """{name of a child: its reasons}; what was asked for by hand says by whom."""
    found: dict[str, list[str]] = {}
    for one in required:
        found.setdefault(one.requested_child.child.display_name, []).append(_why(one))
    return {name: sentence(*map(sentence, whys)) for name, whys in found.items()}


def _triggers(session: ThinkingTime) -> str:
    """The kinds of all its reasons."""
    codes = [one.trigger for one in _required(session)] or [session.trigger]
    told = [label(ThinkingTrigger, code) for code in dict.fromkeys(codes)]
    return "; ".join([told[0], *map(lower_first, told[1:])])


def _why(one: ThinkingRequirement) -> str:
    if one.raised_by is None:
        return one.why
    asked = f"asked for by {one.raised_by.full_name}, {uk_date(one.raised_at)}"
    return f"{label(ThinkingTrigger, one.trigger)}: {one.why} ({asked})"


def entry_rows(session: ThinkingTime) -> list[SummaryRow]:
    """Each child's entry, as it stands on their file."""
    return [SummaryRow(entry.child.display_name, entry.conclusion) for entry in session.entries.all()]


def note_rows(note: ReflectiveNote | None) -> list[SummaryRow]:
    """The note, for its writer: the questions that were answered."""
    if note is None:
        return []
    told = [(prompt.question, getattr(note, prompt.field)) for prompt in PROMPTS]
    return [SummaryRow(question, text) for question, text in told if text]


@dataclass(frozen=True)
class Awaited:
    """Thinking time without which a record cannot be signed: why, and what can be done; "" for nothing."""

    sentence: str
    hold: str
    hold_text: str
    waiver: str
    waiver_text: str


def thinking_links(
    user: User, sessions: Sequence[ThinkingTime], on: date, chair: User | None
) -> list[Awaited]:
    """What is missing before the record can be signed, each with where its `chair` holds it and asks for a
    waiver; others are led to where they read of it.
    """
    holds = can(user, Permission.HOLD_THINKING_TIME) and chair is not None and chair.pk == user.pk
    return [_awaited(session, on, chair, holds) for session in sessions]


def _awaited(session: ThinkingTime, on: date, chair: User | None, holds: bool) -> Awaited:
    asked = next((one for one in session.waivers.all() if waits(one, on)), None)
    refused = next((one for one in session.waivers.all() if one.outcome == Outcome.REFUSED), None)
    told = "Thinking time is required before this conference, and it is not recorded as held."
    if session.chair is not None and chair is not None and session.chair_id != chair.pk:
        told = another_s_line(session.chair, chair)
    if asked:
        told += " A waiver was asked for and is not decided."
    elif refused:
        told += f" A waiver was refused on {uk_date(refused.closed_at)}."
    elif lapsed := next((one for one in session.waivers.all() if waiver_state(one, on) == LAPSED), None):
        told += f" A waiver was asked for and nobody decided it by {uk_date(lapsed.last_date)}."
    ask = reverse("thinking_waiver_new", args=[session.ref]) if holds else ""
    see = reverse("thinking_waiver", args=[asked.ref]) if asked else ask
    return Awaited(
        told,
        reverse("thinking_time", args=[session.ref]),
        "Hold the thinking time" if holds else "See the thinking time",
        see,
        "see the waiver that was asked for" if asked else "ask for a waiver",
    )


def another_s_line(held_by: User, chair: User) -> str:
    """Whose thinking it was, and whose is needed: it is the chair's own."""
    return (
        f"{held_by.full_name} held the thinking time before this conference was handed over. It is the"
        f" chair’s own, so {chair.full_name} holds theirs, or asks for a waiver."
    )


def waits(one: ThinkingWaiver, on: date) -> bool:
    """Whether a waiver can still be decided on a day."""
    return one.closed_at is None and one.last_date >= on


def is_waived(session: ThinkingTime) -> bool:
    """Whether a second person lets the conference go on without it."""
    return any(one.outcome == Outcome.CONFIRMED for one in session.waivers.all())


def waivers_table(session: ThinkingTime, on: date) -> Table:
    """Each waiver that was asked for, and how it ended; refused ones stay."""
    rows = [
        [
            Cell(label(WaiverReason, one.why), href=reverse("thinking_waiver", args=[one.ref])),
            f"{one.asked_by.full_name}, {uk_date(one.asked_at)}",
            waiver_state(one, on),
        ]
        for one in session.waivers.all()
    ]
    columns = [Column("Why"), Column("Asked for by"), Column("What became of it")]
    return Table("Waivers", columns, rows, "No waiver was asked for.", row_heads=True, stack=True)


def waiver_state(one: ThinkingWaiver, on: date) -> str:
    """How a waiver ended, with by whom and when; that it waits, or has lapsed."""
    if one.closed_by and one.closed_at:
        how = "Granted" if one.outcome == Outcome.CONFIRMED else label(Outcome, one.outcome)
        return f"{how} by {one.closed_by.full_name}, {uk_date(one.closed_at)}: {one.closed_reason}".rstrip(
            ": "
        )
    if one.last_date < on:
        return LAPSED
    meets = meeting_day(one)
    if meets and meets < on:
        return f"Waits. The conference was on {uk_date(meets)}, and its record is not signed without it"
    return f"Waits until {uk_date(waits_until(one.last_date, meets, on))}"


def meeting_day(one: Any) -> date | None:
    """The day of the conference of a waiver, loaded with it as `meets_at`; None where none is booked."""
    return day_of(one.meets_at) if one.meets_at else None


def waiver_rows(one: ThinkingWaiver, on: date) -> list[SummaryRow]:
    """What was asked, of which children's conference, and what became of it."""
    children = joined([asked.child.display_name for asked in one.session.request.children.all()])
    return [
        SummaryRow("Children", children),
        SummaryRow("Why thinking time is required", why_line(one.session)),
        SummaryRow("Why without it", f"{label(WaiverReason, one.why)}. {one.words}"),
        SummaryRow("Asked for", f"By {one.asked_by.full_name}, {uk_date(one.asked_at)}"),
        SummaryRow("What became of it", waiver_state(one, on)),
    ]


def state_tag(session: ThinkingTime, is_another_s: bool = False) -> Tag:
    """Where it stands; `is_another_s`: by whoever chairs its conference no more, and not held anew."""
    held = session.state == ThinkingTimeState.HELD
    if session.in_error:
        return Tag("Recorded in error", "grey")
    if is_waived(session) and (session.is_late or not held):
        return Tag("Waived", "blue")
    if session.is_late:
        return Tag("Recorded late", "grey")
    if held and is_another_s:
        return Tag("Held by another chair", "yellow")
    if not held and session.request.state not in OPEN_REQUESTS:
        withdrawn = session.request.state == RequestState.WITHDRAWN
        return Tag("Not needed any more" if withdrawn else "Not held", "grey")
    return Tag(label(ThinkingTimeState, session.state), "green" if held else "yellow")


def session_rows(sessions: Sequence[ThinkingTime], chair: User | None = None) -> Table:
    """The thinking time of one request, for the page of the meeting that `chair` has."""
    own = {one.follows_id for one in sessions if chair is not None and one.chair_id == chair.pk}
    rows = [
        [
            Cell(
                _triggers(session),
                href=reverse("thinking_time", args=[session.ref]),
                note=why_words(_required(session)),
            ),
            Cell(tag=state_tag(session, _is_another_s(session, chair) and session.pk not in own)),
            Cell(
                f"{uk_date(session.held_date)}, {session.chair.full_name}" if session.chair else "",
                note=late_line(session),
            ),
        ]
        for session in sessions
    ]
    columns = [Column("Why"), Column("Status"), Column("Held")]
    return Table(
        "Thinking time",
        columns,
        rows,
        "No thinking time is required or recorded.",
        row_heads=True,
        stack=True,
    )


def _is_another_s(session: ThinkingTime, chair: User | None) -> bool:
    return session.is_required and chair is not None and session.chair_id not in (None, chair.pk)


def late_warning(session: ThinkingTime) -> str:
    """What whoever records it now must know, where its conference is signed; "" where it is not."""
    is_signed = session.request.state == RequestState.HELD
    return LATE_NOW if is_signed and session.held_date is None else ""


def hold_text(session: ThinkingTime, user: User) -> str:
    """What the button says that leads to the form."""
    if session.chair_id == user.pk:
        return "Change what you recorded"
    return "Record that it was held" if session.chair_id is None else "Record your own thinking time"


def by_another(session: ThinkingTime, stands: Standing) -> bool:
    """Whether whoever held it does not chair the conference that it was for, which still lacks it."""
    return stands.is_owed and _is_another_s(session, stands.chair)


def whose_line(session: ThinkingTime, user: User, stands: Standing) -> str:
    """Whose it is to hold, for the head of its page; "" where that is plain."""
    if session.in_error or session.request.state not in OPEN_REQUESTS:
        return ""
    held_by, chair = session.chair, stands.chair
    if held_by is not None and chair is not None and by_another(session, stands):
        return another_s_line(held_by, chair)
    if held_by is None and chair is not None and chair.pk != user.pk:
        return f"{chair.full_name} chairs this conference, so only they can hold the thinking time."
    return ""


def may_hold(user: User, session: ThinkingTime, stands: Standing) -> bool:
    """Whether the page offers the form: to whose it is, and to change it to who held it."""
    if session.in_error or stands.barred or not can(user, Permission.HOLD_THINKING_TIME):
        return False
    return session.chair_id in (None, user.pk) or (stands.own is None and stands.is_owed)


def may_plan(user: User, session: ThinkingTime, stands: Standing, on: date) -> bool:
    """Whether the page offers to keep a time free for it, before its conference or on the day."""
    is_due = session.state == ThinkingTimeState.DUE or stands.is_owed
    is_due = is_due and (stands.meets is None or stands.meets >= on)
    return is_due and session.request.state in OPEN_REQUESTS and may_hold(user, session, stands)


def may_act(user: User, session: ThinkingTime, stands: Standing) -> bool:
    """Whether the page should offer to add an action: to who held it, while the conference is theirs."""
    is_held = session.chair_id == user.pk and session.held_date is not None
    return is_held and not session.in_error and not stands.barred


def ask_href(user: User, session: ThinkingTime, on: date, stands: Standing) -> str:
    """Where its chair asks for a waiver, while it is owed and none waits."""
    asked = any(waits(one, on) for one in session.waivers.all())
    asks = stands.is_owed and not asked and not stands.barred and session.request.state in OPEN_REQUESTS
    asks = asks and can(user, Permission.HOLD_THINKING_TIME)
    return reverse("thinking_waiver_new", args=[session.ref]) if asks else ""


def require_href(user: User, request: Request) -> str:
    """Where whoever leads the unit asks for thinking time, while there is a conference ahead."""
    ahead = request.state in OPEN_REQUESTS and can(user, Permission.REQUIRE_THINKING_TIME)
    return reverse("thinking_time_require", args=[request.ref]) if ahead else ""


def take_href(user: User, request: Request, chair: User | None) -> str:
    """Where a chair takes time to think, while there is a conference ahead that is no other chair's."""
    ahead = request.state in OPEN_REQUESTS and can(user, Permission.HOLD_THINKING_TIME)
    is_free = chair is None or chair.pk == user.pk
    return reverse("thinking_time_new", args=[request.ref]) if ahead and is_free else ""
