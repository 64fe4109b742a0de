"""Corrections of plans and their categories, and of conferences with the plans that have their days."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from conferences.models import Booking, Conference, ConferenceChild, Correction, Plan, PlanCategory
from conferences.models.corrections import WITH_PLAN
from conferences.models.source import Source
from conferences.operations.corrections import Change, Draft, begin, changes, finish
from conferences.operations.duties_refresh import refresh
from conferences.operations.in_need import move_end, move_start
from conferences.operations.plans_elsewhere import check_requests
from conferences.queries import corrections_plans as stands
from conferences.queries.children_days import birth_of
from conferences.rules.corrections import RecordKind
from conferences.rules.corrections_checks import day_refused
from conferences.rules.corrections_plans import conference_day_refused, plan_problems, reason_problems
from conferences.rules.life_events import birthday, is_grown_up
from conferences.rules.scheduling import moment
from safeguarding.clock import day_of
from safeguarding.models import User
from safeguarding.operation import lock_all, lock_rows, operation
from safeguarding.refusals import Problem
from safeguarding.rights import Permission
from safeguarding.wording import LONDON, uk_date

OVERLAP = "Another plan of the child runs on these days"
# Two digits, as the census has them (N00116).
MOST_PLANS = 99
PLAN_REFUSES = {
    "plan_no_overlap_for_a_child": (OVERLAP, "start_date"),
    "plan_once_by_start": (OVERLAP, "start_date"),
    "inneedplan_not_beside_a_plan": (
        "A child in need plan runs on these days. Correct that first",
        "start_date",
    ),
}
TAKEN = "There was another meeting at this time on that day. Look at the diary of that day"
CONFERENCE_REFUSES = {
    **{name: (words, "held_date") for name, (words, _) in PLAN_REFUSES.items()},
    "booking_room_free": (TAKEN, "held_date"),
    "booking_chair_free": (TAKEN, "held_date"),
    "plancategory_one_a_day": ("Another category is from that day", "held_date"),
    "booking_entered_after_it_began_and_why": (
        "This conference was entered as held already, so it was not held after the day of that entry",
        "held_date",
    ),
}


@operation(needs=Permission.CORRECT_PLAN, retry=True, refuses=PLAN_REFUSES)
def correct_plan(*, row: Plan, change: Change, by: User, at: dt.datetime) -> list[Correction]:
    """A plan's days and how it ended: an ended plan is corrected, and never reopened.

    What a conference gives is corrected with the conference, and not here.
    """
    draft = begin(row, RecordKind.PLAN, change, at)
    made = finish(draft, change, _plan_problems(draft, day_of(at)), by, at, lambda: _follow_start(draft))
    check_requests(draft.row.child, teller=by, at=at)
    refresh(row, met_by=by, at=at)
    return made


def _plan_problems(draft: Draft, on: dt.date) -> list[Problem]:
    plan, facts = draft.row, draft.after
    start, end = facts.get("start_date", plan.start_date), facts.get("end_date", plan.end_date)
    if start is None or (end is None and "end_date" in facts):
        return []  # What is empty is told by every correction.
    days, is_counted = stands.plan_days(plan, start, end), plan.source != Source.RECORDED
    found = plan_problems(days, on)
    if changes(draft, "start_date") and (sentence := day_refused(start, on, birth_of(plan.child_id))):
        found = [Problem(sentence, "start_date")]
    counted = facts.get("previous_plans_recorded")
    if changes(draft, "previous_plans_recorded") and counted is not None and counted > MOST_PLANS:
        found.append(Problem(f"Enter a number of plans, {MOST_PLANS} at most", "previous_plans_recorded"))
    if changes(draft, "end_date", "end_reason"):
        found += reason_problems(facts["end_reason"], end, days.reviews, is_counted=is_counted)
    return found


def _follow_start(draft: Draft) -> None:
    """The category that the plan began with is from its first day, and is that of this day."""
    plan, facts = draft.row, draft.after
    first = plan.categories.filter(from_date=draft.before.get("start_date", plan.start_date))
    if changes(draft, "initial_category"):
        first.update(category=facts["initial_category"])
        _keep_latest(plan)
    if changes(draft, "start_date"):
        first.update(from_date=facts["start_date"])
        remember_start(plan, draft.before["start_date"])
        plan.save(update_fields=["file_start_date"])


@operation(
    needs=Permission.CORRECT_PLAN,
    refuses={"plancategory_one_a_day": ("Another category is from that day", "from_date")},
)
def correct_category(*, row: PlanCategory, change: Change, by: User, at: dt.datetime) -> list[Correction]:
    """A later category of a plan that no decision here gave; the latest one is the plan's."""
    draft = begin(row, RecordKind.CATEGORY, change, at)
    plan, day = draft.row.plan, draft.after.get("from_date")
    found = []
    if day and (day <= plan.start_date or day > (plan.end_date or day_of(at))):
        until = f" to {uk_date(plan.end_date)}" if plan.end_date else ", and not to come"
        words = f"This day must lie within the plan: after {uk_date(plan.start_date)}{until}"
        found.append(Problem(words, "from_date"))
    made = finish(draft, change, found, by, at, lambda: _keep_latest(plan))
    refresh(row, met_by=by, at=at)
    return made


