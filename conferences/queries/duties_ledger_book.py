"""The rows that the ledger of deadlines reads, each table once, with what is asked of them more than once."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from typing import Any, NamedTuple

from conferences import models as story
from conferences.rules.deadlines import CATALOGUE, Code
from conferences.rules.deadlines_days import due_by
from conferences.rules.deadlines_inviting import COUNTED_BY
from conferences.rules.deadlines_limits import Local
from conferences.rules.requests import GROWN_UP
from conferences.rules.workflow import STANDING, UNDECIDED
from safeguarding.clock import day_of
from safeguarding.models import AgencyKind, Child
from safeguarding.policy.values import limits_over_time
from safeguarding.register.agencykinds import SOCIAL_CARE
from safeguarding.workingdays import Calendar, OutsideCalendar, reaches

KEYS = {r.limit.key for r in CATALOGUE.values() if isinstance(r.limit, Local)} | {*COUNTED_BY}
WHY = "what should have been raised is counted for nobody in particular"


class Standing(NamedTuple):
    """One deadline of one subject, as queries.clocks gives it."""

    code: Code
    subject: int
    children: tuple[int, ...]
    started: dt.date
    due: dt.date | None
    met: dt.date | None
    gone: dt.date | None
    is_ready: bool = True

    def stands(self, on: dt.date, until: dt.date) -> bool:
        """Whether a duty should stand on a day, raised for what is due by `until`."""
        is_over = any(day is not None and day <= on for day in (self.met, self.gone))
        is_near = self.due is not None and self.due <= until
        return self.started <= on and is_near and self.is_ready and not is_over


class Book:
    """The rows in memory, as tuples: a few hundred bytes for each that there is."""

    def __init__(self, calendar: Calendar) -> None:
        self.calendar = calendar
        limits = limits_over_time(KEYS)
        self.setting, self.answer = limits.whole, limits.place
        self._read_requests()
        self._read_conferences()
        self._read_plans()
        self._read_own()

    def _read_requests(self) -> None:
        self.requests = {
            row.id: row for row in rows(story.Request, "id", "state", "requested_at", "withdrawn_at")
        }
        self.asked = grouped(
            rows(
                *(story.RequestedChild, "id", "request_id", "child_id"),
                *("enquiry_id", "transfer_in_id", "plan_id", "kind", "history_checked_at"),
            ),
            "request_id",
        )
        self.asked_of = {
            field: grouped([one for many in self.asked.values() for one in many], field)
            for field in ("enquiry_id", "transfer_in_id", "plan_id")
        }
        self.starts = {row.id: row.started_date for row in rows(story.Enquiry, "id", "started_date")}
        arrivals = rows(story.TransferIn, "id", "notified_date")
        self.arrivals = {row.id: row.notified_date for row in arrivals}
        self.bookings = rows(
            *(story.Booking, "id", "request_id", "state", "starts_at", "booked_at", "cancelled_at"),
            *("chair_id", "outcome_at", "entered_reason"),
        )
        self.of_request = grouped(self.bookings, "request_id")
        moves = rows(story.BookingMove, "booking_id", "moved_at", chair_reason="")
        self.moved = {
            pk: [move.moved_at for move in found] for pk, found in grouped(moves, "booking_id").items()
        }
        self._read_lists()
        entered = [row for row in self.bookings if row.entered_reason and row.state != "CANCELLED"]
        self.entered = {
            request: min(map(arranged, found)) for request, found in grouped(entered, "request_id").items()
        }
        self.undecided = grouped([row for row in self.bookings if row.state in UNDECIDED], "request_id")
        self.meetings = {row.request_id: row for row in self.bookings if row.state in STANDING}

    def _read_lists(self) -> None:
        self.invited = grouped(
            rows(
                *(story.Invitation, "id", "request_id", "invited_date", "put_on_at", "agency_kind", "reply"),
                *("requested_child_id", "person_id", "name"),
                *("is_report_asked", "received_date", "none_why", "shared_date", "shared_way"),
                off_at=None,
            ),
            "request_id",
        )
        told = ("request_id", "invitation_id", "asked_id", "outcome", "maker", "contact_date")
        contacts = rows(story.FamilyContact, "id", *told, taken_back_at=None)
        self.contacts = grouped(sorted(contacts, key=lambda c: (c.contact_date, c.id)), "request_id")
        named = rows(story.Invitation, "id", "person_id", "name")
        self.named = {row.id: (row.person_id, None if row.person_id else row.name.lower()) for row in named}
        chased = rows(story.ReportChase, "invitation_id", "chased_date", taken_back_at=None)
        self.chased = grouped(chased, "invitation_id")
        of_each = ("invitation_id", "reader_id", "way", "shown_date")
        grown = {"taken_back_at": None, "reader__requested_child": None}
        self.showings = grouped(rows(story.ReportShowing, *of_each, **grown), "invitation_id")
        self.chosen = grouped(rows(story.QuorumChoice, "booking_id", "told_at"), "booking_id")
        asked = "request_id", "put_at", "answer", "decided_at", "told_date", "person_id", "name"
        self.excluded = grouped(rows(story.Exclusion, *asked, lifted_at=None), "request_id")
        columns = ("code", "counts_with")
        self.counted_as = {
            kind.code: kind.code if kind.code == SOCIAL_CARE else kind.counts_with or kind.code
            for kind in AgencyKind.objects.filter(counts=True).values_list(*columns, named=True)
        }

    def _read_own(self) -> None:
        """The parts of records that owe their children an own version, and what settled each."""
        parts = rows(
            story.ChildPart,
            "id",
            "record_id",
            "requested_child_id",
            "requested_child__child_id",
            record__owes_own=True,
        )
        self.parts_owed = grouped(parts, "record_id")
        given = rows(
            story.Document,
            "record_id",
            "requested_child_id",
            "sent_date",
            requested_child__isnull=False,
            sent_date__isnull=False,
        )
        self.given_own = grouped(given, "requested_child_id")
        told = rows(story.OwnVersion, "part_id", "none_at", none_at__isnull=False)
        self.no_own = {row.part_id: day_of(row.none_at) for row in told}

    def _read_conferences(self) -> None:
        held = {row.id: row.held_date for row in rows(story.Conference, "id", "held_date")}
        columns = ("id", "conference_id", "child_id", "plan_id", "kind", "enquiry_id", "transfer_in_id")
        parts = rows(story.ConferenceChild, *columns)
        self.held_at = {row.id: held[row.conference_id] for row in parts}
        self.initial = grouped([row for row in parts if row.kind != "REVIEW"], "child_id")
        self.reviews = grouped([row for row in parts if row.kind == "REVIEW"], "plan_id")

    def _read_plans(self) -> None:
        columns = ("id", "child_id", "start_date", "end_date", "begun_at_id", "held_for_other_authority")
        self.every_plan = {row.id: row for row in rows(story.Plan, *columns)}
        self.plans = [row for row in self.every_plan.values() if not row.held_for_other_authority]
        self.plans_of = grouped(self.plans, "child_id")
        children = rows(Child, "id", "birth_date", "death_date")
        self.births = {row.id: row.birth_date for row in children}
        self.grown = {row.id: row.birth_date and reaches(row.birth_date, GROWN_UP) for row in children}
        self.deaths = {row.id: row.death_date for row in children}

    def due(self, code: Code, start: dt.date, *, is_first: bool = True) -> dt.date | None:
        """The day that the catalogue's limit gives; None outside the known bank holidays."""
        try:
            return due_by(code, start, self.calendar, self.setting, is_first=is_first).date
        except OutsideCalendar:
            return None

    def law_day(self, asked: Any) -> dt.date | None:
        """By when the conference of a requested child is due; a review that was held, from the one before."""
        if asked.enquiry_id is not None:
            return self.due(Code.HOLD_CONFERENCE, self.starts[asked.enquiry_id])
        if asked.transfer_in_id is not None:
            return self.due(Code.HOLD_TRANSFER_IN, self.arrivals[asked.transfer_in_id])
        plan, meeting = self.every_plan[asked.plan_id], self.meetings.get(asked.request_id)
        until = day_of(meeting.starts_at) if meeting and meeting.state == "HELD" else dt.date.max
        held = [day for day in self.review_days(plan) if day < until]
        last = held[-1] if held else self.began(plan)
        return self.due(Code.HOLD_REVIEW, last, is_first=not held)

    def requests_of(self, field: str, pk: int) -> list[Any]:
        """The requests about an enquiry, an arrival or a plan that were not withdrawn."""
        return [self.requests[one.request_id] for one in self.children_asked(field, pk)]

    def children_asked(self, field: str, pk: int) -> list[Any]:
        """The same as the children of those requests; each was put in at a moment of its own."""
        found = self.asked_of[field].get(pk, ())
        return [one for one in found if self.requests[one.request_id].state != "WITHDRAWN"]

    def put_in(self, asked: Any) -> dt.date:
        """The day on which a child was asked for: no later than its conference, where that is told later."""
        return min(day_of(asked.history_checked_at), self.entered.get(asked.request_id, dt.date.max))

    def diary_day(self, requests: list[Any]) -> dt.date | None:
        """The first day of a meeting in the diary, of these requests."""
        meetings = [self.meetings[one.id] for one in requests if one.id in self.meetings]
        return first(day_of(one.starts_at) for one in meetings if one.state == "BOOKED")

    def booked_after(self, ended: Any) -> dt.date | None:
        """The day on which the next meeting of its request was put into the diary, and stands or stood."""
        of_request = self.of_request.get(ended.request_id, ())
        later = [arranged(row) for row in of_request if row.id > ended.id and row.state != "CANCELLED"]
        return min(later) if later else None

    def children_of(self, request: int) -> tuple[int, ...]:
        return tuple(one.child_id for one in self.asked.get(request, ()))

    def began(self, plan: Any) -> dt.date:
        """The day of the conference at which a plan began; where none is known, its first day."""
        day: dt.date = self.held_at.get(plan.begun_at_id, plan.start_date)
        return day

    def gone(self, plan: Any, start: dt.date, due: dt.date | None) -> dt.date | None:
        """The day from which something due on a plan is owed no more: the plan's end, the child's death or
        18th birthday. What would be due then or later is not owed at all.
        """
        grown = self.grown[plan.child_id]
        is_never = grown is not None and due is not None and due >= grown
        return first([plan.end_date, self.deaths[plan.child_id], grown, start if is_never else None])

    def review_days(self, plan: Any) -> list[dt.date]:
        began = self.began(plan)
        days = {self.held_at[one.id] for one in self.reviews.get(plan.id, ())}
        return sorted(day for day in days if day > began)

    def was_on_plan(self, child: int, day: dt.date) -> bool:
        """Whether a plan of this council began before the day and had not ended by then."""
        return any(
            plan.start_date < day and (plan.end_date is None or plan.end_date > day)
            for plan in self.plans_of.get(child, ())
        )

    def over(self, child: int, start: dt.date) -> dt.date | None:
        """From when a child is owed no initial conference: another plan, death, the 18th birthday."""
        plans = [plan.start_date for plan in self.plans_of.get(child, ()) if plan.start_date > start]
        day = first([*plans, self.deaths[child], self.grown[child]])
        return day and max(day, start)


def arranged(meeting: Any) -> dt.date:
    """The day on which a meeting was put into the diary; one entered afterwards, on which it was held."""
    return min(day_of(meeting.booked_at), day_of(meeting.starts_at))


def rows(model: Any, *columns: str, **those: Any) -> list[Any]:
    """Every row of a table, or `those`, by its id, as tuples with names."""
    found = model.objects.unscoped(WHY).filter(**those).order_by("id")
    return list(found.values_list(*columns, named=True).iterator())


def grouped(found: Iterable[Any], field: str) -> dict[Any, list[Any]]:
    """The rows by a column; those without a value in it are left out."""
    groups: dict[Any, list[Any]] = defaultdict(list)
    for row in found:
        if (key := getattr(row, field)) is not None:
            groups[key].append(row)
    return dict(groups)


def first(days: Iterable[dt.date | None]) -> dt.date | None:
    return min((day for day in days if day is not None), default=None)
