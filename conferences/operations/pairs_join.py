"""Two records of one child are joined: what is recorded under one goes to the other. It can be undone.

The record that goes stays as an empty row that leads to the other; its numbers find it.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import Any

from django.db import models

from conferences.models import (
    ChildInNeedPlan,
    ChildPair,
    Enquiry,
    NeedEpisode,
    Plan,
    RecordJoin,
    TransferIn,
)
from conferences.operations.duties_refresh import refresh
from conferences.operations.pairs_join_guards import refuse_what_cannot_be
from conferences.operations.pairs_rows import moving_keys, once_with_child, rows_of
from conferences.operations.pairs_scan import compare_child
from conferences.operations.plans_elsewhere import check_requests
from conferences.rules.same_child import PairState
from conferences.rules.same_child_names import PLACEHOLDERS
from conferences.rules.search import plain
from safeguarding import audit
from safeguarding.clock import day_of
from safeguarding.models import Allocation, Child, ChildName, NameKind, User
from safeguarding.operation import lock_all, lock_out_files, operation
from safeguarding.refusals import Problem, missing, refuse_all
from safeguarding.rights import Permission

NO_REASON = "Enter why these are records of one child"
NOT_CHOSEN = "Select the number that stays"
# What the record that stays takes from the other where it has nothing: a column, and what means nothing.
FILLED: dict[str, Any] = {
    "upn": "",
    "former_upn": "",
    "nhs_number": "",
    "death_date": None,
    "sex": "U",
    "ethnicity": "",
    "communication_needs": "",
    "interpreter_language": "",
    "family_id": None,
}
IN_EPISODES = (Plan, Enquiry, TransferIn, ChildInNeedPlan)


@dataclass
class Joining:
    """What a joining writes, kept for its undo: see RecordJoin."""

    kept: Child
    gone: Child
    moved: dict[str, list[int]] = field(default_factory=dict)
    changed: dict[str, dict[str, dict[str, list[Any]]]] = field(default_factory=dict)
    added: dict[str, list[int]] = field(default_factory=dict)

    def change(self, row: models.Model, **columns: Any) -> None:
        """Write columns of a row, and keep what they were."""
        named = {name: value for name, value in columns.items() if getattr(row, name) != value}
        if not named:
            return
        kept = self.changed.setdefault(row._meta.label_lower, {}).setdefault(str(row.pk), {})
        for name, value in named.items():
            kept[name] = [_plain(getattr(row, name)), _plain(value)]
            setattr(row, name, value)
        rows_of(type(row)).filter(pk=row.pk).update(**named)


@operation(needs=Permission.JOIN_RECORDS)
def join_records(
    *, pair: ChildPair, kept: Child | None, reason: str, by: User, at: dt.datetime
) -> RecordJoin:
    """Join the two records of a pair, of which `kept` stays. One person suffices, for it can be undone.

    Raises Refused: nothing chosen, no reason, a restricted record, two families, two NHS numbers, plans that
    share days, an open request of each, and one enquiry or meeting that both have.
    """
    chosen = [] if kept else [Problem(NOT_CHOSEN, "stays")]
    refuse_all([*chosen, *missing(reason=(reason, NO_REASON))])
    assert kept is not None  # Refused above.
    lock_out_files(Child)
    one, other = lock_all([pair.one, pair.other], even_joined=True)
    stays, goes = (one, other) if one.pk == kept.pk else (other, one)
    refuse_what_cannot_be(stays, goes)
    joining = Joining(stays, goes)
    _end_allocation(joining, at)
    _move(joining)
    _take_facts(joining)
    made = RecordJoin.objects.create(
        kept=stays,
        gone=goes,
        reason=reason.strip(),
        moved=joining.moved,
        changed=joining.changed,
        added=joining.added,
        joined_by=by,
        joined_at=at,
    )
    rows_of(ChildPair).filter(pk=pair.pk).update(state=PairState.SAME)
    moved = {model: len(ids) for model, ids in joining.moved.items()}
    audit.record("record.joined", stays, by=by, at=at, detail={"gone": goes.pk, "moved": moved})
    check_requests(stays, teller=by, at=at)
    refresh(stays, goes, met_by=None, at=at)
    compare_child(stays, at=at)
    return made


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, dt.date) else value


def _end_allocation(joining: Joining, at: dt.datetime) -> None:
    """Who holds the record that stays goes on holding it; the other's holder ends where both have one."""
    present = {one.child_id: one for one in _allocations(joining)}
    held = present.get(joining.gone.pk)
    if held and joining.kept.pk in present:
        joining.change(held, end_date=max(held.start_date, day_of(at)))


