"""Consultations, child by child: what the Strategic Lead is asked, and the answers, which are only ever added
to.
"""

from __future__ import annotations

import uuid

import pgtrigger
from django.contrib.postgres.functions import RandomUUID
from django.db import models
from django.db.models import F, Q

from conferences.models import promises_consultations as promises
from conferences.models.consultations import FamilyConsultation
from conferences.models.consultations_thresholds import ThresholdStatement
from conferences.models.plans import Plan
from conferences.models.requests import RequestedChild
from conferences.rules.consultations import OF_A_PLAN as CAUSES_OF_A_PLAN
from conferences.rules.consultations import Answer, Cause, ConsultationState, Way
from safeguarding.counts import is_counted_from
from safeguarding.history import keeps_history
from safeguarding.labelled import choices, values
from safeguarding.models import Agency, Child, User
from safeguarding.models.base import ChildRecord

OF_A_PLAN = [cause.value for cause in CAUSES_OF_A_PLAN]


@is_counted_from
@keeps_history()
class Consultation(ChildRecord):
    """One child in a family's consultation. Advice, decided with reasons; no gate, no clock.

    The account's columns here are the last one's, for the release before; each stands in ConsultationAccount.
    """

    ref = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    # Null in the history of before; a constraint says that neither is.
    within: models.ForeignKey[FamilyConsultation, FamilyConsultation] = models.ForeignKey(  # type: ignore[misc]
        FamilyConsultation, on_delete=models.CASCADE, null=True, related_name="children"
    )
    child: models.ForeignKey[Child, Child] = models.ForeignKey(  # type: ignore[misc]
        Child, on_delete=models.CASCADE, null=True, related_name="consultations"
    )
    # None where it was raised without a request.
    requested_child = models.OneToOneField(
        RequestedChild, on_delete=models.CASCADE, null=True, blank=True, related_name="consultation"
    )
    cause = models.CharField(
        max_length=16, choices=choices(Cause), default=Cause.REPLAN.value, db_default=Cause.REPLAN.value
    )
    # The plan that has lasted long, or that reviews did not change.
    plan = models.ForeignKey(
        Plan, on_delete=models.PROTECT, null=True, blank=True, related_name="consultations"
    )
    state = models.CharField(
        max_length=16, choices=choices(ConsultationState), default=ConsultationState.RAISED.value
    )
    raised_at = models.DateTimeField()
    decide_by_date = models.DateField()
    why_now = models.TextField(blank=True)
    what_is_different = models.TextField(blank=True)
    child_words = models.TextField(blank=True)
    options_tried = models.TextField(blank=True)
    asked_by = models.ForeignKey(
        User, on_delete=models.PROTECT, null=True, blank=True, related_name="consultations"
    )
    asked_at = models.DateTimeField(null=True, blank=True)
    # Taken back without a request: before it was decided, or what was agreed is asked for no more.
    withdrawn_by = models.ForeignKey(
        User, on_delete=models.PROTECT, null=True, blank=True, related_name="+", db_index=False
    )
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_reason = models.TextField(blank=True, default="", db_default="")

    class Meta(ChildRecord.Meta):
        ordering = ["decide_by_date", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=values(ConsultationState)), name="consultation_state_known"
            ),
            models.CheckConstraint(
                condition=Q(asked_by__isnull=True, asked_at__isnull=True)
                | (
                    Q(asked_by__isnull=False, asked_at__isnull=False)
                    & ~Q(why_now="")
                    & ~Q(what_is_different="")
                ),
                name="consultation_asked_by_at_and_what",
            ),
            # Agreed without an account: by a partner agency's right.
            models.CheckConstraint(
                condition=Q(state=ConsultationState.CLOSED.value)
                | Q(state=ConsultationState.RAISED.value)
                | Q(state=ConsultationState.AGREED.value)
                | Q(asked_at__isnull=False),
                name="consultation_asked_in_its_state",
            ),
            models.CheckConstraint(
                condition=~Q(state=ConsultationState.RAISED.value) | Q(asked_at__isnull=True),
                name="consultation_raised_is_not_asked",
            ),
            models.CheckConstraint(condition=Q(cause__in=values(Cause)), name="consultation_cause_known"),
            models.CheckConstraint(
                condition=Q(cause__in=OF_A_PLAN, plan__isnull=False)
                | (~Q(cause__in=OF_A_PLAN) & Q(plan__isnull=True)),
                name="consultation_of_the_plan_it_is_about",
            ),
            models.CheckConstraint(
                condition=Q(child__isnull=False, within__isnull=False),
                name="consultation_of_a_child_within_a_familys",
            ),
            models.UniqueConstraint(
                fields=["plan", "cause"],
                condition=Q(plan__isnull=False),
                name="consultation_once_a_plan_and_cause",
            ),
            models.UniqueConstraint(
                fields=["within", "child"],
                condition=Q(within__isnull=False),
                name="consultation_once_a_child",
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_by__isnull=True, withdrawn_at__isnull=True, withdrawn_reason="")
                | (
                    Q(
                        withdrawn_by__isnull=False,
                        withdrawn_at__isnull=False,
                        state__in=[ConsultationState.CLOSED.value, ConsultationState.AGREED.value],
                    )
                    & ~Q(withdrawn_reason="")
                ),
                name="consultation_withdrawn_by_at_and_why",
            ),
        ]
        triggers = promises.CONSULTATION_HOLDS

    def __str__(self) -> str:
        return f"Consultation {self.pk}"


