"""Every form that keeps drafts: whose it is, where it stands, what is typed into it, and where that goes."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from conferences.models import (
    Attendance,
    Booking,
    BookingMove,
    BusyTime,
    ChildPart,
    ChildrenFeed,
    Consultation,
    ConsultationAccount,
    ConsultationAnswer,
    ConsultationCondition,
    ConsultationDissent,
    ConsultationFirstView,
    CoreGroup,
    Correction,
    DecisionChange,
    Document,
    Duty,
    DutyStep,
    Enquiry,
    EnquiryChange,
    Exclusion,
    ExclusionLetter,
    FamilyConsultation,
    FamilyContact,
    FeedbackLanguage,
    FollowUp,
    Invitation,
    InvitationLetter,
    LearningDecision,
    LearningHeard,
    LearningIdea,
    LearningReview,
    LearningTrial,
    Letter,
    LetterWording,
    LifeEvent,
    MeetingRecord,
    NextDates,
    OwnVersion,
    PairAnswer,
    Plan,
    PlanAction,
    PlanElsewhere,
    PlanEnding,
    PlanNeed,
    PlanResumption,
    QuorumChoice,
    RecordJoin,
    ReflectiveNote,
    ReportChase,
    ReportShowing,
    Request,
    RequestedChild,
    RequestFit,
    SecondOpinion,
    SecondOpinionTalk,
    StrategyDiscussion,
    SupportReview,
    SupportTried,
    ThinkingAction,
    ThinkingRequirement,
    ThinkingTimeEntry,
    ThinkingWaiver,
    ViewsBefore,
    WithheldText,
    WorkHandover,
)
from conferences.operations.copies import make_copies, mark_copy_sent, release_copy
from conferences.operations.letters import make_letters
from conferences.operations.recording_outcomes import end_undecided
from conferences.queries.copies import offers
from conferences.rules.contributions import FRAME
from conferences.rules.documents import SentHow
from conferences.rules.letters_words import PARTS
from conferences.rules.letters_words_part import LetterKind
from conferences.rules.thinking_time import PROMPTS
from conferences.rules.workflow import BookingState, OutcomeReason
from safeguarding.models import (
    AccountChange,
    Bar,
    Child,
    FamilyMove,
    GoLive,
    Person,
    PolicySetting,
    RestrictedGrant,
    RestrictionRemoval,
    User,
)
from tests import factories as make
from tests.cast import person
from tests.golive import live_from
from tests.papers import WRITE, WRITE_COPY
from tests.scheduling import NOW, ahead, booked, late_typed, open_request
from tests.views.meetings import AFTER, meeting, signed

# A Monday in 2018, on which everything that is typed here may be typed.
ON = NOW.date()
Told = Callable[[], str]


@dataclass(frozen=True)
class Case:
    """A form: `fields` is what makes it complete, `texts` the names of its texts, in which words are typed.

    `steps` are sent after the form itself, where it is checked first. `told` is everything that the database
    holds where the texts go.
    """

    user: User
    path: str
    fields: dict[str, Any]
    texts: tuple[str, ...]
    told: Told
    steps: tuple[dict[str, str], ...] = ()
    action: str = ""


def rows(model: Any, *columns: str) -> Told:
    """The texts of every row of a model."""

    def told() -> str:
        manager = model.objects.unscoped("test") if hasattr(model.objects, "unscoped") else model.objects
        found = manager.values_list(*columns)
        return "\n".join(str(text) for row in found for text in row)

    return told


def both(*parts: Told) -> Told:
    return lambda: "\n".join(part() for part in parts)


def day(name: str, value: dt.date) -> dict[str, int]:
    return {f"{name}_day": value.day, f"{name}_month": value.month, f"{name}_year": value.year}


CONFIRM = ({"step": "confirm"},)


def _family() -> tuple[User, Child]:
    """A social worker and a child of their team."""
    team = make.TeamFactory()
    worker, child = person("SOCIAL_WORKER", team=team), make.ChildFactory(given_names="Amber")
    make.AllocationFactory(child=child, team=team)
    return worker, child


def enquiry() -> Case:
    worker, child = _family()
    fields = {"children": [str(child.ref)], **day("held_date", ON), "then": "family"}
    path = reverse("enquiry_new", args=[child.family.ref])
    return Case(worker, path, fields, ("notes",), rows(StrategyDiscussion, "notes"))


def _of_enquiry(name: str, fields: dict[str, Any], text: str, told: Told, **more: Any) -> Case:
    team = make.TeamFactory()
    found = make.EnquiryFactory(started_date=ON - dt.timedelta(days=7), **more)
    make.AllocationFactory(child=found.child, team=team)
    path = reverse(name, args=[found.child.ref, found.pk])
    return Case(person("TEAM_MANAGER", team=team), path, fields, (text,), told, CONFIRM)


def enquiry_outcome() -> Case:
    manager = person("MANAGER")
    fields = {"outcome": "NO_ACTION", "agreed_by": str(manager.pk), **day("day", ON)}
    return _of_enquiry("enquiry_outcome", fields, "words", rows(EnquiryChange, "words"))


def enquiry_start() -> Case:
    fields = {"reason": "WRONG_DATE", **day("right_date", ON)}
    return _of_enquiry("enquiry_start", fields, "words", rows(EnquiryChange, "words"))


def enquiry_discussion() -> Case:
    told = rows(StrategyDiscussion, "notes")
    return _of_enquiry("enquiry_discussion", day("held_date", ON), "notes", told)


def enquiry_void() -> Case:
    return _of_enquiry("enquiry_void", {"reason": "TWICE"}, "words", rows(Enquiry, "voided_words"))


def enquiry_restore() -> Case:
    return _of_enquiry("enquiry_restore", {}, "words", rows(EnquiryChange, "words"), void=True)


def request() -> Case:
    worker, child = _family()
    found = make.EnquiryFactory(child=child, started_date=ON - dt.timedelta(days=3))
    fields = {"children": [str(child.ref)], f"kind_{child.ref.hex}": str(found.pk)}
    path = reverse("request_new", args=[child.family.ref])
    told = rows(Request, "reason", "interim_safety")
    return Case(worker, path, fields, ("reason", "interim_safety"), told, CONFIRM)


def withdrawal() -> Case:
    worker, child = _family()
    asked = make.RequestedChildFactory(child=child, request__family=child.family).request
    path = reverse("request_withdraw", args=[asked.ref])
    return Case(worker, path, {}, ("reason",), rows(Request, "withdrawn_reason"))


ACCOUNT = ("why_now", "what_is_different", "what_else", "parents_words", "outcome_sought")


def account() -> Case:
    worker, child = _family()
    asked = make.ConsultationFactory(
        requested_child__child=child, requested_child__request__family=child.family
    )
    path = reverse("consultation", args=[asked.within.ref])
    action = reverse("consultation_ask", args=[asked.within.ref])
    return Case(worker, path, {}, ACCOUNT, rows(ConsultationAccount, *ACCOUNT), action=action)


def answer() -> Case:
    worker, child = _family()
    asked = make.ConsultationFactory(
        requested_child__child=child,
        requested_child__request__family=child.family,
        requested_child__request__requested_by=worker,
        state="ASKED",
        asked_by=worker,
        asked_at=NOW,
        why_now="Why",
        what_is_different="What",
    )
    path = f"{reverse('consultation', args=[asked.within.ref])}?decide"
    action = reverse("consultation_answer", args=[asked.within.ref])
    told = rows(ConsultationAnswer, "reasons", "instead")
    own = {"answer": "ANOTHER_WAY", "way": "NAMED_SUPPORT", "lead_words": "The invented centre"}
    fields = {f"{name}_{asked.pk}": value for name, value in own.items()}
    fields |= day(f"review_date_{asked.pk}", ON + dt.timedelta(days=60))
    lead = person("STRATEGIC_LEAD")
    return Case(lead, path, fields, ("reasons", f"instead_{asked.pk}"), told, CONFIRM, action)


def first_view() -> Case:
    worker, child = _family()
    asked = make.ConsultationFactory(
        requested_child__child=child,
        requested_child__request__family=child.family,
        requested_child__request__requested_by=worker,
        state="ASKED",
    )
    path = reverse("consultation", args=[asked.within.ref])
    action = reverse("consultation_first_view", args=[asked.within.ref])
    told, words = rows(ConsultationFirstView, "words"), f"words_{asked.pk}"
    fields = {f"leans_{asked.pk}": "AGREE"}
    return Case(person("STRATEGIC_LEAD"), path, fields, (words,), told, action=action)


def _decided(**fields: Any) -> ConsultationAnswer:
    """A decision on a child whom a social worker may follow."""
    worker, child = _family()
    asked = make.ConsultationFactory(
        requested_child__child=child,
        requested_child__request__family=child.family,
        requested_child__request__requested_by=worker,
    )
    return make.ConsultationAnswerFactory(consultation=asked, **fields)


def partner_right() -> Case:
    worker, child = _family()
    asked = make.ConsultationFactory(
        requested_child__child=child, requested_child__request__family=child.family
    )
    fields = {
        "agency": make.AgencyFactory().pk,
        "agency_person": "The invented head",
        "children": [str(asked.ref)],
        **day("agency_date", ON),
    }
    path = reverse("consultation_partner", args=[asked.within.ref])
    told = rows(ConsultationAnswer, "reasons")
    return Case(person("BUSINESS_SUPPORT"), path, fields, ("reasons",), told)


def take_back() -> Case:
    worker, child = _family()
    within = make.FamilyConsultationFactory(family=child.family, raised_by=worker)
    raised = {"within": within, "child": child, "requested_child": None, "cause": "BY_HAND"}
    one = make.ConsultationFactory(**raised)
    path = reverse("consultation_withdraw", args=[within.ref])
    fields = {"children": [str(one.ref)]}
    return Case(worker, path, fields, ("reason",), rows(Consultation, "withdrawn_reason"))


def dissent() -> Case:
    given = _decided()
    path = reverse("consultation_disagree", args=[given.consultation.within.ref])
    fields = {"children": [str(given.consultation.ref)]}
    return Case(person("CHAIR"), path, fields, ("words",), rows(ConsultationDissent, "words"))


def condition() -> Case:
    given = _decided()
    one = make.ConsultationConditionFactory(answer=given)
    path = reverse("consultation_condition", args=[one.ref])
    told = rows(ConsultationCondition, "met_words")
    worker = given.consultation.asked_by
    return Case(worker, path, day("met_date", ON), ("words",), told)


def support_review() -> Case:
    way = {"way": "NAMED_SUPPORT", "lead_words": "The invented centre", "review_date": ON}
    given = _decided(answer="ANOTHER_WAY", instead="A child in need plan.", act=uuid.uuid4(), **way)
    path = reverse("consultation_review", args=[given.consultation.ref])
    fields = {"outcome": "ENOUGH", **day("held_date", ON)}
    return Case(given.consultation.asked_by, path, fields, ("words",), rows(SupportReview, "words"))


def second_opinion() -> Case:
    given = _decided()
    second = make.SecondOpinionFactory(answer=given)
    path = reverse("second_opinion", args=[second.ref])
    fields = {"opinion": "ANOTHER_WAY", "knew": "no"}
    return Case(second.reader, path, fields, ("words",), rows(SecondOpinion, "words"))


def second_talk() -> Case:
    second = make.SecondOpinionFactory(answer=_decided(), opinion="ANOTHER_WAY")
    path = reverse("second_opinion_talk", args=[second.ref])
    told = rows(SecondOpinionTalk, "words")
    return Case(second.reader, path, day("held_date", ON), ("words",), told)


def by_hand() -> Case:
    worker, child = _family()
    make.PlanFactory(child=child, start_date=dt.date(2015, 1, 5), end_date=dt.date(2016, 2, 1))
    path = reverse("consultation_raise", args=[child.ref])
    told = rows(FamilyConsultation, "words")
    return Case(worker, path, {"children": [str(child.ref)]}, ("words",), told)


NOTE = tuple(prompt.field for prompt in PROMPTS)


def thinking_time() -> Case:
    session = make.ThinkingTimeFactory(request=open_request(), raised_at=NOW)
    child = session.request.children.get().child
    path = reverse("thinking_time_hold", args=[session.ref])
    told = both(rows(ThinkingTimeEntry, "conclusion"), rows(ReflectiveNote, *NOTE))
    fields = {**day("held_date", ON), "minutes": "45"}
    return Case(person("CHAIR"), path, fields, (f"entry_{child.pk}", *NOTE), told)


def thinking_action() -> Case:
    chair = person("CHAIR")
    held = {"state": "HELD", "chair": chair, "held_date": ON, "minutes": 45}
    session = make.ThinkingTimeFactory(request=open_request(), raised_at=NOW, **held)
    path = reverse("thinking_action_new", args=[session.ref])
    fields = {"owner_words": "The invented nurse", **day("due_date", ON + dt.timedelta(days=9))}
    return Case(chair, path, fields, ("what",), rows(ThinkingAction, "what"))


def thinking_action_closed() -> Case:
    chair = person("CHAIR")
    held = {"state": "HELD", "chair": chair, "held_date": ON, "minutes": 45}
    session = make.ThinkingTimeFactory(request=open_request(), raised_at=NOW, **held)
    action = make.ThinkingActionFactory(session=session, added_at=NOW)
    path = reverse("thinking_action", args=[action.ref])
    return Case(chair, path, {"is_done": "no"}, ("words",), rows(ThinkingAction, "closed_words"))


def thinking_require() -> Case:
    path = reverse("thinking_time_require", args=[open_request().ref])
    return Case(person("MANAGER"), path, {"trigger": "STUCK"}, ("words",), rows(ThinkingRequirement, "why"))


def thinking_waiver() -> Case:
    session = make.ThinkingTimeFactory(request=open_request(), raised_at=NOW)
    path = reverse("thinking_waiver_new", args=[session.ref])
    return Case(person("CHAIR"), path, {"why": "LATELY"}, ("words",), rows(ThinkingWaiver, "words"))


def waiver_asked() -> ThinkingWaiver:
    session = make.ThinkingTimeFactory(request=open_request(), raised_at=NOW)
    return make.ThinkingWaiverFactory(session=session, asked_at=NOW, last_date=ON + dt.timedelta(days=7))


def waiver_granted() -> Case:
    path = reverse("thinking_waiver", args=[waiver_asked().ref])
    return Case(person("MANAGER"), path, {}, ("words",), rows(ThinkingWaiver, "closed_reason"))


def waiver_refused() -> Case:
    path = reverse("thinking_waiver_end", args=[waiver_asked().ref])
    return Case(person("STRATEGIC_LEAD"), path, {}, ("reason",), rows(ThinkingWaiver, "closed_reason"))


def attendance() -> Case:
    chair = person("CHAIR")
    booking, _, _ = meeting(chair)
    names = {f"rows-{number}-mode": "IN_PERSON" for number in range(3)}
    path = reverse("record_attendance", args=[booking.ref])
    told = both(rows(MeetingRecord, "inquorate_reason"), rows(Attendance, "role"))
    return Case(chair, path, names, ("inquorate_reason",), told)


def common() -> Case:
    chair = person("CHAIR")
    booking, _, _ = meeting(chair)
    path = reverse("record_common", args=[booking.ref])
    return Case(chair, path, {}, FRAME, rows(MeetingRecord, *FRAME))


CONFIDENTIAL = {
    "told_by": "Teacher Exemplar",
    "agency_kind": "SCHOOL",
    "reason": "DANGER",
    "whom": "EVERYBODY",
    "agencies": "SHARE",
}


def confidential() -> Case:
    chair = person("CHAIR")
    booking, _, _ = meeting(chair)
    path = reverse("record_withheld", args=[booking.ref])
    return Case(chair, path, CONFIDENTIAL, ("what",), rows(WithheldText, "what"))


def confidential_part() -> Case:
    chair = person("CHAIR")
    booking, _, _ = meeting(chair)
    part = make.WithheldTextFactory(record=booking.record, saved_by=chair)
    path = reverse("record_withheld_part", args=[booking.ref, part.ref])
    return Case(chair, path, CONFIDENTIAL, ("what",), rows(WithheldText, "what"))


def next_dates() -> Case:
    chair = person("CHAIR")
    booking, amy, _ = meeting(chair)
    path = reverse("record_next", args=[booking.ref, amy.requested_child.child.ref])
    return Case(chair, path, {}, ("late_words",), rows(NextDates, "late_words"))


PART = ("voice", "working_well", "worried_about", "agency_views", "scores", "dissent", "reasons")


ACTION = ("what", "measure", "evidence")


def part() -> Case:
    chair = person("CHAIR")
    booking, amy, _ = meeting(chair)
    path = reverse("record_child", args=[booking.ref, amy.requested_child.child.ref])
    lines = both(rows(PlanAction, *ACTION[:3]), rows(PlanNeed, "need", "outcome"))
    told = both(rows(ChildPart, *PART), lines)
    fields = {"rows-0-who": "Mother Samplewood", **day("rows-0-by_date", dt.date(2018, 12, 1))}
    return Case(
        chair,
        path,
        fields,
        (*PART, *(f"rows-0-{name}" for name in ACTION), "needs-0-need", "needs-0-change"),
        told,
    )


def core_group() -> Case:
    worker, child = _family()
    plan = make.PlanFactory(child=child)
    path = reverse("core_group_new", args=[plan.ref])
    fields = day("held_date", dt.date(2018, 5, 8))
    return Case(worker, path, fields, ("notes",), rows(CoreGroup, "notes"))


def core_group_joins() -> Case:
    chair = person("CHAIR")
    record = signed(chair)[1]
    plan = Plan.objects.unscoped("test").get(begun_at__part__record=record)
    fields = {"who": "SOMEBODY", "name": "Nurse Exemplar", "agency_kind": "SCHOOL"}
    fields |= day("joined_date", dt.date(2018, 4, 26))
    path = reverse("core_group_joins", args=[plan.ref])
    return Case(chair, path, fields, ("words",), rows(Correction, "words"))


def plan_action() -> Case:
    chair = person("CHAIR")
    record = signed(chair)[1]
    plan = Plan.objects.unscoped("test").get(begun_at__part__record=record)
    fields = {"who": "Mother Samplewood", "for_need": "new", "service": "A clinic"}
    fields |= day("by_date", dt.date(2018, 12, 1)) | day("added_date", dt.date(2018, 4, 26))
    texts = ("what", "need", "change", "measure", "evidence", "words")
    told = both(
        rows(PlanAction, "what", "measure", "evidence"),
        both(rows(PlanNeed, "need", "outcome"), rows(Correction, "words")),
    )
    return Case(chair, reverse("plan_action_new", args=[plan.ref]), fields, texts, told)


def letter_again() -> Case:
    support, record = person("BUSINESS_SUPPORT"), signed(person("CHAIR"))[1]
    make_letters(record=record, write=WRITE, by=support, at=AFTER)
    letter = Letter.objects.unscoped("test").filter(record=record).first()
    path = reverse("letter_again", args=[record.booking.ref, letter.pk])
    return Case(support, path, {"version": "1"}, ("changed",), rows(Document, "changed"))


def _copy(name: str, fields: dict[str, Any], text: str, column: str) -> Case:
    """A form of one copy of a record, made by this person and released by its chair."""
    support, record = person("BUSINESS_SUPPORT"), signed(person("CHAIR"))[1]
    copy = make_copies(record=record, write=WRITE_COPY, by=support, at=AFTER)[0]
    release_copy(document=copy, by=record.booking.chair, at=AFTER)
    path = reverse(name, args=[record.booking.ref, copy.pk])
    return Case(support, path, fields, (text,), rows(Document, column))


def copy_sent() -> Case:
    fields = {"how": "POST", **day("sent_date", AFTER.date())}
    return _copy("record_copy_sent", fields, "proof", "sent_proof")


def copy_again() -> Case:
    return _copy("record_copy_again", {}, "changed", "changed")


def _own(right: str, name: str, fields: dict[str, Any], text: str, column: str) -> Case:
    """A form of one child of a signed record."""
    chair = person("CHAIR")
    record = signed(chair)[1]
    child = record.parts.first().requested_child.child
    who = chair if right == "CHAIR" else person(right)
    path = reverse(name, args=[record.booking.ref, child.ref])
    return Case(who, path, fields, (text,), rows(OwnVersion, column))


def own_line() -> Case:
    return _own("CHAIR", "own_line", {}, "line", "line")


def own_none() -> Case:
    return _own("BUSINESS_SUPPORT", "own_none", {"reason": "HARM"}, "words", "none_words")


def _own_copy() -> tuple[Any, Document]:
    """A child’s own version that its chair released."""
    support, record = person("BUSINESS_SUPPORT"), signed(person("CHAIR"))[1]
    key = next(one.key for one in offers(support, record) if one.requested_child)
    (made,) = make_copies(record=record, write=WRITE_COPY, by=support, at=AFTER, keys=[key])
    release_copy(document=made, by=record.booking.chair, at=AFTER, words="Read again")
    return support, made


def own_sent() -> Case:
    support, made = _own_copy()
    path = reverse("record_copy_sent", args=[made.record.booking.ref, made.pk])
    fields = {"how": "BY_HAND", "sat_with": "Wes Worker", **day("sent_date", AFTER.date())}
    told = rows(Document, "child_said", "sent_proof")
    return Case(support, path, fields, ("child_said", "proof"), told)


def own_told() -> Case:
    support, made = _own_copy()
    given = {"how": SentHow.BY_HAND, "sent_date": AFTER.date(), "proof": "", "sat_with": "Wes Worker"}
    mark_copy_sent(document=made, by=support, at=AFTER, **given)
    path = reverse("own_told", args=[made.record.booking.ref, made.pk])
    return Case(support, path, {}, ("sat_with", "child_said"), rows(Document, "sat_with", "child_said"))


def document_read() -> Case:
    """Of the letter to a mother, which needs no release."""
    support, record = person("BUSINESS_SUPPORT"), signed(person("CHAIR"))[1]
    make_letters(record=record, write=WRITE, by=support, at=AFTER)
    document = Document.objects.unscoped("test").filter(record=record, needs_release=False).first()
    path = reverse("document_read", args=[record.booking.ref, document.pk])
    fields = {"how": "INTERPRETER", "language": "Polish", **day("read_date", AFTER.date())}
    return Case(support, path, fields, ("who",), rows(Document, "read_who"))


def letter_off() -> Case:
    support, record = person("BUSINESS_SUPPORT"), signed(person("CHAIR"))[1]
    letter, *_ = make_letters(record=record, write=WRITE, by=support, at=AFTER)
    path = reverse("letter_off", args=[record.booking.ref, letter.pk])
    return Case(support, path, {}, ("reason",), rows(Document, "off_reason"))


def letter_release() -> Case:
    """One to somebody whom it is safe to write to only by hand, made by its chair."""
    support, record = person("BUSINESS_SUPPORT"), signed(person("CHAIR"))[1]
    father = record.booking.request.family.people.get(full_name="Father Samplewood")
    father.safe_contact = "By hand"
    father.save()
    given = {"record": record, "write": WRITE, "people": [father], "by": record.booking.chair}
    (letter,) = make_letters(**given, at=AFTER)
    path = reverse("letter_release", args=[record.booking.ref, letter.pk])
    return Case(support, path, {"version": "1"}, ("words",), rows(Document, "release_words"))


def copy_release() -> Case:
    """One in which something is in doubt: it is safe to write to its reader only by hand."""
    support, record = person("BUSINESS_SUPPORT"), signed(person("CHAIR"))[1]
    made = make_copies(record=record, write=WRITE_COPY, by=record.booking.chair, at=AFTER)
    copy = next(one for one in made if one.person)
    copy.person.safe_contact = "By hand"
    copy.person.save()
    path = reverse("record_copy_release", args=[record.booking.ref, copy.pk])
    return Case(support, path, {"release": "1"}, ("words",), rows(Document, "release_words"))


def copy_off() -> Case:
    return _copy("record_copy_off", {}, "reason", "off_reason")


def for_agencies() -> Case:
    chair, record = person("CHAIR"), None
    booking, record = signed(chair)
    child = record.parts.select_related("requested_child__child").first().requested_child.child
    told = {"is_restricted": True, "restricted_reason": "x", "restricted_at": AFTER}
    type(child).every.filter(pk=child.pk).update(**told, restricted_by=person("STRATEGIC_LEAD"))
    make.RestrictedGrantFactory(child=child, user=chair)
    path = reverse("record_agencies", args=[booking.ref, child.ref])
    return Case(chair, path, {"answer": "YES"}, ("reason",), rows(RequestedChild, "for_agencies_reason"))


def follow_up() -> Case:
    worker, child = _family()
    plan = make.PlanFactory(child=child, end_date=dt.date(2018, 4, 30), end_reason="RISK_REDUCED")
    path = reverse("follow_up_new", args=[plan.ref])
    fields = {"which": "FIRST", **day("held_date", dt.date(2018, 7, 30))}
    return Case(
        worker, path, fields, ("how_child_is", "help_now"), rows(FollowUp, "how_child_is", "help_now")
    )


def own_time(on: dt.date) -> dict[str, Any]:
    chair = person("CHAIR")
    where = {"room": make.RoomFactory(seats=2).pk, "chair": chair.pk}
    return {"slot": "OTHER", **day("date", on), "start": "10am", "length": "120", **where}


def plan_elsewhere() -> Case:
    child = make.ChildFactory()
    path, told = reverse("plan_elsewhere_new", args=[child.ref]), rows(PlanElsewhere, "how_known")
    return Case(person("CHAIR"), path, {"authority": "350"}, ("how_known",), told, CONFIRM)


def support() -> Case:
    worker, child = _family()
    path = reverse("support_new", args=[child.ref])
    fields = {"children": [str(child.ref)], "kind": "SERVICE", "name": "Invented Steps", "known_from": "OURS"}
    fields |= {"uptake": "DECLINED", "why_not": "OTHER"}
    return Case(worker, path, fields, ("aim", "why_words"), rows(SupportTried, "aim", "why_words"))


def day_fit() -> Case:
    path = reverse("fit", args=[open_request().ref])
    told = rows(RequestFit, "interpreter_for")
    fields = {"interpreter": "Polish", "apart_minutes": "30"}
    return Case(person("BUSINESS_SUPPORT"), path, fields, ("interpreter_for",), told)


def busy_time() -> Case:
    path = reverse("busy_add", args=[open_request().ref])
    fields = {"kind": "CONTACT", "weekday": "0"}
    return Case(person("BUSINESS_SUPPORT"), path, fields, ("who",), rows(BusyTime, "who"))


def answered_invitation() -> Case:
    one = make.InvitationFactory(request=open_request())
    path = reverse("invitation_answer", args=[one.ref])
    told = rows(Invitation, "needs_words")
    return Case(
        person("BUSINESS_SUPPORT"), path, {"needs": ["OTHER"], "reply": "VIDEO"}, ("needs_words",), told
    )


def reported() -> Case:
    one = make.InvitationFactory(request=open_request())
    path = reverse("invitation_report", args=[one.ref])
    fields = day("received_date", ON) | day("shared_date", ON) | {"shared_way": "READ", "shared_by": "Ann"}
    return Case(person("BUSINESS_SUPPORT"), path, fields, ("shared_how",), rows(Invitation, "shared_how"))


def report_chased() -> Case:
    one = make.InvitationFactory(request=open_request())
    path = reverse("reports_chased", args=[one.request.ref])
    fields = day("chased_date", ON) | {"people": [str(one.ref)], "channel": "EMAIL"}
    return Case(person("BUSINESS_SUPPORT"), path, fields, ("words",), rows(ReportChase, "words"))


def report_shown() -> Case:
    one = make.InvitationFactory(request=open_request())
    reader = make.InvitationFactory(
        request=one.request, name="Aunt Exemplar", agency_kind="", is_report_asked=False
    )
    path = reverse("reports_shown", args=[one.request.ref])
    fields = day("shown_date", ON) | {"reports": [str(one.ref)], "readers": [str(reader.ref)]}
    fields |= {"way": "READ", "shown_by": "Ann"}
    return Case(person("BUSINESS_SUPPORT"), path, fields, ("words",), rows(ReportShowing, "words"))


def showing_told_otherwise() -> Case:
    held = make.ReportShowingFactory(
        invitation=make.InvitationFactory(request=open_request()),
        shown_date=ON,
        told_at=dt.datetime(2018, 11, 12, 12, tzinfo=dt.UTC),
    )
    path = reverse("showing_change", args=[held.ref])
    fields = day("shown_date", ON) | {"way": "READ", "shown_by": "Ann"}
    return Case(person("BUSINESS_SUPPORT"), path, fields, ("words",), rows(ReportShowing, "words"))


def showing_taken_back() -> Case:
    held = make.ReportShowingFactory(
        invitation=make.InvitationFactory(request=open_request()),
        shown_date=ON,
        told_at=dt.datetime(2018, 11, 12, 12, tzinfo=dt.UTC),
    )
    path = reverse("showing_change", args=[held.ref])
    fields = day("shown_date", ON) | {"way": "READ", "shown_by": "Ann", "is_taken_back": "on"}
    return Case(
        person("BUSINESS_SUPPORT"), path, fields, ("taken_back_why",), rows(ReportShowing, "taken_back_why")
    )


def chase_told_otherwise() -> Case:
    one = make.InvitationFactory(request=open_request())
    held = make.ReportChaseFactory(
        invitation=one, chased_date=ON, told_at=dt.datetime(2018, 11, 12, 12, tzinfo=dt.UTC)
    )
    path = reverse("chase_change", args=[held.ref])
    fields = day("chased_date", ON) | {"channel": "EMAIL"}
    return Case(person("BUSINESS_SUPPORT"), path, fields, ("words",), rows(ReportChase, "words"))


def of_the_family() -> Any:
    role = {"role": "Mother", "agency_kind": "", "is_report_asked": False}
    return make.InvitationFactory(request=open_request(), name="Mother Exemplar", **role)


CONTACT = {"outcome": "MET", "maker": "CHAIR", "maker_name": "Chair", "way": "VIDEO", "family_plan": "NONE"}
VIEWS = {"gatherer": "Worker", "way": "TALK", "aloud": "YES", "none_why": "GATHERED"}
TOLD_ON = dt.datetime(2018, 11, 12, 12, tzinfo=dt.UTC)


def family_contact() -> Case:
    one = of_the_family()
    path = reverse("contact_new", args=[one.request.ref])
    fields = day("contact_date", ON) | CONTACT | {"whom": str(one.ref)}
    told = rows(FamilyContact, "words", "wants")
    return Case(person("CHAIR"), path, fields, ("words", "wants"), told)


def family_contact_otherwise() -> Case:
    held = make.FamilyContactFactory(invitation=of_the_family(), contact_date=ON, told_at=TOLD_ON)
    path = reverse("contact_change", args=[held.ref])
    fields = day("contact_date", ON) | CONTACT
    told = rows(FamilyContact, "words", "wants")
    return Case(person("CHAIR"), path, fields, ("words", "wants"), told)


def child_heard() -> Case:
    asked = open_request().children.get()
    path = reverse("views_new", args=[asked.request.ref])
    fields = day("gathered_date", ON) | VIEWS | {"child": str(asked.child.ref)}
    return Case(person("CHAIR"), path, fields, ("words",), rows(ViewsBefore, "words"))


def child_heard_otherwise() -> Case:
    asked = open_request().children.get()
    held = make.ViewsBeforeFactory(asked=asked, gathered_date=ON, told_at=TOLD_ON)
    path = reverse("views_change", args=[held.ref])
    fields = day("gathered_date", ON) | VIEWS
    return Case(person("CHAIR"), path, fields, ("words",), rows(ViewsBefore, "words"))


def gone_on_with() -> Case:
    chair = person("CHAIR")
    path = reverse("booking_quorum", args=[booked(open_request(), chair=chair).ref])
    return Case(chair, path, {}, ("reason",), rows(QuorumChoice, "reason"))


def off_the_list() -> Case:
    one = make.InvitationFactory(request=open_request())
    path = reverse("invitation_off", args=[one.ref])
    told = rows(Invitation, "off_words")
    return Case(person("BUSINESS_SUPPORT"), path, {"reason": "OTHER"}, ("words",), told)


WHY_EXCLUDED: dict[str, Any] = {"ground": "VIOLENCE", "extent": "PART", **day("asked_date", ON)}
WHY_EXCLUDED |= {"part": "The end", "asker": "The mother"}


def exclusion() -> Case:
    request = open_request()
    path = reverse("exclusion_ask", args=[request.ref])
    fields = WHY_EXCLUDED | {"person": "SOMEBODY", "name": "Jay Exemplar"}
    return Case(person("BUSINESS_SUPPORT"), path, fields, ("facts",), rows(Exclusion, "facts"))


def exclusion_otherwise() -> Case:
    one = make.ExclusionFactory(request=open_request())
    path = reverse("exclusion_change", args=[one.ref])
    return Case(person("BUSINESS_SUPPORT"), path, WHY_EXCLUDED, ("facts",), rows(Exclusion, "facts"))


def exclusion_decided() -> Case:
    meeting = booked()
    one = make.ExclusionFactory(request=meeting.request)
    path = reverse("exclusion_decide", args=[one.ref])
    fields = {"answer": "PART", "decided_part": "The end", "instead": "WRITTEN", "teller": "The worker"}
    texts = ("reasons", "letter_why")
    return Case(meeting.chair, path, fields, texts, rows(Exclusion, *texts))


def exclusion_outcome() -> Case:
    meeting = booked()
    path = reverse("exclusion_outcome", args=[make.excluded(meeting).ref])
    told = rows(Exclusion, "outcome_words")
    return Case(meeting.chair, path, {"letter": "YES", "record": "NO"}, ("words",), told)


def exclusion_decided_in_place() -> Case:
    one = make.ExclusionFactory(request=booked().request)
    path = reverse("exclusion_decide_in_place", args=[one.ref])
    fields = {"answer": "PART", "decided_part": "The end", "instead": "WRITTEN", "teller": "The worker"}
    texts = ("decided_in_place", "reasons", "letter_why")
    return Case(person("STRATEGIC_LEAD"), path, fields, texts, rows(Exclusion, *texts))


def exclusion_outcome_in_place() -> Case:
    path = reverse("exclusion_outcome_in_place", args=[make.excluded(booked()).ref])
    told = rows(Exclusion, "outcome_in_place", "outcome_words")
    fields = {"letter": "YES", "record": "NO"}
    return Case(person("STRATEGIC_LEAD"), path, fields, ("in_place", "words"), told)


def exclusion_way() -> Case:
    path = reverse("exclusion_way", args=[make.excluded(booked(), way="", way_words="").ref])
    return Case(person("BUSINESS_SUPPORT"), path, {"way": "HAND"}, ("words",), rows(Exclusion, "way_words"))


def exclusion_letter() -> Case:
    one = make.ExclusionLetterFactory(exclusion=make.excluded(ahead(booked()))).exclusion
    path, told = reverse("exclusion_letter", args=[one.ref]), rows(ExclusionLetter, "changed")
    return Case(person("BUSINESS_SUPPORT"), path, {"version": "1"}, ("changed",), told)


def exclusion_letter_sent() -> Case:
    sent = {"sent_how": "POST", "sent_date": make.NOON.date(), "sent_by": person("BUSINESS_SUPPORT")}
    meeting = ahead(booked())
    one = make.ExclusionLetterFactory(exclusion=make.excluded(meeting), sent_at=make.NOON, **sent).exclusion
    path, told = reverse("exclusion_letter_sent", args=[one.ref, 1]), rows(ExclusionLetter, "back_words")
    return Case(person("BUSINESS_SUPPORT"), path, {"how": "POST"}, ("back_words",), told)


def child_chose() -> Case:
    asked = booked().request.children.get()
    on_list = {"agency_kind": "", "is_report_asked": False, "name": asked.child.display_name}
    one = make.InvitationFactory(request=asked.request, requested_child=asked, **on_list)
    path = reverse("invitation_answer", args=[one.ref])
    told = rows(Invitation, "needs_words")
    return Case(person("BUSINESS_SUPPORT"), path, {"takes_part": "TOLD"}, ("needs_words",), told)


def _invited_by_letter(**fields: object) -> InvitationLetter:
    meeting = ahead(booked())
    return make.InvitationLetterFactory(invitation=make.InvitationFactory(request=meeting.request), **fields)


def invitation_letter() -> Case:
    one = _invited_by_letter().invitation
    path, told = reverse("invitation_letter", args=[one.ref]), rows(InvitationLetter, "changed")
    return Case(person("BUSINESS_SUPPORT"), path, {"version": "1"}, ("changed",), told)


def invitation_letters() -> Case:
    child = ahead(booked()).request.children.get()
    relative = make.RelationshipFactory(child=child.child, person__safe_contact="By telephone").person
    one = make.InvitationFactory(
        request=child.request,
        person=relative,
        name=relative.full_name,
        agency_kind="",
        is_report_asked=False,
    )
    path, told = reverse("invited_letters", args=[child.request.ref]), rows(InvitationLetter, "doubt_words")
    return Case(person("BUSINESS_SUPPORT"), path, {"people": str(one.ref)}, ("doubt_words",), told)


def invitation_letter_sent() -> Case:
    one = _invited_by_letter(told={}).invitation
    path = reverse("invitation_letter_sent", args=[one.ref, 1])
    fields = {"how": "POST", **day("sent_date", dt.date(2018, 4, 10))}
    return Case(person("BUSINESS_SUPPORT"), path, fields, ("proof",), rows(InvitationLetter, "sent_proof"))


def invitation_letters_sent() -> Case:
    one = _invited_by_letter(told={}).invitation
    path = reverse("invited_letters_sent", args=[one.request.ref])
    fields = {"letters": f"{one.ref}:1", "how": "POST", **day("sent_date", dt.date(2018, 4, 10))}
    return Case(person("BUSINESS_SUPPORT"), path, fields, ("proof",), rows(InvitationLetter, "sent_proof"))


def exclusion_lifted() -> Case:
    meeting = booked()
    path = reverse("exclusion_lift", args=[make.excluded(meeting).ref])
    return Case(meeting.chair, path, {"reason": "OTHER"}, ("words",), rows(Exclusion, "lift_words"))


def _told_and_over() -> Any:
    meeting = booked()
    told = {"told_how": "LETTER", "told_date": make.NOON.date(), "told_by": meeting.chair}
    over = {"lift_reason": "CHANGED", "lifted_by": meeting.chair, "lifted_at": make.NOON}
    return make.excluded(meeting, **told, told_at=make.NOON, **over)


def exclusion_not_let_in() -> Case:
    path = reverse("exclusion_not_let_in", args=[_told_and_over().ref])
    return Case(person("BUSINESS_SUPPORT"), path, {}, ("why",), rows(Exclusion, "let_in_not"))


def exclusion_untold() -> Case:
    path = reverse("exclusion_untold", args=[_told_and_over().ref])
    return Case(person("BUSINESS_SUPPORT"), path, {}, ("why",), rows(Exclusion, "untold_why"))


def support_went_on() -> Case:
    worker, child = _family()
    held = make.SupportTriedFactory(child=child)
    path = reverse("support_goes_on", args=[held.ref])
    fields = {"uptake": "NEVER_STARTED", "why_not": "OTHER"}
    return Case(worker, path, fields, ("why_words",), rows(SupportTried, "why_words"))


def correction() -> Case:
    worker, child = _family()
    path = reverse("child_correct", args=[child.ref, "child", child.pk])
    names = ("family_name", "sex", "ethnicity", "la_child_id")
    fields = {name: getattr(child, name) for name in names} | day("birth_date", child.birth_date)
    fields |= {"given_names": "Ruby", "why": "OTHER"}
    return Case(worker, path, fields, ("words",), rows(Correction, "words"), CONFIRM)


def life_event() -> Case:
    worker, child = _family()
    path = reverse("life_event_new", args=[child.ref, "left-uk"])
    fields = day("day", dt.date(2018, 11, 5))
    return Case(worker, path, fields, ("evidence",), rows(LifeEvent, "evidence"), CONFIRM)


def into_request() -> Case:
    request = open_request()
    child = make.ChildFactory(family=request.family)
    team = request.children.get().child.allocations.get().team
    make.AllocationFactory(child=child, team=team)
    enquiry = make.EnquiryFactory(child=child, started_date=dt.date(2018, 11, 5))
    path = reverse("request_child_add", args=[request.ref])
    fields = {"children": str(child.ref), f"kind_{child.ref.hex}": str(enquiry.pk)}
    told = rows(Request, "reason")
    return Case(person("SOCIAL_WORKER", team=team), path, fields, ("reason",), told, CONFIRM)


def out_of_request() -> Case:
    request = open_request()
    asked = request.children.get()
    team = asked.child.allocations.get().team
    other = make.RequestedChildFactory(request=request, child__family=request.family).child
    make.AllocationFactory(child=other, team=team)
    path = reverse("request_child_out", args=[request.ref])
    fields, told = {"child": str(other.ref)}, rows(Request, "withdrawn_reason")
    return Case(person("SOCIAL_WORKER", team=team), path, fields, ("reason",), told, CONFIRM)


def plan_end() -> Case:
    worker, child = _family()
    plan = make.PlanFactory(child=child, start_date=dt.date(2018, 4, 20))
    event = make.LifeEventFactory(child=plan.child)
    path = reverse("plan_ending_new", args=[event.ref])
    fields = day("ends", dt.date(2018, 6, 4))
    return Case(worker, path, fields, ("evidence",), rows(PlanEnding, "evidence"))


def plan_goes_on() -> Case:
    asked = make.PlanEndingFactory(asked_at=NOW, last_date=ON + dt.timedelta(days=7))
    path = reverse("plan_ending_end", args=[asked.ref])
    return Case(person("STRATEGIC_LEAD"), path, {}, ("reason",), rows(PlanEnding, "closed_reason"))


def plan_runs_again() -> Case:
    worker, child = _family()
    plan = make.PlanFactory(
        child=child, start_date=dt.date(2018, 4, 20), end_date=dt.date(2018, 6, 4), end_reason="LEFT_UK"
    )
    closed = {"outcome": "CONFIRMED", "closed_by": person("STRATEGIC_LEAD"), "closed_at": NOW}
    ended = make.PlanEndingFactory(plan=plan, event__child=child, **closed)
    path = reverse("plan_resumption_new", args=[ended.ref])
    return Case(worker, path, {"why": "OTHER_CHILD"}, ("words",), rows(PlanResumption, "words"), CONFIRM)


def plan_stays_ended() -> Case:
    asked = make.PlanResumptionFactory(asked_at=NOW, last_date=ON + dt.timedelta(days=7))
    path = reverse("plan_resumption_end", args=[asked.ref])
    return Case(person("STRATEGIC_LEAD"), path, {}, ("reason",), rows(PlanResumption, "closed_reason"))


def decision_version() -> Case:
    chair = person("CHAIR")
    _, record = signed(chair)
    at = record.parts.first().conference_child
    path = reverse("decision_change_new", args=[at.child.ref, at.pk])
    fields = {"outcome": "PLAN_BEGINS", "category": "PHY", "why": "TYPED"}
    told = rows(DecisionChange, "new_reasons", "words")
    return Case(chair, path, fields, ("reasons", "words"), told, CONFIRM)


def decision_stays() -> Case:
    waiting = make.DecisionChangeFactory(asked_at=NOW, last_date=ON + dt.timedelta(days=7))
    path = reverse("decision_change_end", args=[waiting.ref])
    return Case(person("STRATEGIC_LEAD"), path, {}, ("reason",), rows(DecisionChange, "closed_reason"))


def booking() -> Case:
    fields = own_time(dt.date(2018, 12, 11)) | late_typed()
    path = reverse("book", args=[open_request().ref])
    told = rows(Booking, "late_reason", "room_reason")
    texts = ("late_reason", "room_reason")
    return Case(person("BUSINESS_SUPPORT"), path, fields, texts, told, CONFIRM)


def entering() -> Case:
    """A conference that was held after its last day, as the one that is asked for may have been."""
    path = reverse("book_held", args=[open_request(due=dt.date(2018, 3, 2)).ref])
    fields = own_time(dt.date(2018, 3, 6)) | {"entered_reason": "DOWN"} | late_typed()
    told = rows(Booking, "entered_words", "late_reason")
    return Case(person("BUSINESS_SUPPORT"), path, fields, ("entered_words", "late_reason"), told, CONFIRM)


def move() -> Case:
    path = reverse("booking_move", args=[booked().ref])
    fields = own_time(dt.date(2018, 11, 27)) | {"reason": "FAMILY"}
    told = both(rows(BookingMove, "note"), rows(Booking, "room_reason"))
    return Case(person("BUSINESS_SUPPORT"), path, fields, ("note", "room_reason"), told)


def take_over() -> Case:
    one = booked(day=ON, start=dt.time(14))
    path, chair = reverse("booking_take_over", args=[one.ref]), person("CHAIR")
    fields = {"chair": chair.pk, "reason": "ILL", "seen": one.chair_id}
    return Case(person("BUSINESS_SUPPORT"), path, fields, ("note",), rows(BookingMove, "note"))


def ended() -> Case:
    one = booked(day=ON, start=dt.time(14))
    fields = {"outcome": "ABANDONED", "why_abandoned": "SAFETY"}
    path = reverse("record_end", args=[one.ref])
    return Case(one.chair, path, fields, ("words",), rows(Booking, "outcome_words"))


def ended_otherwise() -> Case:
    one = booked(day=ON, start=dt.time(14))
    told = {"outcome": BookingState.ABANDONED, "reason": OutcomeReason.SAFETY, "words": "Nan helps."}
    end_undecided(booking=one, **told, by=one.chair, at=one.starts_at)
    path = reverse("record_otherwise", args=[one.ref])
    fields = {"outcome": "ABANDONED", "why_abandoned": "SAFETY"}
    return Case(one.chair, path, fields, ("words",), rows(Booking, "outcome_words"))


def ended_not_at_all() -> Case:
    case = ended_otherwise()
    fields = {"outcome": "PUT_BACK"}
    return Case(case.user, case.path, fields, ("put_back_words",), rows(Booking, "put_back_words"))


def adjourned() -> Case:
    one = booked(day=ON, start=dt.time(14))
    fields = own_time(dt.date(2018, 11, 27)) | {"reason": "TIME", "chair": one.chair_id}
    path, told = reverse("record_adjourn", args=[one.ref]), rows(Booking, "outcome_words", "room_reason")
    return Case(one.chair, path, fields, ("words", "room_reason"), told)


def cancellation() -> Case:
    path = reverse("booking_cancel", args=[booked().ref])
    fields = {"reason": "NOT_NEEDED"}
    return Case(person("BUSINESS_SUPPORT"), path, fields, ("note",), rows(Booking, "cancel_note"))


def restriction() -> Case:
    path = reverse("child_restrict", args=[make.ChildFactory().ref])
    return Case(person("STRATEGIC_LEAD"), path, {}, ("reason",), rows(Child, "restricted_reason"))


def grant() -> Case:
    path = reverse("child_grant", args=[make.ChildFactory(restricted=True).ref])
    fields = {"user": person("CHAIR").pk, **day("until", dt.date(2018, 12, 24))}
    return Case(person("STRATEGIC_LEAD"), path, fields, ("reason",), rows(RestrictedGrant, "reason"))


def bar() -> Case:
    fields = {"user": person("CHAIR").pk, "number": make.ChildFactory().la_child_id}
    return Case(person("STRATEGIC_LEAD"), reverse("bar_add"), fields, ("reason",), rows(Bar, "reason"))


def turning_down() -> Case:
    asked = make.AccountChangeFactory(asked_at=NOW, last_date=ON + dt.timedelta(days=7))
    path = reverse("account_change_end", args=[asked.ref])
    told = rows(AccountChange, "closed_reason")
    return Case(person("SYSTEM_ADMINISTRATOR"), path, {}, ("reason",), told)


def staying_restricted() -> Case:
    asked = make.RestrictionRemovalFactory(asked_at=NOW, last_date=ON + dt.timedelta(days=7))
    path = reverse("restriction_removal_end", args=[asked.ref])
    told = rows(RestrictionRemoval, "closed_reason")
    return Case(person("STRATEGIC_LEAD"), path, {}, ("reason",), told)


def handing_on() -> Case:
    path = reverse("user_off", args=[booked().chair.ref])
    return Case(person("SYSTEM_ADMINISTRATOR"), path, {}, ("reason",), rows(WorkHandover, "reason"))


def limit() -> Case:
    path = reverse("policy_change", args=["record-working-days"])
    fields = {"value": "20", **day("effective_date", dt.date(2018, 12, 1))}
    return Case(person("SYSTEM_ADMINISTRATOR"), path, fields, ("reason",), rows(PolicySetting, "reason"))


def letter_words() -> Case:
    ours = {code: part.default for code, part in PARTS[LetterKind.AGENCY].items()}
    fields: dict[str, Any] = {code: text for code, text in ours.items() if code != "CARE"}
    fields |= day("from_date", dt.date(2018, 12, 1))
    path, told = reverse("letter_words_change", args=["agency"]), rows(LetterWording, "text", "reason")
    return Case(person("SYSTEM_ADMINISTRATOR"), path, fields, ("CARE", "reason"), told)


def go_live() -> Case:
    live_from(dt.date(2018, 12, 3))
    fields = day("day", dt.date(2018, 12, 10))
    return Case(
        person("SYSTEM_ADMINISTRATOR"), reverse("go_live"), fields, ("reason",), rows(GoLive, "reason")
    )


def _duty(**facts: Any) -> Duty:
    """Something that is due from a social worker of the child's team."""
    worker, child = _family()
    plan = {"booking": None, "plan": make.PlanFactory(child=child)}
    facts = {"kind": "HOLD_CORE_GROUP", "owner": worker, "owner_role": worker.role, **plan, **facts}
    return make.DutyFactory(child=child, due_date=dt.date(2018, 11, 21), **facts)


