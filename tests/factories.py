"""One factory a model, so that a test names only what it is about. Everybody in them is invented and looks
it.
"""

import datetime as dt
import hashlib
import uuid
from typing import Any

import factory
from allauth.mfa.totp.internal.auth import TOTP
from django.db import connection, transaction
from factory.django import DjangoModelFactory

from conferences import models as story
from conferences.rules.consultations import LEADS_TO, Answer
from safeguarding import models as ground
from safeguarding.bankholidays import england
from safeguarding.clock import day_of

MONDAY = dt.date(2018, 4, 9)
# The key of everybody's authenticator app in the tests.
SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
NOON = dt.datetime(2018, 4, 9, 12, tzinfo=dt.UTC)


class AtOnce(DjangoModelFactory):
    """A record that the database takes only together with others: all are written in one transaction."""

    class Meta:
        abstract = True

    @classmethod
    def _generate(cls, strategy: str, params: dict[str, Any]) -> Any:
        if strategy != "create" or connection.in_atomic_block:
            return super()._generate(strategy, params)
        with transaction.atomic():
            return super()._generate(strategy, params)


class TeamFactory(AtOnce):
    class Meta:
        model = ground.Team

    name = factory.Sequence(lambda n: f"Invented Team {n}")


class UserFactory(AtOnce):
    class Meta:
        model = ground.User
        skip_postgeneration_save = True

    email = factory.Sequence(lambda n: f"person{n}@fableshire.example")
    full_name = factory.Sequence(lambda n: f"Sample Person {n}")
    role = "CHAIR"

    @factory.post_generation
    def second_factor(self, create: bool, extracted: bool | None, **kwargs: Any) -> None:
        """An authenticator app, without which nothing opens; second_factor=False makes somebody new."""
        if create and extracted is not False:
            TOTP.activate(self, SECRET)


class HeldRoleFactory(AtOnce):
    class Meta:
        model = ground.HeldRole

    person = factory.SubFactory(UserFactory)
    role = "BUSINESS_SUPPORT"
    from_at = factory.LazyFunction(lambda: NOON)
    given_by = factory.SubFactory(UserFactory, role="SYSTEM_ADMINISTRATOR")


class FamilyFactory(AtOnce):
    class Meta:
        model = ground.Family

    name = factory.Sequence(lambda n: f"Fablethorpe {n}")


class ChildFactory(AtOnce):
    class Meta:
        model = ground.Child

    la_child_id = factory.Sequence(lambda n: f"FB{n:06d}")
    given_names = "Amber"
    family_name = factory.Sequence(lambda n: f"Testington {n}")
    birth_date = dt.date(2012, 5, 4)
    sex = "F"
    ethnicity = "WBRI"
    family = factory.SubFactory(FamilyFactory)

    class Params:
        unborn = factory.Trait(
            given_names="",
            birth_date=None,
            expected_birth_date=dt.date(2018, 9, 1),
            sex="U",
            ethnicity="NOBT",
        )
        restricted = factory.Trait(
            is_restricted=True,
            restricted_reason="Relative of a member of staff",
            restricted_by=factory.SubFactory(UserFactory, role="STRATEGIC_LEAD"),
            restricted_at=NOON,
        )


class ChildNameFactory(AtOnce):
    class Meta:
        model = ground.ChildName

    child = factory.SubFactory(ChildFactory)
    given_names = "Amber"
    family_name = "Formerly"
    kind = "EARLIER"


class ChildDisabilityFactory(AtOnce):
    class Meta:
        model = ground.ChildDisability

    child = factory.SubFactory(ChildFactory)
    code = "HEAR"


class AllocationFactory(AtOnce):
    class Meta:
        model = ground.Allocation

    child = factory.SubFactory(ChildFactory)
    team = factory.SubFactory(TeamFactory)
    start_date = MONDAY


class PersonFactory(AtOnce):
    class Meta:
        model = ground.Person

    family = factory.SubFactory(FamilyFactory)
    full_name = factory.Sequence(lambda n: f"Parent Samplewood {n}")


class RelationshipFactory(AtOnce):
    class Meta:
        model = ground.Relationship

    child = factory.SubFactory(ChildFactory)
    person = factory.SubFactory(PersonFactory, family=factory.SelfAttribute("..child.family"))
    kind = "MOTHER"
    parental_responsibility = "YES"


class HouseholdFactory(AtOnce):
    class Meta:
        model = ground.Household

    family = factory.SubFactory(FamilyFactory)
    name = "Mother's home"
    address = "1 Invented Row, Fableshire"
    postcode = "ZZ99 1AA"


class HouseholdMemberFactory(AtOnce):
    class Meta:
        model = ground.HouseholdMember

    household = factory.SubFactory(HouseholdFactory, family=factory.SelfAttribute("..child.family"))
    child = factory.SubFactory(ChildFactory)


class RestrictedGrantFactory(AtOnce):
    class Meta:
        model = ground.RestrictedGrant

    child = factory.SubFactory(ChildFactory, restricted=True)
    user = factory.SubFactory(UserFactory)
    reason = "Chairs this child's conference"
    granted_by = factory.SubFactory(UserFactory, role="STRATEGIC_LEAD")
    granted_at = NOON
    until_at = dt.datetime(2099, 1, 1, tzinfo=dt.UTC)


class BarFactory(AtOnce):
    class Meta:
        model = ground.Bar

    user = factory.SubFactory(UserFactory)
    family = factory.SubFactory(FamilyFactory)
    reason = "A relative"
    barred_by = factory.SubFactory(UserFactory, role="STRATEGIC_LEAD")
    barred_at = NOON


class OneOffHolidayFactory(AtOnce):
    class Meta:
        model = ground.OneOffHoliday

    day = dt.date(2018, 4, 25)
    name = "An invented holiday"


class AgencyKindFactory(AtOnce):
    class Meta:
        model = ground.AgencyKind

    name = factory.Sequence(lambda n: f"Invented Service {n}")
    counts = True


class AgencyFactory(AtOnce):
    class Meta:
        model = ground.Agency

    name = factory.Sequence(lambda n: f"Invented School {n}")
    kind_id = "SCHOOL"


class ProfessionalFactory(AtOnce):
    class Meta:
        model = ground.Professional

    full_name = factory.Sequence(lambda n: f"Professional Exemplar {n}")
    agency = factory.SubFactory(AgencyFactory)


class PolicySettingFactory(AtOnce):
    class Meta:
        model = ground.PolicySetting

    key = "BAND_CENTRE"
    value = "250"
    effective_date = MONDAY
    reason = "Agreed by the board"
    set_by = factory.SubFactory(UserFactory, role="SYSTEM_ADMINISTRATOR")
    set_at = NOON


class AuditEntryFactory(AtOnce):
    class Meta:
        model = ground.AuditEntry

    event = "child.restricted"
    subject_model = "safeguarding.child"
    subject_id = 1
    done_by = factory.SubFactory(UserFactory)
    done_at = NOON


class ReadLogFactory(AtOnce):
    class Meta:
        model = ground.ReadLog

    child = factory.SubFactory(ChildFactory)
    user = factory.SubFactory(UserFactory)
    view_name = "child"
    kind = "OPENED"
    read_at = NOON
    request_id = "00000000-0000-4000-8000-000000000000"


class TableChangeFactory(AtOnce):
    class Meta:
        model = ground.TableChange

    transaction = factory.Sequence(lambda n: n + 1)


class KeptCountFactory(AtOnce):
    class Meta:
        model = ground.KeptCount

    key = factory.Sequence(lambda n: f"{n:064}")
    rows = factory.LazyFunction(list)
    snapshot = "3:3:"
    server = 1


class DirectoryFileFactory(AtOnce):
    class Meta:
        model = ground.DirectoryFile

    directory = "rooms"
    name = "rooms.csv"
    content = b"Name,Seats\nFable Room,12\n"
    handed_in_by = factory.SubFactory(UserFactory)
    handed_in_at = NOON


class DraftFactory(AtOnce):
    class Meta:
        model = ground.Draft

    owner = factory.SubFactory(UserFactory)
    form = "core_group_new"
    sheet = factory.LazyFunction(uuid.uuid4)
    title = "Core group"
    fields = {"notes": ["What was agreed"]}
    kept_at = NOON


