"""The forms by which an enquiry is told otherwise: its outcome, its start, a further discussion, that it is
void, and that it is put back.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from typing import Any

from django import forms
from django.db.models import QuerySet

from conferences.forms.enquiries import ANY_DAY
from conferences.rules.enquiries import EnquiryOutcome, StartReason, Stays, VoidReason
from safeguarding.labelled import choices
from safeguarding.models import Child, User
from safeguarding.pagekit.dates import DateField
from safeguarding.pagekit.drafts import KeepsDraft
from safeguarding.pagekit.joining import JoinsTexts
from safeguarding.pagekit.layout import Button, Buttons, CancelLink, GovField, Helper
from safeguarding.pagekit.people import PersonChoice, offer
from safeguarding.pagekit.texts import words_field
from safeguarding.wording import uk_day

LONGEST = 2000


class OutcomeForm(JoinsTexts):
    """How the enquiries ended, on which day; where no conference is needed, who agreed and why."""

    draft_title = "How an enquiry ended"

    outcome = forms.ChoiceField(
        label="What did the enquiries lead to?",
        choices=choices(EnquiryOutcome),
        widget=forms.RadioSelect,
        required=False,
    )
    day = DateField(label="On which day was that decided?", subject="Day of the outcome", required=False)
    agreed_by = PersonChoice(
        label="Which manager agreed that no conference is needed?",
        help_text="A manager of children’s social care other than you. Leave this empty where one is needed",
        empty_label="Nobody: a conference is needed",
        required=False,
    )
    words = words_field(
        "Why?",
        hint="Why no conference is needed, or why the outcome is another than the one recorded before",
        subject="Reason",
        longest=LONGEST,
    )

    def __init__(
        self, *args: Any, managers: QuerySet[User], on: dt.date, mark: str, back: str, **kwargs: Any
    ) -> None:
        super().__init__(*args, initial={"seen": mark}, **kwargs)
        offer(self.fields["agreed_by"], managers, on)
        self.back = back

    @property
    def helper(self) -> Helper:
        return Helper(
            "seen",
            *self.shown("outcome", label_size="m"),
            *self.shown("day", label_size="m"),
            *self.shown("agreed_by", label_size="m", width="two-thirds"),
            *self.shown("words", label_size="m"),
            Buttons(Button("Continue"), CancelLink(self.back)),
        )

    @property
    def given(self) -> dict[str, Any]:
        return self.answers | self.opened


class StartForm(JoinsTexts):
    """Which day is the start, and why it is another than the one recorded. `others` are the days of the
    discussions that did not start the enquiries.
    """

    draft_title = "Why the start of an enquiry is changed"

    reason = forms.ChoiceField(
        label="Why is the start another?", widget=forms.RadioSelect, required=False, choices=[]
    )
    another = forms.ChoiceField(label="Which discussion was it?", choices=[], required=False)
    right_date = DateField(
        label="When was it held?", subject="Right date of the discussion", help_text=ANY_DAY, required=False
    )
    anew_date = DateField(
        label="When was the further discussion?",
        subject="Date of the further discussion",
        help_text=ANY_DAY,
        required=False,
    )
    words = words_field("What shows that?", subject="Reason", longest=LONGEST)

    def __init__(self, *args: Any, others: Sequence[dt.date], mark: str, back: str, **kwargs: Any) -> None:
        super().__init__(*args, initial={"seen": mark}, **kwargs)
        codes = choices(StartReason)
        self.fields["reason"].choices = codes if others else codes[1:]  # type: ignore[attr-defined]
        days = [(day.isoformat(), uk_day(day)) for day in sorted(set(others))]
        self.fields["another"].choices = [("", "Choose one"), *days]  # type: ignore[attr-defined]
        reveal = {
            StartReason.ANOTHER.value: [GovField("another")],
            StartReason.WRONG_DATE.value: [GovField("right_date")],
            StartReason.ANEW.value: [GovField("anew_date")],
        }
        shown = reveal if others else {code: reveal[code] for code, _ in codes[1:]}
        self.helper = Helper(
            "seen",
            GovField("reason", label_size="m", reveal=shown),
            GovField("words", label_size="m"),
            Buttons(Button("Continue"), CancelLink(back)),
        )

    @property
    def given(self) -> dict[str, Any]:
        """The day of the answer that was chosen; those beside it are left."""
        answers = self.answers
        another = answers["another"]
        days = {
            StartReason.ANOTHER.value: dt.date.fromisoformat(another) if another else None,
            StartReason.WRONG_DATE.value: answers["right_date"],
            StartReason.ANEW.value: answers["anew_date"],
        }
        return {
            "reason": answers["reason"],
            "day": days.get(answers["reason"]),
            "words": answers["words"],
            **self.opened,
        }


class DiscussionForm(KeepsDraft):
    """A further strategy discussion in the same enquiries."""

    draft_title = "A further strategy discussion"

    held_date = DateField(
        label="When was the strategy discussion?",
        subject="Date of the strategy discussion",
        help_text=f"{ANY_DAY} It may be before the one that started the enquiries",
        required=False,
    )
    notes = words_field("Who took part, and what was decided?", subject="Notes")

    def __init__(self, *args: Any, back: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = Helper(
            GovField("held_date", label_size="m"),
            GovField("notes", label_size="m"),
            Buttons(Button("Continue"), CancelLink(back)),
        )

    @property
    def given(self) -> dict[str, Any]:
        return self.answers


class VoidForm(KeepsDraft):
    """Why the enquiry was recorded in error; for the wrong child, whose it was."""

    draft_title = "Why an enquiry is void"

    reason = forms.ChoiceField(
        label="What is wrong with it?", choices=choices(VoidReason), widget=forms.RadioSelect, required=False
    )
    number = forms.CharField(
        label="Council number of the right child (optional)",
        help_text="The same strategy discussions will be recorded for that child",
        required=False,
        max_length=20,
    )
    stays = forms.ChoiceField(
        label="If that child has an open enquiry already, which one stays? (optional)",
        choices=choices(Stays),
        widget=forms.RadioSelect,
        required=False,
    )
    words = words_field("How do you know?", subject="Reason", longest=LONGEST)

    def __init__(self, *args: Any, find: Callable[[str], Child | None], back: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.find = find
        self.helper = Helper(
            GovField(
                "reason",
                label_size="m",
                reveal={VoidReason.WRONG_CHILD.value: [GovField("number", width="10"), GovField("stays")]},
            ),
            GovField("words", label_size="m"),
            Buttons(Button("Continue"), CancelLink(back)),
        )

    @property
    def given(self) -> dict[str, Any]:
        answers = self.answers
        is_other = answers["reason"] == VoidReason.WRONG_CHILD and bool(answers["number"].strip())
        return {**answers, "right_child": self.find(answers["number"]) if is_other else None}


class RestoreForm(KeepsDraft):
    """Why a void enquiry is put back."""

    draft_title = "Why an enquiry is put back"

    words = words_field("Why was it right after all?", subject="Reason", longest=LONGEST)

    def __init__(self, *args: Any, back: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = Helper(GovField("words", label_size="m"), Buttons(Button("Continue"), CancelLink(back)))

    @property
    def given(self) -> dict[str, Any]:
        return self.answers
