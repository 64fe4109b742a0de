"""When a link of an agency begins to be the one that is taken, follows its meeting, and ends: with it goes
what was typed on its page and not sent.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from django.db import transaction
from django.db.models import Q

from conferences.models import Booking, Invitation, ReportLink, Request
from conferences.queries.invitations_links import waiting_for_a_day
from safeguarding import audit
from safeguarding.clock import day_of
from safeguarding.models import User
from safeguarding.operation import lock_rows
from safeguarding.policy.values import whole
from safeguarding.workingdays import add_days

WHY = "the links of somebody in hand"
DEAD_LINK = "The link in this letter has ended."
OVER = "links whose day is over"


def last_day_of(meeting: Booking) -> dt.date:
    """The last day on which a link for a meeting is taken."""
    held = day_of(meeting.starts_at)
    return add_days(held, whole("REPORT_LINK_DAYS", held))


def end(one: ReportLink, ender: User, at: dt.datetime) -> tuple[Mapping[str, str], dt.datetime | None]:
    """Within an operation: end a link that is held; gives what was typed there and not sent."""
    draft, draft_at = one.draft, one.draft_at
    one.ended_by, one.ended_at, one.draft, one.draft_at, one.draft_page = ender, at, {}, None, ""
    one.save(update_fields=["ended_by", "ended_at", "draft", "draft_at", "draft_page"])
    audit.record("report_link.ended", one, by=ender, at=at)
    return draft, draft_at


def end_all(whose: Invitation | Request, ender: User, at: dt.datetime) -> int:
    """Within an operation: end every link of somebody, or of all of a list; gives how many."""
    of = Q(invitation=whose.pk) if isinstance(whose, Invitation) else Q(invitation__request=whose.pk)
    held = lock_rows(ReportLink.objects.unscoped(WHY).filter(of, ended_at=None))
    for one in held:
        end(one, ender, at)
    return len(held)


def is_given(link: ReportLink, giver: User, at: dt.datetime) -> None:
    """Within an operation: a link that is held reached its reader. The one before ends, and its draft comes
    along.
    """
    if link.given_at is not None:
        return
    rows = ReportLink.objects.unscoped(WHY).filter(invitation=link.invitation_id, ended_at=None)
    for before in lock_rows(rows.exclude(given_at=None)):
        draft, draft_at = end(before, giver, at)
        if draft and not link.draft:
            link.draft, link.draft_at = draft, draft_at
    link.given_at = at
    link.save(update_fields=["given_at", "draft", "draft_at"])


def letter_went(invitation: Invitation, made_at: dt.datetime, sender: User, at: dt.datetime) -> None:
    """Within an operation: the letter that was made then went, and with it its link."""
    rows = ReportLink.objects.unscoped(WHY).filter(invitation=invitation, ended_at=None, given_at=None)
    for link in lock_rows(rows.filter(made_at=made_at)):
        is_given(link, sender, at)


def has_dead_link(invitation: Invitation, made_at: dt.datetime) -> bool:
    """Whether the link in the letter that was made then has ended."""
    rows = ReportLink.objects.unscoped(WHY).filter(invitation=invitation, made_at=made_at)
    return bool(rows.exclude(ended_at=None).exists())


def follow(meeting: Booking) -> None:
    """Within an operation: the meeting stands on another day. Its links are taken as long after it, and no
    shorter than their letters say.
    """
    until = last_day_of(meeting)
    rows = ReportLink.objects.unscoped(WHY).filter(invitation__request=meeting.request_id, ended_at=None)
    for link in lock_rows(rows.filter(ends_date__lt=until)):
        link.ends_date = until
        link.save(update_fields=["ends_date"])


@transaction.atomic
def sweep(*, on: dt.date, at: dt.datetime) -> int:
    """End the links whose day is over, but where the conference waits for another day. Gives how many."""
    service = audit.system_user()
    rows = ReportLink.objects.unscoped(OVER).filter(ended_at=None, ends_date__lt=on)
    held = lock_rows(rows.exclude(invitation__request__in=waiting_for_a_day()))
    with audit.acting_as(service):
        for one in held:
            end(one, service, at)
    return len(held)
