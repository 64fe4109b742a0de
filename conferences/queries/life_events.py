"""What happened in a child's life and what lies ahead, and the plans that end without a review."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.db.models.functions import Coalesce

from conferences.models import Booking, LifeEvent, Plan, PlanEnding, RequestedChild, TransferIn
from conferences.queries.imports_told import told_days
from conferences.queries.measures.known import worked_on
from conferences.rules.life_events import ENDS, LifeKind
from conferences.rules.requests import GROWN_UP, Standing, kinds_that_fit, why_none
from conferences.rules.vocabulary import ConferenceKind
from conferences.rules.workflow import OPEN_REQUESTS, BookingState
from safeguarding.access import Permission, can, get, scope
from safeguarding.clock import day_of
from safeguarding.models import Child, Household, Outcome, User
from safeguarding.second_person.closing import confirmable
from safeguarding.workingdays import MONTHS_IN_YEAR, add_months

# Since when it ends a plan: a move does by the conference there, which may be after the plan began here.
SINCE = Coalesce("conference_date", "day")


def open_plan(child: Child) -> Plan | None:
    """The plan of our own that runs."""
    plans = Plan.objects.unscoped("the plan of a child in scope that runs")
    found: Plan | None = plans.filter(
        child=child, held_for_other_authority=False, end_date__isnull=True
    ).first()
    return found


def homes_of(user: User, child: Child) -> list[Household]:
    """The homes of the child's family in which the child does not live now."""
    if child.family_id is None:
        return []
    living = Q(members__child=child, members__end_date=None)
    here = scope(user, Household).filter(living).values("pk")
    return list(scope(user, Household).filter(family=child.family_id).exclude(pk__in=here).order_by("pk"))


def events_that_end(child: Child) -> list[LifeEvent]:
    """What happened to a child that ends the plan that runs, and no ending of which waits."""
    plan = open_plan(child)
    if plan is None:
        return []
    waits = PlanEnding.objects.unscoped("whether the end of a plan in scope waits")
    if waits.filter(plan=plan, closed_at__isnull=True).exists():
        return []
    events = LifeEvent.objects.unscoped("what happened to a child in scope").annotate(since=SINCE)
    told = events.filter(child=child, kind__in=ENDS, in_error=False)
    return list(told.filter(Q(since__gte=plan.start_date) | Q(pk__in=_moves_that_last(child))))


def _moves_that_last(child: Child) -> QuerySet[LifeEvent]:
    """Moves to an authority whose conference nobody has told of, and after which no move here was told."""
    back = TransferIn.objects.unscoped("moves here of a child in scope").filter(child=child, in_error=False)
    moves = LifeEvent.objects.unscoped("moves of a child in scope").filter(
        child=child, kind=LifeKind.MOVED_AWAY, conference_date=None, in_error=False
    )
    found: QuerySet[LifeEvent] = moves.exclude(Exists(back.filter(notified_date__gte=OuterRef("day"))))
    return found


def event_in_scope(user: User, ref: UUID) -> LifeEvent:
    """What happened, with its child. Http404 out of scope."""
    found: LifeEvent = get(user, LifeEvent.objects.select_related("child"), ref=ref)
    return found


# ----- What waits for a second person ----------------------------------------------------------------------


def endings(user: User) -> QuerySet[PlanEnding]:
    """The endings that the person may read, with what their lines name."""
    found: QuerySet[PlanEnding] = scope(user, PlanEnding).select_related(
        "plan__child", "event", "asked_by", "closed_by"
    )
    return found


def still_to_confirm(user: User, on: dt.date) -> QuerySet[PlanEnding]:
    """Those that can be confirmed on a day, by this person or by another; the oldest first."""
    return confirmable(endings(user), on).order_by("asked_at", "pk")


def to_confirm(user: User, on: dt.date) -> QuerySet[PlanEnding]:
    """What this person may confirm on a day: not what they asked for."""
    if not can(user, Permission.CONFIRM_PLAN_END):
        return endings(user).none()
    return still_to_confirm(user, on).exclude(asked_by=user)


