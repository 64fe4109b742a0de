"""A time that somebody is about to put into the diary."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from conferences.models.scheduling import Room
from safeguarding.models import User


class SlotHold(models.Model):
    """A room and a chair kept free for one person for some minutes, while they check what they chose. It
    names no child and no request; the next one of the same person takes its place.
    """

    holder = models.OneToOneField(User, on_delete=models.CASCADE, related_name="+")
    room = models.ForeignKey(Room, on_delete=models.CASCADE, related_name="+")
    chair = models.ForeignKey(User, on_delete=models.CASCADE, related_name="+")
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    until_at = models.DateTimeField()

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(condition=Q(ends_at__gt=F("starts_at")), name="slothold_ends_after_start"),
        ]
        indexes = [models.Index(fields=["starts_at", "ends_at"], name="slothold_times")]

    def __str__(self) -> str:
        return f"Hold {self.pk}"
