"""What the demo tells of the past, as rows, and the meetings that its parts hand on to each other."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from random import Random
from typing import Any, TypeVar

from django.db import connection, models

from conferences.models import (
    Attendance,
    Booking,
    ChildPart,
    Conference,
    ConferenceChild,
    Consultation,
    ConsultationAccount,
    ConsultationAccountChild,
    ConsultationAnswer,
    ConsultationAnswerReason,
    ConsultationCondition,
    ConsultationDissent,
    ConsultationFirstView,
    CoreGroup,
    EarlierPlan,
    FamilyConsultation,
    FollowUp,
    Invitation,
    Letter,
    MeetingRecord,
    PlanAction,
    Request,
    RequestedChild,
    SecondOpinion,
    SecondOpinionReason,
    SecondOpinionTalk,
    SupportReview,
    ThinkingAction,
    ThinkingRequirement,
    ThinkingTime,
    ThinkingTimeEntry,
    ThinkingWaiver,
)
from safeguarding.models import Allocation, User
from safeguarding.rights import Role

M = TypeVar("M", bound=models.Model)
WHY = "the demo tells what happened before its conferences"
# The Strategic Lead has decided every consultation since the year in which the council's report was made.
SINCE = dt.date(2018, 4, 1)
# The rows lean on each other in this order.
ORDER: tuple[type[models.Model], ...] = (
    Request,
    RequestedChild,
    EarlierPlan,
    FamilyConsultation,
    Consultation,
    ConsultationAccount,
    ConsultationAccountChild,
    # Before the decision, as it was noted.
    ConsultationFirstView,
    ConsultationAnswer,
    ConsultationAnswerReason,
    ConsultationCondition,
    ConsultationDissent,
    SupportReview,
    SecondOpinion,
    SecondOpinionReason,
    SecondOpinionTalk,
    ThinkingTime,
    ThinkingRequirement,
    ThinkingTimeEntry,
    ThinkingAction,
    ThinkingWaiver,
    Invitation,
    Booking,
    MeetingRecord,
    Attendance,
    ChildPart,
    PlanAction,
    Letter,
    CoreGroup,
    FollowUp,
)


@dataclass
class PastMeeting:
    """A conference that was held, with the request for it and what each of its children came for."""

    conference: Conference
    request: Request
    children: list[tuple[RequestedChild, ConferenceChild]] = field(default_factory=list)

    @property
    def held(self) -> dt.date:
        day: dt.date = self.conference.held_date
        return day

    @property
    def due(self) -> dt.date:
        """The earliest statutory day of its children."""
        return min(asked.due_date for asked, _ in self.children)


class Rows:
    """Model instances by model; they may point at each other before any of them is saved."""

    def __init__(self) -> None:
        self.rows: dict[type[models.Model], list[Any]] = defaultdict(list)

    def add(self, row: M) -> M:
        self.rows[type(row)].append(row)
        return row

    def write(self) -> None:
        for model in ORDER:
            _write(model, self.rows[model])


class Workers:
    """Who asked for a child's conference: whoever holds the child today, else one of those who might have."""

    def __init__(self) -> None:
        self.all = list(User.objects.filter(role=Role.SOCIAL_WORKER.value).order_by("email"))
        held = Allocation.objects.unscoped(WHY).filter(end_date__isnull=True, worker__isnull=False)
        self.holder = {one.child_id: one.worker for one in held.select_related("worker")}

    def of(self, child: int, rng: Random) -> User:
        return self.holder.get(child) or rng.choice(self.all)


def _write(model: Any, rows: Sequence[Any]) -> None:
    """Write them, and count them anew: the checks of the next rows look these up, one by one."""
    if rows:
        model.objects.bulk_create(rows, batch_size=2000)
        with connection.cursor() as cursor:
            cursor.execute(f"ANALYZE {model._meta.db_table}")


def moment(day: dt.date, hour: int, minute: int = 0) -> dt.datetime:
    return dt.datetime.combine(day, dt.time(hour, minute), tzinfo=dt.UTC)
