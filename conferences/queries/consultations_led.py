"""What decisions and thinking time led to and fell due in a period, of children in sight alone."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date, datetime

from django.db.models import Prefetch, QuerySet

from conferences.models import ConsultationCondition, RequestedChild, ThinkingAction
from conferences.rules.consultations import Answer
from conferences.rules.consultations_led import Due, Kept, Led
from conferences.rules.requests import GROWN_UP
from safeguarding.access import in_sight, scope, sight_of
from safeguarding.access.sight import Sight
from safeguarding.clock import day_of
from safeguarding.models import User
from safeguarding.workingdays import Period, reaches

CONDITION = (
    "pk",
    "due_date",
    "met_date",
    "closed_at",
    "answer__answer",
    "answer__superseded_by__answered_at",
    "answer__consultation__child__birth_date",
    "answer__consultation__child__death_date",
    "answer__consultation__requested_child__request__withdrawn_at",
)


def led_of(user: User, period: Period) -> Mapping[Led, list[Due]]:
    """By what it is, what fell due in the period: a fixed number of queries."""
    days = {"due_date__range": (period.from_, period.to)}
    return _found(sight_of(user), days)


def open_before(user: User, period: Period, on: date) -> Mapping[Led, list[Due]]:
    """By what it is, what fell due before the period and is open and overdue on a day: as many queries."""
    found = _found(sight_of(user), {"due_date__lt": period.from_, "closed_at__isnull": True})
    return {kind: [one for one in rows if one.kept(on) is Kept.OVERDUE] for kind, rows in found.items()}


def _found(sight: Sight, days: Mapping[str, object]) -> Mapping[Led, list[Due]]:
    return {Led.CONDITIONS: _conditions(sight, days), Led.ACTIONS: _actions(sight, days)}


def _conditions(sight: Sight, days: Mapping[str, object]) -> list[Due]:
    """Each child's. It is needed no more as on My work: withdrawn, replaced with its decision, or the child
    died, grew up, or is asked about no more.
    """
    rows = in_sight(sight, ConsultationCondition).filter(**days)
    found = []
    for pk, due, met, closed, answer, replaced, born, died, withdrawn in rows.values_list(*CONDITION):
        over = [
            _day(closed),
            _day(replaced),
            died,
            reaches(born, GROWN_UP) if born else None,
            _day(withdrawn) if answer != Answer.ANOTHER_WAY else None,
        ]
        found.append(Due(pk, due, met, min((day for day in over if day), default=None)))
    return found


def _actions(sight: Sight, days: Mapping[str, object]) -> list[Due]:
    rows = in_sight(sight, ThinkingAction).filter(**days, session__in_error=False)
    return [
        Due(pk, due, done, _day(closed))
        for pk, due, done, closed in rows.values_list("pk", "due_date", "done_date", "closed_at")
    ]


def _day(moment: datetime | None) -> date | None:
    return day_of(moment) if moment else None


def conditions_behind(user: User, rows: Collection[int]) -> QuerySet[ConsultationCondition]:
    """These conditions with their child and owner, what was due first at the top, noted as read."""
    found: QuerySet[ConsultationCondition] = scope(user, ConsultationCondition).filter(pk__in=rows)
    return found.select_related("answer__consultation__child", "answer__consultation__within", "owner")


def actions_behind(user: User, rows: Collection[int]) -> QuerySet[ThinkingAction]:
    """These actions with the children whom their session was about, noted as read."""
    children = Prefetch("session__request__children", scope(user, RequestedChild).select_related("child"))
    found: QuerySet[ThinkingAction] = scope(user, ThinkingAction).filter(pk__in=rows)
    return found.select_related("session__request", "owner").prefetch_related(children)
