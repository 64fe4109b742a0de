"""The names of a consultation's family, as far as a person sees them."""

from __future__ import annotations

from conferences.models import FamilyConsultation
from safeguarding.access import scope
from safeguarding.models import Child, ChildName, Relationship, User


def names_of(user: User, within: FamilyConsultation) -> list[str]:
    """Of the children in sight, present and former, of their parents and carers, and of the family: three
    queries. Of who is out of sight nothing is told, not even that a word is their name.
    """
    children = scope(user, Child).filter(family=within.family_id)
    others = scope(user, ChildName).filter(child__in=children.values("pk"), in_error=False)
    ties = scope(user, Relationship).filter(child__in=children.values("pk"), in_error=False)
    names = [" ".join(one) for one in children.values_list("given_names", "family_name")]
    names += [" ".join(one) for one in others.values_list("given_names", "family_name")]
    names += list(ties.values_list("person__full_name", flat=True))
    return [*names, within.family.name]
