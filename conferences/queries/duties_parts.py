"""What each list of My work holds: one's own, those of somebody who is away, the team's, the unit's."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import reduce
from operator import or_
from uuid import UUID

from django.db.models import BigIntegerField, Exists, OuterRef, Q, QuerySet
from django.db.models.functions import Coalesce

from conferences.models import Duty, Escalation, RequestedChild
from conferences.models.duties import SUBJECT_FIELDS
from conferences.queries.consultations import asked_by
from conferences.queries.consultations_second import kept_from
from conferences.queries.duties_lines import Part
from conferences.queries.scheduling import MIDNIGHT
from conferences.rules.deadlines import Code
from conferences.rules.deadlines_steps import CONFERENCES, OF_ONE_CHAIR, REQUESTS
from conferences.rules.scheduling import moment
from safeguarding.access import Permission, can, scope
from safeguarding.access.teams import of_own_team
from safeguarding.accounts.leave import on_day
from safeguarding.bankholidays import england
from safeguarding.models import GoLive, User
from safeguarding.models.base import ScopedQuerySet
from safeguarding.rights import SEES_OWN_TEAM, Role
from safeguarding.workingdays import week_end

# For so many working days what is done stays in sight.
DAYS_DONE = 5
OVERSEES = (Role.STRATEGIC_LEAD, Role.MANAGER)
# Whose lists hold other people's work, for whom a list can be narrowed to one of them.
SEES_OTHERS = (Role.TEAM_MANAGER, Role.BUSINESS_SUPPORT, *OVERSEES)
# For those whose work is conferences.
OF_CONFERENCES = (Part.CONFERENCES, Part.WAITING, Part.DONE, Part.STAND_IN)
OWN = (Part.TODAY, Part.WEEK, Part.LATER)
# The lists of what others are to do.
OTHERS = (Part.STAND_IN, Part.TEAM, Part.UNBOOKED, Part.UNSIGNED, Part.WAITING)


@dataclass(frozen=True)
class Filters:
    """To what the lists are narrowed: a kind of duty, whose it is, what is late; empty: to nothing."""

    kind: str = ""
    owner: UUID | None = None
    is_late: bool = False

    def of(self, duties: ScopedQuerySet, on: dt.date) -> ScopedQuerySet:
        """Those of the duties that are asked for."""
        if self.kind:
            duties = duties.filter(kind=self.kind)
        if self.owner:
            duties = duties.filter(owner__ref=self.owner)
        return duties.filter(due_date__lt=on) if self.is_late else duties


NO_FILTERS = Filters()
OWNERS = "who has work, for those who see everybody's; neither child nor duty is read"


def parts(user: User) -> list[Part]:
    """The lists that this person has, in their order."""
    has = {
        Part.TEAM: user.is_any(Role.TEAM_MANAGER),
        Part.UNBOOKED: user.is_any(*OVERSEES),
        Part.UNSIGNED: user.is_any(*OVERSEES),
        **dict.fromkeys(OF_CONFERENCES, can(user, Permission.READ_REQUEST)),
    }
    return [part for part in Part if has.get(part, True)]


@dataclass(frozen=True)
class Live:
    """Since which day the service is live, and whether anything is open that was due before."""

    since: dt.date | None
    has_before: bool = False


def live_on(on: dt.date) -> Live:
    """As it is on a day: one query."""
    # By role, as the index of what is open is.
    before = Duty.objects.unscoped("whether anything is open that was due before go-live").filter(
        closed_at=None, owner_role__in=[*Role], due_date__lt=OuterRef("day")
    )
    found = GoLive.objects.filter(day__lte=on).values_list("day", Exists(before)).first()
    return Live(*found) if found else Live(None)


def duties_of(user: User, on: dt.date, filters: Filters, live: Live) -> dict[Part | None, ScopedQuerySet]:
    """The duties of each list but those of one's own, which are under None."""
    others = [part for part in parts(user) if part not in (*OWN, Part.CONFERENCES)]
    if not live.has_before:
        others.remove(Part.BEFORE)
    own = filters.of(own_duties(user, live.since), on)
    return {None: own, **{part: duties_of_part(user, part, on, filters, live.since) for part in others}}


