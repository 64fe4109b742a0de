"""The record of a meeting as a person may read it, with everything its pages show."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet, Subquery

from conferences.models import (
    Attendance,
    Booking,
    ChildPart,
    ConferenceChild,
    Exclusion,
    Invitation,
    MeetingRecord,
    Plan,
    PlanAction,
    PlanNeed,
    Request,
    RequestedChild,
    ThinkingTime,
)
from conferences.queries.scheduling import booking_in_scope
from conferences.rules.contributions import FRAME, Speaker
from conferences.rules.copies_places import has_place
from conferences.rules.life_events import is_grown_up
from conferences.rules.quoracy import Attendee, Quoracy, quoracy
from conferences.rules.recording import Endings, PartFacts, ending_problems, missing
from conferences.rules.scaling import line_problems
from conferences.rules.vocabulary import ConferenceKind, DecisionOutcome
from conferences.rules.workflow import UNDECIDED, BookingState
from safeguarding.access import scope
from safeguarding.clock import day_of
from safeguarding.models import AgencyKind, Allocation, Relationship, User
from safeguarding.policy.limits_endings import FORBIDDEN
from safeguarding.policy.values import values, whole
from safeguarding.refusals import Problem
from safeguarding.workingdays import age

# Below this age a child is not asked (PN0).
FOUR = 4
HIDDEN = (
    "A confidential address stands in what is recorded {where}, and copies go to others. Take it out; if"
    " somebody must know it, write it in the confidential section"
)
NOT_DECIDED = "Decide whether {name} is excluded, or have it lifted: it was asked for"
NOT_THOUGHT = "Hold the thinking time that is required before this conference, or ask for a waiver"


def record_in_scope(user: User, ref: UUID) -> tuple[Booking, MeetingRecord | None]:
    """The meeting and its record, None where none is begun. Http404 where the meeting is out of scope."""
    booking = booking_in_scope(user, ref)
    return booking, record_of(user, booking)


def record_of(user: User, booking: Booking) -> MeetingRecord | None:
    """The record with who attended and each child's part, in the order in which the children were asked.

    A part bears `reviewed_before`: whether its plan had a review before this meeting; and of its child on
    the list of who is invited, `is_listed` and what they chose (`chose`).
    """
    related = "requested_child__child", "requested_child__plan", "saved_by"
    parts = scope(user, ChildPart).select_related(*related)
    parts = parts.annotate(reviewed_before=Exists(reviews_before()), is_listed=is_listed(), chose=_chose())
    actions = Prefetch("actions", scope(user, PlanAction).select_related("need"))
    wanted = Prefetch("needs", scope(user, PlanNeed))
    attendances = Prefetch("attendances", _with_kinds(scope(user, Attendance)))
    records: QuerySet[MeetingRecord] = scope(user, MeetingRecord).filter(booking=booking)
    found = records.select_related("saved_by", "signed_by", "sent_by").prefetch_related(
        attendances, Prefetch("parts", parts.order_by("requested_child").prefetch_related(wanted, actions))
    )
    record = found.first()
    if record is not None:
        record.booking = booking
    return record


def _with_kinds(attendances: QuerySet[Attendance]) -> QuerySet[Attendance]:
    """Each with `kind_name`: the words for its kind of agency, None for the family."""
    name = AgencyKind.objects.filter(code=OuterRef("agency_kind")).values("name")
    return attendances.annotate(kind_name=Subquery(name))


def reviews_before() -> QuerySet[ConferenceChild]:
    """The reviews that the plan of a part had before the part's own meeting, for a subquery of parts."""
    held = ConferenceChild.objects.unscoped("reviews of the plan of a child in scope")
    found: QuerySet[ConferenceChild] = held.filter(
        plan=OuterRef("requested_child__plan"), plan__isnull=False
    ).exclude(part=OuterRef("pk"))
    return found


def family_of(user: User, request: Request) -> list[Relationship]:
    """Who belongs now to the children of a request that is loaded with them, with what they are to them."""
    children = [asked.child_id for asked in request.children.all()]
    ties = scope(user, Relationship).filter(child__in=children, end_date=None, in_error=False)
    return list(ties.select_related("person", "child").order_by("person__full_name", "person", "pk"))


def workers_of(user: User, request: Request) -> list[User]:
    """The workers of the children of such a request, each once: they are expected at the meeting."""
    children = [asked.child_id for asked in request.children.all()]
    held = scope(user, Allocation).filter(child__in=children, end_date=None, worker__isnull=False)
    return list({one.worker_id: one.worker for one in held.select_related("worker")}.values())


