"""What was thought before of a request's children, and what it led to: for the next time, and the meeting."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet

from conferences.models import Duty, Request, ThinkingAction, ThinkingTime, ThinkingTimeEntry
from conferences.queries.children_chronology import Event, chronology
from conferences.queries.children_record import family_events
from conferences.queries.thinking_time import booked_chair
from conferences.rules.deadlines import Code
from safeguarding.access import can, get, scope
from safeguarding.models import Allocation, User
from safeguarding.models.user import in_roles
from safeguarding.rights import Permission, Role


@dataclass(frozen=True)
class Thought:
    """One session that was held: the entries, and the actions, as far as they are seen."""

    session: ThinkingTime
    entries: list[ThinkingTimeEntry]
    actions: list[ThinkingAction]


def thought_before(user: User, request: Request, besides: ThinkingTime | None = None) -> list[Thought]:
    """What was concluded of these children, the latest first; of `besides` nothing. What was recorded in
    error is left out.
    """
    children = [asked.child_id for asked in request.children.all()]
    entries = scope(user, ThinkingTimeEntry).filter(
        child__in=children, in_error=False, session__in_error=False, session__held_date__isnull=False
    )
    if besides is not None:
        entries = entries.exclude(session=besides)
    rows = list(
        entries.select_related("child", "session__chair", "session__request").order_by(
            "-session__held_date", "-session", "pk"
        )
    )
    actions = list(
        scope(user, ThinkingAction)
        .filter(session__in={row.session_id for row in rows})
        .select_related("owner", "session")
    )
    found: dict[int, Thought] = {}
    for row in rows:
        thought = found.setdefault(row.session_id, Thought(row.session, [], []))
        thought.entries.append(row)
    for action in actions:
        found[action.session_id].actions.append(action)
    return list(found.values())


def story_of(user: User, session: ThinkingTime, on: dt.date) -> list[Event]:
    """All that happened to the family's children in sight, as the family's timeline tells it."""
    _, children = family_events(user, session.request.family.ref)
    return [event for child in children for event in chronology(child, on)]


def actions_of(user: User, session: ThinkingTime) -> list[ThinkingAction]:
    """What a session in scope led to."""
    return list(scope(user, ThinkingAction).filter(session=session).select_related("owner", "session"))


def action_in_scope(user: User, ref: UUID) -> ThinkingAction:
    """One action with its session. Http404 where it is out of scope."""
    found: ThinkingAction = get(
        user, ThinkingAction.objects.select_related("session__request", "owner"), ref=ref
    )
    return found


def own_actions(user: User) -> list[ThinkingAction]:
    """What this person is to do from thinking time and no duty of theirs tells, as others share its day: what
    is due first at the top, with the children.
    """
    children = Prefetch(
        "session__entries", scope(user, ThinkingTimeEntry).filter(in_error=False).select_related("child")
    )
    return list(_own(user).select_related("session").prefetch_related(children))


def _own(user: User) -> QuerySet[ThinkingAction]:
    told = scope(user, Duty).filter(
        kind=Code.DO_ACTION, owner=user, closed_at__isnull=True, thinking_time=OuterRef("session")
    )
    rows: QuerySet[ThinkingAction] = scope(user, ThinkingAction).filter(
        ~Exists(told.filter(due_date=OuterRef("due_date"))),
        owner=user,
        closed_at__isnull=True,
        session__in_error=False,
    )
    return rows


def actions_due(user: User, until: dt.date) -> int:
    """How many of own_actions() are due by a day."""
    return _own(user).filter(due_date__lte=until).count() if can(user, Permission.READ_REQUEST) else 0


def has_new_actions(user: User, news: Q) -> bool:
    """Whether any of own_actions() is news of a morning, as actions_news() says."""
    return can(user, Permission.READ_REQUEST) and _own(user).filter(news).exists()


def actions_news(before: dt.date, on: dt.date, until: tuple[dt.date, dt.date]) -> Q:
    """What is told by itself on the morning `on`, once: what came within the notice that is given since the
    morning `before` (`until`: the last day within it then and now), was agreed since, or is due now.
    """
    was, now = until
    is_due = Q(due_date__gt=before, due_date__lte=on)
    came = Q(due_date__gt=was, due_date__lte=now)
    return came | is_due | Q(added_at__date__gte=before, due_date__lte=now)


def anything_is_new(news: Q) -> bool:
    """Whether there is any action of somebody here that is news, whoever asks."""
    every = ThinkingAction.objects.unscoped("whether anybody is to be reminded")
    return every.filter(news, closed_at__isnull=True, owner__isnull=False).exists()


def agreed_on(user: User, sessions: Collection[int]) -> dict[tuple[int, dt.date], list[ThinkingAction]]:
    """{(session, day): what waits to be done then}, as far as it is seen: one query."""
    rows = scope(user, ThinkingAction).filter(session__in=sessions, closed_at__isnull=True)
    found: dict[tuple[int, dt.date], list[ThinkingAction]] = {}
    for one in rows.select_related("owner"):
        found.setdefault((one.session_id, one.due_date), []).append(one)
    return found


def owners_for(session: ThinkingTime, chair: User) -> QuerySet[User]:
    """Who may be asked: the chairs of it, who leads the unit, and who works with the children or manages it.

    Whoever of them may not see a child is refused by the operation.
    """
    children = [asked.child_id for asked in session.request.children.all()]
    held = Allocation.objects.unscoped("who works with children in scope").filter(
        child__in=children, end_date=None
    )
    booked = booked_chair(session.request)
    people: Collection[int] = [chair.pk, *([booked.pk] if booked else [])]
    theirs = Q(pk__in=people) | Q(pk__in=held.values("worker")) | in_roles(Role.STRATEGIC_LEAD)
    managers = in_roles(Role.TEAM_MANAGER) & Q(team__in=held.values("team"))
    return User.objects.filter(theirs | managers, is_active=True, is_system=False).order_by("full_name")
