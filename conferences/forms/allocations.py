"""Forms by which a manager gives a child to a worker or another team, and takes on one whom nobody holds."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django import forms
from django.db.models import QuerySet

from safeguarding.models import Team, User
from safeguarding.pagekit.dates import DateField
from safeguarding.pagekit.layout import Button, Buttons, CancelLink, GovField, Helper, Set
from safeguarding.pagekit.people import PersonChoice, offer
from safeguarding.pagekit.refusals import Refusable
from safeguarding.pagekit.texts import TextField


class GiveForm(Refusable):
    """Whom the child is given to."""

    worker = PersonChoice(
        label="Who is the child given to?",
        widget=forms.RadioSelect,
        required=False,
        empty_label=None,
    )

    def __init__(self, *args: Any, workers: QuerySet[User], on: dt.date, back: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self.fields["worker"], workers, on)
        self.helper = Helper(GovField("worker", label_size="m"), Buttons(Button("Give"), CancelLink(back)))


class HandOverForm(Refusable):
    """Which team takes the child over."""

    team = forms.ModelChoiceField(
        label="Which team takes the child over?",
        queryset=Team.objects.none(),
        widget=forms.RadioSelect,
        required=False,
        empty_label=None,
    )

    def __init__(self, *args: Any, teams: QuerySet[Team], back: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["team"].queryset = teams  # type: ignore[attr-defined]
        self.helper = Helper(GovField("team", label_size="m"), Buttons(Button("Hand over"), CancelLink(back)))


class IdentityForm(forms.Form):
    """A child's number, or the family name with the day of birth; by POST, for no address may hold them."""

    number = forms.CharField(
        label="The council’s number of the child",
        required=False,
        max_length=20,
    )
    family_name = forms.CharField(label="Family name", required=False, max_length=100)
    born = DateField(label="Date of birth or expected date", required=False)

    def __init__(self, *args: Any, back: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = Helper(
            GovField("number", width="10"),
            Set("Or by name and date of birth", GovField("family_name", width="20"), "born"),
            Buttons(Button("Look"), CancelLink(back)),
        )

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if self.errors or given.get("number"):
            return given
        if not given.get("family_name"):
            self.add_error("number", "Enter the number, or the family name with the date of birth")
        elif not given.get("born"):
            self.add_error("born", "Enter the date of birth as well")
        return given


class TakeOnForm(Refusable):
    """Why the team takes a child on, in a line: what is drafted about a child out of sight is not kept."""

    reason = TextField(
        subject="Reason",
        label="Why does your team take this child on?",
        help_text="For example a new referral. It is listed for somebody else to look at.",
        required=False,
        max_length=300,
    )

    def __init__(self, *args: Any, back: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = Helper(
            GovField("reason", width="full"), Buttons(Button("Take the child on"), CancelLink(back))
        )


class ReviewedForm(Refusable):
    """A button alone: that a child taken on was looked at."""

    def __init__(self, *args: Any, back: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = Helper(Buttons(Button("I have looked at it"), CancelLink(back)))