def acknowledgement() -> Case:
    duty = _duty()
    path = reverse("duty_acknowledge", args=[duty.ref])
    return Case(duty.owner, path, {}, ("words",), rows(DutyStep, "words"))


def putting_off() -> Case:
    duty, fields = _duty(), day("until_date", dt.date(2018, 11, 14))
    path = reverse("duty_put_off", args=[duty.ref])
    return Case(duty.owner, path, fields, ("words",), rows(DutyStep, "words"))


def giving() -> Case:
    duty = _duty()
    manager = person("TEAM_MANAGER", team=duty.owner.team)
    path = reverse("duty_give", args=[duty.ref])
    return Case(manager, path, {"to": str(manager.ref)}, ("words",), rows(DutyStep, "words"))


def carer() -> Case:
    worker, child = _family()
    path = reverse("person_new", args=[child.family.ref])
    fields = {"full_name": "Juniper Fableton", f"kind_{child.ref}": "MOTHER"}
    return Case(worker, path, fields, ("safe_contact",), rows(Person, "safe_contact"))


def contact() -> Case:
    worker, child = _family()
    known = make.PersonFactory(family=child.family)
    make.RelationshipFactory(child=child, person=known)
    path = reverse("person_change", args=[known.ref])
    fields = {"full_name": "Juniper Fableton"}
    return Case(worker, path, fields, ("safe_contact",), rows(Person, "safe_contact"))


