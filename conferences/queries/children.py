"""Find a child: by number, by a present or earlier name however it is spelt, by date of birth; in scope."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from functools import reduce
from itertools import combinations
from operator import add, and_, or_
from typing import Any

from django.db import connection, transaction
from django.db.models import Case, F, FloatField, Prefetch, Q, Value, When
from django.db.models.functions import Cast, Coalesce
from django.db.models.lookups import GreaterThanOrEqual

from conferences.models import Plan
from conferences.queries.children_numbers import renumbered
from conferences.queries.imports_told import ToldDays, told_days
from conferences.queries.measures.known import worked_on
from conferences.rules.search import Search, births_of_age
from safeguarding.access import in_sight, sight_of
from safeguarding.access.sight import Sight
from safeguarding.models import Child, ChildName, User
from safeguarding.models.base import ScopedQuerySet
from safeguarding.models.spelling import Closeness, NameKeys, Plain
from safeguarding.register.identifiers import NHS_SHAPE, UPN_LENGTH

MOST_SHOWN = 20
# The index hands over every name at least this much like a word; what is near is then decided word by word.
# One wrong letter in a name of five leaves a third of its trigrams, in a name of six two fifths.
INDEX_NEARNESS = 0.3
INDEX_NEARNESS_OF_LONG = 0.38
LONG_WORD = 6
NEAR = 0.72
THE_SAME = 0.9999
FEWEST_WORDS_TO_FORGIVE_ONE = 3
# The keys of a name know so many of its words joined (migration 0030).
MOST_JOINED = 3


class How(IntEnum):
    """Why a child was found, best first: the order of the results."""

    NUMBER = 1
    NAME = 2
    EARLIER_NAME = 3
    NAME_BEGINS = 4
    EARLIER_NAME_BEGINS = 5
    NEAR = 6
    EARLIER_NAME_NEAR = 7
    BORN = 8


# How a name fits the words, best first, and what that means for a present and for another name.
SAME, BEGINS, NEARLY = range(3)
PRESENT = (How.NAME, How.NAME_BEGINS, How.NEAR)
EARLIER = (How.EARLIER_NAME, How.EARLIER_NAME_BEGINS, How.EARLIER_NAME_NEAR)


@dataclass(frozen=True)
class Match:
    """A child found, why, by which of its other names where it was one, and the plan it is on; `told_to`: the
    last day of which a file tells that it ran, or that there was none, where nobody has known since.
    """

    child: Child
    how: How
    other_name: ChildName | None
    plan: Plan | None
    told_to: date | None = None


@dataclass(frozen=True)
class Found:
    """At most MOST_SHOWN children, best first; `more` says that others fit too."""

    matches: tuple[Match, ...]
    more: bool


@dataclass(frozen=True, order=True)
class Rank:
    """Where one hit stands among all: by how it was found, then how near, then in order of name."""

    how: How
    distance: float
    name: str
    child_id: int
    name_id: int = 0


def find(user: User, search: Search, *, on: date) -> Found:
    """The children in the person's scope that fit the search, each once, with the best reason.

    Children who are restricted, or whose family the person is barred from, are neither shown nor counted.
    """
    sight, best = sight_of(user), dict[int, Rank]()
    for rank in sorted(_ranks(sight, search, on)):
        best.setdefault(rank.child_id, rank)
    shown = list(best.values())[:MOST_SHOWN]
    return Found(_load(sight, shown, on), more=len(best) > MOST_SHOWN)


def named_children(user: User, *, on: date) -> tuple[Match, ...]:
    """The children a reviewer was named for: the sample is the whole of what that role may see."""
    sight = sight_of(user)
    children = in_sight(sight, Child).order_by("family_name", "given_names", "pk")
    ids = children.values_list("pk", flat=True)[:MOST_SHOWN]
    return _load(sight, [Rank(How.NAME, 0, "", pk) for pk in ids], on)


def _ranks(sight: Sight, search: Search, on: date) -> Iterator[Rank]:
    limits = _birth_limits(search, on)
    if search.numbers or len(search.words) == 1:
        yield from _by_number(sight, search, limits)
    if search.words:
        yield from _by_name(sight, search.words, limits)
    elif not search.numbers:
        yield from _by_birth(sight, limits)


def _birth_limits(search: Search, on: date) -> Q:
    """What date of birth and age ask of a child; an expected date is found like a birth date."""
    limits = Q()
    if search.born is not None:
        limits &= Q(birth_date=search.born) | Q(expected_birth_date=search.born)
    if search.age is not None:
        first, last = births_of_age(search.age, on)
        limits &= Q(birth_date__range=(first, last))
    return limits


def _by_number(sight: Sight, search: Search, limits: Q) -> Iterator[Rank]:
    """The council's number, pupil number (present or former) or NHS number, whole."""
    typed = search.numbers or search.words
    forms = {form for number in typed for form in (number, number.upper(), number.lower())}
    numbers = Q(la_child_id__in=forms)
    # Only what can be one is looked for as one: the others would cost a look at every child.
    if upns := {form for form in forms if len(form) == UPN_LENGTH}:
        numbers |= Q(upn__in=upns) | Q(former_upn__in=upns)
    if nhs := {form for form in forms if NHS_SHAPE.fullmatch(form)}:
        numbers |= Q(nhs_number__in=nhs)
    everyone = Child.objects.unscoped("the numbers of records that were joined into one in sight")
    emptied = everyone.filter(numbers, joined_into__isnull=False).order_by().values_list("joined_into")
    in_files = renumbered().filter(number__in=forms).order_by()
    joined = [pk for (pk,) in emptied.union(in_files.values_list(Coalesce("child__joined_into", "child")))]
    # Without any, nothing beside the numbers' own indexes is asked.
    fits = numbers | Q(pk__in=joined) if joined else numbers
    children = in_sight(sight, Child).filter(fits, limits)
    for pk in children.order_by("pk").values_list("pk", flat=True)[: MOST_SHOWN + 1]:
        yield Rank(How.NUMBER, 0, "", pk)


