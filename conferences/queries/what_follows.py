"""What follows from an act for some children, seen before it is done: plans, days, meetings, figures.

Read twice, before the act and after it in the same transaction, which a rehearsal then undoes.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Generic, TypeVar

from django.db.models import Q

from conferences.models import Booking, ChildInNeedPlan, Plan, PlanEnding, RequestedChild
from conferences.queries.clocks import Clock, clocks
from conferences.queries.clocks.subjects import subjects_of
from conferences.queries.measures import figures_by_period, known_days
from conferences.rules.coverage import Coverage
from conferences.rules.deadlines import DEADLINES, Code
from conferences.rules.figures import Figure
from conferences.rules.workflow import OPEN_REQUESTS, BookingState
from safeguarding.access import Permission, can
from safeguarding.access.closed import closed_ids
from safeguarding.models import Child, User
from safeguarding.workingdays import Period, year_ending

T = TypeVar("T")
# A row's id, the child's, and what is told of it.
Row = tuple[int, int, T]
# So many years of figures are compared, the present one to date.
YEARS = 5


@dataclass(frozen=True)
class PlanStanding:
    """A plan as it stands: its days, how it ended, and its categories, as codes."""

    start: dt.date
    end: dt.date | None
    end_reason: str
    initial_category: str
    latest_category: str
    is_unborn: bool = False


@dataclass(frozen=True)
class Standing:
    """How things stand for some children. Keys are ids; `figures` is empty for who may not read them.

    `asked` has the kind and the request's state of each open request of a child, `left` those that left a
    request which went on, `meetings` when each one in the diary begins, `in_need` the days of each child in
    need plan, `endings` the day of each end of a plan that waits for a second person, `names` what each child
    is called. `whose` has the children (ids) of each row, by the name of the field that holds it.
    """

    plans: Mapping[int, PlanStanding]
    clocks: Sequence[Clock]
    asked: Mapping[int, tuple[str, str]]
    meetings: Mapping[int, dt.datetime]
    figures: Mapping[tuple[int, str], Figure]
    in_need: Mapping[int, tuple[dt.date, dt.date | None]] = field(default_factory=dict)
    endings: Mapping[int, dt.date] = field(default_factory=dict)
    names: Mapping[int, str] = field(default_factory=dict)
    left: Collection[int] = ()
    whose: Mapping[str, Mapping[int, Collection[int]]] = field(default_factory=dict)

    def of(self, child: int) -> Standing:
        """What is one child's of plans, requests and meetings."""
        own: dict[str, Any] = {
            name: {pk: row for pk, row in getattr(self, name).items() if child in whose[pk]}
            for name, whose in self.whose.items()
        }
        left = {pk for pk in self.left if child in self.whose["asked"][pk]}
        return replace(self, **own, left=left)


@dataclass(frozen=True)
class Watched(Generic[T]):
    """What an act gave, and how things stood before it and after."""

    done: T
    before: Standing
    after: Standing


@dataclass(frozen=True)
class DayMoved:
    """A deadline before and after, None where it was or is not there."""

    code: Code
    before: Clock | None
    after: Clock | None


def watched(act: Callable[[], T], children: Collection[Child], by: User, on: dt.date) -> Watched[T]:
    """Do it, and look before and after. The children are in the person's scope."""
    names, known = {child.pk: child.display_name for child in children}, known_days()
    before = replace(standing(names, by, on, known), names=names)
    return Watched(act(), before, replace(standing(names, by, on, known), names=names))


def standing(children: Collection[int], by: User, on: dt.date, known: Coverage) -> Standing:
    """How things stand for these children (ids) on a day; figures of the days that are `known`."""
    asks = _asks(children)
    rows: dict[str, Sequence[Row[Any]]] = {
        "plans": _plans(children),
        "meetings": _meetings(children),
        "in_need": _in_need(children),
        "endings": _endings(children),
    }
    open_asks = {pk: ask[:2] for pk, _, ask in asks if ask[1] in OPEN_REQUESTS}
    return Standing(
        clocks=_clocks(children),
        asked=open_asks,
        figures=_figures(by, on, known),
        left={pk for pk, _, (*_, parted) in asks if parted},
        whose={name: _whose(found) for name, found in [*rows.items(), ("asked", asks)]},
        **{name: {pk: row for pk, _, row in found} for name, found in rows.items()},
    )


def _whose(rows: Iterable[Row[Any]]) -> dict[int, set[int]]:
    found: dict[int, set[int]] = defaultdict(set)
    for pk, child, _ in rows:
        found[pk].add(child)
    return found