def own_duties(user: User, since: dt.date | None) -> ScopedQuerySet:
    """What is open and this person's own, in the lists by its day; due since the service is live."""
    return _open(user, since).filter(_mine(user))


def duties_of_part(
    user: User, part: Part, on: dt.date, filters: Filters, since: dt.date | None
) -> ScopedQuerySet:
    """The duties of one list; `since` is the day from which the service is live."""
    if part is Part.DONE:
        return filters.of(_done(user, on), on)
    if part is Part.BEFORE:
        return filters.of(_before(user, on, since), on)
    if part in OWN:
        return filters.of(_open(user, since).filter(_mine(user), _by_day(part, on)), on)
    rows = _open(user, since).exclude(_mine(user))
    return filters.of(rows.filter(_of_others(user, part, on)), on)


def owners(user: User) -> list[User]:
    """The people whose duties this person sees, by name; nobody where they see their own alone."""
    if not user.is_any(*SEES_OTHERS):
        return []
    is_wide = user.is_any(*SEES_OTHERS[1:])
    duties = Duty.objects.unscoped(OWNERS) if is_wide else _open(user, None).filter(of_own_team(user))
    own = duties.filter(owner=OuterRef("pk"), closed_at__isnull=True)
    return list(User.objects.filter(Exists(own)).only("ref", "full_name"))


def _rows(user: User) -> ScopedQuerySet:
    subject = Coalesce(*SUBJECT_FIELDS.values(), output_field=BigIntegerField())
    rows: ScopedQuerySet = scope(user, Duty).exclude(_others_second(user)).annotate(subject=subject)
    return rows


def _others_second(user: User) -> Q:
    """The second opinions that are none of this person's business: to whoever may not give one, that it is
    asked for would tell which decisions were drawn.
    """
    seconds = Q(kind=Code.SECOND_OPINION)
    if not can(user, Permission.GIVE_SECOND_OPINION):
        return seconds
    return seconds & Q(consultation__in=kept_from(user).values("answer__consultation"))


def _open(user: User, since: dt.date | None) -> ScopedQuerySet:
    rows = _rows(user).filter(closed_at__isnull=True)
    return rows.filter(due_date__gte=since) if since else rows


def _before(user: User, on: dt.date, since: dt.date | None) -> ScopedQuerySet:
    """What would stand in any of this person's lists, and was due before the service went live."""
    rows = _rows(user).filter(closed_at__isnull=True, due_date__lt=since or dt.date.min)
    others = [_of_others(user, part, on) for part in parts(user) if part in OTHERS]
    return rows.filter(reduce(or_, others, _mine(user)))


def _done(user: User, on: dt.date) -> ScopedQuerySet:
    """What this person met lately: by their own act, or theirs to do and met by another's."""
    since = england().add(on, -DAYS_DONE).due
    own = Q(met_by=user) | Q(met_by__isnull=True, owner=user)
    return _rows(user).filter(own, closed_because="MET", closed_at__date__gte=since)


def _by_day(part: Part, on: dt.date) -> Q:
    is_put_off = Q(put_off_until_date__isnull=False, put_off_until_date__gt=on)
    days = {
        Part.TODAY: Q(due_date__lte=on) & ~is_put_off,
        Part.WEEK: Q(due_date__gt=on, due_date__lte=week_end(on)) & ~is_put_off,
        Part.LATER: Q(due_date__gt=week_end(on)) | is_put_off,
    }
    return days[part]