class NeedEpisodeFactory(AtOnce):
    class Meta:
        model = story.NeedEpisode

    child = factory.SubFactory(ChildFactory)
    referral_date = MONDAY
    referral_source = "2A"
    primary_need = "N1"


class EnquiryFactory(AtOnce):
    """An enquiry with the strategy discussion that started it, without which the database refuses it."""

    class Meta:
        model = story.Enquiry
        skip_postgeneration_save = True

    class Params:
        void = factory.Trait(
            voided_at=NOON,
            voided_by=factory.SubFactory(UserFactory, role="TEAM_MANAGER"),
            voided_reason="TWICE",
            voided_words="It was there already.",
        )

    child = factory.SubFactory(ChildFactory)
    started_date = MONDAY
    discussion = factory.RelatedFactory(
        "tests.factories.StrategyDiscussionFactory",
        factory_related_name="enquiry",
        held_date=factory.SelfAttribute("enquiry.started_date"),
    )


class StrategyDiscussionFactory(AtOnce):
    class Meta:
        model = story.StrategyDiscussion

    enquiry = factory.SubFactory(EnquiryFactory, discussion=None)
    held_date = factory.SelfAttribute("enquiry.started_date")
    started_enquiry = True


class EnquiryChangeFactory(AtOnce):
    class Meta:
        model = story.EnquiryChange

    enquiry = factory.SubFactory(EnquiryFactory)
    kind = "VOIDED"
    reason = "TWICE"
    words = "An invented reason."
    changed_by = factory.SubFactory(UserFactory, role="TEAM_MANAGER")
    changed_at = NOON


class ConferenceFactory(AtOnce):
    class Meta:
        model = story.Conference

    held_date = MONDAY
    # Told by a census: one that was recorded here (source="RECORDED") agrees with its meeting, its decisions
    # and its plans, and was on a weekday.
    source = "CENSUS"


class TransferInFactory(AtOnce):
    class Meta:
        model = story.TransferIn

    child = factory.SubFactory(ChildFactory)
    notified_date = MONDAY


class ConferenceChildFactory(AtOnce):
    """A child at an initial conference; `held_date` is handed to the meeting."""

    class Meta:
        model = story.ConferenceChild

    class Params:
        held_date = MONDAY

    child = factory.SubFactory(ChildFactory)
    kind = "INITIAL"
    conference = factory.SubFactory(
        ConferenceFactory,
        held_date=factory.SelfAttribute("..held_date"),
        family=factory.SelfAttribute("..child.family"),
    )


class PlanFactory(AtOnce):
    class Meta:
        model = story.Plan

    child = factory.SubFactory(ChildFactory)
    start_date = MONDAY
    # Of its conference nothing is known; source="RECORDED" wants begun_at.
    source = "CENSUS"
    initial_category = "NEG"
    latest_category = "NEG"
    end_reason = factory.LazyAttribute(lambda plan: "RISK_REDUCED" if plan.end_date else "")
    end_date = None


class ReviewFactory(ConferenceChildFactory):
    """A child at a review conference of a plan, 12 weeks after it began."""

    class Params:
        held_date = factory.LazyAttribute(lambda one: one.plan.start_date + dt.timedelta(weeks=12))

    plan = factory.SubFactory(PlanFactory)
    child = factory.SelfAttribute("plan.child")
    kind = "REVIEW"


class DecisionFactory(AtOnce):
    class Meta:
        model = story.Decision

    conference_child = factory.SubFactory(ConferenceChildFactory)
    outcome = "PLAN_BEGINS"
    category = "NEG"
    reasons = "The invented harm is likely to go on."
    decided_by = factory.SubFactory(UserFactory)
    decided_at = NOON


class PlanCategoryFactory(AtOnce):
    class Meta:
        model = story.PlanCategory

    plan = factory.SubFactory(PlanFactory)
    category = "NEG"
    from_date = factory.SelfAttribute("plan.start_date")
    conference_child = factory.LazyAttribute(
        lambda one: one.plan.begun_at if one.plan.source == "RECORDED" else None
    )


class PlanElsewhereFactory(AtOnce):
    class Meta:
        model = story.PlanElsewhere

    child = factory.SubFactory(ChildFactory)
    authority_name = "Neighbourshire Council"
    how_known = "Told by the other authority"
    recorded_by = factory.SubFactory(UserFactory)
    recorded_at = NOON


class ChildInNeedPlanFactory(AtOnce):
    class Meta:
        model = story.ChildInNeedPlan

    child = factory.SubFactory(ChildFactory)
    source = "CENSUS"
    start_date = MONDAY


class ImportedFileFactory(AtOnce):
    class Meta:
        model = story.ImportedFile

    file_name = "census.xml"
    sha256 = factory.Sequence(lambda n: f"{n:064x}")
    size = 1000
    status = "READ"
    uploaded_by = factory.SubFactory(UserFactory, role="MANAGER")
    uploaded_at = NOON


class ImportFaultFactory(AtOnce):
    class Meta:
        model = story.ImportFault

    file = factory.SubFactory(ImportedFileFactory)
    kind = "REFUSED"
    line = 12
    rule = "8925"
    sentence = "The plan ends before it starts."


class ImportChangeFactory(AtOnce):
    class Meta:
        model = story.ImportChange

    file = factory.SubFactory(ImportedFileFactory)
    kind = "plans"
    how = "MOVED"
    number = "FB001"


class ImportQuestionFactory(AtOnce):
    class Meta:
        model = story.ImportQuestion

    file = factory.SubFactory(ImportedFileFactory)
    kind = "UNTOLD"
    sentence = "The plan of 14 June 2023 was left open by an earlier file, and this one does not tell of it."


class ImportedChildFactory(AtOnce):
    class Meta:
        model = story.ImportedChild

    file = factory.SubFactory(ImportedFileFactory)
    child = factory.SubFactory(ChildFactory)


class ChildrenFeedFactory(AtOnce):
    class Meta:
        model = story.ChildrenFeed

    file_name = "children.csv"
    sha256 = factory.Sequence(lambda n: f"{n:064x}")
    size = 1000
    status = "SHOWN"
    counts = {
        **dict.fromkeys(["added", "named", "moved", "unchanged", "refused", "asked", "noted"], 0),
        "rows": 1,
        "changed": 1,
    }
    handed_in_by = factory.SubFactory(UserFactory, role="BUSINESS_SUPPORT")
    handed_in_at = NOON


class FeedLineFactory(AtOnce):
    class Meta:
        model = story.FeedLine

    feed = factory.SubFactory(ChildrenFeedFactory)
    child = factory.SubFactory(ChildFactory)
    number = factory.LazyAttribute(lambda line: line.child.la_child_id)
    line = factory.Sequence(lambda n: n + 2)
    outcome = "CHANGED"
    writes = ["NAME"]


class FeedMemoryFactory(AtOnce):
    class Meta:
        model = story.FeedMemory

    feed = factory.SubFactory(ChildrenFeedFactory)
    child = factory.SubFactory(ChildFactory)


class BenchmarkFigureFactory(AtOnce):
    class Meta:
        model = story.BenchmarkFigure

    geography = "COUNTRY"
    place = "E92000001"
    place_name = "England"
    year = factory.Sequence(lambda n: 1900 + n)
    measure = "repeat_plans"
    statistic = "VALUE"
    value = "20.2"
    source = "Invented release"
    release = 2018


class StatisticalNeighbourFactory(AtOnce):
    class Meta:
        model = story.StatisticalNeighbour

    authority = "990"
    neighbour = "991"
    model_year = 2021
    rank = factory.Sequence(lambda n: n)


class RequestFactory(AtOnce):
    class Meta:
        model = story.Request

    form_key = factory.LazyFunction(uuid.uuid4)
    family = factory.SubFactory(FamilyFactory)
    reason = "An invented worry about invented children."
    requested_by = factory.SubFactory(UserFactory, role="SOCIAL_WORKER")
    requested_at = NOON


