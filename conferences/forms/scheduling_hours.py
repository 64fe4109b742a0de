"""The form of a chair's hours."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from conferences.forms.scheduling import time_of_day
from conferences.rules.scheduling_hours import WEEK
from safeguarding.pagekit.dates import DateField
from safeguarding.pagekit.layout import Button, Buttons, CancelLink, GovField, Helper, Set, Side
from safeguarding.pagekit.refusals import Refusable
from safeguarding.wording import upper_first

ENDS = ("from", "to")
HINT = "Leave a day empty on which they do not work. For example, 9am and 1:30pm"


class ClockField(forms.CharField):
    """A time of day as people type it, called by its label where it is none."""

    def clean(self, value: Any) -> dt.time | None:
        typed = str(super().clean(value)).strip().lower()
        try:
            return time_of_day(typed) if typed else None
        except ValidationError:
            raise ValidationError(f"{self.label} must be a time, like 9:30am or 2pm") from None


class HoursForm(Refusable):
    """From which day, and the hours of each day of the week."""

    first_date = DateField(label="From which day do they work in these hours?", required=False)

    def __init__(self, *args: Any, back: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for day in WEEK:
            for end in ENDS:
                label = f"{upper_first(day)} {end}"
                self.fields[f"{day}_{end}"] = ClockField(label=label, required=False)
        rows = [Side(*(GovField(f"{day}_{end}", width="5") for end in ENDS)) for day in WEEK]
        self.helper = Helper(
            "first_date",
            Set("Hours of each day", *rows, hint=HINT),
            Buttons(Button("Save these hours"), CancelLink(back)),
        )

    @property
    def told(self) -> dict[str, Any]:
        """The answers as the operation takes them."""
        given = self.answers
        days = [(given[f"{day}_from"], given[f"{day}_to"]) for day in WEEK]
        return {"first_date": given["first_date"], "days": days}
