"""When a session is over: 30 minutes without use, 12 hours after sign-in, or when a person's rights change.

A session carries two stamps, written when somebody signs in: `began`, never moved, and `seen`, moved at most
once a minute so that reading pages writes next to nothing. A session without them is over.
"""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.conf import settings
from django.contrib.auth.signals import user_logged_in
from django.dispatch import receiver
from django.http import HttpRequest
from django.urls import reverse

from safeguarding.clock import now

BEGAN = "began"
SEEN = "seen"
# `seen` may lag behind by this much, so an idle session ends up to a minute early, never late.
GRAIN_SECONDS = 60
# The name of the address at which a page asks how long the session lasts.
ASKED = "session"
# The header of a script that only asks.
ASKS = "X-Asks"


@receiver(user_logged_in)
def stamp(sender: Any, request: HttpRequest, **_: Any) -> None:
    """A session begins when somebody signs in."""
    request.session[BEGAN] = request.session[SEEN] = now().timestamp()


def why_over(request: HttpRequest) -> str:
    """Why the signed-in person's session is over, as a sentence for the page; empty while it lasts."""
    began, seen = request.session.get(BEGAN), request.session.get(SEEN)
    moment = now().timestamp()
    ended_from = getattr(request.user, "sessions_valid_from", None)
    if began is None or seen is None or (ended_from and began < ended_from.timestamp()):
        return "Your account was changed, so you were signed out."
    if moment - began >= settings.SESSION_ABSOLUTE_SECONDS:
        return "You had been signed in for 12 hours, so you were signed out."
    if moment - seen >= settings.SESSION_IDLE_SECONDS:
        return "Nothing was done here for 30 minutes, so you were signed out."
    return ""


def ends_at(request: HttpRequest) -> tuple[dt.datetime, dt.datetime] | None:
    """When the session ends if nothing is done, and when in any case; None where there is none."""
    began, seen = request.session.get(BEGAN), request.session.get(SEEN)
    if began is None or seen is None:
        return None
    last = began + settings.SESSION_ABSOLUTE_SECONDS
    idle = min(seen + settings.SESSION_IDLE_SECONDS, last)
    return dt.datetime.fromtimestamp(idle, dt.UTC), dt.datetime.fromtimestamp(last, dt.UTC)


def seconds_left(request: HttpRequest, at: dt.datetime) -> tuple[int, int]:
    """How many seconds the session lasts if nothing is done, and in any case; 0 once it is over."""
    ends = ends_at(request)
    if ends is None:
        return 0, 0
    idle, last = (max(0, int((end - at).total_seconds())) for end in ends)
    return idle, last


def is_use(request: HttpRequest) -> bool:
    """Whether a request is something that the person does. Asking how long the session lasts is not, nor is
    what a page's script asks by itself and says so: saying it can only end a session sooner.
    """
    asks = request.path == reverse(ASKED) or ASKS in request.headers
    return request.method != "GET" or not asks


def touch(request: HttpRequest) -> None:
    """Note that the session is in use."""
    moment = now().timestamp()
    if moment - request.session[SEEN] >= GRAIN_SECONDS:
        request.session[SEEN] = moment
