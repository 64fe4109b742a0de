"""What each local limit that is read changes, asked of the code that reads it: one effect a limit.

An effect is asked for a day and gives whatever can be compared. Its writes are undone by who asks.
"""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import Decimal

from conferences.figures.performance import facts as performance
from conferences.figures.performance_tiles import tiles
from conferences.forms.feedback import SlipsForm
from conferences.models import Booking, Consultation, FeedbackCode, LookUp, MeetingRecord, ThinkingRequirement
from conferences.operations.consultations_guards import review_day_problems, work_day_problems
from conferences.operations.consultations_rules import raise_by_rule
from conferences.operations.consultations_second_reader import draw
from conferences.operations.copies import make_copies
from conferences.operations.duties import scan
from conferences.operations.feedback import print_slips
from conferences.operations.feedback_ends import sweep
from conferences.operations.invitations_links import new_door
from conferences.operations.look_ups import look_up
from conferences.operations.notices_messages import write_messages
from conferences.operations.requests_history import check_history
from conferences.operations.scheduling_holds import hold_slot
from conferences.operations.thinking_time_raising import require_by_rule
from conferences.queries.clocks import clocks
from conferences.queries.core_groups import next_due
from conferences.queries.duties_duty import put_off_limit
from conferences.queries.feedback import smallest_over_time
from conferences.queries.feedback_texts import languages_offered
from conferences.queries.follow_ups import to_come
from conferences.queries.invitations_letters import letters_in_hand
from conferences.queries.letters import challengeable_until, letter_facts
from conferences.queries.measures import figures
from conferences.queries.readiness import boards
from conferences.queries.recording import endings_on, quoracy_of, scale_on
from conferences.queries.recording_next import is_late_forbidden
from conferences.queries.scheduling import choices
from conferences.queries.scheduling_capacity import year_ahead
from conferences.queries.scheduling_days import births_before, days_around
from conferences.rules.deadlines import Code
from conferences.rules.feedback import Giver, Wave, quarter_of
from conferences.rules.figures import Figure
from conferences.rules.follow_ups import Which
from conferences.rules.measures_catalogue import MEASURES
from conferences.rules.published import POPULATION
from conferences.views.feedback import answer_from
from safeguarding.access.operations import grant
from safeguarding.bankholidays import england
from safeguarding.clock import day_of
from safeguarding.drafts.queries import kept_days, last_day
from safeguarding.policy.role_words import WORD_FOR
from safeguarding.policy.words import role_words
from safeguarding.refusals import Problem, Refused
from safeguarding.rights import Role
from safeguarding.second_person.closing import last_day as last_day_to_confirm
from safeguarding.wording import LONDON
from safeguarding.workingdays import Period, add_days, add_months
from tests.cast import person
from tests.factories import (
    AllocationFactory,
    BenchmarkFigureFactory,
    BookingFactory,
    BookingMoveFactory,
    ChildFactory,
    ChildPartFactory,
    ConferenceChildFactory,
    ConsultationAnswerFactory,
    ConsultationDissentFactory,
    ConsultationFactory,
    CoreGroupFactory,
    DutyFactory,
    EnquiryFactory,
    ExclusionFactory,
    FamilyContactFactory,
    FeedbackAnswerFactory,
    InvitationFactory,
    LetterFactory,
    MeetingRecordFactory,
    NoticeFactory,
    PlanFactory,
    PolicySettingFactory,
    RelationshipFactory,
    ReportChaseFactory,
    RequestedChildFactory,
    RequestFitFactory,
    ReviewFactory,
    RoomFactory,
    SecondOpinionFactory,
    UserFactory,
)
from tests.papers import WRITE_COPY
from tests.words import words_read_anew

Effect = Callable[[dt.date], object]


@dataclass(frozen=True)
class Changed:
    """A value other than the default, and the effect that it must have."""

    value: str
    effect: Effect


def noon(on: dt.date) -> dt.datetime:
    return dt.datetime.combine(on, dt.time(12), tzinfo=dt.UTC)


def meeting(on: dt.date) -> Booking:
    """A meeting about an unborn child and about a child whose plan is reviewed."""
    booking: Booking = BookingFactory(starts_at=noon(on), ends_at=noon(on) + dt.timedelta(hours=2))
    unborn = ChildFactory(unborn=True, family_name="Testington", family=booking.request.family)
    RequestedChildFactory(request=booking.request, child=unborn)
    plan = PlanFactory(child__family=booking.request.family)
    RequestedChildFactory(
        request=booking.request, child=plan.child, kind="REVIEW", enquiry=None, plan=plan, due_rule="R7"
    )
    return booking


