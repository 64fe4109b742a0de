"""What people read when something is refused or fails: what happened, what to do, and that nothing was lost.

The pages need no database and no session. The page for "not found" is the same to the byte whatever was
asked for, so that nobody learns from it what is there.
"""

from __future__ import annotations

import errno
import logging
import sys
import uuid
from collections.abc import Sequence
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import DatabaseError, InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string

from safeguarding.access import public
from safeguarding.pages.context import frame

log = logging.getLogger(__name__)
RETRY_AFTER_SECONDS = "120"
NO_ROOM = (
    "The server has no room for a file of this size just now, so nothing of it was kept. "
    "Tell whoever looks after the service, and hand it in again later."
)


def reference(request: HttpRequest) -> str:
    """Eight characters that a person can read out and the log can be searched for."""
    known = getattr(request, "id", None) or uuid.uuid4()
    return str(known).replace("-", "")[:8].upper()


def answer(request: HttpRequest, status: int, **values: Any) -> HttpResponse:
    """The error page for a status, with its reference in the page and in the log."""
    ref = reference(request)
    log.info("error_page", extra={"status": status, "reference": ref})
    kept = request.get_full_path() if getattr(request, "draft_kept", False) else ""
    context = frame() | {"reference": ref, "kept_href": kept} | values
    response = HttpResponse(render_to_string(f"{status}.html", context), status=status)
    response.headers["Cache-Control"] = "no-store"
    return response


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """400: what was sent cannot be read."""
    return answer(request, 400)


def forbidden(
    request: HttpRequest, exception: Exception | None = None, typed: Sequence[tuple[str, str]] = ()
) -> HttpResponse:
    """403: a role without the right. A sentence that the view gave is shown, and the texts (label, text)
    that could not be kept.
    """
    own = str(exception) if isinstance(exception, PermissionDenied) else ""
    return answer(request, 403, sentence=own, typed=typed)


@public("People must be told that their form came too late.")
def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403: the page was open too long, or the form came from elsewhere. A draft was kept of what was sent."""
    return answer(request, 403, sentence="", stale=True)


def opened_by_another(request: HttpRequest) -> HttpResponse:
    """403: the page was opened for one person and sent under the session of another."""
    return answer(request, 403, sentence="", stale=True, another=True)


def not_taken(request: HttpRequest, status: int, sentence: str) -> HttpResponse:
    """401, 413 or 507: a file or a form that was not read, and why. Nothing of it is kept."""
    response = answer(request, 413, sentence=sentence)
    response.status_code = status
    return response


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """404, the same bytes for everything that is not there or may not be seen."""
    return HttpResponse(
        render_to_string("404.html", frame()), status=404, headers={"Cache-Control": "no-store"}
    )


def conflict(
    request: HttpRequest, sentence: str, back: str = "", typed: Sequence[tuple[str, str]] = ()
) -> HttpResponse:
    """409: somebody else changed it meanwhile. `sentence` says what, `back` is where to look at it, `typed`
    the texts (label, text) that could not be kept.
    """
    return answer(request, 409, sentence=sentence, back=back, typed=typed)


def server_error(request: HttpRequest) -> HttpResponse:
    """500; 503 where the database did not answer, 507 where the disk is full: then nothing was kept."""
    cause = sys.exc_info()[1]
    if isinstance(cause, OperationalError | InterfaceError):
        return unavailable(request)
    if isinstance(cause, OSError) and cause.errno == errno.ENOSPC:
        return not_taken(request, 507, NO_ROOM)
    return answer(request, 500)


def unavailable(request: HttpRequest, cause: DatabaseError | None = None) -> HttpResponse:
    """503: come back in two minutes."""
    response = answer(request, 503)
    response.headers["Retry-After"] = RETRY_AFTER_SECONDS
    return response
