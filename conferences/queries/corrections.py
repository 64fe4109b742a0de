"""What of a child's record may be corrected, what was corrected, and who had recorded what stood there."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from django.db import models
from django.db.models import Q

from conferences.models import (
    ChildPart,
    Conference,
    CoreGroupMember,
    Correction,
    Decision,
    Document,
    Letter,
    MeetingRecord,
    NextDates,
    PlanAction,
    PlanNeed,
    ThinkingTime,
)
from conferences.models.source import Source
from conferences.queries.children_record import PLANS
from conferences.rules.corrections import BY_KIND, IN_ERROR, Correctable, Fact, RecordKind, Sort
from conferences.rules.documents import COPIES
from conferences.rules.life_events import MAY_BE_NONE, LifeKind
from conferences.rules.thinking_time import holder_refused
from conferences.rules.vocabulary import DecisionOutcome
from safeguarding.access import get, in_sight, sight_of
from safeguarding.access.sight import Sight
from safeguarding.access.together import load_together
from safeguarding.models import Child, User
from safeguarding.versions import seen_as
from safeguarding.wording import uk_time

FACTS = (
    *PLANS,
    "other_names",
    "disabilities",
    "relationships__person",
    "plans__resumptions__asked_by",
    "plans__resumptions__closed_by",
    "need_episodes",
    "in_need_plans",
    "supports",
    "transfers_in",
    "life_events",
    "thinking_time_entries__session",
    "thinking_time_entries__written_by",
    "allocations__team",
    "allocations__worker",
    "corrections__corrected_by",
    "corrections__was_by",
)
Row = tuple[RecordKind, Any]


@dataclass(frozen=True)
class Origin:
    """Who recorded a value that stands in a record, and when; None where nothing tells it."""

    by: User | None
    at: dt.datetime | None


@dataclass(frozen=True)
class ChildFacts:
    """A child and every record that may be corrected; of what is about several children, what is seen."""

    child: Child
    conferences: list[Conference]
    thinking: list[ThinkingTime]
    records: list[MeetingRecord]
    letters: list[Letter]
    copies: list[Document]
    next_dates: list[NextDates]
    members: list[CoreGroupMember]
    needs: list[PlanNeed]
    actions: list[PlanAction]

    @property
    def decisions(self) -> Decisions:
        return decisions_about(self.child)

    @property
    def rows(self) -> Iterator[Row]:
        """Each record with its kind, in the order in which the page has them."""
        for kind, rows in self._rows():
            for row in rows:
                yield kind, row

    def row(self, kind: RecordKind, pk: int) -> Any:
        """The record of this kind and id; None where the child has none."""
        return next((row for of, row in self.rows if of is kind and row.pk == pk), None)

    def _rows(self) -> Iterator[tuple[RecordKind, Iterable[Any]]]:
        child: Any = self.child
        plans = child.plans.all()
        yield RecordKind.CHILD, [child]
        yield RecordKind.NAME, child.other_names.all()
        yield RecordKind.RELATIONSHIP, child.relationships.all()
        yield RecordKind.NEED, child.need_episodes.all()
        yield RecordKind.TRANSFER_IN, child.transfers_in.all()
        yield RecordKind.LIFE_EVENT, child.life_events.all()
        yield RecordKind.CONFERENCE, self.conferences
        for plan in plans:
            yield RecordKind.PLAN, [plan]
            yield RecordKind.CATEGORY, plan.categories.all()
            yield RecordKind.CORE_GROUP, plan.core_groups.all()
            yield RecordKind.FOLLOW_UP, plan.follow_ups.all()
        yield RecordKind.IN_NEED_PLAN, child.in_need_plans.all()
        yield RecordKind.PLAN_ELSEWHERE, child.plans_elsewhere.all()
        yield RecordKind.SUPPORT, child.supports.all()
        yield RecordKind.THINKING_TIME, self.thinking
        yield RecordKind.THINKING_ENTRY, child.thinking_time_entries.all()
        yield RecordKind.RECORD_SENT, self.records
        yield RecordKind.LETTER, self.letters
        yield RecordKind.COPY, self.copies
        yield RecordKind.NEXT_DATES, self.next_dates
        yield RecordKind.CORE_GROUP_MEMBER, self.members
        yield RecordKind.PLAN_NEED, self.needs
        yield RecordKind.PLAN_ACTION, self.actions
        yield RecordKind.ALLOCATION, child.allocations.all()


def child_facts(user: User, ref: UUID) -> ChildFacts:
    """The child with every record that may be corrected. Http404 where it is not in the person's scope."""
    child: Child = get(user, Child.objects.select_related("family"), ref=ref)
    sight = sight_of(user)
    load_together(sight, [child], *FACTS)
    return ChildFacts(
        child,
        list(in_sight(sight, Conference).filter(children__child=child).select_related("chair")),
        list(
            in_sight(sight, ThinkingTime)
            .filter(entries__child=child, held_date__isnull=False)
            .select_related("chair")
        ),
        list(_sent(in_sight(sight, MeetingRecord), "parts", child).select_related("booking")),
        list(_sent(in_sight(sight, Letter), "record__parts", child).select_related("person", "record")),
        list(_copies(sight, child)),
        list(_left(in_sight(sight, NextDates), child)),
        list(_left(in_sight(sight, CoreGroupMember), child)),
        list(_left(in_sight(sight, PlanNeed), child)),
        list(_left(in_sight(sight, PlanAction).select_related("need"), child)),
    )


