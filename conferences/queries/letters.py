"""Who may have a decision letter and what it may tell them: only of children they have a tie to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from django.db.models import Max, Q, QuerySet

from conferences.models import ChildPart, DayTold, DecisionChange, Exclusion, Letter, MeetingRecord
from conferences.queries.days import Day, day_told
from conferences.queries.exclusions import exclusion_of, standing_exclusions, why_not_given
from conferences.queries.plans_days import PlanDays
from conferences.queries.recording import earlier_days, record_in_scope
from conferences.queries.recording_days import days_after
from conferences.queries.recording_next import members_told, next_of
from conferences.rules.copies import Decided
from conferences.rules.documents import ComplaintRoute, Replaced
from conferences.rules.exclusions import Answer, What
from conferences.rules.letters_words import LetterWords
from conferences.rules.letters_words_part import LetterKind
from conferences.rules.local_days import challenge_until, complaint_until
from conferences.rules.recording_next import MemberTold, NextTold, has_next
from conferences.rules.workflow import RecordState
from safeguarding.access import get, scope
from safeguarding.bankholidays import england
from safeguarding.clock import day_of
from safeguarding.models import Allocation, Person, Relationship, User
from safeguarding.models.second import Outcome
from safeguarding.policy.limits_complaints import CHAIR
from safeguarding.policy.values import values, whole
from safeguarding.register.codes import ParentalResponsibility
from safeguarding.workingdays import OutsideCalendar, age

OF_AGE = 18


@dataclass(frozen=True)
class Recipient:
    """Somebody who may have a letter, with the ties to the children decided on. `came_later`: to one of them
    they did not belong when the record was signed, None where nobody kept who did.
    """

    person: Person
    ties: tuple[Relationship, ...]
    # The exclusions of the conference that stand, of whomever.
    excluded: tuple[Exclusion, ...] = ()
    came_later: bool | None = None


@dataclass(frozen=True)
class ChildDecided:
    """What one letter tells of one child: the decision, and what follows from it."""

    part: ChildPart
    worker: User | None
    days: PlanDays
    # What the conference left for the plan, and who did not agree with the decision, a line each.
    after: NextTold = NextTold()
    members: tuple[MemberTold, ...] = ()
    dissent: str = ""
    # Whether the reader was excluded from the whole conference.
    is_out: bool = False


@dataclass(frozen=True)
class LetterFacts:
    """One letter: to whom, from which meeting, and about whom. Nothing else may be in it."""

    letter: Letter
    person: Person
    chair: User
    held: date
    complaint: ComplaintRoute
    children: tuple[ChildDecided, ...]
    made_at: datetime
    # The version that it takes the place of, where it does.
    replaces: Replaced | None = None
    words: LetterWords = LetterWords(LetterKind.DECISION)
    # The days of the sittings that went on in this one.
    earlier: tuple[date, ...] = ()


def signed_record(user: User, ref: UUID) -> MeetingRecord | None:
    """The signed record of a meeting in scope, None where it is not signed yet."""
    _, record = record_in_scope(user, ref)
    return record if record is not None and record.state == RecordState.SIGNED else None


def may_receive(record: MeetingRecord) -> list[Person]:
    """The grown-ups with a tie, on the meeting's day, to a child whom the record decides on."""
    ties = Relationship.objects.unscoped("who belongs to the children of a record in scope")
    return [one.person for one in _by_person(_ties(ties, record), record)]


def recipients(user: User, record: MeetingRecord) -> list[Recipient]:
    """The same with their ties, as this person may see them, and with who was excluded."""
    found = _by_person(_ties(scope(user, Relationship), record), record)
    kept = tuple(standing_exclusions(record.booking.request_id))
    return [replace(one, excluded=kept) for one in found]


