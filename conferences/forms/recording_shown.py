"""What the forms of a record share: the version they were opened at, and both texts in a clash."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from django import forms
from django.http import QueryDict
from django.template.defaultfilters import linebreaksbr

from conferences.operations.recording import StaleVersion
from safeguarding.pagekit.layout import GovField, Side, Words
from safeguarding.pagekit.refusals import Refusable
from safeguarding.refusals import Refused
from safeguarding.wording import uk_time


class VersionedForm(Refusable):
    """A part of a record opened at a version. A clash shows what somebody else saved above one's own."""

    version = forms.IntegerField(
        widget=forms.HiddenInput,
        error_messages=dict.fromkeys(("required", "invalid"), "Open this page again"),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.theirs: dict[str, Any] = {}
        self.saved = ""

    def take(self, refusal: Refused, besides: Collection[str] = ()) -> None:
        if not isinstance(refusal, StaleVersion):
            super().take(refusal, besides)
        elif "version" not in besides:
            self.clash(refusal)

    def clash(self, stale: StaleVersion) -> None:
        """Show both texts. Sending the form again saves it over what is now shown."""
        self.saved = f"Saved by {stale.saved_by.full_name} at {uk_time(stale.saved_at)}"
        mine = self.cleaned_data
        self.theirs = {name: text for name, text in stale.theirs.items() if mine.get(name, "") != text}
        assert isinstance(self.data, QueryDict)  # A clash is of something that was sent.
        sent = self.data.copy()
        sent["version"] = str(stale.version)
        self.data = sent
        self.add_error(None, stale.sentence)

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
        known = dict(getattr(self.fields[name], "choices", ()))
        return linebreaksbr(str(known.get(code, code)) or "Nothing was entered here.")

    def beside(self, names: Sequence[str], **options: Any) -> list[Any]:
        """Boxes side by side; in a clash one under another, so that both texts of each stand together."""
        if self.theirs:
            return [part for name in names for part in self.shown(name, **options)]
        return [Side(*(GovField(name, **options) for name in names))]
