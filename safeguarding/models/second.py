"""What one person asks and a second confirms before it is done: of an account, or of a restriction."""

from __future__ import annotations

import uuid

import pgtrigger
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower

from safeguarding.history import keeps_history
from safeguarding.labelled import Labelled, choices, values
from safeguarding.models.user import User
from safeguarding.rights import Role


class Outcome(Labelled):
    """How what waited for a second person came to its end."""

    CONFIRMED = "CONFIRMED", "Confirmed"
    REFUSED = "REFUSED", "Refused"
    WITHDRAWN = "WITHDRAWN", "Withdrawn"
    LAPSED = "LAPSED", "Lapsed"


class ChangeKind(Labelled):
    """What may be asked for an account."""

    NEW = "NEW", "A new account"
    ROLE = "ROLE", "Another role or team"
    FURTHER = "FURTHER", "A further role"
    PASSWORD = "PASSWORD", "A new password"
    SECOND_CHECK = "SECOND_CHECK", "Second check removed"
    ON = "ON", "Switched on again"
    ADDRESS = "ADDRESS", "Another email address"


CLOSING = ["outcome", "closed_by", "closed_at", "closed_reason"]


NEVER_DELETED = pgtrigger.Protect(name="asked_never_deleted", operation=pgtrigger.Delete)


def never_rewritten(*besides: str) -> list[pgtrigger.Trigger]:
    """What keeps such rows what the two people saw: what was asked stays (all but `besides`), and what is
    closed stays as it is.
    """
    return [
        pgtrigger.Protect(
            name="closed_for_good",
            operation=pgtrigger.Update,
            condition=pgtrigger.Q(old__closed_at__isnull=False),
        ),
        pgtrigger.Protect(
            name="as_it_was_asked",
            operation=pgtrigger.Update,
            condition=pgtrigger.AnyChange(exclude=[*CLOSING, *besides]),
        ),
    ]


class TwoPersonChange(models.Model):
    """Asked by one person, and done when a second confirms it, to the day `last_date` at the latest."""

    ref = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    asked_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    last_date = models.DateField()
    outcome = models.CharField(max_length=10, choices=choices(Outcome), blank=True, default="")
    # Of what lapsed: when somebody asked anew, and who.
    closed_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    closed_at = models.DateTimeField(null=True, blank=True)
    closed_reason = models.TextField(blank=True, default="")

    class Meta:
        abstract = True
        ordering = ["-asked_at", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(closed_by__isnull=True, closed_at__isnull=True, outcome="", closed_reason="")
                | Q(closed_by__isnull=False, closed_at__isnull=False, outcome__in=values(Outcome)),
                name="%(class)s_closed_by_at_and_how",
            ),
            models.CheckConstraint(
                condition=~Q(outcome__in=["REFUSED", "WITHDRAWN"]) | ~Q(closed_reason=""),
                name="%(class)s_turned_down_with_reason",
            ),
            models.CheckConstraint(
                condition=~Q(outcome="CONFIRMED", closed_by=F("asked_by")),
                name="%(class)s_confirmed_by_another",
            ),
        ]
        triggers = [NEVER_DELETED, *never_rewritten()]


@keeps_history()
class RestrictionRemoval(TwoPersonChange):
    """That a restricted record is opened to everybody whose role opens records; `why` is a code."""

    child = models.ForeignKey("Child", on_delete=models.CASCADE, related_name="removals")
    why = models.CharField(max_length=20)

    class Meta(TwoPersonChange.Meta):
        constraints = [
            *TwoPersonChange.Meta.constraints,
            models.CheckConstraint(condition=~Q(why=""), name="restrictionremoval_why_given"),
            models.UniqueConstraint(
                fields=["child"], condition=Q(closed_at__isnull=True), name="restrictionremoval_one_at_a_time"
            ),
        ]

    def __str__(self) -> str:
        return f"Removal {self.pk}"


# The row of a new account is given the account that is made of it, which has its address, and no other.
ACCOUNT_OF_ITS_ADDRESS = """
    IF OLD.account_id IS NOT NULL OR NOT EXISTS (
        SELECT FROM safeguarding_user u WHERE u.id = NEW.account_id AND lower(u.email) = lower(OLD.email)
    ) THEN
        RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;
    END IF;
    RETURN NEW;
"""


@keeps_history()
class AccountChange(TwoPersonChange):
    """A new account, or what would give an account more than it has.

    `account` is None while a new one waits: until then there is nobody who could sign in. `role`, `team`
    and `email` are those wanted.
    """

    kind = models.CharField(max_length=12, choices=choices(ChangeKind))
    account = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="changes")
    email = models.EmailField(blank=True, default="")
    full_name = models.CharField(max_length=150, blank=True, default="")
    role = models.CharField(max_length=30, blank=True, default="")
    team = models.ForeignKey("Team", on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    class Meta(TwoPersonChange.Meta):
        constraints = [
            *TwoPersonChange.Meta.constraints,
            models.CheckConstraint(condition=Q(kind__in=values(ChangeKind)), name="accountchange_kind_known"),
            models.CheckConstraint(
                condition=(Q(kind="NEW") & ~Q(email="") & ~Q(full_name=""))
                | (Q(kind="ADDRESS", account__isnull=False, full_name="") & ~Q(email=""))
                | (~Q(kind__in=["NEW", "ADDRESS"]) & Q(account__isnull=False, email="", full_name="")),
                name="accountchange_of_an_account_or_a_new_one",
            ),
            models.CheckConstraint(
                condition=(Q(kind__in=["NEW", "ROLE", "FURTHER"], role__in=values(Role)))
                | Q(kind__in=["PASSWORD", "SECOND_CHECK", "ON", "ADDRESS"], role="", team__isnull=True),
                name="accountchange_role_where_it_changes",
            ),
            models.CheckConstraint(
                condition=~Q(outcome="CONFIRMED") | (Q(account__isnull=False) & ~Q(account=F("closed_by"))),
                name="accountchange_not_confirmed_for_oneself",
            ),
            models.UniqueConstraint(
                fields=["account"], condition=Q(closed_at__isnull=True), name="accountchange_one_at_a_time"
            ),
            models.UniqueConstraint(
                Lower("email"),
                condition=Q(closed_at__isnull=True, kind="NEW"),
                name="accountchange_one_new_of_an_address",
            ),
        ]
        triggers = [
            NEVER_DELETED,
            *never_rewritten("account"),
            pgtrigger.Trigger(
                name="account_of_its_address",
                when=pgtrigger.Before,
                operation=pgtrigger.Update,
                condition=pgtrigger.AnyChange("account"),
                func=ACCOUNT_OF_ITS_ADDRESS,
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.pk}"
