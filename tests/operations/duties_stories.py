"""How each deadline comes to run for a child of a team, and what meets it: a story a row."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Callable
from typing import Any

from conferences.models import MeetingRecord
from conferences.rules.deadlines import Code
from tests import factories as make

DAY = dt.date(2018, 4, 9)
Meets = Callable[[dt.date], object]


def morning(day: dt.date) -> dt.datetime:
    return dt.datetime.combine(day, dt.time(9), tzinfo=dt.UTC)


def at_night(day: dt.date) -> dt.datetime:
    return dt.datetime.combine(day, dt.time(2), tzinfo=dt.UTC)


def booking_of(request: Any, day: dt.date, **fields: Any) -> Any:
    ends = morning(day) + dt.timedelta(hours=2)
    return make.BookingFactory(request=request, starts_at=morning(day), ends_at=ends, **fields)


class Unit:
    """A child of a team, and one of each who may be told."""

    def __init__(self) -> None:
        self.team, self.child = make.TeamFactory(), make.ChildFactory()
        self.people = {
            role: make.UserFactory(role=role, team=self.team if role in OF_TEAMS else None)
            for role in [*OF_TEAMS, "BUSINESS_SUPPORT", "STRATEGIC_LEAD", "MANAGER", "CHAIR"]
        }
        make.AllocationFactory(child=self.child, team=self.team, worker=self.people["SOCIAL_WORKER"])

    def asked(self, **fields: Any) -> Any:
        """A request of the child's own worker."""
        values: dict[str, Any] = {"enquiry__started_date": DAY, "request__requested_at": morning(DAY)}
        values |= {"request__requested_by": self.people["SOCIAL_WORKER"], **fields}
        if values.get("enquiry", True) is None or "enquiry" in values:
            values.pop("enquiry__started_date")
        return make.RequestedChildFactory(child=self.child, **values)


OF_TEAMS = ("SOCIAL_WORKER", "TEAM_MANAGER")


def request_conference(unit: Unit) -> Meets:
    enquiry = make.EnquiryFactory(child=unit.child, started_date=DAY)
    return lambda day: unit.asked(enquiry=enquiry, request__requested_at=morning(day))


def hold_conference(unit: Unit) -> Meets:
    asked = unit.asked()
    return lambda day: make.ConferenceChildFactory(child=unit.child, enquiry=asked.enquiry, held_date=day)


def transfer(unit: Unit) -> Any:
    return make.TransferInFactory(child=unit.child, notified_date=DAY)


def request_transfer_in(unit: Unit) -> Meets:
    arrival = transfer(unit)
    kind = {"kind": "TRANSFER_IN", "enquiry": None, "transfer_in": arrival}
    return lambda day: unit.asked(**kind, request__requested_at=morning(day))


def hold_transfer_in(unit: Unit) -> Meets:
    arrival = transfer(unit)
    unit.asked(kind="TRANSFER_IN", enquiry=None, transfer_in=arrival)
    meets = {"child": unit.child, "enquiry": None, "transfer_in": arrival, "kind": "TRANSFER_IN"}
    return lambda day: make.ConferenceChildFactory(**meets, held_date=day)


def request_review(unit: Unit) -> Meets:
    plan = make.PlanFactory(child=unit.child, start_date=dt.date(2018, 3, 1))
    kind = {"kind": "REVIEW", "plan": plan, "enquiry": None}
    return lambda day: unit.asked(**kind, request__requested_at=morning(day))


def hold_review(unit: Unit) -> Meets:
    plan = make.PlanFactory(child=unit.child, start_date=dt.date(2018, 3, 1))
    unit.asked(kind="REVIEW", plan=plan, enquiry=None)
    return lambda day: make.ReviewFactory(plan=plan, child=unit.child, held_date=day)


def review_after_birth(unit: Unit) -> Meets:
    type(unit.child).every.filter(pk=unit.child.pk).update(birth_date=DAY)
    return hold_review(unit)


def begun(unit: Unit) -> Any:
    """A plan that began at a conference recorded here."""
    at = make.ConferenceChildFactory(child=unit.child, held_date=DAY)
    plan = make.PlanFactory(child=unit.child, begun_at=at, start_date=DAY)
    record = make.MeetingRecordFactory(booking=booking_of(unit.asked().request, DAY))
    part = {"conference_child": at, "saved_by": make.UserFactory(), "saved_at": morning(DAY)}
    record.parts.create(requested_child=record.booking.request.children.get(), **part)
    return plan


def hold_first_core_group(unit: Unit) -> Meets:
    plan = begun(unit)
    return lambda day: make.CoreGroupFactory(plan=plan, held_date=day)


