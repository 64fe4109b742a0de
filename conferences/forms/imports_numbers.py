"""The form about children whom a file tells under another number than their record has."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms

from conferences.models import ImportChange
from safeguarding.pagekit.drafts import KeepsDraft
from safeguarding.pagekit.layout import Button, Buttons, CancelLink, GovField, Helper


class KnownNumbersForm(KeepsDraft):
    """Those that were matched by rule and are other children after all."""

    draft_title = "Children under another number"

    known = forms.MultipleChoiceField(
        label="Which of them are other children?",
        help_text="Leave all unticked where every one is right. Whoever you tick has a record of its own.",
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )

    def __init__(self, *args: Any, matches: Sequence[ImportChange], back: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.by_id = {str(match.pk): match for match in matches}
        field: Any = self.fields["known"]
        field.choices = [(pk, f"{one.number}, now {one.now}") for pk, one in self.by_id.items()]
        self.helper = Helper(
            GovField("known", label_size="m"), Buttons(Button("They are other children"), CancelLink(back))
        )

    @property
    def chosen(self) -> list[ImportChange]:
        return [self.by_id[pk] for pk in self.answers["known"]]
