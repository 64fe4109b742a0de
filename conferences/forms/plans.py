"""The form of an action that comes into a plan between its conferences."""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from typing import Any

from django import forms

from conferences.forms.recording_child import ActionForm, NeedForm
from conferences.models import PlanNeed
from conferences.operations.plans import Added
from conferences.operations.recording_lines import Action, Need
from safeguarding.pagekit.dates import DateField
from safeguarding.pagekit.drafts import KeepsDraft
from safeguarding.pagekit.layout import Button, Buttons, CancelLink, GovField, Helper
from safeguarding.pagekit.texts import words_field

NEW, NONE = "new", "none"
WRITTEN = ("what", "who", "by_date", "measure", "evidence", "service", "agreed_date")


class AddActionForm(KeepsDraft):
    """An action, the need that it is for, since when it is in the plan and why."""

    draft_title = "Action that comes into a plan"

    for_need = forms.ChoiceField(
        label="Which need is it for?", widget=forms.RadioSelect, required=False, choices=[]
    )
    added_date = DateField(
        label="Since when is it in the plan?", subject="Day since when it is in the plan", required=False
    )
    words = words_field(
        "Why does it come into the plan now?",
        hint="And where it was agreed: for example, in a core group.",
        subject="Why it comes into the plan",
        longest=1000,
    )

    def __init__(self, *args: Any, needs: Sequence[PlanNeed], back: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.needs = {str(need.pk): need for need in needs}
        own = {name: ActionForm.base_fields[name] for name in WRITTEN}
        texts = {name: NeedForm.base_fields[name] for name in ("need", "change")}
        for name, one in (own | texts).items():
            self.fields[name] = deepcopy(one)
        self.fields["for_need"].choices = [  # type: ignore[attr-defined]
            *((key, f"{need.number}. {need.outcome}") for key, need in self.needs.items()),
            (NEW, "Another need, which is not in the plan yet"),
            (NONE, "None of them"),
        ]
        self.helper = Helper(
            GovField("what", rows=3, label_size="m"),
            GovField("who", label_size="s"),
            GovField("by_date", label_size="s"),
            GovField("for_need", label_size="m", reveal={NEW: ["need", "change"]}),
            *(GovField(name, rows=2, label_size="s") for name in ("measure", "evidence")),
            GovField("service", label_size="s"),
            GovField("agreed_date", label_size="s"),
            GovField("added_date", label_size="m"),
            GovField("words", rows=3, label_size="m"),
            Buttons(Button("Add to the plan"), CancelLink(back)),
        )

    @property
    def told(self) -> Added:
        given = self.answers
        action = Action(**{name: given[name] for name in WRITTEN})
        new = Need(given["need"], given["change"]) if given["for_need"] == NEW else None
        need = self.needs.get(given["for_need"])
        return Added(action, given["added_date"], given["words"], need, new)
