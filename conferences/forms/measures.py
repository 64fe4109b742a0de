"""The period that figures are read for: two dates in the address, so that a page can be sent on."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django import forms

from safeguarding.pagekit.carrying import CarriedText
from safeguarding.pagekit.dates import DateField
from safeguarding.pagekit.layout import Button, Helper, Side
from safeguarding.workingdays import Period

EARLIEST = dt.date(2005, 4, 1)


class PeriodForm(forms.Form):
    """From and to, both days included. Without either, the view takes the year to date."""

    def __init__(self, *args: Any, today: dt.date, file: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["from"] = DateField(label="From", subject="First day", earliest=EARLIEST, latest=today)
        self.fields["to"] = DateField(label="To", subject="Last day", earliest=EARLIEST, latest=today)
        if file:
            self.fields["file"] = CarriedText()
        self.helper = Helper(
            Side("from", "to"), *(["file"] if file else []), Button("Show these figures"), method="get"
        )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        first, last = cleaned.get("from"), cleaned.get("to")
        if first and last and last < first:
            self.add_error("to", "The last day must be the same as or after the first day")
        return cleaned

    def period(self) -> Period:
        return Period(self.cleaned_data["from"], self.cleaned_data["to"])