def family_split() -> Case:
    user, sister = person("BUSINESS_SUPPORT"), make.ChildFactory()
    brother = make.ChildFactory(family=sister.family)
    path = reverse("family_split", args=[sister.family.ref])
    fields = {"children": [str(brother.ref)], "where": "NEW", "name": "Fableton"}
    return Case(user, path, fields, ("reason",), rows(FamilyMove, "reason"), CONFIRM)


def family_join() -> Case:
    user, one, other = person("BUSINESS_SUPPORT"), make.ChildFactory(), make.ChildFactory()
    path = reverse("family_join", args=[one.family.ref])
    fields = {"number": other.la_child_id}
    return Case(user, path, fields, ("reason",), rows(FamilyMove, "reason"), CONFIRM)


def pair() -> Case:
    user, one = person("BUSINESS_SUPPORT"), make.ChildPairFactory()
    path = reverse("pair", args=[one.ref])
    return Case(user, path, {"answer": "NOT_SURE"}, ("reason",), rows(PairAnswer, "reason"))


def pair_join() -> Case:
    user, family = person("BUSINESS_SUPPORT"), make.FamilyFactory()
    one = make.ChildPairFactory(one__family=family, other__family=family)
    path = reverse("pair_join", args=[one.ref])
    fields = {"stays": str(one.one.ref)}
    return Case(user, path, fields, ("reason",), rows(RecordJoin, "reason"), CONFIRM)


