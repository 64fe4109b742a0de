"""The people who sign in. A person has a role, and may have further ones; rights come from the roles alone
(safeguarding.rights).
"""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from typing import Any

import pgtrigger
from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models.functions import Lower

from safeguarding.history import keeps_history
from safeguarding.labelled import values
from safeguarding.promises import at_the_end, changed, said
from safeguarding.rights import SEES_OWN_TEAM, Role, enough_for


class UserManager(BaseUserManager["User"]):
    """Makes users; an e-mail address is the name a person signs in with, whatever its capitals."""

    def create_user(self, email: str, password: str | None = None, **fields: Any) -> User:
        user = self.model(email=self.normalize_email(email).lower(), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def get_by_natural_key(self, username: str | None) -> User:
        return self.get(email__iexact=username)


# Whatever is written there, the rows of HeldRole have the last word.
FURTHER_ROLES = """
    NEW.further_roles := coalesce((
        SELECT array_agg(h.role ORDER BY h.from_at, h.id) FROM safeguarding_heldrole h
        WHERE h.person_id = NEW.id AND h.until_at IS NULL AND h.role <> NEW.role
    ), '{}');
    RETURN NEW;
"""


def _array(roles: Iterable[Role]) -> str:
    """SQL of some roles."""
    codes = ", ".join(f"'{role.value}'" for role in roles)
    return f"ARRAY[{codes}]"


OWN_TEAM = _array(sorted(SEES_OWN_TEAM))
# Whoever was added in this transaction has nobody's session and no password yet.
ADDED = """EXISTS (
        SELECT FROM safeguarding_userevent AS e
        WHERE e.pgh_obj_id = {person} AND e.pgh_label = 'insert' AND e.pgh_created_at = now())"""
# What two people agreed to in this transaction (decision 0074).
AGREED = """EXISTS (
        SELECT FROM safeguarding_accountchange AS v
            JOIN safeguarding_accountchangeevent AS e ON e.pgh_obj_id = v.id
        WHERE v.outcome = 'CONFIRMED' AND e.outcome = 'CONFIRMED' AND e.pgh_created_at = now()
            AND v.account_id = {person} AND {what})"""


def _covered() -> str:
    """SQL: whether the roles that somebody had (`had.roles`) give all that the new main one does."""
    cases = (
        f"WHEN '{role.value}' THEN " + " OR ".join(f"had.roles @> {_array(those)}" for those in sets)
        for role, sets in enough_for().items()
    )
    return f"CASE NEW.role {' '.join(cases)} END"


# Which roles somebody had: a further one that becomes the main one ends as it does.
MORE_WRONG = f"""NOT {ADDED.format(person="NEW.id")} AND (
        (NEW.is_active AND NOT OLD.is_active
            AND NOT {AGREED.format(person="NEW.id", what="v.kind = 'ON'")})
        OR ((NEW.role, NEW.team_id) IS DISTINCT FROM (OLD.role, OLD.team_id)
            AND NOT {
    AGREED.format(
        person="NEW.id",
        what="v.kind = 'ROLE' AND v.role = NEW.role AND v.team_id IS NOT DISTINCT FROM NEW.team_id",
    )
}
            AND ((NEW.team_id IS DISTINCT FROM OLD.team_id
                    AND (ARRAY[NEW.role] || NEW.further_roles)::text[] && {OWN_TEAM})
                OR NOT EXISTS (
                    SELECT FROM (
                        SELECT array_agg(role::text) AS roles FROM (
                            SELECT OLD.role UNION ALL SELECT unnest(OLD.further_roles)
                            UNION ALL SELECT h.role FROM safeguarding_heldrole AS h
                                JOIN safeguarding_heldroleevent AS e ON e.pgh_obj_id = h.id
                            WHERE h.person_id = NEW.id AND e.until_at IS NOT NULL
                                AND e.pgh_created_at = now()) AS held (role)) AS had
                    WHERE {_covered()}))))"""
FURTHER_WRONG = f"""NOT {ADDED.format(person="NEW.person_id")} AND NOT {
    AGREED.format(person="NEW.person_id", what="v.kind = 'FURTHER' AND v.role = NEW.role")
}"""


@keeps_history(exclude=["password", "last_login"])
class User(AbstractBaseUser):
    """Somebody who works here, or the system itself (`is_system`): in the history, never signed in."""

    ref = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    email = models.EmailField(unique=True)
    full_name = models.CharField(max_length=150)
    role = models.CharField(max_length=30)
    # The further roles held now: written by the database from HeldRole, and by nothing else.
    further_roles = ArrayField(
        models.CharField(max_length=30), default=list, blank=True, db_default=[], editable=False
    )
    team = models.ForeignKey("Team", on_delete=models.PROTECT, null=True, blank=True, related_name="members")
    is_active = models.BooleanField(default=True)
    is_system = models.BooleanField(default=False)
    # A session that began before this moment is over: set when a person is disabled or changes role.
    sessions_valid_from = models.DateTimeField(null=True, blank=True)

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["full_name", "role"]

    objects = UserManager()

    class Meta:
        ordering = ["full_name"]
        constraints = [
            models.UniqueConstraint(Lower("email"), name="user_email_once_whatever_its_capitals"),
            models.CheckConstraint(condition=models.Q(role__in=values(Role)), name="user_role_known"),
        ]
        triggers = [
            pgtrigger.Trigger(
                name="further_roles_as_held",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert | pgtrigger.Update,
                func=FURTHER_ROLES,
            ),
            changed(
                said("user_more_by_two", "What gives an account more than it has, a second person confirms."),
                MORE_WRONG,
                of=("role", "team_id", "is_active"),
            ),
        ]

    def __str__(self) -> str:
        return self.full_name

    def get_full_name(self) -> str:
        return self.full_name

    def get_short_name(self) -> str:
        return self.full_name.split(" ")[0]

    @property
    def roles(self) -> tuple[Role, ...]:
        """The roles held now, the main one first."""
        return (Role(self.role), *(Role(role) for role in self.further_roles))

    def is_any(self, *roles: Role) -> bool:
        """Whether one of these is held now."""
        return not set(roles).isdisjoint(self.roles)


def in_roles(*roles: str, of: str = "") -> models.Q:
    """That a person has one of the roles, main or further; `of` leads to the person: "account__"."""
    held = list(roles)
    return models.Q(**{f"{of}role__in": held}) | models.Q(**{f"{of}further_roles__overlap": held})


READ_ANEW = "UPDATE safeguarding_user SET further_roles = '{}' WHERE id = NEW.person_id; RETURN NEW;"


@keeps_history()
class HeldRole(models.Model):
    """A further role of a person, from a moment to another: while `until_at` is empty it is held."""

    person = models.ForeignKey(User, on_delete=models.PROTECT, related_name="held_roles")
    role = models.CharField(max_length=30)
    from_at = models.DateTimeField()
    given_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    until_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ["from_at", "id"]
        constraints = [
            models.CheckConstraint(condition=models.Q(role__in=values(Role)), name="heldrole_role_known"),
            models.CheckConstraint(
                condition=models.Q(until_at__isnull=True, ended_by__isnull=True)
                | models.Q(until_at__isnull=False, until_at__gte=models.F("from_at"), ended_by__isnull=False),
                name="heldrole_ended_by_and_at",
            ),
            models.CheckConstraint(
                condition=~models.Q(person=models.F("given_by")), name="heldrole_not_given_to_oneself"
            ),
            models.UniqueConstraint(
                fields=["person", "role"],
                condition=models.Q(until_at__isnull=True),
                name="heldrole_once_at_a_time",
            ),
        ]
        triggers = [
            pgtrigger.Trigger(
                name="further_roles_of_the_person",
                when=pgtrigger.After,
                operation=pgtrigger.Insert | pgtrigger.Update,
                func=READ_ANEW,
            ),
            at_the_end(
                said("heldrole_given_by_two", "A further role is given when a second person confirmed it."),
                FURTHER_WRONG,
                operation=pgtrigger.Insert,
            ),
            pgtrigger.Protect(name="heldrole_never_deleted", operation=pgtrigger.Delete),
            # To hold it again needs a second person, and so a row of its own.
            pgtrigger.Protect(
                name="heldrole_ended_for_good",
                operation=pgtrigger.Update,
                condition=pgtrigger.Q(old__until_at__isnull=False),
            ),
            pgtrigger.Protect(
                name="heldrole_as_it_was_given",
                operation=pgtrigger.Update,
                condition=pgtrigger.AnyChange("person", "role", "from_at", "given_by"),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.role} {self.pk}"
