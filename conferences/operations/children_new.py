"""A child who is not recorded yet: who it is, which family, which team; never the same child twice unseen."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from conferences.operations.duties_refresh import refresh
from conferences.operations.pairs_scan import compare_child
from conferences.queries.children_namesakes import namesakes
from conferences.rules.children import birth_problems
from safeguarding import audit
from safeguarding.access import scope
from safeguarding.clock import day_of
from safeguarding.models import Allocation, Child, Family, Team, User
from safeguarding.operation import lock, operation
from safeguarding.refusals import Problem, Refused, missing, refuse_all
from safeguarding.register.identifiers import LA_CHILD_ID_SHAPE
from safeguarding.rights import Permission, Role, adds_for_own_team

NUMBER_TAKEN = (
    "A child with this number is recorded already. Find the child by it; if you cannot, ask your manager",
    "la_child_id",
)

RECORDED = (
    "A child with this name and day is recorded already. Look at the record, or say that this is another"
)

MOVED = (
    "The children of this family were moved to another one meanwhile. Open the family of one of them, and add"
    " the child there"
)


@dataclass(frozen=True)
class NewChild:
    """Who a child is. One of the two days is known."""

    la_child_id: str
    given_names: str
    family_name: str
    birth_date: dt.date | None
    expected_birth_date: dt.date | None
    sex: str
    ethnicity: str = ""
    interpreter_language: str = ""
    communication_needs: str = ""


@operation(needs=Permission.ADD_CHILD, refuses={"safeguarding_child_la_child_id_key": NUMBER_TAKEN})
def add_child(
    *,
    family: Family | None,
    child: NewChild,
    team: Team | None = None,
    is_another: bool = False,
    by: User,
    at: dt.datetime,
) -> Child:
    """Record a child, in a family or in a new one called by the family name. Whoever sees the children of a
    team alone records for that team, a social worker for themselves; others say which team holds it, if any.

    Raises Refused: what is missing, days that cannot be, a number that is taken, a family that its children
    have just left, and, unless `is_another`, a child in scope of the same name and day.
    """
    refuse_all(
        [*_who_problems(child), *birth_problems(child.birth_date, child.expected_birth_date, day_of(at))]
    )
    if not is_another and namesakes(by, child.given_names, child.family_name, _day(child)):
        raise Refused(RECORDED, "is_another")
    home = _lock_family(family, by) if family else Family.objects.create(name=child.family_name.strip())
    made = Child.objects.create(family=home, **_columns(child))
    _allocate(made, team, by, at)
    audit.record("child.added", made, by=by, at=at)
    compare_child(made, at=at)
    refresh(made, met_by=None, at=at)
    return made


def _who_problems(child: NewChild) -> list[Problem]:
    found = missing(
        la_child_id=(child.la_child_id, "Enter the council’s number of the child"),
        family_name=(child.family_name, "Enter the family name"),
        sex=(child.sex, "Select the sex"),
    )
    if child.la_child_id and not LA_CHILD_ID_SHAPE.fullmatch(child.la_child_id.strip()):
        found.append(Problem("The number must be 1 to 20 letters and numbers", "la_child_id"))
    if child.birth_date and not child.given_names.strip():
        found.append(Problem("Enter the given names", "given_names"))
    if child.la_child_id and _is_taken(child.la_child_id.strip()):
        found.append(Problem(*NUMBER_TAKEN))
    return found


def _lock_family(family: Family, by: User) -> Family:
    """The family, held, while it is in sight: once its children left, it is in nobody's."""
    held = lock(family)
    if not scope(by, Family).filter(pk=held.pk).exists():
        raise Refused(MOVED)
    return held


def _is_taken(number: str) -> bool:
    known = Child.objects.unscoped("whether a number is taken, whoever has it; no child is read")
    return known.filter(la_child_id=number).exists()


def _day(child: NewChild) -> dt.date | None:
    return child.birth_date or child.expected_birth_date


def _columns(child: NewChild) -> dict[str, object]:
    values = dict(vars(child))
    return {name: value.strip() if isinstance(value, str) else value for name, value in values.items()}


def _allocate(child: Child, team: Team | None, by: User, at: dt.datetime) -> None:
    """Held from today by the recorder's own team, or by the one that was chosen."""
    holds = by.team if adds_for_own_team(by.roles) else team and lock(team)
    if holds and not holds.is_active:
        raise Refused("Select another team: this one is out of use", "team")
    is_theirs = by.is_any(Role.SOCIAL_WORKER) and holds is not None and holds.pk == by.team_id
    worker = by if is_theirs else None
    if holds:
        Allocation.objects.create(child=child, team=holds, worker=worker, start_date=day_of(at))
