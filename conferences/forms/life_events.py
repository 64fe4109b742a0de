"""The form of what happened in a child's life, with what its kind needs, and that of the end of a plan."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms

from conferences.forms.requests import OUTSIDE_ENGLAND, authority_choices
from conferences.rules.children import Life
from conferences.rules.corrections import ONE_AT_A_TIME
from conferences.rules.life_events import ASKS_STEP_DOWN, ENDS, Happening, LifeKind, birthday
from conferences.rules.vocabulary import StepDown
from safeguarding.labelled import choices
from safeguarding.models import Household
from safeguarding.pagekit.dates import DateField
from safeguarding.pagekit.drafts import KeepsDraft
from safeguarding.pagekit.layout import Button, Buttons, CancelLink, GovField, Helper
from safeguarding.pagekit.texts import TextField, words_field
from safeguarding.register.codes import Sex

DAYS: dict[LifeKind, str] = {
    LifeKind.BORN: "When was the child born?",
    LifeKind.NEW_NAME: "From which day?",
    LifeKind.MOVED_WITHIN: "When did the child move in?",
    LifeKind.MOVED_AWAY: "When did the child move?",
    LifeKind.LOOKED_AFTER: "When did the child become looked after, or was the order made?",
    LifeKind.OTHER_ORDER: "When was the order made?",
    LifeKind.LEFT_UK: "When did the child leave?",
    LifeKind.EIGHTEEN: "When was the 18th birthday?",
    LifeKind.DIED: "When did the child die?",
}
PREGNANCY = "When did the pregnancy end?"
ENDS_LABELS: dict[LifeKind, str] = {
    LifeKind.MOVED_AWAY: "When did the other authority hold its conference? (if it has)",
}
ENDS_HINTS: dict[LifeKind, str] = {
    LifeKind.MOVED_AWAY: "The plan ends on that day, once a second person confirms it",
}
EVIDENCE_HINTS: dict[LifeKind, str] = {
    LifeKind.LOOKED_AFTER: "Which order or agreement, of which court, and who told it",
    LifeKind.OTHER_ORDER: "Which order, of which court, and who told it",
    LifeKind.MOVED_AWAY: "Who told it, and who has the case there",
}
STEP_DOWNS = [("", "Choose where support goes"), *choices(StepDown)]


def day_field(label: str, hint: str = "", subject: str = "Day") -> DateField:
    return DateField(label=label, help_text=hint, subject=subject, required=False)


class LifeEventForm(KeepsDraft):
    """`on_plan`: whether a plan runs that what happened may end. `homes`: where the child may have moved."""

    draft_title = "What happened in a child’s life"
    FIELD_FOR = {"since": "day"}

    day = day_field("When?")
    sex = forms.ChoiceField(label="Sex", choices=choices(Sex), widget=forms.RadioSelect, required=False)
    given_names = forms.CharField(label="Given names (optional)", required=False, max_length=100)
    family_name = forms.CharField(
        label="Family name (optional)", help_text="Leave empty if it stays", required=False, max_length=100
    )
    nhs_number = forms.CharField(label="NHS number (optional)", required=False, max_length=12)
    home = forms.ChoiceField(label="Which home?", widget=forms.RadioSelect, required=False)
    authority = forms.ChoiceField(
        label="Which authority did the child move to?", choices=lambda: authority_choices(), required=False
    )
    authority_name = TextField(
        label="Name of the authority or country (optional)",
        help_text="Only for one outside England, for example Wales, Cardiff",
        subject="Name of the authority or country",
        max_length=100,
        required=False,
    )
    ends = day_field("When does the plan end? (if on another day)", subject="Day the plan ends")
    step_down = forms.ChoiceField(label="Where does support go?", choices=STEP_DOWNS, required=False)
    evidence = words_field("How do you know?", subject="How it is known", longest=2000)

    def __init__(
        self,
        *args: Any,
        kind: LifeKind,
        is_unborn: bool,
        on_plan: bool,
        homes: Sequence[Household],
        back: str,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.kind = kind
        self.homes = {str(home.pk): home for home in homes}
        self.fields["home"].choices = [(pk, home.name) for pk, home in self.homes.items()]  # type: ignore[attr-defined]
        wanted = fields_of(kind, on_plan)
        for name in set(self.fields) - set(wanted):
            del self.fields[name]
        is_pregnancy = kind is LifeKind.DIED and is_unborn
        self.fields["day"].label = PREGNANCY if is_pregnancy else DAYS[kind]
        self.fields["evidence"].help_text = EVIDENCE_HINTS.get(kind, "Who told it, when, and what was seen")
        if "ends" in self.fields:
            self.fields["ends"].label = ENDS_LABELS.get(kind, self.fields["ends"].label)
            self.fields["ends"].help_text = ENDS_HINTS.get(kind, "") if on_plan else ""
        wide = {"given_names", "family_name", "authority", "authority_name"}
        parts = [GovField(name, width="two-thirds") if name in wide else GovField(name) for name in wanted]
        self.helper = Helper(*parts, Buttons(Button("Continue"), CancelLink(back)))

    @property
    def given(self) -> dict[str, Any]:
        """What happened, as the operation wants it."""
        answers = self.answers
        values = {name: value for name, value in answers.items() if name != "home"}
        if "authority" in values:
            chosen = values["authority"]
            values["authority"] = "" if chosen == OUTSIDE_ENGLAND else chosen or None
        return {"told": Happening(kind=self.kind, **values), "home": self.homes.get(answers.get("home", ""))}


def fields_of(kind: LifeKind, on_plan: bool) -> list[str]:
    """The fields that a kind asks, in their order. Of a death the plan's last day is that of the death."""
    own: dict[LifeKind, list[str]] = {
        LifeKind.BORN: ["day", "sex", "given_names", "family_name", "nhs_number"],
        LifeKind.NEW_NAME: ["given_names", "family_name", "day"],
        LifeKind.MOVED_WITHIN: ["home", "day"],
        LifeKind.MOVED_AWAY: ["authority", "authority_name", "day", "ends"],
    }
    found = own.get(kind, ["day"])
    if on_plan and kind in ENDS and kind not in (LifeKind.DIED, LifeKind.MOVED_AWAY):
        found = [*found, "ends"]
    if on_plan and kind in ASKS_STEP_DOWN:
        found = [*found, "step_down"]
    return [*found, "evidence"]