def _by_birth(sight: Sight, limits: Q) -> Iterator[Rank]:
    children = in_sight(sight, Child).filter(limits).order_by("family_name", "given_names", "pk")
    for place, pk in enumerate(children.values_list("pk", flat=True)[: MOST_SHOWN + 1]):
        yield Rank(How.BORN, place, "", pk)


def _by_name(sight: Sight, words: tuple[str, ...], limits: Q) -> list[Rank]:
    """Present names, then the others. Each word must fit some word of the name, in whatever order."""
    with _index_nearness(words):
        present = _names_like(in_sight(sight, Child).filter(limits), words, "pk")
        names = in_sight(sight, ChildName).filter(_at_path(limits, "child__"), in_error=False)
        others = _names_like(names, words, "child_id", "pk")
        ranks = [Rank(PRESENT[fit], -near, line, pk) for fit, near, line, pk in present]
        return ranks + [Rank(EARLIER[fit], -near, line, pk, name) for fit, near, line, pk, name in others]


def _at_path(limits: Q, path: str) -> Q:
    """The same conditions, asked of the record at the end of `path`."""
    moved = Q(_connector=limits.connector, _negated=limits.negated)
    for part in limits.children:
        moved.children.append(
            _at_path(part, path) if isinstance(part, Q) else (f"{path}{part[0]}", part[1])  # type: ignore[index]
        )
    return moved