def _sent(rows: Any, parts: str, child: Child) -> Any:
    """Those of the records or letters of the child's conferences that went out."""
    return rows.filter(**{f"{parts}__conference_child__child": child, "sent_date__isnull": False})


def _left(rows: Any, child: Child) -> Any:
    """What the signed records of the child's conferences left for the plan."""
    found = rows.filter(part__conference_child__child=child)
    return found.order_by("-part__record__booking__starts_at", "pk")


def _copies(sight: Sight, child: Child) -> Any:
    """The copies of the records that went, and those of which it was said by mistake."""
    copies = in_sight(sight, Document).filter(
        kind__in=[kind.value for kind in COPIES], record__parts__conference_child__child=child
    )
    told_otherwise = Correction.objects.unscoped(
        "the copies of a child in scope of which something else is told now"
    )
    corrected = told_otherwise.filter(child=child, kind=RecordKind.COPY).values("row")
    return (
        copies.filter(Q(sent_date__isnull=False) | Q(pk__in=corrected))
        .select_related("person", "record", "requested_child__child")
        .distinct()
    )


# ----- Facts that stand elsewhere --------------------------------------------------------------------------


@dataclass(frozen=True)
class Decisions:
    """What conferences decided here: ids of the plans that a decision ended, of the children at conferences
    who were decided on, and of the conferences whose record was signed.
    """

    ended: frozenset[int]
    decided: frozenset[int]
    signed: frozenset[int]


def decisions_about(row: Any) -> Decisions:
    """The decisions about the children of a record; two queries."""
    children = children_of(row)
    made = Decision.objects.unscoped("What conferences decided on the facts of a record in scope.").filter(
        conference_child__child__in=children
    )
    rows = list(made.values_list("conference_child", "conference_child__plan", "outcome"))
    parts = ChildPart.objects.unscoped("Which conferences of a child in scope have a signed record.")
    signed = parts.filter(conference_child__child__in=children)
    return Decisions(
        frozenset(plan for _, plan, outcome in rows if outcome == DecisionOutcome.PLAN_ENDS),
        frozenset(at for at, _, _ in rows),
        frozenset(signed.values_list("conference_child__conference", flat=True)),
    )


def children_of(row: Any) -> list[int]:
    """The ids of the children whom a record is about."""
    if isinstance(row, Child):
        return [row.pk]
    if isinstance(getattr(row, "child_id", None), int):
        return [row.child_id]
    rows = type(row).objects.unscoped("whose record is corrected")
    found: list[int] = sorted(set(rows.filter(pk=row.pk).values_list(type(row).CHILD_PATH, flat=True)))
    return found


def is_in_error(row: Any) -> bool:
    """Whether a record was said to have been recorded in error."""
    return bool(getattr(row, IN_ERROR.field, False))


def open_facts(row: Any, correctable: Correctable) -> Correctable:
    """The facts of a record that are corrected on it: those that a conference gives are corrected there."""
    if correctable.kind not in GIVEN and not is_in_error(row):
        return correctable
    shut = closed_facts(row, correctable.kind, decisions_about(row))
    return replace(correctable, facts=tuple(fact for fact in correctable.facts if fact.field not in shut))


