"""One duty: the siblings in its line, whose it is, to whom it may be given, and its chain so far."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from conferences.models import Duty, DutyStep, Enquiry, Escalation, Notice, Plan, TransferIn
from conferences.models.duties import SUBJECT_FIELDS
from conferences.queries.clocks import clock_days, clocks
from conferences.queries.consultations import askers
from conferences.queries.consultations_second import concerned_in
from conferences.queries.days import Day, days_moved_of
from conferences.rules.deadlines import (
    CATALOGUE,
    Code,
    Holder,
    Reach,
    Subject,
)
from conferences.rules.deadlines_days import Due
from conferences.rules.deadlines_steps import BEFORE_CONFERENCE, CONFERENCES, OF_ONE_CHAIR, PutOffLimit
from safeguarding.access import Permission, can, get, scope
from safeguarding.access.teams import of_own_team
from safeguarding.accounts.leave import on_day
from safeguarding.models import Bar, RestrictedGrant, User
from safeguarding.models.user import in_roles
from safeguarding.policy.values import whole
from safeguarding.rights import SEES_OWN_TEAM, SEES_WHOLE_UNIT, Role
from safeguarding.workingdays import add_months

# What else the law sets for the child of one of these.
BY_CHILD = {Subject.ENQUIRY: Enquiry, Subject.TRANSFER_IN: TransferIn, Subject.PLAN: Plan}


# The days that somebody is told as such.
TOLD = (*CONFERENCES, Code.DECIDE_CONSULTATION)


@dataclass(frozen=True)
class Chain:
    """What happened to a duty and to those of other days before it: e-mails, what was passed up, steps."""

    duties: Sequence[Duty]
    notices: Sequence[Notice]
    escalations: Sequence[Escalation]
    steps: Sequence[DutyStep]


def duty_in_scope(user: User, ref: UUID) -> Duty:
    """The duty, else Http404."""
    found: Duty = get(
        user, Duty.objects.select_related("child", "child__family", "owner", "given_to"), ref=ref
    )
    return found


def line_of(user: User, duty: Duty) -> list[Duty]:
    """It and those of siblings that are due on the same day from the same person, of those that are seen."""
    of_family = Q(pk=duty.pk)
    if duty.child.family_id:
        same = {"kind": duty.kind, "due_date": duty.due_date, "owner": duty.owner_id}
        of_family |= Q(**same, child__family=duty.child.family_id, closed_at__isnull=duty.closed_at is None)
    rows = scope(user, Duty).filter(of_family).select_related("child", "child__family", "owner")
    return list(rows.order_by("pk"))


def is_ones_own(user: User, duty: Duty, on: dt.date) -> bool:
    """Whether it is this person's to do: theirs, their role's where nobody holds it, or as a deputy's; never
    the decision of what they asked for themselves.
    """
    of_who_left = duty.owner_id is None and duty.owner_role == Role.CHAIR and duty.kind in OF_ONE_CHAIR
    if of_who_left or user.pk in _askers([duty]):
        return False
    if duty.owner_id is None:
        return duty.owner_role in user.roles and _is_for(user, Role(duty.owner_role), duty)
    return duty.owner_id == user.pk or on_day(on).filter(person=duty.owner_id, deputy=user).exists()


def stands_above(user: User, duties: Collection[Duty]) -> list[Escalation]:
    """What of these was passed up to this person's role, and is not acknowledged."""
    mine = {"to_role__in": user.roles, "duty__in": duties, "acknowledged_at__isnull": True}
    return list(scope(user, Escalation).filter(**mine))


def may_be_given(user: User, duty: Duty) -> bool:
    """Whether this person may give it to another: a manager what is their team's, the Strategic Lead all.

    Only a meeting's own chair may do what is its chair's: that is given with the meeting.
    """
    row = CATALOGUE[Code(duty.kind)]
    if not can(user, Permission.REASSIGN_DUTY) or is_chairs(duty):
        return False
    if user.is_any(Role.STRATEGIC_LEAD):
        return True
    return row.reach is Reach.TEAM and _is_for(user, Role.TEAM_MANAGER, duty)


def _is_for(user: User, role: Role, duty: Duty) -> bool:
    """Whether it is within what the person does in a role: in a team's, of the own team alone."""
    if role not in SEES_OWN_TEAM or not user.is_any(*SEES_WHOLE_UNIT):
        return True
    return scope(user, Duty).filter(of_own_team(user), pk=duty.pk).exists()


def is_chairs(duty: Duty) -> bool:
    """Whether it is done by the chair of its meeting and by nobody else."""
    return CATALOGUE[Code(duty.kind)].holder is Holder.CHAIR and duty.owner_role == Role.CHAIR


