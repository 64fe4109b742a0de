"""What is going on in the demo today: requests, meetings this week, records to finish, letters to send.

It is done as people do it, through the operations, on the days on which they would have done it.
"""

from __future__ import annotations

import datetime as dt
import uuid
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from random import Random
from typing import TypeVar

from conferences.demo import present_children, present_next, present_plans
from conferences.demo.copies import tell_in_confidence
from conferences.demo.present_sittings import agreed, out_of_time
from conferences.demo.present_thinking import go_without, hold_with_an_action
from conferences.models import (
    Booking,
    ChildPart,
    ConferenceNeed,
    Consultation,
    Enquiry,
    Plan,
    Request,
    Room,
    ThinkingTime,
)
from conferences.operations import (
    consultations,
    duties,
    recording,
    recording_signing,
    requests,
    scheduling,
)
from conferences.operations.consultations import AccountWords, ChildWords
from conferences.operations.consultations_deciding import ChildAnswer, decide
from conferences.operations.requests import ChildAsk
from conferences.queries.clocks import clocks
from conferences.queries.thinking_time import unthought
from conferences.rules.consultations import UNANSWERED, Answer
from conferences.rules.deadlines import Code
from conferences.rules.vocabulary import ConferenceKind
from conferences.rules.workflow import OPEN_REQUESTS, LateReason
from safeguarding.clock import day_of
from safeguarding.models import Child, Person, User
from safeguarding.refusals import CONFLICT, Refused
from safeguarding.workingdays import Calendar, add_days

T = TypeVar("T")
WHY = "the demo's people go about their work"
# So many families whose review falls due soon have asked for it.
REVIEWS_ASKED = 6
# The hours of these meetings.
STARTS, ENDS = 10, 12


@dataclass(frozen=True)
class Cast:
    """The people the demo's present is told with."""

    lead: User
    support: User
    chairs: Sequence[User]
    minute_taker: User
    manager: User

    @classmethod
    def of_the_demo(cls) -> Cast:
        by_name = {user.email.partition("@")[0]: user for user in User.objects.filter(is_system=False)}
        chairs = [by_name[name] for name in ("chair", "chair2", "chair3", "chair4")]
        return cls(by_name["lead"], by_name["support"], chairs, by_name["support2"], by_name["teammanager"])


def unless_it_conflicts(act: Callable[[], T]) -> T | None:
    """What the operation gives; None where it does not fit what stands: a child is on a plan already.

    A right or a record that its person lacks is a fault of the demo and stops it.
    """
    try:
        return act()
    except Refused as refusal:
        if refusal.status != CONFLICT:
            raise
        return None