class RequestedChildFactory(AtOnce):
    """A child of a request for an initial conference, with the enquiry that it stands on."""

    class Meta:
        model = story.RequestedChild

    child = factory.SubFactory(ChildFactory)
    request = factory.SubFactory(RequestFactory, family=factory.SelfAttribute("..child.family"))
    kind = "INITIAL"
    # The enquiry starts so that its conference is due on the day that was told.
    enquiry = factory.SubFactory(
        EnquiryFactory,
        child=factory.SelfAttribute("..child"),
        started_date=factory.LazyAttribute(lambda one: england().add(one.factory_parent.due_date, -15).due),
    )
    due_date = dt.date(2018, 4, 30)
    due_rule = "R1"
    due_explanation = "15 working days from Monday 9 April 2018"
    history_checked_at = factory.SelfAttribute("request.requested_at")


class DayToldFactory(AtOnce):
    class Meta:
        model = story.DayTold

    requested_child = factory.SubFactory(RequestedChildFactory)
    child = factory.SelfAttribute("requested_child.child")
    code = "HOLD_CONFERENCE"
    due_date = dt.date(2018, 4, 30)
    explanation = "15 working days from Monday 9 April 2018"
    started_date = dt.date(2018, 4, 9)
    told_by = factory.SubFactory(UserFactory, role="SOCIAL_WORKER")
    told_at = NOON


class EarlierPlanFactory(AtOnce):
    class Meta:
        model = story.EarlierPlan

    requested_child = factory.SubFactory(RequestedChildFactory)
    found_in = "OWN"
    start_date = dt.date(2015, 1, 5)
    end_date = dt.date(2016, 2, 1)
    category = "NEG"


class FamilyConsultationFactory(AtOnce):
    """One without a child, raised by hand; that of a request comes with its first child."""

    class Meta:
        model = story.FamilyConsultation

    family = factory.SubFactory(FamilyFactory)
    raised_why = "BY_HAND"
    words = "The invented school asked twice."
    raised_by = factory.SubFactory(UserFactory, role="CHAIR")
    raised_at = NOON
    decide_by_date = dt.date(2018, 4, 12)


def within_of(requested: Any) -> Any:
    """The family's consultation of a request, as the first child of it raises it."""
    rows, asked = story.FamilyConsultation.objects.unscoped("test"), requested.request
    if asked.pk is None or not type(asked).every.filter(pk=asked.pk).exists():
        return story.FamilyConsultation(request=asked, family=asked.family)
    return rows.get_or_create(
        request=asked,
        defaults={
            "family": asked.family,
            "raised_why": "REPLAN",
            "raised_at": NOON,
            "decide_by_date": dt.date(2018, 4, 12),
        },
    )[0]


class ConsultationFactory(AtOnce):
    class Meta:
        model = story.Consultation

    requested_child = factory.SubFactory(RequestedChildFactory)
    child = factory.LazyAttribute(lambda one: one.requested_child.child)
    within = factory.LazyAttribute(lambda one: within_of(one.requested_child))
    raised_at = NOON

    @classmethod
    def _create(cls, model: Any, *args: Any, **fields: Any) -> Any:
        """With the account as its version, where somebody gave it."""
        one = super()._create(model, *args, **fields)
        if one.asked_by is not None:
            texts = {"why_now": one.why_now, "what_is_different": one.what_is_different}
            texts |= {"what_else": one.options_tried, "given_by": one.asked_by, "given_at": one.asked_at}
            account = ConsultationAccountFactory(within=one.within, **texts)
            ConsultationAccountChildFactory(account=account, consultation=one, child_words=one.child_words)
        return one

    decide_by_date = dt.date(2018, 4, 12)
    asked_by = factory.LazyAttribute(
        lambda one: None if one.state in ("RAISED", "CLOSED") else one.requested_child.request.requested_by
    )
    asked_at = factory.LazyAttribute(lambda one: NOON if one.asked_by else None)
    why_now = factory.LazyAttribute(lambda one: "The invented harm is back." if one.asked_by else "")
    what_is_different = factory.LazyAttribute(lambda one: "Another household." if one.asked_by else "")
    state = "RAISED"


class ConsultationAnswerFactory(AtOnce):
    """An answer, after which its consultation stands as it was answered."""

    class Meta:
        model = story.ConsultationAnswer

    @classmethod
    def _create(cls, model: Any, *args: Any, **fields: Any) -> Any:
        one = fields["consultation"]
        if one.asked_by is None and fields["answer"] != "PARTNER_RIGHT":
            one.asked_by, one.asked_at = one.requested_child.request.requested_by, NOON
            one.why_now, one.what_is_different = "The invented harm is back.", "Another household."
            one.state = "ASKED"
            one.save()
        answer = super()._create(model, *args, **fields)
        state = str(LEADS_TO[Answer[answer.answer]])
        if one.state != state:
            one.state = state
            one.save()
        return answer

    consultation = factory.SubFactory(ConsultationFactory)
    answer = "AGREE"
    reasons = "The invented harm has come back."
    answered_by = factory.SubFactory(UserFactory, role="STRATEGIC_LEAD")
    answered_at = NOON


class ConsultationFirstViewFactory(AtOnce):
    """A first view of who has still to decide, on the account that stands."""

    class Meta:
        model = story.ConsultationFirstView

    consultation = factory.SubFactory(ConsultationFactory, state="ASKED")
    act = factory.LazyFunction(uuid.uuid4)
    account = factory.LazyAttribute(
        lambda one: (
            story.ConsultationAccount.objects.unscoped("test")
            .filter(children__consultation=one.consultation)
            .order_by("number")
            .last()
        )
    )
    leans = "AGREE"
    words = "The same invented harm, soon after."
    noted_by = factory.SubFactory(UserFactory, role="STRATEGIC_LEAD")
    noted_at = NOON


class ConsultationAccountFactory(AtOnce):
    """An account of a family's consultation, of no child yet."""

    class Meta:
        model = story.ConsultationAccount

    within = factory.SubFactory(FamilyConsultationFactory)
    number = factory.LazyAttribute(lambda one: one.within.accounts.count() + 1)
    why_now = "The invented harm is back."
    what_is_different = "Another household."
    given_by = factory.SubFactory(UserFactory, role="SOCIAL_WORKER")
    given_at = NOON


class ConsultationAccountChildFactory(AtOnce):
    class Meta:
        model = story.ConsultationAccountChild

    consultation = factory.SubFactory(ConsultationFactory)
    account = factory.SubFactory(
        ConsultationAccountFactory, within=factory.SelfAttribute("..consultation.within")
    )
    child = factory.SelfAttribute("consultation.child")
    child_words = "It is loud at night."


class ThresholdStatementFactory(AtOnce):
    class Meta:
        model = story.ThresholdStatement

    key = factory.Sequence(lambda number: f"4.{number}")
    words = "The same harm came back after help ended"
    from_date = dt.date(2018, 4, 1)
    saved_by = factory.SubFactory(UserFactory, role="STRATEGIC_LEAD")
    saved_at = NOON


class ConsultationAnswerReasonFactory(AtOnce):
    class Meta:
        model = story.ConsultationAnswerReason

    answer = factory.SubFactory(ConsultationAnswerFactory)
    statement = factory.SubFactory(ThresholdStatementFactory)


class LearningIdeaFactory(AtOnce):
    class Meta:
        model = story.LearningIdea

    title = "A family group conference before the first review"
    came_from = "VISIT"
    where_words = "Fablehaven Council"
    day = dt.date(2018, 3, 1)
    who_went = "Two invented chairs"
    learned = "They offer it before the conference, and a relative leads it."
    evidence = "SEEN"
    added_by = factory.SubFactory(UserFactory, role="STRATEGIC_LEAD")
    added_at = NOON
    saved_by = factory.SelfAttribute("added_by")
    saved_at = factory.SelfAttribute("added_at")


class LearningTrialFactory(AtOnce):
    class Meta:
        model = story.LearningTrial

    idea = factory.SubFactory(
        LearningIdeaFactory, owner=factory.SubFactory(UserFactory, role="STRATEGIC_LEAD")
    )
    what = "One team offers it to each family."
    measure = "plans_started"
    movement = "DOWN"
    months = 3
    start_date = dt.date(2018, 4, 2)
    next_review_date = dt.date(2018, 7, 2)
    started_by = factory.SubFactory(UserFactory, role="STRATEGIC_LEAD")
    started_at = NOON


