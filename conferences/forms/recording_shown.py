"""What the forms of a record share: the version they were opened at."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from django import forms

from safeguarding.pagekit.joining import JoinsTexts
from safeguarding.refusals import Refused
from safeguarding.versions import StaleVersion


class VersionedForm(JoinsTexts):
    """A part of a record opened at a version. A clash shows what somebody else saved above one's own."""

    version = forms.IntegerField(widget=forms.HiddenInput)

    @property
    def opened(self) -> dict[str, Any]:
        return {"version": self.answers["version"], "seen": self.data.get("seen", "")}

    def take(self, refusal: Refused, besides: Collection[str] = ()) -> None:
        if not (isinstance(refusal, StaleVersion) and "version" in besides):
            super().take(refusal, besides)
