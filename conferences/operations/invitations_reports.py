"""The reports of agencies: come, shown to the family, chased; and a meeting to which too few come."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from dataclasses import asdict, fields

from conferences.models import Booking, Invitation, QuorumChoice, ReportChase
from conferences.operations.duties_refresh import refresh
from conferences.operations.invitations import lock_request, refuse_off, tell
from conferences.queries.invitations_reports import is_waited_for, put_there_at
from conferences.queries.invitations_showings import is_shown_to_one, is_told_of_each
from conferences.rules.invitations import Shown
from conferences.rules.invitations_reports import ChaseTold, ReportTold, chase_problems, report_problems
from conferences.rules.workflow import BookingState
from safeguarding import audit
from safeguarding.clock import day_of
from safeguarding.models import User
from safeguarding.operation import lock, lock_all, operation, refuse_parted
from safeguarding.refusals import Problem, Refused, missing, refuse_all
from safeguarding.rights import Permission

OF_AGENCY = "A report is asked of an agency, and not of the family."
TAKEN_BACK = "This was taken back already."
IN_DIARY = "This meeting is not in the diary any more."
OTHERS = "Only the meeting’s own chair decides whether it goes on."
OF_EACH = "Record of each person of the family when they were shown it"
SHOWN_TO_ONE = "It is recorded that somebody of the family was shown it. Take that back first"
NOT_LATE = "Select only people whose report is asked for and has not come"
REPORT = tuple(field.name for field in fields(ReportTold))


@operation(needs=Permission.INVITE)
def tell_report(
    *, invitation: Invitation, told: ReportTold, seen: str | None = None, by: User, at: dt.datetime
) -> Invitation:
    """When an agency’s report came, or why none does, and when and how the family was shown it; told again,
    as told last.

    Raises StaleVersion as tell_answer does, Refused for days that cannot be, for somebody of the family, and
    where it is told of each of the family when they were shown it.
    """
    if not invitation.agency_kind:
        raise Refused(OF_AGENCY)
    since = day_of(invitation.request.requested_at)
    refuse_all(report_problems(told, since, day_of(at)))
    if told.is_shown and is_told_of_each(invitation):
        raise Refused(OF_EACH, "shared_way")
    if told.shared_way == Shown.NEVER and is_shown_to_one(invitation):
        raise Refused(SHOWN_TO_ONE, "shared_way")
    return tell(invitation, asdict(told), seen, by, at)


@operation(needs=Permission.INVITE)
def chase(
    *, invitations: Collection[Invitation], told: ChaseTold, by: User, at: dt.datetime
) -> list[ReportChase]:
    """Reports that have not come were asked for once more: of those who write them, or of their manager.

    Raises Refused for nobody, a missing answer, a day that cannot be, and for a report that came.
    """
    refuse_all([] if invitations else [Problem("Select who was chased", "people")])
    request = lock_request(next(iter(invitations)).request)
    people = lock_all(list(invitations))
    for one in people:
        refuse_parted(one, "request", request)
        refuse_off(one)
        if not is_waited_for(one):
            raise Refused(NOT_LATE, "people")
    refuse_all(chase_problems(told, day_of(request.requested_at), day_of(at)))
    made = [_chase(one, told, by, at) for one in people]
    audit.record("reports.chased", request, by=by, at=at, detail={"people": len(made)})
    refresh(request, met_by=by, at=at)
    return made


def _chase(one: Invitation, told: ChaseTold, teller: User, at: dt.datetime) -> ReportChase:
    assert told.channel is not None and told.chased_date is not None  # Refused above.
    values = {
        "channel": told.channel.value,
        "chased_date": told.chased_date,
        "is_to_manager": told.is_to_manager,
        "whom": told.whom.strip(),
        "words": told.words.strip(),
    }
    rows = ReportChase.objects.unscoped("how a report in hand was chased")
    same: ReportChase | None = rows.filter(
        invitation=one, told_by=teller, taken_back_at=None, **values
    ).first()
    if same is not None:
        return same
    made: ReportChase = ReportChase.objects.create(invitation=one, told_by=teller, told_at=at, **values)
    return made


@operation(needs=Permission.INVITE)
def tell_chase(
    *, chase: ReportChase, told: ChaseTold, is_taken_back: bool = False, by: User, at: dt.datetime
) -> ReportChase:
    """How a report was chased, told otherwise; or taken back, where it was not. Taken back twice, it is once.

    Raises Refused as chase() does, and where it was taken back before.
    """
    request = lock_request(chase.invitation.request)
    held = lock(chase)
    if held.taken_back_at is not None and is_taken_back:
        return held
    if held.taken_back_at is not None:
        raise Refused(TAKEN_BACK)
    if is_taken_back:
        held.taken_back_by, held.taken_back_at = by, at
        held.save(update_fields=["taken_back_by", "taken_back_at"])
    else:
        refuse_all(chase_problems(told, day_of(request.requested_at), day_of(at)))
        assert told.channel is not None and told.chased_date is not None  # Refused above.
        held.channel, held.chased_date, held.is_to_manager = (
            told.channel.value,
            told.chased_date,
            told.is_to_manager,
        )
        held.whom, held.words, held.told_by, held.told_at = told.whom.strip(), told.words.strip(), by, at
        held.save()
    audit.record("report.chase_told", held, by=by, at=at, detail={"taken_back": is_taken_back})
    refresh(request, met_by=by, at=at)
    return held


@operation(needs=Permission.RECORD_CONFERENCE)
def go_on(*, booking: Booking, reason: str, by: User, at: dt.datetime) -> QuorumChoice:
    """A chair goes on with a meeting to which too few agencies say that they come. Told again, with another
    reason, it is told once more; with the same one it stands as it is.

    Raises Refused without a reason, for another’s meeting, and for one that is not in the diary.
    """
    refuse_all(missing(reason=(reason, "Enter why the meeting goes on")))
    held = lock(booking)
    if held.chair_id != by.pk:
        raise Refused(OTHERS)
    if held.state != BookingState.BOOKED:
        raise Refused(IN_DIARY)
    rows = QuorumChoice.objects.unscoped("why the meeting in hand goes on")
    last: QuorumChoice | None = rows.filter(booking=held).last()
    there = put_there_at(held.request_id)
    if last is not None and last.reason == reason.strip() and there and last.told_at >= there:
        return last
    made: QuorumChoice = QuorumChoice.objects.create(
        booking=held, reason=reason.strip(), told_by=by, told_at=at
    )
    audit.record("meeting.goes_on", held, by=by, at=at)
    refresh(held, met_by=by, at=at)
    return made
