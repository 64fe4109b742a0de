"""A joining of two records is undone: every row goes back where it was."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.db import models
from django.db.models import Q

from conferences.models import (
    ChildPair,
    DayTold,
    Duty,
    EarlierPlan,
    LifeEvent,
    LookUp,
    Notice,
    PairAnswer,
    RecordJoin,
    RequestedChild,
)
from conferences.operations.duties_refresh import refresh
from conferences.operations.pairs_rows import moving_keys, rows_of
from conferences.operations.pairs_scan import compare_child
from conferences.rules.same_child import PairAnswerCode, PairState
from safeguarding import audit
from safeguarding.models import Child, User
from safeguarding.operation import lock, lock_all, lock_out_files, operation
from safeguarding.refusals import Problem, Refused, missing, refuse_all
from safeguarding.rights import Permission
from safeguarding.wording import uk_date

NO_REASON = "Enter why these are two children after all"
CHILD = Child._meta.label_lower
# What is raised and told of other rows, and goes where they go.
FOLLOWS = (Duty, DayTold, LookUp, Notice)
UNDONE = "This joining was undone already"
LATER = "Another record was joined later. Undo that joining first"
ON_BOTH = (
    "Since the records were joined, something was recorded that stands on both of them: {what}. It cannot be"
    " divided between them"
)
NHS_TAKEN = (
    "Another child has the NHS number of the record that comes back. Correct the number on that record first",
    "reason",
)
# Facts that make sense together alone: where one was changed since, none of them is given back.
AS_ONE = ({"birth_date", "expected_birth_date"}, {"upn", "upn_unknown"})


@operation(needs=Permission.JOIN_RECORDS, refuses={"child_nhs_number_once": NHS_TAKEN})
def undo_join(*, join: RecordJoin, reason: str, by: User, at: dt.datetime) -> RecordJoin:
    """Put all that a joining moved back to the record it came from. What was recorded since stays where it
    is, and the pair is one of which nobody is sure.

    Raises Refused: no reason, undone already, a later joining, or what stands on both records since.
    """
    refuse_all(missing(reason=(reason, NO_REASON)))
    lock_out_files(Child)
    held = lock(join)
    kept, gone = _both(held)
    refuse_all([Problem(sentence, "reason") for sentence in _against(held, kept)])
    _move_back(held, kept, gone)
    _change_back(held)
    for label, ids in held.added.items():
        rows_of(apps.get_model(label)).filter(pk__in=ids).delete()
    held.undone_by, held.undone_at, held.undone_reason = by, at, reason.strip()
    held.save(update_fields=["undone_by", "undone_at", "undone_reason"])
    audit.record("record.parted", kept, by=by, at=at, detail={"gone": gone.pk, "join": held.pk})
    _say_not_sure(held, by, at)
    refresh(kept, gone, met_by=None, at=at)
    compare_child(kept, at=at)
    return held


def _both(join: RecordJoin) -> tuple[Child, Child]:
    one, other = lock_all([join.kept, join.gone], even_joined=True)
    return (one, other) if one.pk == join.kept_id else (other, one)


def _against(join: RecordJoin, kept: Child) -> Iterator[str]:
    if join.undone_at:
        yield UNDONE
        return
    later = rows_of(RecordJoin).filter(kept=kept, undone_at=None, pk__gt=join.pk)
    if kept.joined_into_id or later.exists():
        yield LATER
    if what := sorted(set(_on_both(join, kept))):
        yield ON_BOTH.format(what="; ".join(what))


def _on_both(join: RecordJoin, kept: Child) -> Iterator[str]:
    """What rests on a row of the one record and belongs to the other."""
    moving = {key.model: key.name for key in moving_keys() if key.model not in FOLLOWS}
    for model, name in moving.items():
        for key in model._meta.concrete_fields:
            of = key.related_model
            if of is not None and of is not Child and of in moving:
                yield from _parted(join, kept, model, name, key, moving[of])
    yield from _histories(join, kept)
    yield from _endings(join, kept)


def _histories(join: RecordJoin, kept: Child) -> Iterator[str]:
    """Requests whose check, since then, found the plans of both."""
    plans = rows_of(EarlierPlan).filter(
        Q(plan__in=_moved(join, "conferences.plan"))
        | Q(plan_elsewhere__in=_moved(join, "conferences.planelsewhere")),
        requested_child__child=kept,
        requested_child__history_checked_at__gt=join.joined_at,
    )
    since = plans.exclude(requested_child__in=_moved(join, "conferences.requestedchild"))
    for found in since.select_related("requested_child__request"):
        yield f"the request of {uk_date(found.requested_child.request.requested_at)}"


def _endings(join: RecordJoin, kept: Child) -> Iterator[str]:
    """What happened to the child that ends, or may end, a plan of the other record."""
    events = rows_of(LifeEvent).filter(child=kept)
    moved, plans = _moved(join, "conferences.lifeevent"), _moved(join, "conferences.plan")
    since = events.exclude(pk__in=moved).filter(endings__plan__in=plans)
    before = events.filter(pk__in=moved, endings__isnull=False).exclude(endings__plan__in=plans)
    for event in (since | before).distinct():
        yield f"what happened on {uk_date(event.day)}, by which a plan ends"


def _moved(join: RecordJoin, label: str) -> list[int]:
    found: list[int] = join.moved.get(label, [])
    return found


def _parted(
    join: RecordJoin, kept: Child, model: type[models.Model], name: str, key: Any, there: str
) -> Iterator[str]:
    own, moved = _moved(join, model._meta.label_lower), _moved(join, key.related_model._meta.label_lower)
    changed = [int(pk) for pk in join.changed.get(model._meta.label_lower, {})]
    rows = rows_of(model).filter(**{name: kept})
    goes = rows.filter(pk__in=own, **{f"{key.name}__{there}": kept}).exclude(
        Q(pk__in=changed) | Q((f"{key.name}__in", moved))
    )
    stays = rows.filter(**{f"{key.name}__in": moved}).exclude(pk__in=own)
    if goes.exists() or stays.exists():
        yield str(model._meta.verbose_name)


def _move_back(join: RecordJoin, kept: Child, gone: Child) -> None:
    for key in moving_keys():
        ids = join.moved.get(key.model._meta.label_lower)
        if ids:
            rows_of(key.model).filter(pk__in=ids, **{key.name: kept}).update(**{key.name: gone})
    _send_followers(join, kept, gone)


def _send_followers(join: RecordJoin, kept: Child, gone: Child) -> None:
    """Duties raised, days told and what was looked up since go where what they are about goes."""
    asked = _moved(join, "conferences.requestedchild")
    own = Q(enquiry__child=gone) | Q(transfer_in__child=gone) | Q(plan__child=gone)
    of = rows_of(RequestedChild).filter(pk__in=asked).values("request")
    joint = Q(request__in=of) | Q(thinking_time__request__in=of) | Q(booking__request__in=of)
    duties = rows_of(Duty).filter(own | joint | Q(consultation__requested_child__in=asked), child=kept)
    rows_of(Duty).filter(pk__in=list(duties.values_list("pk", flat=True))).update(child=gone)
    told = Q(requested_child__in=asked) | Q(consultation__requested_child__in=asked)
    days = rows_of(DayTold).filter(told, child=kept)
    rows_of(DayTold).filter(pk__in=list(days.values_list("pk", flat=True))).update(child=gone)
    after = Q(plan__child=gone) | Q(answer__consultation__child=gone)
    looked = rows_of(LookUp).filter(after, child=kept)
    rows_of(LookUp).filter(pk__in=list(looked.values_list("pk", flat=True))).update(child=gone)


def _change_back(join: RecordJoin) -> None:
    """What was changed is as it was before, but where somebody has changed it since. The record that stays
    gives back first: a number is there once.
    """
    rows = [(label, int(pk), columns) for label, held in join.changed.items() for pk, columns in held.items()]
    for label, pk, columns in sorted(rows, key=lambda row: row[:2] == (CHILD, join.gone_id)):
        model = apps.get_model(label)
        row = rows_of(model).filter(pk=pk).first()
        if row is not None and (before := _unchanged(row, columns)):
            rows_of(model).filter(pk=pk).update(**before)


def _unchanged(row: models.Model, columns: dict[str, list[Any]]) -> dict[str, Any]:
    """{column: what it was before the joining}, of those that still say what the joining wrote."""
    was, written = ({name: _value(row, name, pair[at]) for name, pair in columns.items()} for at in (0, 1))
    changed = {name for name, value in written.items() if getattr(row, name) != value}
    for facts in AS_ONE:
        changed |= facts if facts & changed else set()
    return {name: value for name, value in was.items() if name not in changed}


def _value(row: models.Model, name: str, value: Any) -> Any:
    column: Any = row._meta.get_field(name)
    return column.to_python(value)


def _say_not_sure(join: RecordJoin, by: User, at: dt.datetime) -> None:
    """The pair is listed again, with the reason of whoever parted the records."""
    pair = (
        rows_of(ChildPair)
        .filter(one=min(join.kept_id, join.gone_id), other=max(join.kept_id, join.gone_id))
        .first()
    )
    if pair is None:
        raise Refused(UNDONE)
    rows_of(ChildPair).filter(pk=pair.pk).update(state=PairState.NOT_SURE)
    PairAnswer.objects.create(
        pair=pair,
        answer=PairAnswerCode.NOT_SURE,
        reason=join.undone_reason,
        facts=pair.facts,
        answered_by=by,
        answered_at=at,
    )