def _mine(user: User) -> Q:
    """What this person holds, and what a role of theirs holds where nobody does: a team's of their own team.
    Not their own questions, nor what only the chair who left could do.
    """
    of_teams, others = (
        [role for role in user.roles if (role in SEES_OWN_TEAM) is has_team] for has_team in (True, False)
    )
    mine = Q(owner=user)
    if others:
        mine |= Q(owner__isnull=True, owner_role__in=others)
    if of_teams:
        mine |= Q(owner__isnull=True, owner_role__in=of_teams) & of_own_team(user)
    of_who_left = Q(owner__isnull=True, owner_role=Role.CHAIR, kind__in=OF_ONE_CHAIR)
    return mine & ~of_who_left & ~_own_question(user)


def _own_question(user: User) -> Q:
    """The decision of what they asked for themselves, which is somebody else's."""
    if not can(user, Permission.DECIDE_CONSULTATION):
        return Q(pk__in=())
    return Q(kind=Code.DECIDE_CONSULTATION, consultation__in=asked_by(user))


def _of_others(user: User, part: Part, on: dt.date) -> Q:
    if part is Part.WAITING:
        return _owed_by_others(user, on)
    return {
        Part.STAND_IN: Q(owner__in=on_day(on).filter(deputy=user).values("person")) & ~_own_question(user),
        Part.TEAM: _of_team(user),
        Part.UNBOOKED: _unbooked(on),
        Part.UNSIGNED: _unsigned(on),
    }[part]


def _unbooked(on: dt.date) -> Q:
    """Conferences without a chair, as nobody booked them or theirs has left, or not asked for in time."""
    return Q(kind__in=CONFERENCES) & ~Q(owner_role=Role.CHAIR) | Q(kind__in=REQUESTS, due_date__lt=on)


def _unsigned(on: dt.date) -> Q:
    """Records of meetings of the days before: of today's some are still to be held."""
    return Q(kind=Code.FINISH_RECORD, booking__starts_at__lt=moment(on, MIDNIGHT))


def _passed_up(user: User) -> Q:
    passed = Escalation.objects.unscoped("what was passed up of duties in scope")
    # As a list: of a subquery PostgreSQL expects half of all duties, and then reads every child there is.
    mine = passed.filter(to_role__in=user.roles, acknowledged_at=None)
    return Q(pk__in=list(mine.values_list("duty", flat=True)))


def _of_team(user: User) -> Q:
    nobodys = Q(owner__isnull=True, owner_role=Role.SOCIAL_WORKER)
    return Q(owner__team=user.team_id) | nobodys & of_own_team(user)


def _owed_by_others(user: User, on: dt.date) -> Q:
    """What others owe that this person's own work waits for."""
    owed = Q(pk__in=[])
    if user.is_any(Role.SOCIAL_WORKER, Role.TEAM_MANAGER):
        # What a manager's team owes stands in its own list.
        team = _of_team(user) if user.is_any(Role.TEAM_MANAGER) else Q(pk__isnull=True)
        owed |= Q(child__in=_children_asked_for(request__requested_by=user)) & ~team
    if user.is_any(Role.CHAIR):
        owed |= Q(child__in=_children_asked_for(request__bookings__chair=user))
    if user.is_any(Role.BUSINESS_SUPPORT):
        owed |= Q(owner__isnull=False, due_date__lte=week_end(on))
    if user.is_any(*OVERSEES):
        pressing = Q(due_date__lt=on) | _passed_up(user)
        if user.is_any(Role.STRATEGIC_LEAD):
            pressing |= Q(kind__in=[Code.GIVE_ACCOUNT, Code.HOLD_THINKING_TIME]) | _own_question(user)
        owed |= pressing & ~(_unbooked(on) | Q(kind=Code.FINISH_RECORD))
    return owed


def _children_asked_for(**whose: User) -> QuerySet[RequestedChild, dict[str, int]]:
    asked = RequestedChild.objects.unscoped("whose duties are waited for; the duties are in scope")
    return asked.filter(**whose).values("child")
