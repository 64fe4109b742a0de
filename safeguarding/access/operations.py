"""Who may see a restricted child, and who may never see a family.

Nobody does it for themselves, and nobody without a reason.
"""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db import transaction

from safeguarding import audit
from safeguarding.access import Permission, can
from safeguarding.labelled import Labelled
from safeguarding.models import Bar, Child, Family, RestrictedGrant, User
from safeguarding.policy.values import whole
from safeguarding.rights import SEES_NAMED_ONLY, SEES_OWN_TEAM, SEES_WHOLE_UNIT, Role
from safeguarding.workingdays import add_days

READS_RECORDS = SEES_WHOLE_UNIT | SEES_OWN_TEAM | SEES_NAMED_ONLY


class Undone(Labelled):
    """Why a restriction or a bar no longer holds. A code: the audit keeps no free text."""

    NO_LONGER = "NO_LONGER", "The reason for it no longer holds"
    MISTAKE = "MISTAKE", "It was recorded by mistake"
    DECIDED = "DECIDED", "A court or a senior manager decided so"


class RestrictionRefused(Exception):
    """It cannot be done so; the text is a sentence for the page, `field` where it belongs."""

    def __init__(self, sentence: str, field: str = "") -> None:
        super().__init__(sentence)
        self.field = field


@transaction.atomic
def restrict(*, child: Child, reason: str, by: User, at: dt.datetime) -> Child:
    """From now on only named people see the child; for everybody else the record does not exist."""
    locked = _locked(child, by)
    said = _said(reason)
    if locked.is_restricted:
        raise RestrictionRefused("This record is restricted already.")
    locked.is_restricted, locked.restricted_reason = True, said
    locked.restricted_by, locked.restricted_at = by, at
    _save_restriction(locked)
    audit.record("child.restricted", locked, by=by, at=at)
    return locked


@transaction.atomic
def unrestrict(*, child: Child, reason: Undone, by: User, at: dt.datetime) -> Child:
    """Open the record to everybody whose role opens records. The grants to it end, but those of reviewers."""
    locked = _locked(child, by)
    if not locked.is_restricted:
        raise RestrictionRefused("This record is not restricted.")
    locked.is_restricted, locked.restricted_reason = False, ""
    locked.restricted_by = locked.restricted_at = None
    _save_restriction(locked)
    grants = RestrictedGrant.objects.filter(child=locked, ended_at__isnull=True)
    ended = grants.exclude(user__role__in=SEES_NAMED_ONLY).update(ended_by=by, ended_at=at)
    audit.record(
        "child.unrestricted", locked, by=by, at=at, detail={"grants_ended": ended, "reason": reason.value}
    )
    return locked


@transaction.atomic
def grant(
    *, child: Child, user: User, reason: str, until: dt.date, by: User, on: dt.date, at: dt.datetime
) -> RestrictedGrant:
    """Name a person who may see the child to the end of the day `until`, at most RESTRICTION_REVIEW_DAYS
    from `on`.

    Raises RestrictionRefused: oneself, somebody whose role opens no record, barred or named already, a day
    out of range, no reason.
    """
    locked = _locked(child, by)
    said = _said(reason)
    _guard_named(locked, user, by, at)
    _guard_until(until, on)
    named = RestrictedGrant.objects.create(
        child=locked, user=user, reason=said, granted_by=by, granted_at=at, until_at=_end_of(until)
    )
    detail = {"child": locked.pk, "user": user.pk, "until": until.isoformat()}
    audit.record("child.access_granted", named, by=by, at=at, detail=detail)
    return named


@transaction.atomic
def end_grant(*, grant: RestrictedGrant, by: User, at: dt.datetime) -> RestrictedGrant:
    """From now on the person no longer sees the child."""
    _guard_right(by, Permission.RESTRICT_CHILD)
    locked = RestrictedGrant.objects.select_for_update().get(pk=grant.pk)
    if locked.ended_at is not None or locked.until_at <= at:
        raise RestrictionRefused("This person is no longer named.")
    locked.ended_by, locked.ended_at = by, at
    locked.save(update_fields=["ended_by", "ended_at"])
    audit.record("child.access_ended", locked, by=by, at=at, detail={"child": locked.child_id})
    return locked