def hold_core_group(unit: Unit) -> Meets:
    plan = begun(unit)
    make.CoreGroupFactory(plan=plan, held_date=DAY)
    return lambda day: make.CoreGroupFactory(plan=plan, held_date=day)


def schedule_request(unit: Unit) -> Meets:
    asked = unit.asked()
    return lambda day: booking_of(asked.request, day + dt.timedelta(3), booked_at=morning(day))


def invite(unit: Unit) -> Meets:
    """Somebody is on the list of a meeting two months away, and nobody has invited them."""
    request, at = unit.asked().request, morning(DAY)
    booking_of(request, DAY + dt.timedelta(days=61), booked_at=at)
    one = make.InvitationFactory(request=request, put_on_at=at, told_at=at)

    def tell(day: dt.date) -> None:
        invited = {"channel": "LETTER", "invited_date": day, "told_at": morning(day)}
        type(one).every.filter(pk=one.pk).update(**invited)

    return tell


def listed(unit: Unit, **fields: Any) -> Any:
    """A school that is asked for its report, on the list of a meeting a month away. The council has set these
    days so far before the meeting, which ends them, that one that is late is passed up.
    """
    days = {"REPORT_TO_UNIT_INITIAL": 11, "REPORT_TO_FAMILY_INITIAL": 11, "QUORUM_ANSWER": 5, "CONTACT": 10}
    for key, number in days.items():
        make.PolicySettingFactory(key=f"{key}_WORKING_DAYS", value=str(number), effective_date=DAY)
    request, at = unit.asked().request, morning(DAY)
    booking_of(request, DAY + dt.timedelta(days=30), booked_at=at, chair=unit.people["CHAIR"])
    return make.InvitationFactory(request=request, put_on_at=at, told_at=at, **fields)


def chase_reports(unit: Unit) -> Meets:
    one = listed(unit)
    return lambda day: type(one).every.filter(pk=one.pk).update(**came(day))


def came(day: dt.date) -> dict[str, Any]:
    return {"received_date": day, "told_at": morning(day)}


def share_reports(unit: Unit) -> Meets:
    """Of two parents on the list, one is shown the report, and later the other."""
    one, at = listed(unit, received_date=DAY), morning(DAY)
    of = {"request": one.request, "agency_kind": "", "is_report_asked": False, "put_on_at": at, "told_at": at}
    mother, father = (make.InvitationFactory(name=f"{who} Exemplar", **of) for who in ("Mother", "Father"))
    make.ReportShowingFactory(invitation=one, reader=mother, shown_date=DAY, told_at=at)
    return lambda day: make.ReportShowingFactory(
        invitation=one, reader=father, shown_date=day, told_at=morning(day)
    )


def answer_quorum(unit: Unit) -> Meets:
    one = listed(unit)
    booking = one.request.bookings.get()
    return lambda day: make.QuorumChoiceFactory(booking=booking, told_at=morning(day))


def speak_before(unit: Unit) -> Meets:
    """Somebody of the family is on the list of a meeting a month away; no child is of an age to be asked."""
    make.PolicySettingFactory(key="CHILD_LETTER_FROM_AGE", value="18", effective_date=DAY)
    one = listed(unit, name="Mother Exemplar", agency_kind="", is_report_asked=False)
    return lambda day: make.FamilyContactFactory(
        request=one.request, invitation=one, contact_date=day, told_at=morning(day)
    )


def tell_excluded(unit: Unit) -> Meets:
    """A chair is asked to exclude somebody from a meeting two months away, and nobody has decided."""
    request, at = unit.asked().request, morning(DAY)
    meeting = booking_of(request, DAY + dt.timedelta(days=61), booked_at=at)
    one = make.ExclusionFactory(request=request, put_at=at, asked_date=DAY)

    def decide(day: dt.date) -> None:
        decided = {"decided_by": meeting.chair, "decided_at": morning(day), "reasons": "Not needed"}
        type(one).every.filter(pk=one.pk).update(answer="NOT", **decided)

    return decide


def book_new_date(unit: Unit) -> Meets:
    asked = unit.asked()
    ended = booking_of(asked.request, DAY, undecided=True)
    # What came after it came into the diary after it.
    return lambda day: booking_of(
        asked.request, day + dt.timedelta(3), chair=ended.chair, booked_at=morning(day)
    )


def consulted(unit: Unit, **account: Any) -> Any:
    decide_by = dt.date(2018, 4, 17)
    raised = {"raised_at": morning(DAY), "decide_by_date": decide_by}
    return make.ConsultationFactory(requested_child=unit.asked(), **raised, **account)


