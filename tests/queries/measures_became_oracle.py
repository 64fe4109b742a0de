"""What became of children, and its figures, once more in loops over the rows, from the definitions' words.

It shares nothing with the rules or the figures' SQL: kinds, months and order are written out. Every day since
go-live is taken as known.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from conferences import models as story
from safeguarding.models import Child
from tests.queries.clocks_ledger import rows
from tests.queries.measures_oracle import later

ORDER = (
    "DIED",
    "LOOKED_AFTER",
    "ON_PLAN",
    "HAD_PLAN",
    "OTHER_ORDER",
    "CONFERENCE",
    "UNDER_WAY",
    "ENQUIRY",
    "REFERRAL",
    "IN_NEED",
    "HAD_IN_NEED",
    "EIGHTEEN",
    "NOT_KNOWN",
    "NOTHING",
)
DECISIVE = ("AGREE", "AGREE_LEGAL", "ANOTHER_WAY", "PARTNER_RIGHT")
AGREED = ("AGREE", "AGREE_LEGAL", "PARTNER_RIGHT")
LONDON = ZoneInfo("Europe/London")
MONTHS = (3, 6, 12)
Result = tuple[int, int | None]


def day_in_london(moment: Any) -> date:
    day: date = moment.astimezone(LONDON).date()
    return day


def is_18(born: date) -> date:
    try:
        return born.replace(year=born.year + 18)
    except ValueError:
        return date(born.year + 18, 3, 1)


def last_of(child: Child) -> date:
    """The day after which nobody looks: far ahead while the child lives and is not 18."""
    days = [child.death_date] if child.death_date else []
    days += [is_18(child.birth_date)] if child.birth_date else []
    return min(days, default=date.max)


# ----- What was found ---------------------------------------------------------------------------------------


def found(child: Child, since: date, due: date, *, of_plan: bool) -> set[str]:
    """Every kind that the record tells of, whichever is first; NOT_KNOWN and NOTHING where there is none."""
    until = min(due, last_of(child))
    kinds = {*_ends(child, due), *_plans(child, since, until), *_help(child, since, until)}
    kinds |= {*_ways(child, since, until, of_plan=of_plan), *_life(child, since, until)}
    if not kinds:
        return {"NOT_KNOWN" if is_away(child, since, until) else "NOTHING"}
    return kinds


def gravest(kinds: Iterable[str]) -> str:
    return min(kinds, key=ORDER.index)


def _ends(child: Child, due: date) -> Iterator[str]:
    if child.death_date and child.death_date <= due:
        yield "DIED"
    elif child.birth_date and is_18(child.birth_date) <= due:
        yield "EIGHTEEN"


def _own(model: Any, child: Child, **of: Any) -> list[Any]:
    return [
        row
        for row in rows(model)
        if row.child_id == child.pk and all(getattr(row, name) == value for name, value in of.items())
    ]


def _plans(child: Child, since: date, until: date) -> Iterator[str]:
    for plan in _own(story.Plan, child, held_for_other_authority=False):
        end = plan.end_date or date.max
        if plan.start_date <= until < end:
            yield "ON_PLAN"
        elif plan.start_date <= until and since < end <= until:
            yield "HAD_PLAN"


def _help(child: Child, since: date, until: date) -> Iterator[str]:
    for plan in _own(story.ChildInNeedPlan, child, in_error=False):
        end = plan.end_date or date.max
        if plan.start_date <= until < end:
            yield "IN_NEED"
        elif plan.start_date <= until and since < end <= until:
            yield "HAD_IN_NEED"


def _ways(child: Child, since: date, until: date, *, of_plan: bool) -> Iterator[str]:
    first = since + timedelta(days=1)
    if any(first <= one.referral_date <= until for one in _own(story.NeedEpisode, child, in_error=False)):
        yield "REFERRAL"
    if any(first <= one.started_date <= until for one in _own(story.Enquiry, child, voided_at=None)):
        yield "ENQUIRY"
    met = [one.conference.held_date for one in _own(story.ConferenceChild, child)]
    if any((first if of_plan else since) <= day <= until for day in met):
        yield "CONFERENCE"
    if any(asked <= until < over for asked, over in _asked(child)):
        yield "UNDER_WAY"


def _asked(child: Child) -> Iterator[tuple[date, date]]:
    """Each day on which a conference was asked for, and that on which it was over; far ahead while it is
    not.
    """
    for one in _own(story.RequestedChild, child):
        over = [one.request.withdrawn_at] if one.request.withdrawn_at else []
        held = [
            b.conference.held_date
            for b in rows(story.Booking)
            if b.request_id == one.request_id and b.conference_id
        ]
        days = [*map(day_in_london, over), *held]
        yield day_in_london(one.history_checked_at), min(days, default=date.max)


def _life(child: Child, since: date, until: date) -> Iterator[str]:
    told = [(one.kind, one.day) for one in _own(story.LifeEvent, child, in_error=False)]
    for plan in _own(story.Plan, child, held_for_other_authority=False):
        if plan.end_date and "LOOKED_AFTER" in (plan.end_reason, plan.step_down):
            told.append(("LOOKED_AFTER", plan.end_date))
        elif plan.end_date and plan.end_reason == "OTHER_ORDER":
            told.append(("OTHER_ORDER", plan.end_date))
    for kind in ("LOOKED_AFTER", "OTHER_ORDER"):
        if any(one == kind and since <= day <= until for one, day in told):
            yield kind


def is_away(child: Child, since: date, until: date) -> bool:
    """Whether the child moved away by a day and nothing here is recorded since."""
    if until <= since:
        return False
    went = [
        one.day
        for one in _own(story.LifeEvent, child, in_error=False)
        if one.kind in ("MOVED_AWAY", "LEFT_UK") and one.day <= until
    ]
    own = _own(story.Plan, child, held_for_other_authority=False)
    for plan in own:
        ended_by_a_move = plan.end_reason in ("MOVED", "LEFT_UK") or plan.step_down == "OTHER_AUTHORITY"
        if ended_by_a_move and plan.end_date <= until:
            went.append(plan.end_date)
    here = [one.referral_date for one in _own(story.NeedEpisode, child, in_error=False)]
    here += [one.started_date for one in _own(story.Enquiry, child, voided_at=None)]
    here += [one.conference.held_date for one in _own(story.ConferenceChild, child)]
    here += [one.notified_date for one in _own(story.TransferIn, child, in_error=False)]
    here += [asked for asked, _ in _asked(child)]
    here += [one.start_date for one in [*own, *_own(story.ChildInNeedPlan, child, in_error=False)]]
    return bool(went) and not any(max(went) < day <= until for day in here)


# ----- What is due ------------------------------------------------------------------------------------------


def subjects() -> Iterator[tuple[Any, Child, date]]:
    """After what something is looked up, of whom, and since when: answers and plans."""
    answers = rows(story.ConsultationAnswer)
    replaced = {one.supersedes_id for one in answers}
    for one in answers:
        stands = one.consultation.state in ("AGREED", "ANOTHER_WAY")
        if one.answer in DECISIVE and one.pk not in replaced and stands:
            yield one, one.consultation.child, day_in_london(one.answered_at)
    for plan in rows(story.Plan):
        goes_on = plan.end_reason not in ("ERROR", "SET_ASIDE", "DIED", "EIGHTEEN")
        if plan.end_date and goes_on and not plan.held_for_other_authority:
            yield plan, plan.child, plan.end_date


def due_of(child: Child, since: date) -> Iterator[tuple[int, date]]:
    """The look-ups after a day: after a death or the 18th birthday one more, and then none."""
    before = since
    for months in MONTHS:
        if last_of(child) <= before:
            return
        before = later(since, months)
        yield months, before


# ----- The figures ------------------------------------------------------------------------------------------


def became_oracle(from_: date, to: date) -> dict[str, Result]:
    """{code: (numerator, denominator)} by the words of the definitions."""
    decided = [
        one
        for one, _, since in subjects()
        if isinstance(one, story.ConsultationAnswer) and from_ <= since <= to
    ]
    kept = [one for one in rows(story.LookUp) if from_ <= one.due_date <= to]
    due = len(kept) + sum(_not_made(from_, to))
    in_time = [one for one in kept if day_in_london(one.looked_at) <= one.due_date + timedelta(days=7)]
    back = [one for one in kept if one.plan_id and one.months == 12]
    on_plan = [one for one in back if {told["kind"] for told in one.told} & {"ON_PLAN", "HAD_PLAN"}]
    stayed = [one for one in back if one in on_plan or one.not_known != "AWAY"]
    return {
        "consultations_decided": (len(decided), None),
        "agreed_to_plan": _of(_agreed(decided)),
        "look_ups_in_time": (len(in_time), due),
        "look_ups_known": (sum(one.found != "NOT_KNOWN" for one in kept), len(kept)),
        "back_on_plan_in_12_months": (len(on_plan), len(stayed)),
    }


def _of(counted: Iterable[bool]) -> Result:
    told = list(counted)
    return sum(told), len(told)


def _not_made(from_: date, to: date) -> Iterator[bool]:
    kept = {(one.answer_id, one.plan_id, one.months) for one in rows(story.LookUp)}
    for subject, child, since in subjects():
        is_plan = isinstance(subject, story.Plan)
        key = (None, subject.pk) if is_plan else (subject.pk, None)
        for months, day in due_of(child, since):
            if from_ <= day <= to and (*key, months) not in kept:
                yield day + timedelta(days=7) <= to


def _agreed(decided: Iterable[Any]) -> Iterator[bool]:
    for one in decided:
        asked = one.consultation.requested_child
        if one.answer not in AGREED or asked is None:
            continue
        for met in rows(story.ConferenceChild):
            same = (met.enquiry_id and met.enquiry_id == asked.enquiry_id) or (
                met.transfer_in_id and met.transfer_in_id == asked.transfer_in_id
            )
            plans = [plan for plan in rows(story.Plan) if plan.begun_at_id == met.pk]
            decisions = [each for each in rows(story.Decision) if each.conference_child_id == met.pk]
            if met.child_id == asked.child_id and same and (plans or decisions):
                yield bool(plans) or any(each.outcome == "PLAN_BEGINS" for each in decisions)
