"""A request that waits to be scheduled, and a place for it, for the tests of scheduling and of its pages."""

from __future__ import annotations

import uuid
from datetime import UTC, date, datetime, time
from typing import Any

from conferences.models import Booking, Request, RequestedChild
from conferences.operations.scheduling import book
from conferences.operations.scheduling_place import Late
from conferences.rules.scheduling import ending, moment
from conferences.rules.workflow import LateReason
from safeguarding.bankholidays import england
from safeguarding.clock import today
from safeguarding.models import User
from tests.cast import person
from tests.factories import AllocationFactory, RequestedChildFactory, RoomFactory, TeamFactory

# The day of the tests: a Monday. The children's last day is Monday 3 December 2018.
NOW = datetime(2018, 11, 12, 10, tzinfo=UTC)
DUE = date(2018, 12, 3)
IN_TIME = date(2018, 11, 26)
LATE = date(2018, 12, 4)


def open_request(due: date = DUE, **fields: Any) -> Request:
    """A request for one child of a team, asked for on NOW, that nobody has scheduled."""
    asked: RequestedChild = RequestedChildFactory(
        due_date=due, due_explanation="15 working days from an invented day", **fields
    )
    asked.request.requested_at = NOW
    asked.request.save(update_fields=["requested_at"])
    asked.history_checked_at = NOW
    asked.save(update_fields=["history_checked_at"])
    AllocationFactory(child=asked.child, team=TeamFactory())
    request: Request = asked.request
    return request


def hours_on(day: date) -> dict[str, datetime]:
    """From ten to midday: at any hour at which a test runs a meeting begins and ends on one day."""
    starts_at = moment(day, time(10))
    return {"starts_at": starts_at, "ends_at": ending(starts_at, 120)}


def agreed_late(**told: Any) -> Late:
    """Why a meeting is late, and two people who agreed."""
    who = {"manager": person("TEAM_MANAGER"), "chair": person("CHAIR")}
    return Late(**{"why": LateReason.EVENT, "words": " Snow "} | who | told)


def late_typed(**more: Any) -> dict[str, Any]:
    """The same as a form has it, without words."""
    told = agreed_late()
    assert told.manager and told.chair
    return {"late_why": "EVENT", "late_manager": told.manager.pk, "late_chair": told.chair.pk} | more


def place(day: date = IN_TIME, start: time = time(10), minutes: int = 120, **fields: Any) -> dict[str, Any]:
    """Where a meeting could stand: a new room and a new chair unless they are given."""
    starts_at = moment(day, start)
    values = {"starts_at": starts_at, "ends_at": ending(starts_at, minutes)} | fields
    values.setdefault("room", None)
    values["room"] = values["room"] or RoomFactory()
    values["chair"] = values.get("chair") or person("CHAIR")
    return values


def booked(request: Request | None = None, by: User | None = None, **fields: Any) -> Booking:
    """A meeting in the diary, put there as the page does."""
    values = place(**fields)
    return book(
        form_key=uuid.uuid4(),
        request=request or open_request(),
        **values,
        by=by or person("BUSINESS_SUPPORT"),
        at=NOW,
    )


def ahead(booking: Booking) -> Booking:
    """The same on a day that is still to come, for what the pages ask of the day that it really is."""
    Booking.every.filter(pk=booking.pk).update(**hours_on(england().add(today(), 20).due))
    booking.refresh_from_db()
    return booking
