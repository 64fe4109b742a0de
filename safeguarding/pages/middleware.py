"""The gate and the book: no view without a policy, no child viewed that is not logged before the
page is shown.
"""

from __future__ import annotations

import logging
import uuid
from collections.abc import Callable
from contextlib import nullcontext
from typing import Any

import pghistory
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.db import Error
from django.http import HttpRequest, HttpResponse, HttpResponseBase

from safeguarding.access import can
from safeguarding.access.sight import one_request
from safeguarding.access.views import Policy, policy_of
from safeguarding.audit import note_viewed
from safeguarding.clock import now
from safeguarding.db import unlimited
from safeguarding.models.base import children_read
from safeguarding.pagekit.wholefile import WholeFile
from safeguarding.pages.errors import conflict, forbidden, not_found, unavailable
from safeguarding.refusals import FORBIDDEN, NOT_FOUND, Refused

GetResponse = Callable[[HttpRequest], HttpResponseBase]
log = logging.getLogger(__name__)
# Answers that show no child whatever was read on the way to them: redirects, refusals, failures. A form shown
# again with its mistakes, or a conflict that shows both texts, shows its child like any other.
SHOWS_NOBODY = frozenset([301, 302, 303, 304, 307, 308, 403, 404, 405, 500, 502, 503])


class ViewWithoutPolicy(RuntimeError):
    """A view says neither which right it needs nor why it is public: a fault in the code, never served."""


class PolicyMiddleware:
    """Refuses a view that names no policy; asks who is there; answers 403 to a role without the right."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., Any], args: Any, kwargs: Any
    ) -> HttpResponseBase | None:
        policy = policy_of(view)
        if policy is None:
            raise ViewWithoutPolicy(f"{view.__module__}.{view.__qualname__} names no policy.")
        request.policy = policy  # type: ignore[attr-defined]
        if policy.public:
            return None
        if not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path())
        if policy.permission and not can(request.user, policy.permission):
            raise PermissionDenied
        return None


class SightMiddleware:
    """What the person may see is settled once a request, at its beginning, and kept no longer."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        with one_request():
            return self.get_response(request)


class ReadLogMiddleware:
    """Writes a row for each child shown, before the answer leaves; where it cannot, shows nothing (503)."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        token = children_read.set(set())
        try:
            response = self.get_response(request)
            if not isinstance(response, HttpResponse | WholeFile):
                return self._only_public(request, response)
            return self._logged(request, response, children_read.get() or set())
        finally:
            children_read.reset(token)

    def _logged(
        self, request: HttpRequest, response: HttpResponse | WholeFile, children: set[int]
    ) -> HttpResponseBase:
        if not children or response.status_code in SHOWS_NOBODY or not request.user.is_authenticated:
            return response
        policy: Policy = request.policy  # type: ignore[attr-defined]
        match = request.resolver_match
        try:
            # A file may show every child of the council.
            with unlimited() if isinstance(response, WholeFile) else nullcontext():
                note_viewed(
                    children,
                    by=request.user,
                    view_name=(match and match.view_name) or "",
                    kind=policy.reads,
                    request_id=request.id,  # type: ignore[attr-defined]
                    at=now(),
                )
        except Error:
            log.error("read_log_failed", extra={"children": len(children)})
            response.close()
            return unavailable(request)
        return response

    def _only_public(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        """A streamed answer leaves before its reads are known, so only what holds no child may stream
        (files of the service itself); a WholeFile is written to its end before.
        """
        policy: Policy | None = getattr(request, "policy", None)
        if policy is not None and not policy.public:
            raise ViewWithoutPolicy("A view about children may not stream its answer.")
        return response


class HistoryMiddleware:
    """Puts the person and the request behind every write of the request, for the history's triggers."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        request.id = uuid.uuid4()  # type: ignore[attr-defined]
        user = request.user.pk if request.user.is_authenticated else None
        with pghistory.context(user=user, request=str(request.id)):  # type: ignore[attr-defined]
            return self.get_response(request)


class RefusalMiddleware:
    """An operation's refusal that no form took is answered with its page: 404, 403 or 409.

    "May not see" is the same page, to the byte, as "is not there". The others show what was typed.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if not isinstance(exception, Refused):
            return None
        if exception.status == NOT_FOUND:
            return not_found(request)
        if exception.status == FORBIDDEN:
            return forbidden(request, PermissionDenied(exception.sentence), typed=exception.typed)
        return conflict(request, exception.sentence, typed=exception.typed)


class NoStoreMiddleware:
    """What somebody was shown is kept by no cache: not the browser's, not one between.

    Only a public view may say otherwise, by a header of its own. And no page asks the browser for a camera.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        policy: Policy | None = getattr(request, "policy", None)
        if not (policy and policy.public and "Cache-Control" in response.headers):
            response.headers["Cache-Control"] = "no-store"
        response.headers["Permissions-Policy"] = (
            "camera=(), geolocation=(), microphone=(), payment=(), usb=()"
        )
        return response
