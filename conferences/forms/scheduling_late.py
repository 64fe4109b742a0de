"""Why a conference is held after the last day by law, and who agreed: part of every form that gives a day."""

from __future__ import annotations

from collections.abc import Sequence
from operator import attrgetter
from typing import Any

from django import forms
from django.db.models import QuerySet

from conferences.operations.scheduling_place import Late
from conferences.rules.workflow import LateReason
from safeguarding.labelled import choices as codes
from safeguarding.models import User
from safeguarding.pagekit.drafts import KeepsDraft
from safeguarding.pagekit.layout import Words
from safeguarding.pagekit.texts import words_field

LATE_FIELDS: Sequence[str] = ("late_why", "late_reason", "late_manager", "late_chair")


class LateFields(KeepsDraft):
    """The reason of the list, more in words, and the manager and the chair who agreed (R4)."""

    draft_title = "A conference after its last day"

    late_why = forms.TypedChoiceField(
        label="Why is it after the last day?",
        choices=[("", "Select a reason"), *codes(LateReason)],
        coerce=lambda code: LateReason[code],
        required=False,
        empty_value=None,
    )
    late_reason = words_field(
        "Anything to add, or the other reason (optional)", subject="Reason", longest=2000
    )
    late_manager = forms.ModelChoiceField(
        label="Which manager agreed?",
        queryset=User.objects.none(),
        required=False,
        empty_label="Select a manager",
    )
    late_chair = forms.ModelChoiceField(
        label="Which chair agreed?",
        queryset=User.objects.none(),
        required=False,
        empty_label="Select a chair",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # What is wrong is told in the order of the page, on which they follow the place.
        self.order_fields([name for name in self.fields if name not in LATE_FIELDS])

    def offer_who_agrees(self, managers: QuerySet[User], chairs: QuerySet[User]) -> None:
        """Offer those who may see the children."""
        fields: dict[str, Any] = self.fields
        for name, people in (("late_manager", managers), ("late_chair", chairs)):
            fields[name].queryset = people
            fields[name].label_from_instance = attrgetter("full_name")

    @property
    def late(self) -> Late:
        """As the operations take it."""
        given = self.cleaned_data
        why, words = given.get("late_why"), given.get("late_reason") or ""
        return Late(why, words, given.get("late_manager"), given.get("late_chair"))

    def late_layout(self, words: str) -> list[Any]:
        """The fields, beneath a line that says when they are asked."""
        return [Words(words, "hint"), *LATE_FIELDS]