class PlanEndForm(KeepsDraft):
    """That the plan ends by what was recorded before."""

    draft_title = "The end of a plan without a review"

    ends = day_field("On which day does the plan end?", subject="Day the plan ends")
    step_down = forms.ChoiceField(label="Where does support go?", choices=STEP_DOWNS, required=False)
    evidence = words_field("How do you know?", subject="How it is known", longest=2000)

    def __init__(self, *args: Any, kind: LifeKind, back: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if kind not in ASKS_STEP_DOWN:
            del self.fields["step_down"]
        self.fields["ends"].label = (
            "When did the other authority hold its conference?"
            if kind is LifeKind.MOVED_AWAY
            else self.fields["ends"].label
        )
        self.helper = Helper(*self.fields, Buttons(Button("Continue"), CancelLink(back)))

    @property
    def given(self) -> dict[str, Any]:
        answers = self.answers
        return {"step_down": answers.get("step_down", ""), **{k: answers[k] for k in ("ends", "evidence")}}


class ResumeForm(KeepsDraft):
    """Why a plan runs again: what ended it was never this child's."""

    draft_title = "Why a plan runs again"

    why = forms.ChoiceField(
        label="Why was its end never this child’s?",
        choices=ONE_AT_A_TIME,
        widget=forms.RadioSelect,
        required=False,
    )
    words = words_field("How do you know?", subject="How you know", longest=2000)

    def __init__(self, *args: Any, back: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = Helper(
            GovField("why", label_size="m"),
            GovField("words", label_size="m"),
            Buttons(Button("Continue"), CancelLink(back)),
        )


class TurnDownEndForm(KeepsDraft):
    """Why a plan goes on."""

    draft_title = "Why a plan does not end"

    reason = words_field("Why?", subject="Reason", longest=2000)

    def __init__(self, *args: Any, button: str, back: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = Helper("reason", Buttons(Button(button, kind="warning"), CancelLink(back)))


def first_values(kind: LifeKind, life: Life) -> dict[str, Any]:
    """What the form of a kind begins with: an 18th birthday is known, and a death that a file told."""
    known = {LifeKind.EIGHTEEN: life.birth_date and birthday(life.birth_date), LifeKind.DIED: life.death_date}
    return {"day": day} if (day := known.get(kind)) else {}
