"""The link by which an agency gives its report: made, replaced and ended. Only hashes of it are kept."""

from __future__ import annotations

import datetime as dt
import secrets
from collections.abc import Callable, Mapping

from django.utils.crypto import salted_hmac

from conferences.models import AgencyReport, Booking, Invitation, ReportLink
from conferences.operations.invitations import lock_request, refuse_off
from conferences.operations.invitations_links_ends import end, end_all, last_day_of
from conferences.queries.invitations_links import meeting_of, reads_as_chair
from conferences.rules.feedback import ALPHABET, CODE_LENGTH
from conferences.rules.invitations_links import MOST_TRIES, Door
from safeguarding import audit
from safeguarding.clock import day_of
from safeguarding.models import User
from safeguarding.operation import lock, lock_rows, operation
from safeguarding.refusals import Refused
from safeguarding.rights import Permission

# The address of the page of a secret.
AddressOf = Callable[[str], str]
BYTES = 32
SALT, CODE_SALT = "conferences.report_link", "conferences.report_link.code"
OF_AGENCY = "A link for a report is made for somebody of an agency."
NO_MEETING = "A link is made once the conference is in the diary."
NO_LINK = "There is no link that is taken. Make a new one."
NOT_CHAIR = "The chair of this conference says that they read it, or who stands in for them."
TOO_LATE = "The days on which a link is taken are over for this conference."


def digest_of(secret: str) -> str:
    """What is kept of a secret: without the service’s own key it leads back to none."""
    return salted_hmac(SALT, secret, algorithm="sha256").hexdigest()


def code_digest_of(digest: str, code: str) -> str:
    """What is kept of a code, which is one of its link alone: told by what is kept of its secret."""
    return salted_hmac(CODE_SALT, f"{digest} {code}", algorithm="sha256").hexdigest()


@operation(needs=Permission.SEND_LETTERS)
def make_link(*, invitation: Invitation, address_of: AddressOf, by: User, at: dt.datetime) -> Door:
    """A new link for somebody of an agency, told this once; an earlier one stands until it is opened.

    Raises Refused for the family, for who is off the list, and without a meeting in the diary.
    """
    request = lock_request(invitation.request)
    held = lock(invitation)
    refuse_off(held)
    if not held.agency_kind:
        raise Refused(OF_AGENCY)
    meeting = meeting_of(request)
    if meeting is None:
        raise Refused(NO_MEETING)
    return new_door(held, meeting, address_of, by, at, shows_code=True)


def new_door(
    invitation: Invitation,
    meeting: Booking,
    address_of: AddressOf,
    maker: User,
    at: dt.datetime,
    *,
    shows_code: bool = False,
) -> Door:
    """Within an operation that holds the request: a link that takes the place of the one before once it is
    given, that is its letter went or it is opened. The code of one in a letter is made apart (make_code).
    """
    until = last_day_of(meeting)
    if until < day_of(at):
        raise Refused(TOO_LATE)
    draft: Mapping[str, str] = {}
    draft_at = None
    rows = ReportLink.objects.unscoped("the link of somebody in hand")
    for unread in lock_rows(rows.filter(invitation=invitation, ended_at=None, given_at=None)):
        draft, draft_at = end(unread, maker, at)
    secret, code = secrets.token_urlsafe(BYTES), _new_code()
    made: ReportLink = ReportLink.objects.create(
        invitation=invitation,
        digest=digest_of(secret),
        code_digest=code_digest_of(digest_of(secret), code),
        code_at=at if shows_code else None,
        ends_date=until,
        made_by=maker,
        made_at=at,
        draft=draft,
        draft_at=draft_at,
    )
    audit.record("report_link.made", made, by=maker, at=at, detail={"until": until.isoformat()})
    return Door(address_of(secret), code if shows_code else "", until)


def _new_code() -> str:
    return "".join(secrets.choice(ALPHABET) for _ in range(CODE_LENGTH))


@operation(needs=Permission.SEND_LETTERS)
def make_code(*, invitation: Invitation, by: User, at: dt.datetime) -> str:
    """A new code for the newest link of somebody, told this once, to pass on apart from its letter. The code
    before opens nothing any more. It opens the link that stands until that one is given too, where nobody
    made a code for it yet; one that has a code keeps it, for somebody may be writing there.

    Raises Refused without a link, and where it is locked.
    """
    lock_request(invitation.request)
    rows = ReportLink.objects.unscoped("the link of somebody in scope")
    held = lock_rows(rows.filter(invitation=invitation, ended_at=None))
    if not held or held[-1].tries >= MOST_TRIES:
        raise Refused(NO_LINK)
    code = _new_code()
    for link in (one for one in held if one is held[-1] or (not one.code_at and one.tries < MOST_TRIES)):
        link.code_digest, link.code_at, link.tries = code_digest_of(link.digest, code), at, 0
        link.save(update_fields=["code_digest", "code_at", "tries"])
        audit.record("report_link.code_made", link, by=by, at=at)
    return code


@operation(needs=Permission.SEND_LETTERS)
def end_link(*, invitation: Invitation, by: User, at: dt.datetime) -> bool:
    """End the links of somebody at once, with what was typed there and not sent; false where none is."""
    lock_request(invitation.request)
    return end_all(invitation, by, at) > 0


@operation(needs=Permission.RECORD_CONFERENCE)
def mark_report_read(*, report: AgencyReport, by: User, at: dt.datetime) -> AgencyReport:
    """The chair has read what an agency sent. Said twice, it is said once.

    Raises Refused for anybody but the chair of its meeting, and who stands in for them.
    """
    held = _hold_as_chair(report, by, at)
    if held.read_at is None:
        held.read_by, held.read_at = by, at
        held.save(update_fields=["read_by", "read_at"])
        audit.record("agency_report.read", held, by=by, at=at, detail={"version": held.version})
    return held


@operation(needs=Permission.RECORD_CONFERENCE)
def take_back_report_read(*, report: AgencyReport, by: User, at: dt.datetime) -> AgencyReport:
    """It was said by mistake that what an agency sent was read: it is not read. What was said stays in the
    history.

    Raises Refused as mark_report_read().
    """
    held = _hold_as_chair(report, by, at)
    if held.read_at is not None:
        held.read_by, held.read_at = None, None
        held.save(update_fields=["read_by", "read_at"])
        audit.record("agency_report.unread", held, by=by, at=at, detail={"version": held.version})
    return held


def _hold_as_chair(report: AgencyReport, reader: User, at: dt.datetime) -> AgencyReport:
    lock_request(report.invitation.request)
    if not reads_as_chair(reader, report, day_of(at)):
        raise Refused(NOT_CHAIR)
    held: AgencyReport = lock(report)
    return held
