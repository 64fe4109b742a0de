"""An enquiry recorded in error is void, with the reason, and may be put back; nothing of it is lost."""

from __future__ import annotations

import datetime as dt

from conferences.models import ConferenceNeed, Enquiry, StrategyDiscussion
from conferences.operations.duties_refresh import refresh
from conferences.operations.enquiries import episode_of
from conferences.operations.enquiries_changes import lock_standing, note
from conferences.queries.enquiries import Builds, builds_on, days_of, open_enquiry_of, starts_of
from conferences.rules.enquiries import EnquiryChangeKind, Stays, VoidReason, first_day_problem
from safeguarding import audit
from safeguarding.clock import day_of
from safeguarding.labelled import values
from safeguarding.models import Child, User
from safeguarding.operation import lock, lock_all, need_words, operation
from safeguarding.refusals import Problem, Refused, refuse_all
from safeguarding.rights import Permission
from safeguarding.wording import lower_first, uk_date

NO_WHY = "Enter what was wrong"
WHOSE = "Enter the number of a child whose record you may see"
SAME = "This is the child for whom it is recorded. Enter the number of the right one"
OPEN_ONE = (
    "The enquiry from {day} about this child is open, and there is one at a time. Record how that one ended,"
    " or make it void, first"
)
NOT_VOID = "This enquiry is not void: somebody has put it back already."


@operation(needs=Permission.CORRECT_ENQUIRY)
def void(
    *,
    enquiry: Enquiry,
    reason: str,
    words: str,
    number: str,
    right_child: Child | None,
    stays: str = "",
    by: User,
    at: dt.datetime,
) -> Enquiry:
    """Say that enquiries were recorded in error: out of every clock, list and figure, kept in the history.

    Where the child was the wrong one, the same discussions are recorded for the right one (`number` as it
    was typed, `right_child` as it was found); where that child has an open one, `stays` says which of the two
    does. Refused where a request or a conference stands on it.
    """
    if right_child is not None:
        lock_all([enquiry.child, right_child])
    held = lock_standing(enquiry)
    refuse_all(standing_problems(builds_on(held)))
    if reason not in VoidReason.__members__:
        raise Refused("Select why it is void", "reason")
    why = need_words(words=(words, NO_WHY))["words"]
    moves = reason == VoidReason.WRONG_CHILD and bool(number.strip())
    if moves:
        refuse_all(_child_problems(held, right_child, stays, day_of(at)))
    _close(held, reason, why, by, at)
    if moves and right_child is not None:
        _move_to(right_child, held, stays, by, at)
    refresh(held, met_by=by, at=at)
    return held


def _close(held: Enquiry, reason: str, words: str, by: User, at: dt.datetime) -> None:
    held.voided_at, held.voided_by, held.voided_reason, held.voided_words = at, by, reason, words
    held.save(update_fields=["voided_at", "voided_by", "voided_reason", "voided_words"])
    note(held, EnquiryChangeKind.VOIDED, words, by, at, reason=reason)
    audit.record("enquiry.voided", held, by=by, at=at, detail={"reason": reason})


def _move_to(child: Child, voided: Enquiry, stays: str, by: User, at: dt.datetime) -> None:
    """The same discussions for the right child, which has one open enquiry at a time."""
    open_one = open_enquiry_of(child, day_of(at))
    if open_one is not None and stays == Stays.OWN:
        return
    if open_one is not None:
        _close(lock_standing(open_one), VoidReason.TWICE, voided.voided_words, by, at)
    refresh(_record_for(child, voided, by, at), met_by=by, at=at)


def standing_problems(builds: Builds) -> list[Problem]:
    """What stands on an enquiry and must go first, as sentences; none where nothing does."""
    if builds.held:
        day = uk_date(builds.held)
        return [Problem(f"The conference of {day} was held on this enquiry, so it cannot be void")]
    return [
        Problem(
            f"The request of {uk_date(asked.request.requested_at)} for a conference stands on this enquiry."
            " Withdraw it first"
        )
        for asked in builds.requests
    ]


def _child_problems(enquiry: Enquiry, child: Child | None, stays: str, on: dt.date) -> list[Problem]:
    """Why the same discussions cannot be recorded for a child."""
    if child is None:
        return [Problem(WHOSE, "number")]
    if child.pk == enquiry.child_id:
        return [Problem(SAME, "number")]
    day = enquiry.started_date
    if wrong := first_day_problem(day, days_of(child), on):
        return [Problem(f"{child.display_name} cannot be the right child: {lower_first(wrong)}", "number")]
    if day in starts_of(child):
        words = f"An enquiry about {child.display_name} from {uk_date(day)} is already recorded"
        return [Problem(f"{words}. Leave this empty, and only this one is void", "number")]
    return _open_problems(child, stays, on)


def _open_problems(child: Child, stays: str, on: dt.date) -> list[Problem]:
    """Two would be open: a person says which stays, and one that others build on does."""
    open_one = open_enquiry_of(child, on)
    if open_one is None:
        return []
    if stays not in values(Stays):
        day = uk_date(open_one.started_date)
        words = f"{child.display_name} has an open enquiry from {day}. Select which of the two stays"
        return [Problem(words, "stays")]
    on_it = standing_problems(builds_on(open_one)) if stays == Stays.THIS else []
    return [Problem(one.sentence, "stays") for one in on_it]


def _record_for(child: Child, voided: Enquiry, by: User, at: dt.datetime) -> Enquiry:
    """The same discussions, as an enquiry about the child whom they were about."""
    day = voided.started_date
    made: Enquiry = Enquiry.objects.create(child=child, started_date=day, episode=episode_of(child, day))
    talks = StrategyDiscussion.objects.unscoped("the discussions of an enquiry in scope")
    StrategyDiscussion.objects.bulk_create(
        [
            StrategyDiscussion(
                enquiry=made,
                held_date=one.held_date,
                started_enquiry=one.started_enquiry,
                notes=one.notes,
            )
            for one in talks.filter(enquiry=voided)
        ]
    )
    detail = {"child": child.pk, "started": day.isoformat(), "instead_of": voided.pk}
    audit.record("enquiry.recorded", made, by=by, at=at, detail=detail)
    return made


@operation(needs=Permission.CORRECT_ENQUIRY)
def restore(*, enquiry: Enquiry, words: str, by: User, at: dt.datetime) -> Enquiry:
    """Put back an enquiry that was void, with the reason: its clock runs as if it never had been.

    Refused where the child has another enquiry of that day by now, or one that is open.
    """
    child = lock(enquiry.child)
    held = lock(enquiry, "child")
    why = need_words(words=(words, "Enter why it is put back"))["words"]
    if held.voided_at is None:
        raise Refused(NOT_VOID)
    if held.started_date in starts_of(child):
        raise Refused(f"Another enquiry from {uk_date(held.started_date)} is recorded for this child by now")
    open_one = open_enquiry_of(child, day_of(at))
    waits = not held.outcome and held.conference_need != ConferenceNeed.NOT_NEEDED
    if open_one is not None and waits:
        raise Refused(OPEN_ONE.format(day=uk_date(open_one.started_date)))
    held.voided_at, held.voided_by, held.voided_reason, held.voided_words = None, None, "", ""
    held.save(update_fields=["voided_at", "voided_by", "voided_reason", "voided_words"])
    note(held, EnquiryChangeKind.RESTORED, why, by, at)
    audit.record("enquiry.restored", held, by=by, at=at)
    refresh(held, met_by=by, at=at)
    return held
