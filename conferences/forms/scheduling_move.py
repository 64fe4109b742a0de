"""Forms of moving a meeting, filled with where it stands; and how long it takes, before times are found."""

from __future__ import annotations

from typing import Any

from django import forms

from conferences.forms.scheduling import OTHER, PlaceForm, length_words
from conferences.models import Booking
from conferences.queries.scheduling import Choices
from conferences.rules.scheduling import LENGTHS, RoomOffer
from conferences.rules.scheduling_room import room_lacks
from conferences.rules.slots_taken import chair_cannot, room_cannot
from conferences.rules.workflow import MoveReason
from safeguarding.clock import day_of
from safeguarding.labelled import choices as codes
from safeguarding.pagekit.joining import JoinsTexts
from safeguarding.pagekit.layout import Button, Buttons, CancelLink, GovField, Helper
from safeguarding.pagekit.texts import words_field
from safeguarding.refusals import Problem
from safeguarding.wording import LONDON, sentence, uk_time

# What may be changed alone, as the address says it, and in words.
ONLY = {"room": "the room", "chair": "the chair", "time": "the time"}
STAYING = {"room": ("date", "start", "length", "chair"), "chair": ("date", "start", "length", "room")}
AGREED = "On the day on which it stands, what was agreed holds: leave it empty."
LATE = ("late_why", "late_reason", "late_manager", "late_chair")


class LengthForm(forms.Form):
    """How long a conference takes, chosen before its times are found. It stands in the address."""

    only = forms.CharField(required=False, widget=forms.HiddenInput)
    minutes = forms.TypedChoiceField(
        label="How long does it take?", coerce=int, required=False, empty_value=None
    )

    def __init__(self, *args: Any, minutes: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["minutes"]
        field.choices = [(length, length_words(length)) for length in sorted({*LENGTHS, minutes})]
        self.helper = Helper("only", "minutes", Buttons(Button("Show times", kind="secondary")), method="get")


class MoveForm(PlaceForm, JoinsTexts):
    """Giving a meeting another place; `only`: what alone is to change, "" for any of it."""

    draft_title = "Move of a meeting"
    # As the page has them, so that its problems are told in its order.
    field_order = ["reason", "note"]

    reason = forms.TypedChoiceField(
        label="Why is it moved?",
        choices=codes(MoveReason),
        coerce=lambda code: MoveReason[code],
        widget=forms.RadioSelect,
        empty_value=None,
        required=False,
    )
    note = words_field("Anything to add (optional)", subject="Note", longest=2000)

    def __init__(
        self, *args: Any, choices: Choices, meeting: Booking, only: str, seen: str, back: str, **kwargs: Any
    ) -> None:
        initial = _as_it_stands(meeting, choices.wish.minutes) | {"seen": seen}
        super().__init__(*args, choices=choices, initial=initial, **kwargs)
        self.meeting, self.only = meeting, only
        self._leave_out()
        buttons = Buttons(Button("Move this meeting"), CancelLink(back))
        why = GovField("reason", label_size="m")
        self.helper = Helper("seen", why, GovField("note", rows=3), *self._layout(), buttons)

    def _leave_out(self) -> None:
        """What stays is not asked for."""
        if self.only == "time":
            self.stays = {"room": self.meeting.room_id, "chair": self.meeting.chair_id}
        gone = [*STAYING[self.only], "slot", *LATE] if self.only in STAYING else [*self.stays]
        if self.only == "chair":
            gone.append("room_reason")
        for name in gone:
            del self.fields[name]

    def _layout(self) -> list[Any]:
        if self.only not in STAYING:
            return self.place_layout()
        hints = self._rooms_then() if self.only == "room" else self._chairs_then()
        field = GovField(self.only, label_size="m", option_hints=hints)
        return [field, *([GovField("room_reason", rows=2)] if self.only == "room" else [])]

    def late_layout(self, words: str) -> list[Any]:
        return super().late_layout(f"{words} {AGREED}" if self.meeting.late_why else words)

    def _rooms_then(self) -> dict[str, str]:
        """What each room has, and why it cannot be had then, or what it lacks."""
        span, offered = (self.meeting.starts_at, self.meeting.ends_at), self.offered

        def said(room: RoomOffer) -> str:
            why = room_cannot(room, *span, offered.diary)
            lacks = room_lacks(room, offered.wish.room)
            return " ".join(map(sentence, filter(None, (room.words, why, *lacks))))

        return {str(room.pk): said(room) for room in offered.rooms}

    def _chairs_then(self) -> dict[str, str]:
        """Why a chair cannot lead the meeting where it stands."""
        span, offered = (self.meeting.starts_at, self.meeting.ends_at), self.offered
        room = offered.room(self.meeting.room_id) or RoomOffer(0, "", 0)
        why = {
            str(chair.pk): chair_cannot(chair, room, *span, offered.diary, offered.wish)
            for chair in offered.chairs
        }
        return {pk: sentence(words) for pk, words in why.items() if words}

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if self.only in STAYING and cleaned.get(self.only) is None and self.only not in self.errors:
            self.add_error(self.only, f"Select a {self.only}")
        return cleaned

    @property
    def is_own(self) -> bool:
        return self.only in STAYING or super().is_own

    def field_of(self, problem: Problem) -> str:
        """What is said of the whole place stands beside what of it is asked for."""
        name = super().field_of(problem)
        return self.only if self.only in STAYING and problem.field == "slot" else name

    @property
    def place(self) -> dict[str, Any]:
        if self.only not in STAYING:
            return super().place
        room, chair = self.meeting.room, self.meeting.chair
        given = self.cleaned_data.get(self.only)
        if given is None:
            return dict.fromkeys(("room", "chair", "starts_at", "ends_at"))
        found = self.offered.room(given) if self.only == "room" else self.offered.chair(given)
        if isinstance(found, RoomOffer):
            room = type(room).objects.get(pk=found.pk)
        elif found:
            chair = type(chair).objects.get(pk=found.pk)
        return {
            "room": room,
            "chair": chair,
            "starts_at": self.meeting.starts_at,
            "ends_at": self.meeting.ends_at,
            "room_reason": self.cleaned_data.get("room_reason", ""),
        }

    @property
    def answers(self) -> dict[str, Any]:
        given = self.cleaned_data
        return self.place | {"reason": given.get("reason"), "note": given.get("note", ""), **self.opened}


def _as_it_stands(meeting: Booking, minutes: int) -> dict[str, Any]:
    """Where a meeting stands, as its form has it; as long as times are looked for."""
    return {
        "slot": OTHER,
        "date": day_of(meeting.starts_at),
        "start": uk_time(meeting.starts_at.astimezone(LONDON)),
        "length": minutes,
        "room": meeting.room_id,
        "chair": meeting.chair_id,
    }
