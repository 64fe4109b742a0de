"""What an agency writes on the page of its link. It has no account: the secret and the code are its right.

What it writes stands in history and audit as done by the system, beside the link by which it came.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from hmac import compare_digest
from typing import Any

from django.db import transaction

from conferences.models import AgencyReport, AgencyReportChild, Invitation, ReportLink
from conferences.operations.invitations import lock_request, tell
from conferences.operations.invitations_links import code_digest_of, digest_of
from conferences.operations.invitations_links_ends import is_given
from conferences.operations.notices import tell as owe_notice
from conferences.queries.invitations_links import (
    children_of,
    invitation_of,
    last_meeting_of,
    links_taken,
    newest_of,
)
from conferences.queries.invitations_showings import is_told_of_each
from conferences.rules.feedback import code_of
from conferences.rules.invitations_links import (
    LONGEST_DRAFT,
    MOST_TRIES,
    MOST_VERSIONS,
    ReportGiven,
    given_problems,
    length_of,
    over,
)
from conferences.rules.notices import Change
from conferences.rules.workflow import UNDECIDED
from safeguarding import audit
from safeguarding.clock import day_of
from safeguarding.models import User
from safeguarding.operation import lock, lock_rows
from safeguarding.refusals import Refused, refuse_all
from safeguarding.versions import marks_of

SENT_SINCE = (
    "A report was sent from another window since you opened this page. If yours has something other, write"
    " what, and send it as a correction"
)
SAVED_SINCE = "Somebody saved something else here since you opened this page"
TOO_MANY = "This report was corrected so often that nothing more can be sent here. Speak with the chair."
NOTHING_OTHER = "Nothing of it is other than in what you sent before"
# So much of the sign of a page stands beside its draft, before its turn.
SIGN = 23
AS_GIVEN = ("writer", "writer_role", "score", "score_why", "sheet")
LIST_SHARED = ("shared_way", "shared_by", "shared_language", "shared_how")
SHARED = ("shared_way", "shared_date", "shared_with", "shared_language")


class Saved(Enum):
    """Whether what was typed is kept."""

    YES = "yes"
    CLASH = "clash"
    TOO_LONG = "too long"
    SENT = "sent"


class Closed(Exception):
    """The link is taken no more, or never was: nothing is told of why."""


@dataclass(frozen=True)
class Window:
    """What an opened page carries: its own sign, the mark of the draft that it knows, the newest version that
    it knows, 0 for none, and how often it has saved (`turn`).
    """

    page: str = ""
    mark: str = ""
    version: int = 0
    turn: int = 0

    @property
    def sign(self) -> str:
        """What is kept of it with the draft that it saves."""
        return f"{self.page[:SIGN]}:{self.turn}" if self.page else ""

    def is_own(self, link: ReportLink) -> bool:
        """Whether the draft that stands is what this page saved."""
        return bool(self.page) and self.page[:SIGN] == link.draft_page.partition(":")[0][:SIGN]

    def is_behind(self, link: ReportLink) -> bool:
        """Whether this page saved something later already, which was faster."""
        last = link.draft_page.partition(":")[2]
        return self.is_own(link) and last.isdecimal() and self.turn < int(last)

    def clashes(self, link: ReportLink) -> bool:
        """Whether another page saved something here that this one does not know of. What it saved itself is
        its own, also where the answer with the new mark never reached it.
        """
        return bool(link.draft) and not self.is_own(link) and self.mark != mark_of(link)


@dataclass(frozen=True)
class Opened:
    """What the page of a link shows: when the conference is and until when it is open, what was typed and not
    sent with its mark, and the version and day of what was sent. No child, and nobody's name.
    """

    meets: tuple[dt.datetime, dt.datetime]
    until: dt.date | None
    draft: Mapping[str, str]
    mark: str
    version: int
    sent_at: dt.datetime | None


def is_taken(secret: str, on: dt.date) -> bool:
    """Whether a link is taken on a day, whatever its code."""
    found: bool = links_taken(digest_of(secret), on).exists()
    return found


@transaction.atomic
def is_right(secret: str, code: str, at: dt.datetime) -> bool:
    """Whether the code of a link is right. After some wrong ones in a row the link is taken no more; it is
    held meanwhile, so that many at once get no more tries than one after another.

    Raises Closed.
    """
    link = _hold_link(secret, day_of(at))
    right = compare_digest(link.code_digest, code_digest_of(link.digest, code_of(code)))
    tries = 0 if right else min(link.tries + 1, MOST_TRIES)
    if tries != link.tries:
        link.tries = tries
        link.save(update_fields=["tries"])
        if tries == MOST_TRIES:
            audit.record("report_link.locked", link, by=audit.system_user(), at=at)
            _tell_locked(link, at)
    if right:
        with audit.acting_as(audit.system_user()):
            is_given(link, audit.system_user(), at)
    return right


def _tell_locked(link: ReportLink, at: dt.datetime) -> None:
    """Whoever made the link is told that it is taken no more: they make another."""
    meeting = last_meeting_of(invitation_of(link).request)
    if meeting is not None:
        day = day_of(meeting.starts_at)
        owe_notice(Change.LINK_LOCKED, meeting, {link.made_by_id}, day=day, at=at)


def opened(secret: str, on: dt.date) -> Opened:
    """What stands behind a link whose code is right. Raises Closed."""
    link = _found(secret, on)
    invitation = invitation_of(link)
    meeting, newest = last_meeting_of(invitation.request), newest_of(invitation)
    assert meeting is not None  # A link is taken only while there is one.
    return Opened(
        meets=(meeting.starts_at, meeting.ends_at),
        until=None if meeting.state in UNDECIDED else link.ends_date,
        draft=link.draft,
        mark=mark_of(link),
        version=version_of(invitation),
        sent_at=newest.sent_at if newest else None,
    )


def mark_of(link: ReportLink) -> str:
    """Tells one draft from another, without its words."""
    return marks_of({"draft": json.dumps(link.draft, sort_keys=True)})


@transaction.atomic
def save_draft(
    secret: str, typed: Mapping[str, str], window: Window, at: dt.datetime, *, by_itself: bool = False
) -> Saved:
    """Keep what was typed, unless somebody typed something else there since: then that stays. What a page
    saves `by_itself` is kept no more once it was sent, or saved something later, for it may come behind.
    """
    link = _hold_link(secret, day_of(at))
    if by_itself and version_of(invitation_of(link)) != window.version:
        return Saved.SENT
    draft = {name: text for name, text in typed.items() if text.strip()}
    if length_of(draft) > LONGEST_DRAFT:
        return Saved.TOO_LONG
    if draft == link.draft:
        return Saved.YES
    if window.clashes(link) or (by_itself and window.is_behind(link)):
        return Saved.CLASH
    link.draft, link.draft_at, link.draft_page = draft, at, window.sign
    link.save(update_fields=["draft", "draft_at", "draft_page"])
    return Saved.YES


def version_of(invitation: Invitation) -> int:
    """The newest version of an agency's report that came by its link; 0 for none."""
    newest = newest_of(invitation)
    return newest.version if newest else 0


