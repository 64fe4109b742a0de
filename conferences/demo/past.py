"""What lies behind the demo's conferences: requests, meetings and their records, core groups and follow-ups.

Made in bulk, so far back as the unit's figures read it; reviews only lately, for they are the most.
"""

from __future__ import annotations

import datetime as dt

from conferences.demo.past_consultations import tell_by_rule
from conferences.demo.past_lists import PastLists
from conferences.demo.past_look_ups import tell_look_ups
from conferences.demo.past_meetings import PastMeetings
from conferences.demo.past_other_ways import PastOtherWays
from conferences.demo.past_plans import PastPlans
from conferences.demo.past_requests import PastRequests
from conferences.demo.past_reviews import PastReviews
from conferences.demo.past_rows import Rows
from conferences.demo.past_seconds import PastSeconds
from conferences.demo.past_thinking import PastThinking
from safeguarding.workingdays import Calendar, Period, year_ending


def tell_past(on: dt.date, calendar: Calendar) -> None:
    """Write what came before the day `on`. To be called within the demo's transaction."""
    rows, since = Rows(), told_since(on)
    first = PastRequests(rows, on, calendar).tell()
    PastOtherWays(rows, on, calendar).tell()
    meetings = PastReviews(rows, calendar, since).tell(first)
    PastThinking(rows, on, calendar).tell(meetings)
    recorded = PastMeetings(rows, on, calendar).tell(meetings)
    PastLists(rows, calendar, since).tell()
    PastPlans(rows, on, calendar, since).tell(recorded)
    rows.write()
    tell_by_rule(on, calendar)
    PastSeconds(on, calendar).tell()
    tell_look_ups(on)


def told_since(on: dt.date) -> dt.date:
    """From when on reviews and later core groups are told: the year to date, and the whole year before it."""
    return Period.year(year_ending(on) - 1).from_
