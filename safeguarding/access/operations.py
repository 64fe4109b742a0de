"""Who may see a restricted child, and who may never see a family.

Nobody does it for themselves, and nobody without a reason. Who governs access need not see the record.
"""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

from django.conf import settings

from safeguarding import audit
from safeguarding.access.scope import governed
from safeguarding.clock import day_of
from safeguarding.labelled import Labelled
from safeguarding.models import Bar, Child, Family, RestrictedGrant, RestrictionRemoval, User
from safeguarding.operation import lock, need_words, operation, refuse_own
from safeguarding.policy.values import whole
from safeguarding.policy.words import in_words
from safeguarding.refusals import Problem, Refused, missing, refuse_all
from safeguarding.rights import READS_RECORDS, Permission
from safeguarding.second_person.closing import (
    close_lapsed,
    confirm_by_another,
    end_unconfirmed,
    last_day,
    lock_waiting,
)
from safeguarding.workingdays import add_days

NO_REASON = "Enter the reason"
NOT_ONESELF = "You cannot name yourself. Ask another {STRATEGIC_LEAD}."
NOBODY = "Choose a person"
NO_DAY = "Enter the last day they may see this record"
NO_NUMBER = "Enter the child’s number"
REMOVAL_WAITS = "That this record is opened again waits for a second person already."


class Undone(Labelled):
    """Why a restriction or a bar no longer holds. A code: the audit keeps no free text."""

    NO_LONGER = "NO_LONGER", "The reason no longer applies"
    MISTAKE = "MISTAKE", "It was recorded by mistake"
    DECIDED = "DECIDED", "A court or a senior manager decided"


@operation(needs=Permission.RESTRICT_CHILD, sees=governed)
def restrict(*, child: Child, reason: str, by: User, at: dt.datetime) -> Child:
    """From now on only named people see the child; for everybody else the record does not exist."""
    words = need_words(reason=(reason, NO_REASON))
    restricted = lock(child)
    if restricted.is_restricted:
        raise Refused("This record is already restricted.")
    restricted.is_restricted, restricted.restricted_reason = True, words["reason"]
    restricted.restricted_by, restricted.restricted_at = by, at
    _save_restriction(restricted)
    audit.record("child.restricted", restricted, by=by, at=at)
    return restricted


@operation(
    needs=Permission.RESTRICT_CHILD,
    sees=governed,
    refuses={"restrictionremoval_one_at_a_time": REMOVAL_WAITS},
)
def ask_removal(*, child: Child, reason: Undone | None, by: User, at: dt.datetime) -> RestrictionRemoval:
    """Ask that the record is opened to everybody whose role opens records. Until then it stays restricted."""
    why = _need_why(reason)
    held = lock(child)
    if not held.is_restricted:
        raise Refused("This record is not restricted.")
    same = RestrictionRemoval.objects.filter(child=held)
    close_lapsed(same, by=by, at=at)
    if same.filter(closed_at__isnull=True).exists():
        raise Refused(REMOVAL_WAITS)
    asked = RestrictionRemoval.objects.create(
        child=held, why=why, asked_by=by, asked_at=at, last_date=last_day(at)
    )
    audit.record("child.removal_asked", held, by=by, at=at, detail={"removal": asked.pk, "reason": why})
    return asked


@operation(needs=Permission.CONFIRM_REMOVAL, sees=governed)
def confirm_removal(*, removal: RestrictionRemoval, by: User, at: dt.datetime) -> Child:
    """Open the record, as a second person. Who is named for it stays so, to their last day.

    Raises Refused: closed or lapsed, asked for by oneself, opened meanwhile.
    """
    opened, held = lock(removal.child), lock_waiting(removal, at)
    confirm_by_another(held, by=by, at=at)
    if not opened.is_restricted:
        raise Refused("This record is not restricted.")
    opened.is_restricted, opened.restricted_reason = False, ""
    opened.restricted_by = opened.restricted_at = None
    _save_restriction(opened)
    detail = {"removal": held.pk, "reason": held.why, "asked_by": held.asked_by_id}
    audit.record("child.unrestricted", opened, by=by, at=at, detail=detail)
    return opened


@operation(needs=Permission.CONFIRM_REMOVAL, sees=governed)
def end_removal(*, removal: RestrictionRemoval, reason: str, by: User, at: dt.datetime) -> RestrictionRemoval:
    """The record stays restricted: withdrawn by who asked, refused by somebody else, with the reason."""
    held = lock_waiting(removal, at)
    how = end_unconfirmed(held, reason=reason, by=by, at=at)
    audit.record(f"child.removal_{how.lower()}", held.child, by=by, at=at, detail={"removal": held.pk})
    return held


