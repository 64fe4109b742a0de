"""Records that were never saved, for presenters, which turn what was read into words and read nothing."""

import datetime as dt
from collections.abc import Sequence
from itertools import count
from typing import Any

from django.db import models

from conferences.queries.days import Day
from conferences.rules.days import Told
from safeguarding.models import User
from safeguarding.pagekit.components import SummaryRow, Table
from safeguarding.policy.role_words import WORD_FOR, words_of
from safeguarding.rights import Role

NUMBERS = count(1)


def made(factory: Any, **fields: Any) -> Any:
    """A record of the factory's model, and those it stands on, each with a number as if it were saved.

    A list given for a name that leads to many (children=[...]) is what `.all()` gives for it; what is not
    given is not there.
    """
    reverse = {name for name in fields if isinstance(fields[name], list)}
    record = factory.build(**{name: value for name, value in fields.items() if name not in reverse})
    _number(record)
    record._prefetched_objects_cache |= {name: fields[name] for name in reverse}
    return record


def _number(record: models.Model) -> None:
    if record.pk is None:
        record.pk = next(NUMBERS)
        _leave_empty(record)
    for field in record._meta.concrete_fields:
        other = record._state.fields_cache.get(field.name)
        if other is not None:
            _number(other)
            setattr(record, field.name, other)


def _leave_empty(record: Any) -> None:
    """Nothing leads to a record that was never saved, so that no presenter asks the database for it."""
    leading = [(one, one.get_accessor_name()) for one in record._meta.related_objects]
    record._prefetched_objects_cache = {name: [] for one, name in leading if not one.one_to_one}
    for one, name in leading:
        if one.one_to_one:
            record._state.fields_cache.setdefault(name, None)


def days_of(asked: Sequence[Any]) -> dict[int, Day]:
    """The days of requested children as they were told."""
    return {one.pk: Day(Told(one.due_date, one.due_explanation)) for one in asked}


def person(role: str = "CHAIR", **fields: Any) -> User:
    return User(
        pk=next(NUMBERS),
        role=role,
        is_active=True,
        full_name=f"Sample {words_of(str(WORD_FOR[Role(role)].default)).first}",
        **fields,
    )


def moment(day: dt.date, hour: int = 10) -> dt.datetime:
    return dt.datetime.combine(day, dt.time(hour), tzinfo=dt.UTC)


def said(rows: Sequence[SummaryRow]) -> dict[str, str]:
    """{"When": "..."} of a summary's rows; of several with one key the last."""
    return {row.key: str(row.value) for row in rows}


def cells(table: Table) -> list[list[str]]:
    """The words of each cell: text, tag and note, with a space between."""
    return [[_words(cell) for cell in row] for row in table.rows]


def _words(cell: Any) -> str:
    if not hasattr(cell, "text"):
        return str(cell)
    parts = [str(cell.text), cell.tag.text if cell.tag else "", cell.note]
    return " ".join(part for part in parts if part)
