"""An agency gives its report by the link and the code of its letter, without an account.

Each answer carries the code anew, so nothing is kept of a session and none can end while somebody types. The
page names no child and nobody of the family, and never shows what was sent.
"""

from __future__ import annotations

import re
from uuid import uuid4

from allauth.core.internal import ratelimit
from django.http import HttpRequest, HttpResponse, JsonResponse, QueryDict
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from conferences.forms.invitations_links import SAVE, SEND, GivingReportForm, typed_of
from conferences.operations import invitations_giving as operations
from conferences.queries.recording import scale_on
from conferences.rules.feedback import code_of
from conferences.views.presenters import invitations_links as present
from safeguarding.access import public
from safeguarding.clock import day_of, now, today
from safeguarding.pages.drafts import ONLY, turn_of

REASON = "Somebody of an agency has no account: the link and the code of their letter are the key."
METHODS = ["GET", "HEAD", "POST"]
FRAME = "conferences/invitations/"
TOO_MANY = 429


@public(REASON)
@never_cache
@require_http_methods(METHODS)
def report_give(request: HttpRequest, secret: str) -> HttpResponse:
    """The page of a link. One that is taken no more, and one that never was, are answered alike."""
    if request.method != "POST":
        return _code_page(request) if operations.is_taken(secret, today()) else _gone(request)
    by_itself = ONLY in request.POST
    try:
        if not operations.is_right(secret, request.POST.get("code", ""), now()):
            return _wrong_meanwhile(request) if by_itself else _wrong(request)
        if by_itself:
            return _keep(request, secret)
        return _answer(request, secret, request.POST.get("act", ""))
    except operations.Closed:
        return _gone_meanwhile() if by_itself else _gone(request)


@public(REASON)
@require_safe
def report_sent(request: HttpRequest) -> HttpResponse:
    """That it was sent. The page is the same for everybody, and knows of nothing."""
    return render(request, f"{FRAME}give_sent.html")


def _keep(request: HttpRequest, secret: str) -> HttpResponse:
    """What the page saved by itself while somebody types."""
    at, window = now(), _window(request)
    saved = operations.save_draft(secret, typed_of(request.POST), window, at, by_itself=True)
    told = present.kept_values(saved, operations.opened(secret, day_of(at)).mark, at)
    return JsonResponse(told, status=present.KEPT_STATUS[saved])


def _window(request: HttpRequest) -> operations.Window:
    """What the page carries; a page that carries no sign of its own gets one."""
    posted = request.POST
    version, page = posted.get("version", ""), posted.get("page", "")
    known = int(version) if version.isdecimal() and len(version) < 4 else 0
    sign = page if re.fullmatch("[0-9a-f]{32}", page) else uuid4().hex
    mark = posted.get("mark", "")
    return operations.Window(page=sign, mark=mark, version=known, turn=turn_of(request))


def _answer(request: HttpRequest, secret: str, act: str) -> HttpResponse:
    found, typed, saved = operations.opened(secret, today()), typed_of(request.POST), None
    data = request.POST if act in (SAVE, SEND) else _put_back(found)
    form, window = _form(data, found), _window(request)
    if act == SEND and form.attempt(lambda: bool(operations.give_report(secret, form.given, window, now()))):
        return redirect("report_sent")
    if act in (SAVE, SEND):
        saved = operations.save_draft(secret, typed, window, now())
    stands = operations.opened(secret, today())
    form.data = _carrying(data, request.POST.get("code", ""), stands)
    page = present.giving_page(stands, form, act=act, saved=saved, typed=typed)
    status = 409 if saved is operations.Saved.CLASH else 200
    return render(request, f"{FRAME}give.html", {"form": form, "page": page}, status=status)


def _form(data: QueryDict, found: operations.Opened) -> GivingReportForm:
    return GivingReportForm(data, is_correction=bool(found.version), scale=scale_on(today()))


def _put_back(found: operations.Opened) -> QueryDict:
    data = QueryDict(mutable=True)
    data.update(found.draft)
    return data


def _carrying(data: QueryDict, code: str, found: operations.Opened) -> QueryDict:
    """What is shown, with what the next answer carries: each page that is shown counts its turns anew."""
    shown = data.copy()
    shown["page"] = uuid4().hex
    shown["code"], shown["mark"], shown["version"] = code_of(code), found.mark, str(found.version)
    return shown


def _code_page(request: HttpRequest, problem: str = "", status: int = 200) -> HttpResponse:
    values = {"problem": problem, "typed": present.texts_typed(request.POST)}
    return render(request, f"{FRAME}give_code.html", values, status=status)


def _wrong(request: HttpRequest) -> HttpResponse:
    """The code is wrong. Wrong ones are counted on the link, and of everybody together."""
    may = _may_try(request)
    return _code_page(request, present.WRONG if may else present.MANY, 404 if may else TOO_MANY)


def _may_try(request: HttpRequest) -> bool:
    """Whether few enough wrong codes came of everybody together, this one counted."""
    found = ratelimit.consume(
        request, app="allauth.account", action="report_wrong_code", key="unit", limit_get=True
    )
    return bool(found)


def _wrong_meanwhile(request: HttpRequest) -> HttpResponse:
    """To a page that saves by itself with a code that is wrong, or was replaced: it saves no more."""
    return _gone_meanwhile(404 if _may_try(request) else TOO_MANY)


def _gone_meanwhile(status: int = 404) -> HttpResponse:
    """To a page that saves by itself: the words stay on it."""
    return JsonResponse({"say": present.GONE_MEANWHILE}, status=status)


def _gone(request: HttpRequest) -> HttpResponse:
    """One page for what ended, was called off and never was; what somebody had typed is given back."""
    values = {"typed": present.texts_typed(request.POST)}
    return render(request, f"{FRAME}give_gone.html", values, status=404)
