"""One language of the forms of feedback: its words are written, and seen as they would be answered."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from conferences.forms.feedback import EASY, USUAL, LanguageForm
from conferences.operations import feedback_texts as operations
from conferences.queries.feedback_texts import Language, english, language_of
from conferences.rules.feedback import Giver, Wave
from conferences.views.presenters.feedback import language_line
from conferences.views.presenters.feedback_form import Look, form_page
from safeguarding.access import Permission, needs, person_of
from safeguarding.clock import now
from safeguarding.models import User
from safeguarding.pages.drafts import shows_saves, typed
from safeguarding.versions import StaleVersion

FORM = "conferences/life_events/form.html"


def language_now(user: User, code: str) -> StaleVersion | None:
    """The words of a language as they stand."""
    found = language_of(code)
    return operations.standing_language(found.row) if found and found.row else None


@shows_saves(language_now)
@needs(Permission.KEEP_LEARNING)
@require_http_methods(["GET", "HEAD", "POST"])
def feedback_language(request: HttpRequest, code: str) -> HttpResponse:
    """The words of a language beside the English ones, and who checked them."""
    if code == english().code:
        raise Http404
    user, back = person_of(request), reverse("feedback_languages")
    found, stands = language_of(code), language_now(person_of(request), code)
    texts = english().texts
    form = LanguageForm(
        typed(request), code=code, english=texts, back=back, initial=_before(found) | _mark(stands)
    )
    form.join_if_put_back(stands)
    if form.attempt(lambda: operations.tell_language(**form.told, by=user, at=now())):
        messages.success(request, "The words are saved.")
        return redirect(back)
    heading = found.name if found else "A new language"
    values = {"form": form, "back": back, "heading": heading, "name": "Languages of the forms"}
    return render(request, FORM, values, status=form.status)


def _before(found: Language | None) -> dict[str, object]:
    if found is None:
        return {}
    row = found.row
    checked = {"checked_by": row.checked_by, "checked_date": row.checked_date} if row else {}
    own = {"name": found.name, "own_name": found.own_name, "is_rtl": found.is_rtl}
    return {**found.texts, **own, **checked}


def _mark(stands: StaleVersion | None) -> dict[str, str]:
    return {"seen": stands.seen if stands else ""}


@needs(Permission.KEEP_LEARNING)
@require_safe
def feedback_language_seen(request: HttpRequest, code: str) -> HttpResponse:
    """A form as it is answered in a language, whether it is offered or not; nothing is sent from here."""
    found = language_of(code)
    if found is None or not found.is_whole:
        raise Http404
    asked = request.GET.get("of", "")
    giver = Giver(asked) if asked in list(Giver) else Giver.PARENT
    look = Look(found, EASY if giver is Giver.CHILD else USUAL)
    values = {
        "page": form_page(look, giver, Wave.SOON),
        "look": look,
        "seen_only": language_line(found),
        "givers": [(one.value, one.label) for one in Giver],
    }
    return render(request, "conferences/feedback/form.html", values)