def _allocations(joining: Joining) -> list[Allocation]:
    rows = rows_of(Allocation).filter(child__in=[joining.kept, joining.gone], end_date=None)
    return list(rows)


def _move(joining: Joining) -> None:
    """All that is recorded under the one goes to the other, but what the other has already."""
    for key in moving_keys():
        twice = _twice(key, joining)
        rows = rows_of(key.model)
        going = rows.filter(**{key.name: joining.gone}).exclude(pk__in=twice).order_by("pk")
        if ids := list(going.values_list("pk", flat=True)):
            rows.filter(pk__in=ids).update(**{key.name: joining.kept})
            joining.moved[key.model._meta.label_lower] = ids
        if key.model is NeedEpisode:
            _join_episodes(joining, twice)


def _join_episodes(joining: Joining, twice: dict[int, int]) -> None:
    """What lies in a spell in need that both records tell of, lies in the one that is kept."""
    for model in IN_EPISODES:
        for row in rows_of(model).filter(episode__in=twice):
            joining.change(row, episode_id=twice[row.episode_id])


def _twice(key: models.ForeignKey[Any, Any], joining: Joining) -> dict[int, int]:
    """{row of the one that goes: the row of the one that stays that is the same}: told twice of one child."""
    found: dict[int, int] = {}
    rows = rows_of(key.model)
    for columns, which in once_with_child(key):
        mine, theirs = (
            rows.filter(which, **{key.name: record}).values_list("pk", *columns)
            for record in (joining.kept, joining.gone)
        )
        there = {tuple(values): pk for pk, *values in mine}
        found |= {pk: there[tuple(values)] for pk, *values in theirs if tuple(values) in there}
    return found


def _take_facts(joining: Joining) -> None:
    """What the record that stays lacks it takes from the other, whose name and number become other ones."""
    kept, gone = joining.kept, joining.gone
    wanted = {name: getattr(gone, name) for name, none in FILLED.items() if getattr(kept, name) == none}
    if gone.upn and kept.upn and gone.upn != kept.upn and not kept.former_upn:
        wanted["former_upn"] = gone.upn
    if wanted.get("former_upn") == (wanted.get("upn") or kept.upn):
        wanted.pop("former_upn", None)
    if (kept.upn or wanted.get("upn")) and kept.upn_unknown:
        wanted["upn_unknown"] = ""
    if kept.is_unborn and not gone.is_unborn:
        wanted |= {"birth_date": gone.birth_date, "expected_birth_date": None}
    if not (kept.given_names or kept.family_name):
        wanted |= {"given_names": gone.given_names, "family_name": gone.family_name}
    joining.change(gone, joined_into_id=kept.pk, family_id=None, nhs_number="")
    if wanted.get("given_names") is None:
        _add_name(joining)
    joining.change(kept, **wanted)


def _add_name(joining: Joining) -> None:
    gone, kept = joining.gone, joining.kept
    name = (plain(gone.given_names), plain(gone.family_name))
    known = rows_of(ChildName).filter(child=kept, in_error=False).values_list("given_names", "family_name")
    same = {(plain(one), plain(two)) for one, two in [*known, (kept.given_names, kept.family_name)]}
    if not all(name) or set(name) & PLACEHOLDERS or name in same:
        return
    added = ChildName.objects.create(
        child=kept, kind=NameKind.KNOWN_AS, given_names=gone.given_names, family_name=gone.family_name
    )
    joining.added["safeguarding.childname"] = [added.pk]
