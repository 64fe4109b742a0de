"""What of a child's record may be corrected, what was corrected, and who had recorded what stood there."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import models

from conferences.models import Correction
from conferences.queries.children_record import PLANS
from conferences.rules.corrections import Correctable, RecordKind
from safeguarding.access import get, sight_of
from safeguarding.access.together import load_together
from safeguarding.models import Child, User
from safeguarding.versions import seen_as

FACTS = (
    *PLANS,
    "other_names",
    "need_episodes",
    "in_need_plans",
    "transfers_in",
    "corrections__corrected_by",
    "corrections__was_by",
)


@dataclass(frozen=True)
class Origin:
    """Who recorded a value that stands in a record, and when; None where nothing tells it."""

    by: User | None
    at: dt.datetime | None


def child_facts(user: User, ref: UUID) -> Child:
    """The child with every record that may be corrected. Http404 where it is not in the person's scope."""
    found: Child = get(user, Child.objects.select_related("family"), ref=ref)
    load_together(sight_of(user), [found], *FACTS)
    return found


def rows_of(child: Child) -> Iterator[tuple[RecordKind, models.Model]]:
    """Each record of a child loaded by child_facts(), in the order in which the page has them."""
    yield RecordKind.CHILD, child
    for kind, rows in _rows(child):
        for row in rows:
            yield kind, row


def _rows(child: Any) -> Iterator[tuple[RecordKind, Sequence[Any]]]:
    yield RecordKind.NAME, child.other_names.all()
    yield RecordKind.NEED, child.need_episodes.all()
    yield RecordKind.TRANSFER_IN, child.transfers_in.all()
    yield RecordKind.IN_NEED_PLAN, child.in_need_plans.all()
    for plan in child.plans.all():
        yield RecordKind.CORE_GROUP, plan.core_groups.all()
        yield RecordKind.FOLLOW_UP, plan.follow_ups.all()
    yield RecordKind.PLAN_ELSEWHERE, child.plans_elsewhere.all()


def row_of(child: Child, kind: str, pk: int) -> models.Model | None:
    """The record of this kind and id among those of the child; None where there is none."""
    return next((row for of, row in rows_of(child) if of == kind and row.pk == pk), None)


def facts_of(row: models.Model, correctable: Correctable) -> dict[str, Any]:
    """{column: value} of the facts of a record, as it stands."""
    return {fact.field: _plain(getattr(row, fact.field)) for fact in correctable.facts}


def mark_of(row: models.Model, correctable: Correctable) -> str:
    """The mark of a record as it stands, for the form that is opened on it."""
    return seen_as(facts_of(row, correctable))


def _plain(value: Any) -> Any:
    return value.pk if isinstance(value, models.Model) else value


def as_text(value: Any) -> str:
    """A fact as a correction keeps it: an ISO date, a code, "yes" or "", the words themselves."""
    if isinstance(value, bool):
        return "yes" if value else ""
    if isinstance(value, dt.date):
        return value.isoformat()
    return "" if value is None else str(value)


def origin_of(row: Any, field: str) -> Origin:
    """Who wrote the value that stands in a column, by the record's history: the latest change to it."""
    column = row._meta.get_field(field).attname
    first = None
    for event in row.history.select_related("pgh_context").order_by("-pgh_id"):
        if getattr(event, column) != getattr(row, column):
            break
        first = event
    return _origin(first)


def latest_change(row: Any) -> Origin:
    """Who wrote the record last, and when."""
    return _origin(row.history.select_related("pgh_context").order_by("pgh_id").last())


def _origin(event: Any) -> Origin:
    if event is None:
        return Origin(None, None)
    context = event.pgh_context.metadata if event.pgh_context else {}
    by = User.objects.filter(pk=context.get("user") or 0).first()
    return Origin(by, event.pgh_created_at)


def corrections_of(child: Child) -> dict[tuple[str, int, str], list[Correction]]:
    """{(kind, row, column): corrections} of a child loaded by child_facts(), the earliest first."""
    found: dict[tuple[str, int, str], list[Correction]] = {}
    for one in child.corrections.all():
        found.setdefault((one.kind, one.row, one.field), []).append(one)
    return found
