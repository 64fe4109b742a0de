"""The links of agencies and the reports that came by them: by their secret, and as somebody may read them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from typing import Any
from uuid import UUID

from django.db.models import Q

from conferences.models import (
    AgencyReport,
    AgencyReportChild,
    Booking,
    Invitation,
    ReportLink,
    Request,
    RequestedChild,
)
from conferences.queries.invitations import invitation_in_scope
from conferences.rules.invitations_links import MOST_TRIES, LinkState
from conferences.rules.workflow import STANDING, UNDECIDED, BookingState, RequestState
from safeguarding.access import get, marked, scope
from safeguarding.accounts.leave import deputies
from safeguarding.models import User

# What stands on no list of reports.
WORDS = ("texts", "sheet", "score_why", "changed")
WHY = "an agency gives its report by a link, without an account"


def waiting_for_a_day() -> Any:
    """The ids of requests whose meeting was adjourned, abandoned or not quorate, and has no new day yet."""
    rows = Booking.objects.unscoped(WHY).exclude(request__state=RequestState.WITHDRAWN)
    stand = rows.filter(state__in=STANDING).values("request")
    return rows.filter(state__in=UNDECIDED).exclude(request__in=stand).values("request")


def links_taken(digest: str, on: dt.date) -> Any:
    """The link that is taken on a day, by its hash, if there is one. It is not once it ended or its day is
    over, after too many wrong codes, while the meeting is not in the diary, and for who is off the list.
    While the conference waits for another day, it is taken whatever its day.
    """
    waits = waiting_for_a_day()
    meetings = Booking.objects.unscoped(WHY).filter(state__in=STANDING)
    return ReportLink.objects.unscoped(WHY).filter(
        Q(ends_date__gte=on, invitation__request__in=meetings.values("request"))
        | Q(invitation__request__in=waits),
        digest=digest,
        ended_at=None,
        tries__lt=MOST_TRIES,
        invitation__off_at=None,
    )


def invitation_of(link: ReportLink) -> Invitation:
    """Whose link it is, with the request."""
    rows = Invitation.objects.unscoped(WHY).select_related("request")
    found: Invitation = rows.get(pk=link.invitation_id)
    return found


def meeting_of(request: Request) -> Booking | None:
    """The meeting of a request that stands in the diary, or was held."""
    rows = Booking.objects.unscoped(WHY).filter(request=request, state__in=STANDING)
    found: Booking | None = rows.order_by("pk").last()
    return found


def last_meeting_of(request: Request) -> Booking | None:
    """The same, and where it waits for another day the one that did not decide."""
    rows = Booking.objects.unscoped(WHY).filter(request=request, state__in=(*STANDING, *UNDECIDED))
    found: list[Booking] = sorted(rows, key=lambda one: (one.state in STANDING, one.pk))
    return found[-1] if found else None


def newest_of(invitation: Invitation) -> AgencyReport | None:
    """The last version that an agency sent."""
    rows = AgencyReport.objects.unscoped(WHY).filter(invitation=invitation)
    found: AgencyReport | None = rows.order_by("version").last()
    return found


def children_of(invitation: Invitation, before: AgencyReport | None) -> set[int]:
    """The ids of the children of a conference now, and of those whom a report of it was about before."""
    asked = RequestedChild.objects.unscoped(WHY).filter(request=invitation.request_id)
    found = set(asked.values_list("child", flat=True))
    rows = AgencyReportChild.objects.unscoped(WHY).filter(report=before)
    return found | (set(rows.values_list("child", flat=True)) if before else set())


def standing_links(user: User, invitation: Invitation) -> list[ReportLink]:
    """The links of somebody in scope that have not ended, the newest first, as far as they may be seen."""
    rows = scope(user, ReportLink).filter(invitation=invitation, ended_at=None)
    return list(rows.select_related("made_by").defer("draft").order_by("-pk"))


def links_of(user: User, invitations: Collection[Invitation]) -> dict[int, LinkState]:
    """How the newest link of each of these stands, by id; none of whom no link stands."""
    rows = scope(user, ReportLink).filter(invitation__in=invitations, ended_at=None)
    return {
        pk: LinkState.LOCKED if tries >= MOST_TRIES else LinkState.OPEN if code_at else LinkState.NO_CODE
        for pk, tries, code_at in rows.order_by("pk").values_list("invitation", "tries", "code_at")
    }


def reports_of(user: User, invitations: Collection[Invitation]) -> dict[int, Any]:
    """The newest report that came of each of these who are in scope, by invitation, without its words; each
    with `is_seen`: it may be about a child whom this person may not see, who left the list since.
    """
    rows: Any = AgencyReport.objects.unscoped("that a report came of somebody in scope")
    found = marked(user, rows.filter(invitation__in=invitations)).defer(*WORDS).order_by("version")
    return {one.invitation_id: one for one in found}


def report_in_scope(user: User, ref: UUID, version: int) -> AgencyReport:
    """One version of a report, by its invitation. Http404 where it is out of scope."""
    rows: Any = AgencyReport.objects.select_related("invitation__request", "read_by")
    one = invitation_in_scope(user, ref)
    found: AgencyReport = get(user, rows, invitation=one, version=version)
    return found


def versions_of(user: User, report: AgencyReport) -> list[tuple[int, dt.datetime]]:
    """The number and moment of each version of a report that somebody may see, the newest first."""
    rows = scope(user, AgencyReport).filter(invitation=report.invitation_id).order_by("-version")
    return list(rows.values_list("version", "sent_at"))


def reads_as_chair(user: User, report: AgencyReport, on: dt.date) -> bool:
    """Whether somebody chairs the last meeting of a report in scope that is, or was, in the diary; or stands
    in that day for whoever does.
    """
    rows = Booking.objects.unscoped(WHY).filter(request=report.invitation.request_id)
    last = rows.exclude(state=BookingState.CANCELLED).order_by("pk").last()
    if last is None:
        return False
    return user.pk in (last.chair_id, deputies(on).get(last.chair_id))
