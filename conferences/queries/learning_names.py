"""The names that a text may hold: of a consultation's family, of anybody on record as far as a person sees
them, and of who works here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.db.models import Q, Value

from conferences.models import FamilyConsultation
from conferences.rules.learning_names import by_word, first_names, pairs_in, whole_name, words_in
from conferences.rules.search import plain
from safeguarding.access import scope
from safeguarding.models import Child, ChildName, Person, Relationship, User
from safeguarding.models.spelling import NameKeys


@dataclass(frozen=True)
class NamesFound:
    """Of texts: the whole names that somebody has, on record (`here`) or at work (`workers`), and the words
    that may be a given name (`alone`), each as it is written there.
    """

    here: tuple[str, ...] = ()
    workers: tuple[str, ...] = ()
    alone: tuple[str, ...] = ()

    @property
    def at_all(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys((*self.here, *self.workers, *self.alone)))


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
    # An idea is changed by its owner too, who may see none of the family: then not its name either.
    return [*names, within.family.name] if names else []


def names_found(user: User, *texts: str) -> NamesFound:
    """The names in these texts of children in sight, present and former, of their parents and carers, and of
    who works here, present and former: a query for each of the four, by an index or of few, whatever the
    texts.
    """
    pairs, words = by_word(pairs_in(*texts)), words_in(*texts)
    if not pairs and not words:
        return NamesFound()
    of_records = list(_on_record(user, {*pairs, *words}))
    of_workers = [
        _apart(name) for name in User.objects.filter(is_system=False).values_list("full_name", flat=True)
    ]
    here = dict.fromkeys(whole_name(pairs, name) for name, _ in of_records)
    workers = dict.fromkeys(whole_name(pairs, name) for name, _ in of_workers)
    whole = " ".join([*here, *workers]).split()
    given = {word for _, names in (*of_records, *of_workers) for word in first_names(names)}
    alone = [written for word, written in words.items() if word in given and written not in whole]
    return NamesFound(
        tuple(name for name in here if name), tuple(name for name in workers if name), tuple(alone)
    )


def _on_record(user: User, words: Iterable[str]) -> Iterator[tuple[str, str]]:
    """(the plain name, the given names) of everybody in sight who has one of these words in the name."""
    keys = sorted({"".join(sorted(word)) for word in words})
    spelt = Q(name_keys__overlap=keys)
    yield from scope(user, Child).filter(spelt).order_by().values_list("plain_name", "given_names").distinct()
    former = scope(user, ChildName).filter(spelt, in_error=False)
    yield from former.order_by().values_list("plain_name", "given_names").distinct()
    people = Person.objects.unscoped("who is called so; the ties are in scope")
    named = people.annotate(keys=NameKeys("full_name", Value(""))).filter(keys__overlap=keys)
    ties = scope(user, Relationship).filter(in_error=False, person__in=named)
    yield from map(_apart, ties.order_by().values_list("person__full_name", flat=True).distinct())


def _apart(full_name: str) -> tuple[str, str]:
    """The plain name and the given names of a grown-up, whose family name is the last word."""
    return plain(full_name), full_name.rpartition(" ")[0]
