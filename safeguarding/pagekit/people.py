"""A choice among people, each with what they are called."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django import forms
from django.db.models import QuerySet

from safeguarding.models import User
from safeguarding.policy.words import said_of


class PersonChoice(forms.ModelChoiceField):  # type: ignore[type-arg]
    """People with what they are called on a day; none until some are offered."""

    on: dt.date

    def __init__(self, **options: Any) -> None:
        super().__init__(User.objects.none(), **options)

    def label_from_instance(self, user: Any) -> str:
        return f"{user.full_name}, {said_of(user, self.on)}"


def offer(field: forms.Field, users: QuerySet[User], on: dt.date) -> None:
    """Let the field of a form be answered with one of these people, as they are called on a day."""
    assert isinstance(field, PersonChoice)
    field.queryset, field.on = users, on
