"""What a process reads of the database and keeps for a short time: of settings that every page asks for."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic
from typing import Generic, TypeVar

from django.apps import apps

T = TypeVar("T")
KEPT_SECONDS = 10


class Kept(Generic[T]):
    """What `read` gave last; `before` where there is no application yet, and so no database to ask."""

    def __init__(self, read: Callable[[], T], before: T) -> None:
        self.read, self.value = read, before
        self.until: float | None = None

    def now(self) -> T:
        """Read anew where that was too long ago."""
        if apps.ready and (self.until is None or monotonic() > self.until):
            self.keep(self.read(), KEPT_SECONDS)
        return self.value

    def keep(self, value: T, seconds: float) -> None:
        self.value, self.until = value, monotonic() + seconds

    def forget(self) -> None:
        self.until = None