def ending_of(plan: Plan, on: dt.date) -> PlanEnding | None:
    """What waits for a plan in scope."""
    rows = PlanEnding.objects.unscoped("what waits for a plan in scope").select_related("asked_by")
    return confirmable(rows, on).filter(plan=plan).first()


# ----- Plans that must end ---------------------------------------------------------------------------------


@dataclass(frozen=True)
class Owed:
    """A plan that runs though something happened that ends it; `event` is None of a birthday nobody told.

    `told_to`: the last day of which a file tells that it ran, where nobody has known since.
    """

    plan: Plan
    event: LifeEvent | None
    told_to: dt.date | None = None


def owed(user: User, on: dt.date) -> list[Owed]:
    """The plans in scope that must end and whose end nobody asked for, the oldest fact first."""
    found = _owed_plans(user, on).select_related("child").annotate(is_worked_on=worked_on())
    plans = list(found.order_by("start_date", "pk"))
    told = told_days([plan.child for plan in plans], on)
    events = LifeEvent.objects.unscoped("what happened to children in scope").filter(
        child__in=[plan.child_id for plan in plans], kind__in=ENDS, in_error=False
    )
    latest = {event.child_id: event for event in events.annotate(since=SINCE).order_by("since", "pk")}
    return [
        Owed(
            plan,
            event if (event := latest.get(plan.child_id)) and event.since >= plan.start_date else None,
            None if plan.is_worked_on else told.of(plan),
        )
        for plan in plans
    ]


def owed_count(user: User, on: dt.date) -> int:
    return _owed_plans(user, on).count()


def _owed_plans(user: User, on: dt.date) -> QuerySet[Plan]:
    """Of a death or an 18th birthday always; of other events unless it was turned down for them."""
    running = scope(user, Plan).filter(
        held_for_other_authority=False, end_date__isnull=True, start_date__lte=on
    )
    asked = PlanEnding.objects.unscoped("what was asked for plans in scope").filter(plan=OuterRef("pk"))
    refused = PlanEnding.objects.unscoped("what was turned down for plans in scope").filter(
        event=OuterRef("pk"), outcome__in=[Outcome.REFUSED, Outcome.WITHDRAWN]
    )
    events = LifeEvent.objects.unscoped("what happened to children in scope").annotate(since=SINCE)
    told = events.filter(
        child=OuterRef("child"), kind__in=ENDS, since__gte=OuterRef("start_date"), in_error=False
    )
    found: QuerySet[Plan] = running.filter(
        Q(child__death_date__isnull=False)
        | Q(child__birth_date__lte=add_months(on, -GROWN_UP * MONTHS_IN_YEAR))
        | Exists(told.exclude(Exists(refused)))
    ).exclude(Exists(confirmable(asked, on)))
    return found


def arrives(child: Child, on: dt.date) -> bool:
    """Whether a transfer-in conference can be asked for: not on a plan here, and nothing asked for yet."""
    standing = Standing(
        birth_date=child.birth_date,
        death_date=child.death_date,
        on_plan=open_plan(child) is not None,
        enquired=False,
        asked_already=bool(open_asks(child)),
    )
    return not why_none(standing, on) and ConferenceKind.TRANSFER_IN in kinds_that_fit(standing)


# ----- The conferences that lie ahead ----------------------------------------------------------------------


def open_asks(child: Child) -> list[RequestedChild]:
    """What is asked about a child and not held yet, whoever asked."""
    rows = RequestedChild.objects.unscoped("what is asked about a child in scope")
    return list(rows.filter(child=child, request__state__in=OPEN_REQUESTS).order_by("pk"))


def meeting_of(asked: RequestedChild) -> Booking | None:
    """The meeting in the diary of what is asked."""
    rows = Booking.objects.unscoped("the meeting of a child in scope")
    found: Booking | None = rows.filter(request=asked.request_id, state=BookingState.BOOKED).first()
    return found


def meets_before(asked: RequestedChild, day: dt.date) -> bool:
    """Whether its meeting was before a day, so that its record tells of the child as it was then."""
    meeting = meeting_of(asked)
    return meeting is not None and day_of(meeting.starts_at) < day
