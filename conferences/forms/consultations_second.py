"""The form of a second opinion, and of what was said where it differs from the decision."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms

from conferences.models import ThresholdStatement
from conferences.operations.consultations_second import Opinion
from conferences.rules.consultations import DECIDERS_CHOOSE, Answer
from safeguarding.pagekit.dates import DateField
from safeguarding.pagekit.drafts import KeepsDraft
from safeguarding.pagekit.layout import Button, Buttons, CancelLink, GovField, Helper
from safeguarding.pagekit.texts import words_field

KNEW = (("no", "No"), ("yes", "Yes, or I could guess it from what I had heard or read"))


class SecondOpinionForm(KeepsDraft):
    """What somebody would have decided who did not see the decision."""

    draft_title = "Second opinion on a re-plan consultation"
    opinion = forms.TypedChoiceField(
        label="What would you have decided?",
        choices=[(one.value, one.label) for one in DECIDERS_CHOOSE],
        coerce=lambda code: Answer[code],
        empty_value=None,
        widget=forms.RadioSelect,
        required=False,
    )
    statements = forms.MultipleChoiceField(
        label="Which threshold statements are met?", widget=forms.CheckboxSelectMultiple, required=False
    )
    words = words_field("Why?", hint="A sentence or two", subject="Why", longest=2000)
    knew = forms.TypedChoiceField(
        label="Did you know what was decided?",
        help_text="If you did, your opinion is kept, and not counted in how far both agree.",
        choices=KNEW,
        coerce=lambda code: code == "yes",
        empty_value=None,
        widget=forms.RadioSelect,
        required=False,
    )

    def __init__(
        self, *args: Any, name: str, statements: Sequence[ThresholdStatement], back: str, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.by_ref = {str(one.ref): one for one in statements}
        self.fields["opinion"].label = f"What would you have decided for {name}?"
        chosen = [(ref, f"{one.key} {one.words}") for ref, one in self.by_ref.items()]
        self.fields["statements"].choices = chosen  # type: ignore[attr-defined]
        if not self.by_ref:
            del self.fields["statements"]
        self.helper = Helper(
            GovField("opinion", label_size="s"),
            *([GovField("statements", label_size="s")] if self.by_ref else []),
            GovField("words", label_size="s", rows=4),
            GovField("knew", label_size="s"),
            Buttons(Button("Give your opinion"), CancelLink(back)),
        )

    @property
    def given(self) -> Opinion:
        answers = self.answers
        refs = answers.get("statements", ())
        tied = tuple(self.by_ref[ref] for ref in refs if ref in self.by_ref)
        return Opinion(answers["opinion"], answers["words"], answers["knew"], tied)


class TalkForm(KeepsDraft):
    """What was said of a difference."""

    draft_title = "What was said of a second opinion"
    held_date = DateField(label="When did you talk about it?", subject="Day", required=False)
    words = words_field(
        "What was said of it?",
        hint="What each saw that the other did not, and what follows",
        subject="What was said",
    )

    def __init__(self, *args: Any, back: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = Helper(
            "held_date", GovField("words", rows=4), Buttons(Button("Record it"), CancelLink(back))
        )
