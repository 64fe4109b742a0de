"""The form of a first view: one choice and one short text for each child, beside each other."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms

from conferences.models import Consultation
from conferences.operations.consultations_first_views import FirstView
from conferences.rules.consultations import DECIDERS_CHOOSE, Answer
from safeguarding.pagekit.joining import JoinsTexts
from safeguarding.pagekit.layout import Button, Buttons, CancelLink, GovField, Helper, Set, Siblings
from safeguarding.pagekit.texts import words_field
from safeguarding.pagekit.whose import TellsWhose
from safeguarding.refusals import Problem

# A sentence or two.
LONGEST_VIEW = 600


class FirstViewForm(TellsWhose, JoinsTexts):
    """Which way one leans for each child, before the nearest earlier decisions are shown."""

    draft_title = "First view on a re-plan consultation"
    act = forms.UUIDField(widget=forms.HiddenInput, required=False)

    def __init__(
        self, *args: Any, children: Sequence[Consultation], past: str, action: str, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.children, self.past, self.action = list(children), past, action
        for one in self.children:
            name = one.child.display_name
            self.fields[f"leans_{one.pk}"] = forms.TypedChoiceField(
                label=f"Which way do you lean for {name}?",
                choices=[(answer.value, answer.label) for answer in DECIDERS_CHOOSE],
                coerce=lambda code: Answer[code],
                empty_value=None,
                widget=forms.RadioSelect,
                required=False,
            )
            self.fields[f"words_{one.pk}"] = words_field(
                "Why, in a sentence or two?", subject=f"Why, for {name}", longest=LONGEST_VIEW
            )

    @property
    def given(self) -> dict[str, Any]:
        """The views as the operation wants them."""
        answers = self.answers
        views = {
            one.pk: FirstView(answers[f"leans_{one.pk}"], answers[f"words_{one.pk}"]) for one in self.children
        }
        return {"views": views, "act": answers["act"]}

    def field_of(self, problem: Problem) -> str:
        """The child's own."""
        about = problem.about if problem.about is not None else self.children[0].pk
        own = f"{problem.field}_{about}"
        return own if own in self.fields else problem.field

    def whose(self, field: str) -> str:
        """The child's name where there are several."""
        names = {str(one.pk): one.child.display_name for one in self.children}
        return names.get(field.rpartition("_")[2], "") if len(names) > 1 else ""

    @property
    def helper(self) -> Helper:
        return Helper(
            "seen",
            "act",
            Siblings(*(self._part(one) for one in self.children)),
            Buttons(Button("Note my first view"), CancelLink(self.past, "Decide without a first view")),
            action=self.action,
        )

    def _part(self, one: Consultation) -> Set:
        return Set(
            one.child.display_name,
            GovField(f"leans_{one.pk}", label_size="s", small=True),
            GovField(f"words_{one.pk}", label_size="s", rows=3),
        )
