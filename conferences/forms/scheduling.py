"""Forms of scheduling: a place in the diary (a slot offered, or one's own), a move, a cancellation."""

from __future__ import annotations

import datetime as dt
import re
import uuid
from collections.abc import Callable, Collection, Sequence
from operator import attrgetter
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import QuerySet

from conferences.forms.scheduling_despite import DespiteFields
from conferences.forms.scheduling_late import LateFields
from conferences.queries.scheduling import Choices, room_and_chair
from conferences.rules.scheduling import LENGTHS, USUAL_LENGTH, ending, moment
from conferences.rules.slots import Slot
from conferences.rules.workflow import CancelReason
from safeguarding.labelled import choices as codes
from safeguarding.models import User
from safeguarding.pagekit.dates import DateField
from safeguarding.pagekit.drafts import KeepsDraft
from safeguarding.pagekit.layout import Button, Buttons, CancelLink, GovField, Helper
from safeguarding.pagekit.refusals import Refusable
from safeguarding.pagekit.texts import words_field
from safeguarding.refusals import Problem, Refused
from safeguarding.wording import counted, sentence, uk_date, uk_meeting

OTHER = "OTHER"
NOBODY = "Nobody yet"
MINUTES_HINT = (
    "They may open and type the record from the day of the meeting on. The chair decides and signs. You can "
    "choose, or change it, later."
)
KEY = re.compile(r"(\d{4}-\d\d-\d\dT\d\d:\d\d)/(\d{2,3})/(\d{1,9})/(\d{1,9})")
CLOCK = re.compile(r"(\d{1,2})(?:[:.]?([0-5]\d))?\s*(am|pm)?", re.ASCII)
LENGTH_WORDS = {
    60: "1 hour",
    90: "1 and a half hours",
    120: "2 hours",
    150: "2 and a half hours",
    180: "3 hours",
}
ROOM_REASON = "If the room has too few seats, or lacks what somebody needs: why this one? (optional)"
OWN_FIELDS = ("date", "start", "length", "room", "chair")


class TimeField(forms.CharField):
    """A time of day as people type it: 9:30am, 2pm, 14:00, midday."""

    def clean(self, value: Any) -> Any:
        typed = str(super().clean(value)).strip().lower()
        return time_of_day(typed) if typed else None


def time_of_day(typed: str) -> dt.time:
    """Raises ValidationError with a sentence where it is no time of day."""
    if typed in ("midday", "noon"):
        return dt.time(12)
    found = CLOCK.fullmatch(typed)
    hour, minute = (int(found[1]), int(found[2] or 0)) if found else (99, 0)
    if found and found[3] and 1 <= hour <= 12:
        hour = hour % 12 + (12 if found[3] == "pm" else 0)
    elif found and (found[3] or not found[2]):
        hour = 99  # 13pm is no time, and a bare 9 may be either half of the day.
    if hour > 23:
        raise ValidationError("Start time must be a time, like 9:30am or 2pm")
    return dt.time(hour, minute)


class SlotField(forms.ChoiceField):
    """One of the slots offered. One that was offered before and is gone is read too: the diary says so."""

    def valid_value(self, value: Any) -> bool:
        return value == OTHER or bool(KEY.fullmatch(str(value)))


