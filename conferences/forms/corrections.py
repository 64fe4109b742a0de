"""The form of a correction: the facts of one record as they stand, why it is corrected, and in what words."""

from __future__ import annotations

from typing import Any

from django import forms

from conferences.forms.requests import OUTSIDE_ENGLAND, authority_choices
from conferences.forms.scheduling import TimeField
from conferences.operations.corrections import Change
from conferences.queries.corrections_plans import chairs_known
from conferences.rules.corrections import IN_ERROR, Correctable, Fact, Sort, reasons_for
from safeguarding.labelled import choices
from safeguarding.pagekit.dates import DateField
from safeguarding.pagekit.joining import JoinsTexts
from safeguarding.pagekit.layout import Button, Buttons, CancelLink, GovField, Helper, Set
from safeguarding.pagekit.texts import TextField, words_field
from safeguarding.versions import StaleVersion
from safeguarding.wording import uk_time

LONGEST_NAME = 100


class CorrectionForm(JoinsTexts):
    """What a record should say. What somebody else corrected meanwhile is shown above one's own."""

    draft_title = "A correction"

    why = forms.ChoiceField(
        label="Why is it corrected?",
        widget=forms.RadioSelect,
        required=False,
    )
    words = words_field(
        "How do you know? (optional)",
        hint="Who told you, or which paper says it",
        subject="How you know",
        longest=1000,
    )

    def __init__(
        self, *args: Any, correctable: Correctable, facts: dict[str, Any], mark: str, back: str, **kwargs: Any
    ) -> None:
        self.correctable, self.back = correctable, back
        super().__init__(*args, initial=_initial(correctable, facts) | {"seen": mark}, **kwargs)
        self.fields["why"].choices = reasons_for(correctable)  # type: ignore[attr-defined]
        if IN_ERROR in correctable.facts:
            self.fields["words"].label = "How do you know?"
            self.fields["words"].help_text += ". Needed for what was recorded in error"
        for fact in correctable.facts:
            self.fields[fact.field] = _field(fact)

    @property
    def helper(self) -> Helper:
        names = [part for fact in self.correctable.facts for part in self._box(fact)]
        reason = [GovField("why", label_size="s"), GovField("words", characters=1000, rows=3)]
        return Helper(
            "seen",
            Set("What it should say", *names, hint="Change only what is wrong"),
            Set("The reason", *reason),
            Buttons(Button("Continue"), CancelLink(self.back)),
        )

    def _box(self, fact: Fact) -> list[Any]:
        if fact.sort is Sort.WORDS:
            return self.shown(fact.field, rows=4)
        if fact.sort in (Sort.NAME, Sort.AUTHORITY, Sort.CODE):
            return self.shown(fact.field, width="two-thirds")
        return self.shown(fact.field)

    @property
    def change(self) -> Change:
        """The correction as the operation wants it."""
        answers = self.answers
        facts = {fact.field: _stored(fact, answers[fact.field]) for fact in self.correctable.facts}
        return Change(facts, answers["why"], answers["words"], self.data.get("seen"))

    def join(self, stale: StaleVersion) -> None:
        """What differs of what stands now, in the form's own values."""
        stale.theirs = _initial(self.correctable, stale.theirs)
        super().join(stale)


def _initial(correctable: Correctable, facts: dict[str, Any]) -> dict[str, Any]:
    return {fact.field: _shown(fact, facts[fact.field]) for fact in correctable.facts}


def _shown(fact: Fact, value: Any) -> Any:
    if fact.sort is Sort.CODES:
        return list(value)
    if fact.sort is Sort.TIME:
        return uk_time(value)
    return OUTSIDE_ENGLAND if fact.sort is Sort.AUTHORITY and value == "" else value


def _stored(fact: Fact, value: Any) -> Any:
    if fact.sort is Sort.AUTHORITY:
        return "" if value == OUTSIDE_ENGLAND else value
    return tuple(sorted(value)) if fact.sort is Sort.CODES else value


def _field(fact: Fact) -> forms.Field:
    label = f"{fact.words} (optional)" if fact.blank else fact.words
    if fact.sort is Sort.DATE:
        return DateField(label=label, subject=fact.words, required=False)
    if fact.sort is Sort.CODE and fact.codes:
        empty = [("", fact.blank)] if fact.blank else []
        return forms.ChoiceField(label=label, choices=[*empty, *choices(fact.codes)], required=False)
    if fact.sort is Sort.CODES and fact.codes:
        return forms.MultipleChoiceField(
            label=label,
            choices=choices(fact.codes),
            widget=forms.CheckboxSelectMultiple,
            required=False,
        )
    if fact.sort is Sort.AUTHORITY:
        return forms.ChoiceField(label=label, choices=lambda: authority_choices(former=True), required=False)
    if fact.sort is Sort.PERSON:
        return forms.ModelChoiceField(
            label=label, queryset=chairs_known(), required=False, empty_label=fact.blank
        )
    if fact.sort is Sort.TIME:
        return TimeField(label=label, help_text="For example, 10am or 2:30pm", required=False)
    if fact.sort is Sort.YES:
        return forms.BooleanField(label=fact.words, required=False)
    if fact.sort is Sort.NUMBER:
        return forms.IntegerField(label=label, required=False, min_value=0)
    if fact.sort is Sort.WORDS:
        return words_field(label, subject=fact.words)
    return TextField(label=label, subject=fact.words, max_length=LONGEST_NAME, required=False)
