"""Forms of what if a chair were away: which chair and days, and which of the moves are approved."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.db.models import QuerySet

from conferences.operations.scheduling_away import Moving
from safeguarding.models import User
from safeguarding.pagekit.dates import DateField
from safeguarding.pagekit.layout import Button, Buttons, CancelLink, GovField, Helper
from safeguarding.pagekit.refusals import Refusable


class AwayForm(Refusable):
    """Which chair is away, from when to when. It stands in the address, by the chair's reference."""

    chair = forms.ModelChoiceField(
        label="Which chair?",
        queryset=User.objects.none(),
        to_field_name="ref",
        required=False,
        empty_label="Select a chair",
    )
    first = DateField(label="First day away", required=False)
    last = DateField(label="Last day away", required=False)

    def __init__(self, *args: Any, chairs: QuerySet[User], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["chair"]
        field.queryset = chairs
        field.label_from_instance = lambda one: one.full_name
        button = Button("Show what would fall", kind="secondary")
        self.helper = Helper("chair", "first", "last", Buttons(button), method="get")


class ApproveForm(Refusable):
    """The moves that are proposed, each ticked until somebody takes the tick out."""

    moves = forms.MultipleChoiceField(
        label="Which of these moves do you approve?", widget=forms.CheckboxSelectMultiple, required=False
    )

    def __init__(
        self,
        *args: Any,
        moves: Mapping[str, Moving],
        words: Mapping[str, tuple[str, str]],
        back: str,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.by_key = moves
        field: Any = self.fields["moves"]
        field.choices = [(key, words[key][0]) for key in moves]
        field.initial = list(moves)
        hints = {key: words[key][1] for key in moves}
        self.helper = Helper(
            GovField("moves", label_size="m", option_hints=hints),
            Buttons(Button("Move these meetings"), CancelLink(back)),
        )

    @property
    def chosen(self) -> list[Moving]:
        return [self.by_key[key] for key in self.answers["moves"] if key in self.by_key]
