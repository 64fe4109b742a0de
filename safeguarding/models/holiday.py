"""Bank holidays proclaimed for one day: those of the published list are data of the release."""

from django.db import models
from django.db.models import Q

from safeguarding.history import keeps_history


@keeps_history()
class OneOffHoliday(models.Model):
    """A day that is no working day in England, beside those published. Out of use, it is one again."""

    day = models.DateField()
    name = models.CharField(max_length=100)
    is_active = models.BooleanField(default=True, db_default=True)

    class Meta:
        ordering = ["day"]
        constraints = [
            models.UniqueConstraint(fields=["day"], name="oneoffholiday_one_a_day"),
            models.CheckConstraint(condition=~Q(name=""), name="oneoffholiday_name_given"),
        ]

    def __str__(self) -> str:
        return self.name
