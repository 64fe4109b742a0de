"""Forms of thinking time: taking it, and holding it, with the file's entries and the note kept apart."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms

from conferences.models import ReflectiveNote, ThinkingTime
from conferences.operations.thinking_time import Note
from conferences.rules.thinking_time import PROMPTS
from conferences.rules.workflow import ThinkingTrigger
from safeguarding.labelled import choices
from safeguarding.models import Child
from safeguarding.pagekit.dates import DateField
from safeguarding.pagekit.joining import JoinsTexts
from safeguarding.pagekit.layout import Button, Buttons, CancelLink, GovField, Helper, Set, Words
from safeguarding.pagekit.refusals import Refusable
from safeguarding.pagekit.texts import TextField, words_field
from safeguarding.refusals import Problem

ON_FILE = (
    "This part goes on each child’s file. Everyone who can read the child’s record can read it. "
    "Write what you conclude and why, about this child."
)
FOR_YOU = (
    "Only you can read this part in this service, nobody who leads the unit or manages you. "
    "It is not on any child’s file. A court, or a person asking for their own data, may still have a "
    "right to it."
)


class TakeForm(Refusable):
    """Why a chair takes time to think."""

    trigger = forms.TypedChoiceField(
        label="Why do you want time to think?",
        choices=[code for code in choices(ThinkingTrigger) if code[0] != ThinkingTrigger.REPLAN],
        coerce=lambda code: ThinkingTrigger[code],
        empty_value=None,
        widget=forms.RadioSelect,
        required=False,
    )

    def __init__(self, *args: Any, back: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = Helper("trigger", Buttons(Button("Continue"), CancelLink(back)))


class HoldForm(JoinsTexts):
    """Thinking time that was held: when, how long, with whom; an entry for each child; the note."""

    draft_title = "Thinking time"
    held_date = DateField(label="Day it was held", required=False)
    minutes = forms.IntegerField(
        label="How long did it take?",
        required=False,
        error_messages={"invalid": "How long it took must be a whole number of minutes"},
    )
    facilitator = TextField(
        label="Who helped you think? (optional)", subject="Name", required=False, max_length=150
    )

    def __init__(self, *args: Any, children: Sequence[Child], back: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.children = children
        for child in children:
            question = f"What do you conclude for {child.display_name}, and why?"
            self.fields[f"entry_{child.pk}"] = words_field(question, subject="Conclusion")
        for prompt in PROMPTS:
            self.fields[prompt.field] = words_field(prompt.question)
        self.back = back

    @property
    def helper(self) -> Helper:
        entries = [part for child in self.children for part in self.shown(f"entry_{child.pk}", rows=4)]
        notes = [part for one in PROMPTS for part in self.shown(one.field, hint=one.hint, rows=4)]
        return Helper(
            "seen",
            Set(
                "The session",
                "held_date",
                GovField("minutes", width="3", suffix="minutes"),
                GovField("facilitator", width="two-thirds", hint="Leave this empty if no one helped."),
            ),
            Set("1. For each child’s file", Words(ON_FILE, "inset"), *entries),
            Set("2. Your reflective note", Words(FOR_YOU, "inset"), *notes),
            Buttons(Button("Save"), CancelLink(self.back)),
        )

    @property
    def given(self) -> dict[str, Any]:
        """What was held as the operation wants it."""
        answers = self.answers
        return {
            **{name: answers[name] for name in ("held_date", "minutes", "facilitator")},
            "entries": {child: answers[f"entry_{child.pk}"] for child in self.children},
            **self.opened,
            "note": Note(**{prompt.field: answers[prompt.field] for prompt in PROMPTS}),
        }

    def field_of(self, problem: Problem) -> str:
        return f"entry_{problem.about}" if problem.field == "entry" else problem.field


def held_before(session: ThinkingTime, note: ReflectiveNote | None) -> dict[str, Any]:
    """What was kept already, for the form of the chair who adds to it."""
    kept: dict[str, Any] = {
        "held_date": session.held_date,
        "minutes": session.minutes,
        "facilitator": session.facilitator,
    }
    kept |= {f"entry_{entry.child_id}": entry.conclusion for entry in session.entries.all()}
    return kept | {prompt.field: getattr(note, prompt.field, "") for prompt in PROMPTS}
