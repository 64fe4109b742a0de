"""What every view must say of itself: which right it needs, or why everybody may see it.

Middleware refuses a view that says nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest

from safeguarding.models import ReadKind, User
from safeguarding.rights import Permission

V = TypeVar("V", bound=Callable[..., Any])


@dataclass(frozen=True)
class Policy:
    """A view's policy: a permission, or the reason why it is public or open to everybody signed in."""

    permission: Permission | None = None
    public: str = ""
    signed_in: str = ""
    reads: str = ReadKind.OPENED


def _marks(policy: Policy) -> Callable[[V], V]:
    def mark(view: V) -> V:
        view.policy = policy  # type: ignore[attr-defined]
        return view

    return mark


def needs(permission: Permission, *, reads: str = ReadKind.OPENED) -> Callable[[V], V]:
    """The view is for those whose role holds the permission; `reads` says how the log names it."""
    return _marks(Policy(permission=permission, reads=reads))


def public(reason: str) -> Callable[[V], V]:
    """The view is for everybody, signed in or not, for the reason given."""
    return _marks(Policy(public=reason))


def signed_in(reason: str, *, reads: str = ReadKind.OPENED) -> Callable[[V], V]:
    """The view is for everybody who is signed in, for the reason given; `reads` as in needs()."""
    return _marks(Policy(signed_in=reason, reads=reads))


def person_of(request: HttpRequest) -> User:
    """Who asks, typed: for views that the middleware opens only to somebody signed in."""
    if isinstance(request.user, User):
        return request.user
    raise PermissionDenied


def policy_of(view: Callable[..., Any]) -> Policy | None:
    """The policy a view names, on itself or on its class; a library's view has its line in
    settings.VIEW_POLICIES.
    """
    policy = getattr(view, "policy", None) or getattr(getattr(view, "view_class", None), "policy", None)
    return policy or settings.VIEW_POLICIES.get(f"{view.__module__}.{view.__qualname__}")
