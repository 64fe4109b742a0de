"""The forms by which a child comes into an open request, and leaves one that others stay in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms

from conferences.forms.requests import RequestForm
from conferences.models import RequestedChild
from conferences.operations.requests import ChildAsk
from safeguarding.pagekit.drafts import KeepsDraft
from safeguarding.pagekit.layout import Button, Buttons, CancelLink, GovField, Helper, Words
from safeguarding.pagekit.texts import words_field


class AddChildForm(RequestForm):
    """Which child of the family comes into the request, for what, and why now."""

    draft_title = "A child put into a request"
    # Not asked here: the request has them.
    form_key = None  # type: ignore[assignment]
    interim_safety = None  # type: ignore[assignment]

    children = forms.MultipleChoiceField(
        label="Which child?",
        help_text="One child at a time. Each has their own decision and their own day",
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    reason = words_field("Why does this child come into it?", subject="Reason", longest=2000)

    def _layout(self, none: Sequence[str], back: str) -> Helper:
        return Helper(
            GovField("children", label_size="m", option_hints=self._hints(), reveal=self._reveals()),
            *(Words(sentence, "inset") for sentence in none),
            GovField("reason", label_size="m"),
            Buttons(Button("Check what follows"), CancelLink(back)),
        )

    @property
    def ask(self) -> ChildAsk | None:
        """The child as the operation wants it, None where none or several were chosen."""
        asks = self.asks()
        return asks[0] if len(asks) == 1 else None


class TakeOutForm(KeepsDraft):
    """Which child leaves the request, and why."""

    draft_title = "A child taken out of a request"

    child = forms.ChoiceField(label="Which child?", widget=forms.RadioSelect, required=False)
    reason = words_field("Why?", subject="Reason", longest=2000)

    def __init__(self, *args: Any, asked: Sequence[RequestedChild], back: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.by_ref = {str(one.child.ref): one for one in asked}
        names = [(ref, one.child.display_name) for ref, one in self.by_ref.items()]
        self.fields["child"].choices = names  # type: ignore[attr-defined]
        self.helper = Helper(
            GovField("child", label_size="m"),
            GovField("reason", label_size="m"),
            Buttons(Button("Check what follows"), CancelLink(back)),
        )

    @property
    def given(self) -> dict[str, Any]:
        answers = self.answers
        return {"asked": self.by_ref.get(answers["child"]), "reason": answers["reason"]}
