"""The children whom a person may see as rows of a file: what the case system's file would say of each."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import Count, FilteredRelation, Min, OuterRef, Q, Subquery, Window

from safeguarding.access import scope
from safeguarding.db import snapshot
from safeguarding.models import Child, Household, HouseholdMember, Person, User
from safeguarding.models.base import note_read

AT_ONCE = 2000
WHY = "families in which an address is confidential: it is left out"
HOME_WHY = "the homes of children in scope"


@dataclass(frozen=True)
class ChildRow:
    """One child, by the columns of the file; `address` and `postcode` are empty where they are not to be
    told.
    """

    number: str
    upn: str
    given_names: str
    family_name: str
    birth_date: dt.date | None
    expected_birth_date: dt.date | None
    sex: str
    family_ref: str
    address: str
    postcode: str
    worker: str
    team: str


def child_rows(user: User) -> Iterator[ChildRow]:
    """Every child in sight by number, in one statement; each is noted as read."""
    found = scope(user, Child).annotate(
        holding=FilteredRelation("allocations", condition=Q(allocations__end_date=None)),
        # The family's own number where no file named it: its children stand together in either case.
        reference=Window(Min("feed_memory__family_ref", filter=~Q(feed_memory__family_ref="")), "family"),
        address=_home("address"),
        postcode=_home("postcode"),
    )
    columns = found.order_by("la_child_id").values_list(
        "pk",
        "feed_memory__family_ref",
        "reference",
        "family__ref",
        "la_child_id",
        "upn",
        "given_names",
        "family_name",
        "birth_date",
        "expected_birth_date",
        "sex",
        "address",
        "postcode",
        "holding__worker__email",
        "holding__team__name",
    )
    with snapshot():
        for pk, named, reference, family, *values, address, postcode, worker, team in columns.iterator(
            chunk_size=AT_ONCE
        ):
            note_read([pk])
            ref = str(named or reference or family) if family else ""
            yield ChildRow(*[*values, ref, *(text or "" for text in (address, postcode, worker, team))])


def _home(column: str) -> Subquery:
    """Where the child lives, if in one home alone; nothing where the family keeps an address to itself."""
    homes = HouseholdMember.objects.unscoped(HOME_WHY).filter(child=OuterRef("pk"), end_date=None)
    kept = Household.objects.unscoped(WHY).filter(is_confidential=True).values("family")
    hidden = Person.objects.unscoped(WHY).filter(address_is_confidential=True).values("family")
    for way in ("child__family", "household__family"):
        homes = homes.exclude(**{f"{way}__in": kept}).exclude(**{f"{way}__in": hidden})
    # A parent who stayed with the other family when the child left it is the child's parent still.
    homes = homes.exclude(child__relationships__person__address_is_confidential=True)
    alone = homes.order_by().values("child").annotate(number=Count("pk"), told=Min(f"household__{column}"))
    return Subquery(alone.filter(number=1).values("told"))
