"""Forms for a meeting that ends without a decision: how and why, or the day to which it is adjourned."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from typing import Any

from django import forms

from conferences.forms.scheduling import PlaceForm
from conferences.rules.workflow import OUTCOME_REASONS, BookingState, OutcomeReason
from safeguarding.pagekit.drafts import KeepsDraft
from safeguarding.pagekit.layout import Button, Buttons, CancelLink, GovField, Helper
from safeguarding.pagekit.texts import words_field
from safeguarding.refusals import Problem

ENDS = (BookingState.INQUORATE, BookingState.ABANDONED)
WHAT_FOLLOWS = "What was done, and what keeps the children safe until the new date?"
INTERIM = "For example, that the plan was looked at with those who came, or an interim plan"


def reason_field(outcome: BookingState) -> forms.TypedChoiceField:
    return forms.TypedChoiceField(
        label="Why?",
        choices=[(reason.value, reason.label) for reason in OUTCOME_REASONS[outcome]],
        coerce=lambda code: OutcomeReason[code],
        widget=forms.RadioSelect,
        empty_value=None,
        required=False,
    )


class WhyByOutcome(KeepsDraft):
    """A form that asks how a meeting ended, and why by a field for each way."""

    @property
    def why(self) -> str:
        """The field of why that belongs to how it ended."""
        return f"why_{str(self.data.get('outcome', '')).lower()}"

    def field_of(self, problem: Problem) -> str:
        if problem.field == "reason":
            return self.why if self.why in self.fields else "outcome"
        return super().field_of(problem)


class EndForm(WhyByOutcome):
    """How a meeting ended that came to no decision and is not adjourned to a day."""

    draft_title = "How a meeting ended"

    outcome = forms.TypedChoiceField(
        label="How did it end?",
        choices=[(one.value, one.label) for one in ENDS],
        coerce=lambda code: BookingState[code],
        widget=forms.RadioSelect,
        empty_value=None,
        required=False,
    )
    why_inquorate = reason_field(BookingState.INQUORATE)
    why_abandoned = reason_field(BookingState.ABANDONED)
    words = words_field(WHAT_FOLLOWS, hint=INTERIM, subject="What was done and what follows")

    def __init__(self, *args: Any, back: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        reveal = {BookingState.INQUORATE: ["why_inquorate"], BookingState.ABANDONED: ["why_abandoned"]}
        self.helper = Helper(
            GovField("outcome", label_size="m", reveal={code.value: names for code, names in reveal.items()}),
            GovField("words", rows=5, label_size="m"),
            Buttons(Button("Save how it ended", kind="warning"), CancelLink(back)),
        )

    @property
    def told(self) -> dict[str, Any]:
        given = self.answers
        return {"outcome": given["outcome"], "reason": given.get(self.why), "words": given["words"]}


# Beside the ways in which a meeting ends: it did not.
PUT_BACK = "PUT_BACK"


class OtherwiseForm(WhyByOutcome):
    """How a meeting ended, told otherwise, or that it did not end after all. `ends` are the ways in which it
    may have.
    """

    draft_title = "How a meeting ended, told otherwise"

    outcome = forms.ChoiceField(label="How did it end?", widget=forms.RadioSelect, required=False)
    why_inquorate = reason_field(BookingState.INQUORATE)
    why_abandoned = reason_field(BookingState.ABANDONED)
    why_adjourned = reason_field(BookingState.ADJOURNED)
    words = words_field(WHAT_FOLLOWS, hint=INTERIM, subject="What was done and what follows")
    put_back_words = words_field(
        "If it did not end: how did it come to be told so?",
        hint="For example, that the wrong meeting was chosen",
        subject="How it came to be told so",
    )

    def __init__(self, *args: Any, ends: Sequence[BookingState], back: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        why = {code: [f"why_{code.lower()}"] for code in ends}
        for code in {"INQUORATE", "ABANDONED", "ADJOURNED"} - {one.value for one in ends}:
            del self.fields[f"why_{code.lower()}"]
        field = self.fields["outcome"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [
            *((one.value, one.label) for one in ends),
            (PUT_BACK, "It did not end: put it back into the diary"),
        ]
        self.helper = Helper(
            GovField(
                "outcome",
                label_size="m",
                reveal={one.value: why[one] for one in ends} | {PUT_BACK: ["put_back_words"]},
            ),
            GovField("words", rows=5, label_size="m"),
            Buttons(Button("Save"), CancelLink(back)),
        )

    @property
    def goes_back(self) -> bool:
        return bool(self.answers["outcome"] == PUT_BACK)

    @property
    def told(self) -> dict[str, Any]:
        given = self.answers
        code = given["outcome"]
        outcome = BookingState[code] if code in BookingState.__members__ else None
        return {"outcome": outcome, "reason": given.get(self.why), "words": given["words"]}


class AdjournForm(PlaceForm):
    """Adjourning a meeting to a day; `form_key` makes the same form sent twice one new meeting."""

    draft_title = "Adjourning of a meeting"
    field_order = ["reason", "words"]

    form_key = forms.UUIDField(widget=forms.HiddenInput, required=False)
    reason = reason_field(BookingState.ADJOURNED)
    words = words_field(WHAT_FOLLOWS, hint=INTERIM, subject="What was done and what follows")

    def __init__(self, *args: Any, back: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["form_key"].initial = uuid.uuid4
        self.fields["reason"].label = "Why is it adjourned?"
        self.helper = Helper(
            "form_key",
            GovField("reason", label_size="m"),
            GovField("words", rows=5, label_size="m"),
            *self.place_layout(),
            Buttons(Button("Adjourn to this day"), CancelLink(back)),
        )

    @property
    def told(self) -> dict[str, Any]:
        given = self.answers
        why = {"reason": given["reason"], "words": given["words"]}
        return self.place | why | {"form_key": given["form_key"] or uuid.uuid4()}
