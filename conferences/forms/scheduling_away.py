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
from safeguarding.pagekit.refusals import GONE, Refusable


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


class _Proposed(forms.MultipleChoiceField):
    """One that is proposed no more is told of by the form, and the others are moved all the same."""

    def valid_value(self, value: Any) -> bool:
        return True


class ApproveForm(Refusable):
    """The moves that are proposed, each ticked until somebody takes the tick out."""

    moves = _Proposed(
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

    def clean_moves(self) -> list[str]:
        """Raises ValidationError where some were approved and none of them is proposed any more."""
        chosen: list[str] = self.cleaned_data["moves"]
        if chosen and not set(chosen) & self.by_key.keys():
            raise forms.ValidationError(GONE)
        return chosen

    @property
    def gone(self) -> list[str]:
        """The references of the meetings whose approved move is proposed no more."""
        return [key.partition("|")[0] for key in self.answers["moves"] if key not in self.by_key]

    @property
    def chosen(self) -> list[Moving]:
        return [self.by_key[key] for key in self.answers["moves"] if key in self.by_key]
