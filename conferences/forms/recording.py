"""Forms of a meeting's record: who attended, what is common to all children, and each child's own part."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Sequence
from typing import Any

from django import forms

from conferences.forms.recording_shown import VersionedForm
from conferences.models import ChildPart, Invitation, MeetingRecord
from conferences.operations.recording import CHAIRS, PART, Action, Attendee
from conferences.rules.contributions import FRAME
from conferences.rules.invitations import Reply
from conferences.rules.recording import outcomes_for
from conferences.rules.vocabulary import (
    Category,
    DecisionOutcome,
    EndReason,
    Participation,
    StepDown,
    end_reasons,
)
from conferences.rules.workflow import AttendanceMode
from safeguarding.labelled import choices, label
from safeguarding.models import AgencyKind, Person, Relationship, User
from safeguarding.pagekit.dates import DateField
from safeguarding.pagekit.layout import Button, Buttons, CancelLink, GovField, Helper, Rows, Side, Words
from safeguarding.pagekit.refusals import Refusable
from safeguarding.pagekit.rows import RowFormSet
from safeguarding.pagekit.texts import TextField, words_field
from safeguarding.policy.words import role_words
from safeguarding.refusals import Refused
from safeguarding.register.agencykinds import SOCIAL_CARE
from safeguarding.rights import Role

FAMILY = "FAMILY"
NO_AGENCY = [("", "Choose"), (FAMILY, "Family or friend of the family")]
MODES = [("", "Choose"), *choices(AttendanceMode)]
MOST_PEOPLE, MOST_ACTIONS = 60, 40
# Which fields a decision opens; each belongs to one decision of a kind of conference.
OPENS = {
    DecisionOutcome.PLAN_BEGINS: ("category",),
    DecisionOutcome.PLAN_CONTINUES: ("category",),
    DecisionOutcome.PLAN_ENDS: ("end_reason", "step_down", "ending_rationale"),
}
NONE_OF_THEM = {"category": "No category", "end_reason": "No reason", "step_down": "Nothing recorded"}


class AttendeeForm(forms.Form):
    """One person. `person` is the family member whom a prefilled row stands for."""

    name = forms.CharField(label="Name", max_length=150, required=False)
    role = forms.CharField(label="Role or relationship", max_length=100, required=False)
    kind = forms.ChoiceField(label="Agency or family", required=False)
    mode = forms.ChoiceField(label="How they took part", choices=MODES, required=False)
    person = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, kinds: Sequence[AgencyKind], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kind = self.fields["kind"]
        assert isinstance(kind, forms.ChoiceField)
        kind.choices = [*NO_AGENCY, *((one.code, one.name) for one in kinds)]


AttendeeRows = forms.formset_factory(
    AttendeeForm, formset=RowFormSet, extra=0, min_num=1, max_num=MOST_PEOPLE, validate_max=True
)


class AttendanceForm(VersionedForm):
    """Who attended, and why the meeting went on where too few agencies did."""

    draft_title = "Record of a conference: attendance"
    TEXTS = ("inquorate_reason",)

    inquorate_reason = words_field(
        "If too few agencies came, why did the meeting go ahead?",
        hint="Leave this empty if the meeting was quorate. This is worked out when you save.",
        subject="Reason",
    )

    def __init__(self, *args: Any, rows: Any, back: str, decides: bool = True, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.chairs_fields = self.TEXTS if decides else ()
        if not decides:
            del self.fields["inquorate_reason"]
        self.rows = rows
        self.row_sets = [rows]
        self.back = back

    @property
    def helper(self) -> Helper:
        row = [Side("name", "role"), Side("kind", "mode"), "person"]
        return Helper(
            "version",
            "seen",
            Rows("rows", *row[:2], one="Person", add="Add another person", title="Who attended"),
            *(part for name in self.chairs_fields for part in self.shown(name, rows=3)),
            Buttons(Button("Save attendance"), CancelLink(self.back)),
        )

    def attendees(self, family: Sequence[Person]) -> list[Attendee]:
        """The rows as typed; a row keeps its family member only where that person is of this family."""
        known = {person.pk: person for person in family}
        return [_attendee(row, known) for row in self.rows.kept]


def _attendee(row: dict[str, Any], known: dict[int, Person]) -> Attendee:
    kind = "" if row.get("kind") == FAMILY else row.get("kind") or None
    person = known.get(row.get("person", 0)) if kind == "" else None
    return Attendee(row.get("name", ""), row.get("role", ""), kind, row.get("mode", ""), person=person)


def attendance_before(
    record: MeetingRecord,
    invited: Sequence[Invitation],
    family: Sequence[Relationship],
    workers: Sequence[User],
    on: dt.date,
) -> list[dict[str, Any]]:
    """The rows that were saved; before the first saving, who is invited, and of the family and the workers
    whoever is not on that list.

    `on` is the day of the meeting.
    """
    saved = [
        {
            "name": one.name,
            "role": one.role,
            "kind": one.agency_kind or FAMILY,
            "mode": one.mode,
            "person": one.person_id,
        }
        for one in record.attendances.all()
    ]
    if saved:
        return saved
    people = {one.person_id for one in invited}
    names = {one.name.lower() for one in invited}
    unasked = [tie for tie in family if tie.person_id not in people]
    others = [one for one in workers if one.full_name.lower() not in names]
    expected = [_invited(one) for one in sorted(invited, key=lambda one: bool(one.agency_kind))]
    return [*expected, *_expected_family(unasked), *_expected_workers(others, on)]


def _invited(one: Invitation) -> dict[str, Any]:
    """Who was invited, the family first; only that somebody said they do not come is taken from the list."""
    return {
        "name": one.name,
        "role": one.role,
        "kind": one.agency_kind or FAMILY,
        "person": one.person_id,
        "mode": AttendanceMode.ABSENT.value if one.reply == Reply.DECLINED else "",
    }


def _expected_family(family: Sequence[Relationship]) -> list[dict[str, Any]]:
    told: dict[int, dict[str, Any]] = {}
    for tie in family:
        row = told.setdefault(
            tie.person_id,
            {"name": tie.person.full_name, "role": "", "kind": FAMILY, "person": tie.person_id, "mode": ""},
        )
        said = f"{tie.get_kind_display()} of {tie.child.given_names or tie.child.display_name}"
        row["role"] = f"{row['role']}; {said}"[:100] if row["role"] else said[:100]
    return list(told.values())


def _expected_workers(workers: Sequence[User], on: dt.date) -> list[dict[str, Any]]:
    told = {"role": role_words(Role.SOCIAL_WORKER, on).first, "kind": SOCIAL_CARE, "mode": ""}
    return [{"name": one.full_name, **told} for one in workers]


class CommonForm(VersionedForm):
    """What is said once for the whole family."""

    draft_title = "Record of a conference: the whole family"
    TEXTS = FRAME

    what_happened = words_field(
        "What has happened?",
        hint="What brings us here, told without blame",
        subject="What has happened",
    )
    who_affected = words_field(
        "Who is affected, and how?",
        hint="The children first, and what they feel",
        subject="Who is affected",
    )
    working_well = words_field(
        "What is working well?",
        hint="What keeps the children safe, and who does it",
        subject="What is working well",
    )
    worried_about = words_field(
        "What are we worried about?",
        hint="What has happened, and what may happen to the children",
        subject="What we are worried about",
    )
    family_view = words_field(
        "What does the family say?",
        hint="Their words and wishes, and where they see it differently",
        subject="What the family says",
    )
    must_change = words_field(
        "What must change?",
        hint="What the children’s life will be like when it is better",
        subject="What must change",
    )
    family_will = words_field(
        "What will the family do?",
        hint="What they offer themselves",
        subject="What the family will do",
    )
    support_asked = words_field(
        "What support does the family ask for?",
        hint="From whom, and when",
        subject="The support that the family asks for",
    )

    def __init__(self, *args: Any, back: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.back = back

    @property
    def helper(self) -> Helper:
        return Helper(
            "version",
            "seen",
            *self._boxes("what_happened", "who_affected"),
            *self.side_by_side(("working_well", "worried_about"), rows=10, label_size="m"),
            *self._boxes("family_view", "must_change", "family_will", "support_asked"),
            Buttons(Button("Save"), CancelLink(self.back)),
        )

    def _boxes(self, *names: str) -> list[Any]:
        return [box for name in names for box in self.shown(name, rows=5, label_size="m")]


class ActionForm(forms.Form):
    """One first action: what, who, by when."""

    what = words_field("What will be done?", subject="What will be done", longest=2000)
    who = TextField(label="Who will do it?", subject="Name", max_length=150, required=False)
    by_date = DateField(label="By when?", subject="Date of the action", required=False)


ActionRows = forms.formset_factory(
    ActionForm, formset=RowFormSet, extra=0, max_num=MOST_ACTIONS, validate_max=True
)


def part_names(decides: bool) -> tuple[str, ...]:
    """The texts of a child's part that the chair writes, or who takes the minutes."""
    return PART if decides else tuple(name for name in PART if name not in CHAIRS)


