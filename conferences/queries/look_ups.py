"""What became of children, as one person may see it: what was found, and what the record says today."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.core.paginator import Page, Paginator
from django.db.models import Case, Count, IntegerField, Value, When

from conferences.models import Consultation, LookUp
from conferences.queries.look_ups_facts import record_of
from conferences.queries.replans import DECIDED as STANDS
from conferences.rules.consultations import DECIDED
from conferences.rules.look_ups import (
    MONTHS_KEY,
    ORDER,
    Became,
    BecameOf,
    LookDue,
    Subject,
    next_look,
    read_back,
)
from safeguarding.access import scope
from safeguarding.clock import day_of
from safeguarding.models import User
from safeguarding.models.base import ScopedQuerySet
from safeguarding.policy.values import limits_over_time
from safeguarding.workingdays import add_months

A_PAGE = 50
WITH = ("child", "plan", "answer__consultation__within", "seen_by")


@dataclass(frozen=True)
class Looked:
    """One look-up: as it was found, and as the record tells it today of the same day.

    `moved_to`: the end of the plan as it was corrected since, where it was; today's is counted from it.
    """

    look_up: LookUp
    then: BecameOf
    today: BecameOf
    moved_to: dt.date | None = None

    @property
    def after(self) -> Subject:
        return Subject.DECISION if self.look_up.answer_id else Subject.PLAN_END

    @property
    def differs(self) -> bool:
        """Whether the record says something else today. By which row it is told does not matter."""
        return _substance(self.then) != _substance(self.today)

    @property
    def runs_again(self) -> bool:
        """Whether the plan did not end after all, as the record says today."""
        return self.look_up.plan is not None and self.look_up.plan.end_date is None


def _substance(became: BecameOf) -> object:
    return [(one.kind, one.day, one.until, one.what) for one in became.found], became.not_known


def beside_today(look_ups: Collection[LookUp], on: dt.date) -> list[Looked]:
    """Look-ups in scope, each with what the record says today: in a fixed number of queries."""
    record = record_of({one.child_id for one in look_ups}, on)
    found = []
    for one in look_ups:
        after = Subject.DECISION if one.answer_id else Subject.PLAN_END
        ended = one.plan.end_date if one.plan else None
        moved = ended if ended and ended != one.since_date else None
        since, due = one.since_date, one.due_date
        if moved:
            since, due = moved, min(add_months(moved, one.months), on)
        today = record.became(one.child_id, since, due, after)
        found.append(Looked(one, read_back(one.told, one.not_known), today, moved))
    return found


def unseen_count(user: User) -> int:
    """How many look-ups in sight nobody has seen yet who decides consultations."""
    return scope(user, LookUp).filter(seen_at=None).count()


def unseen_by_kind(user: User) -> dict[str, int]:
    """{what was found: how many in sight nobody has seen}."""
    rows = scope(user, LookUp).filter(seen_at=None).order_by().values("found")
    return {row["found"]: row["number"] for row in rows.annotate(number=Count("pk"))}


def unseen(user: User, kinds: Collection[Became], number: str | None) -> Page[LookUp]:
    """A page of those in sight that nobody saw and that found one of these, the gravest and then the latest
    first.
    """
    rank = Case(
        *(When(found=kind.value, then=Value(at)) for kind, at in ORDER.items()), output_field=IntegerField()
    )
    rows = _with_all(scope(user, LookUp).filter(seen_at=None, found__in=kinds))
    ordered = rows.annotate(rank=rank).order_by(
        "rank", "-due_date", "child__family", "child__birth_date", "pk"
    )
    return Paginator(ordered, A_PAGE).get_page(number)


def seen_lately(user: User, number: str | None) -> Page[LookUp]:
    """A page of those in sight that somebody saw, the last seen first."""
    rows = _with_all(scope(user, LookUp).exclude(seen_at=None))
    return Paginator(rows.order_by("-seen_at", "-due_date", "pk"), A_PAGE).get_page(number)


def named(user: User, refs: Iterable[UUID]) -> list[LookUp]:
    """Those of these references that are in sight."""
    return list(scope(user, LookUp).filter(ref__in=list(refs)))


def of_children(user: User, children: Collection[int]) -> list[LookUp]:
    """All look-ups of these children, as far as they are in sight, in the order of their days."""
    return list(_with_all(scope(user, LookUp).filter(child__in=children)).order_by("due_date", "pk"))


def next_looks(consultations: Sequence[Consultation], on: dt.date) -> dict[int, LookDue]:
    """{consultation: the next look-up after the decision that stands} of those in scope with their answers;
    one query.
    """
    stands = {
        one.pk: given
        for one in consultations
        for given in list(one.answers.all())[-1:]
        if given.answer in DECIDED and one.state in STANDS
    }
    limits = limits_over_time([MONTHS_KEY]) if stands else None
    found: dict[int, LookDue] = {}
    for one in consultations:
        if limits is None or one.pk not in stands:
            continue
        since = day_of(stands[one.pk].answered_at)
        months, child = limits.wholes(MONTHS_KEY, since), one.child
        due = next_look(since, months, on, born=child.birth_date, died=child.death_date)
        if due is not None:
            found[one.pk] = due
    return found


def _with_all(rows: ScopedQuerySet) -> ScopedQuerySet:
    found: ScopedQuerySet = rows.select_related(*WITH)
    return found