def _plans(children: Collection[int]) -> list[Row[PlanStanding]]:
    plans = Plan.objects.unscoped("What follows for children in scope.").filter(child__in=children)
    names = ("start_date", "end_date", "end_reason", "initial_category", "latest_category")
    rows = plans.order_by("start_date").values_list("pk", "child", "child__birth_date", *names)
    return [
        (pk, child, replace(PlanStanding(*rest), is_unborn=born is None)) for pk, child, born, *rest in rows
    ]


def _in_need(children: Collection[int]) -> list[Row[tuple[dt.date, dt.date | None]]]:
    plans = ChildInNeedPlan.objects.unscoped("What follows for children in scope.").filter(
        child__in=children, in_error=False
    )
    rows = plans.values_list("pk", "child", "start_date", "end_date")
    return [(pk, child, (start, end)) for pk, child, start, end in rows]


def _endings(children: Collection[int]) -> list[Row[dt.date]]:
    rows = PlanEnding.objects.unscoped("What follows for children in scope.")
    waiting = rows.filter(plan__child__in=children, closed_at=None)
    return list(waiting.values_list("pk", "plan__child", "end_date"))


def _clocks(children: Collection[int]) -> list[Clock]:
    subjects = subjects_of(children)
    found: list[Clock] = []
    for subject, ids in subjects.items():
        codes = [row.code for row in DEADLINES if row.subject is subject]
        found += clocks(codes, subjects=ids) if ids else []
    return found


def _asks(children: Collection[int]) -> list[Row[tuple[str, str, int | None]]]:
    """What is asked in a request that is open, and what left one that went on: its kind, the request's state,
    and the request that it left.
    """
    rows = RequestedChild.objects.unscoped("What is asked about children in scope.").filter(
        Q(request__state__in=OPEN_REQUESTS) | Q(request__parted_from__isnull=False), child__in=children
    )
    found = rows.values_list("pk", "child", "kind", "request__state", "request__parted_from")
    return [(pk, child, (kind, state, parted)) for pk, child, kind, state, parted in found]


def _meetings(children: Collection[int]) -> list[Row[dt.datetime]]:
    rows = Booking.objects.unscoped("The meetings ahead of children in scope.").filter(
        request__children__child__in=children, state=BookingState.BOOKED
    )
    return list(rows.values_list("pk", "request__children__child", "starts_at"))


def _figures(by: User, on: dt.date, known: Coverage) -> dict[tuple[int, str], Figure]:
    """{(year, code): figure} of the last years, for who may read them."""
    if not can(by, Permission.READ_MEASURES):
        return {}
    this = Period.year_to(on)
    year = year_ending(on)
    periods = [this, *(Period.year(year - back) for back in range(1, YEARS))]
    counted = figures_by_period(periods, on=on, families=False, known=known, closed=closed_ids(by))
    return {
        (year - back, code): figure for back, found in enumerate(counted) for code, figure in found.items()
    }


# ----- What moved ------------------------------------------------------------------------------------------


def days_moved(before: Standing, after: Standing, on: dt.date) -> list[DayMoved]:
    """The deadlines that stand otherwise after than before, in the order of the catalogue."""
    was, now = _numbered(before.clocks, on), _numbered(after.clocks, on)
    found = [DayMoved(key[0], was.get(key), now.get(key)) for key in {**was, **now}]
    moved = [day for day in found if not _same(day.before, day.after, on)]
    order = {row.code: at for at, row in enumerate(DEADLINES)}
    return sorted(moved, key=lambda day: (order[day.code], (day.after or day.before or _NONE).started))


_NONE = Clock(Code.HOLD_CONFERENCE, 0, [], dt.date.min, None, None, None, None, False)


def _numbered(found: Sequence[Clock], on: dt.date) -> dict[tuple[Code, int, int], Clock]:
    """{(code, subject, how many before it): clock}: of what repeats, its first is compared with the first."""
    by_place: dict[tuple[Code, int, int], Clock] = {}
    counts: dict[tuple[Code, int], int] = {}
    for clock in found:
        if clock.started > on:
            continue
        key = (clock.code, clock.subject)
        by_place[*key, counts.get(key, 0)] = clock
        counts[key] = counts.get(key, 0) + 1
    return by_place


def _same(one: Clock | None, other: Clock | None, on: dt.date) -> bool:
    if one is None or other is None:
        still = one or other
        return still is None or still.gone is not None and not still.is_open(on)
    return (one.due, one.met, one.is_open(on)) == (other.due, other.met, other.is_open(on))


def figures_moved(before: Standing, after: Standing) -> Iterator[tuple[int, str, Figure, Figure]]:
    """(year, code, before, after) of the figures that are counted or broken down otherwise, the present year
    first.
    """
    for (year, code), was in before.figures.items():
        now = after.figures[year, code]
        if (was.as_text(), was.breakdown) != (now.as_text(), now.breakdown):
            yield year, code, was, now
