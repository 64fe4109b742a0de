"""The form of a confidential part of a record."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms

from conferences.rules.recording_withheld import FAMILY, FromWhom, ToAgencies, WithheldReason, WithheldTold
from safeguarding.labelled import choices
from safeguarding.models import AgencyKind, Person
from safeguarding.pagekit.choosing import radios
from safeguarding.pagekit.joining import JoinsTexts
from safeguarding.pagekit.layout import Button, Buttons, CancelLink, Helper
from safeguarding.pagekit.texts import TextField, words_field

KINDS = [("", "Choose"), (FAMILY, "Family or friend of the family")]


class WithheldForm(JoinsTexts):
    """What was told and must not reach somebody: by whom, why, and from whom it is kept."""

    draft_title = "Record of a conference: a confidential part"

    what = words_field("What was told?", subject="What was told")
    told_by = TextField(
        label="Who told it?",
        help_text="The name of the person, or of the agency",
        subject="Name",
        max_length=150,
        required=False,
    )
    agency_kind = forms.ChoiceField(label="Of which agency, or of the family?", required=False)
    reason = radios("Why is it withheld?", WithheldReason)
    reason_words = TextField(label="The other reason", subject="Reason", max_length=500, required=False)
    whom = radios("Who in the family must not read it?", FromWhom)
    people = forms.MultipleChoiceField(label="People", widget=forms.CheckboxSelectMultiple, required=False)
    agencies = forms.ChoiceField(
        label="Do agencies read it?",
        help_text="What the police told goes to no agency unless the police agreed.",
        choices=choices(ToAgencies),
        widget=forms.RadioSelect,
        required=False,
    )
    owner_agreed = TextField(
        label="If the police told it and agencies read it: who agreed, and when? (optional)",
        subject="Who agreed",
        max_length=500,
        required=False,
    )

    def __init__(
        self,
        *args: Any,
        kinds: Sequence[AgencyKind],
        people: Sequence[Person],
        back: str,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.back = back
        self.fields["agency_kind"].choices = [  # type: ignore[attr-defined]
            *KINDS,
            *((one.code, one.name) for one in kinds),
        ]
        self.fields["people"].choices = [(str(one.pk), one.full_name) for one in people]  # type: ignore[attr-defined]

    @property
    def helper(self) -> Helper:
        return Helper(
            "seen",
            *self.shown("what", rows=6, label_size="m"),
            *self.shown("told_by"),
            *self.shown("agency_kind"),
            *self.shown(
                "reason", label_size="m", reveal={WithheldReason.OTHER.value: self.shown("reason_words")}
            ),
            *self.shown("whom", label_size="m", reveal={FromWhom.PEOPLE.value: self.shown("people")}),
            *self.shown(
                "agencies", label_size="m", reveal={ToAgencies.SHARE.value: self.shown("owner_agreed")}
            ),
            Buttons(Button("Save the confidential part"), CancelLink(self.back)),
        )

    @property
    def told(self) -> WithheldTold:
        given = self.answers
        kind = given["agency_kind"]
        whom = FromWhom(given["whom"]) if given["whom"] else None
        return WithheldTold(
            what=given["what"],
            told_by=given["told_by"],
            agency_kind="" if kind == FAMILY else kind or None,
            reason=WithheldReason(given["reason"]) if given["reason"] else None,
            reason_words=given["reason_words"] if given["reason"] == WithheldReason.OTHER else "",
            whom=whom,
            people=frozenset(map(int, given["people"])) if whom is FromWhom.PEOPLE else frozenset(),
            agencies=ToAgencies(given["agencies"]) if given["agencies"] else None,
            owner_agreed=given["owner_agreed"],
        )
