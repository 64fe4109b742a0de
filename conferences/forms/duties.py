"""Forms of My work."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping, Sequence
from typing import Any
from uuid import UUID

from django import forms

from conferences.queries.duties_parts import Filters
from conferences.rules.deadlines import Code
from conferences.rules.deadlines_steps import PutOffLimit
from safeguarding.labelled import choices
from safeguarding.models import User
from safeguarding.pagekit.choosing import LongSelect
from safeguarding.pagekit.dates import DateField
from safeguarding.pagekit.drafts import KeepsDraft
from safeguarding.pagekit.layout import Button, Buttons, CancelLink, GovField, Helper, Side
from safeguarding.pagekit.texts import words_field
from safeguarding.policy.words import said_of
from safeguarding.wording import uk_day

CLEAR = "clear"


class WorkFilterForm(forms.Form):
    """To what the lists of My work are narrowed; sent by GET. What is no choice narrows nothing."""

    what = forms.ChoiceField(label="What", choices=[("", "Everything"), *choices(Code)], required=False)
    whose = forms.ChoiceField(label="Whose", required=False, widget=LongSelect)
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


class AcknowledgeForm(KeepsDraft):
    """That it was seen, and what is done about it."""

    draft_title = "Acknowledgement of something that is due"
    words = words_field("What is done about it?", subject="What is done about it")

    def __init__(self, *args: Any, back: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = Helper("words", Buttons(Button("Acknowledge"), CancelLink(back)))


class PutOffForm(KeepsDraft):
    """Until when it leaves the list, and why."""

    draft_title = "Putting off something that is due"
    until_date = DateField(label="Until which day?", required=False)
    words = words_field("Why is it put off?", subject="Reason")

    def __init__(self, *args: Any, back: str, limit: PutOffLimit | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        hint = f"{uk_day(limit.last)} at the latest: {limit.why}." if limit else ""
        self.helper = Helper(
            GovField("until_date", hint=hint), "words", Buttons(Button("Put it off"), CancelLink(back))
        )


class GiveForm(KeepsDraft):
    """Who does it instead, and why. Who is away today (by id) is named so."""

    draft_title = "Giving something that is due to somebody else"
    to = forms.ChoiceField(label="Who does it?", required=False, widget=LongSelect)
    words = words_field("Why is it given to them?", subject="Reason")

    def __init__(
        self,
        *args: Any,
        back: str,
        people: Sequence[User],
        away: Collection[int],
        on: dt.date,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.by_ref = {str(one.ref): one for one in people}
        said = {one.pk: f"{said_of(one, on)}{', on leave' * (one.pk in away)}" for one in people}
        names = [(ref, f"{one.full_name} ({said[one.pk]})") for ref, one in self.by_ref.items()]
        self.fields["to"].choices = [("", "Choose a person"), *names]  # type: ignore[attr-defined]
        self.helper = Helper("to", "words", Buttons(Button("Give it to them"), CancelLink(back)))

    @property
    def given(self) -> dict[str, Any]:
        return {"to": self.by_ref.get(self.answers["to"]), "words": self.answers["words"]}
