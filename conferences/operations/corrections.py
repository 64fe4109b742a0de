"""Corrections of a record: the old value is kept with who had told it and why it is another."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from django.db import connection, models

from conferences.models import Correction
from conferences.queries.corrections import (
    as_text,
    children_of,
    facts_of,
    is_in_error,
    latest_change,
    open_facts,
    origin_of,
)
from conferences.rules.corrections import BY_KIND, IN_ERROR, Correctable, RecordKind, Sort, Why
from safeguarding import audit
from safeguarding.labelled import values
from safeguarding.models import Child, User
from safeguarding.operation import lock, lock_rows, refuse_joined
from safeguarding.refusals import NOT_FOUND, NOT_THERE, Problem, Refused, missing, refuse_all
from safeguarding.versions import StaleVersion, seen_as

M = TypeVar("M", bound=models.Model)
NOTHING_NEW = "Nothing here differs from what is recorded. Change what is wrong, or go back"
BOTH = "Someone has corrected this since you opened it. Both are shown: send what is right."
NO_ERROR_WORDS = "Enter what was wrong"
NOT_BOTH = "Say that it was recorded in error, or correct the rest of it, and not both"
NEEDED = "Enter something here: it cannot be empty"


@dataclass(frozen=True)
class Change:
    """What a record should say: {column: value}, of any of its facts. `seen` is the mark of what stood there
    when the person looked.
    """

    facts: Mapping[str, Any] = field(default_factory=dict)
    why: str = ""
    words: str = ""
    seen: str | None = None


@dataclass(frozen=True)
class Draft:
    """A record that is held for a correction: `before` and `after` are all its facts, {column: value}."""

    kind: Correctable
    row: Any
    before: dict[str, Any]
    after: dict[str, Any]
    # Columns that are written with them, as they stand on the row by then.
    besides: tuple[str, ...] = ()

    @property
    def differing(self) -> list[str]:
        return [name for name, value in self.after.items() if value != self.before[name]]


def begin(row: M, kind: RecordKind, change: Change, at: dt.datetime) -> Draft:
    """Hold the children whom the record is about, and then the record: two corrections that fit each alone
    wait for each other. Raises StaleVersion when somebody corrected it since it was seen.
    """
    children = children_of(row)
    refuse_joined(lock_rows(Child.objects.unscoped("held by an operation").filter(pk__in=children)))
    held = lock(row)
    if children_of(held) != children:
        raise Refused(NOT_THERE, status=NOT_FOUND)
    correctable = open_facts(held, BY_KIND[kind])
    stands = facts_of(held, correctable)
    if change.seen not in (None, "", seen_as(stands)):
        raise _stale(held, stands, at)
    given = {name: _clean(value) for name, value in change.facts.items() if name in stands}
    # What is put back is judged by all of its facts.
    before = facts_of(held, BY_KIND[kind]) if is_in_error(held) else stands
    return Draft(correctable, held, before, before | given)


def _clean(value: Any) -> Any:
    return value.strip() if isinstance(value, str) else value


def _stale(row: models.Model, before: dict[str, Any], at: dt.datetime) -> StaleVersion:
    last = latest_change(row)
    who = last.by or audit.system_user()
    return StaleVersion(
        theirs=before, seen=seen_as(before), saved_by=who, saved_at=last.at or at, sentence=BOTH
    )


def changes(draft: Draft, *names: str) -> bool:
    """Whether any of these facts would be another: what nobody touches is not judged anew."""
    return bool(set(names) & set(draft.differing))


def goes(draft: Draft) -> bool:
    """Whether the record is said to have been recorded in error: then its days are not judged."""
    return changes(draft, IN_ERROR.field) and bool(draft.after[IN_ERROR.field])


def problems_of(draft: Draft, change: Change) -> list[Problem]:
    """What any correction misses: a reason, a fact that cannot be empty, something that differs."""
    found = [] if change.why in values(Why) else [Problem("Select why it is corrected", "why")]
    if change.why == Why.OTHER:
        found += missing(words=(change.words, "Enter what the reason is"))
    elif changes(draft, IN_ERROR.field):
        found += missing(words=(change.words, NO_ERROR_WORDS))
    if goes(draft) and _corrects_more(draft, change):
        found.append(Problem(NOT_BOTH, IN_ERROR.field))
    for fact in draft.kind.facts:
        if not fact.blank and changes(draft, fact.field) and draft.after[fact.field] in (None, ""):
            found.append(Problem(NEEDED, fact.field))
    if not draft.differing:
        found.append(Problem(NOTHING_NEW))
    return found


def _corrects_more(draft: Draft, change: Change) -> bool:
    """Whether a fact is told otherwise beside that it was in error: nobody judged whether it can be."""
    given = {name: _clean(value) for name, value in change.facts.items() if name != IN_ERROR.field}
    return any(value != draft.before[name] for name, value in given.items() if name in draft.before)


def finish(
    draft: Draft,
    change: Change,
    problems: Sequence[Problem],
    corrector: User,
    at: dt.datetime,
    follow: Callable[[], None] = lambda: None,
) -> list[Correction]:
    """Write what differs, a correction for each fact and child, and what is to `follow` with it.

    Raises Refused with all that is wrong.
    """
    refuse_all([*problems_of(draft, change), *problems])
    names = draft.differing
    origins = {name: origin_of(draft.row, name) for name in names}
    # First: the database lets an initial category change with its correction alone.
    made = Correction.objects.bulk_create(
        [
            Correction(
                child_id=child,
                kind=draft.kind.kind,
                row=draft.row.pk,
                field=name,
                was=as_text(draft.before[name]),
                was_by=origins[name].by,
                was_at=origins[name].at,
                now=as_text(draft.after[name]),
                why=change.why,
                words=change.words.strip(),
                corrected_by=corrector,
                corrected_at=at,
            )
            for child in children_of(draft.row)
            for name in names
        ]
    )
    _write(draft)
    follow()
    check_now()
    audit.record("fact.corrected", draft.row, by=corrector, at=at, detail={"facts": names, "why": change.why})
    return made


def _write(draft: Draft) -> None:
    """The columns that differ. Several codes are rows of their own, which their operation writes."""
    sets = {fact.field for fact in draft.kind.facts if fact.sort is Sort.CODES}
    columns = [name for name in draft.differing if name not in sets]
    for name in columns:
        setattr(draft.row, name, draft.after[name])
    if columns:
        draft.row.save(update_fields=[*columns, *draft.besides])


def check_now() -> None:
    """Have the database hold its deferred checks against what was written, so that a page that is checked
    first shows its refusal.
    """
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")
