"""The form for an enquiry: the strategy discussion that started it, those after it, and which children."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms

from conferences.forms.refusable import Refusable, child_hint, words_field
from safeguarding.models import Child
from safeguarding.pagekit.dates import DateField
from safeguarding.pagekit.layout import Button, Buttons, CancelLink, GovField, Helper, Rows
from safeguarding.pagekit.rows import RowFormSet

MOST_FURTHER = 6
ANY_DAY = "For example, 9 4 2018. It may have been at a weekend or on a bank holiday."


class FurtherForm(forms.Form):
    """One further discussion; an empty row is none."""

    held_date = DateField(label="Date of the further discussion", required=False)


Further = forms.formset_factory(
    FurtherForm, formset=RowFormSet, extra=0, min_num=1, max_num=MOST_FURTHER, validate_max=True
)


class EnquiryForm(Refusable):
    """`children` are those of the family that the person may see; `on` is the day."""

    children = forms.MultipleChoiceField(
        label="Which children is the enquiry about?",
        help_text="An enquiry is recorded about each of them",
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Select at least one child"},
    )
    held_date = DateField(
        label="When was the strategy discussion that started the enquiry?",
        subject="Date of the strategy discussion",
        help_text=ANY_DAY,
    )
    notes = words_field("Who took part, and what was decided?")

    def __init__(
        self, *args: Any, family: Sequence[Child], further: Any, on: date, back: str, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.by_ref = {str(child.ref): child for child in family}
        self.further = further
        self.row_sets = [further]
        self.fields["children"].choices = [(ref, child.display_name) for ref, child in self.by_ref.items()]  # type: ignore[attr-defined]
        self.fields["held_date"].latest = on  # type: ignore[attr-defined]
        hints = {ref: child_hint(child, on) for ref, child in self.by_ref.items()}
        self.helper = Helper(
            GovField("children", label_size="m", option_hints=hints),
            GovField("held_date", label_size="m"),
            Rows(
                "further",
                "held_date",
                one="Further discussion",
                title="Further discussions, if there were any",
            ),
            GovField("notes", label_size="m"),
            Buttons(
                Button("Save and request a conference", name="then", value="request"),
                Button("Save", name="then", value="family", kind="secondary"),
                CancelLink(back),
            ),
        )

    def chosen(self) -> list[Child]:
        return [self.by_ref[ref] for ref in self.cleaned_data["children"]]

    def further_dates(self) -> list[date]:
        return [row["held_date"] for row in self.further.kept if row.get("held_date")]

    def refuse_row(self, sentence: str, field: str, number: int) -> None:
        """Give a refusal back beside a further discussion: the nth of those that hold a date."""
        rows = [
            row for row in self.further.forms if row.has_changed() and row not in self.further.deleted_forms
        ]
        dated = [row for row in rows if row.cleaned_data.get("held_date")]
        dated[number].add_error(field, sentence)