class PlaceForm(LateFields):
    """Where a meeting is to stand in the diary."""

    draft_title = "Place in the diary"

    slot = SlotField(label="When and where?", widget=forms.RadioSelect, required=False)
    date = DateField(label="Date", required=False)
    start = TimeField(label="Start time", required=False)
    length = forms.TypedChoiceField(
        label="How long?",
        choices=[(minutes, LENGTH_WORDS[minutes]) for minutes in LENGTHS],
        coerce=int,
        initial=USUAL_LENGTH,
        required=False,
        empty_value=None,
        widget=forms.RadioSelect,
    )
    room_reason = words_field(ROOM_REASON, subject="Why this room", longest=2000)
    room = forms.TypedChoiceField(
        label="Room", coerce=int, required=False, empty_value=None, widget=forms.RadioSelect
    )
    chair = forms.TypedChoiceField(
        label="Chair", coerce=int, required=False, empty_value=None, widget=forms.RadioSelect
    )

    def __init__(self, *args: Any, choices: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offered = choices
        # What of a place of one's own is not asked for, as it stays.
        self.stays: dict[str, Any] = {}
        fields: dict[str, Any] = self.fields
        fields["slot"].choices = [(key, words) for key, words, _ in self._slots()] + [(OTHER, "Another time")]
        fields["room"].choices = [(room.pk, room.name) for room in choices.rooms]
        fields["chair"].choices = [(chair.pk, chair.name) for chair in choices.chairs]
        minutes = choices.wish.minutes
        fields["length"].choices = [(n, length_words(n)) for n in sorted({*LENGTHS, minutes})]
        fields["length"].initial = minutes
        self.offer_who_agrees(*choices.agreeing)

    def _slots(self) -> list[tuple[str, str, str]]:
        """Key, words and hint of each slot; first one that was chosen and is no longer offered."""
        shown = [
            (slot.key, slot_words(slot), slot_hint(slot, self.offered.others_at(slot), is_best=not place))
            for place, slot in enumerate(self.offered.slots)
        ]
        chosen = str(self.data.get(self.add_prefix("slot"), "")) if self.is_bound else ""
        read = self._read_slot(chosen)
        if read and chosen not in {key for key, _, _ in shown}:
            words = place_words(read["starts_at"], read["ends_at"], read["room"].name, read["chair"].name)
            shown.insert(0, (chosen, words, "No longer offered."))
        return shown

    def _read_slot(self, key: str) -> dict[str, Any]:
        """The place that a slot's key tells; nothing where it tells none, or a room or chair not offered."""
        found = KEY.fullmatch(key)
        if found is None:
            return {}
        room, chair = self.offered.room(int(found[3])), self.offered.chair(int(found[4]))
        try:
            day = dt.datetime.fromisoformat(found[1])
            starts_at = moment(day.date(), day.time())
            ends_at = ending(starts_at, int(found[2]))
        except (ValueError, OverflowError):
            return {}
        place = {
            "starts_at": starts_at,
            "ends_at": ends_at,
            "room": room,
            "chair": chair,
        }
        return place if room and chair else {}

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if not cleaned.get("slot"):
            return cleaned
        if cleaned["slot"] == OTHER:
            return cleaned | self._own_place(cleaned)
        place = self._read_slot(cleaned["slot"])
        if not place:
            self.add_error("slot", "That time is no longer offered: select another")
        return cleaned | place

    def _own_place(self, cleaned: dict[str, Any]) -> dict[str, Any]:
        sentences = {
            "date": "Enter the date of the conference",
            "start": "Enter a start time",
            "length": "Select how long it takes",
            "room": "Select a room",
            "chair": "Select a chair",
        }
        for name, wanted in sentences.items():
            if name in self.fields and cleaned.get(name) is None and name not in self.errors:
                self.add_error(name, wanted)
        if any(name in self.errors for name in OWN_FIELDS):
            return {}
        cleaned = self.stays | cleaned
        starts_at = moment(cleaned["date"], cleaned["start"])
        return {
            "starts_at": starts_at,
            "ends_at": ending(starts_at, cleaned["length"]),
            "room": self.offered.room(cleaned["room"]),
            "chair": self.offered.chair(cleaned["chair"]),
        }

    @property
    def place(self) -> dict[str, Any]:
        """The place as the operation takes it; no room, chair or times where it was not chosen whole."""
        given = self.cleaned_data
        where: dict[str, Any] = dict.fromkeys(("room", "chair", "starts_at", "ends_at"))
        if "starts_at" in given:
            room, chair = room_and_chair(given["room"], given["chair"])
            where = {"room": room, "chair": chair} | {name: given[name] for name in ("starts_at", "ends_at")}
        return where | {"late": self.late, "room_reason": given.get("room_reason", "")}

    @property
    def is_own(self) -> bool:
        """Whether the person chose a time of their own."""
        return self.data.get("slot") == OTHER

    def field_of(self, problem: Problem) -> str:
        """What is wrong with the room or the time of a slot stands beside the slot."""
        return "slot" if not self.is_own and problem.field in OWN_FIELDS else super().field_of(problem)

    def take(self, refusal: Refused, besides: Collection[str] = ()) -> None:
        """A time of one's own that is not whole says itself what it lacks."""
        super().take(refusal, {*besides, "slot"} if self.is_own and besides else besides)

    def place_layout(self) -> list[Any]:
        """The fields of a place: slots as radios, one's own time beneath the last of them."""
        window = self.offered.window
        late = self.late_layout(late_words(window.last))
        works = {
            str(chair.pk): "Works with one of these children"
            for chair in self.offered.chairs
            if chair.works_the_case
        }
        seats = {str(room.pk): room.words for room in self.offered.rooms}
        parts = [
            "date",
            GovField("start", width="5", hint="For example, 9:30am or 2pm"),
            GovField("length", small=True),
            GovField("room", option_hints=seats, small=True),
            GovField("chair", option_hints=works, small=True),
        ]
        own = [part for name, part in zip(OWN_FIELDS, parts, strict=True) if name in self.fields]
        hints = {key: hint for key, _, hint in self._slots()}
        slot = GovField(
            "slot",
            label_size="m",
            option_hints=hints,
            divider_before=OTHER,
            reveal={OTHER: own + ([] if window.is_past else late)},
        )
        return [slot, *(late if window.is_past else []), GovField("room_reason", rows=2)]


class BookForm(PlaceForm, DespiteFields):
    """Scheduling a request; `form_key` makes the same form sent twice one booking."""

    draft_title = "Scheduling of a conference"

    form_key = forms.UUIDField(widget=forms.HiddenInput, required=False)
    minute_taker = forms.ModelChoiceField(
        label="Who takes the minutes? (optional)",
        queryset=User.objects.none(),
        required=False,
        empty_label=NOBODY,
    )

    def __init__(
        self,
        *args: Any,
        back: str,
        minute_takers: QuerySet[User],
        another_way: Sequence[str] = (),
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["form_key"].initial = uuid.uuid4
        offer(self.fields["minute_taker"], minute_takers)
        buttons = Buttons(Button("Continue"), CancelLink(back))
        minutes = GovField("minute_taker", label_size="m", hint=MINUTES_HINT)
        meant = self.despite_layout(another_way)
        self.helper = Helper("form_key", *meant, *self.place_layout(), minutes, buttons)

    def clean_form_key(self) -> uuid.UUID:
        return self.cleaned_data["form_key"] or uuid.uuid4()

    def is_held(self, hold: Callable[[], object]) -> bool:
        """Whether nothing refused to hold the time. The draft stays: nothing is in the diary yet."""
        Refusable.attempt(self, hold)
        return not self.errors

    @property
    def answers(self) -> dict[str, Any]:
        given = self.cleaned_data
        meant = {"despite": given.get("despite"), "despite_words": given.get("despite_words", "")}
        minutes = {"minute_taker": given.get("minute_taker")}
        return self.place | meant | minutes | {"form_key": given.get("form_key") or uuid.uuid4()}


def length_words(minutes: int) -> str:
    """2 and a half hours; 45 minutes."""
    return LENGTH_WORDS.get(minutes) or counted(minutes, "minute")


def offer(field: Any, people: QuerySet[User]) -> None:
    field.queryset = people
    field.label_from_instance = attrgetter("full_name")


class CancelForm(KeepsDraft):
    """Taking a meeting out of the diary."""

    draft_title = "Cancellation of a meeting"

    reason = forms.TypedChoiceField(
        label="Why is it cancelled?",
        choices=codes(CancelReason),
        coerce=lambda code: CancelReason[code],
        widget=forms.RadioSelect,
        empty_value=None,
        required=False,
    )
    note = words_field("Anything to add (optional)", subject="Note", longest=2000)

    def __init__(self, *args: Any, back: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        buttons = Buttons(Button("Cancel this meeting", kind="warning"), CancelLink(back, "Do not cancel it"))
        self.helper = Helper(GovField("reason", label_size="m"), GovField("note", rows=3), buttons)


def slot_words(slot: Slot) -> str:
    """Monday 26 November 2018, 9am to 11am: Willow room, Pat Example."""
    return place_words(slot.starts_at, slot.ends_at, slot.room.name, slot.chair.name)


def place_words(starts_at: dt.datetime, ends_at: dt.datetime, room: str, chair: str) -> str:
    return f"{uk_meeting(starts_at, ends_at)}: {room}, {chair}"


def slot_hint(slot: Slot, others: Sequence[str] = (), *, is_best: bool = False) -> str:
    """What speaks for it, what against, and why the chairs who know the family are not in it."""
    best = ("The best of these",) if is_best else ()
    return " ".join(sentence(words) for words in (*best, *slot.good, *slot.against, *others))


def late_words(last: dt.date) -> str:
    return f"If the conference is after {uk_date(last)}, give a reason and say who agreed."
