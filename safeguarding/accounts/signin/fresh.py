"""Signing in again before what is hard to undo: for views that change people or loosen who may see whom."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar

from allauth.account.adapter import get_adapter
from django.conf import settings
from django.contrib.auth import REDIRECT_FIELD_NAME
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.http import urlencode

from safeguarding.accounts.signin.adapter import recently_signed_in

V = TypeVar("V", bound=Callable[..., HttpResponse])


def signed_in_again(view: V) -> V:
    """The page opens only to somebody who gave a password or second factor in the last 15 minutes.

    What is sent from the page is taken for as long as an idle session lasts, so that nobody who fills it in
    slowly loses what they typed.
    """

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        opening = request.method in ("GET", "HEAD")
        limit = settings.ACCOUNT_REAUTHENTICATION_TIMEOUT + (0 if opening else settings.SESSION_IDLE_SECONDS)
        if recently_signed_in(request, limit):
            return view(request, *args, **kwargs)
        return redirect(f"{_door(request)}?{urlencode({REDIRECT_FIELD_NAME: request.get_full_path()})}")

    return guarded  # type: ignore[return-value]


def _door(request: HttpRequest) -> str:
    """Where this person proves again who they are. The library's own way would also send a POST again, past
    the middleware; here the page is opened anew.
    """
    ways = get_adapter().get_reauthentication_methods(request.user)
    if not ways:
        raise PermissionDenied
    return str(ways[0]["url"])
