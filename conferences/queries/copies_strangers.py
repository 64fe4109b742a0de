"""What in words that were typed is known of another family: whole names and postcodes, whoever sees them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from functools import reduce
from operator import or_

from django.db.models import Q, Value

from conferences.models import Attendance, Invitation, MeetingRecord
from conferences.queries.recording import part_texts
from conferences.rules.contributions import FRAME
from conferences.rules.copies_strangers import Strangers, known_of_others, postcodes_in, whole_names
from conferences.rules.learning_names import Pair
from conferences.rules.search import plain
from safeguarding.models import Child, ChildName, Household, Person, Relationship, User
from safeguarding.models.spelling import NameKeys

WHY = "whether words of a record are of another family: the writer is told the words they typed, and no more"

# Of a shorter word the index holds no letters (safeguarding_name_keys).
LETTERS = 4
# The condition of that index.
NAMED = ~Q(plain_name="")


def strangers_in(record: MeetingRecord, *texts: str) -> Strangers:
    """Of the texts of a record in scope. No query where nothing in them may be a name or a postcode; else one
    for each kind of name, by its index, and two for postcodes; and six for who belongs here, where a name was
    found. Whoever is out of the writer's sight is looked for too: theirs is what must least go out.
    """
    children = [part.requested_child.child for part in record.parts.all()]
    families = {one.family_id for one in children if one.family_id is not None}
    pairs, postcodes = whole_names(*texts), postcodes_in(*texts)
    others = list(_others(pairs, families)) if pairs else []
    names = known_of_others(pairs, others, list(_own(record, families))) if others else []
    known = _postcodes(postcodes, families) if postcodes else set()
    return Strangers(tuple(names), tuple(typed for recorded, typed in postcodes.items() if recorded in known))


def strangers_of(record: MeetingRecord) -> Strangers:
    """The same of all that is written in a record."""
    parts = (part_texts(part) for part in record.parts.all())
    return strangers_in(
        record, *(getattr(record, name) for name in FRAME), *(one for of in parts for one in of)
    )


def _others(pairs: Collection[Pair], families: Collection[int]) -> Iterator[str]:
    """The plain names of children of other families, present and former, and of who belongs to them alone."""
    keys = {key for one in pairs if (key := _keys(one))}
    if not keys:
        return
    spelt = reduce(or_, (Q(name_keys__contains=list(one)) for one in sorted(keys)))
    children = Child.objects.unscoped(WHY).filter(spelt, NAMED).exclude(family__in=families)
    yield from children.order_by().values_list("plain_name", flat=True).distinct()
    former = ChildName.objects.unscoped(WHY).filter(spelt, NAMED, in_error=False)
    former = former.exclude(child__family__in=families)
    yield from former.order_by().values_list("plain_name", flat=True).distinct()
    people = Person.objects.unscoped(WHY).annotate(name_keys=NameKeys("full_name", Value(""))).filter(spelt)
    ties = Relationship.objects.unscoped(WHY).filter(in_error=False, person__in=people.values("pk"))
    ties = ties.exclude(child__family__in=families)
    yield from map(plain, ties.order_by().values_list("person__full_name", flat=True).distinct())


def _keys(pair: Pair) -> tuple[str, ...]:
    """The words of a name as the index holds them: of those of four letters and more."""
    words = (*pair.first, *pair.then)
    return tuple(sorted({"".join(sorted(word)) for word in words if len(word) >= LETTERS}))


def _own(record: MeetingRecord, families: Collection[int]) -> Iterator[str]:
    """The plain names of the families themselves, of who came or was invited, and of who works here."""
    children = Child.objects.unscoped(WHY).filter(family__in=families)
    yield from children.order_by().values_list("plain_name", flat=True)
    former = ChildName.objects.unscoped(WHY).filter(child__family__in=families, in_error=False)
    yield from former.order_by().values_list("plain_name", flat=True)
    ties = Relationship.objects.unscoped(WHY).filter(child__family__in=families, in_error=False)
    came = Attendance.objects.unscoped(WHY).filter(record=record)
    invited = Invitation.objects.unscoped(WHY).filter(request=record.booking.request_id)
    named: Iterable[Iterable[str]] = (
        ties.order_by().values_list("person__full_name", flat=True),
        came.order_by().values_list("name", flat=True),
        invited.order_by().values_list("name", flat=True),
        User.objects.filter(is_system=False).values_list("full_name", flat=True),
    )
    for one in named:
        yield from map(plain, one)


def _postcodes(typed: Iterable[str], families: Collection[int]) -> set[str]:
    """Those at which somebody of another family lives, and nobody of these."""
    spelt = {form for one in typed for form in (one, one.replace(" ", ""))}
    homes = Household.objects.unscoped(WHY).filter(postcode__in=spelt, family__isnull=False)
    people = Relationship.objects.unscoped(WHY).filter(in_error=False, person__postcode__in=spelt)
    rows = [
        *homes.order_by().values_list("postcode", "family").distinct(),
        *people.order_by().values_list("person__postcode", "child__family").distinct(),
    ]
    own = {_bare(postcode) for postcode, family in rows if family in families}
    return {
        one
        for one in typed
        if _bare(one) not in own
        and any(_bare(postcode) == _bare(one) for postcode, family in rows if family is not None)
    }


def _bare(postcode: str) -> str:
    return postcode.replace(" ", "").upper()