@transaction.atomic
def give_report(secret: str, given: ReportGiven, window: Window, at: dt.datetime) -> AgencyReport:
    """Keep a report whole as it was sent, and that it came. The same sent again is sent once.

    Raises Closed, and Refused for what is missing, and where another draft was kept since.
    """
    with audit.acting_as(audit.system_user()):
        return _give(secret, given, window, at)


def _give(secret: str, given: ReportGiven, window: Window, at: dt.datetime) -> AgencyReport:
    link, invitation = _hold(secret, day_of(at))
    newest = newest_of(invitation)
    if newest is not None and is_same(newest, given):
        return newest
    if window.clashes(link):
        raise Refused(SAVED_SINCE, "mark")
    if newest is not None and newest.version != window.version and not given.changed.strip():
        raise Refused(SENT_SINCE, "changed")
    since = day_of(invitation.request.requested_at)
    refuse_all(given_problems(given, is_correction=newest is not None, since=since, on=day_of(at)))
    if newest is not None and newest.version >= MOST_VERSIONS:
        raise Refused(TOO_MANY, "changed")
    whole = over(as_given(newest), given) if newest else given
    if newest is not None and values_of(whole) == values_of(as_given(newest)):
        raise Refused(NOTHING_OTHER, "changed")
    made: AgencyReport = AgencyReport.objects.create(
        invitation=invitation,
        link=link,
        version=newest.version + 1 if newest else 1,
        changed=given.changed.strip() if newest else "",
        sent_at=at,
        **values_of(whole),
    )
    _keep_children(made, newest, invitation)
    link.draft, link.draft_at, link.draft_page = {}, None, ""
    link.save(update_fields=["draft", "draft_at", "draft_page"])
    service = audit.system_user()
    _has_come(invitation, made, newest, service, at)
    detail = {"version": made.version, "link": link.pk}
    audit.record("agency_report.sent", made, by=service, at=at, detail=detail)
    return made


