"""The forms of what help was tried: for which children it was, and later how it went on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms

from conferences.models import SupportTried
from conferences.rules.supports import (
    DidChange,
    KnownFrom,
    SupportKind,
    Told,
    Uptake,
    WhyNot,
)
from safeguarding.labelled import choices
from safeguarding.models import Child
from safeguarding.pagekit.choosing import radios
from safeguarding.pagekit.dates import DateField
from safeguarding.pagekit.drafts import KeepsDraft
from safeguarding.pagekit.layout import Button, Buttons, CancelLink, GovField, Helper
from safeguarding.pagekit.texts import TextField, words_field

AIM_LONGEST, REASON_LONGEST = 1000, 300
REASONS = [("", "Choose a reason"), *choices(WhyNot)]


def _why_not() -> forms.ChoiceField:
    return forms.ChoiceField(
        label="If it was declined or never started, why?", choices=REASONS, required=False
    )


def _why_words() -> TextField:
    return words_field(
        "The reason in words (only for another reason)", subject="Reason in words", longest=REASON_LONGEST
    )


class SupportForm(KeepsDraft):
    """What was tried for which of the family's children in sight, and how far it came."""

    draft_title = "Help that was tried"

    children = forms.MultipleChoiceField(
        label="For which children was it?", widget=forms.CheckboxSelectMultiple, required=False
    )
    kind = radios("What was tried?", SupportKind)
    name = TextField(
        label="Name of it (only for a commissioned service or other support)",
        subject="Name of the service or support",
        max_length=100,
        required=False,
    )
    aim = words_field(
        "What was it to change?",
        hint="For the child: what would be different at home",
        subject="What it was to change",
        longest=AIM_LONGEST,
    )
    offered_date = DateField(
        label="When was it offered? (optional)", subject="Day it was offered", required=False
    )
    uptake = radios("How far did it come?", Uptake)
    started_date = DateField(label="When did it start? (optional)", subject="Day it started", required=False)
    ended_date = DateField(label="When did it end? (optional)", subject="Day it ended", required=False)
    did_change = radios("Did it change what it was to change?", DidChange)
    why_not, why_words = _why_not(), _why_words()
    known_from = radios("Where is it known from?", KnownFrom)

    def __init__(self, *args: Any, siblings: Sequence[Child], back: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.by_ref = {str(child.ref): child for child in siblings}
        names = [(ref, child.display_name) for ref, child in self.by_ref.items()]
        self.fields["children"].choices = names  # type: ignore[attr-defined]
        self.helper = Helper(
            GovField("children", label_size="m"),
            GovField(
                "kind",
                label_size="m",
                option_hints={SupportKind.LEGAL_GATEWAY.value: "Also called a legal planning meeting"},
            ),
            GovField("name", width="two-thirds"),
            GovField("aim", label_size="m", characters=AIM_LONGEST, rows=3),
            GovField("offered_date", label_size="m"),
            GovField(
                "uptake",
                label_size="m",
                reveal={Uptake.TAKEN_UP.value: ["started_date", "ended_date", "did_change"]},
            ),
            GovField("why_not", width="two-thirds"),
            GovField("why_words", characters=REASON_LONGEST, rows=2),
            GovField("known_from", label_size="m"),
            Buttons(Button("Record it"), CancelLink(back)),
        )

    @property
    def given(self) -> dict[str, Any]:
        """The children and what is told of them, as the operation wants it."""
        answers = self.answers
        chosen = [self.by_ref[ref] for ref in answers["children"] if ref in self.by_ref]
        told = Told(**{name: answers[name] for name in Told.__dataclass_fields__})
        return {"children": chosen, "told": told}


class GoesOnForm(KeepsDraft):
    """How one support went on: what of it is not known yet."""

    draft_title = "How help that was tried went on"

    uptake = radios("How far did it come?", Uptake)
    started_date = DateField(label="When did it start? (optional)", subject="Day it started", required=False)
    ended_date = DateField(label="When did it end? (only if it has)", subject="Day it ended", required=False)
    did_change = radios("Did it change what it was to change?", DidChange)
    why_not, why_words = _why_not(), _why_words()

    def __init__(self, *args: Any, support: SupportTried, back: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        waits = support.uptake == Uptake.WAITING
        unknown = {
            "uptake": waits,
            "started_date": support.started_date is None,
            "ended_date": support.ended_date is None,
            "did_change": True,
            "why_not": waits,
            "why_words": waits,
        }
        for name in [name for name, is_unknown in unknown.items() if not is_unknown]:
            del self.fields[name]
        self.helper = Helper(
            *(self._box(name) for name in self.fields),
            Buttons(Button("Save"), CancelLink(back)),
        )

    def _box(self, name: str) -> GovField:
        if name == "why_words":
            return GovField(name, characters=REASON_LONGEST, rows=2)
        return GovField(name, label_size="s") if name != "why_not" else GovField(name, width="two-thirds")

    @property
    def given(self) -> dict[str, Any]:
        answers = self.answers
        return {name: answers[name] for name in self.fields}