def _keep_latest(plan: Plan) -> None:
    latest = stands.latest_category(plan)
    if latest != plan.latest_category:
        plan.latest_category = latest
        plan.save(update_fields=["latest_category"])


def remember_start(plan: Plan, start: dt.date | None = None) -> None:
    """The start by which files tell of a plan stays known to it, when it is corrected here (`start`: as it
    was, where the plan has another already).
    """
    if plan.source == Source.CENSUS and plan.file_start_date is None:
        plan.file_start_date = start or plan.start_date


# ----- Conferences -----------------------------------------------------------------------------------------


@operation(needs=Permission.CORRECT_PLAN, retry=True, refuses=CONFERENCE_REFUSES)
def correct_conference(*, row: Conference, change: Change, by: User, at: dt.datetime) -> list[Correction]:
    """The day of a conference and, where nobody signed here, its chair.

    With the day go the meeting in the diary, the plans that began there or were ended, and the categories
    that it gave. Refused where something that stands on one of them would lie outside it.
    """
    draft = begin(row, RecordKind.CONFERENCE, change, at)
    attending = stands.attended(draft.row)
    plans = lock_all([plan for one in attending for plan in _plans(one)])
    found = _day_problems(draft, attending, day_of(at)) if changes(draft, "held_date") else []
    made = finish(draft, change, found, by, at, lambda: _move(draft, attending, plans, by, at))
    for one in attending:
        check_requests(one.child, teller=by, at=at)
    refresh(row, met_by=by, at=at)
    return made


def _plans(one: ConferenceChild) -> list[Plan]:
    return [plan for plan in (stands.plan_begun(one), stands.plan_ended(one)) if plan]


def _day_problems(draft: Draft, attending: list[ConferenceChild], on: dt.date) -> list[Problem]:
    held = draft.after["held_date"]
    if held is None:
        return []
    sentence = conference_day_refused(
        held,
        on,
        not_before=stands.not_before(attending),
        not_after=stands.not_after(draft.row, attending),
    ) or _grown_up(held, attending)
    if sentence:
        return [Problem(sentence, "held_date")]
    found: list[Problem] = []
    for one in attending:
        for plan, start, end in _spans(one, held):
            days = stands.plan_days(plan, start, end, but=draft.row)
            if end and plan.end_date and plan.start_date == start:
                days = replace(days, in_need=stands.in_need_before(plan, plan.end_date, end))
            found += plan_problems(days, on, begins="held_date", ends="held_date")
        if one.plan and held <= one.plan.start_date:
            words = f"The plan under review began on {uk_date(one.plan.start_date)}. Its review is after that"
            found.append(Problem(words, "held_date"))
    return found[:1]


def _grown_up(held: dt.date, attending: list[ConferenceChild]) -> str:
    """Why a plan cannot have begun or gone on on a day, for a child of the meeting who was 18 by then."""
    for one in attending:
        decision = getattr(one, "decision", None)
        has_plan = decision is None or decision.outcome in WITH_PLAN
        if has_plan and one.child.birth_date and is_grown_up(one.child.birth_date, held):
            return f"A child of it was 18 on {uk_date(birthday(one.child.birth_date))}, so it was before that"
    return ""


def _spans(one: ConferenceChild, held: dt.date) -> list[tuple[Plan, dt.date, dt.date | None]]:
    """The plans whose first or last day is the conference's, as they would be."""
    begun, ended = stands.plan_begun(one), stands.plan_ended(one)
    return [
        *([(begun, held, begun.end_date)] if begun else []),
        *([(ended, ended.start_date, held)] if ended else []),
    ]


def _move(
    draft: Draft, attending: list[ConferenceChild], plans: list[Plan], writer: User, at: dt.datetime
) -> None:
    """What has its day from the conference goes with it: plans, the child in need plans that they ended,
    categories, the meeting in the diary.
    """
    held, was = draft.after["held_date"], draft.before["held_date"]
    if held == was:
        return
    begun = {plan.pk for one in attending if (plan := stands.plan_begun(one))}
    for plan in plans:
        if plan.pk in begun:
            remember_start(plan)
            plan.start_date = held
            move_end(plan.child_id, was, held, writer=writer, at=at)
        else:
            plan.end_date = held
            move_start(plan.child_id, was, held, writer=writer, at=at)
        plan.save(update_fields=["start_date", "end_date", "file_start_date"])
    if draft.row.source == Source.CENSUS and draft.row.file_held_date is None:
        draft.row.file_held_date = was
        draft.row.save(update_fields=["file_held_date"])
    given = PlanCategory.objects.unscoped("What a conference in scope decided.")
    given.filter(conference_child__in=[one.pk for one in attending]).update(from_date=held)
    given.filter(plan__in=begun, from_date=was).update(from_date=held)
    meetings = Booking.objects.unscoped("The meeting of a conference in scope.").filter(conference=draft.row)
    for meeting in lock_rows(meetings):
        meeting.starts_at = moment(held, meeting.starts_at.astimezone(LONDON).time())
        meeting.ends_at = moment(held, meeting.ends_at.astimezone(LONDON).time())
        meeting.save(update_fields=["starts_at", "ends_at"])
