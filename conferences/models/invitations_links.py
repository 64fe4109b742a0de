"""The dated link by which an agency gives its report without an account, and the reports that came by it."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from conferences.models.invitations import Invitation
from conferences.models.promises_invitations_links import GIVEN_CHILD_HOLDS, GIVEN_HOLDS, LINK_HOLDS
from conferences.rules.invitations_links import HIGHEST, LOWEST, MOST_TRIES, SharedWay
from safeguarding.history import keeps_history
from safeguarding.labelled import choices, values
from safeguarding.models import Child, User
from safeguarding.models.base import ChildRecord
from safeguarding.promises import by_then, finite, said

SHARED = [way for way in values(SharedWay) if way != SharedWay.NOT_YET]


@keeps_history(exclude=["tries", "draft", "draft_at", "draft_page"])
class ReportLink(ChildRecord):
    """A link of one agency on a list. Of its secret and its code only hashes are kept.

    `tries` are wrong codes in a row; `draft` is what was typed and not sent, as it was posted, `draft_page`
    the sign of the page that it was typed on.
    """

    CHILD_PATH = "invitation__request__children__child"
    IS_JOINT = True

    invitation = models.ForeignKey(Invitation, on_delete=models.PROTECT, related_name="report_links")
    digest = models.CharField(max_length=64, unique=True)
    code_digest = models.CharField(max_length=64)
    # The last day on which it is taken.
    ends_date = models.DateField()
    # Since when it is the one that its reader has: its letter went, or it was opened with its code.
    given_at = models.DateTimeField(null=True, blank=True)
    # When its code was last made; before, nobody knows one. It stands in no letter, and is told apart.
    code_at = models.DateTimeField(null=True, blank=True)
    made_by = models.ForeignKey(User, on_delete=models.PROTECT, db_index=False, related_name="+")
    made_at = models.DateTimeField()
    ended_by = models.ForeignKey(
        User, on_delete=models.PROTECT, null=True, blank=True, db_index=False, related_name="+"
    )
    ended_at = models.DateTimeField(null=True, blank=True)
    tries = models.PositiveSmallIntegerField(default=0)
    draft = models.JSONField(default=dict, blank=True)
    draft_at = models.DateTimeField(null=True, blank=True)
    draft_page = models.CharField(max_length=32, blank=True, default="", db_default="")

    class Meta(ChildRecord.Meta):
        ordering = ["id"]
        constraints = [
            finite("reportlink", "ends_date"),
            models.UniqueConstraint(
                fields=["invitation"],
                condition=Q(ended_at__isnull=True, given_at__isnull=False),
                name="reportlink_one_that_is_taken",
            ),
            models.UniqueConstraint(
                fields=["invitation"],
                condition=Q(ended_at__isnull=True, given_at__isnull=True),
                name="reportlink_one_that_is_not_given",
            ),
            models.CheckConstraint(
                condition=Q(ended_at__isnull=True, ended_by__isnull=True)
                | Q(ended_at__isnull=False, ended_by__isnull=False, draft={}),
                name="reportlink_ended_by_and_at_without_a_draft",
            ),
            models.CheckConstraint(condition=Q(tries__lte=MOST_TRIES), name="reportlink_tries_are_few"),
            models.CheckConstraint(
                condition=Q(draft={}) | Q(draft_at__isnull=False), name="reportlink_draft_since_when"
            ),
        ]
        triggers = LINK_HOLDS

    def __str__(self) -> str:
        return f"Link {self.pk} for a report"


@keeps_history(exclude=["texts", "score_why", "sheet", "changed"])
class AgencyReport(ChildRecord):
    """One version of a report as an agency sent it: added and never changed, but for who of the unit read it.

    A correction has all of it once more, with what it says is other. `sheet` is what the family cannot hear.
    It is about the children whom the conference was for as it was sent, whoever leaves the request since.
    """

    CHILD_PATH = "children__child"
    IS_JOINT = True

    invitation = models.ForeignKey(Invitation, on_delete=models.PROTECT, related_name="reports_sent")
    link = models.ForeignKey(ReportLink, on_delete=models.PROTECT, related_name="reports_sent")
    version = models.PositiveSmallIntegerField(default=1)
    changed = models.TextField(blank=True, help_text="What is other than in the version before.")
    writer = models.CharField(max_length=150)
    writer_role = models.CharField(max_length=100)
    # {a Part: the words}
    texts = models.JSONField(default=dict)
    score = models.PositiveSmallIntegerField(null=True, blank=True)
    score_why = models.TextField(blank=True)
    shared_way = models.CharField(max_length=10, choices=choices(SharedWay))
    shared_date = models.DateField(null=True, blank=True)
    shared_with = models.CharField(max_length=150, blank=True)
    shared_language = models.CharField(max_length=100, blank=True)
    sheet = models.TextField(blank=True)
    sent_at = models.DateTimeField()
    read_by = models.ForeignKey(
        User, on_delete=models.PROTECT, null=True, blank=True, db_index=False, related_name="+"
    )
    read_at = models.DateTimeField(null=True, blank=True)

    class Meta(ChildRecord.Meta):
        ordering = ["id"]
        constraints = [
            finite("agencyreport", unknown=("shared_date",)),
            models.UniqueConstraint(fields=["invitation", "version"], name="agencyreport_one_a_version"),
            models.CheckConstraint(
                condition=Q(version=1, changed="") | (Q(version__gt=1) & ~Q(changed="")),
                name="agencyreport_says_what_changed",
            ),
            models.CheckConstraint(
                condition=~Q(writer="") & ~Q(writer_role=""), name="agencyreport_says_who_wrote_it"
            ),
            models.CheckConstraint(
                condition=Q(score__isnull=True, score_why="")
                | Q(score__isnull=False, score__gte=LOWEST, score__lte=HIGHEST) & ~Q(score_why=""),
                name="agencyreport_score_with_its_reason",
            ),
            models.CheckConstraint(
                condition=Q(
                    shared_way=SharedWay.NOT_YET.value,
                    shared_date__isnull=True,
                    shared_with="",
                    shared_language="",
                )
                | Q(shared_way__in=SHARED, shared_date__isnull=False) & ~Q(shared_with=""),
                name="agencyreport_shared_when_and_with_whom",
            ),
            models.CheckConstraint(
                condition=by_then("shared_date", "sent_at"),
                name=said("agencyreport_shared_by_its_sending", "It was shown today or earlier."),
            ),
            models.CheckConstraint(
                condition=Q(read_at__isnull=True, read_by__isnull=True)
                | Q(read_at__isnull=False, read_by__isnull=False),
                name="agencyreport_read_by_and_at",
            ),
        ]
        triggers = GIVEN_HOLDS

    def __str__(self) -> str:
        return f"Report {self.pk} of an agency"


@keeps_history()
class AgencyReportChild(ChildRecord):
    """A child whom a report is about: added as it is sent, and never taken from it."""

    report = models.ForeignKey(AgencyReport, on_delete=models.PROTECT, related_name="children")
    child = models.ForeignKey(Child, on_delete=models.PROTECT, related_name="+")

    class Meta(ChildRecord.Meta):
        ordering = ["id"]
        triggers = GIVEN_CHILD_HOLDS

    def __str__(self) -> str:
        return f"Child {self.child_id} of report {self.report_id}"
