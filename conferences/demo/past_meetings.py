"""The meetings of the demo's past: in the diary, who came, what was recorded, and what was sent to whom."""

from __future__ import annotations

import datetime as dt
import uuid
from collections import defaultdict
from collections.abc import Sequence
from random import Random

from conferences.demo import past_texts as texts
from conferences.demo.choice import pick
from conferences.demo.past_diary import MINUTES, PastDiary
from conferences.demo.past_requests import usual
from conferences.demo.past_rows import PastMeeting, Rows, moment
from conferences.models import (
    Attendance,
    Booking,
    ChildPart,
    ConferenceChild,
    Letter,
    MeetingRecord,
    Plan,
    PlanAction,
    RequestedChild,
    Room,
)
from conferences.rules.vocabulary import DecisionOutcome
from conferences.rules.workflow import AttendanceMode, BookingState, RecordState
from safeguarding.models import Person, Professional, Relationship, User
from safeguarding.register.agencykinds import SOCIAL_CARE
from safeguarding.workingdays import Calendar, add_days, age

CLOSING_SINCE = 10
WHY = "the demo tells what happened at its conferences"
NOT_QUORATE = 0.04
LETTERS_LATE, LATE_BY = 0.07, (1, 5)
RECORDS_LATE, RECORDS_LATE_BY = 0.15, (1, 8)
THERE = ((AttendanceMode.IN_PERSON, 70), (AttendanceMode.VIDEO, 25), (AttendanceMode.TELEPHONE, 5))
NOT_THERE = ((AttendanceMode.WRITTEN, 60), (AttendanceMode.ABSENT, 40))
FAMILY_THERE = 0.85
SILENT_ONE_IN = 14
# Who knows the youngest child, below this age; and who else may know the family.
BY_AGE = (
    (5, "HEALTH_VISITING"),
    (18, "SCHOOL"),
)
OTHERS = (
    "GENERAL_PRACTICE",
    "HOUSING",
    "DOMESTIC_ABUSE",
    "SUBSTANCE_MISUSE",
    "MENTAL_HEALTH",
    "PROBATION",
)


