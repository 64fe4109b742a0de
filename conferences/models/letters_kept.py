"""What is promised of every letter that is made once and kept in versions, of whatever it is."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.db.models.lookups import GreaterThanOrEqual

from conferences.rules.documents import SentHow
from safeguarding.labelled import values
from safeguarding.promises import LocalDay, by_then, finite, said, unless_missing

# What is written of a version after it was made, in SQL.
LATER = (
    "ARRAY['sent_how', 'sent_date', 'sent_by_id', 'sent_at', 'back_words', 'taken_back_by_id',"
    " 'taken_back_at']"
)
# That it went is recorded for good, but where it is taken back with why.
UNSENT = """(OLD.sent_date IS NOT NULL AND NEW.sent_date IS NULL
            AND (NEW.back_words = '' OR NEW.taken_back_at IS NOT DISTINCT FROM OLD.taken_back_at))"""


def kept_versions(table: str, of: str) -> list[models.BaseConstraint]:
    """One a version of what they are `of`, each says what changed, and how, when and by whom it went."""
    return [
        finite(table, unknown=("sent_date",)),
        models.UniqueConstraint(fields=[of, "version"], name=f"{table}_one_a_version"),
        models.CheckConstraint(
            condition=Q(version=1, changed="") | (Q(version__gt=1) & ~Q(changed="")),
            name=f"{table}_says_what_changed",
        ),
        models.CheckConstraint(
            condition=Q(sent_how="", sent_date__isnull=True, sent_by__isnull=True, sent_at__isnull=True)
            | Q(
                sent_how__in=values(SentHow),
                sent_date__isnull=False,
                sent_by__isnull=False,
                sent_at__isnull=False,
            ),
            name=f"{table}_sent_how_and_when",
        ),
        models.CheckConstraint(
            condition=Q(back_words="", taken_back_by__isnull=True, taken_back_at__isnull=True)
            | (Q(taken_back_by__isnull=False, taken_back_at__isnull=False) & ~Q(back_words="")),
            name=f"{table}_taken_back_by_at_and_why",
        ),
        models.CheckConstraint(
            condition=unless_missing("sent_at", by_then("sent_date", "sent_at"))
            & unless_missing("sent_date", Q(GreaterThanOrEqual(F("sent_date"), LocalDay("made_at")))),
            name=said(
                f"{table}_sent_after_it_was_made",
                "This letter cannot have been sent before it was made, or in the future.",
            ),
        ),
    ]
