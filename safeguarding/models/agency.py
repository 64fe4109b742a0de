"""Agencies that work with families, and the professionals of them who are not users of this application."""

import secrets

from django.db import models
from django.db.models import Q

from safeguarding.history import keeps_history
from safeguarding.register.agencykinds import NEVER_COUNT, SOCIAL_CARE


def new_code() -> str:
    """The code of a kind that a council adds: it means nothing and is never shown."""
    return f"OWN_{secrets.token_hex(6).upper()}"


@keeps_history()
class AgencyKind(models.Model):
    """A kind of service, such as police or school, and whether it counts towards a quorum.

    Kinds with the same words in `counts_with` count once between them: "Health", for a council in which a
    health visitor and a hospital are one agency.
    """

    code = models.CharField(max_length=20, unique=True, default=new_code, editable=False)
    name = models.CharField(max_length=60, unique=True)
    counts = models.BooleanField(default=False, db_default=False)
    counts_with = models.CharField(max_length=60, blank=True, db_default="")
    is_active = models.BooleanField(default=True, db_default=True)

    class Meta:
        ordering = ["name"]
        constraints = [
            models.CheckConstraint(condition=~Q(code=""), name="agencykind_code_given"),
            models.CheckConstraint(
                condition=~Q(code__in=sorted(NEVER_COUNT), counts=True), name="agencykind_helpers_never_count"
            ),
            models.CheckConstraint(
                condition=~Q(code=SOCIAL_CARE) | Q(counts=True, is_active=True),
                name="agencykind_social_care_counts",
            ),
        ]

    def __str__(self) -> str:
        return self.name


@keeps_history()
class Agency(models.Model):
    """One organisation or service; what counts as one for quoracy is local, so its kind is kept fine."""

    name = models.CharField(max_length=150, unique=True)
    kind = models.ForeignKey(
        AgencyKind, on_delete=models.PROTECT, to_field="code", db_column="kind", related_name="agencies"
    )
    is_active = models.BooleanField(default=True, db_default=True)

    class Meta:
        ordering = ["name"]
        verbose_name_plural = "agencies"

    def __str__(self) -> str:
        return self.name


@keeps_history()
class Professional(models.Model):
    """Somebody of an agency who attends, reports or belongs to a core group."""

    full_name = models.CharField(max_length=150)
    job_title = models.CharField(max_length=100, blank=True)
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="professionals")
    email = models.EmailField(blank=True)
    telephone = models.CharField(max_length=30, blank=True)
    is_active = models.BooleanField(default=True, db_default=True)

    class Meta:
        ordering = ["full_name"]

    def __str__(self) -> str:
        return self.full_name
