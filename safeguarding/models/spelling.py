"""How names are compared: functions of the database (migration 0002), whose results an index can hold.

People mishear, mistype and shorten names, and a child not found is a child recorded twice.
"""

from __future__ import annotations

from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import models
from django.db.models import FloatField, Func, Q, TextField


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


HAS_A_NAME = ~Q(given_names="", family_name="")
"""A census brings children by the hundred thousand without names: they stay out of the indexes."""


def spelling_indexes(prefix: str) -> list[models.Index]:
    """The two indexes that a search by name reads, for a model with given_names and family_name."""

    def index(expression: Any, ending: str) -> models.Index:
        return GinIndex(expression, name=f"{prefix}_{ending}", condition=HAS_A_NAME)

    return [
        index(OpClass(Plain("given_names", "family_name"), name="gin_trgm_ops"), "name_near"),
        index(NameKeys("given_names", "family_name"), "name_keys"),
    ]
