"""Somebody leaves, or has a role no more: what is open of it passes to others, in one step.

Whoever does it sees no child. What cannot pass is named by its meeting's number, or counted.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import partial

from django.db import IntegrityError, transaction
from django.db.models import QuerySet

from conferences.models import Booking, Duty, LearningIdea, WorkHandover
from conferences.operations.allocations import pass_child_on
from conferences.operations.duties_refresh import refresh
from conferences.operations.duties_steps import pass_duty_on
from conferences.operations.learning import hand_idea_on
from conferences.operations.scheduling import pass_meeting_on
from conferences.operations.scheduling_minutes import leave_minutes
from conferences.operations.scheduling_place import TAKEN
from conferences.queries import handovers as queries
from conferences.queries.handovers import OpenWork
from safeguarding import audit
from safeguarding.accounts.operations import OWN_ACCOUNT, change_role, confirm, end_further_role, switch_off
from safeguarding.models import AccountChange, Allocation, ChangeKind, Child, Team, User
from safeguarding.operation import lock_all, lock_out_files, need_words, operation, refuse_own
from safeguarding.refusals import Refused
from safeguarding.rights import Held, Permission, Role
from safeguarding.wording import counted


@dataclass(frozen=True)
class Successors:
    """To whom each kind passes, where it passes, and why."""

    chair: User | None
    worker: User | None
    duties_to: User | None
    reason: str


@dataclass
class Passing:
    """What passes on: to whom, and how much of it has."""

    person: User
    to: Successors
    by: User
    at: dt.datetime
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

    def leave(held: User) -> User:
        if role:
            return end_further_role(user=held, role=role, by=by, at=at)
        return switch_off(user=held, by=by, at=at) if held.is_active else held

    def after(held: User) -> Held:
        return queries.without(held, role) if role else queries.NOTHING

    return _pass_on(user, Successors(chair, worker, duties_to, reason), after, leave, by, at)


@operation(needs=Permission.MANAGE_USERS, retry=True)
def change_role_where_nothing_is_left(
    *, user: User, role: str, team: Team | None, by: User, at: dt.datetime
) -> User | AccountChange | OpenWork:
    """Another main role or team, or the asking for it, as `change_role` does; where it would be done at once
    and leave open work behind, nothing is done, and that work is given.
    """
    with transaction.atomic():
        done = change_role(user=user, role=role, team=team, by=by, at=at)
        if not isinstance(done, User):
            return done
        work = queries.open_work(done, at, (done.roles, done.team_id))
        transaction.set_rollback(work.passes)
    return work if work.passes else done


@operation(needs=Permission.MANAGE_USERS, retry=True)
def change_role_and_pass_on(
    *,
    user: User,
    role: str,
    team: Team | None,
    chair: User | None,
    worker: User | None,
    duties_to: User | None,
    reason: str,
    by: User,
    at: dt.datetime,
) -> WorkHandover:
    """Another main role or team, where that gives nothing more, and what it can do no more is handed on.

    Raises Refused as `change_role` and `pass_work_on` do, and where the change must wait for a second person.
    """
    refuse_own(by, user.pk, sentence=OWN_ACCOUNT)

    def leave(held: User) -> User:
        done = change_role(user=held, role=role, team=team, by=by, at=at)
        if not isinstance(done, User):
            raise Refused("The account was changed meanwhile. Ask for the role and team again")
        return done

    def after(held: User) -> Held:
        return queries.with_other(held, role, team)

    return _pass_on(user, Successors(chair, worker, duties_to, reason), after, leave, by, at)


@operation(needs=Permission.CONFIRM_ACCOUNT, retry=True)
def confirm_role_and_pass_on(
    *,
    change: AccountChange,
    chair: User | None,
    worker: User | None,
    duties_to: User | None,
    reason: str,
    by: User,
    at: dt.datetime,
) -> WorkHandover:
    """Confirm another main role or team, and hand on what the person can do no more with it.

    Raises Refused as `confirm` and `pass_work_on` do.
    """
    user, role, team = change.account, change.role, change.team
    assert user and change.kind == ChangeKind.ROLE

    def leave(held: User) -> User:
        return confirm(change=change, by=by, at=at)

    def after(held: User) -> Held:
        return queries.with_other(held, role, team)

    return _pass_on(user, Successors(chair, worker, duties_to, reason), after, leave, by, at)


def _pass_on(
    user: User,
    to: Successors,
    after: Callable[[User], Held],
    leave: Callable[[User], User],
    by: User,
    at: dt.datetime,
) -> WorkHandover:
    """Let somebody leave, and hand on what can be theirs no more with the roles and team of `after`."""
    words = need_words(reason=(to.reason, "Enter why the work is handed on"))
    to = replace(to, reason=words["reason"])
    lock_out_files(Allocation)
    held = {one.pk: one for one in lock_all([user, *filter(None, (to.chair, to.worker, to.duties_to))])}
    rest = after(held[user.pk])
    takers = queries.takers_of_duties(held[user.pk], rest)
    person = leave(held[user.pk])
    _refuse_strangers(person, to, takers)
    passing = Passing(person, to, by, at)
    own = list(queries.duties_of(person, rest).select_related("child"))
    ideas = list(queries.ideas_of(person, rest))
    _pass_children(passing, queries.held_by(person, rest))
    if queries.goes(rest, [Role.CHAIR]):
        _pass_meetings(passing)
    _leave_minutes(passing, queries.minuted_by(person, rest))
    _pass_duties(passing, own)
    _pass_ideas(passing, ideas)
    return _keep(passing)


def _refuse_strangers(person: User, to: Successors, takers: QuerySet[User]) -> None:
    asked = (
        (to.chair, queries.chairs(person), "chair"),
        (to.worker, queries.workers(person), "worker"),
        (to.duties_to, takers, "duties_to"),
    )
    for successor, may, where in asked:
        if successor and not may.filter(pk=successor.pk).exists():
            raise Refused(f"{successor.full_name} cannot be given this: choose somebody else", where)


def _pass_children(passing: Passing, children: QuerySet[Allocation]) -> None:
    """Those whom the worker may not see, and all where none is chosen, are their team's without a worker."""
    unseen = 0
    for held in children.select_related("child", "team").order_by("pk"):
        if pass_child_on(held, passing.to.worker, writer=passing.by, at=passing.at):
            passing.children += 1
        else:
            unseen += 1
    if unseen:
        said = counted(unseen, "child is", "children are")
        why = f", as {passing.to.worker.full_name} may not see them" if passing.to.worker else ""
        passing.left.append(f"{said} with the team, without a worker{why}.")


