"""Whether the service is seen to work: its e-mails in numbers, those that were given up, its daily checks."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Min, Q, QuerySet
from django.db.models.functions import TruncDate

from conferences.models import Message, Notice, Reconciliation
from conferences.queries.restrictions import untaken
from conferences.queries.scheduling import MIDNIGHT
from conferences.rules.scheduling import moment
from safeguarding.workingdays import monday

CHECKS_SHOWN = 7


@dataclass(frozen=True)
class Mail:
    """E-mails by number; `oldest_at` is when the oldest that still waits was made, None where none does.

    `left_out` are the lines that were not told this week, as their reader may not see the child.
    """

    waiting: int
    oldest_at: dt.datetime | None
    sent_today: int
    sent_this_week: int
    parked: int
    left_out: int


def mail(on: dt.date) -> Mail:
    """The e-mails as they stand on a day: two queries. Those of somebody switched off wait for nobody."""
    waits = Q(sent_at=None, parked_at=None, recipient__is_active=True)
    rows = Message.objects.annotate(sent_date=TruncDate("sent_at"))
    found: dict[str, Any] = rows.aggregate(
        waiting=Count("pk", filter=waits),
        oldest_at=Min("made_at", filter=waits),
        sent_today=Count("pk", filter=Q(sent_date=on)),
        sent_this_week=Count("pk", filter=Q(sent_date__gte=monday(on))),
        parked=Count("pk", filter=Q(parked_at__isnull=False)),
    )
    since = moment(monday(on), MIDNIGHT)
    hidden = Notice.objects.filter(message__isnull=True, out_of_sight_at__gte=since)
    return Mail(**found, left_out=hidden.count())


def untellable(at: dt.datetime) -> int:
    """How many open duties nobody can be told of at a moment: of restricted children for whom nobody is named
    who could take them. A number alone, for those who look after the service may see none of these children.
    """
    return untaken(at).count()


def parked() -> QuerySet[Message]:
    """The e-mails that were given up, the latest first."""
    found = Message.objects.filter(parked_at__isnull=False).select_related("recipient")
    return found.order_by("-parked_at", "-pk")


def checks() -> list[Reconciliation]:
    """The last daily checks with what differed, the latest first: two queries."""
    return list(Reconciliation.objects.prefetch_related("differences")[:CHECKS_SHOWN])
