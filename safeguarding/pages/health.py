"""Liveness and readiness, for a load balancer and a watcher: what is down, in a word, and no more."""

from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from safeguarding.access.views import public
from safeguarding.clock import now, today
from safeguarding.golive.day import live_since
from safeguarding.heartbeats import surroundings
from safeguarding.heartbeats.marks import seen
from safeguarding.heartbeats.verdict import State, verdicts

OK, DOWN, BEHIND, UNKNOWN = "ok", "down", "not applied", "not known"
PARTS = ("worker", "beat", "mail", "scan", "live")
YES, NOT_YET = "yes", "not yet"


@public("A load balancer asks it, and it says nothing but that the process answers.")
@never_cache
@require_safe
def live(request: HttpRequest) -> JsonResponse:
    """200 while the process answers at all. Asks nobody else: a restart would not mend a database."""
    return JsonResponse({"status": OK})


@public("A load balancer asks it, and it says only which part is down.")
@never_cache
@require_safe
def ready(request: HttpRequest) -> JsonResponse:
    """200 when pages can be served, 503 when not: what makes a load balancer send people elsewhere.

    Without Redis, worker, timetable or e-mail pages are served, so that is `degraded`: `working` says it.
    """
    found = state()
    return JsonResponse(found, status=503 if found["status"] == DOWN else 200)


@public("A watcher asks it, and it says only which part is down.")
@never_cache
@require_safe
def working(request: HttpRequest) -> JsonResponse:
    """200 while everything works, 503 when anything stands still: for whoever is to be woken."""
    found = state()
    return JsonResponse(found, status=200 if found["status"] == OK else 503)


def state() -> dict[str, str]:
    """{"status": ok, degraded or down, part: ok, down, ...} of each part of the service.

    `live` is "yes" once the go-live day has come, and "not yet" is no fault.
    """
    parts = {"database": database(), "migrations": DOWN, "redis": broker(), "disk": disk()}
    if parts["database"] == OK:
        parts["migrations"] = migrations()
    serves = parts["database"] == parts["migrations"] == OK
    parts |= (at_work() | {"live": is_live()}) if serves else dict.fromkeys(PARTS, UNKNOWN)
    status = (OK if DOWN not in parts.values() else "degraded") if serves else DOWN
    return {"status": status, **parts}


def at_work() -> dict[str, str]:
    """How what works unseen stands: at most two minutes behind."""
    words = {State.WORKS: OK, State.WAITS: OK, State.STILL: DOWN, State.UNKNOWN: UNKNOWN}
    return {one.part.lower(): words[one.state] for one in verdicts(seen(), at=now())}


def is_live() -> str:
    """Whether duties are raised and emails sent."""
    return NOT_YET if live_since(today()) is None else YES


def database() -> str:
    """Whether the database answers now, by the way that the pages take: the pool's connections."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return DOWN
    return OK


class Applied:
    """Remembers that all migrations are applied: within one process that cannot become untrue."""

    known = False


def migrations() -> str:
    """Whether every migration of this code is applied."""
    if not Applied.known:
        try:
            executor = MigrationExecutor(connection)
        except DatabaseError:
            return DOWN
        Applied.known = not executor.migration_plan(executor.loader.graph.leaf_nodes())
    return OK if Applied.known else BEHIND


def disk() -> str:
    """Whether there is room for what is handed in, and for what a page keeps for the moment."""
    return DOWN if surroundings.full_folders() else OK


def broker() -> str:
    """Whether Celery's broker answers now."""
    return OK if surroundings.redis_answers() else DOWN