def days_of_a_meeting(on: dt.date) -> object:
    return [(one.what, one.day, one.explanation) for one in days_around(meeting(on))]


def after_it_was_put_off(on: dt.date) -> object:
    move = BookingMoveFactory(
        booking=meeting(on + dt.timedelta(days=30)), from_starts_at=noon(on), reason="INQUORATE"
    )
    return days_around(move.booking)[-1].day


def signed(on: dt.date) -> MeetingRecord:
    booking = meeting(on)
    record: MeetingRecord = MeetingRecordFactory(
        booking=booking, state="SIGNED", signed_by=booking.chair, signed_at=noon(on)
    )
    return record


def due_after_a_meeting(on: dt.date) -> object:
    """As it stands a month later: what was due by the old limit stays so."""
    signed(on)
    return due_of(Code.SEND_LETTERS, Code.FINISH_RECORD, Code.SEND_RECORD)


def due_after_a_plan_ended(on: dt.date) -> object:
    record = signed(on)
    review = record.booking.request.children.get(kind="REVIEW")
    ended = {"outcome": "PLAN_ENDS", "reasons": "Nothing", "end_reason": "RISK_REDUCED"}
    ChildPartFactory(record=record, requested_child=review, **ended)
    return due_of(Code.SEND_CLOSING)


def due_again(on: dt.date) -> object:
    """Of something sent before and put right on the day."""
    MeetingRecord.objects.unscoped("test").filter(pk=signed(on).pk).update(again_since=on)
    return due_of(Code.SEND_AGAIN)


def due_of_own_versions(on: dt.date) -> object:
    record = signed(on)
    type(record).every.filter(pk=record.pk).update(owes_own=True)
    born = on - dt.timedelta(days=4000)
    child = ChildFactory(family=record.booking.request.family, birth_date=born)
    asked = RequestedChildFactory(request=record.booking.request, child=child)
    ChildPartFactory(record=record, requested_child=asked)
    return due_of(Code.GIVE_OWN_VERSION)


def due_of(*codes: Code) -> object:
    return [(clock.code, clock.due) for clock in clocks(codes)]


def due_after_an_enquiry(on: dt.date) -> object:
    EnquiryFactory(started_date=on)
    return due_of(Code.REQUEST_CONFERENCE)


def due_before_a_review(on: dt.date) -> object:
    PlanFactory(start_date=on - dt.timedelta(days=91))
    return due_of(Code.REQUEST_REVIEW)


def due_after_a_request(on: dt.date) -> object:
    RequestedChildFactory(request__requested_at=noon(on))
    return due_of(Code.SCHEDULE_REQUEST)


def due_of_invitations(on: dt.date) -> object:
    starts = noon(on + dt.timedelta(days=60))
    BookingFactory(booked_at=noon(on), starts_at=starts, ends_at=starts + dt.timedelta(hours=2))
    return due_of(Code.INVITE)


def told_in_invitations(on: dt.date) -> object:
    told = letters_in_hand(meeting(on).request).told
    assert told is not None  # The meeting is in the diary.
    return told.early, told.reach, dict(told.bands)


def link_until(on: dt.date) -> object:
    """Of a meeting on the day."""
    held = meeting(on)
    one = InvitationFactory(request=held.request)
    return new_door(one, held, str, one.put_on_by, noon(on)).until


def due_of_reports(on: dt.date) -> object:
    """Of a report that was late before it was chased on the day."""
    one = InvitationFactory(request=meeting(on + dt.timedelta(days=1)).request)
    ReportChaseFactory(invitation=one, chased_date=on, told_at=noon(on))
    return due_of(Code.CHASE_REPORTS)


def due_of_a_quorum(on: dt.date) -> object:
    meeting(on)
    return due_of(Code.ANSWER_QUORUM)


def due_of_an_exclusion(on: dt.date) -> object:
    starts = noon(on + dt.timedelta(days=60))
    meeting = BookingFactory(booked_at=noon(on), starts_at=starts, ends_at=starts + dt.timedelta(hours=2))
    ExclusionFactory(request=meeting.request, put_at=noon(on), asked_date=on)
    return due_of(Code.TELL_EXCLUDED)