def join_undo() -> Case:
    user, join = person("BUSINESS_SUPPORT"), make.RecordJoinFactory()
    make.ChildPairFactory(one=join.kept, other=join.gone)
    path = reverse("join_undo", args=[join.ref])
    return Case(user, path, {}, ("reason",), rows(RecordJoin, "undone_reason"))


def feed_taken_in() -> Case:
    """A file of which something is asked as a whole."""
    feed = make.ChildrenFeedFactory(concerns={"MISSING": 40})
    path = reverse("children_feed_take", args=[feed.ref])
    return Case(person("BUSINESS_SUPPORT"), path, {}, ("reason",), rows(ChildrenFeed, "reason"))


def _idea(**more: Any) -> tuple[User, Any]:
    lead = person("STRATEGIC_LEAD")
    return lead, make.LearningIdeaFactory(owner=lead, **more)


def idea() -> Case:
    fields = {"came_from": "OWN", "title": "Letters", "evidence": "NONE", **day("day", ON)}
    told = rows(LearningIdea, "learned")
    return Case(person("CHAIR"), reverse("learning_new"), fields, ("learned",), told)


def idea_changed() -> Case:
    lead, held = _idea()
    fields = {"came_from": "OWN", "title": "Letters", "evidence": "NONE", **day("day", ON)}
    path = reverse("learning_change", args=[held.ref])
    return Case(lead, path, fields, ("learned",), rows(LearningIdea, "learned"))


