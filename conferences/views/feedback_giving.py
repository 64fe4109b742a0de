"""Feedback is given by the code of a slip: without signing in, and without leaving a trace of who or when."""

from __future__ import annotations

from allauth.core.internal import ratelimit
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from conferences.forms.feedback import EASY, USUAL, GivingForm
from conferences.operations import feedback_giving as operations
from conferences.queries.feedback_texts import languages_offered
from conferences.rules.feedback import Giver, Wave, code_of
from conferences.views.presenters.feedback_form import Look, form_page, look_for
from safeguarding.access import public
from safeguarding.clock import today

REASON = "Whoever got a slip answers without an account: the code on it is the key, and opens an empty form."
METHODS = ["GET", "HEAD", "POST"]
FRAME = "conferences/feedback/"
TOO_MANY = 429


@public(REASON)
@require_http_methods(METHODS)
def feedback_code(request: HttpRequest) -> HttpResponse:
    """The short address, where the code of a slip is typed."""
    look, typed = _look(request), code_of(request.POST.get("code", ""))
    if typed and operations.code_open(typed, today()):
        return redirect(f"{reverse('feedback_form', args=[typed])}?{look.query}")
    if request.method == "POST":
        return _wrong_code(request, look)
    return render(request, f"{FRAME}code.html", {"look": look, "typed": "", "problem": ""})


@public(REASON)
@require_http_methods(METHODS)
def feedback_form(request: HttpRequest, code: str) -> HttpResponse:
    """The form of a slip; what is sent is kept without the code, the day and who sent it."""
    slip = operations.code_open(code, today())
    if slip is None:
        return _wrong_code(request, _look(request), words=request.POST.get("words", ""))
    giver, wave = Giver(slip.giver), Wave(slip.wave)
    look = _look(request, EASY if giver is Giver.CHILD else USUAL)
    sent = request.POST if request.method == "POST" else None
    form = GivingForm(sent, giver=giver, texts=look.language.texts)
    if form.attempt(lambda: operations.give_back(code=code, given=form.given, on=today()) or True):
        return _to_thanks(look)
    page = form_page(look, giver, wave, form)
    return render(request, f"{FRAME}form.html", {"page": page, "look": look})


@public(REASON)
@require_safe
def feedback_thanks(request: HttpRequest) -> HttpResponse:
    """That it was sent. The page is the same for everybody, and knows of nothing."""
    return render(request, f"{FRAME}thanks.html", {"look": _look(request)})


def _look(request: HttpRequest, usual: str = USUAL) -> Look:
    return look_for(languages_offered(), request.GET.get("l", ""), request.GET.get("s", ""), usual)


def _to_thanks(look: Look) -> HttpResponse:
    return redirect(f"{reverse('feedback_thanks')}?{look.query}")


def _wrong_code(request: HttpRequest, look: Look, words: str = "") -> HttpResponse:
    """The page of the code with what is wrong. Wrong ones are counted, for the unit and not by address, so
    that a right one leaves no time anywhere.
    """
    may = ratelimit.consume(
        request, app="allauth.account", action="feedback_wrong_code", key="unit", limit_get=True
    )
    values = {"look": look, "typed": request.POST.get("code", "")[:40], "words": words}
    values["problem"] = look.text("code.wrong" if may else "code.many")
    return render(request, f"{FRAME}code.html", values, status=404 if may else TOO_MANY)
