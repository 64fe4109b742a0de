"""The week's diary: what is another's is merely taken, and the weeks lead to one another."""

import datetime as dt
import uuid

from conferences.queries.diary import Line, Meeting, Week
from conferences.views.presenters import diary
from tests.presenters.made import moment

MONDAY = dt.date(2018, 12, 24)
DAYS = tuple(MONDAY + dt.timedelta(days=n) for n in range(5))
OFF = (False, True, True, False, False)


def block(**fields: object) -> Meeting:
    given = {"starts_at": moment(MONDAY), "ends_at": moment(MONDAY, 12), "room": "Willow", "chair": "Pat"}
    return Meeting(**given | fields)


def week(*meetings: Meeting) -> Week:
    return Week(DAYS, OFF, (Line("Willow", "14 seats", (meetings, (), (), (), ())),))


def test_a_meeting_of_others_is_taken_and_leads_nowhere() -> None:
    (row,) = diary.rows(week(block()), by_chair=False)
    (shown,) = row.days[0].blocks
    assert (shown.time, shown.text, shown.href, shown.with_) == ("10am to 12pm", "Taken", "", "")


def test_a_meeting_stands_by_its_number_with_the_chair_or_the_room() -> None:
    own = block(number=12, ref=uuid.uuid4())
    (by_room,), (by_chair,) = diary.rows(week(own), by_chair=False), diary.rows(week(own), by_chair=True)
    assert by_room.days[0].blocks[0].text == "Meeting 12"
    assert [row.days[0].blocks[0].with_ for row in (by_room, by_chair)] == ["Pat", "Willow"]


def test_days_off_are_marked_and_the_title_spans_the_week() -> None:
    (row,) = diary.rows(week(), by_chair=False)
    assert [day.is_off for day in row.days] == list(OFF)
    assert diary.title(week()) == "Conferences, 24 to 28 December 2018"


def test_the_weeks_lead_to_one_another_and_back_to_this_one() -> None:
    before, after, here = diary.beside(week(), "/diary", MONDAY + dt.timedelta(days=2))
    assert before.href.endswith("?week=2018-12-17") and after.href.endswith("?week=2018-12-31")
    assert here is None
    *_, here = diary.beside(week(), "/diary", dt.date(2018, 11, 1))
    assert here and here.text == "This week"