def idea_of_consultation() -> Case:
    one = make.ConsultationFactory()
    # Amber, whose words are typed, is a child of this family.
    fields = {"title": "Letters", "evidence": "NONE", "is_meant": "on", **day("day", ON)}
    path = reverse("learning_note", args=[one.within.ref])
    return Case(person("CHAIR"), path, fields, ("learned",), rows(LearningIdea, "learned"))


def idea_decided() -> Case:
    lead, held = _idea()
    make.LearningDecisionFactory(idea=held)
    fields = {"outcome": "NOT_ADOPTED", "why": "WORSE"}
    path = reverse("learning_decide", args=[held.ref])
    told = rows(LearningDecision, "words", "replaces_reason")
    return Case(lead, path, fields, ("words", "replaces_reason"), told)


def trial() -> Case:
    lead, held = _idea()
    fields = {"measure": "plans_started", "movement": "UP", "months": "3"}
    fields |= day("start_date", ON) | day("review_date", ON + dt.timedelta(days=100))
    path = reverse("learning_trial", args=[held.ref])
    return Case(lead, path, fields, ("what",), rows(LearningTrial, "what"))


def trial_reviewed() -> Case:
    lead, held = _idea()
    one = make.LearningTrialFactory(idea=held)
    path = reverse("learning_review", args=[one.ref])
    return Case(lead, path, {"goes_on": "NO"}, ("words",), rows(LearningReview, "words"))


