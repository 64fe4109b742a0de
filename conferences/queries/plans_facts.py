"""What the check of a plan history needs to know of a child, read whoever asks: a consultation is not missed
because its asker may not open a record.

Only values leave here, no records: nobody has looked at them, and no page is made of them.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from conferences.models import Plan, PlanElsewhere, Source
from conferences.rules.replans import FoundIn, Identity, PlanFact, same_child, under_other_record
from safeguarding.models import Child, ChildName


def plan_facts(child: Child) -> list[PlanFact]:
    """Every plan known of the child: ours, other authorities', and those under another record of it."""
    return _plans_of([child.pk]) + under_other_record(_plans_of(other_records(child)))


def other_records(child: Child) -> list[int]:
    """Ids of other records of the same child, by the rule of conferences.rules.replans.same_child."""
    mine = _identities([child.pk])[child.pk]
    others = _identities(_alike(mine).exclude(pk=child.pk).values_list("pk", flat=True))
    return sorted(pk for pk, other in others.items() if same_child(mine, other))


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
    found_in = FoundIn.FILE if source == Source.CENSUS else FoundIn.OWN
    return PlanFact(found_in, start, end, plan_id=pk, is_anothers=is_anothers, counted_before=count)


def _elsewhere(children: Collection[int]) -> list[PlanFact]:
    plans = PlanElsewhere.objects.unscoped("The history check finds plans that the asker may not open.")
    rows = plans.filter(child__in=children).values_list("pk", "start_date", "end_date", "authority")
    return [
        PlanFact(FoundIn.ELSEWHERE, start, end, plan_elsewhere_id=pk, authority=authority)
        for pk, start, end, authority in rows
    ]


def _alike(mine: Identity) -> QuerySet[Child]:
    """Records that share a number or a birth date: what the rule then looks at more closely."""
    numbers = {mine.upn, mine.former_upn} - {""}
    alike = Q(upn__in=numbers) | Q(former_upn__in=numbers)
    if mine.birth_date is not None and mine.names:
        alike |= Q(birth_date=mine.birth_date)
    children = Child.objects.unscoped("Another record of the same child may be one the asker may not open.")
    return children.filter(alike)


def _identities(children: Iterable[int]) -> dict[int, Identity]:
    wanted = list(children)
    names = _names(wanted)
    rows = Child.objects.unscoped("Numbers and names are compared to find another record of the same child.")
    values = rows.filter(pk__in=wanted).values_list("pk", "upn", "former_upn", "nhs_number", "birth_date")
    return {
        pk: Identity(upn, former, nhs, born, frozenset(names.get(pk, ())))
        for pk, upn, former, nhs, born in values
    }


def _names(children: Collection[int]) -> dict[int, set[str]]:
    """The whole names of each, present and other; half a name is none."""
    whole = ~Q(given_names="") & ~Q(family_name="")
    present = Child.objects.unscoped("Names are compared to find another record of the same child.")
    other = ChildName.objects.unscoped("Earlier names are compared to find another record of the same child.")
    rows: list[tuple[Any, ...]] = [
        *present.filter(whole, pk__in=children).values_list("pk", "plain_name"),
        *other.filter(whole, child__in=children).values_list("child", "plain_name"),
    ]
    names: dict[int, set[str]] = {}
    for pk, name in rows:
        names.setdefault(pk, set()).add(name)
    return names
