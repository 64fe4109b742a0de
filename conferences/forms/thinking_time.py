"""Forms of thinking time: taking it, and holding it, with the file's entries and the note kept apart."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms

from conferences.forms.scheduling import TimeField
from conferences.models import ReflectiveNote, ThinkingTime
from conferences.operations.thinking_time import Note, Shape
from conferences.rules.scheduling import ending, moment
from conferences.rules.thinking_time import PROMPTS, SessionKind, ThinkingModel, WaiverReason
from conferences.rules.workflow import BY_HAND, CHAIRS_OWN, ThinkingTrigger
from safeguarding.labelled import choices
from safeguarding.models import Child, User
from safeguarding.pagekit.dates import DateField
from safeguarding.pagekit.drafts import KeepsDraft
from safeguarding.pagekit.joining import JoinsTexts
from safeguarding.pagekit.layout import Button, Buttons, CancelLink, GovField, Helper, Set, Words
from safeguarding.pagekit.refusals import Refusable
from safeguarding.pagekit.texts import TextField, words_field
from safeguarding.refusals import Problem

SLOT_LENGTHS = {30: "30 minutes", 45: "45 minutes", 60: "1 hour", 90: "1 and a half hours", 120: "2 hours"}
SHAPE = ("kind", "model", "attended", "question", "look_again_date")
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
        label="Why should the conference go on without thinking time?",
        choices=choices(WaiverReason),
        coerce=lambda code: WaiverReason[code],
        empty_value=None,
        widget=forms.RadioSelect,
        required=False,
    )
    words = words_field(
        "What should whoever decides know?",
        hint="What stands in the way, and how you keep the whole history in view at the conference.",
        subject="What they should know",
        longest=2000,
    )

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
    kind = forms.ChoiceField(
        label="With whom? (optional)", choices=choices(SessionKind), widget=forms.RadioSelect, required=False
    )
    model = forms.ChoiceField(
        label="In which way? (optional)",
        choices=[("", "Choose a way"), *choices(ThinkingModel)],
        required=False,
    )
    attended = TextField(
        label="Who took part? (optional)", subject="Who took part", required=False, max_length=300
    )
    question = words_field("What is the question? (optional)", subject="Question", longest=2000)
    look_again_date = DateField(label="When will you look again? (optional)", required=False)
    is_meant = forms.BooleanField(label="These words belong on the child’s file too", required=False)

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
        asked = ["is_meant"] if "is_meant" in self.errors or self.data.get("is_meant") else []
        return Helper(
            "seen",
            Set(
                "The session",
                "held_date",
                GovField("minutes", width="3", suffix="minutes"),
                "kind",
                "model",
                GovField("facilitator", width="two-thirds", hint="Leave this empty if no one helped."),
                GovField("attended", width="two-thirds", hint="Names, and for partners their agency."),
            ),
            Set(
                "1. For each child’s file",
                Words(ON_FILE, "inset"),
                *asked,
                GovField("question", rows=2),
                *entries,
                "look_again_date",
            ),
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
            "shape": Shape(**{name: answers[name] for name in SHAPE}),
            "is_meant": answers["is_meant"],
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
        **{name: getattr(session, name) for name in SHAPE},
    }
    kept |= {f"entry_{entry.child_id}": entry.conclusion for entry in session.entries.all()}
    return kept | {prompt.field: getattr(note, prompt.field, "") for prompt in PROMPTS}


class ActionForm(KeepsDraft):
    """What a session leads to: what, by whom and by when."""

    draft_title = "An action from thinking time"
    what = words_field("What will be done?", subject="Action", longest=2000)
    owner = forms.ModelChoiceField(
        User.objects.none(), label="By whom?", empty_label="Somebody outside this service", required=False
    )
    owner_words = TextField(
        label="Name, where it is somebody outside", subject="Name", required=False, max_length=120
    )
    due_date = DateField(label="By which day?", required=False)

    def __init__(self, *args: Any, owners: Any, back: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["owner"].queryset = owners  # type: ignore[attr-defined]
        self.helper = Helper(
            GovField("what", rows=3),
            "owner",
            GovField("owner_words", width="two-thirds"),
            "due_date",
            Buttons(Button("Add the action"), CancelLink(back)),
        )


class CloseActionForm(KeepsDraft):
    """What became of an action."""

    draft_title = "What became of an action"
    is_done = forms.TypedChoiceField(
        label="What became of it?",
        choices=[("yes", "It was done"), ("no", "It is not needed any more")],
        coerce=lambda code: code == "yes",
        empty_value=None,
        widget=forms.RadioSelect,
        required=False,
    )
    done_date = DateField(label="When was it done?", required=False)
    words = words_field("What came of it?", subject="What came of it", longest=2000)

    def __init__(self, *args: Any, back: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = Helper(
            "is_done", "done_date", GovField("words", rows=3), Buttons(Button("Save"), CancelLink(back))
        )
