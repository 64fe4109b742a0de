"""Somebody leaves, or gives up a further role: what is open of it passes to others, in one step.

Whoever does it sees no child. What cannot pass is named by its meeting's number, or counted.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import partial

from django.db import IntegrityError, transaction

from conferences.models import Booking, Duty, WorkHandover
from conferences.operations.allocations import pass_child_on
from conferences.operations.duties_refresh import refresh
from conferences.operations.duties_steps import pass_duty_on
from conferences.operations.scheduling import TAKEN, pass_meeting_on
from conferences.queries import handovers as queries
from conferences.queries.allocations import HOLDERS
from safeguarding import audit
from safeguarding.accounts.operations import OWN_ACCOUNT, end_further_role, switch_off
from safeguarding.models import Allocation, Child, User
from safeguarding.operation import lock_all, lock_out_files, need_words, operation, refuse_own
from safeguarding.refusals import Refused
from safeguarding.rights import Permission, Role
from safeguarding.wording import counted


@dataclass
class Passing:
    """What passes on: to whom, and how much of it has."""

    person: User
    chair: User | None
    worker: User | None
    duties_to: User | None
    reason: str
    by: User
    at: dt.datetime
    # The further role that ends; "" where the account is switched off.
    role: str = ""
    meetings: int = 0
    children: int = 0
    duties: int = 0
    left: list[str] = field(default_factory=list)


@operation(needs=Permission.MANAGE_USERS, retry=True)
def pass_work_on(
    *,
    user: User,
    chair: User | None,
    worker: User | None,
    duties_to: User | None,
    reason: str,
    role: str = "",
    by: User,
    at: dt.datetime,
) -> WorkHandover:
    """Switch an account off, where it is in use, and hand on what is open: meetings and records to a chair,
    children to a worker of their team (to nobody yet where none is chosen), the rest to somebody of the role.
    With a further role, that is ended instead, and what nobody but its holders may do passes.

    Raises Refused: one's own account, no reason, a successor who is none. What one successor may not have
    stays, and stands in `left`.
    """
    refuse_own(by, user.pk, sentence=OWN_ACCOUNT)
    words = need_words(reason=(reason, "Enter why the work is handed on"))
    lock_out_files(Allocation)
    held = {one.pk: one for one in lock_all([user, *filter(None, (chair, worker, duties_to))])}
    chairs, holds = (queries.goes_with(held[user.pk], role, able) for able in ([Role.CHAIR], HOLDERS))
    person = _leave(held[user.pk], role, by, at)
    _refuse_strangers(person, role, chair, worker, duties_to)
    passing = Passing(person, chair, worker, duties_to, words["reason"], by, at, role)
    own = list(queries.duties_of(person, role).select_related("child"))
    if holds:
        _pass_children(passing)
    if chairs:
        _pass_meetings(passing)
    _pass_duties(passing, own)
    return _keep(passing)


def _leave(user: User, role: str, by: User, at: dt.datetime) -> User:
    if role:
        return end_further_role(user=user, role=role, by=by, at=at)
    return switch_off(user=user, by=by, at=at) if user.is_active else user


def _refuse_strangers(
    person: User, role: str, chair: User | None, worker: User | None, duties_to: User | None
) -> None:
    asked = (
        (chair, queries.chairs(person), "chair"),
        (worker, queries.workers(person), "worker"),
        (duties_to, queries.takers_of_duties(person, role), "duties_to"),
    )
    for successor, may, where in asked:
        if successor and not may.filter(pk=successor.pk).exists():
            raise Refused(f"{successor.full_name} cannot be given this: choose somebody else", where)


def _pass_children(passing: Passing) -> None:
    """Those whom the worker may not see, and all where none is chosen, are their team's without a worker."""
    unseen = 0
    for held in queries.held_by(passing.person).select_related("child", "team").order_by("pk"):
        if pass_child_on(held, passing.worker, writer=passing.by, at=passing.at):
            passing.children += 1
        else:
            unseen += 1
    if unseen:
        said = counted(unseen, "child is", "children are")
        why = f", as {passing.worker.full_name} may not see them" if passing.worker else ""
        passing.left.append(f"{said} with the team, without a worker{why}.")


def _pass_meetings(passing: Passing) -> None:
    meetings = list(queries.meetings_of(passing.person).select_related("room", "request").order_by("pk"))
    if not passing.chair:
        said = counted(len(meetings), "meeting has", "meetings have")
        passing.left += [f"{said} no chair who can sign in."] if meetings else []
        return
    for meeting in meetings:
        refused = _refusal(partial(_pass_meeting, passing, meeting))
        if refused:
            passing.left.append(f"Meeting {meeting.pk}: {refused.rstrip('.')}.")
        else:
            passing.meetings += 1


def _pass_meeting(passing: Passing, meeting: Booking) -> None:
    assert passing.chair
    pass_meeting_on(meeting, passing.chair, passing.reason, writer=passing.by, at=passing.at)


def _refusal(act: Callable[[], object]) -> str:
    """What was said against it; "" where it was done. The others are done all the same."""
    try:
        with transaction.atomic():
            act()
    except Refused as refusal:
        return refusal.sentence
    except IntegrityError:
        return f"The chair {TAKEN}"
    return ""


def _pass_duties(passing: Passing, own: Iterable[Duty]) -> None:
    """What did not go with a child or a meeting; of what nobody may have, the scan finds whose it is."""
    children = {duty.child_id: duty.child for duty in own}
    _refresh(children.values(), passing.at)
    went = {one.pk for one in (passing.chair, passing.worker) if one}
    ids = [duty.pk for duty in own]
    rest = queries.open_among(ids)
    others = 0
    for duty in rest.exclude(owner__in=went).order_by("pk"):
        to = passing.duties_to
        if to and pass_duty_on(duty, to, passing.reason, writer=passing.by, at=passing.at):
            passing.duties += 1
        else:
            others += 1
    if others:
        said = counted(others, "thing that is due falls", "things that are due fall")
        passing.left.append(f"{said} to whoever leads the work.")


def _refresh(children: Iterable[Child], at: dt.datetime) -> None:
    found = list(children)
    if found:
        refresh(*found, met_by=None, at=at)


def _keep(passing: Passing) -> WorkHandover:
    kept = WorkHandover.objects.create(
        person=passing.person,
        reason=passing.reason,
        chair=passing.chair,
        worker=passing.worker,
        duties_to=passing.duties_to,
        meetings=passing.meetings,
        children=passing.children,
        duties=passing.duties,
        left="\n".join(passing.left),
        done_by=passing.by,
        done_at=passing.at,
    )
    detail = {"meetings": kept.meetings, "children": kept.children, "duties": kept.duties}
    audit.record("user.work_handed_on", passing.person, by=passing.by, at=passing.at, detail=detail)
    return kept
