"""Records that may be of one child: who they say they are, what suggests it, and the pairs one person sees.

Who compares reads every record, whoever may see it, so that no plan is missed; what is shown is in scope.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import astuple, dataclass
from hashlib import sha256
from uuid import UUID

from django.db.models import Q, QuerySet

from conferences.models import ChildPair, PairAnswer, Plan, RecordJoin
from conferences.queries.pairs_candidates import by_council_number, by_names, by_numbers
from conferences.rules.same_child import Identity, PairState, Suggestion, suggestion, upns
from conferences.rules.same_child_names import Name
from conferences.rules.search import plain
from conferences.rules.workflow import OPEN_REQUESTS
from safeguarding.access import get, scope, sight_of
from safeguarding.access.together import load_together
from safeguarding.models import Child, ChildName, Relationship, RelationshipKind, User
from safeguarding.wording import uk_date

WHY = "Numbers, names and dates are compared to find another record of the same child; none is shown."
BESIDE = ("other_names", "relationships__person", "plans", "allocations__team", "requested__request")
COLUMNS = (
    "pk", "la_child_id", "upn", "former_upn", "nhs_number", "birth_date", "expected_birth_date", "sex",
    "family", "given_names", "family_name",
)  # fmt: skip


def identities(children: Iterable[int]) -> dict[int, Identity]:
    """{child: who its record says it is}, in three queries. Records joined into another are left out."""
    wanted = list(children)
    others, mothers = _other_names(wanted), _mothers(wanted)
    rows = Child.objects.unscoped(WHY).filter(pk__in=wanted, joined_into=None).values_list(*COLUMNS)
    found = {}
    for pk, council, upn, former, nhs, born, expected, sex, family, given, name in rows:
        names = [_name(given, name)] if given or name else []
        found[pk] = Identity(
            council, upn, former, nhs, (*names, *others.get(pk, ())), born, expected, sex, family,
            frozenset(mothers.get(pk, ())),
        )  # fmt: skip
    return found


def suggestions_for(child: Child) -> dict[int, Suggestion]:
    """{id of another record: why it may be the same child}, in a fixed number of queries, by index."""
    mine = identities([child.pk]).get(child.pk)
    if mine is None:
        return {}
    pairs = by_numbers(upns(mine)) | by_council_number(child.pk) | by_names([child.pk])
    others = identities({pk for pair in pairs for pk in pair if child.pk in pair} - {child.pk})
    found = {pk: suggestion(mine, other) for pk, other in others.items()}
    return {pk: why for pk, why in sorted(found.items()) if why}


def digest(one: Identity, other: Identity) -> str:
    """What a judgement was made on: it holds until a number, a name or a date of either is another one."""
    facts = [_facts(identity) for identity in (one, other)]
    return sha256(repr(facts).encode()).hexdigest()


def pair_of(one: int, other: int) -> ChildPair | None:
    rows = ChildPair.objects.unscoped("what was said of two records that are compared")
    found: ChildPair | None = rows.filter(one=min(one, other), other=max(one, other)).first()
    return found


def states_of(child: int) -> dict[int, str]:
    """{id of another record: how its pair with this one stands}."""
    rows = ChildPair.objects.unscoped("what was said of two records that are compared")
    found = rows.filter(Q(one=child) | Q(other=child)).values_list("one", "other", "state")
    return {(other if one == child else one): state for one, other, state in found}


def pairs_to_judge(user: User) -> QuerySet[ChildPair]:
    """The pairs of which this person sees both records, and which nobody has said to be different: those
    with a number in common first.
    """
    open_ = Q(is_suggested=True) | Q(state__in=[PairState.NOT_SURE, PairState.SAME])
    seen = scope(user, ChildPair).filter(open_, one__joined_into=None, other__joined_into=None)
    pairs: QuerySet[ChildPair] = seen.exclude(state=PairState.DIFFERENT)
    return pairs.select_related("one", "other").order_by("-is_certain", "pk")


def last_answers(user: User, pairs: Collection[ChildPair]) -> dict[int, PairAnswer]:
    """{pair: what was said of it last}."""
    given = scope(user, PairAnswer).filter(pair__in=[pair.pk for pair in pairs])
    return {one.pair_id: one for one in given.select_related("answered_by").order_by("pk")}


def pair_for(user: User, ref: UUID) -> ChildPair:
    """The pair with both records. Http404 where one of them is out of the person's scope."""
    found: ChildPair = get(user, ChildPair.objects.select_related("one__family", "other__family"), ref=ref)
    return found


def answers_to(user: User, pair: ChildPair) -> list[PairAnswer]:
    return list(scope(user, PairAnswer).filter(pair=pair).select_related("answered_by"))


