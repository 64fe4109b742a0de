"""The form by which the open work of somebody who leaves passes to others."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms

from safeguarding.models import User
from safeguarding.pagekit.drafts import KeepsDraft
from safeguarding.pagekit.layout import Button, Buttons, CancelLink, Helper
from safeguarding.pagekit.texts import words_field

# What is said of leaving each kind to nobody.
LATER = {
    "chair": "With nobody chosen, the meetings stay without a chair who can sign in",
    "worker": "With nobody chosen, the children stand first on the list of who manages their team",
    "duties_to": "With nobody chosen, it falls to whoever leads the work",
}


class HandoverForm(KeepsDraft):
    """To whom each kind of work passes, and why. Only the kinds of which there is some are asked."""

    draft_title = "Why open work is handed on"

    chair = forms.ChoiceField(label="Who chairs the meetings and signs the records?", required=False)
    worker = forms.ChoiceField(label="Whose are the children?", required=False)
    duties_to = forms.ChoiceField(label="Who does the rest of what is due?", required=False)
    reason = words_field("Why?", subject="Reason", longest=2000)

    def __init__(
        self, *args: Any, people: Mapping[str, Iterable[User]], button: str, back: str, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.by_ref: dict[str, User] = {}
        for name in LATER:
            self._fill(name, people.get(name))
        asked = [name for name in LATER if name in people]
        self.helper = Helper(*asked, "reason", Buttons(Button(button, kind="warning"), CancelLink(back)))

    def _fill(self, name: str, people: Iterable[User] | None) -> None:
        if people is None:
            del self.fields[name]
            return
        found = list(people)
        self.by_ref |= {str(one.ref): one for one in found}
        names = [(str(one.ref), one.full_name) for one in found]
        self.fields[name].choices = [("", "Nobody yet"), *names]  # type: ignore[attr-defined]
        self.fields[name].help_text = LATER[name]

    @property
    def given(self) -> dict[str, Any]:
        """The answers as the operation takes them; nobody for a kind that was not asked."""
        answers = self.answers
        chosen = {name: self.by_ref.get(answers.get(name, "")) for name in LATER}
        return {**chosen, "reason": answers["reason"]}
