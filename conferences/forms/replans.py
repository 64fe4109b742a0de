"""The forms of a re-plan consultation: the asker's account, and the Strategic Lead's answer."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django import forms

from conferences.rules.consultations import Answer
from safeguarding.labelled import choices
from safeguarding.pagekit.dates import DateField
from safeguarding.pagekit.joining import JoinsTexts
from safeguarding.pagekit.layout import Button, Buttons, CancelLink, GovField, Helper
from safeguarding.pagekit.texts import words_field
from safeguarding.policy.words import in_words
from safeguarding.refusals import Problem

HINTS = {
    Answer.AGREE.value: "The conference goes ahead with your advice",
    Answer.ANOTHER_WAY.value: "Say what, and who will lead it. The request stays until it is withdrawn.",
    Answer.MORE_INFORMATION.value: "The conference’s due date does not change",
}


class AccountForm(JoinsTexts):
    """Why now, what is different, the child's words, and what was tried."""

    draft_title = "Account for a re-plan consultation"
    TEXTS = ("why_now", "what_is_different", "child_words", "options_tried")
    why_now = words_field(
        "Why now?",
        hint="What has happened, and the harm to this child: the whole history, not only the latest incident",
        subject="Why now",
    )
    what_is_different = words_field(
        "What is different from the last time?",
        hint="What the last plan was meant to change, whether it did, what a new one would do differently",
        subject="What is different",
    )
    child_words = words_field(
        "What does the child say?",
        hint="In the child’s own words where you can",
        subject="What the child says",
    )
    options_tried = words_field(
        "What else was tried or considered?",
        hint="Child in need plan, family group conference, early help",
        subject="What else was tried",
    )

    def __init__(self, *args: Any, back: str, action: str, on: dt.date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.back, self.action, self.on = back, action, on

    @property
    def given(self) -> dict[str, Any]:
        """The account as the operation wants it."""
        return {name: self.answers[name] for name in self.TEXTS} | self.opened

    @property
    def helper(self) -> Helper:
        return Helper(
            "seen",
            *(part for name in self.TEXTS for part in self.shown(name, label_size="s")),
            Buttons(Button(in_words("Send to the {STRATEGIC_LEAD}", self.on)), CancelLink(self.back)),
            action=self.action,
        )


INSTEAD = {Answer.ANOTHER_WAY: "another_way", Answer.MORE_INFORMATION: "information"}


class AnswerForm(JoinsTexts):
    """One of three answers, what it needs, and the reasons."""

    draft_title = "Answer to a re-plan consultation"
    answer = forms.TypedChoiceField(
        label="Your answer",
        choices=choices(Answer),
        coerce=lambda code: Answer[code],
        empty_value=None,
        widget=forms.RadioSelect,
        required=False,
    )
    another_way = words_field("What is the other way, and who leads it?", subject="The other way")
    information = words_field("What do you need to know?", subject="What you need to know")
    wanted_by_date = DateField(label="By when?", subject="Day by which you need it", required=False)
    reasons = words_field(
        "Reasons",
        hint="These are kept on the child’s record, and the person who asked will read them",
    )

    def __init__(self, *args: Any, back: str, action: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        reveal: dict[str, list[GovField | str]] = {
            Answer.ANOTHER_WAY.value: [GovField("another_way", rows=3)],
            Answer.MORE_INFORMATION.value: [GovField("information", rows=3), "wanted_by_date"],
        }
        self.helper = Helper(
            "seen",
            GovField("answer", label_size="s", option_hints=HINTS, reveal=reveal),
            GovField("reasons", label_size="s"),
            Buttons(Button("Check and confirm"), CancelLink(back)),
            action=action,
        )

    @property
    def given(self) -> dict[str, Any]:
        """The answer as the operation wants it. `instead`: what it asks for beside the reasons."""
        answers = self.answers
        named = {name: answers[name] for name in ("answer", "reasons", "wanted_by_date")}
        return named | {"instead": answers.get(self._instead, "")}

    @property
    def _instead(self) -> str:
        return INSTEAD.get(self.answers["answer"], "")

    def field_of(self, problem: Problem) -> str:
        return self._instead if problem.field == "instead" else problem.field
