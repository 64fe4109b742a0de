"""What belongs to a child's own version of a record beside the document: the chair's line, and why none."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from conferences.models.promises_documents import OWN_VERSION_HOLDS
from conferences.models.recording import ChildPart
from conferences.rules.copies_own import WITH_WORDS, NoOwn
from safeguarding.history import keeps_history
from safeguarding.labelled import choices, values
from safeguarding.models import User
from safeguarding.models.base import ChildRecord


@keeps_history()
class OwnVersion(ChildRecord):
    """Of one child of a record: what its chair says to them in their own version, and why none will be given.

    Either is changed or taken back here, and the history keeps what was told. That one was given stands on
    its document.
    """

    CHILD_PATH = "part__requested_child__child"

    part = models.OneToOneField(ChildPart, on_delete=models.PROTECT, related_name="own_version")
    line = models.TextField(blank=True, default="", help_text="What the chair says to this child alone.")
    line_by = models.ForeignKey(
        User, on_delete=models.PROTECT, null=True, blank=True, db_index=False, related_name="+"
    )
    line_at = models.DateTimeField(null=True, blank=True)
    none_reason = models.CharField(max_length=13, choices=choices(NoOwn), blank=True, default="")
    none_words = models.TextField(blank=True, default="")
    none_by = models.ForeignKey(
        User, on_delete=models.PROTECT, null=True, blank=True, db_index=False, related_name="+"
    )
    none_at = models.DateTimeField(null=True, blank=True)

    class Meta(ChildRecord.Meta):
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(line="", line_by__isnull=True, line_at__isnull=True)
                | (Q(line_by__isnull=False, line_at__isnull=False) & ~Q(line="")),
                name="ownversion_line_by_and_at",
            ),
            models.CheckConstraint(
                condition=Q(none_reason="", none_words="", none_by__isnull=True, none_at__isnull=True)
                | Q(none_reason__in=values(NoOwn), none_by__isnull=False, none_at__isnull=False),
                name="ownversion_none_why_by_and_at",
            ),
            models.CheckConstraint(
                condition=~Q(none_reason__in=[one.value for one in WITH_WORDS]) | ~Q(none_words=""),
                name="ownversion_none_with_its_words",
            ),
        ]
        triggers = OWN_VERSION_HOLDS

    def __str__(self) -> str:
        return f"Own version for part {self.part_id}"
