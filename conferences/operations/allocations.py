"""Giving a child to a worker, handing it over to another team, taking on a child whom nobody holds."""

from __future__ import annotations

import datetime as dt

from conferences.models import TakenOn
from conferences.operations.duties_refresh import refresh
from conferences.queries.allocations import by_identity, governed_taken_on, holding, workers_for
from safeguarding import audit
from safeguarding.accounts.teams import managers_of
from safeguarding.clock import day_of
from safeguarding.models import Allocation, Child, Team, User
from safeguarding.operation import lock, need_words, operation, refuse_own
from safeguarding.policy.words import in_words
from safeguarding.refusals import FORBIDDEN, Refused
from safeguarding.rights import Permission

NOT_YOURS = "Your team does not hold this child. Ask the manager of the team that does to hand it over."
UNMANAGED = (
    "{{}} has no {TEAM_MANAGER} to give the child to a worker. Ask {SYSTEM_ADMINISTRATOR.a} to add one"
)
HELD_MEANWHILE = {
    "allocation_one_at_present": "Somebody has just given this child to a team. Look at it again."
}


@operation(needs=Permission.ALLOCATE, refuses=HELD_MEANWHILE)
def give(*, child: Child, worker: User | None, by: User, at: dt.datetime) -> Allocation:
    """Give a child of one's own team to a worker of it, from today. Raises Refused: another team's child,
    nobody chosen, who has it already, who may not see it.
    """
    if worker is None:
        raise Refused("Select who the child is given to", "worker")
    # In the order in which the work of somebody who leaves is handed on: the person, then the children.
    worker, held_child = lock(worker), lock(child)
    held = _held_by_own_team(held_child, by)
    if held.worker_id == worker.pk:
        raise Refused(f"{worker.full_name} has this child already", "worker")
    if not workers_for(held_child, by.team, at).filter(pk=worker.pk).exists():
        raise Refused(f"{worker.full_name} cannot be given this child: choose someone else", "worker")
    given = _hold(held_child, held, held.team, worker, "allocation.given", by, at)
    refresh(held_child, met_by=None, at=at)
    return given


@operation(needs=Permission.ALLOCATE, refuses=HELD_MEANWHILE)
def hand_over(*, child: Child, team: Team | None, by: User, at: dt.datetime) -> Allocation:
    """Hand a child of one's own team over to another team, whose manager gives it to a worker."""
    held_child = lock(child)
    held = _held_by_own_team(held_child, by)
    if team is None:
        raise Refused("Select the team", "team")
    team = lock(team)
    if team.pk == held.team_id or not team.is_active or team.is_safeguarding_unit:
        raise Refused("Select another team that holds children", "team")
    # A child in a team that nobody manages is given to nobody, and nobody could hand it back.
    if not managers_of(team).exists():
        raise Refused(in_words(UNMANAGED, day_of(at)).format(team.name), "team")
    handed = _hold(held_child, held, team, None, "allocation.handed_over", by, at)
    refresh(held_child, met_by=None, at=at)
    return handed


@operation(needs=Permission.ALLOCATE, sees=by_identity, refuses=HELD_MEANWHILE)
def take_on(*, child: Child, reason: str, by: User, at: dt.datetime) -> TakenOn:
    """Take a child on into one's own team that nobody holds. It is listed for somebody else to look at."""
    words = need_words(reason=(reason, "Enter why your team takes this child on"))
    found = lock(child)
    if by.team is None:
        raise Refused("You belong to no team, so you cannot take a child on.", status=FORBIDDEN)
    if held := holding(found):
        raise Refused(f"{held.team.name} holds this child. Ask its manager to hand the child over.")
    _hold(found, None, by.team, None, "allocation.taken_on", by, at)
    refresh(found, met_by=None, at=at)
    return TakenOn.objects.create(child=found, team=by.team, taken_on_by=by, taken_on_at=at, **words)


@operation(needs=Permission.READ_VIEWED, sees=governed_taken_on)
def review(*, taken_on: TakenOn, by: User, at: dt.datetime) -> TakenOn:
    """Say that a child taken on was looked at: somebody else than who took it on, and once."""
    held = lock(taken_on)
    refuse_own(by, held.taken_on_by_id, sentence="You took this child on. Somebody else looks at it.")
    if held.reviewed_at is None:
        held.reviewed_by, held.reviewed_at = by, at
        held.save(update_fields=["reviewed_by", "reviewed_at"])
        audit.record("allocation.reviewed", held, by=by, at=at)
    return held


def pass_child_on(held: Allocation, worker: User | None, *, writer: User, at: dt.datetime) -> bool:
    """Give a child to another worker of the team that holds it, for an operation; to nobody yet where none
    is chosen or may see it. Whether it has a worker.
    """
    child = lock(held.child)
    before = holding(child)
    if before is None or before.pk != held.pk:
        raise Refused("It passed to somebody else meanwhile")
    sees = worker is not None and workers_for(child, held.team, at).filter(pk=worker.pk).exists()
    _hold(child, before, held.team, worker if sees else None, "allocation.given", writer, at)
    refresh(child, met_by=None, at=at)
    return sees


def _held_by_own_team(child: Child, by: User) -> Allocation:
    held = holding(child)
    if held is None or held.team_id != by.team_id:
        raise Refused(NOT_YOURS, status=FORBIDDEN)
    return held


def _hold(
    child: Child,
    before: Allocation | None,
    team: Team,
    worker: User | None,
    event: str,
    by: User,
    at: dt.datetime,
) -> Allocation:
    """End what was until now and begin anew, today."""
    if before:
        before.end_date = day_of(at)
        before.save(update_fields=["end_date"])
    held = Allocation.objects.create(child=child, team=team, worker=worker, start_date=day_of(at))
    detail = {"team": team.pk, "worker": worker and worker.pk}
    audit.record(event, child, by=by, at=at, detail=detail)
    return held
