"""History by trigger: every row added, changed or removed leaves what it was, when, and who did it.

Bulk writes, raw SQL and imports are caught too, because the database writes the history. Statement-level
triggers keep a census import linear. Who did it comes from `safeguarding.audit.acting_as` or the request.

A history is looked up by the row that it is of. What a census brings by the hundred thousand (`found_by`) has
no index on its other keys: each would be written with every row.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import TypeVar

import pghistory
from django.db import models

M = TypeVar("M", bound=type[models.Model])
THE_ROW = "pgh_obj"


def keeps_history(
    *, exclude: list[str] | None = None, found_by: Collection[str] | None = None
) -> Callable[[M], M]:
    """Class decorator of a model: adds its `<Model>Event` table, append-only, filled by triggers.

    `found_by`: the keys that have an index in the history, beside that of the row itself; None: all.
    """
    tracked: Callable[[M], M] = pghistory.track(
        pghistory.InsertEvent(),
        pghistory.UpdateEvent(),
        pghistory.DeleteEvent(),
        exclude=exclude,
        append_only=True,
        level=pghistory.Statement,
        obj_field=pghistory.ObjForeignKey(related_name="history"),
        meta={"ordering": ["pgh_id"]},
    )

    def decorate(model: M) -> M:
        kept = tracked(model)
        if found_by is not None:
            for field in kept.pgh_event_model._meta.local_fields:  # type: ignore[attr-defined]
                if field.is_relation and field.name not in (THE_ROW, *found_by):
                    field.db_index = False
        return kept

    return decorate
