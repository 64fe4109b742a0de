"""The form for finding a child: one box, and two things that narrow it."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from conferences.rules.search import Search, read
from safeguarding.pagekit.dates import DateField
from safeguarding.pagekit.layout import Button, Buttons, GovField, Helper, Set, Side
from safeguarding.pagekit.texts import TextField
from safeguarding.refusals import Refused

OLDEST_ASKED_FOR = 25
LONGEST_TYPED = 120
WRONG_AGE = f"Age must be a whole number from 0 to {OLDEST_ASKED_FOR}"


class FindChildForm(forms.Form):
    """Reads what was typed into a Search. `on` is the day.

    `short` leaves only the box (My work); `heading`: the box's label is the page's heading; `label`
    replaces it.
    """

    typed = TextField(
        label="Find a child",
        subject="What you search for",
        max_length=LONGEST_TYPED,
        required=False,
        help_text="A name or earlier name, a council, pupil or NHS number, or a date of birth",
    )
    born = DateField(label="Date of birth or expected date", required=False)
    age = forms.IntegerField(
        label="Approximate age in years",
        required=False,
        min_value=0,
        max_value=OLDEST_ASKED_FOR,
        error_messages=dict.fromkeys(("invalid", "min_value", "max_value"), WRONG_AGE),
    )
    search: Search

    def __init__(
        self,
        *args: Any,
        on: date,
        action: str = "",
        short: bool = False,
        heading: bool = False,
        label: str = "",
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.on = on
        size = "l" if heading else "m"
        shown: dict[str, Any] = {"label_size": size, "heading": heading, "label": label}
        box = GovField("typed", width="two-thirds", autocomplete="off", **shown)
        narrow = Set(
            "Narrow the search",
            Side(GovField("born"), GovField("age", width="2", hint="A year more or less is found too")),
            hint="You can leave both empty.",
            size="s",
        )
        parts = [box, narrow, Buttons(Button("Search"))]
        if short:
            # One line: on My work the work itself stands first.
            self.fields["typed"].help_text = ""
            short_box = GovField("typed", width="20", autocomplete="off", label_size="s")
            parts = [Side(short_box, Buttons(Button("Search")))]
        self.helper = Helper(*parts, action=action)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if not self.errors:
            self.search = self._search(cleaned)
        return cleaned

    def _search(self, cleaned: dict[str, Any]) -> Search:
        """The search, or a sentence beside the box."""
        typed, born, age = cleaned.get("typed", ""), cleaned.get("born"), cleaned.get("age")
        if not typed.strip() and born is not None:
            return Search(born=born, age=age)
        if not typed.strip() and age is not None:
            self._refuse("typed", "Enter a name as well, because many children are this age")
            return Search()
        return self._read(typed, born, age)

    def _read(self, typed: str, born: date | None, age: int | None) -> Search:
        try:
            words, numbers, day = read(typed, self.on)
        except Refused as refusal:
            self._refuse("typed", str(refusal))
            return Search()
        if born is not None and day is not None and born != day:
            self._refuse("born", "Enter one date of birth: this is not the date in the box above")
        return Search(words, numbers, born or day, age)

    def _refuse(self, field: str, sentence: str) -> None:
        self.add_error(field, ValidationError(sentence))

    def to_keep(self) -> dict[str, str]:
        """What was typed, as the form would be sent again; for the session, never for an address or a log."""
        return {name: str(self.data.get(name, "")) for name in KEPT}


KEPT = ("typed", "born_day", "born_month", "born_year", "age")
