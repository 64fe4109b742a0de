"""The forms for a parent, carer or other of a family: who they are, to whom, and how to reach them safely."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.http import QueryDict

from conferences.operations.families_people import CONTACT, Contact, Tie, contact_of
from safeguarding.labelled import choices
from safeguarding.models import Child, ParentalResponsibility, Person, RelationshipKind
from safeguarding.pagekit.dates import DateField
from safeguarding.pagekit.drafts import KeepsDraft
from safeguarding.pagekit.joining import JoinsTexts
from safeguarding.pagekit.layout import Button, Buttons, CancelLink, GovField, Helper, Set, Side
from safeguarding.pagekit.texts import words_field
from safeguarding.refusals import Problem
from safeguarding.versions import StaleVersion, seen_as
from safeguarding.wording import uk_date

NONE = ("", "Nothing, or not known")
RESPONSIBILITY = [
    (ParentalResponsibility.UNKNOWN.value, "Not known"),
    (ParentalResponsibility.YES.value, "Yes"),
    (ParentalResponsibility.NO.value, "No"),
]
KEPT = "Confidential, so not shown here. Leave it empty to keep it as it is."


class ContactForm(KeepsDraft):
    """Who somebody is and how to reach them safely."""

    draft_title = "A parent, carer or other"

    full_name = forms.CharField(label="Full name", required=False, max_length=150)
    birth_date = DateField(label="Date of birth (optional)", subject="Date of birth", required=False)
    address = forms.CharField(label="Address (optional)", required=False, max_length=300)
    postcode = forms.CharField(label="Postcode (optional)", required=False, max_length=8)
    address_is_confidential = forms.BooleanField(
        label="The address is confidential",
        help_text="A confidential address is shown only to whoever asks, and logged. It stands in no letter.",
        required=False,
    )
    telephone = forms.CharField(label="Telephone (optional)", required=False, max_length=30)
    email = forms.EmailField(
        label="Email address (optional)",
        required=False,
        error_messages={"invalid": "Enter an email address in the correct format, like name@example.com"},
    )
    safe_contact = words_field(
        "How and when is it safe to get in touch? (optional)",
        hint="For example: only by telephone, between 9am and midday",
        subject="Safe contact",
        longest=1000,
    )
    interpreter_language = forms.CharField(
        label="Language, if an interpreter is needed (optional)", required=False, max_length=60
    )
    communication_needs = forms.CharField(
        label="What helps them to take part (optional)", required=False, max_length=200
    )

    def __init__(self, *args: Any, back: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.back = back

    @property
    def helper(self) -> Helper:
        return Helper(*self.parts(), Buttons(Button("Save"), CancelLink(self.back)))

    def box(self, name: str, **options: Any) -> list[Any]:
        return [GovField(name, **options)]

    def parts(self) -> list[Any]:
        return [
            *self.box("full_name", width="two-thirds"),
            *self.box("birth_date"),
            Set(
                "How to reach them",
                *self.box("address", width="full"),
                *self.box("postcode", width="10"),
                *self.box("address_is_confidential"),
                Side(*self.box("telephone", width="20"), *self.box("email", width="full")),
                *self.box("safe_contact", characters=1000, rows=3),
                *self.box("interpreter_language", width="20"),
                *self.box("communication_needs", width="full"),
            ),
        ]

    @property
    def contact(self) -> Contact:
        return Contact(**{name: self.answers[name] for name in CONTACT})


class NewPersonForm(ContactForm):
    """A new person, with what they are to each of the family's children."""

    def __init__(self, *args: Any, children: Sequence[Child], back: str, **kwargs: Any) -> None:
        self.children = children
        super().__init__(*args, back=back, **kwargs)
        for child in children:
            name = child.display_name
            self.fields[f"kind_{child.ref}"] = forms.ChoiceField(
                label=f"To {name}", choices=[NONE, *choices(RelationshipKind)], required=False
            )
            self.fields[f"pr_{child.ref}"] = forms.ChoiceField(
                label=f"Parental responsibility for {name}",
                choices=RESPONSIBILITY,
                initial=ParentalResponsibility.UNKNOWN.value,
                required=False,
            )

    def parts(self) -> list[Any]:
        rows = [Side(f"kind_{child.ref}", f"pr_{child.ref}") for child in self.children]
        own, *rest = super().parts()
        return [own, Set("What they are to the children", *rows), *rest]

    def field_of(self, problem: Problem) -> str:
        """That they are nothing to anybody is told at the first child."""
        return f"kind_{self.children[0].ref}" if problem.field == "ties" else super().field_of(problem)

    @property
    def ties(self) -> dict[Child, Tie]:
        answers = self.answers
        return {
            child: Tie(kind, answers[f"pr_{child.ref}"] or ParentalResponsibility.UNKNOWN.value)
            for child in self.children
            if (kind := answers[f"kind_{child.ref}"])
        }


class ChangePersonForm(JoinsTexts, ContactForm):
    """How to reach somebody now. A confidential address is not shown, and stays where none is entered.

    What somebody else saved meanwhile is shown above; that an address is confidential holds until somebody
    who has seen it says otherwise.
    """

    draft_title = "How to reach somebody"

    def __init__(self, *args: Any, person: Person, back: str, **kwargs: Any) -> None:
        shown = contact_of(person)
        super().__init__(*args, back=back, initial=shown | {"seen": seen_as(shown)}, **kwargs)
        if person.address_is_confidential:
            self.fields["address"].help_text = KEPT

    def join(self, stale: StaleVersion) -> None:
        super().join(stale)
        if stale.theirs["address_is_confidential"]:
            assert isinstance(self.data, QueryDict)
            self.data["address_is_confidential"] = "on"

    def box(self, name: str, **options: Any) -> list[Any]:
        return self.shown(name, **options)

    def parts(self) -> list[Any]:
        return ["seen", *super().parts()]

    def _words(self, name: str) -> str:
        if name == "address_is_confidential":
            return "It is confidential." if self.theirs[name] else "It is not confidential."
        if name == "birth_date" and self.theirs[name]:
            return uk_date(self.theirs[name])
        return super()._words(name)
