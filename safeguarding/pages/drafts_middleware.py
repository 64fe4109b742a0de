"""Keeps what a form that keeps drafts was sent, before anything can refuse, lose or fail it.

It stands before the checks of token and policy: the seal in the page says whose words they are, so a session
that ended, a token that is stale or a server that falls over costs nobody a word.
"""

from __future__ import annotations

import datetime as dt
import logging
from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.db import DatabaseError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.shortcuts import redirect

from safeguarding.access import can
from safeguarding.access.views import policy_of
from safeguarding.accounts.signin import sessions
from safeguarding.clock import now
from safeguarding.drafts import operations
from safeguarding.drafts.operations import Kept
from safeguarding.drafts.sheets import Sheet, mark
from safeguarding.models.base import children_read
from safeguarding.pagekit.checking import STEP
from safeguarding.pages.drafts import BUTTON, ONLY, SEAL, TURN, place_of, sheet_of, turn_of
from safeguarding.pages.errors import opened_by_another
from safeguarding.wording import uk_time

GetResponse = Callable[[HttpRequest], HttpResponseBase]
View = Callable[..., Any]
log = logging.getLogger(__name__)
NOT_KEPT = frozenset(["csrfmiddlewaretoken", SEAL, TURN, ONLY, STEP])
# A form with files is none that keeps drafts, and may be long to read.
PLAIN_FORM = "application/x-www-form-urlencoded"
WAITS = (
    "Nothing was sent, for you had been signed out. What you typed is kept as a draft: "
    "it is in the form again when you have signed in."
)
NOT_KEPT_WORDS = "What you typed could not be kept: it is too long, or the service failed."
STATUS = {Kept.YES: 200, Kept.SAVED_ALREADY: 409, Kept.TOO_LONG: 413}


class DraftMiddleware:
    """Keeps what is sent with a seal; answers by itself where keeping is all that was asked."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: View, args: Any, kwargs: Any) -> HttpResponse | None:
        if request.method != "POST" or request.content_type != PLAIN_FORM or request.resolver_match is None:
            return None
        sheet = sheet_of(request, place_of(request.resolver_match))
        if sheet is None:
            return None
        at = now()
        kept = _keep(request, sheet, at)
        request.draft_kept = kept is Kept.YES  # type: ignore[attr-defined]
        if ONLY in request.POST:
            return _only_kept(request, view, kwargs, sheet, kept, at)
        if not request.user.is_authenticated:
            messages.info(request, WAITS if kept is Kept.YES else NOT_KEPT_WORDS)
        elif request.user.pk != sheet.owner:
            return opened_by_another(request)
        return None


def _keep(request: HttpRequest, sheet: Sheet, at: dt.datetime) -> Kept | None:
    """None where the database would not: what was sent may still be saved by the view."""
    fields = {name: values for name, values in request.POST.lists() if name not in NOT_KEPT}
    is_sent = request.POST.get(ONLY, BUTTON) == BUTTON
    try:
        return operations.keep(sheet=sheet, fields=fields, turn=turn_of(request), is_sent=is_sent, at=at)
    except DatabaseError as error:
        log.error("draft_not_kept", extra={"error": type(error).__name__})
        return None


def _only_kept(
    request: HttpRequest, view: View, kwargs: Any, sheet: Sheet, kept: Kept | None, at: dt.datetime
) -> HttpResponse:
    """The answer to the script, or to the button that only keeps."""
    is_owner = request.user.is_authenticated and request.user.pk == sheet.owner
    if request.POST[ONLY] == BUTTON:
        return _to_the_form(request, kept, is_owner, at)
    told = {
        "kept_at": uk_time(at) if kept is Kept.YES else "",
        "mark": mark(sheet.owner, sheet.ident, at) if kept is Kept.YES else "",
        "signed_in": is_owner,
        "left": sessions.seconds_left(request, at) if is_owner else (0, 0),
        "saved": _saved_meanwhile(request, view, kwargs) if is_owner else "",
    }
    return JsonResponse(told, status=STATUS[kept] if kept else 503)


def _to_the_form(request: HttpRequest, kept: Kept | None, is_owner: bool, at: dt.datetime) -> HttpResponse:
    """The form again, with the draft in it; after signing in where nobody is signed in."""
    if request.user.is_authenticated and not is_owner:
        return opened_by_another(request)
    if kept is not Kept.YES:
        messages.error(request, NOT_KEPT_WORDS)
    elif is_owner:
        messages.success(request, f"Draft saved at {uk_time(at)}. Nothing was sent.")
    else:
        messages.info(request, WAITS)
    return redirect(request.get_full_path())


def _saved_meanwhile(request: HttpRequest, view: View, kwargs: Any) -> str:
    """Who saved since the page was opened, as a sentence; nothing where nobody did, or it is not for this
    person to know. No child is shown by it.
    """
    ask, policy = getattr(view, "standing", None), policy_of(view)
    if ask is None or policy is None or not policy.permission or not can(request.user, policy.permission):
        return ""
    token = children_read.set(None)
    try:
        standing = ask(request.user, **kwargs)
    except Http404:
        return ""
    finally:
        children_read.reset(token)
    if standing is None or standing.seen == request.POST.get("seen", ""):
        return ""
    own = standing.saved_by == request.user
    who = "You saved this part in another window" if own else f"{standing.saved_by.full_name} saved this part"
    return f"{who} at {uk_time(standing.saved_at)}. When you save, both texts are shown."
