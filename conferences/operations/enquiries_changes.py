"""What is told otherwise of an enquiry that stands recorded: its outcome, its start, a further discussion."""

from __future__ import annotations

import datetime as dt
from typing import Any

from conferences.models import ConferenceNeed, Enquiry, EnquiryChange, Source, StrategyDiscussion
from conferences.operations.duties_refresh import refresh
from conferences.operations.enquiries import episode_of
from conferences.queries.enquiries import known, latest_change, outcome_of, start_of, talks_of, who_may_agree
from conferences.rules.enquiries import (
    EnquiryChangeKind,
    EnquiryOutcome,
    Outcome,
    StartReason,
    Talks,
    discussion_problem,
    outcome_problems,
    start_problem,
)
from safeguarding import audit
from safeguarding.clock import day_of
from safeguarding.models import User
from safeguarding.operation import lock, operation
from safeguarding.refusals import Problem, Refused, missing, refuse_all
from safeguarding.rights import Permission
from safeguarding.versions import StaleVersion, seen_as
from safeguarding.wording import uk_date

VOID = "This enquiry was recorded in error and is void. Put it back before you change it."
# Go on from who did so.
OTHER_OUTCOME = "has told an outcome since you opened this. Both are shown: send what is right"
OTHER_START = "has changed the start since you opened this. It is now {day}. Send yours if that is not right"
NOT_A_MANAGER = "Select a manager of children’s social care who is at work here"
# Beside which field of the form a day stands.
DAY_FIELDS = {
    StartReason.ANOTHER: "another",
    StartReason.WRONG_DATE: "right_date",
    StartReason.ANEW: "anew_date",
}
NO_DAY = {
    StartReason.ANOTHER: "Select the discussion that started the enquiries",
    StartReason.WRONG_DATE: "Enter the right date of the discussion",
    StartReason.ANEW: "Enter the date of the further discussion",
}


@operation(needs=Permission.CONCLUDE_ENQUIRY)
def tell_outcome(
    *,
    enquiry: Enquiry,
    outcome: str,
    day: dt.date | None,
    agreed_by: User | None,
    words: str,
    seen: str | None = None,
    by: User,
    at: dt.datetime,
) -> Enquiry:
    """How the enquiries ended, and the day. Without a conference: which other manager agreed, and why (R4).

    It may be told otherwise later, with the reason. Refused: a day before the start or ahead, a conference
    that was held or is asked for called not needed, a manager who is none; StaleVersion where another
    outcome was told since this one was `seen`.
    """
    held = lock_standing(enquiry)
    _refuse_stale(held, EnquiryChangeKind.OUTCOME, seen, outcome_of(held), OTHER_OUTCOME, at)
    told = Outcome(outcome, day, agreed_by.pk if agreed_by else None, words)
    refuse_all(outcome_problems(told, known(held), by=by.pk, on=day_of(at)))
    needed = outcome == EnquiryOutcome.CONFERENCE
    if not needed and agreed_by not in who_may_agree(by):
        raise Refused(NOT_A_MANAGER, "agreed_by")
    held.outcome, held.outcome_date = outcome, day
    held.conference_need = ConferenceNeed.NEEDED if needed else ConferenceNeed.NOT_NEEDED
    held.save(update_fields=["outcome", "outcome_date", "conference_need"])
    agreed = None if needed else agreed_by
    note(held, EnquiryChangeKind.OUTCOME, words, by, at, outcome=outcome, day=day, agreed_by=agreed)
    detail = {"outcome": outcome, "day": str(day), "agreed_by": agreed and agreed.pk}
    audit.record("enquiry.outcome", held, by=by, at=at, detail=detail)
    refresh(held, met_by=by, at=at)
    return held


