"""The periods that figures may be asked for: days for which the bank holidays are known. Pure."""

from datetime import date

from safeguarding.refusals import Refused
from safeguarding.wording import uk_day
from safeguarding.workingdays import Calendar, Period


def period_between(from_: date, to: date, calendar: Calendar) -> Period:
    """The period, both days included. Raises Refused."""
    if to < from_:
        raise Refused(f"The period cannot end on {uk_day(to)}, before it starts on {uk_day(from_)}.")
    for day in (from_, to):
        if not calendar.first <= day <= calendar.last:
            raise Refused(
                f"{uk_day(day)} lies outside the days that figures are given for: "
                f"{uk_day(calendar.first)} to {uk_day(calendar.last)}."
            )
    return Period(from_, to)
