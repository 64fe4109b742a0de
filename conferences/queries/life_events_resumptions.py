"""Plans whose end was never this child's: what stands on the end, and what waits for a second person."""

from __future__ import annotations

import datetime as dt
from uuid import UUID

from django.db.models import QuerySet

from conferences.models import ConferenceChild, FollowUp, Plan, PlanEnding, PlanResumption
from conferences.queries.life_events import open_asks
from conferences.rules.life_events import ENDS
from conferences.rules.vocabulary import ConferenceKind
from safeguarding.access import Permission, can, get, scope
from safeguarding.models import Child, Outcome, User
from safeguarding.second_person.closing import confirmable
from safeguarding.wording import uk_date

WHY = "what stands on the end of a plan in scope"
REASONS = tuple(reason.value for reason in ENDS.values())


def stands_after(plan: Plan) -> str:
    """What was built on the end of a plan and must go first, in a sentence; "" for nothing."""
    later = Plan.objects.unscoped(WHY).filter(child=plan.child_id, held_for_other_authority=False)
    for day in later.filter(start_date__gte=plan.end_date).values_list("start_date", flat=True):
        return f"A later plan of {uk_date(day)} stands on the end. It stays as it is."
    met = ConferenceChild.objects.unscoped(WHY).filter(child=plan.child_id)
    after = met.filter(conference__held_date__gt=plan.end_date)
    for day in after.values_list("conference__held_date", flat=True):
        return f"A conference of {uk_date(day)} stands on the end. It stays as it is."
    ups = FollowUp.objects.unscoped(WHY).filter(plan=plan, in_error=False)
    for day in ups.values_list("held_date", flat=True):
        return f"The follow-up of {uk_date(day)} stands on the end. Say first that it was recorded in error."
    if any(asked.kind != ConferenceKind.REVIEW for asked in open_asks(plan.child)):
        return "A first conference is asked for about this child. Withdraw that request first."
    return ""


def ending_to_take_back(child: Child) -> PlanEnding | None:
    """The end without a review of the plan that ended last, where no plan runs."""
    own = Plan.objects.unscoped(WHY).filter(child=child, held_for_other_authority=False)
    last = own.order_by("start_date").last()
    if last is None or last.end_date is None or last.end_reason not in REASONS:
        return None
    ends = PlanEnding.objects.unscoped(WHY).select_related("event", "plan__child")
    done = ends.filter(plan=last, outcome=Outcome.CONFIRMED, end_reason=last.end_reason)
    return done.order_by("pk").last()


def confirmed_ending(user: User, ref: UUID) -> PlanEnding:
    """An end that two people agreed to, with its plan. Http404 out of scope."""
    rows = PlanEnding.objects.select_related("plan__child", "event").filter(outcome=Outcome.CONFIRMED)
    found: PlanEnding = get(user, rows, ref=ref)
    return found


def resumptions(user: User) -> QuerySet[PlanResumption]:
    """Those that the person may read, with what their lines name."""
    found: QuerySet[PlanResumption] = scope(user, PlanResumption).select_related(
        "plan__child", "ending__event", "asked_by", "closed_by"
    )
    return found


def resumptions_waiting(user: User, on: dt.date) -> QuerySet[PlanResumption]:
    """Those that can be confirmed on a day, by this person or by another; the oldest first."""
    return confirmable(resumptions(user), on).order_by("asked_at", "pk")


def resumptions_to_confirm(user: User, on: dt.date) -> QuerySet[PlanResumption]:
    """What this person may confirm on a day: not what they asked for."""
    if not can(user, Permission.CONFIRM_PLAN_END):
        return resumptions(user).none()
    return resumptions_waiting(user, on).exclude(asked_by=user)


def resumption_of(plan: Plan, on: dt.date) -> PlanResumption | None:
    """What waits for a plan in scope."""
    rows = PlanResumption.objects.unscoped(WHY).select_related("asked_by")
    return confirmable(rows, on).filter(plan=plan).first()
