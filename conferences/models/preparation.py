"""The preparation of a conference: contact with each of the family, and the children’s words."""

from __future__ import annotations

import uuid

from django.db import models
from django.db.models import Q

from conferences.models.invitations import Invitation
from conferences.models.promises_preparation import CONTACT_HOLDS, VIEWS_HOLDS
from conferences.models.requests import Request, RequestedChild
from conferences.rules.preparation import (
    WITH_DAY,
    Aloud,
    ContactMaker,
    ContactOutcome,
    ContactWay,
    FamilyPlan,
    NoViews,
    Supporter,
    ViewsWay,
)
from safeguarding.history import keeps_history
from safeguarding.labelled import choices, values
from safeguarding.models import User
from safeguarding.models.base import ChildRecord
from safeguarding.promises import by_then, finite, said

BY_TELLING = "What goes before a conference was done today or earlier."
TAKEN_BACK = Q(taken_back_at__isnull=True, taken_back_by__isnull=True, back_words="") | (
    Q(taken_back_at__isnull=False, taken_back_by__isnull=False) & ~Q(back_words="")
)
NO_WISH = Q(wants="", seating="", breaks="", arrival="", supporter="")


@keeps_history()
class FamilyContact(ChildRecord):
    """One contact before a conference with somebody of the family on its list, or with a child of it; or one
    try. It goes with the request wherever its meeting is moved; what did not happen is taken back and stays.
    """

    CHILD_PATH = "request__children__child"
    IS_JOINT = True

    ref = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    request = models.ForeignKey(Request, on_delete=models.PROTECT, related_name="family_contacts")
    # With whom: one of the two.
    invitation = models.ForeignKey(
        Invitation, on_delete=models.PROTECT, null=True, blank=True, related_name="contacts"
    )
    asked = models.ForeignKey(
        RequestedChild, on_delete=models.PROTECT, null=True, blank=True, related_name="contacts"
    )
    outcome = models.CharField(max_length=8, choices=choices(ContactOutcome))
    contact_date = models.DateField()
    maker = models.CharField(max_length=8, choices=choices(ContactMaker))
    maker_name = models.CharField(max_length=150)
    way = models.CharField(max_length=10, choices=choices(ContactWay))
    minutes = models.PositiveSmallIntegerField(null=True, blank=True)
    words = models.TextField(blank=True)
    wants = models.TextField(blank=True)
    seating = models.CharField(max_length=300, blank=True)
    breaks = models.CharField(max_length=300, blank=True)
    arrival = models.CharField(max_length=300, blank=True)
    supporter = models.CharField(max_length=150, blank=True)
    supporter_kind = models.CharField(max_length=10, choices=choices(Supporter), blank=True)
    family_plan = models.CharField(max_length=10, choices=choices(FamilyPlan))
    family_plan_date = models.DateField(null=True, blank=True)
    told_by = models.ForeignKey(User, on_delete=models.PROTECT, db_index=False, related_name="+")
    told_at = models.DateTimeField()
    back_words = models.TextField(blank=True)
    taken_back_by = models.ForeignKey(
        User, on_delete=models.PROTECT, null=True, blank=True, db_index=False, related_name="+"
    )
    taken_back_at = models.DateTimeField(null=True, blank=True)

    class Meta(ChildRecord.Meta):
        ordering = ["contact_date", "id"]
        constraints = [
            finite("family_contact", "contact_date", unknown=("family_plan_date",)),
            models.CheckConstraint(
                condition=Q(invitation__isnull=False, asked__isnull=True)
                | Q(invitation__isnull=True, asked__isnull=False),
                name="family_contact_with_one",
            ),
            models.CheckConstraint(
                condition=Q(
                    outcome__in=values(ContactOutcome),
                    maker__in=values(ContactMaker),
                    way__in=values(ContactWay),
                )
                & ~Q(maker_name=""),
                name="family_contact_by_whom_and_how",
            ),
            models.CheckConstraint(
                condition=~Q(outcome=ContactOutcome.MET.value) | ~Q(way=ContactWay.MESSAGE.value),
                name="family_contact_is_a_talk",
            ),
            models.CheckConstraint(
                condition=~Q(outcome=ContactOutcome.FAILED.value)
                | NO_WISH & Q(family_plan=FamilyPlan.NOT_SPOKEN.value),
                name="family_contact_reached_says_what_is_wanted",
            ),
            models.CheckConstraint(
                condition=Q(supporter="", supporter_kind="")
                | Q(supporter_kind__in=values(Supporter)) & ~Q(supporter=""),
                name="family_contact_supporter_and_who",
            ),
            models.CheckConstraint(
                condition=Q(family_plan__in=[one.value for one in WITH_DAY], family_plan_date__isnull=False)
                | Q(
                    family_plan__in=[one.value for one in FamilyPlan if one not in WITH_DAY],
                    family_plan_date__isnull=True,
                ),
                name="family_contact_plan_and_day",
            ),
            models.CheckConstraint(
                condition=by_then("contact_date", "told_at") & by_then("family_plan_date", "told_at"),
                name=said("family_contact_by_its_telling", BY_TELLING),
            ),
            models.CheckConstraint(condition=TAKEN_BACK, name="family_contact_taken_back_by_at_and_why"),
        ]
        triggers = CONTACT_HOLDS

    def __str__(self) -> str:
        return f"Contact {self.pk}"


@keeps_history()
class ViewsBefore(ChildRecord):
    """What one child of a request said before its conference, in the child’s words, or why there are none."""

    CHILD_PATH = "asked__child"

    ref = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    asked = models.ForeignKey(RequestedChild, on_delete=models.PROTECT, related_name="views_before")
    gathered_date = models.DateField()
    gatherer = models.CharField(max_length=150)
    words = models.TextField(blank=True)
    way = models.CharField(max_length=12, choices=choices(ViewsWay), blank=True)
    aloud = models.CharField(max_length=10, choices=choices(Aloud), blank=True)
    none_why = models.CharField(max_length=10, choices=choices(NoViews), blank=True)
    none_words = models.TextField(blank=True)
    told_by = models.ForeignKey(User, on_delete=models.PROTECT, db_index=False, related_name="+")
    told_at = models.DateTimeField()
    back_words = models.TextField(blank=True)
    taken_back_by = models.ForeignKey(
        User, on_delete=models.PROTECT, null=True, blank=True, db_index=False, related_name="+"
    )
    taken_back_at = models.DateTimeField(null=True, blank=True)

    class Meta(ChildRecord.Meta):
        ordering = ["gathered_date", "id"]
        constraints = [
            finite("views_before", "gathered_date"),
            models.CheckConstraint(condition=~Q(gatherer=""), name="views_before_gathered_by_whom"),
            models.CheckConstraint(
                condition=Q(none_why="", none_words="", way__in=values(ViewsWay), aloud__in=values(Aloud))
                & ~Q(words="")
                | Q(words="", way="", aloud="", none_why__in=values(NoViews)),
                name="views_before_words_or_why_none",
            ),
            models.CheckConstraint(
                condition=~Q(none_why=NoViews.OTHER.value) | ~Q(none_words=""),
                name="views_before_another_reason_in_words",
            ),
            models.CheckConstraint(
                condition=by_then("gathered_date", "told_at"),
                name=said("views_before_by_its_telling", BY_TELLING),
            ),
            models.CheckConstraint(condition=TAKEN_BACK, name="views_before_taken_back_by_at_and_why"),
        ]
        triggers = VIEWS_HOLDS

    def __str__(self) -> str:
        return f"Views {self.pk}"
