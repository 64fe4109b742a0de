"""Forms of what the day of a conference must fit."""

from __future__ import annotations

from typing import Any

from django import forms

from conferences.forms.scheduling_hours import ClockField
from conferences.rules.scheduling_fit import APART, WORKING_WEEK, BusyKind
from safeguarding.labelled import choices
from safeguarding.pagekit.dates import DateField
from safeguarding.pagekit.drafts import KeepsDraft
from safeguarding.pagekit.layout import Button, Buttons, CancelLink, GovField, Helper, Set, Side
from safeguarding.pagekit.texts import TextField
from safeguarding.pagekit.typed import Typed
from safeguarding.wording import counted

APART_WORDS = {
    0: "No",
    **{number: f"Yes, {counted(number, 'minute')} before the start" for number in APART[1:]},
}


class FitForm(KeepsDraft):
    """The interpreter, and whether two parents arrive apart. `seen` is when it was last told."""

    draft_title = "What the day must fit"

    interpreter = TextField(
        label="Which language does an interpreter need to speak? (optional)",
        subject="Language",
        max_length=80,
        required=False,
    )
    interpreter_for = TextField(
        label="Who needs the interpreter? (optional)", subject="Name", max_length=150, required=False
    )
    apart_minutes = forms.TypedChoiceField(
        label="Do two parents arrive apart?",
        choices=list(APART_WORDS.items()),
        coerce=int,
        empty_value=None,
        required=False,
        widget=forms.RadioSelect,
    )
    seen = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, back: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if isinstance(self.data, Typed) and self.data.put_back:
            # A draft that is put back is of what stands now, which its page shows.
            again = self.data.copy()
            again["seen"] = self.initial.get("seen", "")
            self.data = again
        whom = "For example, the mother. The name stands on this page and nowhere in an address or email"
        apart = "One of them then waits in a room of their own, and the room is needed that much earlier"
        self.helper = Helper(
            "seen",
            GovField("interpreter", width="20", hint="For example, Polish, or British Sign Language"),
            GovField("interpreter_for", hint=whom),
            GovField("apart_minutes", hint=apart, label_size="m"),
            Buttons(Button("Save"), CancelLink(back)),
        )


class BusyForm(KeepsDraft):
    """A time at which somebody of the family has contact or cannot come."""

    draft_title = "When somebody of the family is not free"

    kind = forms.TypedChoiceField(
        label="Why are they not free?",
        choices=choices(BusyKind),
        coerce=BusyKind,
        empty_value=None,
        required=False,
        widget=forms.RadioSelect,
    )
    who = TextField(label="Who is it?", subject="Name", max_length=150, required=False)
    weekday = forms.TypedChoiceField(
        label="Each week on",
        choices=[("", "No day of the week"), *enumerate(WORKING_WEEK)],
        coerce=int,
        empty_value=None,
        required=False,
    )
    day = DateField(label="Or on one date", required=False)
    begins = ClockField(label="From", required=False)
    ends = ClockField(label="To", required=False)

    def __init__(self, *args: Any, back: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        hours = Side(GovField("begins", width="5"), GovField("ends", width="5"))
        self.helper = Helper(
            GovField("kind", label_size="m"),
            GovField("who", label_size="m"),
            Set("When?", "weekday", "day"),
            Set(
                "At which hours?", hours, hint="For example, 3pm and 5pm. Leave both empty for the whole day"
            ),
            Buttons(Button("Save this time"), CancelLink(back)),
        )
