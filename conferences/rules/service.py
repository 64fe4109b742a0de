"""What falls due for the service itself and for no child: more bank holidays, before counting runs out. Pure.

A row like those of the catalogue, apart from them: it has no child, so no duty, no list of a team, no figure.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from safeguarding.rights import Permission as P
from safeguarding.wording import uk_date
from safeguarding.workingdays import Calendar, add_months


@dataclass(frozen=True)
class ServiceDeadline:
    """One row, in words, and who acts. No figure counts it: it is one day for all, and its page shows it.

    It is told first when it starts, and again each month while it is not met.
    """

    words: str
    acts: P


ADD_BANK_HOLIDAYS = ServiceDeadline(
    "Add the next years of bank holidays",
    P.CHANGE_POLICY,
)


def told_on(calendar: Calendar, on: dt.date) -> dt.date | None:
    """The last day, up to `on`, on which more bank holidays are asked for; None where none is reached."""
    return max((day for day in _days(calendar) if day <= on), default=None)


def _days(calendar: Calendar) -> Iterator[dt.date]:
    first, month = calendar.asked_from, 0
    while (day := add_months(first, month)) <= calendar.last:
        yield day
        month += 1


def subject_line(calendar: Calendar) -> str:
    return f"Child protection conferences: bank holidays are known to {uk_date(calendar.last)}"


def body(calendar: Calendar, link: str) -> str:
    """The text of the email that asks for more."""
    return "\n\n".join(
        [
            f"The bank holidays that this service counts with end on {uk_date(calendar.last)}.",
            "A time limit that reaches beyond that day cannot be counted, and is refused.",
            "Add the years that GOV.UK has published to safeguarding/bankholidays.json, and release it.",
            f"See what works: {link}\n",
        ]
    )
