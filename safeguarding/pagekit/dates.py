"""A date as people type it in Britain: day, month, year in three boxes, a plain sentence for each mistake.

What was typed is kept as it was typed, so that a page with errors shows it again.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any, NamedTuple

from django import forms
from django.core.exceptions import ValidationError
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from safeguarding.wording import MONTHS, joined, lower_first, uk_date, upper_first
from safeguarding.workingdays import YEARS

PARTS = ("day", "month", "year")


class DateParts(NamedTuple):
    """What stands in the three boxes, as typed."""

    day: str = ""
    month: str = ""
    year: str = ""

    @classmethod
    def of(cls, value: object) -> DateParts:
        """The boxes for a date, an ISO date's text, parts, or nothing."""
        if isinstance(value, DateParts):
            return value
        if isinstance(value, str):
            value = _iso(value)
        if isinstance(value, dt.date):
            return cls(str(value.day), str(value.month), str(value.year))
        return cls()

    def empty_parts(self) -> tuple[str, ...]:
        return tuple(name for name in PARTS if not getattr(self, name))

    def month_number(self) -> int:
        """1 to 12, from a number, a month's English name or its first three letters; 0 when it is neither."""
        typed = self.month.lower().rstrip(".")
        if typed.isascii() and typed.isdigit():
            return int(typed[:3])  # Enough to see that it is none; Python refuses thousands of digits.
        names = [month.lower() for month in MONTHS]
        matches = [
            number for number, name in enumerate(names, 1) if len(typed) >= 3 and name.startswith(typed)
        ]
        return matches[0] if matches else 0


def _iso(text: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        return None


class DateWidget(forms.Widget):
    """Three boxes, named `<name>_day`, `<name>_month`, `<name>_year`. Drawn by the crispy pack.

    A link may give the whole date at once as `<name>=2018-08-31`.
    """

    template_name = "govuk/widgets/date.html"
    use_fieldset = True

    def value_from_datadict(self, data: Mapping[str, Any], files: Any, name: str) -> DateParts:
        if any(f"{name}_{part}" in data for part in PARTS):
            return DateParts(*(str(data.get(f"{name}_{part}", "")).strip() for part in PARTS))
        return DateParts.of(data.get(name))

    def value_omitted_from_data(self, data: Mapping[str, Any], files: Any, name: str) -> bool:
        return name not in data and not any(f"{name}_{part}" in data for part in PARTS)

    def format_value(self, value: Any) -> Any:
        return DateParts.of(value)

    def _render(self, template_name: str, context: dict[str, Any], renderer: Any = None) -> SafeString:
        # Django's own renderer looks only into the templates of applications.
        return render_to_string(template_name, context)

    def id_for_label(self, id_: str, index: str | None = None) -> str:
        return f"{id_}_day" if id_ else id_

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        base = context["widget"]["attrs"].get("id", f"id_{name}")
        boxes = zip(PARTS, DateParts.of(value), strict=True)
        context["widget"]["boxes"] = [
            {
                "part": part,
                "label": upper_first(part),
                "name": f"{name}_{part}",
                "id": f"{base}_{part}",
                "value": typed,
            }
            for part, typed in boxes
        ]
        return context


class DateField(forms.Field):
    """A date in three boxes. Cleans to a date, or None when it is not required and nothing was typed.

    `subject` names the date in the sentences, beginning with a capital ("Date of birth"); it defaults to the
    label. `earliest` and `latest` may be set by the form, which gets today from its view.
    """

    widget = DateWidget

    def __init__(
        self,
        *,
        subject: str = "",
        earliest: dt.date | None = None,
        latest: dt.date | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(**kwargs)
        self._subject = subject
        self.earliest = earliest
        self.latest = latest

    @property
    def subject(self) -> str:
        return self._subject or str(self.label or "Date").rstrip("?")

    def clean(self, value: Any) -> dt.date | None:
        """Raises ValidationError whose `params["parts"]` names the boxes that are wrong."""
        typed = DateParts.of(value)
        if typed == DateParts():
            self._nothing()
            return None
        day = self._real_date(typed)
        self._in_range(day)
        self.run_validators(day)
        return day

    def has_changed(self, initial: Any, data: Any) -> bool:
        return DateParts.of(initial) != DateParts.of(data)

    def _nothing(self) -> None:
        if self.required:
            own = self.error_messages.get("required")
            standard = forms.Field.default_error_messages["required"]
            enter = f"Enter the {lower_first(self.subject)}"
            raise _wrong(PARTS, str(own) if own != standard else enter)

    def _real_date(self, typed: DateParts) -> dt.date:
        if missing := typed.empty_parts():
            raise _wrong(missing, f"{self.subject} must include a {joined(missing)}")
        if not (typed.year.isascii() and typed.year.isdigit() and len(typed.year) == 4):
            raise _wrong(("year",), f"{self.subject}: the year must have 4 numbers, for example 2018")
        if int(typed.year) not in YEARS:
            said = f"look at the year, {typed.year} is none that can be meant"
            raise _wrong(("year",), f"{self.subject}: {said}")
        month = typed.month_number()
        if not 1 <= month <= 12:
            raise _wrong(("month",), f"{self.subject} must be a real date: the month must be 1 to 12")
        try:
            return dt.date(int(typed.year), month, int(typed.day))
        except (ValueError, OverflowError):
            raise _wrong(("day",), f"{self.subject} must be a real date") from None

    def _in_range(self, day: dt.date) -> None:
        if self.earliest and day < self.earliest:
            raise _wrong(PARTS, f"{self.subject} must be on or after {uk_date(self.earliest)}")
        if self.latest and day > self.latest:
            raise _wrong(PARTS, f"{self.subject} must be on or before {uk_date(self.latest)}")


def _wrong(parts: tuple[str, ...], sentence: str) -> ValidationError:
    return ValidationError(sentence.replace("%", "%%"), code="date", params={"parts": parts})