def account(unit: Unit, day: dt.date) -> dict[str, Any]:
    words = {"why_now": "x", "what_is_different": "y"}
    return {"state": "ASKED", "asked_by": unit.people["SOCIAL_WORKER"], "asked_at": morning(day), **words}


def give_account(unit: Unit) -> Meets:
    one = consulted(unit)
    return lambda day: type(one).every.filter(pk=one.pk).update(**account(unit, day))


def decide_consultation(unit: Unit) -> Meets:
    one = consulted(unit, **account(unit, DAY))
    return lambda day: make.ConsultationAnswerFactory(consultation=one, answered_at=morning(day))


def ask_agreed(unit: Unit) -> Meets:
    """Agreed a while after its request had been withdrawn."""
    lead, begun = unit.people["STRATEGIC_LEAD"], morning(DAY)
    ended = {"state": "WITHDRAWN", "withdrawn_by": lead, "withdrawn_reason": "An aunt."}
    ended |= {"withdrawn_at": begun - dt.timedelta(days=1)}
    before = {"history_checked_at": begun - dt.timedelta(days=2)}
    asked = unit.asked(**{f"request__{name}": value for name, value in ended.items()}, **before)
    one = make.ConsultationFactory(requested_child=asked, **account(unit, DAY))
    make.ConsultationAnswerFactory(consultation=one, answered_by=lead, answered_at=begun)
    return lambda day: unit.asked(
        enquiry=asked.enquiry, request__requested_at=morning(day), history_checked_at=morning(day)
    )


def meet_condition(unit: Unit) -> Meets:
    answer = make.ConsultationAnswerFactory(
        consultation=consulted(unit, **account(unit, DAY)),
        answered_by=unit.people["STRATEGIC_LEAD"],
        answered_at=morning(DAY),
    )
    day = dt.date(2018, 4, 20)
    one = make.ConsultationConditionFactory(answer=answer, owner=unit.people["SOCIAL_WORKER"], due_date=day)
    closed = {"closed_by": unit.people["SOCIAL_WORKER"]}
    return lambda day: (
        type(one).every.filter(pk=one.pk).update(met_date=day, closed_at=morning(day), **closed)
    )


def review_support(unit: Unit) -> Meets:
    way = {"act": uuid.uuid4(), "way": "NAMED_SUPPORT", "lead": unit.people["SOCIAL_WORKER"]}
    answer = make.ConsultationAnswerFactory(
        consultation=consulted(unit, **account(unit, DAY)),
        answer="ANOTHER_WAY",
        instead="A child in need plan.",
        review_date=dt.date(2018, 5, 9),
        answered_by=unit.people["STRATEGIC_LEAD"],
        answered_at=morning(DAY),
        **way,
    )
    return lambda day: make.SupportReviewFactory(answer=answer, held_date=day)


def second_opinion(unit: Unit) -> Meets:
    answer = make.ConsultationAnswerFactory(
        consultation=consulted(unit, **account(unit, DAY)),
        answered_by=unit.people["STRATEGIC_LEAD"],
        answered_at=morning(DAY),
    )
    one = make.SecondOpinionFactory(answer=answer, reader=unit.people["MANAGER"])
    given = {"opinion": "AGREE", "words": "It has come back.", "knew": False}
    given |= {"given_by": unit.people["MANAGER"]}
    return lambda day: type(one).every.filter(pk=one.pk).update(**given, given_at=morning(day))


def hold_thinking_time(unit: Unit) -> Meets:
    asked = unit.asked()
    booking_of(asked.request, dt.date(2018, 4, 24), chair=unit.people["CHAIR"])
    one = make.ThinkingTimeFactory(request=asked.request, raised_at=morning(DAY))
    held = {"state": "HELD", "chair": unit.people["CHAIR"], "minutes": 60}
    return lambda day: type(one).every.filter(pk=one.pk).update(**held, held_date=day)


def do_action(unit: Unit) -> Meets:
    asked, who = unit.asked(), unit.people["CHAIR"]
    held = {"state": "HELD", "chair": who, "minutes": 60, "held_date": DAY}
    session = make.ThinkingTimeFactory(request=asked.request, raised_at=morning(DAY), **held)
    of = {"session": session, "added_by": who, "added_at": morning(DAY)}
    one = make.ThinkingActionFactory(**of, owner=who, owner_words="", due_date=dt.date(2018, 4, 24))
    closed = {"closed_by": who}
    return lambda day: (
        type(one).every.filter(pk=one.pk).update(done_date=day, closed_at=morning(day), **closed)
    )


