"""A system check that asks for new bank holidays long before the calendar runs out.

A time limit past the last known holiday cannot be counted, and is refused: nobody should meet that on a page.
"""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.core.checks import CheckMessage, Warning, register

from safeguarding.bankholidays import covered
from safeguarding.clock import today
from safeguarding.wording import uk_date
from safeguarding.workingdays import NOTICE_MONTHS, Calendar


@register()
def bank_holidays_last(app_configs: Sequence[Any] | None = None, **kwargs: Any) -> list[CheckMessage]:
    return calendar_warnings(covered(), on=today())


def calendar_warnings(calendar: Calendar, *, on: date) -> list[CheckMessage]:
    """One warning (safeguarding.W010) once the calendar ends within 18 months of `on`."""
    if on <= calendar.asked_from:
        return []
    return [
        Warning(
            f"Bank holidays are known only to {uk_date(calendar.last)}, within {NOTICE_MONTHS} months.",
            hint="Add the years that GOV.UK has published to safeguarding/bankholidays.json.",
            id="safeguarding.W010",
        )
    ]
