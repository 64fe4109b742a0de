"""A child's story as one list of dated events, whatever table each comes from.

Works on a child loaded with its record, so that it asks the database nothing; words are the page's.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import IntEnum, auto
from itertools import groupby
from typing import Any

from conferences.models import Plan
from conferences.rules.life_events import LifeKind
from conferences.rules.vocabulary import DecisionOutcome
from conferences.rules.workflow import UNDECIDED
from safeguarding.clock import day_of
from safeguarding.models import Child, Outcome

BEFORE_ALL = datetime.min.replace(tzinfo=UTC)


class EventKind(IntEnum):
    """What happened; their order here is the order within one day, as things lead to one another, as far as
    no moments are known.
    """

    EXPECTED = auto()
    BORN = auto()
    RENAMED = auto()
    REFERRED = auto()
    LIFE = auto()
    DISCUSSED = auto()
    ENQUIRY_CHANGED = auto()
    TRANSFER_NOTIFIED = auto()
    CONSULTATION_RAISED = auto()
    ACCOUNT_GIVEN = auto()
    CONSULTATION_ANSWERED = auto()
    DISSENTED = auto()
    CONDITION_CLOSED = auto()
    SUPPORT_REVIEWED = auto()
    THOUGHT = auto()
    ACTION_CLOSED = auto()
    EXCLUDED = auto()
    FAMILY_CONTACTED = auto()
    HEARD_BEFORE = auto()
    MEETING_UNDECIDED = auto()
    CONFERENCE = auto()
    OWN_GIVEN = auto()
    OWN_NONE = auto()
    ELSEWHERE_BEGAN = auto()
    PLAN_BEGAN = auto()
    CATEGORY_CHANGED = auto()
    CORE_GROUP = auto()
    PLAN_ENDED = auto()
    CLOSING_SENT = auto()
    FOLLOWED_UP = auto()
    LOOKED_UP = auto()
    ELSEWHERE_ENDED = auto()
    IN_NEED_BEGAN = auto()
    IN_NEED_ENDED = auto()
    SUPPORT_OFFERED = auto()
    SUPPORT_STARTED = auto()
    SUPPORT_ENDED = auto()
    ALLOCATED = auto()
    CLOSED = auto()
    DIED = auto()
    CORRECTED = auto()
    DECIDED_AGAIN = auto()
    TOLD_AGAIN = auto()
    RESUMED = auto()


@dataclass(frozen=True)
class Event:
    """Something that happened to a child on a day, at a moment where that is known; `record` is the row that
    tells of it.
    """

    day: date
    kind: EventKind
    child: Child
    record: Any
    at: datetime | None = None


def chronology(child: Child, on: date) -> list[Event]:
    """The child's events up to and on a day, with a birth still expected after it; earliest first."""
    events = [_event(child, when, kind, record) for when, kind, record in _happenings(child) if when]
    past = (event for event in events if event.day <= on or event.kind is EventKind.EXPECTED)
    return [event for together in moments(past) for event in together]


def _event(child: Child, when: date | datetime, kind: EventKind, record: Any) -> Event:
    if isinstance(when, datetime):
        return Event(day_of(when), kind, child, record, when)
    return Event(when, kind, child, record)


def moments(events: Iterable[Event]) -> list[list[Event]]:
    """The events in order, those together that share a day, a moment and a kind.

    Within a day: by their moments where these are known. What has a day alone stands after the last of what
    may have led to it.
    """
    found: list[list[Event]] = []
    for _, same in groupby(sorted(events, key=lambda event: event.day), key=lambda event: event.day):
        day = list(same)
        known = sorted((event.at, event.kind) for event in day if event.at)

        def place(event: Event, known: Sequence[tuple[datetime, EventKind]] = known) -> tuple[Any, ...]:
            if event.at:
                return event.at, 0, event.kind
            led = [at for at, kind in known if kind <= event.kind]
            return max(led, default=BEFORE_ALL), 1, event.kind

        found += [list(group) for _, group in groupby(sorted(day, key=place), key=place)]
    return found


# When something happened: at a moment, or on a day of which no moment is known.
Happening = tuple[date | datetime | None, EventKind, Any]


def _on(day: date | None, recorded: datetime) -> date | datetime | None:
    """The moment of what was recorded on its day; the day where it was recorded later."""
    return recorded if day is None or day == day_of(recorded) else day


def _happenings(child: Child) -> Iterator[Happening]:
    for part in PARTS:
        yield from part(child)


def _life(child: Child) -> Iterator[Happening]:
    yield child.expected_birth_date, EventKind.EXPECTED, child
    events = list(child.life_events.all())
    told = {event.kind for event in events if not event.in_error}
    named = {event.name_id for event in events}
    # What was recorded as it happened is told there, with who and when.
    if LifeKind.BORN not in told:
        yield child.birth_date, EventKind.BORN, child
    if LifeKind.DIED not in told:
        yield child.death_date, EventKind.DIED, child
    for event in events:
        yield event.day, EventKind.DIED if event.kind == LifeKind.DIED else EventKind.LIFE, event
    for name in child.other_names.all():
        if name.pk not in named:
            yield name.until_date, EventKind.RENAMED, name


def _need(child: Child) -> Iterator[Happening]:
    for episode in child.need_episodes.all():
        yield episode.referral_date, EventKind.REFERRED, episode
        yield episode.closure_date, EventKind.CLOSED, episode
    for plan in child.in_need_plans.all():
        yield plan.start_date, EventKind.IN_NEED_BEGAN, plan
        yield plan.end_date, EventKind.IN_NEED_ENDED, plan