def _names_like(names: ScopedQuerySet, words: tuple[str, ...], *ids: str) -> Iterable[Any]:
    """(how it fits, how near from 0 to 1, the name in small letters, *ids) of the best hits."""
    near = reduce(add, (Closeness(_word(word), F("plain_name")) for word in words)) / Value(float(len(words)))
    hits = names.exclude(plain_name="").filter(_fits(words)).annotate(near=Cast(near, FloatField()))
    begins = reduce(and_, map(_begins, words))
    fit = Case(When(near__gte=THE_SAME, then=SAME), When(begins, then=BEGINS), default=NEARLY)
    ordered = hits.annotate(fit=fit).order_by("fit", F("near").desc(), "plain_name", "pk")
    best: Iterable[Any] = ordered.values_list("fit", "near", "plain_name", *ids)[: MOST_SHOWN + 1]
    return best


def _fits(words: tuple[str, ...]) -> Q:
    """Every word fits; of three or more one may not, for middle names come and go."""
    forgiven = 1 if len(words) >= FEWEST_WORDS_TO_FORGIVE_ONE else 0
    groups = combinations(words, len(words) - forgiven)
    apart = (reduce(and_, map(_word_fits, group)) for group in groups)
    return reduce(or_, (*apart, *_fits_joined(words)))


def _fits_joined(words: tuple[str, ...]) -> Iterator[Q]:
    """Two or three words stand as one in the name, or with a hyphen, and each of the others fits."""
    for first in range(len(words) - 1):
        for last in range(first + 2, min(first + MOST_JOINED, len(words)) + 1):
            rest = words[:first] + words[last:]
            others = reduce(and_, map(_word_fits, rest), Q())
            if 1 < len(rest) <= MOST_JOINED:
                others |= _is_joined(rest)
            yield _is_joined(words[first:last]) & others


def _is_joined(words: tuple[str, ...]) -> Q:
    return Q(name_keys__contains=["".join(sorted("".join(words)))])


def _word_fits(word: str) -> Q:
    """Begins so, is spelt nearly so, sounds so, or has the same letters in another order."""
    if len(word) == 1:
        return _begins(word)
    spelt = Q(plain_name__trigram_word_similar=_word(word)) & (
        Q(GreaterThanOrEqual(Closeness(_word(word), F("plain_name")), NEAR)) | _begins(word)
    )
    return spelt | Q(name_keys__overlap=NameKeys(Value(word), Value("")))


def _begins(word: str) -> Q:
    return Q(plain_name__startswith=word) | Q(plain_name__contains=f" {word}")


def _word(word: str) -> Plain:
    return Plain(Value(word), Value(""))


@contextmanager
def _index_nearness(words: tuple[str, ...]) -> Iterator[None]:
    """The operator's threshold is a setting of the session: lowered for this transaction alone."""
    all_long = all(len(word) >= LONG_WORD for word in words)
    nearness = INDEX_NEARNESS_OF_LONG if all_long else INDEX_NEARNESS
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT set_config('pg_trgm.word_similarity_threshold', %s, true)", [str(nearness)])
        yield


def _load(sight: Sight, ranks: list[Rank], on: date) -> tuple[Match, ...]:
    """The children themselves, in the order of the ranks; only they are noted as read."""
    open_plans = in_sight(sight, Plan).filter(end_date=None, start_date__lte=on)
    present = open_plans.annotate(is_worked_on=worked_on())
    children = in_sight(sight, Child).filter(pk__in=[rank.child_id for rank in ranks])
    with_plans = children.select_related("family").prefetch_related(Prefetch("plans", present))
    by_id = {child.pk: child for child in with_plans}
    names = in_sight(sight, ChildName).in_bulk({rank.name_id for rank in ranks if rank.name_id})
    told = told_days(by_id.values(), on)
    return tuple(
        _match(by_id[rank.child_id], rank, names.get(rank.name_id), told)
        for rank in ranks
        if rank.child_id in by_id
    )


def _match(child: Child, rank: Rank, other_name: ChildName | None, told: ToldDays) -> Match:
    plan: Any = next(iter(child.plans.all()), None)
    told_to = told.of_child(child) if plan is None else None if plan.is_worked_on else told.of(plan)
    return Match(child, rank.how, other_name, plan, told_to)