def readiness_of_a_meeting(on: dt.date) -> object:
    """Of a meeting before which somebody of the unit tried twice to reach somebody of the family."""
    at = noon(on - dt.timedelta(days=30))
    starts, ends = noon(on), noon(on) + dt.timedelta(hours=2)
    meeting = BookingFactory(booked_at=at, starts_at=starts, ends_at=ends)
    mother = {"agency_kind": "", "is_report_asked": False, "put_on_at": at, "told_at": at}
    listed = InvitationFactory(request=meeting.request, **mother)
    tried = {"outcome": "FAILED", "maker": "SUPPORT", "contact_date": day_of(at), "told_at": at}
    FamilyContactFactory.create_batch(2, invitation=listed, **tried)
    parts = boards([meeting], day_of(at))[0].parts
    return [(one.part, one.state, (one.due - on).days) for one in parts]


def due_after_a_birth(on: dt.date) -> object:
    PlanFactory(child__birth_date=on, start_date=on - dt.timedelta(days=30))
    return due_of(Code.REVIEW_AFTER_BIRTH)


def due_after_a_death(on: dt.date) -> object:
    PlanFactory(child__death_date=on, start_date=on - dt.timedelta(days=30))
    return due_of(Code.END_PLAN)


def told_in_the_letter(on: dt.date) -> object:
    record = signed(on)
    return letter_facts(person("CHAIR"), LetterFactory(record=record), record).complaint


def quorum(on: dt.date) -> object:
    return quoracy_of([], on).needed


def ending_without_a_quorum(on: dt.date) -> object:
    return endings_on(on).without_quorum_forbidden


def ending_at_first_review(on: dt.date) -> object:
    return endings_on(on).at_first_review_forbidden


def date_after_the_last(on: dt.date) -> object:
    return is_late_forbidden(on)


def scale(on: dt.date) -> object:
    return scale_on(on)


def challenge(on: dt.date) -> object:
    return challengeable_until(MeetingRecord(sent_date=on))


def waits_for_release(on: dt.date) -> object:
    """Of a copy that is made that day of a record that was signed."""
    record = signed(on)
    tie = RelationshipFactory(child=record.booking.request.children.first().child)
    ChildPartFactory(
        record=record,
        requested_child=record.booking.request.children.get(child=tie.child),
        outcome="NO_PLAN",
        reasons="Nothing",
    )
    support = person("BUSINESS_SUPPORT")
    copies = make_copies(record=record, write=WRITE_COPY, by=support, at=noon(on))
    return [one.needs_release for one in copies]


def next_core_group(on: dt.date) -> object:
    return next_due(CoreGroupFactory(held_date=on).plan, on)


def follow_up_days(which: Which) -> Callable[[dt.date], object]:
    """By when a follow-up of a plan that ended on a day is due."""

    def due(on: dt.date) -> object:
        child = ChildFactory()
        plan = PlanFactory(child=child, start_date=add_days(on, -90), end_date=on, end_reason="RISK_REDUCED")
        asked = RequestedChildFactory(child=child, kind="REVIEW", enquiry=None, plan=plan, due_rule="R7")
        at = ConferenceChildFactory(child=child, kind="REVIEW", plan=plan, held_date=on)
        ChildPartFactory(
            record__booking__request=asked.request,
            requested_child=asked,
            conference_child=at,
            outcome="PLAN_ENDS",
            end_reason="RISK_REDUCED",
        )
        return to_come(plan)[which].date

    return due


def decide_by(on: dt.date) -> object:
    asked = RequestedChildFactory()
    PlanFactory(child=asked.child, start_date=dt.date(2015, 1, 5), end_date=dt.date(2016, 1, 5))
    check_history(asked, noon(on))
    return Consultation.objects.unscoped("test").get().decide_by_date


def by_rule(make: Callable[[dt.date], object]) -> Effect:
    """How many consultations are raised by rule on a day, after what is made as of it."""

    def effect(on: dt.date) -> object:
        make(on)
        return raise_by_rule(at=noon(on)).raised

    return effect


def looked_up(on: dt.date) -> object:
    """The months after which it is looked up how a child is whose plan ended on a day."""
    PlanFactory(start_date=add_months(on, -6), end_date=on)
    look_up(at=noon(add_months(on, 4)))
    return list(LookUp.objects.unscoped("what a limit changes").values_list("months", flat=True))