@transaction.atomic
def bar(*, user: User, child: Child, reason: str, by: User, at: dt.datetime) -> Bar:
    """This person may never see the child's family, whatever their role and whoever names them.

    A child whose record names no family (known from a census alone) gets one of its own.
    """
    _guard_right(by, Permission.BAR_PERSON)
    said = _said(reason)
    if user.pk == by.pk:
        raise RestrictionRefused("You cannot bar yourself. Tell somebody else who keeps bars.", "user")
    family = _family_of(child)
    if Bar.objects.filter(user=user, family=family, lifted_at__isnull=True).exists():
        raise RestrictionRefused(f"{user.full_name} is barred from this family already.", "user")
    made = Bar.objects.create(user=user, family=family, reason=said, barred_by=by, barred_at=at)
    audit.record("person.barred", made, by=by, at=at, detail={"user": user.pk, "family": family.pk})
    return made


@transaction.atomic
def lift_bar(*, bar: Bar, reason: Undone, by: User, at: dt.datetime) -> Bar:
    """The person sees the family again, as their role lets them. Not for oneself."""
    _guard_right(by, Permission.BAR_PERSON)
    locked = Bar.objects.select_for_update().get(pk=bar.pk)
    if locked.user_id == by.pk:
        raise RestrictionRefused("You cannot lift your own bar.")
    if locked.lifted_at is not None:
        raise RestrictionRefused("This bar is lifted already.")
    locked.lifted_by, locked.lifted_at = by, at
    locked.save(update_fields=["lifted_by", "lifted_at"])
    audit.record(
        "person.bar_lifted", locked, by=by, at=at, detail={"user": locked.user_id, "reason": reason.value}
    )
    return locked


def _locked(child: Child, by: User) -> Child:
    _guard_right(by, Permission.RESTRICT_CHILD)
    return _held(child)


def _held(child: Child) -> Child:
    """The child's row, locked until the change is made."""
    rows = Child.objects.unscoped("held while who may see it is changed").select_for_update()
    held: Child = rows.get(pk=child.pk)
    return held


def _save_restriction(child: Child) -> None:
    child.save(update_fields=["is_restricted", "restricted_reason", "restricted_by", "restricted_at"])


def _said(reason: str) -> str:
    if not reason.strip():
        raise RestrictionRefused("Enter the reason.", "reason")
    return reason.strip()


def _guard_right(by: User, permission: Permission) -> None:
    if not can(by, permission):
        raise RestrictionRefused("Your role may not change who sees a record.")


def _guard_named(child: Child, user: User, by: User, at: dt.datetime) -> None:
    if user.pk == by.pk:
        raise RestrictionRefused("You cannot name yourself. Ask another Strategic Lead.", "user")
    if not user.is_active or user.is_system or Role(user.role) not in READS_RECORDS:
        raise RestrictionRefused(f"{user.full_name} opens no records in their role.", "user")
    if Bar.objects.filter(user=user, family=child.family_id, lifted_at__isnull=True).exists():
        raise RestrictionRefused(f"{user.full_name} is barred from this family.", "user")
    named = RestrictedGrant.objects.filter(child=child, user=user, ended_at__isnull=True, until_at__gt=at)
    if named.exists():
        raise RestrictionRefused(f"{user.full_name} is named already. End that first.", "user")


def _guard_until(until: dt.date, on: dt.date) -> None:
    days = whole("RESTRICTION_REVIEW_DAYS", on)
    if not on <= until <= add_days(on, days):
        raise RestrictionRefused(f"The last day must be from today to {days} days from today.", "until")


def _end_of(day: dt.date) -> dt.datetime:
    """Midnight after the day, in England."""
    return dt.datetime.combine(add_days(day, 1), dt.time.min, ZoneInfo(settings.TIME_ZONE))


def last_day(grant: RestrictedGrant) -> dt.date:
    """The last whole day of a grant: it ends at the midnight after."""
    return add_days(grant.until_at.astimezone(ZoneInfo(settings.TIME_ZONE)).date(), -1)


def _family_of(child: Child) -> Family:
    held = _held(child)
    if held.family is None:
        held.family = Family.objects.create(name=held.family_name or f"Family of {held.la_child_id}")
        held.save(update_fields=["family"])
    return held.family
