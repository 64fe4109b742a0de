"""What a person typed into a form: sent just now, or put back from a draft and not sent."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, MutableMapping
from typing import Any, Self

from django.http import QueryDict

from safeguarding.drafts.sheets import Sheet


class Typed(QueryDict):
    """What a person typed into a form: sent just now at `at`, or `put_back` from a draft."""

    put_back = False
    sheet: Sheet | None = None
    at: dt.datetime | None = None

    @classmethod
    def of(
        cls, fields: Iterable[tuple[str, list[str]]], *, sheet: Sheet, at: dt.datetime, put_back: bool = False
    ) -> Self:
        """`fields` are (name, values) pairs."""
        made = cls("", mutable=True)
        for name, values in fields:
            made.setlist(name, list(values))
        made.sheet, made.at, made.put_back = sheet, at, put_back
        return made

    def __deepcopy__(self, memo: MutableMapping[int, Any]) -> Self:
        copied: Self = super().__deepcopy__(memo)
        copied.sheet, copied.at, copied.put_back = self.sheet, self.at, self.put_back
        return copied


def is_put_back(data: object) -> bool:
    """Whether this is a draft shown again, which the person has not sent."""
    return isinstance(data, Typed) and data.put_back
