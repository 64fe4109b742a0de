"""Forms of thinking time: taking it, and holding it, with the file's entries and the note kept apart."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from django import forms

from conferences.models import ReflectiveNote, ThinkingTime
from conferences.rules.thinking_time import LONGEST_MINUTES, PROMPTS, SHORTEST_MINUTES
from conferences.rules.workflow import ThinkingTrigger
from safeguarding.labelled import choices
from safeguarding.models import Child
from safeguarding.pagekit.dates import DateField
from safeguarding.pagekit.layout import Button, Buttons, CancelLink, GovField, Helper, Set, Words

ON_FILE = (
    "This part goes on each child’s file. Everybody who may read the child’s record can read it. "
    "Write what you conclude and why, about this child."
)
FOR_YOU = (
    "This part is yours. Nobody else can read it in this service: not the Strategic Lead, not your manager. "
    "It is on no child’s file. A court, or a person asking for their own data, may still be entitled to it."
)


class TakeForm(forms.Form):
    """Why a chair takes time to think."""

    trigger = forms.TypedChoiceField(
        label="Why do you want time to think?",
        choices=[code for code in choices(ThinkingTrigger) if code[0] != ThinkingTrigger.REPLAN],
        coerce=lambda code: ThinkingTrigger[code],
        widget=forms.RadioSelect,
        error_messages={"required": "Select why you want time to think"},
    )

    def __init__(self, *args: Any, back: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = Helper("trigger", Buttons(Button("Continue"), CancelLink(back)))

    def refuse(self, sentence: str, field: str) -> None:
        self.add_error(field if field in self.fields else None, sentence)


class HoldForm(forms.Form):
    """Thinking time that was held: when, how long, with whom; an entry for each child; the note."""

    held_date = DateField(label="Day it was held")
    minutes = forms.IntegerField(
        label="How long did it take?",
        min_value=SHORTEST_MINUTES,
        max_value=LONGEST_MINUTES,
        error_messages={
            "required": "Enter how many minutes it took",
            "invalid": "How long it took must be a whole number of minutes",
            "min_value": f"How long it took must be {SHORTEST_MINUTES} to {LONGEST_MINUTES} minutes",
            "max_value": f"How long it took must be {SHORTEST_MINUTES} to {LONGEST_MINUTES} minutes",
        },
    )
    facilitator = forms.CharField(label="Who helped you think? (optional)", required=False, max_length=150)

    def __init__(self, *args: Any, children: Sequence[Child], on: dt.date, back: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.children = children
        fields: dict[str, Any] = self.fields
        fields["held_date"].latest = on
        for child in children:
            fields[f"entry_{child.pk}"] = entry_field(child)
        for prompt in PROMPTS:
            fields[prompt.field] = forms.CharField(
                label=prompt.question, required=False, widget=forms.Textarea, max_length=20_000
            )
        self.helper = self._layout(back)

    def _layout(self, back: str) -> Helper:
        entries = [GovField(f"entry_{child.pk}", rows=4) for child in self.children]
        notes = [GovField(prompt.field, hint=prompt.hint, rows=4) for prompt in PROMPTS]
        return Helper(
            Set(
                "The session",
                "held_date",
                GovField("minutes", width="3", suffix="minutes"),
                GovField("facilitator", width="two-thirds", hint="Leave it empty if you thought alone."),
            ),
            Set("1. For each child’s file", Words(ON_FILE, "inset"), *entries),
            Set("2. Your reflective note", Words(FOR_YOU, "inset"), *notes),
            Buttons(Button("Save"), CancelLink(back)),
        )

    @property
    def entries(self) -> Mapping[Child, str]:
        return {child: self.cleaned_data[f"entry_{child.pk}"] for child in self.children}

    @property
    def note(self) -> dict[str, str]:
        return {prompt.field: self.cleaned_data[prompt.field] for prompt in PROMPTS}

    def refuse(self, sentence: str, field: str) -> None:
        self.add_error(field if field in self.fields else None, sentence)


def entry_field(child: Child) -> forms.CharField:
    name = child.display_name
    return forms.CharField(
        label=f"What do you conclude for {name}, and why?",
        widget=forms.Textarea,
        max_length=20_000,
        error_messages={"required": f"Enter what you conclude for {name}"},
    )


def held_before(session: ThinkingTime, note: ReflectiveNote | None) -> dict[str, Any]:
    """What was kept already, for the form of the chair who adds to it."""
    kept: dict[str, Any] = {
        "held_date": session.held_date,
        "minutes": session.minutes,
        "facilitator": session.facilitator,
    }
    kept |= {f"entry_{entry.child_id}": entry.conclusion for entry in session.entries.all()}
    return kept | {prompt.field: getattr(note, prompt.field, "") for prompt in PROMPTS}
