"""Local limits with the day they take effect. Statute is code; these are the council's own, and keep their
history.
"""

from django.db import models

from safeguarding.history import keeps_history


@keeps_history()
class PolicySetting(models.Model):
    """One value of one local limit (safeguarding.policy.keys) from a day on; the latest on or before a day
    holds.
    """

    key = models.CharField(max_length=60)
    value = models.CharField(max_length=60)
    effective_date = models.DateField()
    reason = models.TextField()
    set_by = models.ForeignKey("User", on_delete=models.PROTECT, related_name="+")
    set_at = models.DateTimeField()

    class Meta:
        ordering = ["key", "effective_date"]
        constraints = [
            models.UniqueConstraint(fields=["key", "effective_date"], name="policy_one_value_a_day"),
            models.CheckConstraint(condition=~models.Q(reason=""), name="policy_reason_given"),
            models.CheckConstraint(condition=~models.Q(value=""), name="policy_value_given"),
        ]

    def __str__(self) -> str:
        return f"{self.key} = {self.value} from {self.effective_date}"
