"""What the forms of asking share: an operation's refusal goes back beside its field, and a child's line."""

from __future__ import annotations

from datetime import date

from django import forms

from safeguarding.models import Child
from safeguarding.pagekit import refusals
from safeguarding.wording import uk_date
from safeguarding.workingdays import age

LONGEST_TEXT = 8000


class Refusable(refusals.Refusable):
    """As the kit's, for operations that are not yet turned."""

    def refuse(self, sentence: str, field: str = "") -> None:
        self.add_error(field if field in self.fields else None, sentence)


def words_field(label: str, hint: str = "", missing: str = "") -> forms.CharField:
    """Some sentences; needed where `missing` says what to enter."""
    messages = {"max_length": f"Enter no more than {LONGEST_TEXT} letters and signs"}
    if missing:
        messages["required"] = missing
    return forms.CharField(
        label=label,
        help_text=hint,
        widget=forms.Textarea,
        required=bool(missing),
        max_length=LONGEST_TEXT,
        error_messages=messages,
    )


def child_hint(child: Child, on: date) -> str:
    """Born 4 May 2012 (5). Council number FB000001."""
    if child.birth_date is None:
        born = f"Expected {uk_date(child.expected_birth_date)}"
    else:
        born = f"Born {uk_date(child.birth_date)} ({age(child.birth_date, on)})"
    return f"{born}. Council number {child.la_child_id}"
