"""Each of the family was shown agencies’ reports: told of several at once, otherwise, and taken back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection

from conferences.models import Invitation, ReportShowing, Request
from conferences.operations.duties_refresh import refresh
from conferences.operations.invitations import lock_request, refuse_off
from conferences.queries.exclusions import standing_exclusions
from conferences.queries.invitations_showings import excluded_since, is_old_enough, is_to_show
from conferences.rules.invitations import Shown
from conferences.rules.invitations_showings import ShowingTold, showing_problems
from safeguarding import audit
from safeguarding.clock import day_of
from safeguarding.models import User
from safeguarding.operation import lock, lock_all, operation, refuse_parted
from safeguarding.refusals import Problem, Refused, missing, refuse_all
from safeguarding.rights import Permission
from safeguarding.wording import uk_date

NO_REPORT, NO_READER = "Select which reports", "Select who of the family"
NOT_A_REPORT = "Select only agencies whose report was asked for or came"
NOT_FAMILY = "Select only people of the family"
NEVER = (
    "It is recorded that the report of {name} is not shown to the family. Change that first, on the page of"
    " the report"
)
TOO_YOUNG = "{name} is too young to be given a report"
EXCLUDED = "{name} is excluded from the whole conference since {day}, so they are not shown its reports"
KNOWN = "This is recorded already, in other words. Change it in the list of who was shown the reports"
TAKEN_BACK = "This was taken back already."


@operation(needs=Permission.INVITE)
def show(
    *,
    reports: Collection[Invitation],
    readers: Collection[Invitation],
    told: ShowingTold,
    by: User,
    at: dt.datetime,
) -> list[ReportShowing]:
    """Each of these people of the family was shown each of these reports; what is told of one of them already
    stands as it was told.

    Raises Refused for nobody, a missing answer, a day that cannot be, a report that is not shown to the
    family, and for whoever is excluded or too young.
    """
    lacks = [] if reports else [Problem(NO_REPORT, "reports")]
    refuse_all(lacks + ([] if readers else [Problem(NO_READER, "readers")]))
    request = lock_request(next(iter(reports)).request)
    asked = {one.pk for one in reports}
    held = lock_all(list({one.pk: one for one in (*reports, *readers)}.values()))
    for one in held:
        refuse_parted(one, "request", request)
        refuse_off(one)
    of_agencies = [one for one in held if one.pk in asked]
    people = [one for one in held if one.pk in {reader.pk for reader in readers}]
    refuse_all(showing_problems(told, day_of(request.requested_at), day_of(at)))
    refuse_all([*_report_problems(of_agencies), *_reader_problems(request, people, told, "readers")])
    found = [_show(report, reader, told, by, at) for report in of_agencies for reader in people]
    if not any(found):
        raise Refused(KNOWN, "readers")
    made = [one for one in found if one is not None]
    audit.record("reports.shown", request, by=by, at=at, detail={"showings": len(made)})
    refresh(request, met_by=by, at=at)
    return made


def _report_problems(reports: Collection[Invitation]) -> list[Problem]:
    found = []
    for one in reports:
        if not is_to_show(one):
            never = one.shared_way == Shown.NEVER
            found.append(Problem(NEVER.format(name=one.name) if never else NOT_A_REPORT, "reports"))
    return found


def _reader_problems(
    request: Request, readers: Collection[Invitation], told: ShowingTold, field: str
) -> list[Problem]:
    """Who cannot have been shown a report; that somebody did not want it, or is not to see it, may be told of
    anybody.
    """
    if any(one.agency_kind for one in readers):
        return [Problem(NOT_FAMILY, field)]
    if not told.is_shown or told.shown_date is None:
        return []
    found, exclusions = [], standing_exclusions(request)
    for one in readers:
        since = excluded_since(exclusions, one)
        if one.requested_child_id and not is_old_enough(one, told.shown_date):
            found.append(Problem(TOO_YOUNG.format(name=one.name), field))
        if since and told.shown_date >= since:
            found.append(Problem(EXCLUDED.format(name=one.name, day=uk_date(since)), field))
    return found


def _show(
    report: Invitation, reader: Invitation, told: ShowingTold, teller: User, at: dt.datetime
) -> ReportShowing | None:
    """None where something else is told of them already."""
    values = _values(told)
    rows = ReportShowing.objects.unscoped("whether somebody was shown a report in hand")
    stands: ReportShowing | None = rows.filter(invitation=report, reader=reader, taken_back_at=None).first()
    if stands is not None:
        return stands if all(getattr(stands, name) == one for name, one in values.items()) else None
    made: ReportShowing = ReportShowing.objects.create(
        invitation=report, reader=reader, told_by=teller, told_at=at, **values
    )
    return made


def _values(told: ShowingTold) -> dict[str, object]:
    assert told.way is not None and told.shown_date is not None  # Refused above.
    return {
        "way": told.way.value,
        "shown_date": told.shown_date,
        "shown_by": told.shown_by.strip(),
        "language": told.language.strip(),
        "words": told.words.strip(),
    }


@operation(needs=Permission.INVITE)
def tell_showing(*, showing: ReportShowing, told: ShowingTold, by: User, at: dt.datetime) -> ReportShowing:
    """How somebody was shown a report, told otherwise.

    Raises Refused as show() does, and where it was taken back before.
    """
    request = lock_request(showing.invitation.request)
    held = lock(showing, "reader")
    if held.taken_back_at is not None:
        raise Refused(TAKEN_BACK)
    refuse_all(showing_problems(told, day_of(request.requested_at), day_of(at)))
    refuse_all(_reader_problems(request, [held.reader], told, "way"))
    for name, value in _values(told).items():
        setattr(held, name, value)
    held.told_by, held.told_at = by, at
    held.save(update_fields=[*_values(told), "told_by", "told_at"])
    audit.record("report.showing_told", held, by=by, at=at)
    refresh(request, met_by=by, at=at)
    return held


@operation(needs=Permission.INVITE)
def take_back_showing(*, showing: ReportShowing, why: str, by: User, at: dt.datetime) -> ReportShowing:
    """Somebody was not shown a report after all. Taken back twice, it is once.

    Raises Refused without a reason.
    """
    refuse_all(missing(taken_back_why=(why, "Enter why it is taken back")))
    request = lock_request(showing.invitation.request)
    held = lock(showing)
    if held.taken_back_at is not None:
        return held
    held.taken_back_by, held.taken_back_at, held.taken_back_why = by, at, why.strip()
    held.save(update_fields=["taken_back_by", "taken_back_at", "taken_back_why"])
    audit.record("report.showing_taken_back", held, by=by, at=at)
    refresh(request, met_by=by, at=at)
    return held