def _askers(duties: Sequence[Duty]) -> set[int]:
    """Ids of those who asked for what is to be decided, and so may not; and of those who have a part in what
    a second opinion is wanted on.
    """
    asked = [one.consultation for one in duties if one.kind == Code.DECIDE_CONSULTATION]
    seconds = [one.consultation_id for one in duties if one.kind == Code.SECOND_OPINION]
    return set().union(*(askers(one) for one in asked if one), concerned_in(seconds))


def takers(user: User, duties: Sequence[Duty], at: dt.datetime) -> QuerySet[User]:
    """Those to whom this person may give these: who may do it and may see each of the children, by name."""
    row = CATALOGUE[Code(duties[0].kind)]
    found = User.objects.filter(in_roles(*row.able), is_active=True, is_system=False)
    if user.is_any(Role.TEAM_MANAGER) and not user.is_any(Role.STRATEGIC_LEAD):
        found = found.filter(team=user.team_id)
    barred = Bar.objects.filter(family__in={one.child.family_id for one in duties}, lifted_at=None)
    found = found.exclude(pk__in=barred.values("user")).exclude(pk__in=_askers(duties))
    for child in (one.child for one in duties):
        live = RestrictedGrant.objects.filter(
            user=OuterRef("pk"), child=child, ended_at=None, granted_at__lte=at, until_at__gt=at
        )
        teams = child.allocations.filter(end_date=None).values("team")
        own_team = in_roles(*SEES_WHOLE_UNIT) | in_roles(*SEES_OWN_TEAM) & Q(team__in=teams)
        found = found.filter(Exists(live) if child.is_restricted else Exists(live) | own_team)
    return found.order_by("full_name")


def put_off_limit(duties: Sequence[Duty], on: dt.date) -> PutOffLimit:
    """Until when these may be put off on a day: by the law, and by how long the council lets work wait."""
    months = whole("PUT_OFF_MONTHS", on)
    return PutOffLimit(_law_day(duties, on), add_months(on, months), months)


def _law_day(duties: Sequence[Duty], on: dt.date) -> dt.date | None:
    """The day by which the law wants it, or the conference that it leads to: the children's earliest."""
    code = Code(duties[0].kind)
    if CATALOGUE[code].is_statutory:
        return min(one.due_date for one in duties)
    if code not in BEFORE_CONFERENCE:
        return None
    return min(_conference_days([one.child_id for one in duties], on), default=None)


def _conference_days(children: Collection[int], on: dt.date) -> list[dt.date]:
    """The days by which the law wants these children's conferences that were not held by a day: one that is
    in the diary may leave it again.
    """
    ids = {
        subject: set(
            model.objects.unscoped("what the law sets for a child in scope")
            .filter(child__in=children)
            .values_list("pk", flat=True)
        )
        for subject, model in BY_CHILD.items()
    }
    running = [
        clock for clock in clocks(CONFERENCES, subjects=set().union(*ids.values())) if clock.is_open(on)
    ]
    return [one.due for one in running if one.due and one.subject in ids[CATALOGUE[one.code].subject]]


def why_due(duty: Duty) -> Due | None:
    """How its day was counted; None where it is counted otherwise by now."""
    row = CATALOGUE[Code(duty.kind)]
    subject = getattr(duty, f"{SUBJECT_FIELDS[row.subject]}_id")
    if subject is None:  # Its plan was none.
        return None
    days = [due for _, due in clock_days([row.code], subjects=[subject]) if due.date == duty.due_date]
    return days[-1] if days else None


def moved_of_duty(duty: Duty, line: Collection[Duty]) -> list[Day]:
    """The day of an open duty where somebody was told another: for each child of its line. None else."""
    if duty.closed_at or Code(duty.kind) not in TOLD:
        return []
    moved = days_moved_of([one.child for one in line])
    return [one.day for one in moved if one.day.now and one.day.now.code == duty.kind]


def chain_of(user: User, duty: Duty) -> Chain:
    """The chain of a duty in scope, with what was done with those of other days of the same subject."""
    subject = {f"{field}_id": getattr(duty, f"{field}_id") for field in SUBJECT_FIELDS.values()}
    same = {"kind": duty.kind, "child_id": duty.child_id, **subject}
    duties = list(scope(user, Duty).filter(**same).order_by("raised_at", "pk"))
    told = Notice.objects.filter(duty__in=duties).select_related("recipient", "message")
    up = scope(user, Escalation).filter(duty__in=duties).select_related("to_user", "acknowledged_by")
    steps = scope(user, DutyStep).filter(duty__in=duties).select_related("done_by", "given_to")
    return Chain(duties, list(told.order_by("pk")), list(up), list(steps))
