"""The confidential section of a record: what was told and must not reach somebody, apart from all else."""

from __future__ import annotations

import uuid

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from conferences.models.promises_withheld import WITHHELD_HOLDS
from conferences.models.recording import JOINT, MeetingRecord
from conferences.rules.recording_withheld import POLICE, WithheldReason
from safeguarding.history import keeps_history
from safeguarding.labelled import choices, values
from safeguarding.models import User
from safeguarding.models.base import ChildRecord
from safeguarding.promises import said


@keeps_history()
class WithheldText(ChildRecord):
    """One confidential part: what was told, by whom, and who must not read it.

    `from_family`: everybody in the family; else `from_people` are the ids of those who must not.
    `owner_agreed`: who of the police agreed, and when, that agencies read what the police told.
    """

    CHILD_PATH = f"record__{JOINT}"
    IS_JOINT = True

    ref = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    record = models.ForeignKey(MeetingRecord, on_delete=models.CASCADE, related_name="withheld")
    what = models.TextField()
    told_by = models.CharField(max_length=150)
    # The code of a kind of agency; "" for the family.
    agency_kind = models.CharField(max_length=20, blank=True)
    reason = models.CharField(max_length=12, choices=choices(WithheldReason))
    reason_words = models.TextField(blank=True)
    from_family = models.BooleanField()
    from_people = ArrayField(models.BigIntegerField(), default=list, blank=True)
    from_agencies = models.BooleanField()
    owner_agreed = models.TextField(blank=True)
    saved_by = models.ForeignKey(User, on_delete=models.PROTECT, db_index=False, related_name="+")
    saved_at = models.DateTimeField()

    class Meta(ChildRecord.Meta):
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(what="") & ~Q(told_by=""), name="withheldtext_what_and_by_whom"
            ),
            models.CheckConstraint(
                condition=Q(reason__in=values(WithheldReason)), name="withheldtext_reason_known"
            ),
            models.CheckConstraint(
                condition=~Q(reason=WithheldReason.OTHER.value) | ~Q(reason_words=""),
                name="withheldtext_another_reason_in_words",
            ),
            models.CheckConstraint(
                condition=Q(from_family=True, from_people__len=0)
                | Q(from_family=False, from_people__len__gte=1),
                name="withheldtext_from_somebody",
            ),
            models.CheckConstraint(
                condition=~Q(agency_kind=POLICE) | Q(from_agencies=True) | ~Q(owner_agreed=""),
                name=said(
                    "withheldtext_police_agreed",
                    "What the police told goes to no agency unless they agreed.",
                ),
            ),
        ]
        triggers = WITHHELD_HOLDS

    def __str__(self) -> str:
        return f"Confidential part {self.pk}"