class LearningReadingFactory(AtOnce):
    class Meta:
        model = story.LearningReading

    trial = factory.SubFactory(LearningTrialFactory)
    day = dt.date(2018, 4, 2)
    is_before = True
    from_date = dt.date(2018, 1, 2)
    to_date = dt.date(2018, 4, 1)
    numerator = 24
    coverage = "since 1 April 2016"
    read_at = NOON


class LearningReviewFactory(AtOnce):
    class Meta:
        model = story.LearningReview

    reading = factory.SubFactory(LearningReadingFactory)
    words = "Fewer than before, and half of them of one family."
    reviewed_by = factory.SubFactory(UserFactory, role="STRATEGIC_LEAD")
    reviewed_at = NOON


class LearningDecisionFactory(AtOnce):
    class Meta:
        model = story.LearningDecision

    idea = factory.SubFactory(LearningIdeaFactory)
    outcome = "ADOPTED"
    why = "BETTER"
    words = "Families say that they were heard."
    decided_by = factory.SubFactory(UserFactory, role="STRATEGIC_LEAD")
    decided_at = NOON


class LearningHeardFactory(AtOnce):
    class Meta:
        model = story.LearningHeard

    group = "PARENTS"
    said = "The letter was hard to read."
    heard_date = dt.date(2018, 3, 5)
    how_heard = "Feedback after conferences"
    added_by = factory.SubFactory(UserFactory, role="CHAIR")
    added_at = NOON
    saved_by = factory.SelfAttribute("added_by")
    saved_at = factory.SelfAttribute("added_at")


class FeedbackCodeFactory(AtOnce):
    class Meta:
        model = story.FeedbackCode

    digest = factory.Sequence(lambda n: f"{n:064d}")
    giver = "PARENT"
    wave = "SOON"
    ends_date = dt.date(2040, 1, 1)


class FeedbackAnswerFactory(AtOnce):
    class Meta:
        model = story.FeedbackAnswer

    giver = "PARENT"
    wave = "SOON"
    quarter = dt.date(2018, 7, 1)
    answer_1 = 4


class FeedbackReadingFactory(AtOnce):
    class Meta:
        model = story.FeedbackReading

    answer = factory.SubFactory(FeedbackAnswerFactory, words="It was long.")
    outcome = "SHOWN"
    themes = ["OTHER"]
    read_by = factory.SubFactory(UserFactory, role="MANAGER")
    read_at = NOON


class FeedbackOfferFactory(AtOnce):
    class Meta:
        model = story.FeedbackOffer

    quarter = dt.date(2018, 1, 1)
    giver = "PARENT"
    wave = "SOON"
    number = 2
    recorded_by = factory.SubFactory(UserFactory, role="BUSINESS_SUPPORT")
    recorded_at = NOON