def _keep_children(made: AgencyReport, before: AgencyReport | None, invitation: Invitation) -> None:
    """Whom it is about: the children of the conference as it is sent, and of what it corrects."""
    AgencyReportChild.objects.bulk_create(
        AgencyReportChild(report=made, child_id=child) for child in sorted(children_of(invitation, before))
    )


def _found(secret: str, on: dt.date) -> ReportLink:
    link: ReportLink | None = links_taken(digest_of(secret), on).first()
    if link is None:
        raise Closed
    return link


def _hold_link(secret: str, on: dt.date) -> ReportLink:
    held: list[ReportLink] = lock_rows(links_taken(digest_of(secret), on))
    if not held:
        raise Closed
    return held[0]


def _hold(secret: str, on: dt.date) -> tuple[ReportLink, Invitation]:
    """The request first, as all who write on its list; then the link as it stands."""
    found = _found(secret, on)
    try:
        lock_request(invitation_of(found).request)
    except Refused:
        raise Closed from None
    link = _hold_link(secret, on)
    held: Invitation = lock(invitation_of(link), "request")
    return link, held


def _has_come(
    invitation: Invitation, report: AgencyReport, before: AgencyReport | None, service: User, at: dt.datetime
) -> None:
    """The one fact that the report came, and as the agency tells it, when the family was shown it: what the
    unit has recorded of that stays, and what the list has of the version before follows this one; with one of
    the family on the list, the unit tells of each. Who is at the meeting is told, without a name.
    """
    told: dict[str, Any] = {}
    if invitation.received_date is None:
        told = {"received_date": day_of(at), "none_why": ""}
    follows = before is not None and invitation.shared_date is not None and _tells_of(invitation, before)
    if follows and not report.shared_date:
        told |= dict.fromkeys(LIST_SHARED, "") | {"shared_date": None}
    elif report.shared_date and (follows or _is_told_of_all(invitation)):
        told |= {
            "shared_way": report.shared_way,
            "shared_date": report.shared_date,
            "shared_by": report.writer,
            "shared_language": report.shared_language,
            "shared_how": _how_shared(report),
        }
    if told:
        tell(invitation, told, None, service, at)
    meeting = last_meeting_of(invitation.request)
    if meeting is not None:
        to = {pk for pk in (meeting.chair_id, meeting.minute_taker_id, report.link.made_by_id) if pk}
        owe_notice(Change.REPORT_CAME, meeting, to, day=day_of(meeting.starts_at), at=at)


def _is_told_of_all(invitation: Invitation) -> bool:
    """Whether the agency's word counts for the family: with one of them on the list it is told of each, by
    the unit.
    """
    is_open = invitation.shared_date is None and not invitation.shared_way
    return is_open and not is_told_of_each(invitation)


def _how_shared(report: AgencyReport) -> str:
    return f"As the agency tells it, shown to {report.shared_with}."


def _tells_of(invitation: Invitation, report: AgencyReport) -> bool:
    """Whether the list says of the sharing what this version said, and nobody told it otherwise."""
    said = (invitation.shared_way, invitation.shared_date, invitation.shared_by, invitation.shared_how)
    return said == (report.shared_way, report.shared_date, report.writer, _how_shared(report))


def values_of(given: ReportGiven) -> dict[str, Any]:
    """The columns of what was given."""
    texts = {str(part): text.strip() for part, text in given.texts.items() if text.strip()}
    columns = {name: getattr(given, name) for name in (*AS_GIVEN, *SHARED)}
    return {name: one.strip() if isinstance(one, str) else one for name, one in columns.items()} | {
        "texts": texts
    }


def as_given(report: AgencyReport) -> ReportGiven:
    """What was sent, as it was given."""
    return ReportGiven(
        texts=report.texts,
        changed=report.changed,
        **{name: getattr(report, name) for name in (*AS_GIVEN, *SHARED)},
    )


def is_same(newest: AgencyReport, given: ReportGiven) -> bool:
    """Whether the newest version is this one, sent again."""
    if newest.changed != given.changed.strip():
        return False
    return values_of(over(as_given(newest), given)) == values_of(as_given(newest))
