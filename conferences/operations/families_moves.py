"""Children moved out of a family into a new or another one, and two families joined: each with its reason.

What is told of a child goes with it. Homes, past and open requests and the bars follow by the rules below;
nothing that is out of the sight of whoever does it is moved, shown or named.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from conferences.models import Booking, Conference, Request, RequestedChild
from conferences.operations.duties_refresh import refresh
from conferences.rules.workflow import OPEN_REQUESTS, BookingState
from safeguarding import audit
from safeguarding.access import scope
from safeguarding.clock import day_of
from safeguarding.models import (
    Allocation,
    Bar,
    Child,
    Family,
    FamilyMove,
    FamilyMoveKind,
    Household,
    HouseholdMember,
    Person,
    Relationship,
    User,
)
from safeguarding.operation import lock_all, lock_out_files, lock_rows, operation, refuse_parted
from safeguarding.policy.words import in_words
from safeguarding.refusals import Problem, Refused, missing, refuse_all
from safeguarding.rights import Permission
from safeguarding.wording import uk_date, uk_moment

# One sentence for all that must not be told apart: a child out of sight, a bar, a chair who is barred.
NOT_HERE = (
    "This cannot be done here, because it touches what not everybody may see. Ask the {STRATEGIC_LEAD}, who"
    " can say who may do it."
)
SAME = "This child belongs to the same family. Enter the number of a child of another one"
WHOSE = "Enter the number of a child of the other family whose record you may see"
NO_REASON = "Enter the reason"
ALL = "Select some of the children, not all. To bring all of them to another family, join the families"
MOVED_MEANWHILE = (
    "Somebody has just moved all the children of one of these families. Open the family again to see where"
    " they are."
)
WHY = "settled by an operation that moves a family as a whole"


@dataclass(frozen=True)
class Move:
    """What goes from one family to another."""

    kind: FamilyMoveKind
    source: Family
    target: Family
    children: Sequence[Child]
    people: Sequence[Person]
    reason: str
    by: User
    at: dt.datetime


@operation(needs=Permission.MOVE_FAMILY)
def split_family(
    *,
    family: Family,
    children: Collection[Child],
    people: Collection[Person],
    is_new: bool | None,
    name: str,
    into: Family | None,
    reason: str,
    by: User,
    at: dt.datetime,
) -> Family:
    """Move children, with people who belong to nobody who stays, into a new family called `name`, or into
    another. Whoever is barred from the one is barred from the other too.

    Raises Refused: nobody or everybody chosen, no reason, somebody related to a child who stays, a conference
    ahead of children of both sides, and, in one sentence for all, what is out of sight.
    """
    held = _both(family, into)
    refuse_all(_split_problems(children, is_new, name, into, family, reason))
    moving, going = lock_all(list(children)), lock_all(list(people))
    for one in (*moving, *going):
        refuse_parted(one, "family", family)
    _refuse_all_children(family, moving, by)
    _refuse_ties(family, moving, going, by, at)
    _refuse_shared_requests(moving, by, at)
    target = held[into.pk] if into else Family.objects.create(name=name.strip())
    move = Move(FamilyMoveKind.SPLIT, held[family.pk], target, moving, going, reason.strip(), by, at)
    _refuse_barred_work(move)
    _carry_out(move)
    refresh(*_children_of(target.pk), met_by=None, at=at)
    return target


@operation(needs=Permission.MOVE_FAMILY)
def join_families(*, family: Family, into: Family | None, reason: str, by: User, at: dt.datetime) -> Family:
    """Bring all of a family into another: its children, people, homes, requests and bars. Raises Refused: the
    same family, no reason, and, in one sentence for all, what is out of sight in either of them.
    """
    held = _both(family, into)
    refuse_all([*_target_problems(into, family), *missing(reason=(reason, NO_REASON))])
    assert into is not None  # Refused above.
    everybody = _children_of(family.pk, into.pk)
    seen = scope(by, Child).filter(pk__in=[child.pk for child in everybody]).count()
    if seen != len(everybody):
        raise _not_here(at)
    moving = lock_all([child for child in everybody if child.family_id == family.pk])
    going = lock_rows(Person.objects.unscoped(WHY).filter(family=family))
    source, target = held[family.pk], held[into.pk]
    move = Move(FamilyMoveKind.JOIN, source, target, moving, going, reason.strip(), by, at)
    _refuse_barred_work(move)
    _carry_out(move)
    refresh(*_children_of(target.pk), met_by=None, at=at)
    return target


def _not_here(at: dt.datetime) -> Refused:
    return Refused(in_words(NOT_HERE, day_of(at)))


def _both(family: Family, into: Family | None) -> dict[int, Family]:
    """Both families, held in one order, while no file of children is being taken in. Raises Refused where all
    of one have just been moved.
    """
    lock_out_files(Child)
    held = lock_all([family, into] if into and into.pk != family.pk else [family])
    if not all(_children_of(one.pk) for one in held):
        raise Refused(MOVED_MEANWHILE)
    return {one.pk: one for one in held}


def _children_of(*families: int) -> list[Child]:
    return list(Child.objects.unscoped(WHY).filter(family__in=families).order_by("pk"))


def _split_problems(
    children: Collection[Child],
    is_new: bool | None,
    name: str,
    into: Family | None,
    family: Family,
    reason: str,
) -> list[Problem]:
    found = [] if children else [Problem("Select at least one child", "children")]
    if is_new is None:
        found.append(Problem("Select where the children go", "where"))
    elif is_new:
        found += missing(name=(name, "Enter what the new family is called"))
    else:
        found += _target_problems(into, family)
    return [*found, *missing(reason=(reason, NO_REASON))]


def _target_problems(into: Family | None, family: Family) -> list[Problem]:
    if into is None:
        return [Problem(WHOSE, "number")]
    return [Problem(SAME, "number")] if into.pk == family.pk else []


def _refuse_all_children(family: Family, moving: Sequence[Child], by: User) -> None:
    """Somebody in sight stays. Whether somebody out of sight does is not told."""
    staying = scope(by, Child).filter(family=family).exclude(pk__in=[child.pk for child in moving])
    if not staying.exists():
        raise Refused(ALL, "children")


def _refuse_ties(
    family: Family, moving: Sequence[Child], going: Sequence[Person], by: User, at: dt.datetime
) -> None:
    """Nobody goes who is something to a child who stays."""
    ties = Relationship.objects.unscoped("whether somebody in scope belongs to a child who stays")
    stays = ties.filter(in_error=False, person__in=going, child__family=family).exclude(child__in=moving)
    found = list(stays.select_related("child", "person").order_by("pk"))
    seen = set(scope(by, Child).filter(pk__in=[tie.child_id for tie in found]).values_list("pk", flat=True))
    refuse_all(
        [
            Problem(
                f"{tie.person.full_name} is recorded as {tie.get_kind_display().lower()} of"
                f" {tie.child.display_name}, who stays. Leave {tie.person.full_name} here, or move both",
                "people",
            )
            for tie in found
            if tie.child_id in seen
        ]
    )
    if found:
        raise _not_here(at)


def _refuse_shared_requests(moving: Sequence[Child], by: User, at: dt.datetime) -> None:
    """No conference lies ahead that is about a child who goes and one who stays."""
    shared = [one for one in _requests(moving, is_open=True) if _others(one, moving)]
    others = {child for one in shared for child in _others(one, moving)}
    if scope(by, Child).filter(pk__in=others).count() != len(others):
        raise _not_here(at)
    refuse_all([Problem(_shared_words(one), "children") for one in shared])


def _shared_words(request: Request) -> str:
    booked = _meetings([request]).first()
    asked = f"the request of {uk_date(request.requested_at)}"
    if booked is None:
        return f"A child who stays is in {asked} too. Withdraw it on its page first, or move both"
    when = uk_moment(booked.starts_at)
    return (
        f"A child who stays is in {asked} too, for meeting {booked.pk} on {when}. Hold and sign it first, or"
        " cancel it and withdraw the request, or move both"
    )


def _requests(children: Iterable[Child], *, is_open: bool) -> list[Request]:
    """The requests of any of these children, held."""
    asked = RequestedChild.objects.unscoped(WHY).filter(child__in=children).values("request")
    found = Request.objects.unscoped(WHY).filter(pk__in=asked)
    return lock_rows(found.filter(state__in=OPEN_REQUESTS) if is_open else found)


def _others(request: Request, children: Iterable[Child]) -> list[int]:
    asked = RequestedChild.objects.unscoped(WHY).filter(request=request).exclude(child__in=children)
    return list(asked.values_list("child", flat=True))


def _meetings(requests: Iterable[Request]):  # type: ignore[no-untyped-def]
    live = Booking.objects.unscoped(WHY).filter(request__in=requests)
    return live.exclude(state=BookingState.CANCELLED).order_by("starts_at")


def _refuse_barred_work(move: Move) -> None:
    """Nobody who holds a child of either side, or chairs its meeting, is barred from the other side."""
    waiting = lock_all(_children_of(move.target.pk))
    source, target = _barred(move.source), _barred(move.target)
    for children, barred in ((move.children, target - source), (waiting, source - target)):
        if barred and barred & _at_work_with(children):
            raise _not_here(move.at)


def _barred(family: Family) -> set[int]:
    return set(Bar.objects.filter(family=family, lifted_at=None).values_list("user", flat=True))


def _at_work_with(children: Sequence[Child]) -> set[int]:
    held = Allocation.objects.unscoped(WHY).filter(child__in=children, end_date=None)
    chairs = _meetings(_requests(children, is_open=True)).values_list("chair", flat=True)
    return {*held.exclude(worker=None).values_list("worker", flat=True), *chairs}


def _carry_out(move: Move) -> None:
    _keep_confidential(move)
    _move_requests(move)
    homes = _move_homes(move)
    _set_family(move)
    _carry_bars(move)
    FamilyMove.objects.bulk_create(
        [
            FamilyMove(
                child=child,
                kind=move.kind,
                from_family=move.source,
                to_family=move.target,
                reason=move.reason,
                moved_by=move.by,
                moved_at=move.at,
            )
            for child in move.children
        ]
    )
    detail = {
        "from": move.source.pk,
        "children": [child.pk for child in move.children],
        "people": [person.pk for person in move.people],
        "homes": homes,
    }
    event = "family.joined" if move.kind == FamilyMoveKind.JOIN else "family.split"
    audit.record(event, move.target, by=move.by, at=move.at, detail=detail)


def _set_family(move: Move) -> None:
    for child in move.children:
        child.family = move.target
        child.save(update_fields=["family"])
    for person in move.people:
        person.family = move.target
        person.save(update_fields=["family"])


def _keep_confidential(move: Move) -> None:
    """Who stays, belongs to a child who goes and lives in a confidential home: that is told with the person,
    for whoever sees the child alone will not see the home.
    """
    homes = HouseholdMember.objects.unscoped(WHY).filter(
        household__is_confidential=True, end_date=None, person__relationships__child__in=move.children
    )
    people = Person.objects.unscoped(WHY).filter(
        pk__in=homes.exclude(person__in=move.people).values("person"), address_is_confidential=False
    )
    for person in lock_rows(people.exclude(address="", postcode="")):
        person.address_is_confidential = True
        person.save(update_fields=["address_is_confidential"])
        detail = {"items": ["address_is_confidential"]}
        audit.record("person.changed", person, by=move.by, at=move.at, detail=detail)


def _move_requests(move: Move) -> None:
    """What was asked and held for children who all go, goes with them; what was joint stays where it was."""
    for request in _requests(move.children, is_open=False):
        if request.family_id == move.source.pk and not _others(request, move.children):
            request.family = move.target
            request.save(update_fields=["family"])
    met = Conference.objects.unscoped(WHY).filter(family=move.source, children__child__in=move.children)
    for meeting in lock_rows(met.filter(pk__in=met.values("pk"))):
        if not meeting.children.exclude(child__in=move.children).exists():
            meeting.family = move.target
            meeting.save(update_fields=["family"])


def _move_homes(move: Move) -> list[int]:
    """A home goes with those who ever lived there. Where some of them stay, the others have one of their own
    from then on, at the same address.
    """
    own = {("child", one.pk) for one in move.children} | {("person", one.pk) for one in move.people}
    homes = lock_rows(Household.objects.unscoped(WHY).filter(family=move.source))
    gone = []
    for home in homes:
        stays = list(HouseholdMember.objects.unscoped(WHY).filter(household=home))
        going = [stay for stay in stays if own & {("child", stay.child_id), ("person", stay.person_id)}]
        if move.kind == FamilyMoveKind.JOIN or (going and len(going) == len(stays)):
            home.family = move.target
            home.save(update_fields=["family"])
            gone.append(home.pk)
        elif going:
            gone.append(_home_of_their_own(home, going, move.target).pk)
    return gone


def _home_of_their_own(home: Household, stays: Iterable[HouseholdMember], family: Family) -> Household:
    made = Household.objects.create(
        family=family,
        name=home.name,
        address=home.address,
        postcode=home.postcode,
        is_confidential=home.is_confidential,
    )
    for stay in stays:
        stay.household = made
        stay.save(update_fields=["household"])
    return made


def _carry_bars(move: Move) -> None:
    """Whoever is barred from the one family is barred from the other, as the same people barred them."""
    barred = _barred(move.target)
    live = lock_rows(Bar.objects.filter(family=move.source, lifted_at=None))
    for bar in [one for one in live if one.user_id not in barred]:
        held = Bar.objects.create(
            user_id=bar.user_id,
            family=move.target,
            reason=bar.reason,
            barred_by_id=bar.barred_by_id,
            barred_at=bar.barred_at,
        )
        detail = {"user": bar.user_id, "family": move.target.pk, "from": bar.pk}
        audit.record("person.barred", held, by=move.by, at=move.at, detail=detail)