def _supports(child: Child) -> Iterator[Happening]:
    for one in child.supports.all():
        yield one.offered_date, EventKind.SUPPORT_OFFERED, one
        yield one.started_date, EventKind.SUPPORT_STARTED, one
        yield one.ended_date, EventKind.SUPPORT_ENDED, one


def _enquiries(child: Child) -> Iterator[Happening]:
    for enquiry in child.enquiries.all():
        for discussion in enquiry.discussions.all():
            yield discussion.held_date, EventKind.DISCUSSED, discussion
        for change in enquiry.changes.all():
            yield change.day_shown, EventKind.ENQUIRY_CHANGED, change
    for transfer in child.transfers_in.all():
        yield transfer.notified_date, EventKind.TRANSFER_NOTIFIED, transfer


def _thinking(child: Child) -> Iterator[Happening]:
    for entry in child.thinking_time_entries.all():
        yield entry.session.held_date, EventKind.THOUGHT, entry
        told = not entry.in_error and not entry.session.in_error
        for action in entry.session.actions.all():
            if told and action.closed_at:
                yield _on(action.done_date, action.closed_at), EventKind.ACTION_CLOSED, action


def _consultations(child: Child) -> Iterator[Happening]:
    for one in child.consultations.all():
        yield one.raised_at, EventKind.CONSULTATION_RAISED, one
        for part in one.accounts.all():
            yield part.account.given_at, EventKind.ACCOUNT_GIVEN, part
        for dissent in one.dissents.all():
            yield dissent.recorded_at, EventKind.DISSENTED, dissent
        for answer in one.answers.all():
            yield answer.answered_at, EventKind.CONSULTATION_ANSWERED, answer
            for condition in answer.conditions.all():
                if condition.closed_at:
                    closed = _on(condition.met_date, condition.closed_at)
                    yield closed, EventKind.CONDITION_CLOSED, condition
            for review in answer.reviews.all():
                yield _on(review.held_date, review.recorded_at), EventKind.SUPPORT_REVIEWED, review


def _conferences(child: Child) -> Iterator[Happening]:
    for asked in child.requested.all():
        for one in asked.request.exclusions.all():
            yield one.decided_at, EventKind.EXCLUDED, one
        for contact in asked.request.family_contacts.all():
            if contact.asked_id in (None, asked.pk):
                yield contact.contact_date, EventKind.FAMILY_CONTACTED, contact
        for views in asked.views_before.all():
            if views.taken_back_at is None:
                yield views.gathered_date, EventKind.HEARD_BEFORE, views
        yield from _own_versions(asked)
        for meeting in asked.request.bookings.all():
            if meeting.state in UNDECIDED:
                yield meeting.starts_at, EventKind.MEETING_UNDECIDED, meeting
    for attended in child.conferences.all():
        held, booked = attended.conference.held_date, getattr(attended.conference, "booking", None)
        yield _on(held, booked.starts_at) if booked else held, EventKind.CONFERENCE, attended
        decision, record = getattr(attended, "decision", None), getattr(booked, "record", None)
        if record is not None and decision is not None and decision.outcome == DecisionOutcome.PLAN_ENDS:
            yield record.closing_date, EventKind.CLOSING_SENT, attended
        if record and record.again_date:
            yield record.again_date, EventKind.TOLD_AGAIN, record


def _own_versions(asked: Any) -> Iterator[Happening]:
    for document in asked.documents.all():
        yield document.sent_date, EventKind.OWN_GIVEN, document
    for part in asked.parts.all():
        if told := getattr(part, "own_version", None):
            yield told.none_at, EventKind.OWN_NONE, told


def _plans(child: Child) -> Iterator[Happening]:
    for plan in child.plans.all():
        yield plan.start_date, EventKind.PLAN_BEGAN, plan
        yield from _category_changes(plan)
        for group in plan.core_groups.all():
            yield group.held_date, EventKind.CORE_GROUP, group
        yield plan.end_date, EventKind.PLAN_ENDED, plan
        for one in plan.resumptions.all():
            if one.outcome == Outcome.CONFIRMED and one.closed_at:
                yield one.closed_at, EventKind.RESUMED, one
        for follow_up in plan.follow_ups.all():
            yield follow_up.held_date, EventKind.FOLLOWED_UP, follow_up
    for elsewhere in child.plans_elsewhere.all():
        yield elsewhere.start_date, EventKind.ELSEWHERE_BEGAN, elsewhere
        yield elsewhere.end_date, EventKind.ELSEWHERE_ENDED, elsewhere


def _category_changes(plan: Plan) -> Iterator[Happening]:
    """Each change after the category that the plan began with, which its beginning tells."""
    for change in plan.categories.all():
        if change.from_date > plan.start_date:
            yield change.from_date, EventKind.CATEGORY_CHANGED, change


def _look_ups(child: Child) -> Iterator[Happening]:
    for one in child.look_ups.all():
        yield one.looked_at, EventKind.LOOKED_UP, one


def _allocations(child: Child) -> Iterator[Happening]:
    for allocation in child.allocations.all():
        yield allocation.start_date, EventKind.ALLOCATED, allocation


def _corrections(child: Child) -> Iterator[Happening]:
    for one in child.corrections.all():
        yield one.corrected_at, EventKind.CORRECTED, one
    for attended in child.conferences.all():
        for change in attended.decision_changes.all():
            if change.outcome == Outcome.CONFIRMED and change.closed_at:
                yield change.closed_at, EventKind.DECIDED_AGAIN, change


PARTS: tuple[Callable[[Child], Iterator[Happening]], ...] = (
    _life,
    _need,
    _supports,
    _enquiries,
    _consultations,
    _thinking,
    _conferences,
    _plans,
    _look_ups,
    _allocations,
    _corrections,
)
