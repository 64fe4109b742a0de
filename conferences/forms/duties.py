"""Forms of My work."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from django import forms

from conferences.queries.duties_parts import Filters
from conferences.rules.deadlines import Code
from safeguarding.labelled import choices
from safeguarding.models import User
from safeguarding.pagekit.layout import Button, Buttons, CancelLink, GovField, Helper, Side

CLEAR = "clear"


class WorkFilterForm(forms.Form):
    """To what the lists of My work are narrowed; sent by GET. What is no choice narrows nothing."""

    what = forms.ChoiceField(label="What", choices=[("", "Everything"), *choices(Code)], required=False)
    whose = forms.ChoiceField(label="Whose", required=False)
    late = forms.BooleanField(label="Only what is late", required=False)

    def __init__(self, *args: Any, people: Sequence[User], href: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        names = [(str(one.ref), one.full_name) for one in people]
        self.fields["whose"].choices = [("", "Everybody’s"), *names]  # type: ignore[attr-defined]
        self.data = {name: self.data[name] for name in self.fields if self._is_choice(name)}
        parts = ["what", "whose"] if people else ["what"]
        buttons = Buttons(
            Button("Show", kind="secondary"), CancelLink(f"{href}?{CLEAR}=1", "Show everything again")
        )
        self.helper = Helper(Side(*parts), GovField("late"), buttons, method="get", action=href)

    def _is_choice(self, name: str) -> bool:
        """Somebody who was chosen may have nothing to do any longer."""
        value = self.data.get(name)
        return bool(value) and value in dict(getattr(self.fields[name], "choices", {value: value}))

    @property
    def filters(self) -> Filters:
        return filters_of(self.data)


def filters_of(kept: Mapping[str, Any]) -> Filters:
    """The filters as they are kept between pages: plain words by the names of the form's fields."""
    whose = kept.get("whose")
    return Filters(kept.get("what") or "", UUID(whose) if whose else None, bool(kept.get("late")))
