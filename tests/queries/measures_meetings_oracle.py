"""The figures of a conference’s people and days again, in loops over the rows, with what they left out.

It shares nothing with the figures’ SQL: the numbers and the kinds are written out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Any, NamedTuple

from conferences import models as story
from safeguarding.models import Child
from safeguarding.workingdays import Calendar, OutsideCalendar, add_months
from tests.queries.clocks_ledger import rows, shown_on

HEARD = ("PN1", "PN2", "PN3", "PN4", "PN5", "PN6")
DAYS_FOR_THE_FAMILY = {False: 3, True: 5}


class Counted(NamedTuple):
    """One row: which band it is in, whether it is in the numerator, why it was left out."""

    is_counted: bool = False
    band: str = ""
    left_out: str = ""


def meetings_oracle(calendar: Calendar, from_: date, to: date) -> dict[str, object]:
    """{code: (numerator, denominator, bands, left out)} by the words of the definitions."""
    world = _World(calendar, from_, to)
    return {
        "reports_shared_on_time": _told(world.reports()),
        "participation": _told(world.taking_part()),
        "conferences_held_late": _told(world.late()),
    }


def _told(found: Iterable[Counted]) -> object:
    every = list(found)
    within = [one for one in every if not one.left_out]
    bands = Counter(one.band for one in within if one.band)
    left = Counter(one.left_out for one in every if one.left_out)
    return sum(one.is_counted for one in within), len(within), dict(bands), dict(left)


class _World:
    def __init__(self, calendar: Calendar, from_: date, to: date) -> None:
        self.calendar, self.from_, self.to = calendar, from_, to
        self.held = {one.pk: one.held_date for one in rows(story.Conference)}
        self.asked = sorted(rows(story.RequestedChild), key=lambda one: one.pk)
        self.plans = {one.pk: one for one in rows(story.Plan)}
        self.at = rows(story.ConferenceChild)
        self.children = {one.pk: one for one in rows(Child)}

    def meetings(self) -> Iterator[tuple[Any, date]]:
        for booking in rows(story.Booking):
            day = self.held.get(booking.conference_id)
            if day is not None and self.from_ <= day <= self.to:
                yield booking, day

    def of(self, request: int) -> list[Any]:
        return [one for one in self.asked if one.request_id == request]

    # ----- Reports

    def reports(self) -> Iterator[Counted]:
        for booking, day in self.meetings():
            for one in rows(story.Invitation):
                there = one.request_id == booking.request_id and one.off_at is None
                if there and (one.is_report_asked or one.received_date is not None):
                    yield self._report(one, booking, day)

    def _report(self, one: Any, booking: Any, day: date) -> Counted:
        if booking.entered_reason:
            return Counted(left_out="ENTERED_LATER")
        shown = shown_on(one) if one.received_date else None
        if one.shared_way == "NEVER" or shown == "NEVER":
            return Counted(left_out="NOT_TO_BE_SHOWN")
        if shown is None:
            came = "NOT_SHOWN" if one.received_date else "NONE_COMES" if one.none_why else "NOT_CAME"
            return Counted(band=came)
        kinds = {asked.kind == "REVIEW" for asked in self.of(booking.request_id)}
        in_time = shown <= min(self._before(day, DAYS_FOR_THE_FAMILY[kind]) for kind in kinds)
        return Counted(in_time, "IN_TIME" if in_time else "LATE")

    def _before(self, day: date, n: int) -> date:
        try:
            return self.calendar.add(day, -n).due
        except OutsideCalendar:
            return day

    # ----- Children

    def taking_part(self) -> Iterator[Counted]:
        parts = {one.conference_child_id: one for one in rows(story.ChildPart)}
        for at in self.at:
            day, part = self.held[at.conference_id], parts.get(at.pk)
            born = self.children[at.child_id].birth_date
            if not self.from_ <= day <= self.to:
                continue
            if born is None or add_months(born, 48) > day:
                continue
            if part is None:
                yield Counted(left_out="NOT_KNOWN_HERE")
            elif part.participation in ("", "PN0"):
                yield Counted(left_out="NOT_ASKED_THEN")
            else:
                yield Counted(part.participation in HEARD, part.participation)

    # ----- Late

    def late(self) -> Iterator[Counted]:
        for booking, day in self.meetings():
            days = [last for one in self.of(booking.request_id) if (last := self._last_day(one, day))]
            if not days:
                yield Counted(left_out="OUTSIDE_CALENDAR")
            elif day <= min(days):
                yield Counted()
            else:
                in_words = "IN_WORDS" if booking.late_reason else "NOT_SAID"
                yield Counted(True, booking.late_why or in_words)

    def _last_day(self, one: Any, held: date) -> date | None:
        if one.plan_id is not None:
            return self._review_day(self.plans[one.plan_id], held)
        enquiry = {e.pk: e.started_date for e in rows(story.Enquiry)}.get(one.enquiry_id)
        arrival = {t.pk: t.notified_date for t in rows(story.TransferIn)}.get(one.transfer_in_id)
        try:
            return self.calendar.add(enquiry or arrival, 15).due
        except OutsideCalendar:
            return None

    def _review_day(self, plan: Any, held: date) -> date:
        begun = next((self.held[at.conference_id] for at in self.at if at.pk == plan.begun_at_id), None)
        start = begun or plan.start_date
        reviews = [
            self.held[at.conference_id]
            for at in self.at
            if at.plan_id == plan.pk and at.kind == "REVIEW" and start < self.held[at.conference_id] < held
        ]
        if reviews:
            return min(add_months(max(reviews), 6), max(reviews) + timedelta(days=183))
        return min(add_months(start, 3), start + timedelta(days=91))