def plans_left(user: User, record: MeetingRecord) -> dict[int, Plan]:
    """The plan that each child's decision left or ended, by the part's key; nothing for those without one."""
    begun: QuerySet[Plan] = scope(user, Plan).filter(begun_at__part__record=record)
    found = {plan.begun_at.part.pk: plan for plan in begun.select_related("begun_at__part") if plan.begun_at}
    reviewed = ((part.pk, part.requested_child.plan) for part in record.parts.all())
    return found | {key: plan for key, plan in reviewed if plan is not None}


def part_facts(part: ChildPart) -> PartFacts:
    """A part as the rules see it, with the number of its first actions."""
    asked, held = part.requested_child, day_of(part.record.booking.starts_at)
    born = asked.child.birth_date
    return PartFacts(
        name=asked.child.display_name,
        kind=asked.kind,
        voice=part.voice,
        outcome=part.outcome,
        category=part.category,
        reasons=part.reasons,
        end_reason=part.end_reason,
        actions=len(part.actions.all()),
        step_down=part.step_down,
        is_grown=is_grown_up(born, held),
        participation=part.participation,
        is_four=born is not None and age(born, held) >= FOUR,
        ending_rationale=part.ending_rationale,
    )


def speakers_of(record: MeetingRecord, parts: Iterable[ChildPart] | None = None) -> list[Speaker]:
    """Those whom the attendance names, of a record in scope; and its children who are on the list of who is
    invited (`is_listed`), whom nobody has to type as family.
    """
    named = [Speaker(one.name, one.role, one.is_family) for one in record.attendances.all()]
    typed = {one.name.casefold() for one in named}
    children = record.parts.all() if parts is None else parts
    listed = [child_speaker(part) for part in children if getattr(part, "is_listed", False)]
    return [*named, *(one for one in listed if one.name.casefold() not in typed)]


def speakers_in_hand(record: MeetingRecord) -> list[Speaker]:
    """The same for an operation that was given the record: two queries."""
    rows = ChildPart.objects.unscoped("the children of a record in hand").filter(record=record)
    return speakers_of(record, rows.annotate(is_listed=is_listed()).select_related("requested_child__child"))


def child_speaker(part: ChildPart) -> Speaker:
    """The child of a part as somebody who speaks."""
    return Speaker(part.requested_child.child.display_name, "", is_family=True, is_child=True)


def is_listed() -> Exists:
    """Whether the child of a part is on the list of who is invited."""
    rows = Invitation.objects.unscoped("whether a child of a record in scope is on its list")
    return Exists(rows.filter(requested_child=OuterRef("requested_child"), off_at=None))


def _chose() -> Subquery:
    """How the child of a part chose to take part, as the list says; None for one who is not on it."""
    rows = Invitation.objects.unscoped("how a child of a record in scope chose to take part")
    of_part = rows.filter(requested_child=OuterRef("requested_child"), off_at=None)
    return Subquery(of_part.values("takes_part")[:1])


def view_texts(part: ChildPart) -> dict[str, str]:
    """The texts of a part whose lines begin with whose they are."""
    return {"agency_views": part.agency_views, "scores": part.scores, "dissent": part.dissent}


@dataclass(frozen=True)
class Scale:
    """What is scored of each child, and what the two ends mean."""

    question: str
    lowest: str
    highest: str


def scale_on(on: date) -> Scale:
    """The council's words for the scale on a day."""
    found = values(["SCALE_QUESTION", "SCALE_LOWEST_WORDS", "SCALE_HIGHEST_WORDS"], on)
    return Scale(*(str(one) for one in found.values()))


def is_first_review(part: ChildPart) -> bool:
    """Whether this is the first review of a plan, of a part that bears `reviewed_before`."""
    return part.requested_child.kind == ConferenceKind.REVIEW and not part.reviewed_before


def endings_on(on: date) -> Endings:
    """What the council forbids about the end of a plan on a day."""
    found = values(["ENDING_WITHOUT_QUORUM", "ENDING_AT_FIRST_REVIEW"], on)
    return Endings(*(one == FORBIDDEN for one in found.values()))


def decided_part(asked: RequestedChild) -> ChildPart | None:
    """What the signed record says of a child whose parts are read; None while none is signed."""
    return next((part for part in asked.parts.all() if part.conference_child_id), None)


def first_day(meeting: Booking) -> date:
    """The day on which what a meeting in scope records began: of the first sitting that goes on in it."""
    earlier = earlier_days(meeting)
    return earlier[0] if earlier else day_of(meeting.starts_at)


