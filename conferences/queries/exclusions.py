"""Who is excluded from a conference, or asked to be, as somebody may read it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Case, Exists, OuterRef, Q, QuerySet, When
from django.db.models.lookups import IsNull

from conferences.models import Attendance, Booking, BookingMove, Exclusion, Invitation, Request
from conferences.queries.recording import family_of
from conferences.rules.exclusions import (
    EXCLUDED,
    Answer,
    Kept,
    What,
    is_them,
    kept_from_all,
    outcome_sentence,
)
from conferences.rules.local_days import EXCLUSIONS, LocalDay
from conferences.rules.quoracy import PRESENT
from conferences.rules.workflow import OPEN_REQUESTS, STANDING, BookingState, RequestState
from safeguarding.access import Permission, can, get, scope
from safeguarding.clock import day_of
from safeguarding.models import Person, Relationship, User

PEOPLE = (
    *("person", "put_by", "decided_by", "told_by", "outcome_by", "lifted_by", "let_in_by", "untold_by"),
    "saved_by",
)


def exclusions_of(user: User, request: Request) -> list[Exclusion]:
    """All of a request in scope, those that stand first, with their people: one query."""
    rows: QuerySet[Exclusion] = scope(user, Exclusion).filter(request=request)
    return sorted(rows.select_related(*PEOPLE), key=lambda one: (one.lifted_at is not None, one.pk))


def standing_exclusions(request: Request | int) -> list[Exclusion]:
    """Those that stand of a request in scope, for an operation that was given it."""
    rows = Exclusion.objects.unscoped("who is excluded from a conference in scope")
    return list(rows.filter(request=request, lifted_at=None))


def kept_of(exclusions: Collection[Exclusion]) -> list[Kept]:
    """Those who are excluded, as the rules know them."""
    return [Kept(one.name, one.answer, one.person_id) for one in exclusions if one.is_in_force]


def kept_from(request: Request | int) -> list[Kept]:
    """Who is excluded from the conference of a request in scope."""
    return kept_of(standing_exclusions(request))


def exclusion_of(exclusions: Collection[Exclusion], name: str, person: int | None) -> Exclusion | None:
    """By which of these somebody of the family is excluded; None where by none."""
    for one in exclusions:
        if one.is_in_force and is_them(Kept(one.name, one.answer, one.person_id), name, person):
            return one
    return None


def is_kept_out(exclusions: Collection[Exclusion], name: str, person: int | None) -> bool:
    """Whether somebody of the family is excluded from all of it by these."""
    one = exclusion_of(exclusions, name, person)
    return one is not None and one.answer == Answer.WHOLE


def standing_of(exclusions: Collection[Exclusion], name: str, person: int | None) -> Exclusion | None:
    """Which of these asks for, or says, that somebody of the family is excluded; None where none does: one
    that the chair answered with no is over, and there may be another.
    """
    for one in exclusions:
        is_over = one.lifted_at is not None or one.answer == Answer.NOT
        if not is_over and is_them(Kept(one.name, one.answer, one.person_id), name, person):
            return one
    return None


def why_not_given(exclusions: Collection[Exclusion], person: Person, what: What) -> str:
    """Why nothing of the outcome is made for somebody, where they were excluded; "" where nothing is against
    it.
    """
    one = exclusion_of(exclusions, person.full_name, person.pk)
    if one is None:
        return ""
    return outcome_sentence(one.gets_letter if what is What.LETTER else one.gets_record, what)


def had_gone(exclusions: Collection[Exclusion], person: Person, day: dt.date) -> bool:
    """Whether something that went to somebody on a day went before the last was decided of their exclusion:
    that it should not have gone does not undo that it went.
    """
    one = exclusion_of(exclusions, person.full_name, person.pk)
    last = (one.outcome_at or one.decided_at) if one else None
    return last is not None and day < day_of(last)


def _moved_since() -> Q:
    """Whether the meeting in the diary was put where it stands after somebody was told of an exclusion from
    it: after that was recorded, or on a later day than the one on which they were told.
    """
    moved = BookingMove.objects.unscoped("when the meeting of an exclusion in hand was moved").filter(
        _after("moved_at"), booking__request=OuterRef("request"), chair_reason=""
    )
    booked = Booking.objects.unscoped("when the meeting of an exclusion in hand was scheduled").filter(
        _after("booked_at"), request=OuterRef("request"), state=BookingState.BOOKED, entered_reason=""
    )
    return Q(Exists(moved)) | Q(Exists(booked))


def exclusions_before(requests: Collection[int]) -> list[Any]:
    """Those that stand of requests in scope (ids), each with `is_settled`: not excluded, or told since the
    meeting was put where it stands. One query.
    """
    rows = Exclusion.objects.unscoped("who is excluded from conferences in scope")
    told = Q(told_date__isnull=False) & ~_moved_since()
    settled = Case(When(Q(answer=Answer.NOT.value) | told, then=True), default=False)
    return list(rows.filter(request__in=requests, lifted_at=None).annotate(is_settled=settled).order_by("pk"))


def _after(when: str) -> Q:
    later = Q((f"{when}__gt", OuterRef("told_at")))
    return later | Q((f"{when}__date__gt", OuterRef("told_date")))


def put_there_at(request: Request) -> dt.datetime | None:
    """When the meeting in the diary of a request in scope was put where it stands; None where there is
    none. Another chair on the day moves nothing.
    """
    rows = Booking.objects.unscoped("when the meeting of a request in scope was scheduled")
    moves = BookingMove.objects.unscoped("when the meeting of a request in scope was moved")
    booked = rows.filter(request=request, state=BookingState.BOOKED).values_list("booked_at", flat=True)
    moved = moves.filter(booking__request=request, chair_reason="").values_list("moved_at", flat=True)
    return max((*booked, *moved), default=None) if booked else None


def is_told_of_its_day(exclusion: Exclusion) -> bool:
    """Whether who is excluded by one in scope was told since the meeting was put where it stands."""
    rows = Exclusion.objects.unscoped("whether somebody was told of an exclusion in scope")
    return bool(rows.filter(pk=exclusion.pk, told_date__isnull=False).exclude(_moved_since()).exists())


def to_do(user: User, on: dt.date) -> list[Exclusion]:
    """What a chair still has to do for the exclusions of their conferences beside what falls due: tell of the
    day to which it was moved; once its day came, decide and see that the person is told; once it was held,
    whether they get what was decided. To who leads the unit, the same where the chair has left. And to who
    sends letters, and to the chair of the meeting, whom to tell that an exclusion stands no more, until that
    is done or somebody says why not. One query.
    """
    is_open = Q(request__state__in=[one.value for one in OPEN_REQUESTS])
    told = Q(told_date=None) & ~_falls_due(on) | Q(told_date__isnull=False) & _moved_since() & is_open
    given = Q(gets_letter="") & Q(request__state=RequestState.HELD.value)
    excluded = Q(answer__in=[one.value for one in EXCLUDED])
    undecided = Q(answer="") & is_open & ~_falls_due(on)
    whose = Q(chair=user)
    if can(user, Permission.EXCLUDE_IN_PLACE):
        whose |= Q(chair__is_active=False)
    chaired = Booking.objects.unscoped("the conferences that this person chairs, or nobody does any more")
    of_them = chaired.filter(whose, state__in=STANDING).values("request")
    stands = Q(undecided | (excluded & (told | given)), lifted_at=None)
    rows: QuerySet[Exclusion] = scope(user, Exclusion).filter(
        stands & Q(request__in=of_them) | _owes_let_in() & _tells(user)
    )
    return list(rows.select_related("request").order_by("asked_date", "pk"))


def _tells(user: User) -> Q:
    """Of which conferences this person tells whoever was excluded that it stands no more: of all, where they
    send the letters of all; a chair, of their own.
    """
    if not can(user, Permission.SEND_LETTERS):
        return Q(pk__in=[])
    if not can(user, Permission.RECORD_CONFERENCE):
        return Q()
    rows = Booking.objects.unscoped("the conferences that this person chairs")
    return Q(request__in=rows.filter(chair=user, state__in=STANDING).values("request"))


def _owes_let_in() -> Q:
    """Whether somebody was told that they are excluded and not that it stands no more; nor is there another
    exclusion of them, of which they are to be told instead.
    """
    again = (
        Exclusion.objects.unscoped("whether somebody of a list in hand is excluded anew")
        .filter(request=OuterRef("request"), lifted_at=None)
        .exclude(answer=Answer.NOT.value)
        .filter(
            Q(person=OuterRef("person"))
            | Q(name__iexact=OuterRef("name")) & (Q(person=None) | IsNull(OuterRef("person"), True))
        )
    )
    is_over = Q(lifted_at__isnull=False) | Q(answer=Answer.NOT.value)
    knew = Q(told_date__isnull=False) | Q(was_told_date__isnull=False)
    return is_over & knew & Q(let_in_at=None) & ~Q(Exists(again))


def _falls_due(on: dt.date) -> Q:
    """Whether deciding and telling are a deadline of the meeting, which stands on My work by itself."""
    rows = Booking.objects.unscoped("the meeting of an exclusion in hand").filter(
        request=OuterRef("request"),
        state=BookingState.BOOKED,
        entered_reason="",
        starts_at__date__gt=on,
    )
    return Q(Exists(rows))


@dataclass(frozen=True)
class ExclusionFacts:
    """One exclusion with the meeting that stands of its request, None while it is not in the diary."""

    exclusion: Exclusion
    meeting: Booking | None


def exclusion_in_scope(user: User, ref: UUID) -> ExclusionFacts:
    """Http404 where it is out of scope."""
    rows = Exclusion.objects.select_related("request", *PEOPLE)
    found: Exclusion = get(user, rows, ref=ref)
    return ExclusionFacts(found, meeting_of(user, found.request))


def meeting_of(user: User, request: Request) -> Booking | None:
    """The meeting of a request in scope that is in the diary or held."""
    rows: QuerySet[Booking] = scope(user, Booking).filter(request=request, state__in=STANDING)
    return rows.select_related("chair", "room").first()


def meeting_in_diary(request: Request) -> Booking | None:
    """The meeting in the diary of a request in scope, for an operation that was given it."""
    rows = Booking.objects.unscoped("the meeting of a request in scope").select_related("chair")
    found: Booking | None = rows.filter(request=request, state=BookingState.BOOKED).first()
    return found


def is_chair_of(request: Request, person: User) -> bool:
    """Whether somebody chairs the meeting in the diary of a request in scope: they alone decide."""
    return _chairs(request, person, [BookingState.BOOKED.value])


def was_chair_of(request: Request, person: User) -> bool:
    """The same, or chaired it where it was held."""
    return _chairs(request, person, list(STANDING))


def _chairs(request: Request, person: User, states: Sequence[str]) -> bool:
    rows = Booking.objects.unscoped("who chairs the meeting of a request in scope")
    return bool(rows.filter(request=request, state__in=states, chair=person).exists())


def is_booked(request: Request) -> bool:
    """Whether a request in scope has a meeting in the diary."""
    rows = Booking.objects.unscoped("the meeting of a request in scope")
    return bool(rows.filter(request=request, state=BookingState.BOOKED).exists())


def was_held_first(request: Request) -> bool:
    """Whether the meeting of a request in scope was held, and entered here later."""
    rows = Booking.objects.unscoped("the meeting of a request in scope")
    return bool(rows.filter(request=request, state__in=STANDING).exclude(entered_reason="").exists())


def tellings_before(exclusion: Exclusion) -> list[Any]:
    """How it was told of an exclusion in scope before what stands, the latest first: one query, of what the
    history keeps of each saving.
    """
    stands = (exclusion.told_how, exclusion.told_date)
    found: list[Any] = []
    events = exclusion.history.select_related("told_by").order_by("-pgh_id")  # type: ignore[attr-defined]
    for event in events:
        told = (event.told_how, event.told_date)
        if told != stands and event.told_date:
            found.append(event)
        stands = told
    return found


def attends(exclusion: Exclusion) -> bool:
    """Whether somebody is recorded as there, at the meeting in the diary, whom a chair would exclude."""
    rows = Attendance.objects.unscoped("who is at the meeting of a request in scope")
    here = rows.filter(
        record__booking__request=exclusion.request_id,
        record__booking__state=BookingState.BOOKED,
        is_family=True,
        mode__in=PRESENT,
    )
    whom = Kept(exclusion.name, Answer.WHOLE, exclusion.person_id)
    return any(is_them(whom, name, person) for name, person in here.values_list("name", "person"))


def excludable(user: User, request: Request) -> list[tuple[Person, Sequence[Relationship]]]:
    """Those of the family who may be asked to be excluded and are not yet, each with what they are to the
    children.
    """
    there = exclusions_of(user, request)
    found: dict[int, tuple[Person, list[Relationship]]] = {}
    for tie in family_of(user, request):
        if standing_of(there, tie.person.full_name, tie.person_id) is None:
            found.setdefault(tie.person_id, (tie.person, []))[1].append(tie)
    return list(found.values())


def on_list_still(user: User, exclusion: Exclusion) -> bool:
    """Whether somebody who is excluded from the whole conference is on the list of who is invited to it."""
    if not exclusion.is_in_force or exclusion.answer != Answer.WHOLE:
        return False
    rows = scope(user, Invitation).filter(request=exclusion.request_id, off_at=None, agency_kind="")
    return clash(rows, [exclusion]) != []


def clash(invited: Iterable[Invitation], exclusions: Collection[Exclusion]) -> list[str]:
    """The names of those who are on a list and excluded from the whole conference."""
    kept = kept_of(exclusions)
    return [
        one.name for one in invited if not one.agency_kind and kept_from_all(kept, one.name, one.person_id)
    ]


def asked_late(asked: dt.date, days: Collection[LocalDay]) -> LocalDay | None:
    """R21 (L): the local limit after which an exclusion was asked for; None where it was in time."""
    late = [day for day in days if day.what in EXCLUSIONS and asked > day.day]
    return late[0] if late else None