GIVEN = (RecordKind.PLAN, RecordKind.CATEGORY, RecordKind.CONFERENCE, RecordKind.LIFE_EVENT)
# What only a file tells of a plan: of one that began here they are decided and counted here.
TOLD_BY_FILE = frozenset({"initial_category", "previous_plans_recorded"})
WHERE_TO = frozenset({"authority", "authority_name", "conference_date"})
# Their days stand on the child, on its other name, and on the home.
SHOWN_ELSEWHERE = frozenset({"day", "in_error"})
END = frozenset({"end_date", "end_reason", "step_down"})


def closed_facts(row: Any, kind: RecordKind, by: Decisions) -> frozenset[str]:
    """The columns of a record that a conference, or its signed record, has the word on; of one that was in
    error all but that it was.
    """
    if is_in_error(row) and (kind is not RecordKind.LIFE_EVENT or row.kind in MAY_BE_NONE):
        return frozenset(fact.field for fact in BY_KIND[kind].facts) - {IN_ERROR.field}
    if kind is RecordKind.PLAN:
        start = frozenset({"start_date"} if row.begun_at_id else ())
        end = END if row.end_date is None or row.pk in by.ended else frozenset()
        return start | end | (frozenset() if row.source != Source.RECORDED else TOLD_BY_FILE)
    if kind is RecordKind.CATEGORY:
        is_first = row.from_date <= row.plan.start_date  # The initial one, which never changes.
        is_given = is_first or row.conference_child_id in by.decided
        return frozenset({"from_date", "category"} if is_given else ())
    if kind is RecordKind.LIFE_EVENT:
        own = frozenset() if row.kind in MAY_BE_NONE else SHOWN_ELSEWHERE
        return own if row.kind == LifeKind.MOVED_AWAY else own | WHERE_TO
    if kind is RecordKind.CONFERENCE:
        return frozenset({"chair"} if row.pk in by.signed else ())
    return frozenset()


def not_theirs(row: Any, kind: RecordKind, by: User) -> str:
    """Why a record is not this person's to correct, though they hold its right, as a sentence: thinking time
    and what was written on a file of it are corrected by the chair who held it. Nothing where it is.
    """
    names = {RecordKind.THINKING_TIME: "chair", RecordKind.THINKING_ENTRY: "written_by"}
    holder = getattr(row, names[kind]) if kind in names else None
    return holder_refused(by.pk, None, (holder.pk, holder.full_name)) if holder else ""


# ----- What stands in a record, and who told it ------------------------------------------------------------


def facts_of(row: models.Model, correctable: Correctable) -> dict[str, Any]:
    """{column: value} of the facts of a record, as it stands."""
    return {fact.field: _value(row, fact) for fact in correctable.facts}


def _value(row: Any, fact: Fact) -> Any:
    """Of several codes a tuple in their order, to be compared."""
    value = getattr(row, fact.field)
    return tuple(sorted(one.code for one in value.all())) if fact.sort is Sort.CODES else value


def mark_of(row: models.Model, correctable: Correctable) -> str:
    """The mark of a record as it stands, for the form that is opened on it."""
    return seen_as(facts_of(row, correctable))


def as_text(value: Any) -> str:
    """A fact as a correction keeps it: an ISO date, one or several codes, "yes" or "", a name, words."""
    if isinstance(value, bool):
        return "yes" if value else ""
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, dt.time):
        return uk_time(value)
    if isinstance(value, tuple):
        return " ".join(value)
    return "" if value is None else str(value)


def origin_of(row: Any, field: str) -> Origin:
    """Who wrote the value that stands in a column, by the record's history: the latest change to it. Of codes
    that are rows, who wrote the latest of them.
    """
    if row._meta.get_field(field).one_to_many:
        return latest_change(getattr(row, field).order_by("pk").last())
    column = row._meta.get_field(field).attname
    first = None
    for event in row.history.select_related("pgh_context").order_by("-pgh_id"):
        if getattr(event, column) != getattr(row, column):
            break
        first = event
    return _origin(first)


def latest_change(row: Any) -> Origin:
    """Who wrote the record last, and when; nobody where there is none."""
    if row is None:
        return Origin(None, None)
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
