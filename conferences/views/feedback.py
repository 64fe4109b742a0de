"""Feedback in the unit: what came back and is told, slips printed and handed out, words read, languages."""

from __future__ import annotations

import datetime as dt
import uuid

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from conferences.forms.feedback import ChangeOfferForm, NewLanguageForm, OfferForm, ReadForm, SlipsForm
from conferences.operations import feedback as operations
from conferences.queries import feedback as queries
from conferences.queries.feedback import Stream
from conferences.queries.feedback_texts import english, languages, languages_offered
from conferences.queries.learning import heard
from conferences.queries.learning_names import names_found
from conferences.rules.feedback import Giver, Pool, Wave
from conferences.views.presenters import feedback as present
from conferences.views.presenters.feedback_form import Look, sheet
from conferences.views.presenters.learning import heard_table
from safeguarding.access import Permission, can, needs, person_of
from safeguarding.clock import now, today
from safeguarding.policy.values import whole
from safeguarding.wording import joined
from safeguarding.workingdays import add_days

METHODS = ["GET", "HEAD", "POST"]
FORM = "conferences/life_events/form.html"
NAME = "Feedback after conferences"
RECORDED = "What was handed out is recorded."
SENT_TWICE = (
    "You recorded the same number a moment ago, so it counts once. If these were other people, change the"
    " number below."
)


@needs(Permission.READ_LEARNING)
@require_safe
def feedback(request: HttpRequest) -> HttpResponse:
    """What came back, by kind of giver and time of asking, and where the rest of it is done."""
    user, on = person_of(request), today()
    limits = {"smallest": whole(queries.SMALLEST, on), "months": whole("FEEDBACK_WORDS_MONTHS", on)}
    values = {
        "table": present.streams_table(queries.all_pools(on), queries.offered_now(on)),
        "prints": can(user, Permission.PRINT_SLIPS),
        "hands_out": can(user, Permission.WRITE_RECORD),
        "keeps": can(user, Permission.KEEP_LEARNING),
        **limits,
    }
    return render(request, "conferences/feedback/overview.html", values)


@needs(Permission.READ_LEARNING)
@require_safe
def feedback_group(request: HttpRequest, giver: str, wave: str) -> HttpResponse:
    """One group: the answers, words and themes of some months that are over."""
    stream = _stream(giver, wave)
    several = queries.all_pools(today())[stream]
    pool = _chosen(several, request.GET.get("from", ""))
    found = queries.told_of(stream, pool) if pool else None
    texts = english().texts
    values = {
        "name": present.stream_name(stream),
        "found": found,
        "rate": present.rate(pool) if pool else "",
        "spreads": present.spread_table(stream, found, texts) if found else None,
        "themes": present.themes_table(found) if found else None,
        "nothing": present.nothing_or_few(several[-1]) if several else present.NOT_OVER,
        "pools": present.pools_table(stream, several),
        "help_c": present.HELP_C,
        "no_words": present.NO_WORDS,
        "keeps": can(person_of(request), Permission.KEEP_LEARNING),
        "heard": heard_table(heard(present.GROUPS[stream[0]].value, None), may_answer=False),
        "heard_href": present.heard_href(stream, pool) if pool else "",
    }
    return render(request, "conferences/feedback/group.html", values)


def _stream(giver: str, wave: str) -> Stream:
    try:
        return Giver(giver.upper()), Wave(wave.upper())
    except ValueError as unknown:
        raise Http404 from unknown


def _chosen(several: list[Pool], first: str) -> Pool | None:
    """The months that begin on the day of the address, else the latest that are told."""
    told = [pool for pool in several if pool.is_enough]
    asked = [pool for pool in told if pool.from_date.isoformat() == first]
    return next(iter(asked or told[-1:]), None)


# ----- Slips -----------------------------------------------------------------------------------------------


@needs(Permission.PRINT_SLIPS)
@require_http_methods(METHODS)
def feedback_slips(request: HttpRequest) -> HttpResponse:
    """A sheet of slips to print: the answer to the form is the sheet itself, for its codes are told once."""
    user, back = person_of(request), reverse("feedback")
    form = SlipsForm(request.POST or None, languages=languages_offered(), back=back)
    if codes := form.attempt(lambda: operations.print_slips(**form.told, by=user, at=now())):
        look = Look(form.language_chosen, form.answers["style"] or "usual")
        address = (
            f"{settings.SITE_URL or request.build_absolute_uri('/').rstrip('/')}{reverse('feedback_code')}"
        )
        page = sheet(look, codes, address, answer_from(form, today()))
        return render(request, "conferences/feedback/sheet.html", {"sheet": page, "look": look})
    return render(request, FORM, {"form": form, "back": back, "heading": "Print slips", "name": NAME})


