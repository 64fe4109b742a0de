"""What a conference leaves for each child's plan: who may be of a core group, the last days, what stands."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from django.db.models import Max, Q, QuerySet

from conferences.models import Booking, ChildPart, CoreGroup, CoreGroupMember, MeetingRecord, NextDates, Plan
from conferences.queries.exclusions import kept_from
from conferences.queries.invitations import list_of
from conferences.rules.deadlines import CATALOGUE, Code
from conferences.rules.deadlines_limits import BothClocks, LocalWeeks, Setting, WorkingDays
from conferences.rules.exclusions import kept_from_all
from conferences.rules.recording_next import (
    CHILD,
    CORE_GROUP,
    NEXT_REVIEW,
    REVIEW,
    Candidate,
    LastDay,
    MemberTold,
    NextTold,
    begins,
    group_words,
    has_next,
    key_of,
    next_problems,
)
from safeguarding.access import scope
from safeguarding.bankholidays import england, names
from safeguarding.models import Allocation, Relationship, User
from safeguarding.policy.limits_endings import FORBIDDEN
from safeguarding.policy.values import limits_over_time, value
from safeguarding.policy.words import role_words
from safeguarding.refusals import Problem
from safeguarding.register.agencykinds import SOCIAL_CARE
from safeguarding.register.codes import RelationshipKind
from safeguarding.rights import Role
from safeguarding.workingdays import OutsideCalendar, add_days, days_between

WHY = "what a record in hand leaves for the plans of its children"
PARENTS = frozenset([RelationshipKind.MOTHER.value, RelationshipKind.FATHER.value])
HOLIDAY, WEEKEND = "it is a bank holiday ({name})", "nobody works on that day"
UNKNOWN = "the bank holidays of that year are not known yet"


@dataclass(frozen=True)
class NextShown:
    """What stands for one child: the dates, and who is of the core group, the lead first."""

    dates: NextDates | None = None
    members: Sequence[CoreGroupMember] = field(default_factory=tuple)
    is_first: bool = True

    @property
    def told(self) -> NextTold:
        return told_of(self.dates, self.members)

    @property
    def group(self) -> str:
        return group_words(is_first=self.is_first)


def next_of(user: User, record: MeetingRecord) -> dict[int, NextShown]:
    """{part: what stands} of a record in scope whose parts are loaded: two queries."""
    return _shown(
        record.parts.all(),
        scope(user, NextDates).filter(part__record=record),
        scope(user, CoreGroupMember).filter(part__record=record, in_error=False, ended_date=None),
    )


def next_in_hand(parts: Collection[ChildPart]) -> dict[int, NextShown]:
    """The same for an operation that holds the parts."""
    ids = [part.pk for part in parts]
    return _shown(
        parts,
        NextDates.objects.unscoped(WHY).filter(part__in=ids),
        CoreGroupMember.objects.unscoped(WHY).filter(part__in=ids, in_error=False, ended_date=None),
    )


def _shown(
    parts: Iterable[ChildPart], dates: Iterable[NextDates], members: Iterable[CoreGroupMember]
) -> dict[int, NextShown]:
    days = {one.part_id: one for one in dates}
    people: dict[int, list[CoreGroupMember]] = {}
    for one in members:
        people.setdefault(one.part_id, []).append(one)
    return {
        part.pk: NextShown(
            days.get(part.pk),
            tuple(sorted(people.get(part.pk, []), key=lambda one: not one.is_lead)),
            begins(part.requested_child.kind, part.outcome),
        )
        for part in parts
    }


def told_of(dates: NextDates | None, members: Iterable[CoreGroupMember]) -> NextTold:
    """What stands, as it is told."""
    keys = {member_key(one): one for one in members}
    lead = next((key for key, one in keys.items() if one.is_lead), "")
    if dates is None:
        return NextTold(members=frozenset(keys), lead=lead)
    return NextTold(
        dates.core_group_date,
        dates.core_group_time,
        dates.review_date,
        dates.review_time,
        dates.late_words,
        frozenset(keys),
        lead,
    )


def members_of(user: User, dates: NextDates) -> list[CoreGroupMember]:
    """Who is of the core group that stands beside dates in scope, the lead worker first."""
    rows = scope(user, CoreGroupMember).filter(part=dates.part_id, in_error=False, ended_date=None)
    return list(rows.order_by("-is_lead", "pk"))


def members_told(shown: NextShown | None) -> tuple[MemberTold, ...]:
    """Who is of a core group, the lead worker first."""
    people = shown.members if shown else ()
    return tuple(MemberTold(one.name, one.role, one.person_id, one.is_lead) for one in people)


def member_key(one: CoreGroupMember) -> str:
    return key_of(one.name, one.agency_kind, one.person_id, one.worker_id, is_child=one.is_child)


# ----- The last days ---------------------------------------------------------------------------------------


@dataclass(frozen=True)
class NextLimits:
    """What the dates of the children of a meeting are held to. `held` is its day; `met` when the core group
    of each plan met last.
    """

    held: dt.date
    met: Mapping[int, dt.date]
    setting: Setting
    is_late_forbidden: bool

    def days(self, part: ChildPart) -> list[LastDay]:
        """By when the core group meets and the plan is reviewed, by the decision as it stands, or if a plan
        is decided: counted as the catalogue of deadlines counts. None outside the known bank holidays.
        """
        asked = part.requested_child
        if not has_next(part.outcome):
            return []
        is_first = begins(asked.kind, part.outcome)
        started = self.held if is_first else self.met.get(asked.plan_id or 0)
        group = _group_day(started, self.setting, is_first=is_first) if started else None
        found = (group, _review_day(self.held, self.setting, is_first=is_first))
        return [replace(one, is_past=_is_past(one.day, self.held)) for one in found if one]

    def problems(self, part: ChildPart, told: NextTold) -> list[Problem]:
        """What is wrong with the dates of a child; nothing where none is chosen."""
        if told == NextTold(late_words=told.late_words, members=told.members, lead=told.lead):
            return []
        return next_problems(
            told,
            self.held,
            self.days(part),
            why_off,
            is_late_forbidden=self.is_late_forbidden,
            group=group_words(is_first=begins(part.requested_child.kind, part.outcome)),
        )


def limits_of(parts: Iterable[ChildPart], held: dt.date) -> NextLimits:
    """Of the children of a meeting in hand: three queries."""
    plans = [part.requested_child.plan_id for part in parts if part.requested_child.plan_id]
    groups = CoreGroup.objects.unscoped(WHY).filter(plan__in=plans, in_error=False)
    met = dict(groups.values_list("plan").annotate(Max("held_date")).order_by())
    setting = limits_over_time(["CORE_GROUP_INTERVAL_WEEKS"]).whole
    return NextLimits(held, met, setting, is_late_forbidden(held))


def _is_past(last: dt.date, held: dt.date) -> bool:
    """Whether no day is left after the conference on which somebody works by the last day."""
    days = range(1, days_between(held, last) + 1)
    return all(why_off(add_days(held, n)) for n in days)


def _group_day(started: dt.date, setting: Setting, *, is_first: bool) -> LastDay | None:
    code = Code.HOLD_FIRST_CORE_GROUP if is_first else Code.HOLD_CORE_GROUP
    limit = CATALOGUE[code].limit
    assert isinstance(limit, WorkingDays | LocalWeeks)
    try:
        counted = limit.counted(started, england(), setting)
    except OutsideCalendar:
        return None
    what = group_words(is_first=is_first)
    return LastDay(CORE_GROUP, what, counted.day, counted.explanation, is_law=is_first)


def _review_day(held: dt.date, setting: Setting, *, is_first: bool) -> LastDay:
    limit = CATALOGUE[Code.HOLD_REVIEW].limit
    assert isinstance(limit, BothClocks)
    counted = limit.counted(held, england(), setting, is_first=is_first)
    return LastDay(REVIEW, NEXT_REVIEW, counted.day, counted.explanation)


def why_off(day: dt.date) -> str:
    """Why nobody works on a day; "" where they do."""
    try:
        works = england().is_working_day(day)
    except OutsideCalendar:
        return UNKNOWN
    if works:
        return ""
    name = names().get(day)
    return HOLIDAY.format(name=name) if name else WEEKEND


def is_late_forbidden(held: dt.date) -> bool:
    return value("NEXT_DATE_AFTER_LAST_DAY", held) == FORBIDDEN


# ----- Who may be of it ------------------------------------------------------------------------------------


def candidates(part: ChildPart, booking: Booking, on: dt.date) -> list[Candidate]:
    """Who may be of a child's core group: the child, who belongs to them, their worker, who was invited or
    came, and who is of it already or was of the group before. Each once.
    """
    child = part.requested_child.child
    kept = kept_from(booking.request_id)
    found: dict[tuple[str, ...], Candidate] = {}
    for one in (*_family(child.pk), *_workers(child.pk, on), *_by_name(part, booking)):
        is_out = not one.agency_kind and kept_from_all(kept, one.name, one.person)
        found.setdefault(one.who, replace(one, is_excluded=is_out))
    for one in _before(part):
        # As whom they were chosen: their worker may have become theirs since.
        is_out = not one.agency_kind and kept_from_all(kept, one.name, one.person)
        known = found.get(one.who, replace(one, is_excluded=is_out))
        found[one.who] = replace(known, key=one.key, worker=one.worker)
    return [*([] if child.is_unborn else [_child(part)]), *found.values()]


def _child(part: ChildPart) -> Candidate:
    return Candidate(CHILD, part.requested_child.child.display_name, "The child")


def _family(child: int) -> list[Candidate]:
    ties = Relationship.objects.unscoped(WHY).filter(child=child, end_date=None, in_error=False)
    return [
        Candidate(
            key_of("", "", tie.person_id, None, is_child=False),
            tie.person.full_name,
            tie.get_kind_display(),
            person=tie.person_id,
            is_parent=tie.kind in PARENTS,
        )
        for tie in ties.select_related("person").order_by("person__full_name", "person", "pk")
    ]


def _workers(child: int, on: dt.date) -> list[Candidate]:
    rows = Allocation.objects.unscoped(WHY).filter(child=child, end_date=None, worker__isnull=False)
    role = role_words(Role.SOCIAL_WORKER, on).first
    return [
        Candidate(
            key_of("", "", None, one.worker_id, is_child=False),
            one.worker.full_name,
            role,
            SOCIAL_CARE,
            worker=one.worker_id,
        )
        for one in rows.select_related("worker")
    ]


def _by_name(part: ChildPart, booking: Booking) -> list[Candidate]:
    """Who came and who was invited, but for those of the family on record: they stand there by their tie."""
    came: list[Any] = list(part.record.attendances.all())
    invited: list[Any] = [one for one in list_of(booking.request) if not one.requested_child_id]
    return [
        Candidate(
            key_of(one.name, one.agency_kind, None, None, is_child=False), one.name, one.role, one.agency_kind
        )
        for one in (*came, *invited)
        if one.person_id is None
    ]


def _before(part: ChildPart) -> list[Candidate]:
    """Who is of it as it stands, and was of the group that the last conference left."""
    rows = CoreGroupMember.objects.unscoped(WHY).filter(
        part__in=[part.pk, *_earlier(part)], in_error=False, ended_date=None
    )
    return [
        Candidate(member_key(one), one.name, one.role, one.agency_kind, one.person_id, one.worker_id)
        for one in rows
        if not one.is_child
    ]


def _earlier(part: ChildPart) -> list[int]:
    """The part of the signed record before this one about the plan under review, as a list of one or none."""
    plan = part.requested_child.plan_id
    if plan is None:
        return []
    parts = ChildPart.objects.unscoped(WHY).exclude(pk=part.pk).filter(conference_child__isnull=False)
    about = parts.filter(conference_child__plan=plan) | parts.filter(conference_child__plan_begun=plan)
    last = about.order_by("-record__booking__starts_at").values_list("pk", flat=True).first()
    return [last] if last else []


def joinable(dates: NextDates, on: dt.date) -> list[Candidate]:
    """Whom the service knows who may join a core group that stands beside dates in scope."""
    part = dates.part
    rows = CoreGroupMember.objects.unscoped(WHY).filter(part=part, in_error=False, ended_date=None)
    there = {member_key(one) for one in rows}
    return [one for one in candidates(part, part.record.booking, on) if one.key not in there]


def group_before(part: ChildPart) -> NextTold:
    """Who was of the group that the last conference left, to begin with."""
    rows = CoreGroupMember.objects.unscoped(WHY).filter(
        part__in=_earlier(part), in_error=False, ended_date=None
    )
    return told_of(None, rows)


def planned_of(user: User, plan: Plan | None) -> NextDates | None:
    """The dates that the last conference about a plan in scope chose: one query; none without a plan."""
    if plan is None:
        return None
    about = Q(part__conference_child__plan=plan) | Q(part__conference_child__plan_begun=plan)
    rows: QuerySet[NextDates] = scope(user, NextDates).filter(about)
    rows = rows.select_related("part__conference_child__conference")
    return rows.order_by("-part__record__booking__starts_at").first()
