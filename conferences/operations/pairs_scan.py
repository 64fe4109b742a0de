"""Pairs of records that may be of one child, found and kept for a person to judge."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator, Mapping

from django.db.models import Q

from conferences.models import ChildPair
from conferences.queries.pairs import digest, identities, suggestions_for
from conferences.queries.pairs_candidates import Pairs, by_all_names, by_council_numbers, by_shared_numbers
from conferences.rules.same_child import PairState, Suggestion, suggestion
from safeguarding.db import unlimited
from safeguarding.models import Child
from safeguarding.models.base import ScopedQuerySet

AT_ONCE = 5000
WHY = "every record is compared with the others; none is shown"


def find_pairs(*, at: dt.datetime) -> int:
    """Compare all records of the council, and keep the pairs that may be of one child; how many stand.

    A pair said to be different is asked about again where a fact of either has changed; one that the facts
    no longer suggest is in no list, unless a person was not sure of it.
    """
    found: Pairs = set()
    with unlimited():
        for pairs in _all_pairs():
            found |= _keep(pairs - found, at)
        _let_go(ChildPair.objects.unscoped(WHY), found)
    return len(found)


def compare_child(child: Child, *, at: dt.datetime) -> int:
    """Compare one record with the others, for whoever recorded it or changed a fact of it."""
    return keep_suggestions(child, suggestions_for(child), at=at)


def keep_suggestions(child: Child, others: Mapping[int, Suggestion], *, at: dt.datetime) -> int:
    """Keep the pairs of one record that was compared: `others` are ids of the other records."""
    found = _keep({_ordered(child.pk, other) for other in others}, at)
    _let_go(ChildPair.objects.unscoped(WHY).filter(Q(one=child) | Q(other=child)), found)
    return len(found)


def _let_go(rows: ScopedQuerySet, found: Pairs) -> None:
    """Those among the rows that nothing suggests any more."""
    standing = rows.filter(is_suggested=True).values_list("pk", "one", "other")
    gone = [pk for pk, one, other in standing if (one, other) not in found]
    ChildPair.objects.unscoped(WHY).filter(pk__in=gone).update(is_suggested=False, is_certain=False)


def _all_pairs() -> Iterator[Pairs]:
    yield by_shared_numbers() | by_council_numbers()
    yield from by_all_names(AT_ONCE)


def _keep(pairs: Collection[tuple[int, int]], at: dt.datetime) -> Pairs:
    """Look at the pairs by the rule, keep those that it suggests, and say which they are."""
    if not pairs:
        return set()
    known = identities({pk for pair in pairs for pk in pair})
    rows = ChildPair.objects.unscoped(WHY).filter(one__in={one for one, _ in pairs})
    kept = {(row.one_id, row.other_id): row for row in rows}
    new, changed, found = [], [], set()
    for one, other in sorted(pairs):
        if one not in known or other not in known or not (why := suggestion(known[one], known[other])):
            continue
        found.add((one, other))
        facts, row = digest(known[one], known[other]), kept.get((one, other))
        if row is None:
            new.append(_new(one, other, why, facts, at))
        elif _is_renewed(row, why, facts):
            changed.append(row)
    ChildPair.objects.bulk_create(new, ignore_conflicts=True)
    ChildPair.objects.bulk_update(changed, ["is_suggested", "is_certain", "state", "facts"], 500)
    return found


def _new(one: int, other: int, why: Suggestion, facts: str, at: dt.datetime) -> ChildPair:
    return ChildPair(one_id=one, other_id=other, is_certain=why.is_certain, facts=facts, found_at=at)


def _is_renewed(row: ChildPair, why: Suggestion, facts: str) -> bool:
    """Set what is new of a pair, and say whether anything is."""
    if row.is_suggested and (row.is_certain, row.facts) == (why.is_certain, facts):
        return False
    if row.state == PairState.DIFFERENT and row.facts != facts:
        row.state = PairState.OPEN.value
    row.is_suggested, row.is_certain, row.facts = True, why.is_certain, facts
    return True


def _ordered(one: int, other: int) -> tuple[int, int]:
    return min(one, other), max(one, other)
