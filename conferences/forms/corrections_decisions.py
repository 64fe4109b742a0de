"""The form of a new version of a signed decision, and the one that turns it down."""

from __future__ import annotations

from typing import Any

from django import forms

from conferences.operations.corrections_decisions import Wish
from conferences.queries.corrections_decisions import Version
from conferences.rules.corrections import ONE_AT_A_TIME
from conferences.rules.recording import outcomes_for
from conferences.rules.vocabulary import (
    Category,
    ConferenceKind,
    DecisionOutcome,
    EndReason,
    StepDown,
    end_reasons,
)
from safeguarding.labelled import (
    choices,
    label,
)
from safeguarding.pagekit.drafts import KeepsDraft
from safeguarding.pagekit.layout import Button, Buttons, CancelLink, GovField, Helper, Set
from safeguarding.pagekit.texts import words_field

VERSION = ("outcome", "category", "reasons", "end_reason", "step_down")


class DecisionChangeForm(KeepsDraft):
    """What the decision should be, and how it came to be signed otherwise."""

    draft_title = "A new version of a decision"

    outcome = forms.ChoiceField(label="Decision", widget=forms.RadioSelect, required=False)
    category = forms.ChoiceField(
        label="Category of the plan", choices=[("", "None"), *choices(Category)], required=False
    )
    end_reason = forms.ChoiceField(label="Why the plan ends", required=False)
    step_down = forms.ChoiceField(
        label="Where support goes", choices=[("", "None"), *choices(StepDown)], required=False
    )
    reasons = words_field("Reasons for the decision", subject="Reasons")
    why = forms.ChoiceField(
        label="Why is it another decision?", choices=ONE_AT_A_TIME, widget=forms.RadioSelect, required=False
    )
    words = words_field(
        "How did it come to be signed wrongly?",
        hint="The second person reads this, and it stays with the decision",
        subject="How it came to be signed wrongly",
        longest=2000,
    )

    def __init__(
        self, *args: Any, kind: str, version: Version, back: str, is_unborn: bool = False, **kwargs: Any
    ) -> None:
        super().__init__(*args, initial={name: getattr(version, name) for name in VERSION}, **kwargs)
        outcome: Any = self.fields["outcome"]
        outcome.choices = [(one.value, one.label) for one in outcomes_for(kind)]
        known = [(EndReason.RISK_REDUCED.value, EndReason.RISK_REDUCED.label)]
        if version.end_reason not in ("", EndReason.RISK_REDUCED):
            known.append((version.end_reason, label(end_reasons(is_unborn=is_unborn), version.end_reason)))
        self.fields["end_reason"].choices = [("", "None"), *known]  # type: ignore[attr-defined]
        with_plan = outcomes_for(kind)[0]
        reveal = {with_plan.value: [GovField("category")]}
        if kind == ConferenceKind.REVIEW:
            reveal[DecisionOutcome.PLAN_ENDS.value] = [GovField("end_reason"), GovField("step_down")]
        else:
            del self.fields["end_reason"], self.fields["step_down"]
        self.helper = Helper(
            Set("What it should be", GovField("outcome", label_size="s", reveal=reveal), GovField("reasons")),
            Set("The reason", GovField("why", label_size="s"), GovField("words", characters=2000, rows=4)),
            Buttons(Button("Continue"), CancelLink(back)),
        )

    @property
    def wish(self) -> Wish:
        """The new version as the operation wants it; what is beneath the other decision does not count."""
        answers = self.answers
        with_plan = answers["outcome"] in (DecisionOutcome.PLAN_BEGINS, DecisionOutcome.PLAN_CONTINUES)
        ends = answers["outcome"] == DecisionOutcome.PLAN_ENDS
        version = Version(
            outcome=answers["outcome"],
            category=answers["category"] if with_plan else "",
            reasons=answers["reasons"].strip(),
            end_reason=answers.get("end_reason", "") if ends else "",
            step_down=answers.get("step_down", "") if ends else "",
        )
        return Wish(version, answers["why"], answers["words"])


class TurnDownDecisionForm(KeepsDraft):
    """Why a decision stays as it was signed."""

    draft_title = "Why a decision stays as it was signed"

    reason = words_field("Why?", subject="Reason", longest=1000)

    def __init__(self, *args: Any, button: str, back: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = Helper(
            GovField("reason", label_size="m", characters=1000), Buttons(Button(button), CancelLink(back))
        )
