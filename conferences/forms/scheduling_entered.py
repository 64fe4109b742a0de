"""The form for a conference that was held already."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Collection, Sequence
from typing import Any

from django import forms
from django.db.models import QuerySet

from conferences.forms.scheduling import LENGTH_WORDS, NOBODY, TimeField, offer
from conferences.forms.scheduling_despite import DespiteFields
from conferences.forms.scheduling_late import LateFields
from conferences.models import Room
from conferences.rules.scheduling import LENGTHS, USUAL_LENGTH, ending, moment
from conferences.rules.workflow import EnteredReason
from safeguarding.labelled import choices as codes
from safeguarding.models import User
from safeguarding.pagekit.dates import DateField
from safeguarding.pagekit.layout import Button, Buttons, CancelLink, GovField, Helper
from safeguarding.pagekit.texts import words_field
from safeguarding.refusals import Refused
from safeguarding.wording import uk_date

CHAIR_HINT = "They write or check the record, decide and sign, as for any other conference"
MINUTES_HINT = "They may open and type the record. The chair decides and signs"
LATE_WORDS = "If the conference was held after {day}, the last day by law, give a reason and say who agreed."
DESPITE: Sequence[str] = ("despite", "despite_words")
PLAIN: Sequence[str] = ("room", "chair", "minute_taker", "entered_reason", "entered_words", *DESPITE)
WANTED = {
    "date": "Enter the day on which it was held",
    "start": "Enter the time at which it started",
    "length": "Select how long it took",
}


class EnterForm(LateFields, DespiteFields):
    """When and where it was held, who chaired it, and why it is entered only now."""

    draft_title = "A conference that was held"

    form_key = forms.UUIDField(widget=forms.HiddenInput, required=False)
    date = DateField(label="When was it held?", required=False)
    start = TimeField(label="Start time", required=False)
    length = forms.TypedChoiceField(
        label="How long did it take?",
        choices=[(minutes, LENGTH_WORDS[minutes]) for minutes in LENGTHS],
        coerce=int,
        initial=USUAL_LENGTH,
        required=False,
        empty_value=None,
        widget=forms.RadioSelect,
    )
    room = forms.ModelChoiceField(
        label="Where was it held?",
        queryset=Room.objects.none(),
        required=False,
        empty_label="Select a room",
    )
    chair = forms.ModelChoiceField(
        label="Who chaired it?", queryset=User.objects.none(), required=False, empty_label="Select a chair"
    )
    minute_taker = forms.ModelChoiceField(
        label="Who takes the minutes? (optional)",
        queryset=User.objects.none(),
        required=False,
        empty_label=NOBODY,
    )
    entered_reason = forms.TypedChoiceField(
        label="Why is it entered only now?",
        choices=codes(EnteredReason),
        coerce=lambda code: EnteredReason[code],
        widget=forms.RadioSelect,
        empty_value=None,
        required=False,
    )
    entered_words = words_field("Anything to add (optional)", subject="Why only now", longest=2000)

    def __init__(
        self,
        *args: Any,
        back: str,
        chairs: QuerySet[User],
        managers: QuerySet[User],
        minute_takers: QuerySet[User],
        last: dt.date,
        on: dt.date,
        another_way: Sequence[str] = (),
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        fields: dict[str, Any] = self.fields
        fields["form_key"].initial = uuid.uuid4
        # A room may have gone out of use since.
        fields["room"].queryset = Room.objects.all()
        offer(fields["chair"], chairs)
        offer(fields["minute_taker"], minute_takers)
        self.offer_who_agrees(managers, chairs)
        fields["despite"].label = "Why was there a conference all the same?"
        self.helper = Helper(
            "form_key",
            *self.despite_layout(another_way),
            "date",
            GovField("start", width="5", hint="For example, 9:30am or 2pm"),
            GovField("length", small=True),
            "room",
            GovField("chair", hint=CHAIR_HINT),
            GovField("minute_taker", hint=MINUTES_HINT),
            GovField("entered_reason", label_size="m"),
            GovField("entered_words", rows=3),
            *(self.late_layout(LATE_WORDS.format(day=uk_date(last))) if last < on else []),
            Buttons(Button("Continue"), CancelLink(back)),
        )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        for name, wanted in WANTED.items():
            if cleaned.get(name) is None and name not in self.errors:
                self.add_error(name, wanted)
        return cleaned

    def take(self, refusal: Refused, besides: Collection[str] = ()) -> None:
        """A time that is not whole says itself what it lacks."""
        super().take(refusal, {*besides, "date"} if besides else besides)

    @property
    def told(self) -> dict[str, Any]:
        """The answers as the operation takes them; no times where the day, the start or the length lacks."""
        given = self.answers
        times: dict[str, Any] = {"starts_at": None, "ends_at": None}
        if given["date"] and given["start"] and given["length"]:
            starts_at = moment(given["date"], given["start"])
            times = {"starts_at": starts_at, "ends_at": ending(starts_at, given["length"])}
        more = {"late": self.late, "form_key": given["form_key"] or uuid.uuid4()}
        return {name: given[name] for name in PLAIN} | times | more
