"""Every address names the right it needs, or the reason why it is public."""

import pytest
from django.http import HttpResponse
from django.test import RequestFactory
from django.urls import URLPattern, URLResolver, get_resolver

from safeguarding.access import public
from safeguarding.access.views import policy_of
from safeguarding.pages.middleware import PolicyMiddleware, ViewWithoutPolicy


def patterns(resolver: URLResolver | None = None) -> list[URLPattern]:
    """Every pattern of the site, however deep."""
    found: list[URLPattern] = []
    for entry in (resolver or get_resolver()).url_patterns:
        found += patterns(entry) if isinstance(entry, URLResolver) else [entry]
    return found


def without_policy() -> list[str]:
    return [str(p.pattern) for p in patterns() if policy_of(p.callback) is None]


def test_every_address_has_a_policy() -> None:
    assert without_policy() == [], (
        "Give this view @needs(Permission...) from safeguarding.access; or @signed_in(...) or @public(...), "
        "with the reason why it asks for no right."
    )


def test_what_is_public_says_why() -> None:
    policies = [policy_of(p.callback) for p in patterns()]
    wrong = [p for p in policies if p and not (p.permission or p.public.strip() or p.signed_in.strip())]
    assert wrong == [], "Say in @public(...) or @signed_in(...) why this view asks for no right."


def test_a_view_without_a_policy_is_not_served() -> None:
    gate = PolicyMiddleware(lambda request: HttpResponse())
    with pytest.raises(ViewWithoutPolicy):
        gate.process_view(RequestFactory().get("/"), lambda request: HttpResponse(), (), {})


def test_a_public_view_is_served() -> None:
    gate = PolicyMiddleware(lambda request: HttpResponse())
    view = public("a test")(lambda request: HttpResponse())
    assert gate.process_view(RequestFactory().get("/"), view, (), {}) is None


def test_every_address_has_a_name() -> None:
    wrong = [str(p.pattern) for p in patterns() if not p.name]
    assert wrong == [], "Give this address a name: path(..., name='...')."
