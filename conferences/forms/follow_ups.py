"""The form of a follow-up: which of the three, when, how the child is, and what help goes on."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from django import forms

from conferences.rules.deadlines_days import Due
from conferences.rules.follow_ups import Which
from safeguarding.pagekit.dates import DateField
from safeguarding.pagekit.drafts import KeepsDraft
from safeguarding.pagekit.layout import Button, Buttons, CancelLink, GovField, Helper
from safeguarding.pagekit.texts import words_field
from safeguarding.wording import uk_day


class FollowUpForm(KeepsDraft):
    """`recorded`: those that are, which are offered no more; `due`: by when the others are."""

    draft_title = "Follow-up after a plan"

    which = forms.TypedChoiceField(
        label="Which follow-up is it?",
        widget=forms.RadioSelect,
        coerce=Which,
        empty_value=None,
        required=False,
    )
    held_date = DateField(label="Day of the follow-up", required=False)
    how_child_is = words_field(
        "How is the child now?",
        hint="What has changed since the plan ended, and what the child says",
        subject="How the child is",
    )
    help_now = words_field(
        "What help does the family have now?", hint="Who gives it, and until when", subject="Help"
    )

    def __init__(
        self, *args: Any, due: Mapping[Which, Due], recorded: Collection[str], back: str, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        offered = [which for which in Which if which.value not in recorded]
        self.fields["which"].choices = [(w.value, w.label) for w in offered]  # type: ignore[attr-defined]
        hints = {which.value: f"Due by {uk_day(day.date)}: {day.explanation}" for which, day in due.items()}
        self.helper = Helper(
            GovField("which", label_size="m", option_hints=hints),
            "held_date",
            "how_child_is",
            "help_now",
            Buttons(Button("Save"), CancelLink(back)),
        )
