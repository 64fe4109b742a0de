"""The versions of an exclusion's letter as a table: their files, what is other since, and how each went."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from django.urls import reverse

from conferences.models import ExclusionLetter
from conferences.queries.exclusions import ExclusionFacts
from conferences.queries.exclusions_letters import letter_facts, letter_since
from conferences.rules.exclusions import EXCLUDED
from conferences.views.presenters.letters_kept import Versions, versions_table
from safeguarding.access import Permission, can
from safeguarding.models import User
from safeguarding.pagekit.components import Table


def letters_table(
    found: ExclusionFacts,
    kept: Sequence[ExclusionLetter],
    user: User,
    at: dt.datetime,
    other_words: Sequence[str] = (),
) -> Table:
    """The newest first, with whether it was made of `other_words`. Files are for those who may send them."""
    since, ref = [], found.exclusion.ref
    if found.meeting is not None and found.exclusion.answer in EXCLUDED:
        since = letter_since(kept[0], letter_facts(found.exclusion, found.meeting, at))
    of = Versions(
        title="The letter to them",
        kept=kept,
        since=[*since, *other_words],
        sends=can(user, Permission.SEND_LETTERS),
        is_open=True,
        file=lambda one, suffix: reverse("exclusion_letter_file", args=[ref, one.version, suffix]),
        sent=lambda one: reverse("exclusion_letter_sent", args=[ref, one.version]),
    )
    return versions_table(of)
