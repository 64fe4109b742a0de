"""What the forms of a record share: the version they were opened at."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from django import forms
from django.http import QueryDict

from safeguarding.pagekit.joining import JoinsTexts
from safeguarding.refusals import Refused
from safeguarding.versions import StaleVersion, join_untouched


class VersionedForm(JoinsTexts):
    """A part of a record opened at a version. A clash shows what somebody else saved above one's own."""

    version = forms.IntegerField(widget=forms.HiddenInput)

    @property
    def opened(self) -> dict[str, Any]:
        return {"version": self.answers["version"], "seen": self.data.get("seen", "")}

    def join(self, stale: StaleVersion) -> None:
        """What this person left as it was opened is taken as the other saved it; the rest is shown twice."""
        joined, _ = join_untouched(self.data.get("seen", ""), self.answers, stale.theirs)
        taken = {name for name, text in stale.theirs.items() if self.answers.get(name) != joined.get(name)}
        super().join(stale)
        assert isinstance(self.data, QueryDict)
        for name in taken & self.theirs.keys():
            self.theirs.pop(name)
            self.data[self.add_prefix(name)] = stale.theirs[name]

    def take(self, refusal: Refused, besides: Collection[str] = ()) -> None:
        if not (isinstance(refusal, StaleVersion) and "version" in besides):
            super().take(refusal, besides)
