"""A child as a form that asks about several tells of it."""

from __future__ import annotations

from datetime import date

from safeguarding.models import Child
from safeguarding.wording import uk_date
from safeguarding.workingdays import age


def child_hint(child: Child, on: date) -> str:
    """Born 4 May 2012 (5). Council number FB000001."""
    if child.birth_date is None:
        born = f"Expected {uk_date(child.expected_birth_date)}"
    else:
        born = f"Born {uk_date(child.birth_date)} ({age(child.birth_date, on)})"
    return f"{born}. Council number {child.la_child_id}"
