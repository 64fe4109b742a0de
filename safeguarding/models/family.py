"""Families, the households they live in, and the grown-ups around a child: each with their own address and
safe contact.
"""

from __future__ import annotations

import uuid

import pgtrigger
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import F, Q, Value

from safeguarding.history import keeps_history
from safeguarding.labelled import choices, values
from safeguarding.models.base import ChildRecord, InError
from safeguarding.models.child import EVENT, EVENT_WRONG
from safeguarding.models.spelling import NameKeys
from safeguarding.promises import changed, exists, of_a_record_that_stands
from safeguarding.register.codes import ParentalResponsibility, RelationshipKind


@keeps_history()
class Family(ChildRecord):
    """Children thought of together. Seen by whoever may see one of them, without those they may not."""

    CHILD_PATH = "children"

    ref = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    name = models.CharField(max_length=100)

    class Meta(ChildRecord.Meta):
        verbose_name_plural = "families"
        ordering = ["name"]
        constraints = [models.CheckConstraint(condition=~Q(name=""), name="family_name_given")]

    def __str__(self) -> str:
        return f"Family {self.pk}"


class FamilyMoveKind(models.TextChoices):
    SPLIT = "SPLIT", "Moved to another family"
    JOIN = "JOIN", "Families joined"


class FamilyMove(ChildRecord):
    """That a child's family became another, and why: one for each child of a split, or of two families
    joined.
    """

    child = models.ForeignKey("Child", on_delete=models.PROTECT, related_name="family_moves")
    kind = models.CharField(max_length=5, choices=FamilyMoveKind.choices)
    from_family = models.ForeignKey(Family, on_delete=models.PROTECT, related_name="+")
    to_family = models.ForeignKey(Family, on_delete=models.PROTECT, related_name="+")
    reason = models.TextField()
    moved_by = models.ForeignKey("User", on_delete=models.PROTECT, related_name="+")
    moved_at = models.DateTimeField()

    class Meta(ChildRecord.Meta):
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=FamilyMoveKind.values), name="familymove_kind_known"),
            models.CheckConstraint(condition=~Q(reason=""), name="familymove_reason_given"),
            models.CheckConstraint(
                condition=~Q(from_family=F("to_family")), name="familymove_to_another_family"
            ),
        ]
        triggers = [
            pgtrigger.Protect(name="familymove_never_changed", operation=pgtrigger.Update | pgtrigger.Delete)
        ]

    def __str__(self) -> str:
        return f"{self.kind} of child {self.child_id}"


@keeps_history()
class Person(ChildRecord):
    """A parent, carer or other grown-up of a family. An address is confidential for the person, not for the
    child.
    """

    CHILD_PATH = "family__children"
    # A parent of children in two families is seen with either.
    ALSO_SEEN_BY = ("relationships__child",)
    # Where these ways lead to children, one of them must be seen (access.scope).
    SEEN_WITH = ("relationships__child",)

    ref = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    family = models.ForeignKey(Family, on_delete=models.PROTECT, related_name="people")
    full_name = models.CharField(max_length=150)
    birth_date = models.DateField(null=True, blank=True)
    address = models.TextField(blank=True)
    postcode = models.CharField(max_length=8, blank=True)
    address_is_confidential = models.BooleanField(default=False)
    telephone = models.CharField(max_length=30, blank=True)
    email = models.EmailField(blank=True)
    safe_contact = models.TextField(blank=True, help_text="How and when it is safe to get in touch.")
    communication_needs = models.TextField(blank=True)
    interpreter_language = models.CharField(max_length=60, blank=True)

    class Meta(ChildRecord.Meta):
        verbose_name_plural = "people"
        ordering = ["full_name"]
        constraints = [models.CheckConstraint(condition=~Q(full_name=""), name="person_name_given")]
        # Texts are looked through for names of parents (conferences.queries.learning_names).
        indexes = [GinIndex(NameKeys("full_name", Value("")), name="person_name_keys")]

    def __str__(self) -> str:
        return f"Person {self.pk}"


