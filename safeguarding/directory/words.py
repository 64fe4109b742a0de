"""How a row of a directory came to be what it is, from the history that its triggers kept."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from safeguarding.directory.directory import Directory
from safeguarding.directory.items import Item, Row
from safeguarding.models import User

MOST = 50
NOBODY = "The system"
NOTHING: Mapping[int, Collection[str]] = {}
KEPT = "another one, which is not shown here"


@dataclass(frozen=True)
class Change:
    """One change: when, what was done, what differed ("Seats: 8 to 10"), and who did it."""

    at: dt.datetime
    what: str
    items: tuple[str, ...]
    by: str


def changes(directory: Directory, row: Any) -> list[Change]:
    """The latest changes of a row, newest first; in two queries whatever their number."""
    events = list(row.history.select_related("pgh_context").order_by("-pgh_id")[: MOST + 1])
    return list(_changes(directory.items, events, _names(events), ()))[:MOST]


def changes_of(
    model: Any, items: Sequence[Item], rows: Collection[int], kept: Mapping[int, Collection[str]] = NOTHING
) -> dict[int, list[Change]]:
    """{id: its latest changes, newest first} of several rows of a model, in two queries. `kept` are the items
    of a row, by its id, of which it is told that they changed and not from what to what.
    """
    history = model._meta.get_field("history").related_model
    events = history.objects.filter(pgh_obj__in=rows).select_related("pgh_context").order_by("-pgh_id")
    of: dict[int, list[Any]] = {pk: [] for pk in rows}
    for event in events:
        of[event.pgh_obj_id].append(event)
    names = _names(events)
    return {pk: list(_changes(items, own, names, kept.get(pk, ())))[:MOST] for pk, own in of.items()}


def _names(events: Iterable[Any]) -> dict[int, str]:
    people = {_by(event) for event in events}
    return dict(User.objects.filter(pk__in=people).values_list("pk", "full_name"))


def _changes(
    items: Sequence[Item], events: list[Any], names: dict[int, str], kept: Collection[str]
) -> Iterator[Change]:
    before: list[Any] = [*events[1:], None]
    for event, earlier in zip(events, before, strict=True):
        by = names.get(_by(event), NOBODY)
        if event.pgh_label == "insert":
            yield Change(event.pgh_created_at, "Added", (), by)
        elif earlier is not None and (change := _change(items, event, earlier, by, kept)):
            yield change


def _change(items: Sequence[Item], event: Any, earlier: Any, by: str, kept: Collection[str]) -> Change | None:
    """None where something else was written than what is told."""
    in_use, was_in_use = (getattr(one, "is_active", None) for one in (event, earlier))
    if in_use != was_in_use:
        return Change(event.pgh_created_at, "Put back into use" if in_use else "Taken out of use", (), by)
    differing = [item for item in items if _value(item, event) != _value(item, earlier)]
    if not differing:
        return None
    told = tuple(
        f"{item.label}: {KEPT}"
        if item.field in kept
        else f"{item.label}: {_shown(item, earlier) or 'nothing'} to {_shown(item, event) or 'nothing'}"
        for item in differing
    )
    return Change(event.pgh_created_at, "Changed", told, by)


def _by(event: Any) -> int:
    """Who was behind a write, by number; 0 where nobody is named."""
    metadata = (event.pgh_context.metadata if event.pgh_context else None) or {}
    return int(metadata.get("user") or 0)


def _value(item: Item, event: Any) -> Any:
    return getattr(event, f"{item.field}_id" if isinstance(item, Row) else item.field)


def _shown(item: Item, event: Any) -> str:
    return str(item.show(getattr(event, item.field)))
