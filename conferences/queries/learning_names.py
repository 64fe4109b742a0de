"""The names of a consultation's family, and of anybody else, as far as a person sees them."""

from __future__ import annotations

from collections.abc import Iterable
from functools import reduce
from operator import or_

from django.db.models import Q

from conferences.models import FamilyConsultation
from conferences.rules.learning_names import is_name, whole_names
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


def name_of_anybody(user: User, *texts: str) -> str:
    """A whole name in these texts that somebody in sight has, child or parent, as it is written there; ""
    where there is none. Three queries at most, each by an index or of few; a single word is no whole name.
    """
    pairs = whole_names(*texts)
    if not pairs:
        return ""
    spelt = reduce(or_, (Q(name_keys__contains=sorted({_letters(word) for word in pair})) for pair in pairs))
    children = scope(user, Child).filter(spelt).values_list("plain_name", flat=True)
    former = scope(user, ChildName).filter(spelt, in_error=False).values_list("plain_name", flat=True)
    for plain_name in (*children, *former):
        for pair, written in pairs.items():
            if is_name(pair, plain_name):
                return written
    return _parent_in(user, pairs.values())


def _letters(word: str) -> str:
    """As the keys of a name hold a word: its letters in order."""
    return "".join(sorted(word))


def _parent_in(user: User, written: Iterable[str]) -> str:
    ties = scope(user, Relationship).filter(in_error=False, person__full_name__in=set(written))
    return ties.values_list("person__full_name", flat=True).first() or ""
