"""The week's diary, and the secret address under which a calendar reads one's own."""

from __future__ import annotations

import datetime as dt

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from conferences.exchange.diary_file import diary_file
from conferences.operations import diary as operations
from conferences.queries.diary import Week, feed_of, meetings_of_feed, slots_of_feed, week
from conferences.views.presenters import diary as present
from safeguarding.access import Permission, can, needs, person_of, public
from safeguarding.bankholidays import england
from safeguarding.clock import now, today
from safeguarding.models import ReadKind
from safeguarding.policy.words import role_words
from safeguarding.rights import Role
from safeguarding.workingdays import OutsideCalendar

SHOWN_ONCE = "diary_feed_shown_once"


@needs(Permission.READ_DIARY, reads=ReadKind.LISTED)
@require_safe
def diary(request: HttpRequest) -> HttpResponse:
    """A week of rooms."""
    return _week_page(request, by_chair=False)


@needs(Permission.READ_DIARY, reads=ReadKind.LISTED)
@require_safe
def diary_chairs(request: HttpRequest) -> HttpResponse:
    """A week of chairs."""
    return _week_page(request, by_chair=True)


def _week_page(request: HttpRequest, *, by_chair: bool) -> HttpResponse:
    shown = _asked_week(request, by_chair)
    before, after, here = present.week_links(shown, request.path, today())
    values = {
        "title": present.title(shown),
        "tabs": present.tabs(shown, today(), by_chair=by_chair),
        "before": before,
        "after": after,
        "here": here,
        "by_chair": by_chair,
        "head": role_words(Role.CHAIR, today()).first if by_chair else "Room",
        "headings": present.headings(shown),
        "rows": present.rows(shown, by_chair=by_chair),
        "may_move_all": can(person_of(request), Permission.SCHEDULE),
    }
    return render(request, "conferences/scheduling/diary.html", values)


def _asked_week(request: HttpRequest, by_chair: bool) -> Week:
    """The week that the address names; this week where it names none that there is."""
    user, calendar = person_of(request), england()
    try:
        day = dt.date.fromisoformat(request.GET.get("week", ""))
        return week(user, day, by_chair=by_chair, calendar=calendar)
    except (ValueError, OverflowError, OutsideCalendar):
        return week(user, today(), by_chair=by_chair, calendar=calendar)


@needs(Permission.READ_DIARY, reads=ReadKind.LISTED)
@require_safe
def own_feed(request: HttpRequest) -> HttpResponse:
    """Whether one's diary has an address for calendars. A new one is shown this once."""
    secret = request.session.pop(SHOWN_ONCE, "")
    address = request.build_absolute_uri(reverse("diary_feed", args=[secret])) if secret else ""
    values = {"feed": feed_of(person_of(request)), "address": address}
    return render(request, "conferences/scheduling/feed.html", values)


@needs(Permission.READ_DIARY, reads=ReadKind.LISTED)
@require_POST
def own_feed_make(request: HttpRequest) -> HttpResponse:
    """Make a new address; an earlier one ends."""
    request.session[SHOWN_ONCE] = operations.make_feed(by=person_of(request), at=now())
    return redirect("own_diary_feed")


@needs(Permission.READ_DIARY, reads=ReadKind.LISTED)
@require_POST
def own_feed_end(request: HttpRequest) -> HttpResponse:
    """End one's address at once."""
    operations.end_feed(by=person_of(request), at=now())
    messages.success(request, "The address no longer works.")
    return redirect("own_diary_feed")


@public("A calendar cannot sign in: the secret in the address is the key, and opens numbers and times only.")
@require_safe
def diary_feed(request: HttpRequest, secret: str) -> HttpResponse:
    """The diary behind a secret; 404 for every other."""
    meetings = meetings_of_feed(secret, today())
    if meetings is None:
        raise Http404
    file = diary_file(meetings, slots_of_feed(secret, today()), at=now(), is_feed=True)
    return HttpResponse(file, content_type="text/calendar; charset=utf-8")
