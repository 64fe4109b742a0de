"""Of which children agencies read, and to whom of them a copy is proposed."""

import datetime as dt

import pytest

from conferences.rules.copies_agencies import agencies_read_of, took_part
from conferences.rules.workflow import AttendanceMode

RESTRICTED = dt.datetime(2018, 4, 2, 9, tzinfo=dt.UTC)
LATER, EARLIER = RESTRICTED + dt.timedelta(hours=1), RESTRICTED - dt.timedelta(hours=1)


@pytest.mark.parametrize(
    ("restricted", "said", "reads"),
    [
        (None, None, True),
        (None, EARLIER, True),
        (RESTRICTED, None, False),
        (RESTRICTED, LATER, True),
        (RESTRICTED, RESTRICTED, True),
        (RESTRICTED, EARLIER, False),
    ],
)
def test_agencies_read_of_a_restricted_child_only_where_the_chair_said_so_of_this_restriction(
    restricted, said, reads
):
    assert agencies_read_of(restricted, said) is reads


def test_whoever_came_or_sent_a_report_took_part():
    assert [one for one in AttendanceMode if not took_part(one)] == [AttendanceMode.ABSENT]