class Present:
    """Tells the last weeks up to this morning."""

    def __init__(self, on: dt.date, calendar: Calendar) -> None:
        self.on, self.calendar = on, calendar
        self.cast = Cast.of_the_demo()
        self.rng = Random(f"fableshire present {on}")
        self.rooms = list(Room.objects.order_by("pk"))
        # All meetings stand in the same hours: one a day has somebody to take its minutes.
        diary = self._diary()
        self.minuted = {day_of(one.starts_at) for one in diary if one.minute_taker_id}
        self.taken = {(day_of(one.starts_at), pair) for one in diary for pair in self._pairs(one)}

    has_waived = has_adjourned = False

    def _diary(self) -> Sequence[Booking]:
        """What stood in the diary lately in the hours in which these meetings are held."""
        lately = Booking.objects.unscoped(WHY).filter(starts_at__gte=self.moment(add_days(self.on, -14), 0))
        return [one for one in lately if one.starts_at.hour < ENDS and one.ends_at.hour >= STARTS]

    def _pairs(self, booking: Booking) -> list[int]:
        """The pairs of room and chair that a meeting leaves no time for."""
        pairs = enumerate(zip(self.rooms, self.cast.chairs, strict=True))
        return [n for n, pair in pairs if booking.room_id == pair[0].pk or booking.chair_id == pair[1].pk]

    def tell(self) -> None:
        asked = [self._ask(enquiries) for enquiries in self._families()]
        made = [request for request in asked if request is not None]
        replans_asked = [one for one in made if one.thinking_time.exists()]
        for at, request in enumerate(replans_asked):
            self._consult(request, at)
        # The oldest stays unscheduled and is late; the newest wait to be scheduled.
        booked = [
            self._book(request, at) for at, request in enumerate(made[1:-3] if len(made) > 5 else made[1:])
        ]
        self._think([booking for booking in booked if booking])
        self._reviews()
        duties.scan(on=self.on, at=self.moment(self.on, 7))

    def moment(self, day: dt.date, hour: int, minute: int = 0) -> dt.datetime:
        return dt.datetime.combine(day, dt.time(hour, minute), tzinfo=dt.UTC)

    def key(self) -> uuid.UUID:
        return uuid.UUID(int=self.rng.getrandbits(128), version=4)

    def _families(self) -> list[list[Enquiry]]:
        """The open enquiries that need a conference, by family, the oldest first; a child's latest only."""
        rows = (
            Enquiry.objects.unscoped(WHY)
            .filter(
                conference_need=ConferenceNeed.NEEDED, conferences__isnull=True, child__is_restricted=False
            )
            .filter(child__family__isnull=False, child__allocations__end_date__isnull=True)
            .select_related("child__family")
            .order_by("started_date", "pk")
        )
        families: dict[int, dict[int, Enquiry]] = defaultdict(dict)
        for enquiry in rows:
            families[enquiry.child.family_id or 0][enquiry.child_id] = enquiry
        return [list(children.values()) for children in families.values()]

    def _worker(self, child: Child) -> User | None:
        held = child.allocations.filter(end_date__isnull=True, worker__isnull=False).select_related("worker")
        first = held.first()
        return first.worker if first else None

    def _ask(self, enquiries: Sequence[Enquiry]) -> Request | None:
        worker = self._worker(enquiries[0].child)
        family = enquiries[0].child.family
        on = max(self.calendar.add(enquiry.started_date, 1).due for enquiry in enquiries)
        if worker is None or family is None or on > self.on:
            return None
        asks = [ChildAsk(one.child, ConferenceKind.INITIAL, enquiry=one) for one in enquiries]
        return unless_it_conflicts(
            lambda: requests.request_conference(
                form_key=self.key(),
                family=family,
                children=asks,
                reason="The invented enquiry found likely significant harm, and it goes on.",
                interim_safety="An invented aunt stays with the family until the conference.",
                by=worker,
                at=self.moment(on, 10),
            )
        )

    def _consult(self, request: Request, at: int) -> None:
        """In turn: one waits for the Strategic Lead, one for its account, one is agreed, one lacks a fact."""
        rows = Consultation.objects.unscoped(WHY).filter(requested_child__request=request)
        children = list(rows.select_related("within", "requested_child__request").order_by("pk"))
        day = self.calendar.add(day_of(request.requested_at), 1).due
        if not children or at % 4 == 1 or day > self.on:
            return
        consultations.give_account(
            consultations=children,
            words=AccountWords(
                why_now="The invented worry of the earlier plan has come back.",
                what_is_different="The family asked for help themselves this time.",
                what_else="A child in need plan, and a family group conference.",
                outcome_sought="A conference, with the support kept for longer.",
            ),
            of_children={
                one.pk: ChildWords("I want it to stay like it was in the summer.") for one in children
            },
            by=request.requested_by,
            at=self.moment(day, 11),
        )
        self._answer(children, at, self.calendar.add(day, 1).due)

    def _answer(self, children: Sequence[Consultation], at: int, day: dt.date) -> None:
        if at % 4 == 0 or day > self.on:
            return
        more = at % 4 == 3
        said = ChildAnswer(
            answer=Answer.MORE_INFORMATION if more else Answer.AGREE,
            reasons="The whole history was weighed, not the latest incident alone.",
            instead="What the school has seen since the last plan ended." if more else "",
            wanted_by_date=self.calendar.add(self.on, 2).due if more else None,
        )
        decide(
            consultations=children,
            answers={one.pk: said for one in children},
            by=self.cast.lead,
            at=self.moment(day, 15),
        )

    def _slot(self, day: dt.date) -> tuple[dt.date, int]:
        """A free half-day of one of the four pairs of room and chair, from a working day on."""
        while True:
            for pair in self.rng.sample(range(len(self.rooms)), len(self.rooms)):
                if (day, pair) not in self.taken and self.calendar.is_working_day(day):
                    self.taken.add((day, pair))
                    return day, pair
            day = self.calendar.add(day, 1).due

    def _book(self, request: Request, at: int) -> Booking | None:
        """In the diary for these days: three lately, one today, the others this week and next."""
        offset = (-4, -3, -1, 0, 1, 2, 3, 5, 6)[at % 9]
        day, pair = self._slot(self.calendar.add(self.on, offset).due if offset else self._today())
        asked = self.calendar.add(day_of(request.requested_at), 1).due
        if day <= asked:
            day, pair = self._slot(self.calendar.add(max(asked, self.on), 2).due)
        booking = self.book_at(request, day, pair, self.moment(min(asked, self.on), 9))
        if booking and day < self.on:
            is_finished = at % 2 == 0 and not self._waits(request)
            self.record(booking, finish=is_finished)
            if not is_finished and not self.has_adjourned:
                return self._adjourn(booking, pair)
        return booking

    def _adjourn(self, booking: Booking, pair: int) -> Booking:
        """One ran out of time, and goes on with the same chair in the same room."""
        self.has_adjourned = True
        day = self.calendar.add(self.on, 4).due
        while (day, pair) in self.taken:
            day = self.calendar.add(day, 1).due
        self.taken.add((day, pair))
        span, said = (self.moment(day, STARTS), self.moment(day, ENDS)), day_of(booking.starts_at)
        return out_of_time(booking, *span, self.cast.manager, key=self.key(), at=self.moment(said, 15))

    def _waits(self, request: Request) -> bool:
        """Whether a consultation is undecided: no plan of this council begins before it is decided."""
        raised = Consultation.objects.unscoped(WHY).filter(requested_child__request=request)
        return raised.filter(state__in=UNANSWERED).exists()

    def _today(self) -> dt.date:
        return self.on if self.calendar.is_working_day(self.on) else self.calendar.add(self.on, 1).due

    def book_at(self, request: Request, day: dt.date, pair: int, at: dt.datetime) -> Booking | None:
        late = agreed(request, day, LateReason.INTERPRETER, self.cast.manager, self.cast.chairs[pair])
        taker = None if day in self.minuted else self.cast.minute_taker
        self.minuted.add(day)
        return unless_it_conflicts(
            lambda: scheduling.book(
                form_key=self.key(),
                request=request,
                room=self.rooms[pair],
                chair=self.cast.chairs[pair],
                starts_at=self.moment(day, STARTS),
                ends_at=self.moment(day, ENDS),
                late=late,
                minute_taker=taker,
                by=self.cast.support,
                at=at,
            )
        )

    def _think(self, bookings: Sequence[Booking]) -> None:
        """Every second meeting that asks for it has had its thinking time."""
        for at, booking in enumerate(bookings):
            day = self.calendar.add(day_of(booking.booked_at), 1).due
            if at % 2 or day > self.on or day > day_of(booking.starts_at):
                continue
            for session in unthought(booking):
                self._hold(session, booking.chair, day)

    def _hold(self, session: ThinkingTime, chair: User, day: dt.date) -> None:
        hold_with_an_action(session, chair, self.moment(day, 16), self.calendar.add(self.on, 5).due)

    def _think_first(self, booking: Booking) -> None:
        """Before a record is signed: the first went on without, by a waiver; the others did not."""
        day = min(self.calendar.add(day_of(booking.booked_at), 1).due, day_of(booking.starts_at))
        for session in unthought(booking):
            if self.has_waived:
                self._hold(session, booking.chair, day)
                continue
            self.has_waived = True
            go_without(session, booking.chair, self.cast.lead, self.moment(day, 8))

    def record(self, booking: Booking, *, finish: bool) -> None:
        """A meeting held lately: its record begun, or signed with the letters still to send."""
        if finish:
            self._think_first(booking)
        at, chair = self.moment(day_of(booking.starts_at), 14), booking.chair
        record = recording.open_record(booking=booking, by=chair, at=at)
        record = recording.save_common(
            record=record,
            version=record.version,
            values={
                "what_happened": "The children were alone on three evenings, and the police came.",
                "who_affected": "The children, who could not sleep.\nEdith: They are tired in class.",
                "working_well": "The invented grandparents help each weekend, and school is steady.",
                "worried_about": "Nobody has known where the children were on three evenings.",
                "family_view": "We want one worker, and fewer people telling us different things.",
                "must_change": "An adult whom the children know is at home every evening.",
                "family_will": "The invented grandparents come on the evenings when both parents work.",
                "support_asked": "One worker who rings before a visit.",
            },
            attendances=self._attendance(booking),
            by=chair,
            at=at,
        )
        rows = ChildPart.objects.unscoped(WHY).filter(record=record)
        for part in list(rows.select_related("requested_child__child"))[: None if finish else -1]:
            self._part(part, chair, at)
        tell_in_confidence(record, chair, at)
        present_next.leave_next(record, chair, at)
        if finish:
            recording_signing.sign(record=record, by=chair, at=at)

    def _attendance(self, booking: Booking) -> list[recording.Attendee]:
        family = Person.objects.unscoped(WHY).filter(family=booking.request.family_id)[:2]
        people = [recording.Attendee(one.full_name, "Family", "", "IN_PERSON", person=one) for one in family]
        return [
            recording.Attendee(
                booking.request.requested_by.full_name, "Social worker", "SOCIAL_CARE", "IN_PERSON"
            ),
            recording.Attendee("Edith Chalkdust", "Headteacher", "SCHOOL", "IN_PERSON"),
            recording.Attendee("Petra Truncheon", "Detective sergeant", "POLICE", "VIDEO"),
            *people,
        ]

    def _part(self, part: ChildPart, chair: User, at: dt.datetime) -> None:
        child, review = part.requested_child.child, part.requested_child.plan
        values = {
            "voice": present_children.voice(child, self.on),
            "agency_views": "Edith: A plan is needed, as the mornings have not changed.",
            "scores": "Edith: 4, school is steady and the evenings are not.\nPetra: 3, the calls go on.",
            "participation": present_children.participation(child, day_of(at)),
            "outcome": "PLAN_CONTINUES" if review else "PLAN_BEGINS",
            "category": review.latest_category if review else "NEG",
            "reasons": "Neglect is likely to go on without a plan that all of us carry.",
        }
        by_date = self.calendar.add(day_of(at), 10).due
        lines = present_plans.plan_lines(day_of(at), by_date)
        recording.save_part(part=part, version=part.version, values=values, **lines, by=chair, at=at)

    def _reviews(self) -> None:
        """The next reviews that fall due are asked for and in the diary before their day."""
        plans = (
            Plan.objects.unscoped(WHY)
            .filter(end_date__isnull=True, held_for_other_authority=False, child__is_restricted=False)
            .filter(child__family__isnull=False)
            .exclude(requested__request__state__in=OPEN_REQUESTS)
            .select_related("child__family")
            .order_by("pk")
        )
        due = {one.subject: one.due for one in clocks([Code.HOLD_REVIEW]) if one.is_open(self.on) and one.due}
        soon = [(due[plan.pk], plan.pk, plan) for plan in plans if plan.pk in due]
        window = [row for row in sorted(soon) if self.on < row[0] <= add_days(self.on, 14)]
        families: dict[int, list[Plan]] = defaultdict(list)
        for _, _, plan in window:
            families[plan.child.family_id or 0].append(plan)
        for siblings in list(families.values())[:REVIEWS_ASKED]:
            self._review(siblings)

    def _review(self, plans: Sequence[Plan]) -> None:
        worker, family = self._worker(plans[0].child), plans[0].child.family
        if worker is None or family is None:
            return
        on = self.calendar.add(self.on, -6).due
        request = unless_it_conflicts(
            lambda: requests.request_conference(
                form_key=self.key(),
                family=family,
                children=[ChildAsk(plan.child, ConferenceKind.REVIEW, plan=plan) for plan in plans],
                reason="The review conference falls due.",
                interim_safety="",
                by=worker,
                at=self.moment(on, 10),
            )
        )
        if request is None:
            return
        day, pair = self._slot(self.calendar.add(min(c.due_date for c in request.children.all()), -1).due)
        self.book_at(request, day, pair, self.moment(self.calendar.add(on, 1).due, 9))


def tell_present(on: dt.date, calendar: Calendar) -> None:
    """Tell what is going on on a day. To be called within the demo's transaction."""
    Present(on, calendar).tell()
