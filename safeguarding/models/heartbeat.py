"""When each part that works unseen was last at work (safeguarding.heartbeats)."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from safeguarding.labelled import Labelled, choices, values


class Part(Labelled):
    """What works where nobody looks."""

    WORKER = "WORKER", "The worker"
    BEAT = "BEAT", "The timetable"
    MAIL = "MAIL", "Email"
    SCAN = "SCAN", "The scan of what is due"


class Heartbeat(models.Model):
    """One part's last signs, whichever process gave them: a row is replaced, never added to."""

    part = models.CharField(max_length=10, primary_key=True, choices=choices(Part))
    worked_at = models.DateTimeField(null=True, blank=True)
    # Since when it has worked without a pause.
    since_at = models.DateTimeField(null=True, blank=True)
    tried_at = models.DateTimeField()
    # The class of the error of the last try, never its text; "" where it went well.
    wrong = models.CharField(max_length=60, blank=True, default="", db_default="")
    took_ms = models.PositiveIntegerField(default=0, db_default=0)

    class Meta:
        ordering = ["part"]
        constraints = [
            models.CheckConstraint(condition=Q(part__in=values(Part)), name="heartbeat_part_known")
        ]

    def __str__(self) -> str:
        return f"{self.part} at {self.tried_at}"