def code_field(text: str, codes: list[tuple[str, str]]) -> forms.ChoiceField:
    return forms.ChoiceField(label=text, choices=codes, required=False, widget=forms.RadioSelect)


class SignForm(Refusable):
    """Signing asks nothing. Why it was refused stands above the record, what is missing in it."""

    refused = ""

    def take(self, refusal: Refused, besides: Collection[str] = ()) -> None:
        self.refused = refusal.sentence


class PartForm(VersionedForm):
    """One child's part. The decision opens what belongs to it; a contradiction stands beside its field."""

    draft_title = "Record of a conference: one child"

    voice = words_field("", subject="What the child says")
    participation = code_field("", choices(Participation))
    working_well = words_field("", subject="What is working well")
    worried_about = words_field("", subject="What we are worried about")
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
        self, *args: Any, part: ChildPart, rows: Any, back: str, decides: bool = True, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.part, self.rows, self.back, self.decides = part, rows, back, decides
        self.row_sets = [rows]
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
    def actions(self) -> list[Action]:
        return [Action(row.get("what", ""), row.get("who", ""), row.get("by_date")) for row in self.rows.kept]

    @property
    def helper(self) -> Helper:
        return Helper(
            "version",
            "seen",
            *self.shown("voice", rows=5, label_size="m", hint=VOICE_HINT),
            *self.shown("participation", label_size="m"),
            *self.side_by_side(("working_well", "worried_about"), rows=6, label_size="s"),
            *(self._decision() if self.decides else []),
            *(self.shown("reasons", rows=5, label_size="m") if self.decides else []),
            Rows("rows", "what", Side("who", "by_date"), one="Action", title="First actions"),
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


def actions_before(part: ChildPart) -> list[dict[str, Any]]:
    return [{"what": one.what, "who": one.who, "by_date": one.by_date} for one in part.actions.all()]
