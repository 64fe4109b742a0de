"""Forms of what several people may write: who was slower sees both texts, and joins them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Sequence
from typing import Any

from django.http import QueryDict
from django.template.defaultfilters import linebreaksbr

from safeguarding.pagekit.carrying import CarriedText
from safeguarding.pagekit.drafts import KeepsDraft
from safeguarding.pagekit.layout import GovField, Side, Words
from safeguarding.pagekit.typed import is_put_back
from safeguarding.refusals import CONFLICT, Refused
from safeguarding.versions import StaleVersion
from safeguarding.wording import joined, uk_date, uk_moment


class JoinsTexts(KeepsDraft):
    """A form that is opened with a mark of what stood there (`seen`). A clash shows what somebody else saved
    above one's own; sending the form again saves it over what is then shown.
    """

    seen = CarriedText()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.theirs: dict[str, Any] = {}
        self.saved = ""
        # The mark that a form had which is older than what stands; "" where it is of what stands.
        self.older = ""

    @property
    def opened(self) -> dict[str, Any]:
        """What the form was opened with, for the operation. A page that bore no mark tells None."""
        return {"seen": self.data.get("seen")}

    @property
    def status(self) -> int:
        """Of the answer that shows this form: 409 where somebody else saved first."""
        return CONFLICT if self.saved and not is_put_back(self.data) else 200

    def take(self, refusal: Refused, besides: Collection[str] = ()) -> None:
        if isinstance(refusal, StaleVersion):
            self.join(refusal)
        else:
            super().take(refusal, besides)

    def join(self, stale: StaleVersion) -> None:
        """Show both texts, of the fields in which they differ."""
        self.saved = f"Saved by {stale.saved_by.full_name}, {uk_moment(stale.saved_at)}"
        mine = self.answers
        self.theirs = {
            name: text
            for name, text in stale.theirs.items()
            if _in_order(mine.get(name, "")) != _in_order(text)
        }
        assert isinstance(self.data, QueryDict)  # A clash is of something that was typed.
        typed = self.data.copy()
        self.older = str(typed.get("seen") or "")
        typed["seen"] = stale.seen
        if stale.version is not None:
            typed["version"] = str(stale.version)
        self.data = typed
        # A draft that was put back complains of nothing, but of this.
        self.quiet = False
        self.add_error(None, stale.sentence)

    def join_if_put_back(self, stale: StaleVersion | None) -> None:
        """The same for a draft that is older than what was saved since."""
        if stale is not None and is_put_back(self.data) and self.data.get("seen") != stale.seen:
            _ = self.errors  # Cleans what was typed.
            self.join(stale)

    def shown(self, name: str, **options: Any) -> list[Any]:
        """The field's box, with the other text above it where there is one."""
        box = GovField(name, **options)
        if name not in self.theirs:
            return [box]
        return [
            Words(f"{self.saved}: {self.fields[name].label}", "hint"),
            Words(self._words(name), "inset"),
            box,
        ]

    def _words(self, name: str) -> str:
        code = self.theirs[name]
        if isinstance(code, dt.date):
            return uk_date(code)
        known = dict(getattr(self.fields[name], "choices", ()))
        if isinstance(code, list):
            return joined([str(known.get(one, one)) for one in code]) or "Nothing was selected here."
        return linebreaksbr(str(known.get(code, code) or "") or "Nothing was written here.")

    def side_by_side(self, names: Sequence[str], **options: Any) -> list[Any]:
        """Boxes side by side; in a clash one under another, so that both texts of each stand together."""
        if self.theirs:
            return [part for name in names for part in self.shown(name, **options)]
        return [Side(*(GovField(name, **options) for name in names))]


def _in_order(value: Any) -> Any:
    """Of several codes it does not matter in which order they were selected."""
    return sorted(value) if isinstance(value, list | tuple) else value
