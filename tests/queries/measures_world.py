"""A small world for the figures' tests: plans, reviews, conferences, each in one line of a test."""

import datetime as dt

from conferences.models import ConferenceChild, Plan
from conferences.queries.measures import figures
from conferences.rules.figures import Figure
from safeguarding.models import Child
from safeguarding.workingdays import Period
from tests.factories import (
    ChildFactory,
    ConferenceChildFactory,
    EnquiryFactory,
    PlanFactory,
    ReviewFactory,
    TransferInFactory,
)

YEAR = Period(dt.date(2018, 4, 1), dt.date(2019, 3, 31))


def day(text: str) -> dt.date:
    """day("1 Apr 2018")."""
    return dt.datetime.strptime(text, "%d %b %Y").date()


def count(code: str, from_: str, to: str) -> Figure:
    """One figure of a period whose days are written as in day()."""
    return figures(Period(day(from_), day(to)), [code])[code]


def at(code: str, on: str) -> Figure:
    """One figure of a single day."""
    return count(code, on, on)


def plan(start: str, end: str | None = None, **fields: object) -> Plan:
    return PlanFactory(start_date=day(start), end_date=day(end) if end else None, **fields)


def reviewed(start: str, *held: str, **fields: object) -> Plan:
    """A plan with its reviews."""
    made = plan(start, **fields)
    for text in held:
        ReviewFactory(plan=made, held_date=day(text))
    return made


def initial(started: str, held: str, **fields: object) -> ConferenceChild:
    """An initial conference on an enquiry."""
    enquiry = EnquiryFactory(started_date=day(started), **fields)
    return ConferenceChildFactory(child=enquiry.child, enquiry=enquiry, held_date=day(held))


def transfer(notified: str, held: str) -> ConferenceChild:
    """A transfer-in conference on a notification."""
    came = TransferInFactory(notified_date=day(notified))
    return ConferenceChildFactory(child=came.child, transfer_in=came, kind="TRANSFER_IN", held_date=day(held))


def child(**fields: object) -> Child:
    return ChildFactory(**fields)
