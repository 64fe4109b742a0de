"""Forms of a meeting's record: who attended, what is common to all children, and each child's own part."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Sequence
from typing import Any

from django import forms

from conferences.forms.recording_shown import VersionedForm
from conferences.models import Invitation, MeetingRecord
from conferences.operations.recording import Attendee
from conferences.rules.contributions import FRAME
from conferences.rules.exclusions import Kept, kept_from_all
from conferences.rules.invitations import Reply
from conferences.rules.workflow import AttendanceMode
from safeguarding.labelled import choices
from safeguarding.models import AgencyKind, Person, Relationship, User
from safeguarding.pagekit.layout import Button, Buttons, CancelLink, Helper, Rows, Side
from safeguarding.pagekit.refusals import Refusable
from safeguarding.pagekit.rows import RowFormSet
from safeguarding.pagekit.texts import words_field
from safeguarding.policy.words import role_words
from safeguarding.refusals import Refused
from safeguarding.register.agencykinds import SOCIAL_CARE
from safeguarding.rights import Role

FAMILY = "FAMILY"
NO_AGENCY = [("", "Choose"), (FAMILY, "Family or friend of the family")]
MODES = [("", "Choose"), *choices(AttendanceMode)]
MOST_PEOPLE = 60


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
    kept: Sequence[Kept] = (),
) -> list[dict[str, Any]]:
    """The rows that were saved; before the first saving, who is invited, and of the family and the workers
    whoever is not on that list.

    `on` is the day of the meeting. Whoever is excluded from all of it (`kept`) did not attend. How a child
    took part stands in their own part.
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
    invited = [one for one in invited if not one.requested_child_id]
    people = {one.person_id for one in invited}
    names = {one.name.lower() for one in invited}
    unasked = [tie for tie in family if tie.person_id not in people]
    others = [one for one in workers if one.full_name.lower() not in names]
    expected = [_invited(one) for one in sorted(invited, key=lambda one: bool(one.agency_kind))]
    rows = [*expected, *_expected_family(unasked), *_expected_workers(others, on)]
    for row in rows:
        if row["kind"] == FAMILY and kept_from_all(kept, row["name"], row["person"]):
            row["mode"] = AttendanceMode.ABSENT.value
    return rows


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


class SignForm(Refusable):
    """Signing asks nothing. Why it was refused stands above the record, what is missing in it."""

    refused = ""

    def take(self, refusal: Refused, besides: Collection[str] = ()) -> None:
        self.refused = refusal.sentence
