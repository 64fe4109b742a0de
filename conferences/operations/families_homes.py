"""The homes of a family, and who lives in each from which day to which day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from typing import Any

from safeguarding import audit
from safeguarding.access import scope
from safeguarding.clock import day_of
from safeguarding.models import Child, Family, Household, HouseholdMember, Person, User
from safeguarding.operation import lock, lock_all, operation, refuse_parted
from safeguarding.refusals import Problem, Refused, missing, refuse_all
from safeguarding.rights import Permission
from safeguarding.versions import seen_as
from safeguarding.wording import uk_date

CHANGED_MEANWHILE = "Somebody changed this home since you opened the page. Open it again to see how it stands"
NO_LEAVING_DAY = "Enter the day, as they leave the other home on it"


@dataclass(frozen=True)
class Home:
    """Whose home it is and where."""

    name: str
    address: str = ""
    postcode: str = ""
    is_confidential: bool = False


@operation(needs=Permission.ADD_CHILD)
def add_home(
    *,
    family: Family,
    home: Home,
    residents: Collection[Child | Person],
    since: dt.date | None,
    by: User,
    at: dt.datetime,
) -> Household:
    """Record a home of a family and who lives there, from a day or since nobody knows when. Raises Refused:
    no name, nobody living there, a confidential address that is empty, a day to come or before a birth.
    """
    held, residents = lock(family), _lock_residents(residents)
    found = _home_problems(home)
    if not residents:
        found.append(Problem("Select at least one who lives there", "residents"))
    for who in residents:
        refuse_parted(who, "family", held)
    refuse_all([*found, *_day_problems(residents, since, "since", day_of(at))])
    made = Household.objects.create(family=held, **_columns(home))
    HouseholdMember.objects.bulk_create(
        [HouseholdMember(household=made, start_date=since, **_resident(who)) for who in residents]
    )
    audit.record("home.added", made, by=by, at=at)
    return made


@operation(needs=Permission.ADD_CHILD)
def change_home(
    *, household: Household, home: Home, seen: str | None = None, by: User, at: dt.datetime
) -> Household:
    """Whose home it is and where, as it is now; what was stays in the history. A confidential address stays
    where none is given and it is to stay confidential. Raises Refused where it changed since it was `seen`.
    """
    held = lock(household)
    if seen not in (None, seen_as(home_of(held))):
        raise Refused(CHANGED_MEANWHILE)
    if held.is_confidential and home.is_confidential and not _has_address(home):
        home = replace(home, address=held.address, postcode=held.postcode)
    refuse_all(_home_problems(home))
    columns = _columns(home)
    differing = sorted(name for name, value in columns.items() if getattr(held, name) != value)
    if differing:
        for name in differing:
            setattr(held, name, columns[name])
        held.save(update_fields=differing)
        audit.record("home.changed", held, by=by, at=at, detail={"items": differing})
    return held


def home_of(household: Household) -> dict[str, Any]:
    """How a home in scope stands, by the parts of Home; a confidential address is not among it."""
    values = {name: getattr(household, name) for name in ("name", "address", "postcode", "is_confidential")}
    return values | ({"address": "", "postcode": ""} if household.is_confidential else {})


@operation(needs=Permission.ADD_CHILD)
def move_in(
    *,
    household: Household,
    who: Child | Person | None,
    since: dt.date | None,
    leaves: bool,
    by: User,
    at: dt.datetime,
) -> HouseholdMember:
    """A child or a grown-up lives in a home from a day; with `leaves` they leave on it where else they live.

    Raises Refused: nobody, of another family, lives there already, a day to come or before the birth, and
    no day where they are to leave another home.
    """
    if who is None:
        raise Refused("Select who moves in", "who")
    return settle(household, who, since=since, leaves=leaves, writer=by, at=at)


def settle(
    household: Household,
    who: Child | Person,
    *,
    since: dt.date | None,
    leaves: bool,
    writer: User,
    at: dt.datetime,
) -> HouseholdMember:
    """As move_in(), for an operation whose right and scope are settled."""
    held, who = _lock_home(household), lock(who)
    if who.family_id != held.family_id:
        raise Refused("Select somebody of this family", "who")
    found = _day_problems([who], since, "since", day_of(at))
    if leaves and since is None:
        found.append(Problem(NO_LEAVING_DAY, "since"))
    refuse_all(found or _overlaps(held, who, since, None))
    if leaves and since:
        _leave_others(held, who, since, writer)
    stay = HouseholdMember.objects.create(household=held, start_date=since, **_resident(who))
    audit.record("home.moved_in", stay, by=writer, at=at, detail={"home": held.pk})
    return stay


@operation(needs=Permission.ADD_CHILD)
def change_stay(
    *, stay: HouseholdMember, since: dt.date | None, until: dt.date | None, by: User, at: dt.datetime
) -> HouseholdMember:
    """From which day to which somebody lives or lived in a home: moving out, or a day that was wrong."""
    home, held = lock(stay.household), lock(stay, "child", "person")
    refuse_parted(held, "household", home)
    who, on = _who(held), day_of(at)
    found = [*_day_problems([who], since, "since", on), *_day_problems([who], until, "until", on)]
    if since and until and until < since:
        found.append(Problem("The last day must be the first day or later", "until"))
    refuse_all(found or _overlaps(home, who, since, until, besides=held))
    if (held.start_date, held.end_date) != (since, until):
        held.start_date, held.end_date = since, until
        held.save(update_fields=["start_date", "end_date"])
        audit.record("home.stay_changed", held, by=by, at=at, detail={"home": home.pk})
    return held


@operation(needs=Permission.ADD_CHILD)
def remove_stay(*, stay: HouseholdMember, by: User, at: dt.datetime) -> HouseholdMember:
    """Somebody never lived there: it was recorded by mistake. What was recorded stays in the history."""
    _, held = lock(stay.household), lock(stay)
    audit.record("home.stay_removed", held, by=by, at=at, detail={"home": held.household_id})
    held.delete()
    return held


@operation(needs=Permission.ADD_CHILD)
def end_home(*, household: Household, until: dt.date | None, by: User, at: dt.datetime) -> Household:
    """Everybody in sight who lives in a home leaves it on a day. Raises Refused: nobody lives there, no day,
    a day to come or before somebody moved in.
    """
    held, on = lock(household), day_of(at)
    living = scope(by, HouseholdMember).filter(household=held, end_date=None)
    stays = lock_all(list(living), "child", "person")
    if not stays:
        raise Refused("Nobody lives in this home now")
    if until is None:
        raise Refused("Enter the last day", "until")
    found = _day_problems([_who(stay) for stay in stays], until, "until", on)
    late = max((stay.start_date for stay in stays if stay.start_date), default=until)
    if late > until:
        found.append(Problem(f"Somebody moved in on {uk_date(late)}. Enter that day or a later one", "until"))
    refuse_all(found)
    HouseholdMember.objects.unscoped("held just now").filter(pk__in=[stay.pk for stay in stays]).update(
        end_date=until
    )
    audit.record("home.ended", held, by=by, at=at, detail={"stays": [stay.pk for stay in stays]})
    return held


def _lock_residents(residents: Iterable[Child | Person]) -> list[Child | Person]:
    """Children and then grown-ups, each in the order of their ids."""
    return [lock(who) for who in sorted(residents, key=lambda who: (isinstance(who, Person), who.pk))]


def _lock_home(household: Household) -> Household:
    """A home, held after its family, as whoever moves a family holds them."""
    family = lock(household.family)
    held = lock(household)
    refuse_parted(held, "family", family)
    return held


def _leave_others(home: Household, who: Child | Person, on: dt.date, by: User) -> None:
    """Where else they live, as far as whoever records it may see, they leave that day."""
    elsewhere = scope(by, HouseholdMember).filter(**_resident(who), end_date=None).exclude(household=home)
    for stay in lock_all(list(elsewhere)):
        if stay.start_date and stay.start_date > on:
            raise Refused(f"They moved into another home on {uk_date(stay.start_date)}, after this", "since")
        stay.end_date = on
        stay.save(update_fields=["end_date"])


def _overlaps(
    home: Household,
    who: Child | Person,
    since: dt.date | None,
    until: dt.date | None,
    besides: HouseholdMember | None = None,
) -> list[Problem]:
    """Somebody lives in one home once at a time; they may come back on the day they left."""
    stays = HouseholdMember.objects.unscoped("whether somebody in scope lives in a home in scope already")
    for stay in stays.filter(household=home, **_resident(who)).exclude(pk=besides.pk if besides else None):
        begins_before = until is None or stay.start_date is None or stay.start_date < until
        if begins_before and (since is None or stay.end_date is None or since < stay.end_date):
            words = f"lived here until {uk_date(stay.end_date)}" if stay.end_date else "lives here already"
            return [Problem(f"{_name(who)} {words}. Change the days there, or enter other days", "since")]
    return []


def _day_problems(
    residents: Iterable[Child | Person], day: dt.date | None, field: str, on: dt.date
) -> list[Problem]:
    if day is None:
        return []
    if day > on:
        return [Problem("The day must be today or in the past", field)]
    for who in residents:
        born = who.birth_date or (who.expected_birth_date if isinstance(who, Child) else None)
        if born and day < born:
            return [Problem(f"{_name(who)} was not born before {uk_date(born)}", field)]
        died = who.death_date if isinstance(who, Child) else None
        if died and day > died:
            return [Problem(f"{_name(who)} died on {uk_date(died)}", field)]
    return []


def _home_problems(home: Home) -> list[Problem]:
    found = missing(name=(home.name, "Enter whose home it is"))
    if home.is_confidential and not _has_address(home):
        found.append(Problem("Enter the address, or say that it is not confidential", "address"))
    return found


def _has_address(home: Home) -> bool:
    return bool(home.address.strip() or home.postcode.strip())


def _resident(who: Child | Person) -> dict[str, Any]:
    return {"child": who} if isinstance(who, Child) else {"person": who}


def _who(stay: HouseholdMember) -> Child | Person:
    who = stay.child or stay.person
    assert who is not None  # One of the two, by constraint.
    return who


def _name(who: Child | Person) -> str:
    return who.display_name if isinstance(who, Child) else who.full_name


def _columns(home: Home) -> dict[str, Any]:
    return {name: value.strip() if isinstance(value, str) else value for name, value in vars(home).items()}
