"""Small invented families that a worker adds lately, and their way to a plan, through the operations."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from random import Random

from django.conf import settings

from conferences.demo.copies import READ_AGAIN, send_copies, settle_own
from conferences.demo.present import Present
from conferences.documents.letters import writer
from conferences.models import Booking, Enquiry, MeetingRecord, Plan, Request
from conferences.operations import (
    children_new,
    core_groups,
    enquiries,
    families_people,
    letters,
    requests,
)
from conferences.operations.children_new import NewChild
from conferences.operations.requests import ChildAsk
from conferences.queries.documents import latest_of
from conferences.rules.vocabulary import ConferenceKind
from safeguarding.clock import day_of
from safeguarding.models import Child, ParentalResponsibility, RelationshipKind, User
from safeguarding.workingdays import Calendar

WHY = "the demo's people go about their work"
# The council's numbers of the children whom its people added themselves.
NUMBERS_FROM = 900_000
# Working days before the conference, and after it.
ENQUIRY, REQUEST, BOOKED = -12, -11, -10
LETTERS, RECORD, CORE_GROUP = 1, 5, 8
# A day whose hours are taken has so many after it.
FURTHER = 5


def born(given: str, family: str, birth: dt.date, sex: str) -> NewChild:
    return NewChild("", given, family, birth, None, sex)


def expected(family: str, day: dt.date) -> NewChild:
    return NewChild("", "", family, None, day, "U")


class SmallFamilies:
    """Adds families and tells of them by working days from the demo's day: `day(-3)` is three before it."""

    def __init__(self, on: dt.date, calendar: Calendar) -> None:
        self.on, self.calendar = on, calendar
        self.present = Present(on, calendar)
        # Keys of forms of their own, for the same key gives the same request.
        self.present.rng = Random(f"fableshire changes {on}")
        self.users = {user.email.partition("@")[0]: user for user in User.objects.filter(is_system=False)}
        self.write = writer(settings.COUNCIL_NAME)
        self.added, self.sent, self.given = 0, 0, 0

    def day(self, offset: int) -> dt.date:
        """So many working days before the demo's day, or the demo's day itself where it is one."""
        return self.calendar.add(self.on, offset).due

    def at(self, offset: int, hour: int = 15) -> dt.datetime:
        return self.present.moment(self.day(offset), hour)

    def add(self, child: NewChild, by: User, at: dt.datetime, beside: Child | None = None) -> Child:
        """Add a child, in the family of another one or in a new one."""
        self.added += 1
        numbered = replace(child, la_child_id=f"F{NUMBERS_FROM + self.added}")
        family = beside.family if beside else None
        return children_new.add_child(family=family, child=numbered, is_another=True, by=by, at=at)

    def add_mother(self, name: str, children: list[Child], by: User, at: dt.datetime) -> None:
        family = children[0].family
        assert family is not None  # Each was added with one.
        contact = families_people.Contact(f"{name} {family.name}", address="1 Chapter Street, Fableton")
        ties = dict.fromkeys(
            children, families_people.Tie(RelationshipKind.MOTHER, ParentalResponsibility.YES)
        )
        families_people.add_person(family=family, contact=contact, ties=ties, by=by, at=at)

    def enquire(self, children: list[Child], offset: int, by: User) -> list[Enquiry]:
        """Enquiries that began on that day, recorded the same day."""
        return enquiries.record_enquiry(
            children=children,
            held_date=self.day(offset),
            further_discussions=[],
            notes="Police, health and social care agreed to start enquiries.",
            is_another=True,
            by=by,
            at=self.at(offset, 16),
        )

    def ask(self, children: list[Child], offset: int, by: User) -> Request:
        """Enquiries, and a conference asked for the working day after they began."""
        asks = [
            ChildAsk(one.child, ConferenceKind.INITIAL, enquiry=one)
            for one in self.enquire(children, offset, by)
        ]
        family = children[0].family
        assert family is not None  # Each was added with one.
        return requests.request_conference(
            form_key=self.present.key(),
            family=family,
            children=asks,
            reason="The invented enquiry found likely significant harm, and it goes on.",
            interim_safety="An invented aunt stays with the family until the conference.",
            by=by,
            at=self.at(offset + 1, 10),
        )

    def begin_plan(self, child: Child, offset: int, by: User) -> Plan:
        """The conference on that day or soon after it, signed, with its letters and the first core group."""
        booking = self._book(self.ask([child], offset + ENQUIRY, by), offset)
        self.present.record(booking, finish=True)
        held = self.calendar.between(self.on, day_of(booking.starts_at))
        self._send(booking, held)
        plan: Plan = Plan.objects.unscoped(WHY).get(child=child, end_date=None)
        self._meet(plan, held + CORE_GROUP, by)
        return plan

    def _book(self, request: Request, offset: int) -> Booking:
        """In the diary with the first pair of room and chair that is free, on that day or the next."""
        for later in range(FURTHER):
            for pair in range(len(self.present.rooms)):
                day, at = self.day(offset + later), self.at(offset + BOOKED)
                if booking := self.present.book_at(request, day, pair, at):
                    return booking
        raise LookupError("No room and chair are free for a family of the demo.")

    def _send(self, booking: Booking, held: int) -> None:
        record, by = MeetingRecord.objects.unscoped(WHY).get(booking=booking), self.users["support"]
        if held + LETTERS < 0:
            for letter in letters.make_letters(
                record=record, write=self.write, by=by, at=self.at(held + LETTERS, 10)
            ):
                day, at = self.day(held + LETTERS), self.at(held + LETTERS, 11)
                kept = latest_of(letter)
                if kept is not None and kept.needs_release:
                    letters.release_letter(
                        letter=letter, version=kept.version, words=READ_AGAIN, by=booking.chair, at=at
                    )
                letters.mark_letter_sent(letter=letter, sent_date=day, by=by, at=at)
        if held + RECORD < 0:
            made, at = self.at(held + RECORD, 10), self.at(held + RECORD, 11)
            # One family shows every agency's copy: each more would take as long as the family's own.
            send_copies(record, by, booking.chair, made, at, only_family=self.sent > 0)
            self.sent += 1
            self.given = settle_own(record, by, booking.chair, made, at, given=self.given)

    def _meet(self, plan: Plan, offset: int, by: User) -> None:
        if offset < 0:
            day, at = self.day(offset), self.at(offset)
            core_groups.record_core_group(plan=plan, held_date=day, notes="", by=by, at=at)
