"""Files read from other systems: what each held, what it changed, and every record of it that was refused or
bent.
"""

from __future__ import annotations

import uuid

from django.db import models
from django.db.models import Q

from safeguarding.counts import is_counted_from
from safeguarding.history import keeps_history
from safeguarding.models import Child, User
from safeguarding.models.base import ChildRecord


class FileStatus(models.TextChoices):
    WAITING = "WAITING", "Waiting to be read"
    READING = "READING", "Being read"
    PROPOSED = "PROPOSED", "To be kept or not"
    READ = "READ", "Kept"
    REFUSED = "REFUSED", "Refused"
    DISCARDED = "DISCARDED", "Discarded"
    REPLACED = "REPLACED", "Replaced"
    UNDONE = "UNDONE", "Undone"


class FileAsked(models.TextChoices):
    KEEP = "KEEP", "To be kept"
    DISCARD = "DISCARD", "To be discarded"
    UNDO = "UNDO", "To be undone"
    LOOK = "LOOK", "To be looked at again"


@keeps_history(exclude=["progress", "asked", "asked_by", "asked_at", "not_done"])
class ImportedFile(models.Model):
    """One census file handed in: kept are its digest, its header, what it tells of each child, and what came
    of it, not the file itself.

    Of one authority and reference date the newest file that is READ is in force; it REPLACED those before.
    """

    ref = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    file_name = models.CharField(max_length=200)
    sha256 = models.CharField(max_length=64)
    size = models.BigIntegerField()
    authority = models.CharField(max_length=10, blank=True)
    collection_year = models.PositiveSmallIntegerField(null=True, blank=True)
    reference_date = models.DateField(null=True, blank=True)
    status = models.CharField(max_length=10, choices=FileStatus.choices, default=FileStatus.WAITING)
    refusal = models.TextField(blank=True)
    # {"children": {"read": n, "added": n, "changed": n, "moved": n, "taken_away": n}, "plans": ...,
    # "section_47": ..., "conferences": ..., "review_dates": ...}
    counts = models.JSONField(default=dict)
    # While it is proposed: {"before": {code: [numerator, denominator]}, "after": ...} of its year.
    figures = models.JSONField(default=dict, db_default={}, blank=True)
    proposed_digest = models.CharField(max_length=64, blank=True, default="", db_default="")
    replaced_by = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="replaces", db_index=False
    )
    progress = models.PositiveIntegerField(
        default=0, help_text="Children read, or put together for what is asked, so far."
    )
    # What a worker is to do with a file that was read, by whom it was asked, and since when. The status
    # stays until it is done: a file to be undone is in force till then.
    asked = models.CharField(max_length=10, choices=FileAsked.choices, blank=True, default="", db_default="")
    asked_by = models.ForeignKey(
        User, on_delete=models.PROTECT, null=True, blank=True, related_name="+", db_index=False
    )
    asked_at = models.DateTimeField(null=True, blank=True)
    # Why what was asked last was not done: {"asked": ..., "sentence": ..., "stands": [[number, words], ...]}.
    not_done = models.JSONField(default=dict, db_default={}, blank=True)
    uploaded_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="imported_files")
    uploaded_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(status__in=FileStatus.values), name="importedfile_status_known"
            ),
            models.CheckConstraint(
                condition=~Q(status=FileStatus.REFUSED) | ~Q(refusal=""), name="importedfile_refusal_said"
            ),
            models.CheckConstraint(
                condition=Q(asked="")
                | Q(asked__in=FileAsked.values, asked_by__isnull=False, asked_at__isnull=False),
                name="importedfile_asked_by_and_at",
            ),
        ]

    def __str__(self) -> str:
        return f"File {self.pk}"


class FaultKind(models.TextChoices):
    REFUSED = "REFUSED", "Not taken"
    BENT = "BENT", "Taken, with a change"
    NOTED = "NOTED", "Taken, to check"


class ToldTo(models.TextChoices):
    EVERYBODY = "", "Everybody"
    SEEING = "SEEING", "Whoever may see the child"
    OTHERS = "OTHERS", "Whoever may not see the child"


class ImportFault(models.Model):
    """One record of a file that was refused, bent or noted: where it stands, which rule, and a sentence."""

    file = models.ForeignKey(ImportedFile, on_delete=models.CASCADE, related_name="faults")
    kind = models.CharField(max_length=10, choices=FaultKind.choices)
    line = models.PositiveIntegerField()
    # A file may be one long line: the column and the path say where in it.
    col = models.PositiveIntegerField(default=1, db_default=1)
    path = models.CharField(max_length=200, blank=True, default="", db_default="")
    la_child_id = models.CharField(max_length=60, blank=True)
    # Found again by number on the page, so that the reader's scope decides whether the number is shown.
    rule = models.CharField(max_length=12)
    sentence = models.TextField()
    beside_record = models.BooleanField(
        default=False, db_default=False, help_text="Found beside what is held, anew each time that is looked."
    )
    # Of a child whose record may be closed to somebody: as it is, and as if the child were not here yet.
    told_to = models.CharField(max_length=8, choices=ToldTo.choices, blank=True, default="", db_default="")

    class Meta:
        ordering = ["line", "id"]
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=FaultKind.values), name="importfault_kind_known")
        ]
        indexes = [models.Index(fields=["file", "rule"], name="importfault_by_rule")]

    def __str__(self) -> str:
        return f"{self.rule} at line {self.line} of file {self.file_id}"


