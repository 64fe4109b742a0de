"""How a row of a directory came to be what it is, from the history that its triggers kept."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from safeguarding.directory.directory import Directory
from safeguarding.directory.items import Item, Row
from safeguarding.models import User

MOST = 50
NOBODY = "The system"


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
    people = {_by(event) for event in events}
    names = dict(User.objects.filter(pk__in=people).values_list("pk", "full_name"))
    return list(_changes(directory, events, names))[:MOST]


def _changes(directory: Directory, events: list[Any], names: dict[int, str]) -> Iterator[Change]:
    before: list[Any] = [*events[1:], None]
    for event, earlier in zip(events, before, strict=True):
        by = names.get(_by(event), NOBODY)
        if event.pgh_label == "insert":
            yield Change(event.pgh_created_at, "Added", (), by)
        elif earlier is not None:
            yield _change(directory, event, earlier, by)


def _change(directory: Directory, event: Any, earlier: Any, by: str) -> Change:
    if event.is_active != earlier.is_active:
        what = "Put back into use" if event.is_active else "Taken out of use"
        return Change(event.pgh_created_at, what, (), by)
    items = [
        f"{item.label}: {_shown(item, earlier) or 'nothing'} to {_shown(item, event) or 'nothing'}"
        for item in directory.items
        if _value(item, event) != _value(item, earlier)
    ]
    return Change(event.pgh_created_at, "Changed", tuple(items), by)


def _by(event: Any) -> int:
    """Who was behind a write, by number; 0 where nobody is named."""
    metadata = (event.pgh_context.metadata if event.pgh_context else None) or {}
    return int(metadata.get("user") or 0)


def _value(item: Item, event: Any) -> Any:
    return getattr(event, f"{item.field}_id" if isinstance(item, Row) else item.field)


def _shown(item: Item, event: Any) -> str:
    return str(item.show(getattr(event, item.field)))
