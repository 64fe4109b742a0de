"""History by trigger: every row added, changed or removed leaves what it was, when, and who did it.

Bulk writes, raw SQL and imports are caught too, because the database writes the history. Statement-level
triggers keep a census import linear. Who did it comes from `safeguarding.audit.acting_as` or the request.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

import pghistory
from django.db import models

M = TypeVar("M", bound=type[models.Model])


def keeps_history(*, exclude: list[str] | None = None) -> Callable[[M], M]:
    """Class decorator of a model: adds its `<Model>Event` table, append-only, filled by triggers."""
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
    return tracked
