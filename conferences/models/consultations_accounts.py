"""The accounts that a consultation was asked with: versions that stay, and what each says of a child."""

from __future__ import annotations

import pgtrigger
from django.db import models
from django.db.models import Q

from conferences.models import promises_consultations as promises
from conferences.models.consultations import FamilyConsultation
from conferences.models.replans import Consultation
from safeguarding.history import keeps_history
from safeguarding.models import Child, User
from safeguarding.models.base import ChildRecord


@keeps_history()
class ConsultationAccount(ChildRecord):
    """What the asker says about the family, as one version: never changed, a later one added.

    Its text may tell of every child it was given for, so it is read by those who see each of them.
    """

    CHILD_PATH = "children__child"
    IS_JOINT = True

    within = models.ForeignKey(FamilyConsultation, on_delete=models.CASCADE, related_name="accounts")
    number = models.PositiveSmallIntegerField()
    why_now = models.TextField()
    what_is_different = models.TextField()
    what_else = models.TextField(blank=True)
    parents_words = models.TextField(blank=True)
    manager_view = models.TextField(blank=True)
    outcome_sought = models.TextField(blank=True)
    how_different = models.TextField(blank=True, help_text="How the plan would differ from the last.")
    given_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    given_at = models.DateTimeField()

    class Meta(ChildRecord.Meta):
        ordering = ["within", "number"]
        constraints = [
            models.UniqueConstraint(fields=["within", "number"], name="consultationaccount_one_a_number"),
            models.CheckConstraint(condition=Q(number__gte=1), name="consultationaccount_numbered_from_one"),
            models.CheckConstraint(
                condition=~Q(why_now="") & ~Q(what_is_different=""), name="consultationaccount_says_why"
            ),
        ]
        triggers = [
            pgtrigger.Protect(name="account_never_changed", operation=pgtrigger.Update | pgtrigger.Delete),
        ]

    def __str__(self) -> str:
        return f"Account {self.number} of consultation {self.within_id}"


@keeps_history()
class ConsultationAccountChild(ChildRecord):
    """What an account says of one child it was given for."""

    account = models.ForeignKey(ConsultationAccount, on_delete=models.CASCADE, related_name="children")
    consultation = models.ForeignKey(Consultation, on_delete=models.CASCADE, related_name="accounts")
    child = models.ForeignKey(Child, on_delete=models.CASCADE, related_name="+")
    child_words = models.TextField(blank=True)
    what_is_different = models.TextField(blank=True)

    class Meta(ChildRecord.Meta):
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["account", "consultation"], name="consultationaccountchild_once"),
        ]
        triggers = [
            pgtrigger.Protect(name="accountchild_never_gone", operation=pgtrigger.Delete),
            # A record that is joined into another of the same child takes along what was said of it.
            pgtrigger.Protect(
                name="accountchild_never_changed",
                operation=pgtrigger.Update,
                condition=pgtrigger.AnyChange(exclude=["child"]),
            ),
            *promises.ACCOUNT_CHILD_HOLDS,
        ]

    def __str__(self) -> str:
        return f"Child {self.child_id} in account {self.account_id}"