def answer_from(form: SlipsForm, on: dt.date) -> dt.date | None:
    """From when a second slip is answered, as it is printed; None for a first one, and without a day."""
    held = form.answers["held"]
    if not held or form.told["wave"] is not Wave.LATER:
        return None
    return add_days(held, whole("FEEDBACK_LATER_DAYS", on))


@needs(Permission.WRITE_RECORD)
@require_http_methods(METHODS)
def feedback_offered(request: HttpRequest) -> HttpResponse:
    """Record how many slips were handed out, and what is recorded in this quarter."""
    user = person_of(request)
    form = OfferForm(request.POST or None, back=reverse("feedback"))
    at = now()
    if made := form.attempt(lambda: operations.record_offer(**form.told, by=user, at=at)):
        is_new = made.recorded_at == at
        say, words = (messages.success, RECORDED) if is_new else (messages.info, SENT_TWICE)
        say(request, words)
        return redirect("feedback_offered")
    values = {"form": form, "table": present.offers_table(queries.offers_of(today()))}
    return render(request, "conferences/feedback/offered.html", values)


@needs(Permission.WRITE_RECORD)
@require_http_methods(METHODS)
def feedback_offer_change(request: HttpRequest, pk: int) -> HttpResponse:
    """How many were really handed out."""
    user, back = person_of(request), reverse("feedback_offered")
    offer = queries.offer_of(pk)
    form = ChangeOfferForm(request.POST or None, initial={"number": offer.number}, back=back)
    act = operations.change_offer
    if form.attempt(lambda: act(offer=offer, number=form.answers["number"], by=user, at=now())):
        messages.success(request, "It is saved.")
        return redirect(back)
    values = {"form": form, "back": back, "heading": present.offer_name(offer), "name": NAME}
    return render(request, FORM, values)


# ----- Words -----------------------------------------------------------------------------------------------


@needs(Permission.KEEP_LEARNING)
@require_safe
def feedback_words(request: HttpRequest) -> HttpResponse:
    """Words that wait for a reader, and those that were read."""
    found = queries.readable(today())
    values = {
        "to_read": present.words_table([one for one in found if not present.read_as(one)], is_read=False),
        "read": present.words_table([one for one in found if present.read_as(one)], is_read=True),
    }
    return render(request, "conferences/feedback/words.html", values)


@needs(Permission.KEEP_LEARNING)
@require_http_methods(METHODS)
def feedback_read(request: HttpRequest, ref: uuid.UUID) -> HttpResponse:
    """Read some words: cover what tells who, say what they are about, and whether they are shown."""
    user, back = person_of(request), reverse("feedback_words")
    answer = next((one for one in queries.readable(today()) if one.pk == ref), None)
    if answer is None:
        raise Http404
    found, held = names_found(user, answer.words).at_all, queries.reading_of(answer)
    before = queries.reading_before(held, found)
    form = ReadForm(request.POST or None, initial=before | {"seen": operations.seen_of(held)}, back=back)
    if form.attempt(lambda: operations.read_words(answer=answer, **form.told, by=user, at=now())):
        messages.success(request, "It is saved.")
        return redirect(back)
    values = {
        "form": form,
        "words": answer.words,
        "names": joined([f"“{one}”" for one in found]),
    }
    return render(request, "conferences/feedback/read.html", values)


# ----- Languages -------------------------------------------------------------------------------------------


@needs(Permission.KEEP_LEARNING)
@require_safe
def feedback_languages(request: HttpRequest) -> HttpResponse:
    """The languages of the forms, and who checked each."""
    form = NewLanguageForm(request.GET or None)
    if form.is_bound and (code := form.answers["code"] if form.is_valid() else "").isalpha():
        return redirect("feedback_language", code=code.lower())
    table = present.languages_table(languages(), english().code)
    return render(request, "conferences/feedback/languages.html", {"table": table, "form": form})
