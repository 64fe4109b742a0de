"""What a second person must confirm: how long it waits, and how it is closed, once."""

from __future__ import annotations

import datetime as dt
from typing import TypeVar

from django.db.models import QuerySet

from safeguarding.clock import day_of
from safeguarding.models import Outcome, User
from safeguarding.models.second import TwoPersonChange
from safeguarding.operation import lock, lock_rows, need_words, refuse_own
from safeguarding.policy.values import whole
from safeguarding.refusals import Refused
from safeguarding.wording import lower_first, uk_date
from safeguarding.workingdays import add_days

C = TypeVar("C", bound=TwoPersonChange)

OWN_ASKED = "You asked for this. A second person must confirm it."


def last_day(at: dt.datetime) -> dt.date:
    """The last day on which what is asked now can be confirmed."""
    on = day_of(at)
    return add_days(on, whole("SECOND_PERSON_DAYS", on))


def confirmable(changes: QuerySet[C], on: dt.date) -> QuerySet[C]:
    """Those that can be confirmed on a day."""
    return changes.filter(closed_at__isnull=True, last_date__gte=on)


def close_lapsed(changes: QuerySet[C], *, by: User, at: dt.datetime) -> None:
    """Make room for what is asked anew: those of the changes that lapsed are closed as that."""
    for lapsed in lock_rows(changes.filter(closed_at__isnull=True, last_date__lt=day_of(at))):
        close(lapsed, Outcome.LAPSED, by=by, at=at)


def lock_waiting(change: C, at: dt.datetime) -> C:
    """The change, held, as long as it can be confirmed. Raises Refused where it is closed or has lapsed."""
    # Not with who closed it in the same statement: that would be read as it was before the lock was got.
    held = lock(change)
    if held.closed_by:
        how = lower_first(Outcome(held.outcome).label)
        raise Refused(f"This was {how} by {held.closed_by.full_name} on {uk_date(held.closed_at)}.")
    if held.last_date < day_of(at):
        raise Refused(f"This lapsed after {uk_date(held.last_date)}. It must be asked for again.")
    return held


def close(change: TwoPersonChange, how: Outcome, *, by: User, at: dt.datetime, reason: str = "") -> None:
    """Write how it ended; what a confirmation brings about is its caller's."""
    change.outcome, change.closed_reason = how, reason
    change.closed_by, change.closed_at = by, at
    change.save(update_fields=["outcome", "closed_reason", "closed_by", "closed_at"])


def confirm_by_another(change: TwoPersonChange, *, by: User, at: dt.datetime) -> None:
    """Close a held change as confirmed. Raises Refused (403) for who asked for it."""
    refuse_own(by, change.asked_by_id, sentence=OWN_ASKED)
    close(change, Outcome.CONFIRMED, by=by, at=at)


def end_unconfirmed(change: TwoPersonChange, *, reason: str, by: User, at: dt.datetime) -> Outcome:
    """Close a held change that is not to be: withdrawn by who asked, refused by another, with the reason."""
    is_own = by.pk == change.asked_by_id
    sentence = "Enter why you withdraw it" if is_own else "Enter why you refuse it"
    words = need_words(reason=(reason, sentence))
    how = Outcome.WITHDRAWN if is_own else Outcome.REFUSED
    close(change, how, by=by, at=at, **words)
    return how