def in_two_months(asked: Callable[[dt.date, dt.date], list[Problem]]) -> Effect:
    """What is said of the first working day two months ahead."""

    def effect(on: dt.date) -> object:
        return asked(england().add(add_months(on, 2), 1).due, on)

    return effect


def reviewed_on(day: dt.date, on: dt.date) -> list[Problem]:
    return review_day_problems(day, "The review", "review_date", on)


def done_by(day: dt.date, on: dt.date) -> list[Problem]:
    return work_day_problems(day, "due_date", on)


def drawn(on: dt.date) -> object:
    """Whether a decision is drawn for a second opinion."""
    made = ConsultationAnswerFactory(answered_at=noon(on))
    return draw([made], noon(on)) is not None


def due_of_agreed(on: dt.date) -> object:
    """Of what was agreed after its request had been withdrawn."""
    ended = {"state": "WITHDRAWN", "withdrawn_at": noon(add_days(on, -1)), "withdrawn_reason": "An aunt."}
    asked = RequestedChildFactory(
        request__withdrawn_by=UserFactory(), **{f"request__{name}": value for name, value in ended.items()}
    )
    one = ConsultationFactory(requested_child=asked)
    ConsultationAnswerFactory(consultation=one, answered_at=noon(on))
    (clock,) = clocks([Code.ASK_AGREED], subjects=[one.pk])
    return clock.due


def due_of_second(on: dt.date) -> object:
    second = SecondOpinionFactory(answer__answered_at=noon(on))
    (clock,) = clocks([Code.SECOND_OPINION], subjects=[second.answer.consultation_id])
    return clock.due


def long_plan(on: dt.date) -> object:
    return CoreGroupFactory(plan__start_date=add_months(on, -15), held_date=on)


def unchanged_plan(on: dt.date) -> None:
    plan = CoreGroupFactory(plan__start_date=add_days(on, -200), held_date=on).plan
    for day in (add_days(on, -60), on):
        asked = RequestedChildFactory(child=plan.child, kind="REVIEW", enquiry=None, plan=plan, due_rule="R7")
        booking = BookingFactory(
            request=asked.request, starts_at=noon(day), ends_at=noon(day) + dt.timedelta(hours=2)
        )
        signed = {"state": "SIGNED", "signed_by": booking.chair, "signed_at": noon(on)}
        record = MeetingRecordFactory(booking=booking, **signed)
        held = ReviewFactory(plan=plan, conference=booking.conference)
        decided = {"outcome": "PLAN_CONTINUES", "category": "NEG"}
        ChildPartFactory(record=record, requested_child=asked, conference_child=held, **decided)


def baby(on: dt.date) -> object:
    family = PlanFactory(start_date=dt.date(2015, 1, 5), end_date=dt.date(2016, 1, 5)).child.family
    child = ChildFactory(family=family, birth_date=add_months(on, -10))
    return RequestedChildFactory(
        request__family=family, request__requested_at=noon(on), child=child, enquiry__started_date=on
    )


def emails(on: dt.date, hour: int) -> int:
    """How many e-mails are made of a notice that was owed the night before, at an hour in London."""
    at = dt.datetime.combine(on, dt.time(hour), tzinfo=LONDON)
    NoticeFactory(recipient=person("CHAIR"), owed_at=at - dt.timedelta(hours=12))
    return write_messages(at=at)


def emails_at_eight(on: dt.date) -> object:
    return emails(on, 8)


def emails_at_six(on: dt.date) -> object:
    return emails(on, 18)


def raised(on: dt.date) -> object:
    RequestedChildFactory(enquiry__started_date=on)
    return scan(on=on, at=noon(on)).raised


def band(on: dt.date) -> object:
    for key, value in (("BAND_CENTRE", "250"), ("BAND_WIDTH_PERCENT", "4")):
        PolicySettingFactory(key=key, value=value, effective_date=dt.date(2015, 4, 1))
    known = performance(Period.year_to(on)).band
    return known and known.words()


def against_targets(on: dt.date) -> object:
    period = Period.year_to(on)
    known = performance(period)
    half = {
        code: Figure(code, 1, 2, Decimal(50), MEASURES[code].unit, period, "Invented")
        for code in known.figures
    }
    return [tile.tag for tile in tiles(replace(known, figures=half), str)]


def compared_with(on: dt.date) -> object:
    for place, children in (("358", "50000"), ("355", "40000")):
        BenchmarkFigureFactory(
            geography="AUTHORITY", place=place, year=2019, measure=POPULATION, value=children
        )
    return figures(Period.year_to(on), ["rate_per_10000"])["rate_per_10000"].denominator


