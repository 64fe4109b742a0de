"""Who may see a restricted child, and who may never see a family, each with its reason, its giver and its
end.
"""

from __future__ import annotations

import pgtrigger
from django.db import models
from django.db.models import F, Q

from safeguarding.history import keeps_history
from safeguarding.promises import stays

GIVEN = ", ".join(
    f"{{row}}.{column}"
    for column in ("child_id", "user_id", "reason", "granted_by_id", "granted_at", "until_at")
)


@keeps_history()
class RestrictedGrant(models.Model):
    """One named person may see one restricted child until a moment; reviewed by local policy."""

    child = models.ForeignKey("Child", on_delete=models.CASCADE, related_name="grants")
    user = models.ForeignKey("User", on_delete=models.PROTECT, related_name="grants")
    reason = models.TextField()
    granted_by = models.ForeignKey("User", on_delete=models.PROTECT, related_name="+")
    granted_at = models.DateTimeField()
    until_at = models.DateTimeField()
    ended_by = models.ForeignKey("User", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(condition=~Q(reason=""), name="grant_reason_given"),
            models.CheckConstraint(condition=Q(until_at__gt=F("granted_at")), name="grant_ends_after_start"),
            models.CheckConstraint(condition=~Q(user=F("granted_by")), name="grant_not_to_oneself"),
            models.CheckConstraint(
                condition=Q(ended_by__isnull=True, ended_at__isnull=True)
                | Q(ended_by__isnull=False, ended_at__isnull=False),
                name="grant_ended_by_and_at",
            ),
        ]
        indexes = [models.Index(fields=["user", "child"], name="grant_by_user")]
        triggers = [
            stays(
                "grant_as_it_was_given",
                "What was granted stays as it was, until it is ended for good. Name the person anew.",
                operation=pgtrigger.Update,
                when=f"OLD.ended_at IS NOT NULL OR ({GIVEN.format(row='OLD')})"
                f" IS DISTINCT FROM ({GIVEN.format(row='NEW')})",
            )
        ]

    def __str__(self) -> str:
        return f"Grant {self.pk}"


@keeps_history()
class Bar(models.Model):
    """A person who may never see a family (their own, a relative's): it beats every role and every grant."""

    user = models.ForeignKey("User", on_delete=models.PROTECT, related_name="bars")
    family = models.ForeignKey("Family", on_delete=models.CASCADE, related_name="bars")
    reason = models.TextField()
    barred_by = models.ForeignKey("User", on_delete=models.PROTECT, related_name="+")
    barred_at = models.DateTimeField()
    lifted_by = models.ForeignKey("User", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    lifted_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(condition=~Q(reason=""), name="bar_reason_given"),
            models.UniqueConstraint(
                fields=["user", "family"], condition=Q(lifted_at__isnull=True), name="bar_once"
            ),
            models.CheckConstraint(
                condition=Q(lifted_by__isnull=True, lifted_at__isnull=True)
                | Q(lifted_by__isnull=False, lifted_at__isnull=False),
                name="bar_lifted_by_and_at",
            ),
        ]
        indexes = [
            models.Index(fields=["user"], condition=Q(lifted_at__isnull=True), name="bar_present_by_user")
        ]
        triggers = [stays("bar_stays", "A bar is not deleted: it is lifted.", operation=pgtrigger.Delete)]

    def __str__(self) -> str:
        return f"Bar {self.pk}"
