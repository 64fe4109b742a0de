"""What is sent, kept as it was made: a document, and its files byte for byte."""

from __future__ import annotations

import pgtrigger
from django.db import models
from django.db.models import CharField, F, Func, Q
from django.db.models.lookups import Exact, GreaterThanOrEqual

from conferences.models import promises_documents as promises
from conferences.models.recording import JOINT, MeetingRecord
from conferences.rules.documents import DocumentFormat, DocumentKind
from safeguarding.history import keeps_history
from safeguarding.labelled import choices, values
from safeguarding.models import Person, User
from safeguarding.models.base import ChildRecord
from safeguarding.promises import LocalDay, said

# In bytes. A letter has some 40,000.
LARGEST = 10_000_000


class Sum(Func):
    """The SHA-256 of bytes as the database counts it, in hexadecimal digits."""

    template = "encode(sha256(%(expressions)s), 'hex')"
    output_field = CharField()


class Length(Func):
    """How many bytes a file has."""

    function = "octet_length"
    output_field = models.IntegerField()


@keeps_history()
class Document(ChildRecord):
    """One version of something that is sent to one recipient about a meeting: made once, and then as it is.

    `told` is what it was made from and is compared by: a print of the address, the ids of the requested
    children, and the days that it tells. `is_late`: its letter was made by a release that kept no files, and
    this was made when somebody first opened it. `changed` says what a version has other than the one before.
    `left_out` says why a format is missing.
    """

    CHILD_PATH = f"record__{JOINT}"
    IS_JOINT = True

    record = models.ForeignKey(MeetingRecord, on_delete=models.PROTECT, related_name="documents")
    kind = models.CharField(max_length=20, choices=choices(DocumentKind))
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="documents")
    version = models.PositiveSmallIntegerField(default=1)
    supersedes = models.OneToOneField(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="superseded_by"
    )
    changed = models.TextField(blank=True, help_text="What is other than in the version before.")
    is_late = models.BooleanField(default=False, db_default=False)
    left_out = models.TextField(blank=True)
    told = models.JSONField(default=dict)
    made_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    sent_date = models.DateField(null=True, blank=True)
    sent_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    class Meta(ChildRecord.Meta):
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["record", "kind", "person", "version"], name="document_one_a_version"
            ),
            models.CheckConstraint(condition=Q(kind__in=values(DocumentKind)), name="document_kind_known"),
            models.CheckConstraint(
                condition=Q(version=1, supersedes__isnull=True, changed="")
                | (Q(version__gt=1, supersedes__isnull=False, is_late=False) & ~Q(changed="")),
                name="document_says_what_changed",
            ),
            models.CheckConstraint(
                condition=Q(sent_by__isnull=True, sent_date__isnull=True)
                | Q(sent_by__isnull=False, sent_date__isnull=False),
                name="document_sent_by_and_date",
            ),
            # A first letter may have gone by hand before it was made here.
            models.CheckConstraint(
                condition=Q(sent_date__isnull=True)
                | Q(version=1)
                | Q(GreaterThanOrEqual(F("sent_date"), LocalDay("made_at"))),
                name=said(
                    "document_sent_after_it_was_made",
                    "A new version cannot have been sent before it was made.",
                ),
            ),
        ]
        triggers = promises.DOCUMENT_HOLDS

    def __str__(self) -> str:
        return f"Document {self.pk}"


class DocumentFile(ChildRecord):
    """The bytes of a document in one format. Added and never changed; no history, which would copy them."""

    CHILD_PATH = f"document__record__{JOINT}"
    IS_JOINT = True

    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="files")
    format = models.CharField(max_length=4, choices=choices(DocumentFormat))
    content = models.BinaryField()
    sha256 = models.CharField(max_length=64)

    class Meta(ChildRecord.Meta):
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["document", "format"], name="documentfile_one_a_format"),
            models.CheckConstraint(
                condition=Q(format__in=values(DocumentFormat)), name="documentfile_format_known"
            ),
            models.CheckConstraint(
                condition=Exact(F("sha256"), Sum("content")), name="documentfile_sum_of_its_bytes"
            ),
            models.CheckConstraint(
                condition=Q(GreaterThanOrEqual(Length("content"), 1))
                & Q(GreaterThanOrEqual(LARGEST, Length("content"))),
                name="documentfile_size",
            ),
        ]
        triggers = [
            pgtrigger.Protect(
                name="documentfile_never_changed", operation=pgtrigger.Update | pgtrigger.Delete
            )
        ]

    def __str__(self) -> str:
        return f"File {self.pk} of document {self.document_id}"