@operation(needs=Permission.CORRECT_ENQUIRY)
def change_start(
    *,
    enquiry: Enquiry,
    reason: str,
    day: dt.date | None,
    words: str,
    seen: str | None = None,
    by: User,
    at: dt.datetime,
) -> Enquiry:
    """Another day as the start of the enquiries, with its code and words: the clock runs from it (1.3).

    What was told of the conference's day stays as it was told until somebody tells it anew. Refused: a day on
    which they cannot have started, or on which others did; a conference held before it. StaleVersion where
    the start is another than was `seen`.
    """
    held = lock_standing(enquiry)
    now_from = OTHER_START.format(day=uk_date(held.started_date))
    _refuse_stale(held, EnquiryChangeKind.START, seen, start_of(held), now_from, at)
    code, start = _reason_and_day(reason, day, words)
    talks = talks_of(held)
    if code is StartReason.ANOTHER and start not in talks.others:
        raise Refused(NO_DAY[code], DAY_FIELDS[code])
    if problem := start_problem(code, start, talks, day_of(at)):
        raise Refused(problem, DAY_FIELDS[code])
    before = held.started_date
    _move_start(held, code, start, talks)
    note(held, EnquiryChangeKind.START, words, by, at, reason=code.value, day=start, day_before=before)
    detail = {"reason": code.value, "from": before.isoformat(), "to": start.isoformat()}
    audit.record("enquiry.start_changed", held, by=by, at=at, detail=detail)
    refresh(held, met_by=by, at=at)
    return held


def _reason_and_day(reason: str, day: dt.date | None, words: str) -> tuple[StartReason, dt.date]:
    if reason not in StartReason.__members__:
        raise Refused("Select why the start is another", "reason")
    code = StartReason[reason]
    found = missing(words=(words, "Enter why the start is changed"))
    refuse_all([*found, *([] if day else [Problem(NO_DAY[code], DAY_FIELDS[code])])])
    assert day is not None
    return code, day


def _move_start(held: Enquiry, code: StartReason, start: dt.date, talks: Talks) -> None:
    rows = StrategyDiscussion.objects.unscoped("the discussions of an enquiry in scope").filter(enquiry=held)
    began = rows.get(started_enquiry=True)
    if code is StartReason.WRONG_DATE:
        began.held_date = start
        began.save(update_fields=["held_date"])
    else:
        began.started_enquiry = False
        began.save(update_fields=["started_enquiry"])
        if start in talks.others:
            (other, *_) = rows.filter(held_date=start).exclude(pk=began.pk)
            other.started_enquiry = True
            other.save(update_fields=["started_enquiry"])
        else:
            StrategyDiscussion.objects.create(enquiry=held, held_date=start, started_enquiry=True)
    if held.source == Source.CENSUS and held.file_start_date is None:
        held.file_start_date = held.started_date
    held.started_date = start
    held.episode = episode_of(held.child, start) or held.episode
    held.save(update_fields=["started_date", "file_start_date", "episode"])


@operation(needs=Permission.ASK_CONFERENCE)
def record_discussion(
    *, enquiry: Enquiry, held_date: dt.date | None, notes: str, by: User, at: dt.datetime
) -> StrategyDiscussion:
    """A further strategy discussion in the same enquiries, before or after the one that started them: the
    clock stays where it is (1.3). Refused: a day that is recorded already, ahead, or before a pregnancy.
    """
    held = lock_standing(enquiry)
    if problem := discussion_problem(held_date, talks_of(held), day_of(at)):
        raise Refused(problem, "held_date")
    assert held_date is not None
    made: StrategyDiscussion = StrategyDiscussion.objects.create(
        enquiry=held, held_date=held_date, notes=notes.strip()
    )
    detail = {"enquiry": held.pk, "day": held_date.isoformat()}
    audit.record("enquiry.discussion", made, by=by, at=at, detail=detail)
    return made


def lock_standing(enquiry: Enquiry) -> Enquiry:
    """The enquiry as it stands, its child held before it. Raises Refused where it is void."""
    lock(enquiry.child)
    held = lock(enquiry, "child", "episode")
    if held.voided_at is not None:
        raise Refused(VOID)
    return held


def _refuse_stale(
    held: Enquiry,
    kind: EnquiryChangeKind,
    seen: str | None,
    stands: dict[str, Any],
    words: str,
    at: dt.datetime,
) -> None:
    """Somebody else told it since the page was opened: `words` go on from who."""
    if seen in (None, "", seen_as(stands)):
        return
    last = latest_change(held, kind)
    who, when = (last.changed_by, last.changed_at) if last else (audit.system_user(), at)
    raise StaleVersion(
        theirs=stands,
        seen=seen_as(stands),
        saved_by=who,
        saved_at=when,
        sentence=f"{who.full_name} {words}",
    )


def note(
    enquiry: Enquiry, kind: EnquiryChangeKind, words: str, teller: User, at: dt.datetime, **told: Any
) -> None:
    """Keep what was told otherwise, for whoever reads the history."""
    EnquiryChange.objects.create(
        enquiry=enquiry, kind=kind.value, words=words.strip(), changed_by=teller, changed_at=at, **told
    )