class PastMeetings:
    """Tells the meetings of the past up to a day: each booked, held, signed, and mostly sent in time."""

    def __init__(self, rows: Rows, on: dt.date, calendar: Calendar) -> None:
        self.rows, self.on, self.calendar = rows, on, calendar
        self.rng = Random("fableshire meetings")
        self.support = User.objects.get(email="support@fableshire.example")
        self.manager = User.objects.get(email="manager@fableshire.example")
        self.diary = PastDiary(list(Room.objects.order_by("pk")))
        self.plans = {
            plan.begun_at_id: plan for plan in Plan.objects.unscoped(WHY).filter(begun_at__isnull=False)
        }
        self.people: dict[int, list[Person]] = defaultdict(list)
        for tie in Relationship.objects.unscoped(WHY).filter(end_date=None).select_related("person"):
            self.people[tie.child_id].append(tie.person)
        self.professionals: dict[str, list[Professional]] = defaultdict(list)
        for one in Professional.objects.select_related("agency").order_by("email"):
            self.professionals[one.agency.kind_id].append(one)

    def tell(self, meetings: Sequence[PastMeeting]) -> list[PastMeeting]:
        """Those that could be told: one on a day too full for another was held before there was a diary."""
        return [meeting for meeting in meetings if self._meeting(meeting)]

    def _meeting(self, meeting: PastMeeting) -> bool:
        decided_at = max(one.decision.decided_at for _, one in meeting.children)
        place = self.diary.place(meeting.conference, decided_at)
        if place is None:
            return False
        booking = self._book(meeting, *place)
        record = self._record(booking, max(decided_at, booking.ends_at))
        self._attendance(record, meeting)
        for asked, one in meeting.children:
            self._part(record, asked, one)
        self._letters(record, meeting)
        return True

    def _book(self, meeting: PastMeeting, room: Room, starts_at: dt.datetime) -> Booking:
        late = meeting.held > meeting.due
        asked = meeting.request.requested_at.date()
        booked = self.calendar.add(asked, pick(((1, 60), (2, 30), (3, 10)), self.rng)).due
        return self.rows.add(
            Booking(
                ref=self._key(),
                form_key=self._key(),
                request=meeting.request,
                room=room,
                chair=meeting.conference.chair,
                starts_at=starts_at,
                ends_at=starts_at + dt.timedelta(minutes=MINUTES),
                state=BookingState.HELD.value,
                late_why=self.rng.choice(texts.LATE).value if late else "",
                late_manager=self.manager if late else None,
                late_chair=meeting.conference.chair if late else None,
                booked_by=self.support,
                booked_at=min(moment(booked, 9), starts_at - dt.timedelta(hours=1)),
                conference=meeting.conference,
            )
        )

    def _key(self) -> uuid.UUID:
        return uuid.UUID(int=self.rng.getrandbits(128), version=4)

    def _record(self, booking: Booking, signed_at: dt.datetime) -> MeetingRecord:
        late = self.rng.random() < RECORDS_LATE
        limit = usual("RECORD_WORKING_DAYS")
        taken = limit + self.rng.randint(*RECORDS_LATE_BY) if late else self.rng.randint(5, limit)
        sent = self.calendar.add(signed_at.date(), taken).due
        return self.rows.add(
            MeetingRecord(
                booking=booking,
                state=RecordState.SIGNED.value,
                working_well=self.rng.choice(texts.WORKING_WELL),
                worried_about=self.rng.choice(texts.WORRIED_ABOUT),
                family_view=self.rng.choice(texts.FAMILY_VIEW),
                saved_by=booking.chair,
                saved_at=signed_at,
                signed_by=booking.chair,
                signed_at=signed_at,
                sent_date=sent if sent < self.on else None,
                sent_by=self.support if sent < self.on else None,
                # The service keeps letters that a plan has ended since these days.
                owes_telling=signed_at.date() >= add_days(self.on, -CLOSING_SINCE),
            )
        )

    # ----- Who came ----------------------------------------------------------------------------------------

    def _attendance(self, record: MeetingRecord, meeting: PastMeeting) -> None:
        self._came(record, meeting.request.requested_by.full_name, "Social worker", SOCIAL_CARE)
        kinds = self._kinds(meeting)
        quorate = self.rng.random() >= NOT_QUORATE
        needed = usual("QUORUM_OTHER_AGENCIES") if quorate else 1
        for n, kind in enumerate(kinds):
            one = self.rng.choice(self.professionals[kind])
            there = n < needed or (quorate and self.rng.random() < 0.5)
            self._came(record, one.full_name, one.job_title, kind, THERE if there else NOT_THERE)
        if not quorate:
            record.inquorate_reason = texts.WENT_ON
        for person in self._adults(meeting)[:2]:
            there = self.rng.random() < FAMILY_THERE
            mode = AttendanceMode.IN_PERSON if there else AttendanceMode.ABSENT
            self._came(record, person.full_name, "Family", "", ((mode, 1),), person)

    def _came(
        self,
        record: MeetingRecord,
        name: str,
        role: str,
        kind: str,
        modes: tuple[tuple[AttendanceMode, float], ...] = THERE,
        person: Person | None = None,
    ) -> None:
        self.rows.add(
            Attendance(
                record=record,
                name=name,
                role=role,
                agency_kind=kind,
                person=person,
                is_family=person is not None,
                mode=pick(modes, self.rng).value,
            )
        )

    def _kinds(self, meeting: PastMeeting) -> list[str]:
        """Three of the services that know the family, the first two of which mostly come."""
        known = "POLICE", _who_knows(meeting), self.rng.choice(OTHERS)
        return self.rng.sample(known, len(known))

    def _adults(self, meeting: PastMeeting) -> list[Person]:
        """The grown-ups of all the children, each once, in a lasting order."""
        found = {person.pk: person for _, one in meeting.children for person in self.people[one.child_id]}
        return [found[pk] for pk in sorted(found)]

    # ----- Each child, and the letters ---------------------------------------------------------------------

    def _part(self, record: MeetingRecord, asked: RequestedChild, one: ConferenceChild) -> None:
        decision = one.decision
        ended = one.plan if decision.outcome == DecisionOutcome.PLAN_ENDS else None
        working_well, worried_about = texts.strengths_and_worries(_age(one), self.rng)
        voice = texts.voice(_age(one), self.rng)
        is_silent = _age(one) >= texts.SPEAKS_FROM and one.child_id % SILENT_ONE_IN == 0
        part = self.rows.add(
            ChildPart(
                record=record,
                requested_child=asked,
                voice=texts.SILENT if is_silent else voice,
                participation=texts.participation(_age(one), is_silent=is_silent),
                working_well=working_well,
                worried_about=worried_about,
                outcome=decision.outcome,
                category=decision.category,
                reasons=decision.reasons,
                end_reason=ended.end_reason if ended else "",
                step_down=ended.step_down if ended else "",
                saved_by=record.signed_by,
                saved_at=record.saved_at,
                conference_child=one,
            )
        )
        plan = self.plans.get(one.pk) or one.plan
        if decision.category and plan:
            self._action(part, plan, one.conference.held_date)

    def _action(self, part: ChildPart, plan: Plan, held: dt.date) -> None:
        what, who = self.rng.choice(texts.ACTIONS)
        by_date = self.calendar.add(held, self.rng.randint(8, 30)).due
        self.rows.add(PlanAction(part=part, plan=plan, what=what, who=who, by_date=by_date))

    def _letters(self, record: MeetingRecord, meeting: PastMeeting) -> None:
        """All on one day; those of a meeting of these days may not be made yet."""
        limit = usual("DECISION_LETTER_WORKING_DAYS")
        late = self.rng.random() < LETTERS_LATE
        taken = limit + self.rng.randint(*LATE_BY) if late else self.rng.randint(0, limit)
        sent = self.calendar.add(meeting.held, taken).due if taken else meeting.held
        if sent < self.on:
            for person in self._adults(meeting):
                self.rows.add(
                    Letter(
                        record=record,
                        person=person,
                        made_by=self.support,
                        made_at=record.saved_at,
                        sent_date=sent,
                        sent_by=self.support,
                    )
                )


def _age(one: ConferenceChild) -> int:
    """In whole years at the conference; below 0 before the birth."""
    born, held = one.child.birth_date, one.conference.held_date
    return age(born, held) if born and born <= held else -1


def _who_knows(meeting: PastMeeting) -> str:
    youngest = min(_age(one) for _, one in meeting.children)
    if youngest < 0:
        return "MIDWIFERY"
    return next((kind for below, kind in BY_AGE if youngest < below), "SCHOOL")
