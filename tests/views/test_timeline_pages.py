"""The pages of a long timeline: every event once, in order, under the heading of its year."""

from datetime import date

import pytest

from conferences.queries.children_chronology import Event, EventKind
from conferences.views.presenters.children_timeline import A_PAGE, timeline
from safeguarding.models import Child
from safeguarding.workingdays import add_days


def events(number, *, each_day=1):
    """So many events, so many a day, from the first day of 2010."""
    child = Child(given_names="Amber")
    days = (add_days(date(2010, 1, 1), n // each_day) for n in range(number))
    return [Event(day, EventKind.BORN, child, child) for day in days]


def told(page):
    return [entry.when for year in page.years for entry in year.entries]


@pytest.mark.parametrize("order", ["oldest", "newest"])
@pytest.mark.parametrize("number", [1, A_PAGE, A_PAGE + 1, 5 * A_PAGE])
def test_the_pages_together_are_the_whole(order, number):
    known = events(number)
    pages = range(1, timeline(known, order=order).page.paginator.num_pages + 1)
    assert len(pages) == -(-number // A_PAGE)
    parts = [day for page in pages for day in told(timeline(known, order=order, page=str(page)))]
    assert parts == told(timeline(known, order=order, page="all")) and len(parts) == number


def test_a_short_story_is_one_page_without_ways_to_others():
    page = timeline(events(A_PAGE))
    assert (page.jumps, page.whole, page.page.paginator.num_pages) == ([], "", 1)


def test_a_year_that_goes_on_over_the_page_says_so():
    page = timeline(events(2 * A_PAGE), order="oldest", page="2")
    assert [(year.year, year.is_continued) for year in page.years] == [(2010, True)]


def test_each_year_is_led_to_where_it_begins():
    jumps = timeline(events(500), order="oldest").jumps
    begins = ["?order=oldest&page=1#year-2010", "?order=oldest&page=4#year-2011"]
    assert [link.href for link in jumps] == begins


def test_what_happened_on_one_day_in_one_way_is_never_parted():
    page = timeline(events(3 * A_PAGE, each_day=A_PAGE + 10), order="oldest")
    assert page.page.paginator.num_pages == 3


@pytest.mark.parametrize(("asked", "number"), [("0", 3), ("99", 3), ("x", 1), ("", 1), (None, 1)])
def test_a_page_that_is_none_leads_to_one_that_is(asked, number):
    assert timeline(events(3 * A_PAGE), page=asked).page.number == number


def test_no_events_are_no_years():
    assert timeline([]).years == []
