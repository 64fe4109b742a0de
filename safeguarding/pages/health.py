"""Liveness and readiness, for a load balancer and a watcher: what is down, in a word, and no more."""

import psycopg
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from kombu.exceptions import OperationalError

from safeguarding.access.views import public
from safeguarding.celery import app as celery_app

OK, DOWN, BEHIND = "ok", "down", "not applied"
SECONDS = 2
BROKER_OPTIONS = {"socket_timeout": SECONDS, "socket_connect_timeout": SECONDS}


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
    """200 when pages can be served, 503 when not. Without Redis they can, so that is only `degraded`."""
    parts = {"database": database(), "migrations": DOWN, "redis": broker()}
    if parts["database"] == OK:
        parts["migrations"] = migrations()
    serves = parts["database"] == parts["migrations"] == OK
    status = ("ok" if parts["redis"] == OK else "degraded") if serves else "down"
    return JsonResponse({"status": status, **parts}, status=200 if serves else 503)


def database() -> str:
    """Whether the database answers now. Past the pool, which would wait for it longer than a prober does."""
    parameters = {**connection.get_connection_params(), "connect_timeout": SECONDS}
    for ours in ("pool", "context", "cursor_factory"):
        parameters.pop(ours, None)
    try:
        with psycopg.connect(**parameters) as probe:
            probe.execute("SELECT 1")
    except psycopg.Error:
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


def broker() -> str:
    """Whether Celery's broker answers now."""
    probe = celery_app.connection_for_read(transport_options=BROKER_OPTIONS)
    try:
        probe.ensure_connection(max_retries=0, timeout=SECONDS)
    except OperationalError:
        return DOWN
    finally:
        probe.release()
    return OK