@is_counted_from
@keeps_history()
class ConsultationAnswer(ChildRecord):
    """One answer for one child, with its reasons: never changed nor taken away, a later one added.

    `act` marks what was decided together in one sending of the form. `for_another` is whoever's deputy
    answered. A later answer to one that was decided already `supersedes` it and says why.
    """

    CHILD_PATH = "consultation__child"

    ref = models.UUIDField(default=uuid.uuid4, db_default=RandomUUID(), unique=True, editable=False)
    consultation = models.ForeignKey(Consultation, on_delete=models.CASCADE, related_name="answers")
    act = models.UUIDField(null=True, blank=True, editable=False)
    # The version that was answered; a partner's right waits for none.
    account = models.ForeignKey(
        "ConsultationAccount", on_delete=models.PROTECT, null=True, blank=True, related_name="answers"
    )
    answer = models.CharField(max_length=16, choices=choices(Answer))
    reasons = models.TextField()
    # What the page told the decider of this child then, as pairs of a title and a text. What was decided
    # without the page has none.
    told = models.JSONField(default=list, db_default=[], blank=True)
    instead = models.TextField(blank=True, help_text="The other way, or the information that is wanted.")
    way = models.CharField(max_length=24, choices=choices(Way), blank=True, default="", db_default="")
    # Who leads the other way: somebody here, or somebody outside by words.
    lead = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    lead_words = models.CharField(max_length=120, blank=True, default="", db_default="")
    review_date = models.DateField(null=True, blank=True)
    wanted_by_date = models.DateField(null=True, blank=True)
    to_whom = models.CharField(max_length=120, blank=True, default="", db_default="")
    # Of a partner's right to a conference: which agency asked, by whom there, on which day.
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    agency_person = models.CharField(max_length=120, blank=True, default="", db_default="")
    agency_date = models.DateField(null=True, blank=True)
    supersedes = models.OneToOneField(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="superseded_by"
    )
    supersedes_reason = models.TextField(blank=True, default="", db_default="")
    for_another = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    answered_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="answers")
    answered_at = models.DateTimeField()

    class Meta(ChildRecord.Meta):
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(condition=Q(answer__in=values(Answer)), name="consultationanswer_known"),
            models.CheckConstraint(condition=~Q(reasons=""), name="consultationanswer_reasons_given"),
            models.CheckConstraint(
                condition=~Q(answer__in=[Answer.ANOTHER_WAY.value, Answer.MORE_INFORMATION.value])
                | ~Q(instead=""),
                name="consultationanswer_says_what_instead",
            ),
            models.CheckConstraint(
                condition=Q(wanted_by_date__isnull=True) | Q(answer=Answer.MORE_INFORMATION.value),
                name="consultationanswer_day_for_information",
            ),
            models.UniqueConstraint(
                fields=["act", "consultation"],
                condition=Q(act__isnull=False),
                name="consultationanswer_once_an_act",
            ),
            models.CheckConstraint(
                condition=Q(answer=Answer.PARTNER_RIGHT.value) | Q(account__isnull=False),
                name="consultationanswer_of_an_account",
            ),
            # What the release before wrote has no act, and its way stands in words alone.
            models.CheckConstraint(
                condition=(
                    Q(answer=Answer.ANOTHER_WAY.value, way__in=values(Way), review_date__isnull=False)
                    & (Q(lead__isnull=False) | ~Q(lead_words=""))
                )
                | Q(
                    ~Q(answer=Answer.ANOTHER_WAY.value) | Q(act__isnull=True),
                    way="",
                    lead__isnull=True,
                    lead_words="",
                    review_date__isnull=True,
                ),
                name="consultationanswer_way_lead_and_review",
            ),
            models.CheckConstraint(
                condition=(Q(answer=Answer.ESCALATE.value) & ~Q(to_whom=""))
                | (~Q(answer=Answer.ESCALATE.value) & Q(to_whom="")),
                name="consultationanswer_to_whom",
            ),
            models.CheckConstraint(
                condition=(
                    Q(answer=Answer.PARTNER_RIGHT.value, agency__isnull=False, agency_date__isnull=False)
                    & ~Q(agency_person="")
                )
                | (
                    ~Q(answer=Answer.PARTNER_RIGHT.value)
                    & Q(agency__isnull=True, agency_date__isnull=True, agency_person="")
                ),
                name="consultationanswer_partner_who_and_when",
            ),
            models.CheckConstraint(
                condition=Q(supersedes__isnull=True, supersedes_reason="")
                | (Q(supersedes__isnull=False) & ~Q(supersedes_reason="")),
                name="consultationanswer_supersedes_with_reason",
            ),
            models.CheckConstraint(
                condition=Q(for_another__isnull=True) | ~Q(for_another=F("answered_by")),
                name="consultationanswer_deputy_is_another",
            ),
        ]
        indexes = [models.Index(fields=["answered_at"], name="consultationanswer_answered")]
        triggers = [
            pgtrigger.Protect(name="answer_never_changed", operation=pgtrigger.Update | pgtrigger.Delete),
            *promises.CONSULTATION_ANSWER_HOLDS,
        ]

    def __str__(self) -> str:
        return f"Answer {self.answer} to consultation {self.consultation_id}"


@keeps_history()
class ConsultationAnswerReason(ChildRecord):
    """That an answer is tied to a threshold statement, in the version that was in force."""

    CHILD_PATH = "answer__consultation__child"

    answer = models.ForeignKey(ConsultationAnswer, on_delete=models.CASCADE, related_name="tied")
    statement = models.ForeignKey(ThresholdStatement, on_delete=models.PROTECT, related_name="tied")

    class Meta(ChildRecord.Meta):
        ordering = ["statement__key"]
        constraints = [
            models.UniqueConstraint(fields=["answer", "statement"], name="consultationanswerreason_once"),
        ]
        triggers = [
            pgtrigger.Protect(
                name="answerreason_never_changed", operation=pgtrigger.Update | pgtrigger.Delete
            ),
        ]

    def __str__(self) -> str:
        return f"Reason {self.statement_id} of answer {self.answer_id}"
