"""The form for an enquiry: the strategy discussion that started it, the further ones, and which children."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms

from conferences.forms.children_line import child_hint
from safeguarding.models import Child
from safeguarding.pagekit.dates import DateField
from safeguarding.pagekit.drafts import KeepsDraft
from safeguarding.pagekit.layout import Button, Buttons, CancelLink, GovField, Helper, Rows, Words
from safeguarding.pagekit.rows import RowFormSet
from safeguarding.pagekit.texts import words_field

MOST_FURTHER = 6
ANY_DAY = "For example, 9 4 2018. It may have been at a weekend or on a bank holiday."


class FurtherForm(forms.Form):
    """One further discussion; an empty row is none."""

    held_date = DateField(label="Date of the further discussion", required=False)


Further = forms.formset_factory(
    FurtherForm, formset=RowFormSet, extra=0, min_num=1, max_num=MOST_FURTHER, validate_max=True
)


class EnquiryForm(KeepsDraft):
    """`children` are those of the family that the person may see; `on` is the day."""

    draft_title = "Enquiry"
    children = forms.MultipleChoiceField(
        label="Which children is the enquiry about?",
        help_text="An enquiry will be recorded for each child",
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    held_date = DateField(
        label="When was the strategy discussion that started the enquiry?",
        subject="Date of the strategy discussion",
        help_text=ANY_DAY,
        required=False,
    )
    is_another = forms.BooleanField(label="This is another enquiry than the one that is open", required=False)
    notes = words_field("Who took part, and what was decided?", subject="Notes")

    def __init__(
        self,
        *args: Any,
        family: Sequence[Child],
        further: Any,
        on: date,
        back: str,
        waiting: Sequence[str] = (),
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.by_ref = {str(child.ref): child for child in family}
        self.further = further
        self.row_sets = [further]
        self.fields["children"].choices = [(ref, child.display_name) for ref, child in self.by_ref.items()]  # type: ignore[attr-defined]
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
            *self._another(waiting),
            Buttons(
                Button("Save and request a conference", name="then", value="request"),
                Button("Save", name="then", value="family", kind="secondary"),
                CancelLink(back),
            ),
        )

    def _another(self, waiting: Sequence[str]) -> list[Any]:
        """Whether it is another one, where some of the family's children have one that is open."""
        if not waiting:
            del self.fields["is_another"]
            return []
        return [Words(" ".join(waiting), "inset"), GovField("is_another")]

    @property
    def given(self) -> dict[str, Any]:
        """The enquiry as the operation wants it."""
        return {
            "children": [self.by_ref[ref] for ref in self.answers["children"]],
            "held_date": self.answers["held_date"],
            "further_discussions": [row.cleaned_data.get("held_date") for row in self.further.live],
            "notes": self.answers["notes"],
            "is_another": bool(self.answers.get("is_another")),
        }
