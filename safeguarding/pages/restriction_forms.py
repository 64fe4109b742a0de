"""Forms of the pages that say who may see whom."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django import forms
from django.db.models import QuerySet

from safeguarding.access.operations import RestrictionRefused, Undone
from safeguarding.labelled import choices
from safeguarding.models import User
from safeguarding.pagekit.dates import DateField
from safeguarding.pagekit.layout import Button, Buttons, CancelLink, GovField, Helper


class Refusable(forms.Form):
    """A form to which an operation's refusal can be given back."""

    def refuse(self, refusal: RestrictionRefused) -> None:
        self.add_error(refusal.field if refusal.field in self.fields else None, str(refusal))


class UserChoice(forms.ModelChoiceField):  # type: ignore[type-arg]
    def label_from_instance(self, user: Any) -> str:
        return f"{user.full_name}, {user.get_role_display()}"


def reason_field(label: str) -> forms.CharField:
    return forms.CharField(
        label=label,
        widget=forms.Textarea,
        max_length=2000,
        error_messages={"required": "Enter the reason"},
    )


class NumberForm(Refusable):
    """A child by the council's number. Sent by POST, so that the number stands in no address."""

    number = forms.CharField(
        label="Child’s number",
        help_text="The number that the council’s own system gives the child",
        max_length=20,
        error_messages={"required": "Enter the child’s number"},
    )

    def __init__(self, *args: Any, button: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = Helper(GovField("number", width="10"), Buttons(Button(button, kind="secondary")))

    def unknown(self) -> None:
        self.add_error("number", "No record with this number")


class RestrictForm(Refusable):
    """Why a record is restricted."""

    reason = reason_field("Why is this record restricted?")

    def __init__(self, *args: Any, back: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = Helper(
            "reason", Buttons(Button("Restrict this record", kind="warning"), CancelLink(back))
        )


class UndoForm(Refusable):
    """Why a restriction or a bar no longer holds."""

    reason = forms.TypedChoiceField(
        label="Why?",
        choices=choices(Undone),
        coerce=lambda code: Undone[code],
        widget=forms.RadioSelect,
        error_messages={"required": "Select why"},
    )

    def __init__(self, *args: Any, button: str, back: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = Helper("reason", Buttons(Button(button, kind="warning"), CancelLink(back)))


class GrantForm(Refusable):
    """Who may see a restricted record, until when, and why."""

    user = UserChoice(
        label="Who may see this record?",
        queryset=User.objects.none(),
        empty_label="Choose a person",
        error_messages={"required": "Choose a person"},
    )
    until = DateField(
        label="Last day", error_messages={"required": "Enter the last day they may see this record"}
    )
    reason = reason_field("Why do they need to see it?")

    def __init__(
        self, *args: Any, users: QuerySet[User], today: dt.date, days: int, back: str, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["user"].queryset = users  # type: ignore[attr-defined]
        self.fields["until"].earliest = today  # type: ignore[attr-defined]
        hint = f"At most {days} days from today. Name them again then, if they still need it."
        self.helper = Helper(
            "user", GovField("until", hint=hint), "reason", Buttons(Button("Save"), CancelLink(back))
        )


class BarForm(NumberForm):
    """Who may never see the family of a child, and why."""

    user = UserChoice(
        label="Who may not see the family?",
        queryset=User.objects.none(),
        empty_label="Choose a person",
        error_messages={"required": "Choose a person"},
    )
    reason = reason_field("Why? For example: a relative, a neighbour, a former partner")
    field_order = ["user", "number", "reason"]

    def __init__(self, *args: Any, users: QuerySet[User], back: str, **kwargs: Any) -> None:
        super().__init__(*args, button="", **kwargs)
        self.fields["user"].queryset = users  # type: ignore[attr-defined]
        hint = "Any child of the family. The bar is for all its children, also those who come later."
        number = GovField("number", width="10", label="Number of a child of the family", hint=hint)
        self.helper = Helper("user", number, "reason", Buttons(Button("Save"), CancelLink(back)))