def pairs_of(user: User, children: Iterable[Child]) -> dict[int, list[ChildPair]]:
    """{child: its pairs that wait for a word, or of which nobody is sure}, in one query."""
    ids = {child.pk for child in children}
    found: dict[int, list[ChildPair]] = {pk: [] for pk in ids}
    for pair in pairs_to_judge(user).filter(Q(one__in=ids) | Q(other__in=ids)):
        for pk in {pair.one_id, pair.other_id} & ids:
            found[pk].append(pair)
    return found


@dataclass(frozen=True)
class Surroundings:
    """What stands beside who a child is, in words: to tell two records apart by."""

    other_names: tuple[str, ...]
    people: tuple[str, ...]
    plans: tuple[str, ...]
    team: str
    is_asked_for: bool


def surroundings(user: User, pair: ChildPair) -> dict[int, Surroundings]:
    """{record: what stands beside it}, as far as this person sees it: five queries."""
    both = [pair.one, pair.other]
    load_together(
        sight_of(user),
        both,
        "other_names",
        "relationships__person",
        "plans",
        "allocations__team",
        "requested__request",
    )
    return {child.pk: _surroundings(child) for child in both}


def _surroundings(child: Child) -> Surroundings:
    held = [one.team.name for one in child.allocations.all() if one.end_date is None]
    return Surroundings(
        tuple(
            f"{name.given_names} {name.family_name}".strip()
            for name in child.other_names.all()
            if not name.in_error
        ),
        tuple(tie.person.full_name for tie in child.relationships.all() if not tie.in_error),
        tuple(_plan(plan) for plan in child.plans.all()),
        held[0] if held else "",
        any(asked.request.state in OPEN_REQUESTS for asked in child.requested.all()),
    )


def _plan(plan: Plan) -> str:
    return f"{uk_date(plan.start_date)} to {uk_date(plan.end_date) if plan.end_date else 'now'}"


def why_of(pairs: Collection[ChildPair]) -> dict[int, Suggestion | None]:
    """{pair: what speaks for and against}, as the records stand now: three queries."""
    known = identities({pk for pair in pairs for pk in (pair.one_id, pair.other_id)})
    return {
        pair.pk: suggestion(known[pair.one_id], known[pair.other_id])
        for pair in pairs
        if pair.one_id in known and pair.other_id in known
    }


def record_of_number(user: User, number: str) -> Child | None:
    """The record with this council's number, in the person's scope."""
    found: Child | None = scope(user, Child).filter(la_child_id__iexact=number.strip()).first()
    return found


def record_that_stays(user: User, ref: UUID) -> Child | None:
    """The record into which the one of this reference was joined, where the person sees it."""
    gone = Child.objects.unscoped("a record that was joined leads to the one that stays").filter(ref=ref)
    found: Child | None = scope(user, Child).filter(pk__in=gone.values("joined_into")).first()
    return found


def join_for(user: User, ref: UUID) -> RecordJoin:
    """A joining. Http404 where the record that stays is out of the person's scope."""
    joins = RecordJoin.objects.select_related("kept", "gone", "joined_by", "undone_by")
    found: RecordJoin = get(user, joins, ref=ref)
    return found


def joins_of(user: User, child: Child) -> list[RecordJoin]:
    """What was joined into this record and stands, the latest first."""
    return list(
        scope(user, RecordJoin).filter(kept=child, undone_at=None).select_related("gone", "joined_by")
    )


def _name(given: str, family: str, *, is_present: bool = True) -> Name:
    return Name(plain(given), plain(family), is_present)


def _other_names(children: Collection[int]) -> Mapping[int, list[Name]]:
    rows = ChildName.objects.unscoped(WHY).filter(child__in=children, in_error=False).order_by("pk")
    found: dict[int, list[Name]] = {}
    for child, given, family in rows.values_list("child", "given_names", "family_name"):
        found.setdefault(child, []).append(_name(given, family, is_present=False))
    return found


def _mothers(children: Collection[int]) -> Mapping[int, set[int]]:
    ties = Relationship.objects.unscoped(WHY).filter(
        child__in=children, kind=RelationshipKind.MOTHER, in_error=False
    )
    found: dict[int, set[int]] = {}
    for child, person in ties.values_list("child", "person"):
        found.setdefault(child, set()).add(person)
    return found


def _facts(identity: Identity) -> tuple[object, ...]:
    """Without who the mother and the family are: those follow from people's work with the records."""
    council, upn, former, nhs, names, born, expected, *_ = astuple(identity)
    return (council, upn, former, nhs, sorted(names), str(born), str(expected))
