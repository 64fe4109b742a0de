"""The forms for the homes of a family: whose and where, who moves in, from which day to which."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms

from conferences.operations.families_homes import Home, home_of
from safeguarding.models import Child, Household, HouseholdMember, Person
from safeguarding.pagekit.carrying import CarriedText
from safeguarding.pagekit.dates import DateField
from safeguarding.pagekit.layout import Button, Buttons, CancelLink, GovField, Helper
from safeguarding.pagekit.refusals import Refusable
from safeguarding.pagekit.texts import TextField
from safeguarding.versions import seen_as

KEPT = "Confidential, so not shown here. Leave it empty to keep it as it is."
NOBODY_ELSE = "Everybody of the family lives here already. Add whoever else moves in to the family first"
OF_HOME = ("name", "address", "postcode", "is_confidential")


class HomeForm(Refusable):
    """Whose home it is and where."""

    name = TextField(
        label="Whose home is it?",
        subject="Whose home it is",
        help_text="For example, Mother’s home",
        required=False,
        max_length=100,
    )
    address = forms.CharField(label="Address (optional)", required=False, max_length=300)
    postcode = forms.CharField(label="Postcode (optional)", required=False, max_length=8)
    is_confidential = forms.BooleanField(
        label="The address is confidential",
        help_text="A confidential address is shown only to whoever asks, and logged. It stands in no letter.",
        required=False,
    )

    def __init__(self, *args: Any, back: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = Helper(*self.parts(), Buttons(Button("Save"), CancelLink(back)))

    def parts(self) -> list[Any]:
        return [
            GovField("name", width="two-thirds"),
            GovField("address", width="full"),
            GovField("postcode", width="10"),
            "is_confidential",
        ]

    @property
    def home(self) -> Home:
        return Home(**{name: self.answers[name] for name in OF_HOME})


class NewHomeForm(HomeForm):
    """A home that is not recorded yet, with who lives there."""

    residents = forms.MultipleChoiceField(
        label="Who lives there?", widget=forms.CheckboxSelectMultiple, required=False
    )
    since = DateField(
        label="Since when? (optional)",
        subject="Day they moved in",
        help_text="Leave it empty where it is not known, or differs: it can be changed for each of them",
        required=False,
    )

    def __init__(self, *args: Any, family: Sequence[Child | Person], back: str, **kwargs: Any) -> None:
        super().__init__(*args, back=back, **kwargs)
        self.by_ref = by_ref(family)
        self.fields["residents"].choices = choices_of(self.by_ref)  # type: ignore[attr-defined]

    def parts(self) -> list[Any]:
        return [*super().parts(), GovField("residents", label_size="m"), "since"]

    @property
    def given(self) -> dict[str, Any]:
        """The home as the operation wants it."""
        residents = [self.by_ref[ref] for ref in self.answers["residents"]]
        return {"home": self.home, "residents": residents, "since": self.answers["since"]}


class ChangeHomeForm(HomeForm):
    """A home as it is now. A confidential address is not shown, and stays where none is entered."""

    seen = CarriedText()

    def __init__(self, *args: Any, household: Household, back: str, **kwargs: Any) -> None:
        shown = home_of(household)
        super().__init__(*args, back=back, initial=shown | {"seen": seen_as(shown)}, **kwargs)
        if household.is_confidential:
            self.fields["address"].help_text = KEPT

    def parts(self) -> list[Any]:
        return ["seen", *super().parts()]

    @property
    def given(self) -> dict[str, Any]:
        return {"home": self.home, "seen": self.answers["seen"]}


class MoveInForm(Refusable):
    """Who moves into a home, from which day."""

    who = forms.ChoiceField(label="Who moves in?", widget=forms.RadioSelect, required=False)
    since = DateField(label="From which day do they live here?", subject="Day they moved in", required=False)
    leaves = forms.BooleanField(label="They leave the other home they live in on that day", required=False)

    def __init__(self, *args: Any, family: Sequence[Child | Person], back: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.by_ref = by_ref(family)
        self.fields["who"].choices = choices_of(self.by_ref)  # type: ignore[attr-defined]
        self.fields["who"].help_text = "" if family else NOBODY_ELSE
        self.helper = Helper(
            GovField("who", label_size="m"),
            GovField("since", label_size="m"),
            "leaves",
            Buttons(Button("Save"), CancelLink(back)),
        )

    @property
    def given(self) -> dict[str, Any]:
        return self.answers | {"who": self.by_ref.get(self.answers["who"])}


class StayForm(Refusable):
    """From which day to which somebody lives in a home; or that they never did."""

    since = DateField(label="From which day? (optional)", subject="First day", required=False)
    until = DateField(
        label="Until which day? (optional)",
        subject="Last day",
        help_text="Leave it empty while they live here",
        required=False,
    )
    is_mistake = forms.BooleanField(label="They never lived here: it was recorded by mistake", required=False)

    def __init__(self, *args: Any, stay: HouseholdMember, back: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial = {"since": stay.start_date, "until": stay.end_date}
        self.helper = Helper("since", "until", "is_mistake", Buttons(Button("Save"), CancelLink(back)))


class EndHomeForm(Refusable):
    """The day on which everybody left a home."""

    until = DateField(
        label="On which day did everybody leave?",
        subject="Last day",
        help_text="It is written for everybody whom you see living there. Whoever else may be recorded there"
        " stays, until somebody who sees them says so.",
        required=False,
    )

    def __init__(self, *args: Any, back: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = Helper(GovField("until", label_size="m"), Buttons(Button("Save"), CancelLink(back)))


def by_ref(family: Sequence[Child | Person]) -> dict[str, Child | Person]:
    return {str(who.ref): who for who in family}


def choices_of(known: dict[str, Child | Person]) -> list[tuple[str, str]]:
    return [
        (ref, who.display_name if isinstance(who, Child) else who.full_name) for ref, who in known.items()
    ]