# Who were born before the child.
BIRTH_PARENTS = frozenset({RelationshipKind.MOTHER, RelationshipKind.FATHER})


@keeps_history()
class Relationship(InError, ChildRecord):
    """What a person is to one child: siblings may have different fathers, and different people who may see
    parts.
    """

    child = models.ForeignKey("Child", on_delete=models.CASCADE, related_name="relationships")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="relationships")
    kind = models.CharField(max_length=20, choices=choices(RelationshipKind))
    parental_responsibility = models.CharField(
        max_length=8, choices=choices(ParentalResponsibility), default=ParentalResponsibility.UNKNOWN.value
    )
    start_date = models.DateField(null=True, blank=True)
    end_date = models.DateField(null=True, blank=True)

    class Meta(ChildRecord.Meta):
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["child", "person", "kind"], name="relationship_once"),
            models.CheckConstraint(
                condition=Q(kind__in=values(RelationshipKind)), name="relationship_kind_known"
            ),
            models.CheckConstraint(
                condition=Q(parental_responsibility__in=values(ParentalResponsibility)),
                name="relationship_pr_known",
            ),
            models.CheckConstraint(
                condition=Q(start_date__isnull=True)
                | Q(end_date__isnull=True)
                | Q(end_date__gte=F("start_date")),
                name="relationship_ends_after_start",
            ),
        ]
        triggers = of_a_record_that_stands("relationship", "safeguarding_relationship")

    def __str__(self) -> str:
        return f"{self.get_kind_display()} of child {self.child_id}"


@keeps_history()
class Household(ChildRecord):
    """A home. Separated parents keep two, and one may be confidential from the other."""

    CHILD_PATH = "family__children"
    # Where these ways lead to children, one of them must be seen (access.scope).
    SEEN_WITH = ("members__child",)

    family = models.ForeignKey(Family, on_delete=models.PROTECT, related_name="households")
    name = models.CharField(max_length=100, help_text="Whose home it is.")
    address = models.TextField(blank=True)
    postcode = models.CharField(max_length=8, blank=True)
    is_confidential = models.BooleanField(default=False)

    class Meta(ChildRecord.Meta):
        ordering = ["id"]

    def __str__(self) -> str:
        return f"Household {self.pk}"


@keeps_history()
class HouseholdMember(ChildRecord):
    """A child or a grown-up living in a home from a day to a day."""

    CHILD_PATH = "household__family__children"
    # Where these ways lead to children, one of them must be seen (access.scope).
    SEEN_WITH = ("child", "household__members__child", "person__relationships__child")

    household = models.ForeignKey(Household, on_delete=models.CASCADE, related_name="members")
    child = models.ForeignKey("Child", on_delete=models.CASCADE, null=True, blank=True, related_name="homes")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, null=True, blank=True, related_name="homes")
    start_date = models.DateField(null=True, blank=True)
    end_date = models.DateField(null=True, blank=True)

    class Meta(ChildRecord.Meta):
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(child__isnull=False, person__isnull=True)
                | Q(child__isnull=True, person__isnull=False),
                name="householdmember_child_or_person",
            ),
            models.CheckConstraint(
                condition=Q(start_date__isnull=True)
                | Q(end_date__isnull=True)
                | Q(end_date__gte=F("start_date")),
                name="householdmember_ends_after_start",
            ),
        ]
        triggers = [
            *of_a_record_that_stands("householdmember", "safeguarding_householdmember"),
            changed(
                EVENT, exists(EVENT_WRONG, "conferences_lifeevent", "stay_id = NEW.id"), of=("child_id",)
            ),
        ]

    def __str__(self) -> str:
        return f"Member {self.pk} of household {self.household_id}"

    def children_shown(self) -> set[int]:
        shown = self.__dict__.get("child_id")
        return {shown} if shown else set()
