"""The days that local limits set before a meeting and after it. Pure: each limit comes in as its number.

Another council differs, so the numbers are dated settings (safeguarding.policy.limits), as they stand on the
day that they are counted from.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from conferences.rules.vocabulary import ConferenceKind
from safeguarding.wording import counted, uk_day
from safeguarding.workingdays import Calendar, Count, OutsideCalendar, add_days, add_months

INITIALS = frozenset({ConferenceKind.INITIAL, ConferenceKind.TRANSFER_IN})
REVIEWS = frozenset({ConferenceKind.REVIEW})
WEEKS_OF_PREGNANCY = 40


@dataclass(frozen=True)
class Before:
    """What a limit in working days asks to be done before a meeting of these kinds."""

    limit: str
    what: str
    kinds: frozenset[ConferenceKind]


BEFORE = (
    Before(
        "REPORT_TO_UNIT_INITIAL_WORKING_DAYS",
        "Reports for the initial conference reach the safeguarding unit",
        INITIALS,
    ),
    Before(
        "REPORT_TO_UNIT_REVIEW_WORKING_DAYS",
        "Reports for the review conference reach the safeguarding unit",
        REVIEWS,
    ),
    Before(
        "REPORT_TO_FAMILY_INITIAL_WORKING_DAYS",
        "Reports for the initial conference are shared with the family",
        INITIALS,
    ),
    Before(
        "REPORT_TO_FAMILY_REVIEW_WORKING_DAYS",
        "Reports for the review conference are shared with the family",
        REVIEWS,
    ),
    Before(
        "EXCLUSION_REQUEST_WORKING_DAYS",
        "A request to exclude a family member reaches the chair",
        INITIALS | REVIEWS,
    ),
)
# Of these, what must have happened with agencies' reports: those that come to the unit, and to the family.
TO_UNIT = frozenset(before.what for before in BEFORE if before.limit.startswith("REPORT_TO_UNIT"))
TO_FAMILY = frozenset(before.what for before in BEFORE if before.limit.startswith("REPORT_TO_FAMILY"))

# Of these, by when an exclusion is asked for.
EXCLUSIONS = frozenset(before.what for before in BEFORE if before.limit.startswith("EXCLUSION_"))


@dataclass(frozen=True)
class LocalDay:
    """What a local limit asks, by which day, and how that was counted.

    `is_missed` where the meeting itself is what it asks for, and stands on a later day.
    """

    what: str
    day: date
    explanation: str
    is_missed: bool = False


def days_before(
    meeting: date, kinds: Collection[ConferenceKind], limits: Mapping[str, int], calendar: Calendar
) -> list[LocalDay]:
    """R12, R21 (L): what must have happened before a meeting for these kinds of conference, the first first.

    `limits` holds each limit of BEFORE in working days. Raises OutsideCalendar.
    """
    asked = [before for before in BEFORE if before.kinds & set(kinds)]
    counts = [(before.what, calendar.add(meeting, -limits[before.limit])) for before in asked]
    found = [LocalDay(what, count.due, _explained(count, calendar)) for what, count in counts]
    return sorted(found, key=lambda one: one.day)


def birth_conference_until(expected: date, months: int) -> date:
    """R10 (L): the last day for an initial conference on an unborn child, so many months before the birth."""
    return add_months(expected, -months)


def week_begins(expected: date, week: int) -> date:
    """R10 (L): the day on which a week of a pregnancy is reached, by the expected day of the birth."""
    return add_days(expected, -7 * (WEEKS_OF_PREGNANCY - week))


def birth_window(expected: date, months: int, first: int, last: int) -> tuple[date, date, str]:
    """R10 (L): from when and until when an initial conference on an unborn child should be, and how the last
    day was counted: so many months before the birth, or the end of a week, whichever is sooner.
    """
    until = birth_conference_until(expected, months)
    of_week = add_days(week_begins(expected, last + 1), -1)
    explanation = f"{counted(months, 'month')} before the birth" if months else "the expected day"
    if of_week < until:
        until, explanation = of_week, f"the end of week {last}"
    return week_begins(expected, first), until, explanation


def new_date_until(put_off_from: date, working_days: int, calendar: Calendar) -> Count:
    """R17 (L): the last day for a meeting that was put off because too few agencies could come.

    Counted from the day on which it was to be. Raises OutsideCalendar.
    """
    return calendar.add(put_off_from, working_days)


def challenge_until(sent: date, working_days: int, calendar: Calendar) -> date:
    """R14 (L): the last day on which the accuracy of a record may be challenged, from the day it was sent.

    Raises OutsideCalendar.
    """
    return calendar.add(sent, working_days).due


def complaint_until(conference: date, days: int) -> date:
    """R22 (L): the last day for a complaint in writing about what a conference decided."""
    return add_days(conference, days)


def _explained(count: Count, calendar: Calendar) -> str:
    return calendar.explain(count) if count.n else "the day of the meeting"


def ahead_refused(day: date, on: date, months: int, calendar: Calendar) -> str:
    """Why nothing is set to a day, as a sentence: it is more than so many months after `on`, or not worked.
    "" where it can be; that it is not past is for the caller to say.
    """
    last = add_months(on, months)
    if day > last:
        return f"The day must be by {uk_day(last)}: the local limit is {counted(months, 'month')}"
    try:
        is_worked = calendar.is_working_day(day)
    except OutsideCalendar as outside:
        return str(outside)
    return "" if is_worked else f"{uk_day(day)} is not a working day. Choose another day"
