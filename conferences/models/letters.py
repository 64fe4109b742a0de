"""The decision letter of one recipient, whose files are documents."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from conferences.models import promises_work as promises
from conferences.models.promises_exclusions import LETTER_GIVEN
from conferences.models.recording import JOINT, MeetingRecord
from safeguarding.counts import is_counted_from
from safeguarding.history import keeps_history
from safeguarding.models import Person, User
from safeguarding.models.base import ChildRecord


@is_counted_from
@keeps_history()
class Letter(ChildRecord):
    """An outline decision letter made for one recipient about the children they may read of, and when it was
    sent.
    """

    CHILD_PATH = f"record__{JOINT}"
    IS_JOINT = True

    record = models.ForeignKey(MeetingRecord, on_delete=models.CASCADE, related_name="letters")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="letters")
    made_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    sent_date = models.DateField(null=True, blank=True)
    sent_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    class Meta(ChildRecord.Meta):
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["record", "person"], name="letter_one_a_recipient"),
            models.CheckConstraint(
                condition=Q(sent_by__isnull=True, sent_date__isnull=True)
                | Q(sent_by__isnull=False, sent_date__isnull=False),
                name="letter_sent_by_and_date",
            ),
        ]
        triggers = [*promises.LETTER_HOLDS, LETTER_GIVEN]

    def __str__(self) -> str:
        return f"Letter {self.pk}"
