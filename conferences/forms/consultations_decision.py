"""The form of a decision on a family: a part for each child, reasons that may be shared, and conditions."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from django import forms
from django.db.models import QuerySet

from conferences.models import Consultation, ThresholdStatement
from conferences.operations.consultations_deciding import ChildAnswer, Condition
from conferences.rules.consultations import DECIDED, DECIDERS_CHOOSE, Answer, Way
from safeguarding.labelled import choices
from safeguarding.models import User
from safeguarding.pagekit.dates import DateField, DateParts
from safeguarding.pagekit.joining import JoinsTexts
from safeguarding.pagekit.layout import (
    Button,
    Buttons,
    CancelLink,
    FoldedPart,
    GovField,
    Helper,
    Set,
    Siblings,
    Side,
)
from safeguarding.pagekit.people import PersonChoice, offer
from safeguarding.pagekit.texts import words_field
from safeguarding.pagekit.whose import TellsWhose
from safeguarding.refusals import Problem

HINTS = {
    Answer.AGREE.value: "The conference goes ahead with your advice",
    Answer.MORE_INFORMATION.value: "The conference’s due date does not change",
}
ROWS = (0, 1)
CONDITIONS = ("First condition", "Second condition")
# What the button for all takes from the first child.
SAME = (
    "answer",
    "way",
    "instead",
    "lead",
    "lead_words",
    "review_date_day",
    "review_date_month",
    "review_date_year",
    "information",
    "wanted_by_date_day",
    "wanted_by_date_month",
    "wanted_by_date_year",
    "to_whom",
    "statements",
)


class DecisionForm(TellsWhose, JoinsTexts):
    """One decision a child; whoever is left without one waits on. `people` may lead and own what follows."""

    draft_title = "Decision on a re-plan consultation"
    act = forms.UUIDField(widget=forms.HiddenInput, required=False)
    reasons = words_field(
        "Reasons",
        hint="For every child for whom you write no other above. The person who asked will read them.",
    )
    because = words_field("Why is the earlier decision replaced?", subject="Why it is replaced")
    for_another = PersonChoice(
        label="Do you decide for somebody who is away?", empty_label="No, for myself", required=False
    )

    def __init__(
        self,
        *args: Any,
        children: Sequence[Consultation],
        people: QuerySet[User],
        away: QuerySet[User],
        statements: Sequence[ThresholdStatement],
        back: str,
        action: str,
        on: dt.date,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.children, self.on, self.back, self.action = list(children), on, back, action
        self.statements = {str(one.ref): one for one in statements}
        self.has_decided = any(one.state in ("AGREED", "ANOTHER_WAY") for one in children)
        offer(self.fields["for_another"], away, on)
        # What was chosen before the leave ended is refused beside its box.
        self.stands_in = away.exists() or bool(self.data.get("for_another"))
        for one in self.children:
            self._add_child(one, people)
        for row in ROWS:
            self._add_condition(row, people)

    def _add_child(self, one: Consultation, people: QuerySet[User]) -> None:
        name, pk = one.child.display_name, one.pk
        own = {
            "answer": _choice(f"Decision for {name}", [(a.value, a.label) for a in DECIDERS_CHOOSE], Answer),
            "way": _choice("Which other way?", choices(Way), Way),
            "instead": words_field("What is the support?", subject="What the support is"),
            "lead": PersonChoice(label="Who leads it?", empty_label="Somebody else", required=False),
            "lead_words": forms.CharField(label="If somebody else, who?", max_length=120, required=False),
            "review_date": DateField(
                label="When is it reviewed?", subject="Day of the review", required=False
            ),
            "information": words_field("What do you need to know?", subject="What you need to know"),
            "wanted_by_date": _day("By when?", "Day by which you need it"),
            "to_whom": forms.CharField(label="To whom?", max_length=120, required=False),
            "statements": forms.MultipleChoiceField(
                label="Which threshold statements are met?",
                choices=[(ref, f"{one.key} {one.words}") for ref, one in self.statements.items()],
                widget=forms.CheckboxSelectMultiple,
                required=False,
            ),
            "reasons": words_field(
                f"Why, for {name}", hint="Only where it differs", subject=f"Why, for {name}"
            ),
        }
        for field, made in own.items():
            self.fields[f"{field}_{pk}"] = made
        offer(self.fields[f"lead_{pk}"], people, self.on)

    def _add_condition(self, row: int, people: QuerySet[User]) -> None:
        self.fields[f"condition_what_{row}"] = words_field("What must happen?", subject="What must happen")
        self.fields[f"condition_owner_{row}"] = PersonChoice(
            label="Who does it?", empty_label="Somebody else", required=False
        )
        self.fields[f"condition_owner_words_{row}"] = forms.CharField(
            label="If somebody else, who?", max_length=120, required=False
        )
        self.fields[f"condition_due_{row}"] = DateField(label="By when?", subject="Day", required=False)
        offer(self.fields[f"condition_owner_{row}"], people, self.on)

    @property
    def given(self) -> dict[str, Any]:
        """The decision as the operation wants it."""
        answers = self.answers
        chosen = [one for one in self.children if answers[f"answer_{one.pk}"]]
        return {
            "answers": {one.pk: self._answer(one, answers) for one in chosen},
            "conditions": [self._condition(row, answers) for row in self._rows(answers)],
            "because": answers["because"],
            "for_another": answers["for_another"],
            "act": answers["act"],
        }

    def _answer(self, one: Consultation, answers: dict[str, Any]) -> ChildAnswer:
        own = {name: answers[f"{name}_{one.pk}"] for name in _OWN}
        needs_information = own["answer"] is Answer.MORE_INFORMATION
        return ChildAnswer(
            answer=own["answer"],
            reasons=own["reasons"].strip() or answers["reasons"],
            instead=own["information"] if needs_information else own["instead"],
            way=own["way"],
            lead=own["lead"],
            lead_words="" if own["lead"] else own["lead_words"],
            review_date=own["review_date"],
            wanted_by_date=own["wanted_by_date"],
            to_whom=own["to_whom"],
            statements=tuple(self.statements[ref] for ref in own["statements"] if ref in self.statements),
        )

    def _rows(self, answers: dict[str, Any]) -> list[int]:
        names = ("condition_what", "condition_owner", "condition_owner_words", "condition_due")
        return [row for row in ROWS if any(answers[f"{name}_{row}"] for name in names)]

    def _condition(self, row: int, answers: dict[str, Any]) -> Condition:
        what, owner, words, due = (
            answers[f"condition_{name}_{row}"] for name in ("what", "owner", "owner_words", "due")
        )
        return Condition(what, owner, "" if owner else words, due)

    @property
    def decides(self) -> bool:
        return any(answer.answer in DECIDED for answer in self.given["answers"].values())

    def field_of(self, problem: Problem) -> str:
        """The child's or the row's own, where the problem is about one."""
        if problem.field.startswith("condition_") and problem.about is not None:
            rows = self._rows(self.answers)
            return f"{problem.field}_{rows[problem.about] if problem.about < len(rows) else ROWS[0]}"
        own = f"{problem.field}_{problem.about}"
        if problem.field == "reasons" and not self._has_own_reasons:
            return "reasons"
        if problem.field == "answer" and problem.about is None:
            return f"answer_{self.children[0].pk}"
        return own if own in self.fields else problem.field

    @property
    def _has_own_reasons(self) -> bool:
        """Whether a child has reasons of its own, so that those of another may be missing."""
        return len(self.children) > 1 and any(self.answers[f"reasons_{one.pk}"] for one in self.children)

    def show_problem(self, problem: Problem) -> None:
        """What is missing for all of them is said once."""
        field = self.field_of(problem)
        if problem.sentence.rstrip(".") not in self.errors.get(field, ()):
            super().show_problem(problem)

    def whose(self, field: str) -> str:
        """The child's name where there are several; which of the conditions."""
        stem, _, number = field.rpartition("_")
        if stem.startswith("condition_"):
            return CONDITIONS[int(number)]
        names = {str(one.pk): one.child.display_name for one in self.children}
        return names.get(number, "") if len(names) > 1 else ""

    @property
    def helper(self) -> Helper:
        replaced = [GovField("because", label_size="s", rows=3)] if self.has_decided else []
        deputy = [GovField("for_another", label_size="s")] if self.stands_in else []
        same = [Button("The same for all as for the first", name="same", value="all", kind="secondary")]
        return Helper(
            "seen",
            "act",
            Siblings(*(self._part(one) for one in self.children)),
            *([Buttons(*same)] if len(self.children) > 1 else []),
            GovField("reasons", label_size="s", rows=3),
            *replaced,
            FoldedPart(
                "Conditions (optional)",
                "What must happen with it, who does it and by when.",
                *(self._condition_part(row) for row in ROWS),
                is_open=self._has_conditions,
            ),
            *deputy,
            Buttons(Button("Check and confirm"), CancelLink(self.back)),
            action=self.action,
        )

    def _part(self, one: Consultation) -> Set:
        pk = one.pk
        reveal: dict[str, list[Any]] = {
            Answer.ANOTHER_WAY.value: [
                f"way_{pk}",
                GovField(f"instead_{pk}", rows=3),
                f"lead_{pk}",
                f"lead_words_{pk}",
                f"review_date_{pk}",
            ],
            Answer.MORE_INFORMATION.value: [GovField(f"information_{pk}", rows=3), f"wanted_by_date_{pk}"],
            Answer.ESCALATE.value: [f"to_whom_{pk}"],
        }
        tied = [GovField(f"statements_{pk}", small=True)] if self.statements else []
        whys = FoldedPart(
            f"Other reasons for {one.child.display_name}",
            "Only where they differ.",
            GovField(f"reasons_{pk}", rows=3),
            is_open=self._is_touched(f"reasons_{pk}"),
        )
        own = [whys] if len(self.children) > 1 else []
        return Set(
            one.child.display_name,
            GovField(f"answer_{pk}", small=True, hide_label=True, option_hints=HINTS, reveal=reveal),
            *tied,
            *own,
        )

    @property
    def _has_conditions(self) -> bool:
        """Whether something of a condition was typed already, or is wrong."""
        return any(self._is_touched(name) for name in self.fields if name.startswith("condition_"))

    def _is_touched(self, name: str) -> bool:
        return name in self.errors or self[name].value() not in (None, "", DateParts())

    def _condition_part(self, row: int) -> Set:
        names = ("owner", "owner_words")
        return Set(
            f"{CONDITIONS[row]} (optional)",
            GovField(f"condition_what_{row}", rows=2),
            Side(*(f"condition_{name}_{row}" for name in names)),
            f"condition_due_{row}",
            size="s",
        )


_OWN = (
    "answer",
    "way",
    "instead",
    "lead",
    "lead_words",
    "review_date",
    "information",
    "wanted_by_date",
    "to_whom",
    "statements",
    "reasons",
)


def _day(label: str, subject: str) -> DateField:
    return DateField(label=label, subject=subject, required=False)


def _choice(label: str, options: Sequence[tuple[str, str]], kind: Any) -> forms.TypedChoiceField:
    return forms.TypedChoiceField(
        label=label,
        choices=options,
        coerce=lambda code: kind[code],
        empty_value=None,
        widget=forms.RadioSelect,
        required=False,
    )
