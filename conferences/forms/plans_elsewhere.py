"""The form of a plan that a child had with another authority."""

from __future__ import annotations

from typing import Any

from django import forms

from conferences.forms.requests import OUTSIDE_ENGLAND, authority_choices
from conferences.rules.plans_elsewhere import Told
from conferences.rules.vocabulary import Category
from safeguarding.labelled import choices
from safeguarding.pagekit.dates import DateField
from safeguarding.pagekit.drafts import KeepsDraft
from safeguarding.pagekit.layout import Button, Buttons, CancelLink, GovField, Helper
from safeguarding.pagekit.texts import TextField, words_field


class PlanElsewhereForm(KeepsDraft):
    """Whose plan, when as far as it is known, and how it is known."""

    draft_title = "Plan elsewhere"

    authority = forms.ChoiceField(
        label="Which authority was it?", choices=lambda: authority_choices(former=True), required=False
    )
    authority_name = TextField(
        label="Name of the authority or country (optional)",
        help_text="Only for one outside England, for example Wales, Cardiff",
        subject="Name of the authority or country",
        max_length=100,
        required=False,
    )
    start_date = DateField(label="When did it begin? (optional)", subject="Day it began", required=False)
    end_date = DateField(label="When did it end? (optional)", subject="Day it ended", required=False)
    category = forms.ChoiceField(
        label="Category (optional)", choices=[("", "Not known"), *choices(Category)], required=False
    )
    how_known = words_field(
        "How is it known?",
        hint="Who told it, when, and from which papers",
        subject="How it is known",
        longest=1000,
    )

    def __init__(self, *args: Any, back: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = Helper(
            GovField("authority", width="two-thirds"),
            GovField("authority_name", width="two-thirds"),
            "start_date",
            "end_date",
            "category",
            GovField("how_known", characters=1000),
            Buttons(Button("Record the plan"), CancelLink(back)),
        )

    @property
    def told(self) -> Told:
        answers = self.answers
        chosen = answers["authority"]
        return Told(
            authority="" if chosen == OUTSIDE_ENGLAND else chosen or None,
            authority_name=answers["authority_name"],
            start_date=answers["start_date"],
            end_date=answers["end_date"],
            category=answers["category"],
            how_known=answers["how_known"],
        )