def named_for_two_months(on: dt.date) -> object:
    lead, until = person("STRATEGIC_LEAD"), on + dt.timedelta(days=60)
    try:
        grant(
            child=ChildFactory(restricted=True),
            user=person("CHAIR"),
            reason="An invented one",
            until=until,
            by=lead,
            at=noon(on),
        )
    except Refused as refusal:
        return refusal.sentence
    return "named"


def put_off_until(on: dt.date) -> object:
    return put_off_limit([DutyFactory()], on).last


def draft_kept(on: dt.date) -> object:
    return last_day(on, kept_days(on))


def lapses(on: dt.date) -> object:
    return last_day_to_confirm(noon(on))


def called(role: Role) -> Effect:
    def effect(on: dt.date) -> object:
        with words_read_anew():
            return role_words(role, on)

    return effect


def thinking_required(on: dt.date) -> object:
    """Of a child at its third plan, disputed; and of one under review, near nine months, often moved on."""
    consultation = ConsultationFactory(requested_child__recorded_previous_plans=2)
    ConsultationDissentFactory(consultation=consultation)
    plan = PlanFactory(start_date=add_days(on, -240))
    EnquiryFactory(child=plan.child, started_date=add_days(on, -20))
    for n in range(4):
        day = add_days(on, n - 30)
        AllocationFactory(child=plan.child, worker=UserFactory(), start_date=day, end_date=day)
    RequestedChildFactory(
        child=plan.child, kind="REVIEW", enquiry=None, plan=plan, due_date=add_days(on, 20), due_rule="R8"
    )
    require_by_rule(None, at=noon(on))
    rows = ThinkingRequirement.objects.unscoped("what a limit changes")
    return sorted(rows.values_list("trigger", "number"))


def times_wished_for(on: dt.date) -> object:
    """What the conference of a child of school age asks of its time."""
    asked = RequestedChildFactory(child__birth_date=dt.date(2010, 5, 2), enquiry__started_date=on)
    RequestFitFactory(request=asked.request)
    offered = choices(asked.request, person("BUSINESS_SUPPORT"), on=on, at=noon(on), calendar=england())
    return replace(offered.wish, known=frozenset(), takers=())


def sessions_of_the_year(on: dt.date) -> object:
    """What the weeks ahead hold with one chair and one room."""
    RoomFactory()
    person("CHAIR")
    return [week.supply.chairs for week in year_ahead(person("MANAGER"), on, england()).weeks]


def births_wished_for(on: dt.date) -> object:
    """From when and by when an unborn child has its conference."""
    child = {"birth_date": None, "expected_birth_date": add_days(on, 100)}
    asked = RequestedChildFactory(child=ChildFactory(**child), enquiry__started_date=on)
    found = births_before(asked.request, on)
    return found.first, found.until[0].day


def held_until(on: dt.date) -> object:
    chosen = {"room": RoomFactory(), "chair": person("CHAIR"), "starts_at": noon(add_days(on, 9))}
    held = hold_slot(**chosen, ends_at=noon(add_days(on, 10)), by=person("BUSINESS_SUPPORT"), at=noon(on))
    return held and held.until_at


def answered_from(on: dt.date) -> object:
    form = SlipsForm(
        {"giver": "PARENT", "wave": "LATER", **{f"held_{part}": getattr(on, part) for part in DATE}},
        languages=languages_offered(),
        back="",
    )
    form.is_valid()
    return answer_from(form, on)


DATE = ("day", "month", "year")


def slip_ends(on: dt.date) -> object:
    by = person("BUSINESS_SUPPORT")
    print_slips(giver=Giver.PARENT, wave=Wave.SOON, number=1, by=by, at=noon(on))
    return FeedbackCode.objects.values_list("ends_date", flat=True).last()


def answers_told(on: dt.date) -> object:
    """Six answers of the quarter before the day’s."""
    quarter = quarter_of(add_days(quarter_of(on), -1))
    FeedbackAnswerFactory.create_batch(6, quarter=quarter)
    smallest = smallest_over_time()
    return smallest(on) <= 6


def words_that_went(on: dt.date) -> object:
    FeedbackAnswerFactory(quarter=quarter_of(add_months(on, -18)), words="It was long.")
    return sweep(on=on)


