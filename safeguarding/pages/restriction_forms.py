"""Forms of the pages that say who may see whom."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

from django import forms
from django.db.models import QuerySet

from safeguarding.access.operations import Undone
from safeguarding.labelled import choices
from safeguarding.models import Child, User
from safeguarding.pagekit.dates import DateField
from safeguarding.pagekit.drafts import KeepsDraft
from safeguarding.pagekit.layout import Button, Buttons, CancelLink, GovField, Helper, Words
from safeguarding.pagekit.people import PersonChoice, offer
from safeguarding.pagekit.refusals import Refusable
from safeguarding.pagekit.texts import words_field


def reason_field(label: str) -> forms.CharField:
    return words_field(label, subject="Reason", longest=2000)


class NumberForm(Refusable):
    """A child by the council's number, found by `find`. Sent by POST, so that the number stands in no
    address.
    """

    number = forms.CharField(
        label="Child’s number",
        help_text="The number that the council’s own system gives the child",
        max_length=20,
        error_messages={"required": "Enter the child’s number"},
    )

    def __init__(self, *args: Any, find: Callable[[str], Child | None], button: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.find = find
        self.helper = Helper(GovField("number", width="10"), Buttons(Button(button, kind="secondary")))

    def clean_number(self) -> Child | None:
        """The child; None where no number was entered."""
        number = self.cleaned_data["number"]
        child = self.find(number) if number else None
        if number and child is None:
            raise forms.ValidationError("No record with this number")
        return child


CHAIR_TOO = (
    "From then on only the people you name see this record. A meeting that is booked about this child, alone"
    " or with others, is out of sight for its chair too until you name them: name the chair, and the worker."
)


class RestrictForm(KeepsDraft):
    """Why a record is restricted."""

    draft_title = "Why a record is restricted"

    reason = reason_field("Why is this record restricted?")

    def __init__(self, *args: Any, back: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = Helper(
            Words(CHAIR_TOO),
            "reason",
            Buttons(Button("Restrict this record", kind="warning"), CancelLink(back)),
        )


class UndoForm(Refusable):
    """Why a restriction or a bar no longer holds."""

    reason = forms.TypedChoiceField(
        label="Why?",
        choices=choices(Undone),
        coerce=lambda code: Undone[code],
        widget=forms.RadioSelect,
        empty_value=None,
        required=False,
    )

    def __init__(self, *args: Any, button: str, back: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = Helper("reason", Buttons(Button(button, kind="warning"), CancelLink(back)))


class GrantForm(KeepsDraft):
    """Who may see a restricted record, until when, and why."""

    draft_title = "Somebody named for a restricted record"

    user = PersonChoice(
        label="Who may see this record?",
        empty_label="Choose a person",
        required=False,
    )
    until = DateField(label="Last day", required=False)
    reason = reason_field("Why do they need to see it?")

    def __init__(
        self, *args: Any, users: QuerySet[User], days: int, on: dt.date, back: str, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        offer(self.fields["user"], users, on)
        hint = f"At most {days} days from today. You can name them again then if they still need it."
        self.helper = Helper(
            "user", GovField("until", hint=hint), "reason", Buttons(Button("Save"), CancelLink(back))
        )


class BarForm(KeepsDraft, NumberForm):
    """Who may never see the family of a child, and why."""

    draft_title = "Bar from a family"

    user = PersonChoice(
        label="Who may not see the family?",
        empty_label="Choose a person",
        required=False,
    )
    reason = reason_field("Why? For example: a relative, a neighbour, a former partner")
    field_order = ["user", "number", "reason"]
    FIELD_FOR = {"child": "number"}

    def __init__(self, *args: Any, users: QuerySet[User], on: dt.date, back: str, **kwargs: Any) -> None:
        super().__init__(*args, button="", **kwargs)
        offer(self.fields["user"], users, on)
        self.fields["number"].required = False
        hint = "Any child of the family. The bar covers all its children, including any who join it later."
        number = GovField("number", width="10", label="Number of a child of the family", hint=hint)
        self.helper = Helper("user", number, "reason", Buttons(Button("Save"), CancelLink(back)))

    @property
    def bar(self) -> dict[str, Any]:
        """The answers as the operation takes them: the child whom the number names."""
        given = self.answers
        return {"user": given["user"], "child": given["number"] or None, "reason": given["reason"]}
