"""What is sent, kept as it was made: a document, and its files byte for byte."""

from __future__ import annotations

import pgtrigger
from django.db import models
from django.db.models import CharField, F, Func, Q
from django.db.models.functions import Lower
from django.db.models.lookups import Exact, GreaterThanOrEqual

from conferences.models import promises_documents as promises
from conferences.models.promises_exclusions import DOCUMENT_GIVEN
from conferences.models.recording import JOINT, MeetingRecord
from conferences.models.requests import RequestedChild
from conferences.rules.documents import COPIES, DocumentFormat, DocumentKind, ReadHow, SentHow
from safeguarding.history import keeps_history
from safeguarding.labelled import choices, values
from safeguarding.models import Person, User
from safeguarding.models.base import ChildRecord
from safeguarding.promises import LocalDay, by_then, said, unless_missing

# In bytes. A letter has some 40,000.
LARGEST = 10_000_000
OF_ITS_OWN = [kind.value for kind in COPIES]


class Sum(Func):
    """The SHA-256 of bytes as the database counts it, in hexadecimal digits."""

    template = "encode(sha256(%(expressions)s), 'hex')"
    output_field = CharField()


class Length(Func):
    """How many bytes a file has."""

    function = "octet_length"
    output_field = models.IntegerField()


# That it was read to somebody of the family, or translated: whole, once it may go, and not in days to come.
READ = [
    models.CheckConstraint(
        condition=Q(
            read_how="",
            read_language="",
            read_who="",
            read_date__isnull=True,
            read_by__isnull=True,
            read_at__isnull=True,
        )
        | (
            Q(
                person__isnull=False,
                read_how__in=values(ReadHow),
                read_date__isnull=False,
                read_by__isnull=False,
                read_at__isnull=False,
            )
            & ~Q(read_language="")
            & ~Q(read_who="")
        ),
        name="document_read_how_when_and_by_whom",
    ),
    models.CheckConstraint(
        condition=Q(read_date__isnull=True) | Q(needs_release=False) | Q(released_at__isnull=False),
        name=said("document_read_when_it_may_go", "This may not go, so it is read to nobody."),
    ),
    models.CheckConstraint(
        condition=unless_missing("read_at", by_then("read_date", "read_at"))
        & unless_missing(
            "read_date", Q(is_late=True) | Q(GreaterThanOrEqual(F("read_date"), LocalDay("made_at")))
        ),
        name=said(
            "document_read_after_it_was_made",
            "This cannot have been read to them before it was made, or in the future.",
        ),
    ),
]