def met(unit: Unit, **record: Any) -> Any:
    """A meeting of the child on the day, and its record."""
    booking = booking_of(unit.asked().request, DAY, chair=unit.people["CHAIR"])
    return make.MeetingRecordFactory(booking=booking, **record)


def signed(unit: Unit, day: dt.date) -> dict[str, Any]:
    return {"state": "SIGNED", "signed_by": unit.people["CHAIR"], "signed_at": morning(day)}


def finish_record(unit: Unit) -> Meets:
    record = met(unit)

    def sign(day: dt.date) -> None:
        make.hold(record.booking)
        type(record).every.filter(pk=record.pk).update(**signed(unit, day))

    return sign


def send_letters(unit: Unit) -> Meets:
    record = met(unit, **signed(unit, DAY))
    return lambda day: make.LetterFactory(record=record, sent_by=unit.people["CHAIR"], sent_date=day)


def send_record(unit: Unit) -> Meets:
    record = met(unit, **signed(unit, DAY))
    sent = {"sent_by": unit.people["CHAIR"]}
    return lambda day: type(record).every.filter(pk=record.pk).update(**sent, sent_date=day)


def send_closing(unit: Unit) -> Meets:
    ended(unit)
    record = MeetingRecord.objects.unscoped("test").get(parts__requested_child__child=unit.child)
    return lambda day: type(record).every.filter(pk=record.pk).update(closing_date=day)


def send_again(unit: Unit) -> Meets:
    """Something was sent to the child's mother, and put right on the day."""
    record = met(unit, **signed(unit, DAY), again_since=DAY)
    asked = record.booking.request.children.get()
    make.ChildPartFactory(record=record, requested_child=asked)
    make.RelationshipFactory(child=unit.child)
    return lambda day: type(record).every.filter(pk=record.pk).update(again_date=day)


def give_own_version(unit: Unit) -> Meets:
    """A child who is old enough, of a record that owes them their own version; none can be given."""
    type(unit.child).every.filter(pk=unit.child.pk).update(birth_date=dt.date(2008, 1, 1))
    record = met(unit, **signed(unit, DAY), owes_own=True)
    part = make.ChildPartFactory(record=record, requested_child=record.booking.request.children.get())
    return lambda day: make.OwnVersionFactory(part=part, none_at=morning(day))


def ended(unit: Unit) -> Any:
    """A plan that a record signed here ended."""
    plan = make.PlanFactory(
        child=unit.child, start_date=dt.date(2018, 2, 1), end_date=DAY, end_reason="RISK_REDUCED"
    )
    asked = unit.asked(kind="REVIEW", plan=plan, enquiry=None)
    at = make.ReviewFactory(plan=plan, child=unit.child, held_date=DAY)
    ends = {"outcome": "PLAN_ENDS", "end_reason": "RISK_REDUCED"}
    record = make.MeetingRecordFactory(booking=booking_of(asked.request, DAY), **signed(unit, DAY))
    make.ChildPartFactory(record=record, requested_child=asked, conference_child=at, **ends)
    return plan


def end_plan(unit: Unit) -> Meets:
    """The child left the country, and somebody asked that the plan ends."""
    plan = make.PlanFactory(child=unit.child, start_date=dt.date(2018, 2, 1))
    event = make.LifeEventFactory(child=unit.child, day=DAY)
    ending = make.PlanEndingFactory(plan=plan, event=event, end_date=DAY)

    def confirm(day: dt.date) -> None:
        confirmed = {"outcome": "CONFIRMED", "closed_at": morning(day), "closed_by": make.UserFactory()}
        type(ending).every.filter(pk=ending.pk).update(**confirmed)
        type(plan).every.filter(pk=plan.pk).update(end_date=DAY, end_reason="LEFT_UK")

    return confirm


def first_follow_up(unit: Unit) -> Meets:
    plan = ended(unit)
    return lambda day: make.FollowUpFactory(plan=plan, which="FIRST", held_date=day)


def second_follow_up(unit: Unit) -> Meets:
    plan = ended(unit)
    return lambda day: make.FollowUpFactory(plan=plan, which="SECOND", held_date=day)


def third_follow_up(unit: Unit) -> Meets:
    plan = ended(unit)
    return lambda day: make.FollowUpFactory(plan=plan, which="THIRD", held_date=day)


STORIES: dict[Code, Callable[[Unit], Meets]] = {
    code: globals()[code.lower()] for code in Code if code.lower() in globals()
}
# How many working days late one is looked at for the last time: five, but where its meeting ends it by then.
LAST_LATE = {Code.ANSWER_QUORUM: 1}
