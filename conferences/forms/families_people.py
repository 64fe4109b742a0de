"""The forms for a parent, carer or other of a family: who they are, to whom, and how to reach them safely."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms

from conferences.operations.families_people import Contact, Tie
from safeguarding.models import Child, ParentalResponsibility, Person, RelationshipKind
from safeguarding.pagekit.dates import DateField
from safeguarding.pagekit.drafts import KeepsDraft
from safeguarding.pagekit.layout import Button, Buttons, CancelLink, GovField, Helper, Set, Side
from safeguarding.pagekit.texts import words_field
from safeguarding.refusals import Problem

NONE = ("", "Nothing, or not known")
KEPT = "Confidential, so not shown here. Leave it empty to keep it as it is."
CONTACT = (
    "full_name",
    "birth_date",
    "address",
    "postcode",
    "address_is_confidential",
    "telephone",
    "email",
    "safe_contact",
    "interpreter_language",
    "communication_needs",
)


class ContactForm(KeepsDraft):
    """Who somebody is and how to reach them safely."""

    draft_title = "A parent, carer or other"

    full_name = forms.CharField(label="Full name", required=False, max_length=150)
    birth_date = DateField(label="Date of birth (optional)", subject="Date of birth", required=False)
    address = forms.CharField(label="Address (optional)", required=False, max_length=300)
    postcode = forms.CharField(label="Postcode (optional)", required=False, max_length=8)
    address_is_confidential = forms.BooleanField(
        label="The address is confidential",
        help_text="It is then shown only to whoever asks, and the log notes who did. It stands in no letter.",
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
        self.helper = Helper(*self.parts(), Buttons(Button("Save"), CancelLink(back)))

    def parts(self) -> list[Any]:
        return [
            GovField("full_name", width="two-thirds"),
            GovField("birth_date"),
            Set(
                "How to reach them",
                GovField("address", width="full"),
                GovField("postcode", width="10"),
                "address_is_confidential",
                Side(GovField("telephone", width="20"), GovField("email", width="full")),
                GovField("safe_contact", characters=1000, rows=3),
                GovField("interpreter_language", width="20"),
                GovField("communication_needs", width="full"),
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

    def parts(self) -> list[Any]:
        rows = []
        for child in self.children:
            kind, responsibility = f"kind_{child.ref}", f"pr_{child.ref}"
            name = child.display_name
            self.fields[kind] = forms.ChoiceField(
                label=f"To {name}", choices=[NONE, *RelationshipKind.choices], required=False
            )
            self.fields[responsibility] = forms.ChoiceField(
                label=f"Parental responsibility for {name}",
                choices=ParentalResponsibility.choices,
                initial=ParentalResponsibility.UNKNOWN.value,
                required=False,
            )
            rows.append(Side(kind, responsibility))
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


def contact_of(person: Person) -> dict[str, Any]:
    """What the form of a person begins with: a confidential address is not among it."""
    values = {name: getattr(person, name) for name in CONTACT}
    return values | ({"address": "", "postcode": ""} if person.address_is_confidential else {})


class ChangePersonForm(ContactForm):
    """How to reach somebody now. A confidential address is not shown, and stays where none is entered."""

    draft_title = "How to reach somebody"

    def __init__(self, *args: Any, person: Person, back: str, **kwargs: Any) -> None:
        super().__init__(*args, back=back, initial=contact_of(person), **kwargs)
        if person.address_is_confidential:
            self.fields["address"].help_text = KEPT
