"""The form of each child's own part of a record, with its first actions."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from django import forms

from conferences.forms.recording_shown import VersionedForm
from conferences.models import ChildPart
from conferences.operations.recording import CHAIRS, PART
from conferences.operations.recording_lines import Action, Need, actions_of, needs_of
from conferences.queries.recording import Scale
from conferences.rules.recording import outcomes_for
from conferences.rules.scaling import LIKE_DISSENT, LIKE_SCORE, LIKE_VIEW
from conferences.rules.vocabulary import (
    Category,
    DecisionOutcome,
    EndReason,
    Participation,
    StepDown,
    end_reasons,
)
from safeguarding.labelled import choices, label
from safeguarding.pagekit.dates import DateField
from safeguarding.pagekit.layout import (
    Button,
    Buttons,
    CancelLink,
    FoldedInRow,
    GovField,
    Helper,
    Rows,
    Side,
    Words,
)
from safeguarding.pagekit.rows import RowFormSet
from safeguarding.pagekit.texts import TextField, words_field

MOST_ACTIONS, MOST_NEEDS = 40, 12
# Which fields a decision opens; each belongs to one decision of a kind of conference.
OPENS = {
    DecisionOutcome.PLAN_BEGINS: ("category",),
    DecisionOutcome.PLAN_CONTINUES: ("category",),
    DecisionOutcome.PLAN_ENDS: ("end_reason", "step_down", "ending_rationale"),
}
NONE_OF_THEM = {"category": "No category", "end_reason": "No reason", "step_down": "Nothing recorded"}


class NeedForm(forms.Form):
    """A need of the child, and what will be different for them when it is met."""

    need = words_field("What does the child need?", subject="What the child needs", longest=2000)
    change = words_field(
        "What will be different for the child?",
        hint="What the child will have, see or feel, and not what a parent attends",
        subject="What will be different",
        longest=2000,
    )


NeedRows = forms.formset_factory(NeedForm, formset=RowFormSet, extra=0, max_num=MOST_NEEDS, validate_max=True)


class ActionForm(forms.Form):
    """One first action: what, who, by when; what it is for and how it is known stand folded beside."""

    what = words_field("What will be done?", subject="What will be done", longest=2000)
    who = TextField(label="Who will do it?", subject="Name", max_length=150, required=False)
    by_date = DateField(label="By when?", subject="Date of the action", required=False)
    for_need = forms.TypedChoiceField(
        label="Which need is it for?",
        help_text="The number of the need above",
        choices=[("", "None of them"), *((n, f"Need {n}") for n in range(1, MOST_NEEDS + 1))],
        coerce=int,
        empty_value=None,
        required=False,
    )
    measure = words_field(
        "How will we know that it worked?",
        hint="What can be seen or counted, how it is today, and who looks",
        subject="How we will know",
        longest=2000,
    )
    evidence = words_field("What will show it?", subject="What will show it", longest=2000)
    service = TextField(
        label="Which service is it? (if one is)", subject="Service", max_length=150, required=False
    )
    agreed_date = DateField(
        label="When did they say that they will do it? (if they did)",
        subject="Day they agreed",
        required=False,
    )


FOLDED = ("for_need", "measure", "evidence", "service", "agreed_date")
ActionRows = forms.formset_factory(
    ActionForm, formset=RowFormSet, extra=0, max_num=MOST_ACTIONS, validate_max=True
)


def part_names(decides: bool) -> tuple[str, ...]:
    """The texts of a child's part that the chair writes, or who takes the minutes."""
    return PART if decides else tuple(name for name in PART if name not in CHAIRS)


def code_field(text: str, codes: list[tuple[str, str]]) -> forms.ChoiceField:
    return forms.ChoiceField(label=text, choices=codes, required=False, widget=forms.RadioSelect)