def may_receive_with_why(record: MeetingRecord) -> list[Recipient]:
    """The same for an operation that was given the record, whoever does it."""
    ties = Relationship.objects.unscoped("who belongs to the children of a record in hand")
    kept = tuple(standing_exclusions(record.booking.request_id))
    return [replace(one, excluded=kept) for one in _by_person(_ties(ties, record), record)]


SAFE_FIRST = "Read first how it is safe to contact them: the chair decides."
CAME_LATER = (
    "When the record was signed, they were not recorded as somebody of all of these children: the chair"
    " decides."
)
PR_NONE = "They have no parental responsibility for any of these children: the chair decides."


def not_proposed(one: Recipient, what: What = What.LETTER) -> str:
    """Why nothing is proposed to somebody until a person has decided it; "" where it is."""
    if excluded := why_not_given(one.excluded, one.person, what):
        return excluded
    if one.person.safe_contact:
        return SAFE_FIRST
    if one.came_later:
        return CAME_LATER
    has_none = all(tie.parental_responsibility == ParentalResponsibility.NO for tie in one.ties)
    return PR_NONE if has_none else ""


def belonging(record: MeetingRecord) -> dict[str, list[int]]:
    """{id of a person: ids of the children they belong to}, of a record that is being signed: what is kept
    from somebody in it was written with these people in mind.
    """
    ties = Relationship.objects.unscoped("who belongs to the children of a record in scope")
    found: dict[str, set[int]] = {}
    for tie in _ties(ties, record):
        found.setdefault(str(tie.person_id), set()).add(tie.child_id)
    return {person: sorted(children) for person, children in found.items()}


def ties_on(user: User, record: MeetingRecord) -> list[Relationship]:
    """The ties that stood on the meeting's day to the children whom a record in scope decides on."""
    return list(_ties(scope(user, Relationship), record))


def names_on(record: MeetingRecord) -> list[str]:
    """The names of all who had a tie then, of whatever age, of a record in hand."""
    ties = Relationship.objects.unscoped("the names of who belongs to the children of a record in hand")
    return [tie.person.full_name for tie in _ties(ties, record)]


def _ties(ties: QuerySet[Relationship], record: MeetingRecord) -> QuerySet[Relationship]:
    held = day_of(record.booking.starts_at)
    stands = (Q(end_date=None) | Q(end_date__gte=held)) & (Q(start_date=None) | Q(start_date__lte=held))
    found = ties.filter(stands, in_error=False, child__requested__parts__record=record).select_related(
        "person", "child"
    )
    return found.order_by("person__full_name", "person", "child", "pk")


def _by_person(ties: QuerySet[Relationship], record: MeetingRecord) -> list[Recipient]:
    held = day_of(record.booking.starts_at)
    told: dict[int, list[Relationship]] = {}
    for tie in ties:
        told.setdefault(tie.person_id, []).append(tie)
    found = [
        Recipient(own[0].person, tuple(own), came_later=_came_later(own, record)) for own in told.values()
    ]
    return [one for one in found if _is_of_age(one.person, held)]


def _came_later(own: Sequence[Relationship], record: MeetingRecord) -> bool | None:
    if record.belonged is None:
        return None
    known = record.belonged.get(str(own[0].person_id), [])
    return any(tie.child_id not in known for tie in own)


def _is_of_age(person: Person, on: date) -> bool:
    return person.birth_date is None or age(person.birth_date, on) >= OF_AGE


def letters_of(user: User, record: MeetingRecord) -> list[Letter]:
    """The letters made from a record."""
    found: QuerySet[Letter] = scope(user, Letter).filter(record=record).select_related("person", "sent_by")
    return list(found)


def set_right_on(user: User, record: MeetingRecord) -> date | None:
    """The last day on which a decision of the record was set right by two, None where none was."""
    agreed = scope(user, DecisionChange).filter(
        conference_child__conference__booking=record.booking_id, outcome=Outcome.CONFIRMED.value
    )
    latest = agreed.aggregate(at=Max("closed_at"))["at"]
    return day_of(latest) if latest else None