@is_counted_from
class ImportedChild(ChildRecord):
    """What a file tells of a child: for the fold of all files, the file's own figures, and to scope who reads
    its faults. No `child` while the file is only proposed, or where its facts stand under another number.

    `told` holds lists of rows by kind, as they are staged; None where the file was read before it was kept.
    `renumbered`: the file gives the child another number than the record of `child` has.
    """

    # Found by importedchild_once.
    file = models.ForeignKey(ImportedFile, on_delete=models.CASCADE, related_name="children", db_index=False)
    child = models.ForeignKey(Child, on_delete=models.CASCADE, null=True, blank=True, related_name="files")
    number = models.CharField(max_length=20, default="", db_default="")
    told = models.JSONField(null=True, blank=True)
    renumbered = models.BooleanField(default=False, db_default=False)

    class Meta(ChildRecord.Meta):
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["file", "child"], name="importedchild_once")]
        indexes = [models.Index(fields=["number"], name="importedchild_number")]

    def __str__(self) -> str:
        return f"Child {self.child_id} in file {self.file_id}"


class ChangeHow(models.TextChoices):
    ADDED = "ADDED", "Added"
    CHANGED = "CHANGED", "Changed"
    ENDED = "ENDED", "Ended"
    MOVED = "MOVED", "Moved"
    WITHDRAWN = "WITHDRAWN", "Taken away"
    STANDS = "STANDS", "Not told any longer, and left as it is: work recorded here stands on it"
    UNTOLD = "UNTOLD", "Left open by an earlier file, and not told by this one"
    RENUMBERED = "RENUMBERED", "Known here under another number"


class ImportChange(models.Model):
    """One difference that a file makes, or would make, to what is held. Of children who are new only counts.

    `kind` is one of the names in ImportedFile.counts; `day` that by which the fact is known, as the file
    tells it, or as it was held; `was` and `now` the values in words, "" for nothing.
    """

    file = models.ForeignKey(ImportedFile, on_delete=models.CASCADE, related_name="changes")
    kind = models.CharField(max_length=14)
    how = models.CharField(max_length=10, choices=ChangeHow.choices)
    number = models.CharField(max_length=20)
    day = models.DateField(null=True, blank=True)
    was = models.TextField(blank=True)
    now = models.TextField(blank=True)
    line = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(condition=Q(how__in=ChangeHow.values), name="importchange_how_is_known")
        ]
        indexes = [models.Index(fields=["file", "how"], name="importchange_by_how")]

    def __str__(self) -> str:
        return f"{self.how} {self.kind} in file {self.file_id}"


class QuestionKind(models.TextChoices):
    UNTOLD = "UNTOLD", "Left open by an earlier file, and not told"
    ONE_PLAN = "ONE_PLAN", "One plan or two"
    RECORDED = "RECORDED", "Recorded here otherwise"
    AUTHORITY = "AUTHORITY", "Another authority’s file"
    SMALLER = "SMALLER", "A far smaller file"
    SAME_CHILD = "SAME_CHILD", "Known here under another number, or not"


@keeps_history()
class ImportQuestion(models.Model):
    """What a file leaves open and a person answers, before it is kept or after. It blocks nothing else.

    `fact` is one of the names in ImportedFile.counts, `day` that of the fact held, `other_day` that of the
    fact told; `choices` are [[code, words], ...], of which the first stands until somebody answers.
    `number` is that of a record, `other_number` one under which the file tells, perhaps of the same child.
    """

    file = models.ForeignKey(ImportedFile, on_delete=models.CASCADE, related_name="questions")
    kind = models.CharField(max_length=10, choices=QuestionKind.choices)
    fact = models.CharField(max_length=14, blank=True)
    number = models.CharField(max_length=20, blank=True)
    other_number = models.CharField(max_length=20, blank=True, default="", db_default="")
    day = models.DateField(null=True, blank=True)
    other_day = models.DateField(null=True, blank=True)
    sentence = models.TextField()
    choices = models.JSONField(default=list)
    answer = models.CharField(max_length=10, blank=True, default="")
    answer_day = models.DateField(null=True, blank=True)
    words = models.TextField(blank=True)
    answered_by = models.ForeignKey(
        User, on_delete=models.PROTECT, null=True, blank=True, related_name="+", db_index=False
    )
    answered_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=QuestionKind.values), name="importquestion_kind_is_known"
            ),
            models.CheckConstraint(
                condition=Q(answer="", answered_by__isnull=True, answered_at__isnull=True)
                | (~Q(answer="") & Q(answered_by__isnull=False, answered_at__isnull=False)),
                name="importquestion_answered_by_and_at",
            ),
            models.UniqueConstraint(
                fields=["file", "kind", "fact", "number", "other_number", "day", "other_day"],
                nulls_distinct=False,
                name="importquestion_stands_once",
            ),
        ]
        indexes = [models.Index(fields=["number"], name="importquestion_number")]

    @property
    def has_replaced(self) -> bool:
        """Whether the file’s word has replaced what a person recorded, which no answer brings back. Of a
        whole child what files tell was left out, and is again.
        """
        of_fact = self.kind == QuestionKind.RECORDED and self.fact != "children"
        return of_fact and self.answer == "FILE" and self.file.status == FileStatus.READ

    def __str__(self) -> str:
        return f"Question {self.pk} of file {self.file_id}"