class PartForm(VersionedForm):
    """One child's part. The decision opens what belongs to it; a contradiction stands beside its field."""

    draft_title = "Record of a conference: one child"

    voice = words_field("", subject="What the child says")
    participation = code_field("", choices(Participation))
    working_well = words_field("", subject="What is working well")
    worried_about = words_field("", subject="What we are worried about")
    agency_views = words_field(
        "What does each agency think: is a plan needed?",
        hint=f"A line for each, with the name first, as in {LIKE_VIEW}",
        subject="What each agency thinks",
    )
    scores = words_field("", subject="The scores")
    dissent = words_field(
        "Who does not agree with the decision, and why?",
        hint=f"The chair decides, and this stands beside it. A line for each, as in {LIKE_DISSENT}",
        subject="Who does not agree",
    )
    outcome = code_field("", [])
    category = code_field("Category of the plan", choices(Category))
    reasons = words_field("Reasons for the decision", hint="In words the family would understand")
    end_reason = code_field("Why does the plan end?", [])
    step_down = code_field("Where does support go then?", choices(StepDown))
    ending_rationale = words_field(
        "Why may it end without a quorum, or at its first review?",
        hint="Leave this empty if the meeting was quorate and this is not the first review.",
        subject="Why the plan may end",
    )

    def __init__(
        self,
        *args: Any,
        part: ChildPart,
        rows: Any,
        needs: Any,
        back: str,
        scale: Scale,
        decides: bool = True,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.part, self.rows, self.needs, self.back, self.decides = part, rows, needs, back, decides
        self.row_sets = [needs, rows]
        child = part.requested_child.child
        self.name = child.given_names or child.display_name
        labels = {
            "voice": f"What does {self.name} say?",
            "participation": f"How did {self.name} take part?",
            "working_well": f"What is working well for {self.name}?",
            "worried_about": f"What are we worried about for {self.name}?",
            "outcome": f"What is decided for {self.name}?",
        }
        for field, text in labels.items():
            self.fields[field].label = text
        self.fields["scores"].label = f"{scale.question}? The scores"
        self.fields["scores"].help_text = (
            f"0 is {scale.lowest}, 10 is {scale.highest}. Ask everybody to choose alone, then write a line "
            f"for each: the name, the number and why, as in {LIKE_SCORE}"
        )
        codes = choices(end_reasons(is_unborn=child.is_unborn))
        told = [one for one in codes if one[0] != EndReason.NOT_RECORDED]
        self.fields["end_reason"].choices = told  # type: ignore[attr-defined]
        outcomes = outcomes_for(part.requested_child.kind)
        self.fields["outcome"].choices = [(one.value, one.label) for one in outcomes]  # type: ignore[attr-defined]
        for name in () if decides else CHAIRS:
            self.fields.pop(name, None)

    @property
    def values(self) -> dict[str, Any]:
        return {name: self.answers[name] for name in part_names(self.decides)}

    @property
    def child_needs(self) -> list[Need]:
        return [Need(row.get("need", ""), row.get("change", "")) for row in self.needs.kept]

    @property
    def actions(self) -> list[Action]:
        return [_action(row, self._places) for row in self.rows.kept]

    @property
    def _places(self) -> dict[int, int]:
        """{number of a need, which it keeps while others are taken away: its place among those that stay}."""
        kept = self.needs.live
        return {number: kept.index(row) + 1 for number, row in enumerate(self.needs.forms, 1) if row in kept}

    @property
    def helper(self) -> Helper:
        return Helper(
            "version",
            "seen",
            *self.shown("voice", rows=5, label_size="m", hint=VOICE_HINT),
            *self.shown("participation", label_size="m"),
            *self.side_by_side(("working_well", "worried_about"), rows=6, label_size="s"),
            *(box for name in ("agency_views", "scores") for box in self.shown(name, rows=5, label_size="s")),
            *(self._decision() if self.decides else []),
            *(self.shown("reasons", rows=5, label_size="m") if self.decides else []),
            *self.shown("dissent", rows=3, label_size="s"),
            Rows(
                "needs",
                Side("need", "change"),
                one="Need",
                title="What the child needs",
                keeps_numbers=True,
            ),
            Rows(
                "rows",
                "what",
                Side("who", "by_date"),
                FoldedInRow("What it is for", "The need, and how it will be known.", *FOLDED),
                one="Action",
                title="First actions",
            ),
            Buttons(Button("Save"), CancelLink(self.back)),
        )

    def _decision(self) -> list[Any]:
        """The decision with what each choice opens; a field wrongly filled stands outside, to be seen."""
        possible = outcomes_for(self.part.requested_child.kind)
        opened = {
            one.value: [name for name in OPENS.get(one, ()) if not self._stray(name)] for one in possible
        }
        reveal = {code: [*self._present(code), *names] for code, names in opened.items() if names}
        texts = [name for name in ("ending_rationale",) if self._stray(name)]
        stray = [name for name in NONE_OF_THEM if self._stray(name)]
        for name in stray:
            known = [one for one in self.fields[name].choices if one[0]]  # type: ignore[attr-defined]
            self.fields[name].choices = [*known, ("", NONE_OF_THEM[name])]  # type: ignore[attr-defined]
        shown = self.shown("outcome", label_size="m", reveal=reveal)
        inside = (*NONE_OF_THEM, "ending_rationale")
        clash = [part for name in inside if name in self.theirs for part in self.shown(name)[:-1]]
        return [*clash, *shown, *(GovField(name) for name in (*stray, *texts))]

    def _stray(self, name: str) -> bool:
        """Filled though the decision that was chosen does not open it."""
        if name not in self.errors:
            return False
        chosen = self.data.get("outcome", "")
        return not any(one.value == chosen and name in names for one, names in OPENS.items())

    def _present(self, code: str) -> list[Words]:
        plan = self.part.requested_child.plan
        if code != DecisionOutcome.PLAN_CONTINUES or plan is None:
            return []
        return [Words(f"The category is now {label(Category, plan.latest_category).lower()}.")]


VOICE_HINT = (
    "Use the child’s own words. If the child could not be heard, say why, and who speaks for the child."
)


def _action(row: dict[str, Any], places: dict[int, int]) -> Action:
    number = row.get("for_need") or 0
    return Action(
        what=row.get("what", ""),
        who=row.get("who", ""),
        by_date=row.get("by_date"),
        # A number that no need of the page bears stays, and is refused.
        for_need=places.get(number, number and MOST_NEEDS + 1),
        measure=row.get("measure", ""),
        evidence=row.get("evidence", ""),
        service=row.get("service", ""),
        agreed_date=row.get("agreed_date"),
    )


def needs_before(part: ChildPart) -> list[dict[str, Any]]:
    return [{"need": one.need, "change": one.change} for one in needs_of(part)]


def actions_before(part: ChildPart) -> list[dict[str, Any]]:
    return [asdict(one) for one in actions_of(part)]
