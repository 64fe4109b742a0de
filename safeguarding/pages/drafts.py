"""Drafts for a view: the data of its form, sent now or put back, and who saved meanwhile.

The middleware (safeguarding.pages.drafts_middleware) has kept what was sent before the view runs.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any, TypeVar

from django.http import HttpRequest
from django.urls import ResolverMatch

from safeguarding.access import person_of
from safeguarding.clock import now
from safeguarding.drafts.queries import drafts_at
from safeguarding.drafts.sheets import Place, Sheet, unseal
from safeguarding.pagekit.drafts import Opened
from safeguarding.pagekit.typed import Typed
from safeguarding.versions import StaleVersion

V = TypeVar("V", bound=Callable[..., Any])

# The hidden fields of a form that keeps drafts, and the button (or the script) that only keeps.
SEAL, TURN, ONLY = "draft", "draft-turn", "draft-only"
BUTTON, SCRIPT = "button", "script"


def shows_saves(standing: Callable[..., StaleVersion | None]) -> Callable[[V], V]:
    """The view's form is written by several people: while one writes, the page tells who saved meanwhile.

    `standing(user, **parts of the address)` reads in scope what stands now; Http404 and None tell nothing.
    """

    def mark(view: V) -> V:
        view.standing = standing  # type: ignore[attr-defined]
        return view

    return mark


def typed(request: HttpRequest, form: str = "", *, governing: bool = False) -> Typed | None:
    """The data of the page's form: what was sent, or a draft put back, or None for a form not begun.

    `form` names the address the form is sent to where that is not the page's own; `governing` is for pages
    about who may see a child. Ask for it once the subject is read in scope.
    """
    match, user, at = request.resolver_match, person_of(request), now()
    assert match is not None
    place = place_of(match, form)
    new = Sheet(user.pk, place, at, is_governing=governing)
    if request.method == "POST":
        posted = sheet_of(request, place)
        sheet = posted if posted and posted.owner == user.pk else new
        request.opened = Opened(sheet, turn_of(request))  # type: ignore[attr-defined]
        return Typed.of(request.POST.lists(), sheet=sheet, at=at)
    drafts = drafts_at(user, place)
    shown = tuple(draft.sheet for draft in drafts)
    sheet = replace(new, put_back=shown[0] if shown else None, shown=shown)
    request.opened = Opened(sheet, 0, drafts)  # type: ignore[attr-defined]
    return Typed.of(drafts[0].fields.items(), sheet=sheet, at=at, put_back=True) if drafts else None


def place_of(match: ResolverMatch, form: str = "") -> Place:
    """The address as a place, or that of another `form` about the same subject."""
    return Place(form or match.url_name or "", "/".join(str(part) for part in match.kwargs.values()))


def turn_of(request: HttpRequest) -> int:
    """How often the page had sent its words by itself; 0 for anything else than a number."""
    sent = request.POST.get(TURN, "")
    return int(sent) if sent.isascii() and sent.isdigit() and len(sent) < 9 else 0


def sheet_of(request: HttpRequest, place: Place) -> Sheet | None:
    """The sheet whose seal was sent; None without one, and for one of another form or subject."""
    sheet = unseal(request.POST.get(SEAL, ""))
    return sheet if sheet and sheet.place == place else None