EFFECTS = {
    "FEEDBACK_LATER_DAYS": Changed("21", answered_from),
    "FEEDBACK_CODE_MONTHS": Changed("6", slip_ends),
    "FEEDBACK_SMALLEST_SHOWN": Changed("10", answers_told),
    "FEEDBACK_WORDS_MONTHS": Changed("12", words_that_went),
    "REPORT_TO_UNIT_INITIAL_WORKING_DAYS": Changed("4", days_of_a_meeting),
    "REPORT_TO_UNIT_REVIEW_WORKING_DAYS": Changed("4", days_of_a_meeting),
    "REPORT_TO_FAMILY_INITIAL_WORKING_DAYS": Changed("4", days_of_a_meeting),
    "REPORT_TO_FAMILY_REVIEW_WORKING_DAYS": Changed("4", days_of_a_meeting),
    "QUORUM_OTHER_AGENCIES": Changed("3", quorum),
    "REPORT_LINK_DAYS": Changed("9", link_until),
    "INVITE_WORKING_DAYS": Changed("4", due_of_invitations),
    "INVITE_ARRIVE_EARLY_MINUTES": Changed("20", told_in_invitations),
    "CHAIR_REACHED_WORDS": Changed("by telephone, 01632 960000", told_in_invitations),
    "CHILD_LETTER_FROM_AGE": Changed("6", told_in_invitations),
    "CHILD_LETTER_SIDE_AGE": Changed("9", told_in_invitations),
    "CHILD_LETTER_FORM_AGE": Changed("13", told_in_invitations),
    "CHILD_LETTER_GROWN_AGE": Changed("17", told_in_invitations),
    "CHASE_REPORT_WORKING_DAYS": Changed("4", due_of_reports),
    "QUORUM_ANSWER_WORKING_DAYS": Changed("4", due_of_a_quorum),
    "EXCLUSION_TOLD_WORKING_DAYS": Changed("4", due_of_an_exclusion),
    "READY_WORKING_DAYS": Changed("4", readiness_of_a_meeting),
    "CONTACT_WORKING_DAYS": Changed("4", readiness_of_a_meeting),
    "CONTACT_TRIES": Changed("3", readiness_of_a_meeting),
    "CONTACT_BY": Changed("the chair alone", readiness_of_a_meeting),
    "ENDING_WITHOUT_QUORUM": Changed("forbidden", ending_without_a_quorum),
    "ENDING_AT_FIRST_REVIEW": Changed("forbidden", ending_at_first_review),
    "NEXT_DATE_AFTER_LAST_DAY": Changed("forbidden", date_after_the_last),
    "SCALE_QUESTION": Changed("How well does the child sleep", scale),
    "SCALE_LOWEST_WORDS": Changed("not at all", scale),
    "SCALE_HIGHEST_WORDS": Changed("all night", scale),
    "INQUORATE_NEW_DATE_WORKING_DAYS": Changed("5", after_it_was_put_off),
    "EXCLUSION_REQUEST_WORKING_DAYS": Changed("4", days_of_a_meeting),
    "PRE_BIRTH_CONFERENCE_MONTHS": Changed("2", days_of_a_meeting),
    "PRE_BIRTH_FROM_WEEK": Changed("20", births_wished_for),
    "PRE_BIRTH_UNTIL_WEEK": Changed("24", births_wished_for),
    "DECISION_LETTER_WORKING_DAYS": Changed("3", due_after_a_meeting),
    "OWN_VERSION_WORKING_DAYS": Changed("30", due_of_own_versions),
    "RECORD_WORKING_DAYS": Changed("20", due_after_a_meeting),
    "CLOSING_LETTER_WORKING_DAYS": Changed("10", due_after_a_plan_ended),
    "RECORD_CHALLENGE_WORKING_DAYS": Changed("5", challenge),
    "COMPLAINT_TO_WORDS": Changed("the unit, 1 Invented Row, telephone 01632 960000", told_in_the_letter),
    "COMPLAINT_FIRST": Changed("somebody else than the chair", told_in_the_letter),
    "SEND_AGAIN_WORKING_DAYS": Changed("9", due_again),
    "COPIES_RELEASED_BY_OTHERS": Changed("0", waits_for_release),
    "CONFERENCE_REQUEST_WORKING_DAYS": Changed("5", due_after_an_enquiry),
    "REVIEW_REQUEST_WORKING_DAYS": Changed("30", due_before_a_review),
    "SCHEDULE_REQUEST_WORKING_DAYS": Changed("5", due_after_a_request),
    "REVIEW_AFTER_BIRTH_WORKING_DAYS": Changed("10", due_after_a_birth),
    "FOLLOW_UP_FIRST_MONTHS": Changed("4", follow_up_days(Which.FIRST)),
    "FOLLOW_UP_SECOND_MONTHS": Changed("7", follow_up_days(Which.SECOND)),
    "FOLLOW_UP_THIRD_MONTHS": Changed("13", follow_up_days(Which.THIRD)),
    "PLAN_END_WORKING_DAYS": Changed("5", due_after_a_death),
    "CORE_GROUP_INTERVAL_WEEKS": Changed("4", next_core_group),
    "REPLAN_DECIDE_BY_WORKING_DAYS": Changed("5", decide_by),
    "SECOND_OPINION_SHARE_PERCENT": Changed("100", drawn),
    "AGREED_REQUEST_WORKING_DAYS": Changed("5", due_of_agreed),
    "SECOND_OPINION_WORKING_DAYS": Changed("5", due_of_second),
    "LONG_PLAN_CONSULTATION_MONTHS": Changed("18", by_rule(long_plan)),
    "UNCHANGED_REVIEWS_CONSULTATION": Changed("3", by_rule(unchanged_plan)),
    "NEW_BABY_CONSULTATION_MONTHS": Changed("0", by_rule(baby)),
    "SUPPORT_REVIEW_MONTHS": Changed("1", in_two_months(reviewed_on)),
    "AGREED_WORK_MONTHS": Changed("1", in_two_months(done_by)),
    "LOOK_UP_MONTHS": Changed("2, 4", looked_up),
    "THINK_EARLIER_PLANS": Changed("3", thinking_required),
    "THINK_PLAN_MONTHS": Changed("10, 15", thinking_required),
    "THINK_PLAN_EARLY_WEEKS": Changed("0", thinking_required),
    "THINK_WORKER_CHANGES": Changed("0", thinking_required),
    "THINK_DISAGREEMENTS": Changed("2", thinking_required),
    "THINK_INCIDENTS": Changed("2", thinking_required),
    "SCHEDULE_NOTICE_WORKING_DAYS": Changed("7", times_wished_for),
    "SCHEDULE_SLACK_WORKING_DAYS": Changed("4", times_wished_for),
    "CHAIR_TRAVEL_MINUTES": Changed("45", times_wished_for),
    "CHAIR_CONFERENCES_A_DAY": Changed("3", times_wished_for),
    "CHAIR_CONFERENCES_A_WEEK": Changed("1", sessions_of_the_year),
    "INTERPRETER_NOTICE_WORKING_DAYS": Changed("7", times_wished_for),
    "INTERPRETER_EXTRA_MINUTES": Changed("60", times_wished_for),
    "SCHOOL_HOURS_FROM": Changed("9", times_wished_for),
    "SCHOOL_HOURS_TO": Changed("16", times_wished_for),
    "SLOT_HOLD_MINUTES": Changed("20", held_until),
    "REMINDER_NOTICE_WORKING_DAYS": Changed("5", raised),
    "PUT_OFF_MONTHS": Changed("2", put_off_until),
    "EMAILS_FROM_HOUR": Changed("9", emails_at_eight),
    "EMAILS_UNTIL_HOUR": Changed("17", emails_at_six),
    "COMPLAINT_DAYS": Changed("14", told_in_the_letter),
    "BAND_CENTRE": Changed("300", band),
    "BAND_WIDTH_PERCENT": Changed("6", band),
    "BENCHMARK_AUTHORITY": Changed("355", compared_with),
    "TARGET_ICPC_IN_15_DAYS_PERCENT": Changed("40", against_targets),
    "TARGET_REVIEWS_ON_TIME_PERCENT": Changed("40", against_targets),
    "TARGET_REPEAT_PLANS_PERCENT": Changed("60", against_targets),
    "TARGET_OPEN_TWO_YEARS_PERCENT": Changed("60", against_targets),
    "RESTRICTION_REVIEW_DAYS": Changed("30", named_for_two_months),
    "DRAFT_KEPT_DAYS": Changed("10", draft_kept),
    "SECOND_PERSON_DAYS": Changed("3", lapses),
    **{limit.key: Changed("practitioner", called(role)) for role, limit in WORD_FOR.items()},
}
