"""Agencies that work with families, and the professionals of them who are not users of this application."""

from django.db import models

from safeguarding.history import keeps_history


class AgencyKind(models.TextChoices):
    SOCIAL_CARE = "SOCIAL_CARE", "Children's social care"
    POLICE = "POLICE", "Police"
    HEALTH_VISITING = "HEALTH_VISITING", "Health visiting"
    SCHOOL_NURSING = "SCHOOL_NURSING", "School nursing"
    MIDWIFERY = "MIDWIFERY", "Midwifery"
    GENERAL_PRACTICE = "GENERAL_PRACTICE", "General practice"
    MENTAL_HEALTH = "MENTAL_HEALTH", "Mental health"
    HOSPITAL = "HOSPITAL", "Hospital"
    SCHOOL = "SCHOOL", "School or college"
    EARLY_YEARS = "EARLY_YEARS", "Early years"
    PROBATION = "PROBATION", "Probation"
    HOUSING = "HOUSING", "Housing"
    SUBSTANCE_MISUSE = "SUBSTANCE_MISUSE", "Drug and alcohol service"
    DOMESTIC_ABUSE = "DOMESTIC_ABUSE", "Domestic abuse service"
    VOLUNTARY = "VOLUNTARY", "Voluntary organisation"
    OTHER = "OTHER", "Other"


@keeps_history()
class Agency(models.Model):
    """One organisation or service; what counts as one for quoracy is local, so its kind is kept fine."""

    name = models.CharField(max_length=150, unique=True)
    kind = models.CharField(max_length=20, choices=AgencyKind.choices)
    is_active = models.BooleanField(default=True, db_default=True)

    class Meta:
        ordering = ["name"]
        verbose_name_plural = "agencies"
        constraints = [
            models.CheckConstraint(condition=models.Q(kind__in=AgencyKind.values), name="agency_kind_known"),
        ]

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
