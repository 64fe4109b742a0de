"""How names are compared: functions of the database (migration 0002), whose results an index can hold.

People mishear, mistype and shorten names, and a child not found is a child recorded twice.
"""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import models
from django.db.models import F, FloatField, Func, Q, TextField


class Plain(Func):
    """Given names and family name as one line: small letters, no accents, apostrophes or hyphens."""

    function = "safeguarding_plain"
    output_field = TextField()


class NameKeys(Func):
    """What each word of a name sounds like (double metaphone, capitals), and its letters in order (small).

    Two words that share a key sound alike, or differ only in letters that changed places.
    """

    function = "safeguarding_name_keys"
    output_field = ArrayField(TextField())


class Closeness(Func):
    """How near a word is to the nearest word of a plain name: 1 the same, 0 nothing alike."""

    function = "safeguarding_closeness"
    output_field = FloatField()


class Named(models.Model):
    """A model with given names and family name, kept beside them as a search compares them.

    The database fills both columns, whoever writes the names; worked out at each search they would cost
    more than the search itself. A census brings children by the hundred thousand without names: they stay
    out of the indexes.
    """

    given_names = models.CharField(max_length=100, blank=True)
    family_name = models.CharField(max_length=100, blank=True)
    plain_name = models.GeneratedField(
        expression=Plain("given_names", "family_name"), output_field=TextField(), db_persist=True
    )
    name_keys = models.GeneratedField(
        expression=NameKeys("given_names", "family_name"),
        output_field=ArrayField(TextField()),
        db_persist=True,
    )

    class Meta:
        abstract = True


NAME_WORKED_OUT = ["plain_name", "name_keys"]
"""What history need not keep: it has the names."""


def spelling_indexes(prefix: str) -> list[models.Index]:
    """The two indexes that a search by name reads."""
    named = ~Q(plain_name="")
    return [
        GinIndex(OpClass(F("plain_name"), name="gin_trgm_ops"), name=f"{prefix}_plain_name", condition=named),
        GinIndex(fields=["name_keys"], name=f"{prefix}_keys", condition=named),
    ]
