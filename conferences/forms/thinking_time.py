"""Forms of thinking time: taking it, and holding it, with the file's entries and the note kept apart."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms

from conferences.forms.scheduling import TimeField
from conferences.models import ReflectiveNote, ThinkingTime
from conferences.operations.thinking_time import Note
from conferences.rules.scheduling import ending, moment
from conferences.rules.thinking_time import PROMPTS, WaiverReason
from conferences.rules.workflow import BY_HAND, CHAIRS_OWN, ThinkingTrigger
from safeguarding.labelled import choices
from safeguarding.models import Child
from safeguarding.pagekit.dates import DateField
from safeguarding.pagekit.drafts import KeepsDraft
from safeguarding.pagekit.joining import JoinsTexts
from safeguarding.pagekit.layout import Button, Buttons, CancelLink, GovField, Helper, Set, Words
from safeguarding.pagekit.refusals import Refusable
from safeguarding.pagekit.texts import TextField, words_field
from safeguarding.refusals import Problem

SLOT_LENGTHS = {30: "30 minutes", 45: "45 minutes", 60: "1 hour", 90: "1 and a half hours", 120: "2 hours"}
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
        choices=[(str(code), code.label) for code in CHAIRS_OWN],
        coerce=lambda code: ThinkingTrigger[code],
        empty_value=None,
        widget=forms.RadioSelect,
        required=False,
    )

    def __init__(self, *args: Any, back: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = Helper("trigger", Buttons(Button("Continue"), CancelLink(back)))


class SlotForm(Refusable):
    """When a chair wants to think: the day, the start and how long."""

    date = DateField(label="Day", required=False)
    start = TimeField(label="Start time", required=False)
    length = forms.TypedChoiceField(
        label="How long?",
        choices=list(SLOT_LENGTHS.items()),
        coerce=int,
        initial=60,
        required=False,
        empty_value=None,
        widget=forms.RadioSelect,
    )

    def __init__(self, *args: Any, back: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        hint = "For example, 9:30am or 2pm."
        self.helper = Helper(
            "date",
            GovField("start", width="5", hint=hint),
            "length",
            Buttons(Button("Keep this time free"), CancelLink(back)),
        )

    @property
    def given(self) -> dict[str, Any]:
        """The two moments, or none where one of the answers is missing."""
        answers = self.answers
        if not (answers["date"] and answers["start"] and answers["length"]):
            return {"starts_at": None, "ends_at": None}
        starts_at = moment(answers["date"], answers["start"])
        return {"starts_at": starts_at, "ends_at": ending(starts_at, answers["length"])}


class RequireForm(KeepsDraft):
    """Why whoever leads the unit asks that a chair takes time to think."""

    draft_title = "Asking for thinking time"
    trigger = forms.TypedChoiceField(
        label="Why should the chair take time to think?",
        choices=[(str(code), code.label) for code in BY_HAND],
        coerce=lambda code: ThinkingTrigger[code],
        empty_value=None,
        widget=forms.RadioSelect,
        required=False,
    )
    words = words_field("What happened?", subject="What happened", longest=2000)

    def __init__(self, *args: Any, back: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = Helper("trigger", "words", Buttons(Button("Require thinking time"), CancelLink(back)))


class WaiverForm(KeepsDraft):
    """Why a conference should go on without the thinking time it needs."""

    draft_title = "Asking for a waiver of thinking time"
    why = forms.TypedChoiceField(
        label="Why can the thinking time not be held?",
        choices=choices(WaiverReason),
        coerce=lambda code: WaiverReason[code],
        empty_value=None,
        widget=forms.RadioSelect,
        required=False,
    )
    words = words_field("Say why in your words", subject="Why", longest=2000)

    def __init__(self, *args: Any, back: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = Helper("why", "words", Buttons(Button("Ask for a waiver"), CancelLink(back)))


class GrantForm(KeepsDraft):
    """Why a conference may go on without the thinking time it needs."""

    draft_title = "Granting a waiver of thinking time"
    words = words_field("Why can it go on without?", subject="Reason", longest=2000)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = Helper("words", Buttons(Button("Grant the waiver", kind="warning")))


class TurnDownForm(KeepsDraft):
    """Why the thinking time stays owed."""

    draft_title = "Why thinking time is not waived"
    reason = words_field("Why?", subject="Reason", longest=2000)

    def __init__(self, *args: Any, button: str, back: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = Helper("reason", Buttons(Button(button, kind="warning"), CancelLink(back)))


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
