"""The forms of a trial: what is tried and which figure it is to move, and what a review sees in it."""

from __future__ import annotations

from typing import Any

from django import forms

from conferences.forms.learning import NO_NAMES, NOT_THEM, asked_name
from conferences.rules.learning import LONGEST_TEXT, Length, Movement, TrialPlan
from conferences.rules.measures_catalogue import MEASURES
from safeguarding.pagekit.choosing import radios
from safeguarding.pagekit.dates import DateField
from safeguarding.pagekit.drafts import KeepsDraft
from safeguarding.pagekit.layout import Button, Buttons, CancelLink, GovField, Helper
from safeguarding.pagekit.texts import words_field

YES, NO = "YES", "NO"


def measure_choices() -> list[tuple[str, str]]:
    """Every figure that is counted, in the order of the reports."""
    return [("", "Choose a figure"), *((m.code, m.title) for m in MEASURES.values() if not m.waits)]


class TrialForm(KeepsDraft):
    """What is tried since when, which figure it is to move, and when it is reviewed first."""

    draft_title = "A trial of an idea"
    what = words_field(
        "What is tried, where and with whom?", hint=NO_NAMES, subject="What is tried", longest=LONGEST_TEXT
    )
    measure = forms.ChoiceField(label="Which figure is it to move?", choices=measure_choices, required=False)
    movement = radios("Which way is it to move?", Movement)
    months = radios("How long before and after are compared?", Length)
    start_date = DateField(label="When did the trial begin?", subject="Day it began", required=False)
    review_date = DateField(
        label="When is it reviewed first?",
        help_text="On that day the figure is looked up again by itself",
        subject="Day of the first review",
        required=False,
    )
    is_meant = forms.BooleanField(label=NOT_THEM, required=False)

    def __init__(self, *args: Any, back: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.back = back

    @property
    def helper(self) -> Helper:
        return Helper(
            GovField("what", label_size="m", characters=LONGEST_TEXT, rows=4),
            *asked_name(self),
            GovField("measure", label_size="m", width="two-thirds"),
            GovField("movement", label_size="m", inline=True),
            GovField("months", label_size="m", inline=True),
            GovField("start_date", label_size="m"),
            GovField("review_date", label_size="m"),
            Buttons(Button("Begin the trial"), CancelLink(self.back)),
        )

    @property
    def plan(self) -> TrialPlan:
        answers = self.answers
        months = answers["months"]
        names = ("what", "measure", "movement", "start_date", "review_date")
        return TrialPlan(**{name: answers[name] for name in names}, months=int(months) if months else None)

    @property
    def given(self) -> dict[str, Any]:
        """The trial as the operation wants it."""
        return {"plan": self.plan, "is_meant": bool(self.answers.get("is_meant"))}


class ReviewForm(KeepsDraft):
    """What the owner sees in the figure before and after, and whether the trial goes on."""

    draft_title = "The review of a trial"
    words = words_field(
        "What do you see in it?",
        hint=f"What else changed in that time? {NO_NAMES}",
        subject="What you see",
        longest=LONGEST_TEXT,
    )
    goes_on = forms.ChoiceField(
        label="Does the trial go on?",
        choices=[(YES, "Yes, with another review"), (NO, "No, enough was seen to decide")],
        widget=forms.RadioSelect,
        required=False,
    )
    next_review_date = DateField(
        label="When is it reviewed next?", subject="Day of the next review", required=False
    )
    is_meant = forms.BooleanField(label=NOT_THEM, required=False)

    def __init__(self, *args: Any, back: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.back = back

    @property
    def helper(self) -> Helper:
        return Helper(
            GovField("words", label_size="m", characters=LONGEST_TEXT, rows=4),
            *asked_name(self),
            GovField("goes_on", label_size="m", reveal={YES: ["next_review_date"]}),
            Buttons(Button("Save the review"), CancelLink(self.back)),
        )

    @property
    def given(self) -> dict[str, Any]:
        answers = self.answers
        goes_on = {YES: True, NO: False}.get(answers["goes_on"])
        return {
            "words": answers["words"],
            "goes_on": goes_on,
            "next_review_date": answers["next_review_date"],
            "is_meant": bool(answers.get("is_meant")),
        }
