"""What is recorded of a child, by a key of its own, and whether it goes along where the record is joined
into another. A test knows every model that names a child.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, cast

from django.apps import apps
from django.db import models
from django.db.models import Q, QuerySet

from safeguarding.models import Child
from safeguarding.models.base import ChildRecord

WHY = "all that is recorded of a child goes with it where it is joined"
GOES = frozenset(
    {
        "conferences.agencyreportchild",
        "conferences.childinneedplan",
        "conferences.conferencechild",
        "conferences.consultation",
        "conferences.consultationaccountchild",
        "conferences.correction",
        "conferences.daytold",
        "conferences.duty",
        "conferences.enquiry",
        "conferences.feedmemory",
        "conferences.importedchild",
        "conferences.lifeevent",
        "conferences.lookup",
        "conferences.needepisode",
        "conferences.notice",
        "conferences.parentmemory",
        "conferences.plan",
        "conferences.planelsewhere",
        "conferences.requestedchild",
        "conferences.supporttried",
        "conferences.takenon",
        "conferences.thinkingtimeentry",
        "conferences.transferin",
        "safeguarding.allocation",
        "safeguarding.child",
        "safeguarding.childdisability",
        "safeguarding.childname",
        "safeguarding.householdmember",
        "safeguarding.relationship",
    }
)
STAYS = {
    "conferences.childpair": "what was said of the record itself",
    "conferences.feedline": "a line of a file that is compared anew when it is taken in",
    "conferences.recordjoin": "the joinings themselves",
    "safeguarding.familymove": "how the record came to its family",
    "safeguarding.readlog": "who viewed the record",
    "safeguarding.restrictedgrant": "nobody sees more because records are joined",
    "safeguarding.restrictionremoval": "a restricted record is not joined",
}


# Who holds the child at present: the joining ends one of two.
HANDLED = frozenset({"allocation_one_at_present"})


def child_keys() -> Iterator[models.ForeignKey[Any, Any]]:
    """The keys to a child of every model but the history's."""
    for model in apps.get_models():
        for field in model._meta.concrete_fields:
            if hasattr(model, "pgh_tracked_model") or field.related_model is not Child:
                continue
            if isinstance(field, models.ForeignKey):
                yield field


def moving_keys() -> list[models.ForeignKey[Any, Any]]:
    return [key for key in child_keys() if key.model._meta.label_lower in GOES]


def rows_of(model: type[models.Model]) -> QuerySet[Any]:
    """The rows of a model, about a child or not, for an operation that holds the children."""
    if issubclass(model, ChildRecord):
        return model.objects.unscoped(WHY)
    rows: QuerySet[Any] = cast(Any, model).objects.all()
    return rows


def once_with_child(key: models.ForeignKey[Any, Any]) -> list[tuple[tuple[str, ...], Q]]:
    """By which columns besides the child a row of the model is there once, and of which rows that holds."""
    found = [
        (tuple(name for name in one.fields if name != key.name), one.condition or Q())
        for one in key.model._meta.constraints
        if isinstance(one, models.UniqueConstraint) and key.name in one.fields and one.name not in HANDLED
    ]
    return [*found, ((), Q())] if key.unique else found
