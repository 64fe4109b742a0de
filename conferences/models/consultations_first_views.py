"""The first view of whoever decides: noted before the nearest earlier decisions are shown, and kept."""

from __future__ import annotations

import pgtrigger
from django.db import models
from django.db.models import Q

from conferences.models.consultations_accounts import ConsultationAccount
from conferences.models.promises_consultations import ASKERS, LAST_ACCOUNT, LAST_ANSWER
from conferences.models.replans import Consultation
from conferences.rules.consultations import DECIDED, DECIDERS_CHOOSE, Answer
from safeguarding.history import keeps_history
from safeguarding.labelled import choices
from safeguarding.models import User
from safeguarding.models.base import ChildRecord
from safeguarding.promises import said, stays

DECISIONS = ", ".join(f"'{answer.value}'" for answer in DECIDED)
OWN = said(
    "firstview_not_of_ones_own",
    "You asked for this conference or gave the account, so you note no first view on it.",
)
OWN_WRONG = f"""EXISTS (
        SELECT FROM conferences_consultation AS k CROSS JOIN LATERAL ({ASKERS}) AS asker
        WHERE k.id = NEW.consultation_id AND asker.who = NEW.noted_by_id)"""
BEFORE = said(
    "firstview_before_the_decision",
    "A first view comes before the decision, and no decision is waited for here.",
)
BEFORE_WRONG = f"""{LAST_ANSWER.format(what="a.answer", consultation="NEW.consultation_id")} IN ({DECISIONS})
        OR EXISTS (
        SELECT FROM conferences_consultation AS k
        WHERE k.id = NEW.consultation_id AND k.state IN ('RAISED', 'CLOSED'))"""
OF_LAST = said(
    "firstview_of_the_last_account",
    "The account was added to since you opened it. Read it, and note your first view again.",
)
OF_LAST_WRONG = f"NEW.account_id IS DISTINCT FROM {LAST_ACCOUNT}"


@keeps_history()
class ConsultationFirstView(ChildRecord):
    """Which way somebody leaned for one child, and why, before they saw how others were decided.

    One for each person and child: never changed nor taken away, so that it stays the first. `account` is the
    version that stood, None of an account that the release before wrote.
    """

    CHILD_PATH = "consultation__child"

    consultation = models.ForeignKey(Consultation, on_delete=models.CASCADE, related_name="first_views")
    # Marks what was noted together in one sending of the form.
    act = models.UUIDField(editable=False)
    account = models.ForeignKey(
        ConsultationAccount, on_delete=models.PROTECT, null=True, blank=True, related_name="first_views"
    )
    leans = models.CharField(max_length=16, choices=choices(Answer))
    words = models.TextField()
    noted_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="first_views")
    noted_at = models.DateTimeField()

    class Meta(ChildRecord.Meta):
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["consultation", "noted_by"], name="firstview_once_a_person"),
            models.CheckConstraint(
                condition=Q(leans__in=[answer.value for answer in DECIDERS_CHOOSE]),
                name="firstview_leans_known",
            ),
            models.CheckConstraint(condition=~Q(words=""), name="firstview_says_why"),
        ]
        triggers = [
            pgtrigger.Protect(name="firstview_never_changed", operation=pgtrigger.Update | pgtrigger.Delete),
            stays(OWN, operation=pgtrigger.Insert, wrong=OWN_WRONG),
            stays(BEFORE, operation=pgtrigger.Insert, wrong=BEFORE_WRONG),
            stays(OF_LAST, operation=pgtrigger.Insert, wrong=OF_LAST_WRONG),
        ]

    def __str__(self) -> str:
        return f"First view {self.pk} on consultation {self.consultation_id}"
