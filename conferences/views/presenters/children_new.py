"""Children who may be the one that is about to be added, in words."""

from __future__ import annotations

from collections.abc import Sequence

from django.urls import reverse

from safeguarding.models import Child
from safeguarding.pagekit.components import Cell, Column, Table
from safeguarding.wording import uk_date


def namesake_table(found: Sequence[Child]) -> Table:
    """Each with its number and the way to its record."""
    rows = [
        [
            Cell(child.display_name, href=reverse("child", args=[child.ref])),
            uk_date(child.birth_date or child.expected_birth_date),
            child.la_child_id,
        ]
        for child in found
    ]
    columns = [Column("Child"), Column("Born or expected"), Column("Number")]
    return Table("Recorded already with this name and day", columns, rows, row_heads=True, stack=True)