def trial_stopped() -> Case:
    lead, held = _idea()
    one = make.LearningTrialFactory(idea=held)
    path = reverse("learning_stop", args=[one.ref])
    return Case(lead, path, {}, ("reason",), rows(LearningTrial, "stopped_because"))


def heard() -> Case:
    fields = {"group": "PARENTS", "how_heard": "A survey", **day("heard_date", ON)}
    texts, told = ("said",), rows(LearningHeard, "said")
    return Case(person("CHAIR"), reverse("learning_heard_new"), fields, texts, told)


def heard_answered() -> Case:
    held = make.LearningHeardFactory()
    fields = {"group": "PARENTS", "how_heard": "A survey", "said": "The letter was long."}
    fields |= day("heard_date", held.heard_date) | day("did_date", ON) | day("told_back_date", ON)
    path = reverse("learning_heard_answer", args=[held.ref])
    told = rows(LearningHeard, "did", "told_back")
    return Case(person("MANAGER"), path, fields, ("did", "told_back"), told)


def language() -> Case:
    fields = {"name": "Somali", "own_name": "Soomaali"}
    path = reverse("feedback_language", args=["so"])
    return Case(person("MANAGER"), path, fields, ("send", "continue"), rows(FeedbackLanguage, "texts"))


# The forms in which people write for long.
LONG = (attendance, common, part, thinking_time, account, answer, enquiry, request)
SHORT = (
    enquiry_outcome,
    enquiry_start,
    enquiry_discussion,
    enquiry_void,
    enquiry_restore,
    acknowledgement,
    putting_off,
    giving,
    withdrawal,
    core_group,
    core_group_joins,
    plan_action,
    letter_again,
    document_read,
    copy_sent,
    copy_again,
    copy_off,
    copy_release,
    own_line,
    own_none,
    own_sent,
    own_told,
    letter_off,
    letter_release,
    for_agencies,
    follow_up,
    plan_elsewhere,
    support,
    support_went_on,
    day_fit,
    busy_time,
    family_contact,
    family_contact_otherwise,
    child_heard,
    child_heard_otherwise,
    answered_invitation,
    exclusion,
    exclusion_otherwise,
    exclusion_decided,
    exclusion_outcome,
    exclusion_decided_in_place,
    exclusion_outcome_in_place,
    exclusion_way,
    exclusion_letter,
    exclusion_letter_sent,
    child_chose,
    invitation_letter,
    invitation_letters,
    invitation_letter_sent,
    invitation_letters_sent,
    exclusion_lifted,
    exclusion_not_let_in,
    exclusion_untold,
    report_chased,
    report_shown,
    showing_told_otherwise,
    showing_taken_back,
    chase_told_otherwise,
    gone_on_with,
    confidential,
    confidential_part,
    next_dates,
    reported,
    off_the_list,
    idea,
    idea_changed,
    idea_of_consultation,
    idea_decided,
    trial,
    trial_reviewed,
    trial_stopped,
    heard,
    heard_answered,
    language,
    thinking_action,
    thinking_action_closed,
    thinking_require,
    thinking_waiver,
    waiver_granted,
    waiver_refused,
    partner_right,
    take_back,
    first_view,
    dissent,
    condition,
    support_review,
    second_opinion,
    second_talk,
    by_hand,
    correction,
    life_event,
    into_request,
    out_of_request,
    plan_end,
    plan_goes_on,
    plan_runs_again,
    plan_stays_ended,
    decision_version,
    decision_stays,
    booking,
    entering,
    move,
    take_over,
    ended,
    ended_otherwise,
    ended_not_at_all,
    adjourned,
    cancellation,
    restriction,
    grant,
    bar,
    turning_down,
    handing_on,
    staying_restricted,
    limit,
    letter_words,
    go_live,
    carer,
    contact,
    family_split,
    family_join,
    pair,
    pair_join,
    join_undo,
    feed_taken_in,
)
EVERY = LONG + SHORT
