"""To which day census files tell of what stands open in a record, where nobody here has known it since."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from conferences.models import (
    ChildInNeedPlan,
    Enquiry,
    FileStatus,
    ImportedChild,
    NeedEpisode,
    Plan,
    Source,
)
from conferences.queries.measures import known_days
from conferences.queries.measures.known import last_said
from conferences.rules.coverage import Coverage
from safeguarding.clock import day_of
from safeguarding.models import Child
from safeguarding.workingdays import Period

Fact = Plan | NeedEpisode | Enquiry | ChildInNeedPlan
Telling = dict[str, Any] | None
WHY = "to which day files tell of children who are in scope"
# Where a file's telling holds a kind of fact, and which of our columns is the day that it is told by; a row
# of a telling has that day after its line and column.
TOLD_AS: Mapping[type, tuple[str, tuple[str, ...]]] = {
    Plan: ("census_plan", ("file_start_date", "start_date")),
    NeedEpisode: ("census_episode", ("referral_date",)),
    Enquiry: ("census_enquiry", ("started_date",)),
    ChildInNeedPlan: ("census_in_need", ("start_date",)),
}
DAY_AT = 2


@dataclass(frozen=True)
class ToldDays:
    """What the files in force tell of some children: {child: [(reference date, its telling)]}, the latest
    first, of the files after whose day it is not known all the time what became of it.
    """

    files: Mapping[int, list[tuple[date, Telling]]] = field(default_factory=dict)
    # {plan: the day on which somebody here last said something of it; None where all is known since}
    said: Mapping[int, date | None] = field(default_factory=dict)

    def of(self, fact: Fact) -> date | None:
        """The last day of which a file tells of a fact that only files brought; None of any other."""
        if fact.source != Source.CENSUS:
            return None
        table, columns = TOLD_AS[type(fact)]
        days = {day.isoformat() for name in columns if (day := getattr(fact, name))}
        for reference, told in self.files.get(fact.child_id, []):
            # A file that was read before tellings were kept names the child alone.
            if told is None or any(row[DAY_AT] in days for row in told.get(table, ())):
                said = self.said.get(fact.pk, date.min) if isinstance(fact, Plan) else date.min
                return max(reference, said) if said else None
        return None

    def of_child(self, child: Child) -> date | None:
        """The last day of which a file tells of the child at all."""
        return next((reference for reference, _ in self.files.get(child.pk, [])), None)


def told_days(children: Collection[Child], on: date) -> ToldDays:
    """Of children in scope, as of a day: a query, and two more where files tell of any of them."""
    rows = ImportedChild.objects.unscoped(WHY).filter(child__in=children, file__status=FileStatus.READ)
    told = list(
        rows.filter(file__reference_date__isnull=False)
        .order_by("-file__reference_date")
        .values_list("child", "file__reference_date", "told")
    )
    if not told:
        return ToldDays()
    known = known_days()
    files: dict[int, list[tuple[date, Telling]]] = {}
    for child, reference, telling in told:
        if reference < on and not known.holds(Period(reference, on)):
            files.setdefault(child, []).append((reference, telling))
    return ToldDays(files, _last_words(files, known, on))


def _last_words(children: Collection[int], known: Coverage, on: date) -> dict[int, date | None]:
    plans = Plan.objects.unscoped(WHY).filter(child__in=children, source=Source.CENSUS, end_date=None)
    said = plans.annotate(said=last_said()).exclude(said=None).values_list("pk", "said")
    days = {plan: day_of(moment) for plan, moment in said}
    return {plan: None if day >= on or known.holds(Period(day, on)) else day for plan, day in days.items()}
