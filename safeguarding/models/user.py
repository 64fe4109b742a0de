"""The people who sign in. One person has one role; rights come from the role alone
(safeguarding.access.roles).
"""

from __future__ import annotations

import uuid
from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models.functions import Lower

from safeguarding.history import keeps_history
from safeguarding.labelled import values
from safeguarding.rights import Role


class UserManager(BaseUserManager["User"]):
    """Makes users; an e-mail address is the name a person signs in with, whatever its capitals."""

    def create_user(self, email: str, password: str | None = None, **fields: Any) -> User:
        user = self.model(email=self.normalize_email(email).lower(), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def get_by_natural_key(self, username: str | None) -> User:
        return self.get(email__iexact=username)


@keeps_history(exclude=["password", "last_login"])
class User(AbstractBaseUser):
    """Somebody who works here, or the system itself (`is_system`): in the history, never signed in."""

    ref = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    email = models.EmailField(unique=True)
    full_name = models.CharField(max_length=150)
    role = models.CharField(max_length=30)
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

    def __str__(self) -> str:
        return self.full_name

    def get_full_name(self) -> str:
        return self.full_name

    def get_short_name(self) -> str:
        return self.full_name.split(" ")[0]