@keeps_history()
class Document(ChildRecord):
    """One version of something that is sent to one recipient about a meeting: made once, and then as it is.

    `told` is what it was made from and is compared by: a print of the address, the ids of the requested
    children, and the days that it tells. `is_late`: its letter was made by a release that kept no files, and
    this was made when somebody first opened it. `changed` says what a version has other than the one before.
    `left_out` says why a format is missing.

    A copy of a record, as the letter that a plan has ended, goes to a `person` or to somebody of an agency; a
    copy also to one of the record's own children (a `requested_child`), whose own version a second person
    always releases. `needs_release`: a second person releases it before it goes. `off_at`: it will not be
    sent.
    """

    CHILD_PATH = f"record__{JOINT}"
    IS_JOINT = True

    record = models.ForeignKey(MeetingRecord, on_delete=models.PROTECT, related_name="documents")
    kind = models.CharField(max_length=20, choices=choices(DocumentKind))
    person = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, blank=True, related_name="documents"
    )
    # A child whose own version it is; then neither for a person nor for an agency.
    requested_child = models.ForeignKey(
        RequestedChild,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        db_index=False,
        related_name="documents",
    )
    # The code of a kind of agency, and who there; "" for the family.
    agency_kind = models.CharField(max_length=20, blank=True, default="", db_default="")
    agency_name = models.CharField(max_length=150, blank=True, default="", db_default="")
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
    sent_how = models.CharField(
        max_length=15, choices=choices(SentHow), blank=True, default="", db_default=""
    )
    sent_proof = models.TextField(blank=True, default="", db_default="", help_text="What shows that it went.")
    # Of a child's own version that was given: who sat with them, and what they said or answered.
    sat_with = models.CharField(max_length=150, blank=True, default="", db_default="")
    child_said = models.TextField(blank=True, default="", db_default="")
    needs_release = models.BooleanField(default=False, db_default=False)
    released_by = models.ForeignKey(
        User, on_delete=models.PROTECT, null=True, blank=True, db_index=False, related_name="+"
    )
    released_at = models.DateTimeField(null=True, blank=True)
    release_words = models.TextField(
        blank=True, default="", db_default="", help_text="Why it may go though something in it was in doubt."
    )
    # In which language somebody was told what stands in it, how, when and by whom; recorded by and at.
    read_how = models.CharField(
        max_length=15, choices=choices(ReadHow), blank=True, default="", db_default=""
    )
    read_language = models.CharField(max_length=60, blank=True, default="", db_default="")
    read_who = models.CharField(max_length=150, blank=True, default="", db_default="")
    read_date = models.DateField(null=True, blank=True)
    read_by = models.ForeignKey(
        User, on_delete=models.PROTECT, null=True, blank=True, db_index=False, related_name="+"
    )
    read_at = models.DateTimeField(null=True, blank=True)
    off_by = models.ForeignKey(
        User, on_delete=models.PROTECT, null=True, blank=True, db_index=False, related_name="+"
    )
    off_at = models.DateTimeField(null=True, blank=True)
    off_reason = models.TextField(blank=True, default="", db_default="", help_text="Why it will not be sent.")

    class Meta(ChildRecord.Meta):
        ordering = ["id"]
        indexes = [
            models.Index(
                fields=["record"],
                condition=Q(
                    needs_release=True, released_at__isnull=True, off_at__isnull=True, sent_date__isnull=True
                ),
                name="document_to_release",
            )
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["record", "kind", "person", "version"], name="document_one_a_version"
            ),
            models.UniqueConstraint(
                "record",
                "kind",
                "agency_kind",
                Lower("agency_name"),
                "version",
                condition=Q(person__isnull=True, requested_child__isnull=True),
                name="document_one_a_version_for_an_agency",
            ),
            models.UniqueConstraint(
                fields=["record", "requested_child", "version"],
                condition=Q(requested_child__isnull=False),
                name="document_one_a_version_for_a_child",
            ),
            models.CheckConstraint(
                condition=Q(
                    person__isnull=False, requested_child__isnull=True, agency_kind="", agency_name=""
                )
                | Q(
                    person__isnull=True,
                    requested_child__isnull=False,
                    agency_kind="",
                    agency_name="",
                    kind=DocumentKind.RECORD.value,
                    needs_release=True,
                )
                | (
                    Q(
                        person__isnull=True,
                        requested_child__isnull=True,
                        kind__in=OF_ITS_OWN,
                    )
                    & ~Q(agency_kind="")
                    & ~Q(agency_name="")
                ),
                name="document_to_a_person_or_an_agency",
            ),
            models.CheckConstraint(
                condition=(~Q(kind__in=OF_ITS_OWN) & Q(sent_how="", sent_proof=""))
                | Q(kind__in=OF_ITS_OWN, sent_date__isnull=True, sent_how="", sent_proof="")
                | Q(
                    kind__in=OF_ITS_OWN,
                    sent_date__isnull=False,
                    sent_how__in=values(SentHow),
                ),
                name="document_copy_sent_how",
            ),
            models.CheckConstraint(
                condition=Q(released_by__isnull=True, released_at__isnull=True)
                | Q(released_by__isnull=False, released_at__isnull=False),
                name="document_released_by_and_at",
            ),
            models.CheckConstraint(
                condition=Q(released_by__isnull=True) | ~Q(released_by=F("made_by")),
                name=said("document_released_by_another", "Whoever made a copy cannot release it."),
            ),
            models.CheckConstraint(
                condition=Q(needs_release=False) | Q(sent_date__isnull=True) | Q(released_at__isnull=False),
                name=said("document_released_before_it_goes", "A second person releases this copy first."),
            ),
            models.CheckConstraint(
                condition=Q(off_at__isnull=True, off_by__isnull=True, off_reason="")
                | (Q(off_at__isnull=False, off_by__isnull=False, sent_date__isnull=True) & ~Q(off_reason="")),
                name="document_off_by_at_and_why",
            ),
            *READ,
            models.CheckConstraint(
                condition=Q(sat_with="", child_said="")
                | Q(requested_child__isnull=False, sent_date__isnull=False),
                name="document_told_of_a_child_who_was_given_theirs",
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
                | Q(version=1, kind=DocumentKind.DECISION_LETTER.value)
                | Q(GreaterThanOrEqual(F("sent_date"), LocalDay("made_at"))),
                name=said(
                    "document_sent_after_it_was_made",
                    "This cannot have been sent before it was made.",
                ),
            ),
        ]
        triggers = [*promises.DOCUMENT_HOLDS, DOCUMENT_GIVEN, *promises.DOCUMENT_OR_NONE]

    def __str__(self) -> str:
        return f"Document {self.pk}"


def kept_bytes(table: str, of: str) -> list[models.BaseConstraint]:
    """What is promised of files that are kept: one a format of what they are `of`, whole, with their sum."""
    return [
        models.UniqueConstraint(fields=[of, "format"], name=f"{table}_one_a_format"),
        models.CheckConstraint(condition=Q(format__in=values(DocumentFormat)), name=f"{table}_format_known"),
        models.CheckConstraint(
            condition=Exact(F("sha256"), Sum("content")), name=f"{table}_sum_of_its_bytes"
        ),
        models.CheckConstraint(
            condition=Q(GreaterThanOrEqual(Length("content"), 1))
            & Q(GreaterThanOrEqual(LARGEST, Length("content"))),
            name=f"{table}_size",
        ),
    ]


def never_changed(table: str) -> pgtrigger.Protect:
    """Added, and neither altered nor deleted."""
    return pgtrigger.Protect(name=f"{table}_never_changed", operation=pgtrigger.Update | pgtrigger.Delete)


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
        constraints = kept_bytes("documentfile", "document")
        triggers = [never_changed("documentfile")]

    def __str__(self) -> str:
        return f"File {self.pk} of document {self.document_id}"