class FeedbackLanguageFactory(AtOnce):
    class Meta:
        model = story.FeedbackLanguage

    code = factory.Sequence(lambda n: "".join(chr(97 + n // 26**at % 26) for at in range(3)))
    name = "Invented"
    own_name = "Inventish"
    saved_by = factory.SubFactory(UserFactory, role="MANAGER")
    saved_at = NOON


class LetterWordingFactory(AtOnce):
    """Words of one part of a letter, from the day on which they were written."""

    class Meta:
        model = story.LetterWording

    kind = "DECISION"
    part = "HEADING"
    version = 1
    text = "What the meeting decided"
    from_date = NOON.date()
    reason = "The partnership agreed it."
    set_by = factory.SubFactory(UserFactory, role="SYSTEM_ADMINISTRATOR")
    set_at = NOON


class ConsultationConditionFactory(AtOnce):
    class Meta:
        model = story.ConsultationCondition

    answer = factory.SubFactory(ConsultationAnswerFactory)
    what = "Offer the family group conference again."
    owner = factory.SubFactory(UserFactory, role="SOCIAL_WORKER")
    due_date = dt.date(2018, 4, 20)


class ConsultationDissentFactory(AtOnce):
    class Meta:
        model = story.ConsultationDissent

    consultation = factory.SubFactory(ConsultationFactory)
    act = factory.LazyFunction(uuid.uuid4)
    agency = factory.SubFactory(AgencyFactory)
    words = "The invented school would have met."
    recorded_by = factory.SubFactory(UserFactory, role="SOCIAL_WORKER")
    recorded_at = NOON


class SecondOpinionFactory(AtOnce):
    """One that waits for somebody; with `opinion` it is given by them, who did not know."""

    class Meta:
        model = story.SecondOpinion

    @classmethod
    def _create(cls, model: Any, *args: Any, **fields: Any) -> Any:
        if fields.get("opinion"):
            fields = {
                "words": "The invented uncle would hold it.",
                "knew": False,
                "given_by": fields["reader"],
                "given_at": fields["drawn_at"],
            } | fields
        return super()._create(model, *args, **fields)

    answer = factory.SubFactory(ConsultationAnswerFactory)
    lot = 4
    share = 10
    drawn_at = factory.SelfAttribute("answer.answered_at")
    reader = factory.SubFactory(UserFactory, role="MANAGER")


class SecondOpinionReasonFactory(AtOnce):
    class Meta:
        model = story.SecondOpinionReason

    second = factory.SubFactory(SecondOpinionFactory, opinion="ANOTHER_WAY")
    statement = factory.SubFactory(ThresholdStatementFactory)


class SecondOpinionTalkFactory(AtOnce):
    class Meta:
        model = story.SecondOpinionTalk

    second = factory.SubFactory(SecondOpinionFactory, opinion="ANOTHER_WAY")
    held_date = dt.date(2018, 4, 30)
    words = "The invented uncle was not known to the first."
    recorded_by = factory.SubFactory(UserFactory, role="MANAGER")
    recorded_at = NOON


class SupportReviewFactory(AtOnce):
    class Meta:
        model = story.SupportReview

    answer = factory.SubFactory(
        ConsultationAnswerFactory, answer="ANOTHER_WAY", instead="A child in need plan."
    )
    held_date = dt.date(2018, 6, 11)
    outcome = "ENOUGH"
    words = "The invented worker still comes every week."
    recorded_by = factory.SubFactory(UserFactory, role="SOCIAL_WORKER")
    recorded_at = NOON


def answered(state: str, **fields: Any) -> Any:
    """A consultation in this state, with its answer where it has one."""
    if state in ("RAISED", "ASKED", "CLOSED"):
        return ConsultationFactory(state=state, **fields)
    answer = {"AGREED": "AGREE"}.get(state, state)
    given: Any = ConsultationAnswerFactory(
        consultation=ConsultationFactory(state="ASKED", **fields),
        answer=answer,
        instead="" if answer == "AGREE" else "The invented school knows more.",
    )
    return given.consultation


class ThinkingTimeFactory(AtOnce):
    class Meta:
        model = story.ThinkingTime

    request = factory.SubFactory(RequestFactory)
    trigger = "REPLAN"
    is_required = True
    raised_at = NOON
    held_date = None
    recorded_at = factory.LazyAttribute(
        lambda made: dt.datetime.combine(made.held_date, NOON.timetz()) if made.held_date else None
    )


class ThinkingRequirementFactory(AtOnce):
    class Meta:
        model = story.ThinkingRequirement

    requested_child = factory.SubFactory(RequestedChildFactory)
    session = factory.SubFactory(
        ThinkingTimeFactory, request=factory.SelfAttribute("..requested_child.request")
    )
    trigger = "REPLAN"
    since_date = NOON.date()
    number = 1
    why = "The child was on 1 plan before."
    raised_at = NOON


class ThinkingActionFactory(AtOnce):
    class Meta:
        model = story.ThinkingAction

    session = factory.SubFactory(ThinkingTimeFactory)
    what = "Ask the invented school what it has seen."
    owner_words = "The invented school nurse"
    due_date = NOON.date() + dt.timedelta(days=14)
    added_by = factory.SubFactory(UserFactory, role="CHAIR")
    added_at = NOON


class ThinkingSlotFactory(AtOnce):
    class Meta:
        model = story.ThinkingSlot

    session = factory.SubFactory(ThinkingTimeFactory)
    chair = factory.SubFactory(UserFactory, role="CHAIR")
    starts_at = NOON + dt.timedelta(days=1)
    ends_at = factory.LazyAttribute(lambda one: one.starts_at + dt.timedelta(hours=1))
    planned_by = factory.SelfAttribute("chair")
    planned_at = NOON


class ThinkingWaiverFactory(AtOnce):
    class Meta:
        model = story.ThinkingWaiver

    session = factory.SubFactory(ThinkingTimeFactory)
    outcome = ""
    why = "CANNOT_WAIT"
    words = "The invented harm cannot wait."
    asked_by = factory.SubFactory(UserFactory, role="CHAIR")
    asked_at = NOON
    last_date = NOON.date() + dt.timedelta(days=7)
    closed_reason = factory.LazyAttribute(lambda one: "The invented manager agrees." if one.outcome else "")


class ThinkingTimeEntryFactory(AtOnce):
    class Meta:
        model = story.ThinkingTimeEntry

    class Params:
        asked = factory.SubFactory(RequestedChildFactory)

    session = factory.SubFactory(ThinkingTimeFactory, request=factory.SelfAttribute("..asked.request"))
    child = factory.SelfAttribute("asked.child")
    conclusion = "Look at the whole history, not the latest incident."
    written_by = factory.SubFactory(UserFactory)
    written_at = NOON


class ReflectiveNoteFactory(AtOnce):
    class Meta:
        model = story.ReflectiveNote

    session = factory.SubFactory(ThinkingTimeFactory)
    pattern = "The same invented pattern."
    written_by = factory.SubFactory(UserFactory)
    written_at = NOON


class RoomFactory(AtOnce):
    class Meta:
        model = story.Room

    name = factory.Sequence(lambda n: f"Invented Room {n}")
    seats = 14


class BookingFactory(AtOnce):
    """A meeting, whose request stands as it does."""

    class Meta:
        model = story.Booking

    @classmethod
    def _create(cls, model: Any, *args: Any, **fields: Any) -> Any:
        booking, request = super()._create(model, *args, **fields), fields["request"]
        if booking.state in ("BOOKED", "HELD") and request.state != booking.state:
            request.state = booking.state
            request.save(update_fields=["state"])
        return booking

    form_key = factory.LazyFunction(uuid.uuid4)
    request = factory.SubFactory(RequestFactory)
    room = factory.SubFactory(RoomFactory)
    chair = factory.SubFactory(UserFactory)
    starts_at = dt.datetime(2018, 4, 24, 9, tzinfo=dt.UTC)
    ends_at = dt.datetime(2018, 4, 24, 11, tzinfo=dt.UTC)
    booked_by = factory.SubFactory(UserFactory, role="BUSINESS_SUPPORT")
    booked_at = NOON

    class Params:
        # A meeting that came to no decision: undecided=True, and its state.
        undecided = factory.Trait(
            state="ADJOURNED",
            outcome_reason="OTHER",
            outcome_words="The invented grandmother stays with the children.",
            outcome_by=factory.SelfAttribute("chair"),
            outcome_at=factory.SelfAttribute("ends_at"),
        )


def meet(request: Any) -> None:
    """The conference that was asked for is held."""
    BookingFactory(request=request, state="HELD", conference=ConferenceFactory())


class BookingMoveFactory(AtOnce):
    class Meta:
        model = story.BookingMove

    booking = factory.SubFactory(BookingFactory)
    from_room = factory.SubFactory(RoomFactory)
    from_chair = factory.SubFactory(UserFactory)
    from_starts_at = dt.datetime(2018, 4, 23, 9, tzinfo=dt.UTC)
    from_ends_at = factory.LazyAttribute(lambda one: one.from_starts_at + dt.timedelta(hours=2))
    reason = "FAMILY"
    moved_by = factory.SubFactory(UserFactory, role="BUSINESS_SUPPORT")
    moved_at = NOON


class ClosureFactory(AtOnce):
    class Meta:
        model = story.Closure

    reason = "New floor"
    from_date = MONDAY
    to_date = MONDAY
    room = factory.SubFactory(RoomFactory)


class DiaryFeedFactory(AtOnce):
    class Meta:
        model = story.DiaryFeed

    owner = factory.SubFactory(UserFactory)
    secret = factory.Sequence(lambda n: f"secret-{n}")
    made_at = NOON


class SlotHoldFactory(AtOnce):
    class Meta:
        model = story.SlotHold

    holder = factory.SubFactory(UserFactory)
    room = factory.SubFactory(RoomFactory)
    chair = factory.SubFactory(UserFactory, role="CHAIR")
    starts_at = NOON
    ends_at = factory.LazyAttribute(lambda hold: hold.starts_at + dt.timedelta(hours=2))
    until_at = NOON


class MeetingRecordFactory(AtOnce):
    """The record of a meeting, which was held where the record is signed."""

    class Meta:
        model = story.MeetingRecord

    @classmethod
    def _create(cls, model: Any, *args: Any, **fields: Any) -> Any:
        record, booking = super()._create(model, *args, **fields), fields["booking"]
        if record.state == "SIGNED" and booking.state == "BOOKED":
            hold(booking)
        return record

    booking = factory.SubFactory(BookingFactory)
    saved_by = factory.SubFactory(UserFactory)
    saved_at = NOON


def hold(booking: story.Booking) -> None:
    """The meeting and its request are held, at a conference of the meeting's day."""
    booking.conference = ConferenceFactory(held_date=booking.starts_at.date(), chair=booking.chair)
    booking.state = booking.request.state = "HELD"
    booking.save(update_fields=["state", "conference"])
    booking.request.save(update_fields=["state"])


class AttendanceFactory(AtOnce):
    class Meta:
        model = story.Attendance

    record = factory.SubFactory(MeetingRecordFactory)
    name = "Teacher Exemplar"
    agency_kind = "SCHOOL"
    mode = "IN_PERSON"


class WithheldTextFactory(AtOnce):
    """What a teacher told and nobody of the family is to read; agencies may."""

    class Meta:
        model = story.WithheldText

    record = factory.SubFactory(MeetingRecordFactory)
    what = "What the invented teacher was told in confidence"
    told_by = "Teacher Exemplar"
    agency_kind = "SCHOOL"
    reason = "CHILD"
    from_family = True
    from_agencies = False
    saved_by = factory.SubFactory(UserFactory)
    saved_at = NOON


class ChildPartFactory(AtOnce):
    class Meta:
        model = story.ChildPart

    record = factory.SubFactory(MeetingRecordFactory)
    requested_child = factory.SubFactory(
        RequestedChildFactory, request=factory.SelfAttribute("..record.booking.request")
    )
    saved_by = factory.SubFactory(UserFactory)
    saved_at = NOON


class NextDatesFactory(AtOnce):
    """A core group within its ten working days, and a review within its three months."""

    class Meta:
        model = story.NextDates

    part = factory.SubFactory(ChildPartFactory)
    core_group_date = dt.date(2018, 5, 3)
    core_group_time = dt.time(10)
    review_date = dt.date(2018, 7, 12)
    review_time = dt.time(14)
    saved_by = factory.SubFactory(UserFactory)
    saved_at = NOON


class CoreGroupMemberFactory(AtOnce):
    class Meta:
        model = story.CoreGroupMember

    part = factory.SubFactory(ChildPartFactory)
    name = "Nurse Exemplar"
    role = "School nurse"
    agency_kind = "SCHOOL"


class PlanNeedFactory(AtOnce):
    class Meta:
        model = story.PlanNeed

    part = factory.SubFactory(ChildPartFactory)
    number = factory.Sequence(lambda n: n % 30_000 + 1)
    need = "A bed and a bath at the same time each day"
    outcome = "The child sleeps through the night"


class PlanActionFactory(AtOnce):
    class Meta:
        model = story.PlanAction

    part = factory.SubFactory(ChildPartFactory)
    what = "Take the child to the invented clinic each week"
    who = "Parent Samplewood"
    by_date = dt.date(2018, 5, 8)


class LetterFactory(AtOnce):
    class Meta:
        model = story.Letter

    record = factory.SubFactory(MeetingRecordFactory)
    person = factory.SubFactory(
        PersonFactory, family=factory.SelfAttribute("..record.booking.request.family")
    )
    made_by = factory.SubFactory(UserFactory)
    made_at = NOON


class DocumentFactory(AtOnce):
    """The decision letter of a recipient, with its letter where none was made yet, and a file for Word."""

    class Meta:
        model = story.Document

    @classmethod
    def _create(cls, model: Any, *args: Any, **fields: Any) -> Any:
        told = {"record": fields["record"], "person": fields["person"]}
        if not story.Letter.objects.unscoped("factory").filter(**told).exists():
            LetterFactory(**told, made_by=fields["made_by"])
        document = super()._create(model, *args, **fields)
        DocumentFileFactory(document=document, format="WORD")
        return document

    record = factory.SubFactory(MeetingRecordFactory)
    kind = "DECISION_LETTER"
    person = factory.SubFactory(
        PersonFactory, family=factory.SelfAttribute("..record.booking.request.family")
    )
    made_by = factory.SubFactory(UserFactory)
    made_at = NOON


class OwnVersionFactory(AtOnce):
    """Of a child of a signed record: none is given, and nothing is said by its chair."""

    class Meta:
        model = story.OwnVersion

    part = factory.SubFactory(
        ChildPartFactory,
        record__state="SIGNED",
        record__signed_by=factory.SubFactory(UserFactory),
        record__signed_at=NOON,
    )
    none_reason = "DECLINED"
    none_by = factory.SubFactory(UserFactory)
    none_at = NOON


def copy_made(**fields: Any) -> Any:
    """A copy of a signed record for somebody of an agency, which a second person has to release."""
    told = {"kind": "RECORD", "agency_kind": "SCHOOL", "agency_name": "Teacher Exemplar"}
    return story.Document.objects.create(**told | {"made_at": NOON, "needs_release": True} | fields)


class DocumentFileFactory(AtOnce):
    class Meta:
        model = story.DocumentFile

    document = factory.SubFactory(DocumentFactory)
    format = "PDF"
    content = b"An invented file"
    sha256 = factory.LazyAttribute(lambda file: hashlib.sha256(file.content).hexdigest())


class FamilyMoveFactory(AtOnce):
    class Meta:
        model = ground.FamilyMove

    child = factory.SubFactory(ChildFactory)
    kind = "SPLIT"
    from_family = factory.SubFactory(FamilyFactory)
    to_family = factory.SelfAttribute("child.family")
    reason = "They live apart now"
    moved_by = factory.SubFactory(UserFactory, role="BUSINESS_SUPPORT")
    moved_at = NOON


class ParentMemoryFactory(AtOnce):
    class Meta:
        model = story.ParentMemory

    child = factory.SubFactory(ChildFactory)
    key = factory.Sequence(lambda n: f"#P{n}")


class TakenOnFactory(AtOnce):
    class Meta:
        model = story.TakenOn

    child = factory.SubFactory(ChildFactory)
    team = factory.SubFactory(TeamFactory)
    reason = "A new referral"
    taken_on_by = factory.SubFactory(UserFactory, role="TEAM_MANAGER")
    taken_on_at = NOON


class CoreGroupFactory(AtOnce):
    class Meta:
        model = story.CoreGroup

    plan = factory.SubFactory(PlanFactory)
    held_date = dt.date(2018, 4, 20)
    recorded_by = factory.SubFactory(UserFactory, role="SOCIAL_WORKER")
    recorded_at = NOON


class CorrectionFactory(AtOnce):
    """A date of birth that was typed wrongly."""

    class Meta:
        model = story.Correction

    child = factory.SubFactory(ChildFactory)
    kind = "CHILD"
    row = factory.SelfAttribute("child.pk")
    field = "birth_date"
    was = "2012-05-04"
    now = "2012-05-14"
    why = "TYPED"
    corrected_by = factory.SubFactory(UserFactory, role="SOCIAL_WORKER")
    corrected_at = NOON


class DecisionChangeFactory(AtOnce):
    """No plan was decided, and one was signed: the decision that it replaces stands before it."""

    class Meta:
        model = story.DecisionChange

    @classmethod
    def _create(cls, model: Any, *args: Any, **fields: Any) -> Any:
        at = fields["conference_child"]
        if not story.Decision.every.filter(conference_child=at).exists():
            DecisionFactory(
                conference_child=at, outcome=fields["was_outcome"], category=fields["was_category"]
            )
        return super()._create(model, *args, **fields)

    conference_child = factory.SubFactory(ConferenceChildFactory)
    version = 2
    new_outcome = "NO_PLAN"
    new_reasons = "The harm is not likely to go on."
    was_outcome = "PLAN_BEGINS"
    was_category = "NEG"
    was_reasons = "The invented harm is likely to go on."
    why = "TYPED"
    words = "The wrong box was ticked."
    asked_by = factory.SubFactory(UserFactory)
    asked_at = NOON
    last_date = dt.date(2018, 4, 23)


class FollowUpFactory(AtOnce):
    class Meta:
        model = story.FollowUp

    plan = factory.SubFactory(PlanFactory, end_date=dt.date(2018, 7, 2), end_reason="RISK_REDUCED")
    which = "FIRST"
    held_date = dt.date(2018, 10, 1)
    how_child_is = "The invented child is well."
    recorded_by = factory.SubFactory(UserFactory, role="SOCIAL_WORKER")
    recorded_at = NOON


class SupportTriedFactory(AtOnce):
    class Meta:
        model = story.SupportTried

    child = factory.SubFactory(ChildFactory)
    kind = "FAMILY_GROUP_CONFERENCE"
    uptake = "WAITING"
    offered_date = dt.date(2018, 3, 5)
    aim = "An invented aunt has the child each weekend."
    known_from = "OURS"
    recorded_by = factory.SubFactory(UserFactory, role="SOCIAL_WORKER")
    recorded_at = NOON
    told_by = factory.SelfAttribute("recorded_by")
    told_at = factory.SelfAttribute("recorded_at")


class InvitationFactory(AtOnce):
    """Somebody of an agency, asked for a report and not invited yet."""

    class Meta:
        model = story.Invitation

    request = factory.SubFactory(RequestFactory)
    name = "Teacher Exemplar"
    role = "Headteacher"
    agency_kind = "SCHOOL"
    is_report_asked = True
    put_on_by = factory.SubFactory(UserFactory, role="BUSINESS_SUPPORT")
    put_on_at = NOON
    told_by = factory.SelfAttribute("put_on_by")
    told_at = factory.SelfAttribute("put_on_at")


class InvitationLetterFactory(AtOnce):
    """A letter of invitation with one file, as it was made."""

    class Meta:
        model = story.InvitationLetter
        skip_postgeneration_save = True

    invitation = factory.SubFactory(InvitationFactory)
    made_by = factory.SubFactory(UserFactory, role="BUSINESS_SUPPORT")
    made_at = NOON

    @factory.post_generation
    def files(self, create: bool, wanted: object, **kwargs: object) -> None:
        if create and wanted is not False:
            InvitationLetterFileFactory(letter=self)


class InvitationLetterFileFactory(AtOnce):
    class Meta:
        model = story.InvitationLetterFile

    letter = factory.SubFactory(InvitationLetterFactory, files=False)
    format = "WORD"
    content = b"An invented letter"
    sha256 = factory.LazyAttribute(lambda one: hashlib.sha256(one.content).hexdigest())


class ExclusionFactory(AtOnce):
    """Somebody whom nobody knows but by name, whom the chair is asked to exclude."""

    class Meta:
        model = story.Exclusion

    request = factory.SubFactory(RequestFactory)
    name = "Jay Exemplar"
    ground = "VIOLENCE"
    facts = "He was heard to threaten, says the invented neighbour"
    extent = "WHOLE"
    asker = "Mother Exemplar, the mother"
    asked_date = dt.date(2018, 3, 5)
    put_by = factory.SubFactory(UserFactory, role="SOCIAL_WORKER")
    put_at = NOON
    saved_by = factory.SelfAttribute("put_by")
    saved_at = factory.SelfAttribute("put_at")


def excluded(booking: Any, answer: str = "WHOLE", **fields: Any) -> Any:
    """An exclusion that the chair of a meeting in the diary decided on; who is known by name alone is handed
    the letter.
    """
    handed = {} if fields.get("person") else {"way": "HAND", "way_words": "Worker Exemplar"}
    return ExclusionFactory(
        **handed
        | {
            "request": booking.request,
            "answer": answer,
            "decided_part": "While the police tell what they know" if answer == "PART" else "",
            "reasons": "The invented chair thought of everybody’s safety",
            "instead": "WRITTEN",
            "instead_words": "By the day before, to the chair",
            "letter_why": "We want everybody to be able to speak freely",
            "teller": "Worker Exemplar, social worker",
            "decided_by": booking.chair,
            "decided_at": NOON,
        }
        | fields
    )


class ReportChaseFactory(AtOnce):
    """A report that has not come was asked for once more."""

    class Meta:
        model = story.ReportChase

    invitation = factory.SubFactory(InvitationFactory)
    channel = "TELEPHONE"
    chased_date = dt.date(2018, 3, 6)
    told_by = factory.SubFactory(UserFactory, role="BUSINESS_SUPPORT")
    told_at = NOON + dt.timedelta(days=2)


class ReportShowingFactory(AtOnce):
    """Somebody of the family was shown a report that came."""

    class Meta:
        model = story.ReportShowing

    invitation = factory.SubFactory(InvitationFactory)
    reader = factory.SubFactory(
        InvitationFactory,
        request=factory.SelfAttribute("..invitation.request"),
        name="Aunt Exemplar",
        agency_kind="",
        is_report_asked=False,
    )
    way = "READ"
    shown_date = factory.LazyAttribute(lambda showing: day_of(showing.invitation.request.requested_at))
    shown_by = "Worker Exemplar"
    told_by = factory.SubFactory(UserFactory, role="BUSINESS_SUPPORT")
    told_at = factory.LazyAttribute(
        lambda showing: showing.invitation.request.requested_at + dt.timedelta(days=2)
    )


class ReportLinkFactory(AtOnce):
    """A link of an agency that is taken."""

    class Meta:
        model = story.ReportLink

    invitation = factory.SubFactory(InvitationFactory)
    digest = factory.Sequence(lambda n: f"{n:064x}")
    code_digest = "c" * 64
    ends_date = dt.date(2099, 1, 5)
    made_by = factory.SubFactory(UserFactory, role="BUSINESS_SUPPORT")
    made_at = NOON
    given_at = NOON
    code_at = NOON
    draft = factory.LazyFunction(lambda: {"well": "Begun and not sent"})
    draft_at = NOON


class AgencyReportFactory(AtOnce):
    """A report that came by a link, with a confidential sheet."""

    class Meta:
        model = story.AgencyReport
        skip_postgeneration_save = True

    link = factory.SubFactory(ReportLinkFactory)
    invitation = factory.SelfAttribute("link.invitation")
    writer = "Nurse Exemplar"
    writer_role = "Health visitor"
    texts = factory.LazyFunction(lambda: {"INVOLVED": "I visit the family", "WELL": "The baby grows"})
    shared_way = "READ"
    shared_date = dt.date(2018, 4, 10)
    shared_with = "The mother"
    sheet = "What one of them must not hear"
    sent_at = NOON + dt.timedelta(days=2)

    @factory.post_generation
    def children(self, create: bool, extracted: Any, **kwargs: Any) -> None:
        """About the children of its conference, who are one where nobody made any."""
        if not create:
            return
        request = self.invitation.request
        asked = list(request.children.all()) or [RequestedChildFactory(request=request)]
        for one in asked:
            AgencyReportChildFactory(report=self, child=one.child)
        # As at the end of its own transaction: a child who is asked for afterwards is not of it.
        with connection.cursor() as cursor:
            for when in ("IMMEDIATE", "DEFERRED"):
                cursor.execute(f"SET CONSTRAINTS pgtrigger_agencyreport_with_its_children_5e7ae {when}")


class AgencyReportChildFactory(AtOnce):
    """A further child whom a report is about."""

    class Meta:
        model = story.AgencyReportChild

    report = factory.SubFactory(AgencyReportFactory)
    child = factory.SubFactory(ChildFactory)


class QuorumChoiceFactory(AtOnce):
    """A chair goes on with a meeting to which too few say that they come."""

    class Meta:
        model = story.QuorumChoice

    booking = factory.SubFactory(BookingFactory)
    reason = "The baby's safety does not wait."
    told_by = factory.SelfAttribute("booking.chair")
    told_at = NOON


class ExclusionLetterFactory(AtOnce):
    """A letter with one file, as it was made."""

    class Meta:
        model = story.ExclusionLetter
        skip_postgeneration_save = True

    exclusion = factory.LazyFunction(lambda: excluded(BookingFactory()))
    made_by = factory.SubFactory(UserFactory, role="BUSINESS_SUPPORT")
    made_at = NOON

    @factory.post_generation
    def files(self, create: bool, extracted: Any, **kwargs: Any) -> None:
        if create and extracted is not False:
            content = b"An invented letter"
            ExclusionLetterFileFactory(letter=self, content=content)


class ExclusionLetterFileFactory(AtOnce):
    class Meta:
        model = story.ExclusionLetterFile

    letter = factory.SubFactory(ExclusionLetterFactory, files=False)
    format = "WORD"
    content = b"An invented letter"
    sha256 = factory.LazyAttribute(lambda one: hashlib.sha256(one.content).hexdigest())


class LookUpFactory(AtOnce):
    """What was found three months after a plan ended."""

    class Meta:
        model = story.LookUp

    plan = factory.SubFactory(PlanFactory, end_date=dt.date(2018, 5, 4), start_date=dt.date(2017, 5, 1))
    child = factory.LazyAttribute(lambda one: one.plan.child if one.plan else one.answer.consultation.child)
    months = 3
    since_date = dt.date(2018, 5, 4)
    due_date = dt.date(2018, 8, 4)
    found = "NOTHING"
    looked_at = dt.datetime(2018, 8, 4, 9, tzinfo=dt.UTC)


class LifeEventFactory(AtOnce):
    class Meta:
        model = story.LifeEvent

    child = factory.SubFactory(ChildFactory)
    kind = "LEFT_UK"
    day = dt.date(2018, 6, 4)
    evidence = "The invented aunt wrote."
    recorded_by = factory.SubFactory(UserFactory, role="SOCIAL_WORKER")
    recorded_at = NOON


class PlanEndingFactory(AtOnce):
    class Meta:
        model = story.PlanEnding

    plan = factory.SubFactory(PlanFactory)
    event = factory.SubFactory(LifeEventFactory, child=factory.SelfAttribute("..plan.child"))
    end_date = dt.date(2018, 6, 4)
    end_reason = "LEFT_UK"
    evidence = "The invented aunt wrote."
    asked_by = factory.SubFactory(UserFactory, role="SOCIAL_WORKER")
    asked_at = NOON
    last_date = dt.date(2018, 6, 18)


class PlanResumptionFactory(AtOnce):
    class Meta:
        model = story.PlanResumption

    ending = factory.SubFactory(
        PlanEndingFactory,
        plan__end_date=dt.date(2018, 6, 4),
        plan__end_reason="LEFT_UK",
        outcome="CONFIRMED",
        closed_by=factory.SubFactory(UserFactory, role="STRATEGIC_LEAD"),
        closed_at=NOON,
    )
    plan = factory.SelfAttribute("ending.plan")
    was_end_date = dt.date(2018, 6, 4)
    was_end_reason = "LEFT_UK"
    why = "OTHER_CHILD"
    words = "It was the invented cousin."
    asked_by = factory.SubFactory(UserFactory, role="SOCIAL_WORKER")
    asked_at = NOON
    last_date = dt.date(2018, 6, 18)


class DutyFactory(AtOnce):
    class Meta:
        model = story.Duty

    child = factory.SubFactory(ChildFactory)
    kind = "FINISH_RECORD"
    booking = factory.SubFactory(BookingFactory)
    due_date = dt.date(2018, 4, 30)
    owner_role = "CHAIR"
    raised_at = NOON


class DutyStepFactory(AtOnce):
    class Meta:
        model = story.DutyStep

    duty = factory.SubFactory(DutyFactory)
    kind = "PUT_OFF"
    done_by = factory.SubFactory(UserFactory)
    done_at = NOON
    words = "The invented typist is away"
    until_date = dt.date(2018, 4, 27)


class GoLiveFactory(AtOnce):
    class Meta:
        model = ground.GoLive
        django_get_or_create = ("id",)

    id = 1
    day = MONDAY
    set_by = factory.SubFactory(UserFactory, role="SYSTEM_ADMINISTRATOR")
    set_at = NOON


class HeartbeatFactory(AtOnce):
    class Meta:
        model = ground.Heartbeat
        django_get_or_create = ("part",)

    part = "WORKER"
    tried_at = NOON


class AccountChangeFactory(AtOnce):
    class Meta:
        model = ground.AccountChange

    kind = "PASSWORD"
    account = factory.SubFactory(UserFactory)
    asked_by = factory.SubFactory(UserFactory, role="SYSTEM_ADMINISTRATOR")
    asked_at = NOON
    last_date = dt.date(2018, 4, 16)

    class Params:
        new = factory.Trait(
            kind="NEW",
            account=None,
            email=factory.Sequence(lambda n: f"newcomer{n}@fableshire.example"),
            full_name="Amber Newcomer",
            role="CHAIR",
        )


class RestrictionRemovalFactory(AtOnce):
    class Meta:
        model = ground.RestrictionRemoval

    child = factory.SubFactory(ChildFactory, restricted=True)
    why = "NO_LONGER"
    asked_by = factory.SubFactory(UserFactory, role="STRATEGIC_LEAD")
    asked_at = NOON
    last_date = dt.date(2018, 4, 16)


class WorkHandoverFactory(AtOnce):
    class Meta:
        model = story.WorkHandover

    person = factory.SubFactory(UserFactory, is_active=False)
    reason = "Has left the council"
    meetings = 1
    children = 0
    duties = 0
    done_by = factory.SubFactory(UserFactory, role="SYSTEM_ADMINISTRATOR")
    done_at = NOON


class LeaveFactory(AtOnce):
    class Meta:
        model = ground.Leave

    person = factory.SubFactory(UserFactory)
    deputy = factory.SubFactory(UserFactory)
    first_date = dt.date(2018, 4, 9)
    last_date = dt.date(2018, 4, 20)
    set_by = factory.SelfAttribute("person")
    set_at = NOON


class FamilyContactFactory(AtOnce):
    """A talk of the chair with somebody of the family who is on the list."""

    class Meta:
        model = story.FamilyContact

    request = factory.SelfAttribute("invitation.request")
    invitation = factory.SubFactory(
        InvitationFactory, name="Mother Exemplar", role="Mother", agency_kind="", is_report_asked=False
    )
    outcome = "MET"
    contact_date = dt.date(2018, 3, 6)
    maker = "CHAIR"
    maker_name = "Chair Exemplar"
    way = "TELEPHONE"
    family_plan = "NOT_SPOKEN"
    told_by = factory.SubFactory(UserFactory, role="BUSINESS_SUPPORT")
    told_at = NOON + dt.timedelta(days=2)


class ViewsBeforeFactory(AtOnce):
    """What a child said before a conference."""

    class Meta:
        model = story.ViewsBefore

    asked = factory.SubFactory(RequestedChildFactory)
    gathered_date = dt.date(2018, 3, 6)
    gatherer = "Worker Exemplar"
    words = "I want it to be quiet at home"
    way = "DIRECT_WORK"
    aloud = "YES"
    told_by = factory.SubFactory(UserFactory, role="SOCIAL_WORKER")
    told_at = NOON + dt.timedelta(days=2)


class RequestFitFactory(AtOnce):
    class Meta:
        model = story.RequestFit

    request = factory.SubFactory(RequestFactory)
    interpreter = "Polish"
    interpreter_for = "The invented grandmother"
    told_by = factory.SubFactory(UserFactory, role="BUSINESS_SUPPORT")
    told_at = NOON


class BusyTimeFactory(AtOnce):
    class Meta:
        model = story.BusyTime

    request = factory.SubFactory(RequestFactory)
    kind = "CONTACT"
    who = "Ash Example"
    weekday = 0
    from_time = dt.time(15)
    to_time = dt.time(17)
    told_by = factory.SubFactory(UserFactory, role="BUSINESS_SUPPORT")
    told_at = NOON


class WorkingHoursFactory(AtOnce):
    class Meta:
        model = story.WorkingHours

    person = factory.SubFactory(UserFactory, role="CHAIR")
    first_date = dt.date(2018, 1, 1)
    monday_from = dt.time(9)
    monday_to = dt.time(17)
    set_by = factory.SubFactory(UserFactory, role="STRATEGIC_LEAD")
    set_at = NOON


class NoticeFactory(AtOnce):
    class Meta:
        model = story.Notice

    duty = factory.SubFactory(DutyFactory)
    rung = "AHEAD"
    recipient = factory.SubFactory(UserFactory)
    due_date = factory.SelfAttribute("duty.due_date")
    owed_at = NOON


class MessageFactory(AtOnce):
    class Meta:
        model = story.Message

    recipient = factory.SubFactory(UserFactory)
    kind = "DIGEST"
    day = dt.date(2018, 4, 25)
    subject = "Child protection conferences: 1 due today"
    body = "Wednesday 25 April 2018"
    made_at = NOON


class EscalationFactory(AtOnce):
    class Meta:
        model = story.Escalation

    duty = factory.SubFactory(DutyFactory)
    rung = "LATE"
    to_role = "STRATEGIC_LEAD"
    raised_at = NOON
    acknowledged_by = factory.SubFactory(UserFactory, role="STRATEGIC_LEAD")
    acknowledged_at = NOON
    words = "The invented typist is asked"


class ReconciliationFactory(AtOnce):
    class Meta:
        model = story.Reconciliation

    day = factory.Sequence(lambda n: dt.date.fromordinal(dt.date(2018, 4, 1).toordinal() + n))
    made_at = NOON
    took_ms = 1200
    compared = 40
    caught_up = 0


class ReconciliationDifferenceFactory(AtOnce):
    class Meta:
        model = story.ReconciliationDifference

    reconciliation = factory.SubFactory(ReconciliationFactory)
    kind = "HOLD_REVIEW"
    is_missing = True
    number = 1
    subjects = [1]


class ChildPairFactory(AtOnce):
    """Of two children made one after the other: the lower number stands first."""

    class Meta:
        model = story.ChildPair

    one = factory.SubFactory(ChildFactory)
    other = factory.SubFactory(ChildFactory)
    facts = "As the two records stood"
    found_at = NOON


class PairAnswerFactory(AtOnce):
    class Meta:
        model = story.PairAnswer

    pair = factory.SubFactory(ChildPairFactory)
    answer = "NOT_SURE"
    reason = "The invented grandmother is not sure"
    facts = "As the two records stood"
    answered_by = factory.SubFactory(UserFactory, role="BUSINESS_SUPPORT")
    answered_at = NOON


class RecordJoinFactory(AtOnce):
    class Meta:
        model = story.RecordJoin

    kept = factory.SubFactory(ChildFactory)
    gone = factory.SubFactory(ChildFactory, family=None, joined_into=factory.SelfAttribute("..kept"))
    # As the operation notes it, so that undoing puts it back.
    changed = factory.LazyAttribute(
        lambda one: {"safeguarding.child": {str(one.gone.pk): {"joined_into_id": [None, one.kept.pk]}}}
    )
    reason = "The invented mother says that it is one child"
    joined_by = factory.SubFactory(UserFactory, role="BUSINESS_SUPPORT")
    joined_at = NOON