def _pass_meetings(passing: Passing) -> None:
    meetings = list(queries.meetings_of(passing.person).select_related("room", "request").order_by("pk"))
    if not passing.to.chair:
        said = counted(len(meetings), "meeting has", "meetings have")
        who = "no chair any more" if passing.person.is_active else "no chair who can sign in"
        passing.left += [f"{said} {who}."] if meetings else []
        return
    for meeting in meetings:
        refused = _refusal(partial(_pass_meeting, passing, meeting))
        if refused:
            passing.left.append(f"Meeting {meeting.pk}: {refused.rstrip('.')}.")
        else:
            passing.meetings += 1


def _pass_meeting(passing: Passing, meeting: Booking) -> None:
    assert passing.to.chair
    pass_meeting_on(meeting, passing.to.chair, passing.to.reason, writer=passing.by, at=passing.at)


def _leave_minutes(passing: Passing, meetings: QuerySet[Booking]) -> None:
    """Who takes them in their place is chosen on each meeting: its children are seen there, and here not."""
    found = list(meetings.order_by("pk"))
    for meeting in found:
        leave_minutes(meeting, writer=passing.by, at=passing.at)
    if found:
        said = counted(len(found), "meeting has", "meetings have")
        passing.left.append(f"{said} nobody to take the minutes any more.")


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
    went = {one.pk for one in (passing.to.chair, passing.to.worker) if one}
    ids = [duty.pk for duty in own]
    rest = queries.open_among(ids)
    others = 0
    for duty in rest.exclude(owner__in=went).order_by("pk"):
        to = passing.to.duties_to
        if to and pass_duty_on(duty, to, passing.to.reason, writer=passing.by, at=passing.at):
            passing.duties += 1
        else:
            others += 1
    if others:
        said = counted(others, "thing that is due falls", "things that are due fall")
        passing.left.append(f"{said} to whoever leads the work.")


def _pass_ideas(passing: Passing, ideas: Sequence[LearningIdea]) -> None:
    """The ideas not decided, with their trials, to whoever does the rest and may follow them up."""
    stay = [one for one in ideas if not hand_idea_on(one, passing.to.duties_to, passing.by, passing.at)]
    passing.duties += len(ideas) - len(stay)
    if stay:
        said = counted(len(stay), "idea is", "ideas are")
        passing.left.append(f"{said} followed up by nobody. Whoever keeps what is learned finds an owner.")


def _refresh(children: Iterable[Child], at: dt.datetime) -> None:
    found = list(children)
    if found:
        refresh(*found, met_by=None, at=at)


def _keep(passing: Passing) -> WorkHandover:
    kept = WorkHandover.objects.create(
        person=passing.person,
        reason=passing.to.reason,
        chair=passing.to.chair,
        worker=passing.to.worker,
        duties_to=passing.to.duties_to,
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
