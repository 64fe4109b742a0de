"""Who is invited to a conference, as somebody may read it, and whom else it may be good to invite."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.db.models import Case, F, OuterRef, Q, QuerySet, Subquery, When

from conferences.models import (
    Attendance,
    Booking,
    Exclusion,
    Invitation,
    MeetingRecord,
    QuorumChoice,
    ReportChase,
    Request,
    RequestedChild,
)
from conferences.queries.exclusions import exclusions_of, is_kept_out
from conferences.queries.invitations_reports import chases_of, choice_of, is_waited_for, put_there_at
from conferences.queries.invitations_showings import readers_of, unshown, with_showings
from conferences.queries.recording import family_of, workers_of
from conferences.queries.scheduling import request_in_scope
from conferences.queries.scheduling_days import days_around_day
from conferences.rules.invitations import Asked, forecast, is_invited
from conferences.rules.local_days import TO_FAMILY, TO_UNIT, LocalDay
from conferences.rules.workflow import STANDING, RecordState
from safeguarding.access import get, scope
from safeguarding.clock import day_of
from safeguarding.models import AgencyKind, Person, Relationship, User
from safeguarding.policy.values import whole
from safeguarding.register.agencykinds import SOCIAL_CARE
from safeguarding.wording import joined


@dataclass(frozen=True)
class Listed:
    """Who is on the list of a request in scope, and who was taken off: each with `kind_name`, the words for
    their kind of agency (None for the family). `forecast` says whether the meeting will be quorate;
    `put_there_at` is when it was scheduled or last moved, None while it is not in the diary;
    `exclusions` are those of its conference.
    """

    request: Request
    people: Sequence[Invitation]
    taken_off: Sequence[Invitation]
    forecast: str
    put_there_at: dt.datetime | None
    exclusions: Sequence[Exclusion] = field(default=(), kw_only=True)

    @property
    def put_there(self) -> dt.date | None:
        """The day on which the meeting was scheduled or last moved."""
        return day_of(self.put_there_at) if self.put_there_at else None

    @property
    def uninvited(self) -> list[Invitation]:
        """Who is to be invited still, or anew since the meeting was moved."""
        return [one for one in self.people if not is_invited(one.invited_date, self.put_there)]

    @property
    def to_invite(self) -> list[Invitation]:
        """The same without whoever of the family is excluded from all of it: nobody invites them."""
        return [
            one
            for one in self.uninvited
            if one.agency_kind
            or one.requested_child_id
            or not is_kept_out(self.exclusions, one.name, one.person_id)
        ]

    @property
    def late_reports(self) -> list[Invitation]:
        """Whose report is asked for and has not come."""
        return [one for one in self.people if is_waited_for(one)]

    @property
    def unshown_reports(self) -> list[Invitation]:
        """Whose report came, and is still to be shown to somebody of the family."""
        return unshown(self.people, self.readers)

    @property
    def readers(self) -> list[Invitation]:
        """Who of the family is to be shown each report."""
        return readers_of(self.people, self.exclusions)


@dataclass(frozen=True)
class Invited(Listed):
    """The same with the meeting that is in the diary or held, None while there is none, what is asked of
    reports by when, how late ones were chased, and why its chair goes on with too few agencies.
    """

    meeting: Booking | None
    report_days: Sequence[LocalDay]
    chases: Sequence[ReportChase] = ()
    choice: QuorumChoice | None = None

    def day_for(self, to: Collection[str]) -> dt.date | None:
        """The day by which reports are at the unit (TO_UNIT), or were shown to the family (TO_FAMILY)."""
        return min((day.day for day in self.report_days if day.what in to), default=None)


@dataclass(frozen=True)
class Suggested:
    """Whom it may be good to invite and who is not on the list: of the family each with what they are to the
    children, the children's workers, who came of agencies to the last conference of one of them, and the
    children themselves.
    """

    family: Sequence[tuple[Person, Sequence[Relationship]]]
    workers: Sequence[User]
    last_time: Sequence[Attendance]
    children: Sequence[RequestedChild] = ()


def invited_in_scope(user: User, ref: UUID, on: dt.date) -> Invited:
    """By the request's reference, `on` a day. Http404 where it is not in the person's scope."""
    return invited_of(user, request_in_scope(user, ref), on)


def invited_of(user: User, request: Request, on: dt.date) -> Invited:
    """The list of a request loaded with its children: six queries, or nine once it has a meeting."""
    meetings = scope(user, Booking).filter(request=request, state__in=STANDING)
    meeting = meetings.select_related("room").first()
    meets = day_of(meeting.starts_at) if meeting else None
    known = listed(user, request, meets or on)
    days = days_around_day(request, meets) if meets else []
    asked = [day for day in days if day.what in TO_UNIT | TO_FAMILY]
    chases = chases_of(user, request)
    choice = choice_of(user, meeting, known.put_there_at) if meeting else None
    return Invited(**vars(known), meeting=meeting, report_days=asked, chases=chases, choice=choice)


def listed(user: User, request: Request, on: dt.date) -> Listed:
    """The list of a request in scope, for a meeting `on` a day: four queries."""
    rows = with_kinds(scope(user, Invitation).filter(request=request))
    everybody: list[Any] = list(rows.select_related("person", "told_by", "off_by"))
    there = [one for one in everybody if one.off_at is None]
    asked = [Asked(one.counted_as or "", one.reply) for one in there]
    foretold = forecast(asked, others_needed=whole("QUORUM_OTHER_AGENCIES", on))
    gone = [one for one in everybody if one.off_at is not None]
    kept = exclusions_of(user, request)
    return Listed(request, there, gone, foretold, put_there_at(request.pk), exclusions=kept)


def on_list(user: User, request: Request) -> list[Invitation]:
    """Who is invited to the conference of a request in scope."""
    rows: QuerySet[Invitation] = scope(user, Invitation).filter(request=request, off_at=None)
    return list(with_showings(rows).select_related("person"))


def list_of(request: Request) -> list[Invitation]:
    """The same for an operation that was given the request, whoever does it."""
    rows = Invitation.objects.unscoped("the list of a request in hand")
    return list(rows.filter(request=request, off_at=None))


def with_kinds(rows: QuerySet[Invitation]) -> QuerySet[Invitation]:
    """Each with the words for its kind, to whom its report was shown, and with what it counts as towards a
    quorum now: of who attended the database says it (Attendance.counted_as).
    """
    kinds = AgencyKind.objects.filter(code=OuterRef("agency_kind"))
    alone = Case(When(Q(counts_with="") | Q(code=SOCIAL_CARE), then=F("code")), default=F("counts_with"))
    counted = kinds.filter(counts=True).annotate(counted_as=alone).values("counted_as")
    names = {"kind_name": Subquery(kinds.values("name")), "counted_as": Subquery(counted)}
    return with_showings(rows).annotate(**names)


def invitation_in_scope(user: User, ref: UUID) -> Invitation:
    """One that is on its list. Http404 where it is out of scope, or was taken off."""
    rows = Invitation.objects.filter(off_at=None).select_related("request", "person", "told_by")
    found: Invitation = get(user, rows, ref=ref)
    return found


def kinds_in_use() -> list[AgencyKind]:
    """The kinds of agency of which somebody may be invited, by name."""
    return list(AgencyKind.objects.filter(is_active=True))


def related_people(request: Request, people: Collection[int]) -> set[int]:
    """Which of these people (ids) belong to a child of a request, or to one's family."""
    children = RequestedChild.objects.unscoped("the children of a request in scope").filter(request=request)
    of = children.values("child")
    ties = Relationship.objects.unscoped("who belongs to the children of a request in scope").filter(
        child__in=of, person__in=people, in_error=False
    )
    family = Person.objects.unscoped("the family of a request in scope").filter(
        pk__in=people, family__children__in=of
    )
    return {*ties.values_list("person", flat=True), *family.values_list("pk", flat=True)}


