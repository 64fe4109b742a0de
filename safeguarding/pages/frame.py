"""Pages of the frame itself: the council's colour as a style sheet, and the accessibility statement."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from safeguarding.access import public


@public("The sign-in page wears the council's colour too.")
@require_safe
@cache_control(public=True, max_age=365 * 24 * 60 * 60, immutable=True)
def brand(request: HttpRequest) -> HttpResponse:
    """The one variable that makes the service this council's; its address carries the colour, for caches."""
    css = f":root{{--govuk-brand-colour:{settings.COUNCIL_COLOUR}}}\n"
    return HttpResponse(css, content_type="text/css; charset=utf-8")


@public("The law asks that everyone can read it.")
@require_safe
def accessibility(request: HttpRequest) -> HttpResponse:
    """The accessibility statement."""
    return render(request, "safeguarding/accessibility.html", {"contact": settings.ACCESSIBILITY_CONTACT})
