"""The form of leave."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms

from safeguarding.models import User
from safeguarding.pagekit.dates import DateField
from safeguarding.pagekit.layout import Button, Buttons, CancelLink, Helper
from safeguarding.pagekit.refusals import Refusable


class LeaveForm(Refusable):
    """From when to when somebody is away, and who stands in."""

    first_date = DateField(label="First day of the leave", required=False)
    last_date = DateField(label="Last day of the leave", required=False)
    deputy = forms.ChoiceField(label="Who stands in?", required=False)

    def __init__(self, *args: Any, people: Sequence[User], back: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.by_ref = {str(one.ref): one for one in people}
        names = [(ref, one.full_name) for ref, one in self.by_ref.items()]
        self.fields["deputy"].choices = [("", "Choose a person"), *names]  # type: ignore[attr-defined]
        self.helper = Helper(
            "first_date", "last_date", "deputy", Buttons(Button("Save the leave"), CancelLink(back))
        )

    @property
    def given(self) -> dict[str, Any]:
        return self.answers | {"deputy": self.by_ref.get(self.answers["deputy"])}
