"""Rows gathered for one bulk write, in the order in which they lean on each other."""

from __future__ import annotations

import uuid
from random import Random
from typing import Any, TypeVar

from django.db import models

from conferences.models import (
    ChildInNeedPlan,
    Conference,
    ConferenceChild,
    Decision,
    Enquiry,
    NeedEpisode,
    Plan,
    PlanCategory,
    PlanElsewhere,
    StrategyDiscussion,
    TransferIn,
)
from conferences.rules.vocabulary import ConferenceKind
from safeguarding.models import (
    Agency,
    Allocation,
    Bar,
    Child,
    ChildDisability,
    ChildName,
    Family,
    Household,
    HouseholdMember,
    Person,
    Professional,
    Relationship,
    RestrictedGrant,
    Team,
    User,
)

M = TypeVar("M", bound=models.Model)
AT_A_TIME = 2000

BEFORE_CONFERENCES: tuple[type[models.Model], ...] = (
    Team,
    User,
    Agency,
    Professional,
    Family,
    Person,
    Child,
    ChildName,
    ChildDisability,
    Relationship,
    Household,
    HouseholdMember,
    Allocation,
    RestrictedGrant,
    Bar,
    NeedEpisode,
    Enquiry,
    StrategyDiscussion,
    TransferIn,
    PlanElsewhere,
    Conference,
)
AFTER_CONFERENCES: tuple[type[models.Model], ...] = (Decision, PlanCategory, ChildInNeedPlan)


class Batch:
    """Model instances by model; they may point at each other before any of them is saved."""

    def __init__(self, seed: str) -> None:
        self.rows: dict[type[models.Model], list[models.Model]] = {}
        self._refs = Random(f"fableshire refs {seed}")

    def add(self, row: M) -> M:
        self.rows.setdefault(type(row), []).append(row)
        # The same addresses in each demo of one day, so that pictures and bookmarks stay true.
        if hasattr(row, "ref"):
            row.ref = uuid.UUID(int=self._refs.getrandbits(128), version=4)
        return row

    def write(self) -> None:
        """Writes everything; a plan needs the conference that made it, and a review needs its plan."""
        for model in BEFORE_CONFERENCES:
            self._write(model, self.rows.get(model, []))
        at_conferences = self.rows.get(ConferenceChild, [])
        reviews = [row for row in at_conferences if _is_review(row)]
        self._write(ConferenceChild, [row for row in at_conferences if not _is_review(row)])
        self._write(Plan, self.rows.get(Plan, []))
        self._write(ConferenceChild, reviews)
        for model in AFTER_CONFERENCES:
            self._write(model, self.rows.get(model, []))

    def _write(self, model: Any, rows: list[models.Model]) -> None:
        model.objects.bulk_create(rows, batch_size=AT_A_TIME)


def _is_review(row: models.Model) -> bool:
    return isinstance(row, ConferenceChild) and row.kind == ConferenceKind.REVIEW
