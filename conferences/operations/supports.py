"""Recording what help was tried for children, and how it went on."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import asdict, replace

from django.db.models import QuerySet

from conferences.models import SupportTried
from conferences.rules.children import Birth
from conferences.rules.supports import Told, goes_on, problems
from safeguarding import audit
from safeguarding.clock import day_of
from safeguarding.models import Child, User
from safeguarding.operation import lock, lock_all, operation
from safeguarding.refusals import Problem, Refused, refuse_all
from safeguarding.rights import Permission

TWICE = ("This is recorded already", "kind")
OVER = "How this went is recorded. Correct it, where it was otherwise."
WHY = "what was tried for a child in scope"


@operation(needs=Permission.RECORD_SUPPORT, refuses={"supporttried_stands_once": TWICE}, retry=True)
def record_support(*, children: Sequence[Child], told: Told, by: User, at: dt.datetime) -> list[SupportTried]:
    """The same help for each of these brothers and sisters: it stands on each one's record.

    Refused: for nobody, what is missing or cannot be, and what one of them has on record already.
    """
    held, told = lock_all(children), told.fitting
    nobody = [] if held else [Problem("Select for which children it was", "children")]
    births = {one.display_name: Birth.of(one.birth_date, one.expected_birth_date) for one in held}
    refuse_all([*nobody, *problems(told, births=births, on=day_of(at)), *_twice(held, told)])
    made = [
        SupportTried.objects.create(
            child=child, **_columns(told), recorded_by=by, recorded_at=at, told_by=by, told_at=at
        )
        for child in held
    ]
    for one in made:
        audit.record("support.recorded", one, by=by, at=at, detail={"kind": one.kind})
    return made


def same_supports(told: Told) -> QuerySet[SupportTried]:
    """What is the same help, of anybody, standing."""
    rows = SupportTried.objects.unscoped(WHY).filter(in_error=False, kind=told.kind or "")
    found: QuerySet[SupportTried] = rows.filter(
        name__iexact=told.name, offered_date=told.offered_date, started_date=told.started_date
    )
    return found


def _twice(children: Sequence[Child], told: Told) -> list[Problem]:
    same = same_supports(told).filter(child__in=children).select_related("child")
    names = [one.child.display_name for one in same.order_by("child")]
    said = "This is recorded already" if len(children) == 1 else "This is recorded already for {name}"
    return [Problem(said.format(name=name), "kind") for name in names]


def _columns(told: Told) -> dict[str, object]:
    return asdict(told) | {"aim": told.aim.strip()}


@operation(needs=Permission.RECORD_SUPPORT, refuses={"supporttried_stands_once": TWICE}, retry=True)
def tell_support(
    *,
    support: SupportTried,
    uptake: str | None = None,
    started_date: dt.date | None = None,
    ended_date: dt.date | None = None,
    why_not: str = "",
    why_words: str = "",
    did_change: str = "",
    by: User,
    at: dt.datetime,
) -> SupportTried:
    """How it went on: only what was not known yet is told; the rest is corrected.

    Refused: where all is known, and what is missing or cannot be.
    """
    child = lock(support.child)
    held = lock(support)
    if held.in_error or not goes_on(held.uptake, held.ended_date, held.did_change):
        raise Refused(OVER)
    stood = told_of(held)
    told = replace(
        stood,
        uptake=uptake or stood.uptake,
        started_date=stood.started_date or started_date,
        ended_date=stood.ended_date or ended_date,
        why_not=stood.why_not or why_not,
        why_words=stood.why_words or why_words,
        did_change=did_change or stood.did_change,
    ).fitting
    births = {child.display_name: Birth.of(child.birth_date, child.expected_birth_date)}
    refuse_all(problems(told, births=births, on=day_of(at)))
    if told == stood:
        raise Refused("Nothing here is new. Enter what has happened since, or go back")
    columns = _columns(told)
    for name, value in columns.items():
        setattr(held, name, value)
    held.told_by, held.told_at = by, at
    held.save(update_fields=[*columns, "told_by", "told_at"])
    audit.record("support.told", held, by=by, at=at, detail={"uptake": held.uptake})
    return held


def told_of(support: SupportTried) -> Told:
    """What stands on record of it."""
    return Told(**{name: getattr(support, name) for name in Told.__dataclass_fields__})