def earlier_days(meeting: Booking) -> tuple[date, ...]:
    """The days of the sittings in scope that were adjourned before it, and go on in it; the first first."""
    rows = Booking.objects.unscoped("the earlier sittings of a meeting in scope")
    before = rows.filter(
        request=meeting.request_id, state=BookingState.ADJOURNED, starts_at__lt=meeting.starts_at
    )
    starts = before.order_by("starts_at").values_list("starts_at", flat=True)
    return tuple(dict.fromkeys(day_of(at) for at in starts))


def adjourned_record(meeting: Booking) -> MeetingRecord | None:
    """The record that goes on at a meeting: the last of its request, where that meeting was adjourned. What
    was written at one that was abandoned or not quorate stays with it, whatever was adjourned before.
    """
    rows = MeetingRecord.objects.unscoped("the record of the meeting before one in scope")
    of = rows.filter(booking__request=meeting.request_id, booking__state__in=UNDECIDED)
    last = of.exclude(booking=meeting).select_related("booking").order_by("-booking__starts_at").first()
    return last if last and last.booking.state == BookingState.ADJOURNED else None


def kinds_for(record: MeetingRecord) -> list[AgencyKind]:
    """The kinds of agency that somebody here may be of, by name: those in use, and those it has."""
    kept = record.attendances.values("agency_kind")
    return list(AgencyKind.objects.filter(Q(is_active=True) | Q(code__in=kept)))


def quoracy_of(attendances: Sequence[Attendance], on: date) -> Quoracy:
    """Whether these people made a quorum by the local limit of the day."""
    counted = [Attendee(one.counted_as, one.mode) for one in attendances]
    return quoracy(counted, others_needed=whole("QUORUM_OTHER_AGENCIES", on))


def problems_of(
    record: MeetingRecord,
    parts: Sequence[ChildPart],
    on: date,
    owed: Sequence[ThinkingTime],
    hidden: Collection[str] = (),
    exclusions: Collection[Exclusion] = (),
) -> list[Problem]:
    """Everything that keeps a record from being signed, in the order of the page; `about` is the child's
    id, `owed` the thinking time that is unthought() of its meeting, `hidden` the family's confidential
    addresses, `exclusions` those of the conference that stand. The parts bear `reviewed_before`.
    """
    attendances = list(record.attendances.all())
    ends = any(part.outcome == DecisionOutcome.PLAN_ENDS for part in parts)
    endings = endings_on(on) if ends else Endings()
    quorate = not attendances or quoracy_of(attendances, on).is_quorate
    found = [Problem(NOT_THOUGHT, "thinking") for _ in owed]
    found += [] if attendances else [Problem("Record who attended", "attendance")]
    for one in exclusions:
        if not one.answer:
            found.append(Problem(NOT_DECIDED.format(name=one.name), "exclusion"))
    came = [f"{one.name} {one.role}" for one in attendances]
    out = [f"{one.decided_part} {one.instead_words}" for one in exclusions]
    if has_place("\n".join((*came, *out)), hidden):
        found.append(Problem(HIDDEN.format(where="of who attended or was excluded"), "attendance"))
    if not quorate and not record.inquorate_reason:
        found.append(Problem("Say why the meeting went on without a quorum", "inquorate_reason"))
    for part in parts:
        child = part.requested_child.child_id
        facts, is_first = part_facts(part), is_first_review(part)
        wrong = ending_problems(facts, quorate=quorate, is_first_review=is_first, endings=endings)
        read = line_problems(view_texts(part), speakers_of(record), before_signing=True)
        shown = [Problem(HIDDEN.format(where=f"of {facts.name}"), "reasons")] if _has(part, hidden) else []
        found += [replace(problem, about=child) for problem in (*missing(facts), *wrong, *read, *shown)]
    if has_place("\n".join(getattr(record, name) for name in FRAME), hidden):
        found.append(Problem(HIDDEN.format(where="of the whole family"), "family_view"))
    return found


def _has(part: ChildPart, hidden: Collection[str]) -> bool:
    """Whether a confidential address stands in what is recorded of a child, which goes into copies."""
    return has_place("\n".join(part_texts(part)), hidden)


def part_texts(part: ChildPart) -> list[str]:
    """All that is typed of a child and goes into copies."""
    lines = (text for one in part.needs.all() for text in (one.need, one.outcome))
    actions = (
        text
        for one in part.actions.all()
        for text in (one.what, one.who, one.measure, one.evidence, one.service)
    )
    texts = part.voice, part.working_well, part.worried_about, part.reasons, *view_texts(part).values()
    return [*texts, *lines, *actions]