@operation(needs=Permission.RESTRICT_CHILD, sees=governed)
def grant(
    *, child: Child, user: User | None, reason: str, until: dt.date | None, by: User, at: dt.datetime
) -> RestrictedGrant:
    """Name a person who may see the child to the end of the day `until`, at most RESTRICTION_REVIEW_DAYS
    from the day of `at`.

    Raises Refused: oneself, somebody switched off or whose role opens no record, barred or named already, a
    day out of range, no reason.
    """
    needed = missing(user=(user, NOBODY), until=(until, NO_DAY), reason=(reason, NO_REASON))
    refuse_all([*needed, *_problems_of_day(until, day_of(at))])
    assert user is not None and until is not None  # Refused above.
    refuse_own(by, user.pk, sentence=in_words(NOT_ONESELF, day_of(at)), field="user")
    # In the order in which the work of somebody who leaves is handed on.
    person, held = lock(user), lock(child)
    _guard_person(held, person, at)
    named = RestrictedGrant.objects.create(
        child=held, user=person, reason=reason.strip(), granted_by=by, granted_at=at, until_at=_end_of(until)
    )
    detail = {"child": held.pk, "user": person.pk, "until": until.isoformat()}
    audit.record("child.access_granted", named, by=by, at=at, detail=detail)
    return named


@operation(needs=Permission.RESTRICT_CHILD, sees=governed)
def end_grant(*, grant: RestrictedGrant, by: User, at: dt.datetime) -> RestrictedGrant:
    """From now on the person no longer sees the child."""
    ended = lock(grant)
    if ended.ended_at is not None or ended.until_at <= at:
        raise Refused("This person is no longer named.")
    ended.ended_by, ended.ended_at = by, at
    ended.save(update_fields=["ended_by", "ended_at"])
    audit.record("child.access_ended", ended, by=by, at=at, detail={"child": ended.child_id})
    return ended


@operation(
    needs=Permission.BAR_PERSON,
    sees=governed,
    refuses={"bar_once": ("This person is already barred from this family", "user")},
)
def bar(*, user: User | None, child: Child | None, reason: str, by: User, at: dt.datetime) -> Bar:
    """This person may never see the child's family, whatever their role and whoever names them.

    A child whose record names no family (known from a census alone) gets one of its own.
    """
    refuse_all(missing(user=(user, NOBODY), child=(child, NO_NUMBER), reason=(reason, NO_REASON)))
    assert user is not None and child is not None  # Refused above.
    refuse_own(
        by, user.pk, sentence="You cannot bar yourself. Tell someone else who keeps bars.", field="user"
    )
    family = _family_of(child)
    if Bar.objects.filter(user=user, family=family, lifted_at__isnull=True).exists():
        raise Refused(f"{user.full_name} is already barred from this family", "user")
    made = Bar.objects.create(user=user, family=family, reason=reason.strip(), barred_by=by, barred_at=at)
    audit.record("person.barred", made, by=by, at=at, detail={"user": user.pk, "family": family.pk})
    return made


@operation(needs=Permission.BAR_PERSON, sees=governed)
def lift_bar(*, bar: Bar, reason: Undone | None, by: User, at: dt.datetime) -> Bar:
    """The person sees the family again, as their role lets them. Not for oneself."""
    why = _need_why(reason)
    lifted = lock(bar)
    refuse_own(by, lifted.user_id, sentence="You cannot lift your own bar.")
    if lifted.lifted_at is not None:
        raise Refused("This bar has already been lifted.")
    lifted.lifted_by, lifted.lifted_at = by, at
    lifted.save(update_fields=["lifted_by", "lifted_at"])
    audit.record("person.bar_lifted", lifted, by=by, at=at, detail={"user": lifted.user_id, "reason": why})
    return lifted


def _save_restriction(child: Child) -> None:
    child.save(update_fields=["is_restricted", "restricted_reason", "restricted_by", "restricted_at"])


def _need_why(reason: Undone | None) -> str:
    if not reason:
        raise Refused("Select why", "reason")
    return reason.value


def _problems_of_day(until: dt.date | None, on: dt.date) -> list[Problem]:
    days = whole("RESTRICTION_REVIEW_DAYS", on)
    if until is None or on <= until <= add_days(on, days):
        return []
    return [Problem(f"The last day must be from today to {days} days from today", "until")]


def _guard_person(child: Child, user: User, at: dt.datetime) -> None:
    """Whether this person can be named for the child at all, as both stand now."""
    if not user.is_active or user.is_system or not user.is_any(*READS_RECORDS):
        raise Refused(f"{user.full_name} opens no records in their role", "user")
    if Bar.objects.filter(user=user, family=child.family_id, lifted_at__isnull=True).exists():
        raise Refused(f"{user.full_name} is barred from this family", "user")
    named = RestrictedGrant.objects.filter(child=child, user=user, ended_at__isnull=True, until_at__gt=at)
    if named.exists():
        raise Refused(f"{user.full_name} is already named. End that first", "user")


def _end_of(day: dt.date) -> dt.datetime:
    """Midnight after the day, in England."""
    return dt.datetime.combine(add_days(day, 1), dt.time.min, ZoneInfo(settings.TIME_ZONE))


def _family_of(child: Child) -> Family:
    held = lock(child)
    if held.family is None:
        held.family = Family.objects.create(name=held.family_name or f"Family of {held.la_child_id}")
        held.save(update_fields=["family"])
    return held.family