def letter_in_scope(user: User, ref: UUID, pk: int) -> Letter:
    """A letter of a meeting. Http404 where the person may not see all the meeting's children."""
    letters: QuerySet[Letter] = Letter.objects.select_related("person", "record__booking__chair")
    return get(user, letters, pk=pk, record__booking__ref=ref)


def days_moved_since(user: User, record: MeetingRecord) -> dict[int, list[Day]]:
    """{letter: the days that it told and that are others now}, of the letters of a record in scope."""
    rows = DayTold.objects.unscoped("what was told in letters of a record in scope")
    told = rows.filter(letter__record=record).select_related("told_by")
    latest = {(row.letter_id, row.child_id, row.code): row for row in told}
    days = days_after(user, record) if latest else {}
    now = {
        (part.requested_child.child_id, due.code.value): due
        for part in record.parts.all()
        if part.pk in days
        for due in days[part.pk].known
    }
    found: dict[int, list[Day]] = {}
    for (letter, child, code), row in latest.items():
        day = day_told(row, now.get((child, code)))
        if letter and day.has_moved:
            found.setdefault(letter, []).append(day)
    return found


def letter_facts(user: User, letter: Letter, record: MeetingRecord) -> LetterFacts:
    """What the letter says, from the record as it was signed and the ties of its recipient."""
    held = day_of(record.booking.starts_at)
    own = {tie.child_id for tie in _ties(scope(user, Relationship), record).filter(person=letter.person_id)}
    parts = [part for part in record.parts.all() if part.requested_child.child_id in own]
    workers = workers_of_children(user, own)
    days = days_after(user, record)
    after = next_of(user, record)
    out = exclusion_of(
        standing_exclusions(record.booking.request_id), letter.person.full_name, letter.person_id
    )
    is_out = out is not None and out.answer == Answer.WHOLE
    told = [
        ChildDecided(
            part,
            workers.get(part.requested_child.child_id),
            days.get(part.pk, PlanDays()),
            after[part.pk].told if has_next(part.outcome) else NextTold(),
            members_told(after[part.pk]) if has_next(part.outcome) else (),
            "" if is_out else part.dissent,
            is_out,
        )
        for part in parts
    ]
    chair = record.booking.chair
    return LetterFacts(
        letter,
        letter.person,
        chair,
        held,
        complaint_route(held),
        tuple(told),
        letter.made_at,
        earlier=earlier_days(record.booking),
    )


def complaint_route(held: date) -> ComplaintRoute:
    """How to complain about a conference of a day, by the limits of that day: two queries (R22)."""
    said = values(["COMPLAINT_TO_WORDS", "COMPLAINT_FIRST", "CHAIR_REACHED_WORDS"], held)
    until = complaint_until(held, whole("COMPLAINT_DAYS", held))
    to, reach = str(said["COMPLAINT_TO_WORDS"]), str(said["CHAIR_REACHED_WORDS"])
    return ComplaintRoute(until, to, said["COMPLAINT_FIRST"] == CHAIR, reach)


def decided_of(part: ChildPart) -> Decided:
    """What a signed part decided, for the words of letters and copies."""
    is_unborn = part.requested_child.child.is_unborn
    return Decided(part.outcome, part.category, part.reasons, part.end_reason, part.step_down, is_unborn)


def challengeable_until(record: MeetingRecord) -> date | None:
    """The last day to challenge a record that was sent, by the limit of that day; None where it was not."""
    if record.sent_date is None:
        return None
    try:
        return challenge_until(
            record.sent_date, whole("RECORD_CHALLENGE_WORKING_DAYS", record.sent_date), england()
        )
    except OutsideCalendar:
        return None


def workers_of_children(user: User, children: Sequence[int] | set[int]) -> dict[int, User]:
    """{child: whose work they are now}."""
    held = scope(user, Allocation).filter(child__in=children, end_date=None, worker__isnull=False)
    return {one.child_id: one.worker for one in held.select_related("worker")}
