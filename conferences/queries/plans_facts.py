"""What the check of a plan history needs to know of a child, read whoever asks: a consultation is not missed
because its asker may not open a record.

Only values leave here, no records: nobody has looked at them, and no page is made of them.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date

from conferences.models import Plan, PlanElsewhere, Source
from conferences.queries.pairs import states_of
from conferences.rules.replans import FoundIn, PlanFact, under_other_record
from conferences.rules.same_child import PairState, Suggestion
from safeguarding.models import Child


def plan_facts(child: Child, others: Mapping[int, Suggestion]) -> list[PlanFact]:
    """Every plan known of the child: ours, other authorities', and those under another record of it, of the
    `others` that may be (ids and why).
    """
    return _plans_of([child.pk]) + under_other_record(_plans_of(other_records(child, others)))


def other_records(child: Child, others: Mapping[int, Suggestion]) -> list[int]:
    """Ids of other records of the same child: a number of both says so, or a person. A near name and date
    are a question to a person and never an answer; where a person said that they are two, they are.
    """
    said = states_of(child.pk)
    certain = {pk for pk, why in others.items() if why.is_certain}
    same = {pk for pk, state in said.items() if state == PairState.SAME}
    return sorted((certain | same) - {pk for pk, state in said.items() if state == PairState.DIFFERENT})


def _plans_of(children: Collection[int]) -> list[PlanFact]:
    if not children:
        return []
    plans = Plan.objects.unscoped("The history check finds plans that the asker may not open; it shows none.")
    rows = plans.filter(child__in=children).values_list(
        "pk", "source", "start_date", "end_date", "held_for_other_authority", "previous_plans_recorded"
    )
    return [_own(*row) for row in rows] + _elsewhere(children)


def _own(
    pk: int, source: str, start: date, end: date | None, is_anothers: bool, count: int | None
) -> PlanFact:
    return PlanFact(found_in(source), start, end, plan_id=pk, is_anothers=is_anothers, counted_before=count)


def found_in(source: str) -> FoundIn:
    """Where a plan under a child's own record comes from."""
    return FoundIn.FILE if source == Source.CENSUS else FoundIn.OWN


def _elsewhere(children: Collection[int]) -> list[PlanFact]:
    plans = PlanElsewhere.objects.unscoped("The history check finds plans that the asker may not open.")
    stands = plans.filter(child__in=children, in_error=False)
    rows = stands.values_list("pk", "start_date", "end_date", "authority")
    return [
        PlanFact(FoundIn.ELSEWHERE, start, end, plan_elsewhere_id=pk, authority=authority)
        for pk, start, end, authority in rows
    ]