def suggested_for(user: User, invited: Invited) -> Suggested:
    """Whom to think of for a list in scope, without those who stand on it: four queries."""
    request = invited.request
    children = [asked.child_id for asked in request.children.all()]
    people = {one.person_id for one in invited.people}
    asked = {one.requested_child_id for one in invited.people}
    names = {one.name.lower() for one in invited.people}
    return Suggested(
        family=[(tie, ties) for tie, ties in _by_person(family_of(user, request)) if tie.pk not in people],
        workers=[one for one in workers_of(user, request) if one.full_name.lower() not in names],
        last_time=[one for one in _last_time(user, children) if one.name.lower() not in names],
        children=[one for one in request.children.all() if one.pk not in asked and not one.child.is_unborn],
    )


def _by_person(ties: Sequence[Relationship]) -> list[tuple[Person, list[Relationship]]]:
    told: dict[int, tuple[Person, list[Relationship]]] = {}
    for tie in ties:
        told.setdefault(tie.person_id, (tie.person, []))[1].append(tie)
    return list(told.values())


def _last_time(user: User, children: Sequence[int]) -> list[Attendance]:
    """Those of agencies at the last conference that was signed of one of these children."""
    records = scope(user, MeetingRecord).filter(
        state=RecordState.SIGNED, booking__request__children__child__in=children
    )
    last = records.order_by("-booking__starts_at").values_list("pk", flat=True).first()
    if last is None:
        return []
    rows = scope(user, Attendance).filter(record=last, is_family=False).exclude(agency_kind=SOCIAL_CARE)
    return list(rows)


def title_of(request: Request) -> str:
    """Whose conference it is: the children of a request that is loaded with them, by name."""
    return joined([asked.child.display_name for asked in request.children.all()])


def told_ties(ties: Sequence[Relationship]) -> str:
    """What somebody is to the children: "Mother of Amy; mother of Jonah"."""
    said = [f"{one.get_kind_display()} of {one.child.given_names or one.child.display_name}" for one in ties]
    return "; ".join(said)[:100]
