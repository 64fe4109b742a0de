"""The end of each deadline's line: met, met late or not met, it moves the figure that the catalogue names."""

import datetime as dt

import pytest

from conferences.models import RequestedChild
from conferences.queries.clocks import clocks
from conferences.queries.measures import figures
from conferences.rules.deadlines import DEADLINES, Code
from safeguarding.bankholidays import england
from safeguarding.workingdays import Period
from tests.factories import ConferenceChildFactory
from tests.operations.duties_stories import DAY, STORIES, Unit

pytestmark = pytest.mark.django_db
# These figures count what was held; what was not is counted by another.
UNMET = {
    Code.HOLD_CONFERENCE: ("icpc_overdue", (1, None)),
    Code.HOLD_TRANSFER_IN: ("icpc_overdue", (1, None)),
    Code.HOLD_REVIEW: ("reviews_on_time", (0, 1)),
}
by_row = pytest.mark.parametrize("row", [r for r in DEADLINES if r.measure], ids=lambda row: row.code)


def counted(code, due):
    """Numerator and denominator of a figure for a period that ends a week after the day."""
    figure = figures(Period(DAY, due + dt.timedelta(days=7)), [code])[code]
    return figure.numerator, figure.denominator


def story_of(row):
    """What meets the deadline of a child, and the day by which it is due."""
    meets = STORIES[row.code](Unit())
    return meets, clocks([row.code])[0].due


def hold_what_waits(row, day):
    """The conference before which thinking time is to come: only one that is held is counted."""
    if row.code is Code.HOLD_THINKING_TIME:
        asked = RequestedChild.objects.unscoped("test").get()
        ConferenceChildFactory(child=asked.child, enquiry=asked.enquiry, held_date=day)


@by_row
@pytest.mark.parametrize(("late", "expected"), [(0, (1, 1)), (1, (0, 1))], ids=["in time", "a day late"])
def test_what_is_met_is_counted_by_its_figure_as_in_time_or_late(row, late, expected):
    meets, due = story_of(row)
    meets(england().add(due, late).due)
    hold_what_waits(row, due)
    assert counted(row.measure, due) == expected


@by_row
def test_what_is_not_met_is_counted_once_its_day_is_past(row):
    code, expected = UNMET.get(row.code, (row.measure, (0, 1)))
    _, due = story_of(row)
    hold_what_waits(row, due)
    assert counted(code, due) == expected
