"""Forms of sending: who should have a letter, and the day something went out; and of a core group."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from django import forms

from conferences.queries.documents_languages import needs_of
from conferences.queries.letters import Recipient, not_proposed
from safeguarding.models import Person
from safeguarding.pagekit.dates import DateField
from safeguarding.pagekit.drafts import KeepsDraft
from safeguarding.pagekit.layout import Button, Buttons, CancelLink, GovField, Helper
from safeguarding.pagekit.refusals import Refusable
from safeguarding.pagekit.texts import words_field
from safeguarding.wording import joined, lower_first, sentence, upper_first


class RecipientsForm(Refusable):
    """Which of those who may have a letter shall have one."""

    people = forms.MultipleChoiceField(
        label="Who should have a letter?",
        help_text="Each letter is only about the children the person is related to, and shows only the "
        "person’s own address. Leave out anyone it is not safe to write to.",
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )

    def __init__(self, *args: Any, recipients: Sequence[Recipient], back: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.by_ref = {str(one.person.ref): one.person for one in recipients}
        people: Any = self.fields["people"]
        people.choices = [(ref, person.full_name) for ref, person in self.by_ref.items()]
        hints = {str(one.person.ref): sentence(hint_of(one), not_proposed(one)) for one in recipients}
        self.helper = Helper(
            GovField("people", label_size="m", option_hints=hints),
            Buttons(Button("Make letters"), CancelLink(back)),
        )

    @property
    def chosen(self) -> list[Person]:
        return [self.by_ref[ref] for ref in self.answers["people"]]


def ties_of(one: Recipient) -> str:
    """Mother of Amber Testcase and mother of Basil Testcase."""
    ties = [f"{lower_first(tie.get_kind_display())} of {tie.child.display_name}" for tie in one.ties]
    return upper_first(joined(ties))


def hint_of(one: Recipient) -> str:
    """Mother of Amber Testcase and mother of Basil Testcase. The address is confidential."""
    said = [f"{ties_of(one)}."]
    if not one.person.address:
        said.append("No address is recorded, so give them the letter in person.")
    if one.person.address_is_confidential:
        said.append("The address is confidential and appears only on this person’s letter.")
    if one.person.safe_contact:
        said.append(f"Safe contact: {one.person.safe_contact}")
    return " ".join([*said, *map(sentence, needs_of(one.person))])


class SentForm(Refusable):
    """The day a letter, or the record, went out."""

    sent_date = DateField(label="Day it was sent", required=False)

    def __init__(self, *args: Any, on: dt.date, back: str, **kwargs: Any) -> None:
        kwargs.setdefault("initial", {"sent_date": on})
        super().__init__(*args, **kwargs)
        self.helper = Helper("sent_date", Buttons(Button("Save"), CancelLink(back)))


class LetterAgainForm(KeepsDraft):
    """What a new version of a letter says of itself."""

    draft_title = "A new version of a letter"

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    changed = words_field(
        "What is other in this version?",
        hint="A sentence that stands in the letter, for the person who gets it. Do not write another person’s"
        " address or anything about a child whom the letter is not about.",
        subject="What is other",
        longest=1000,
    )

    def __init__(self, *args: Any, back: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = Helper("version", "changed", Buttons(Button("Make the new version"), CancelLink(back)))


class CoreGroupForm(KeepsDraft):
    """A core group that met."""

    draft_title = "Core group"

    held_date = DateField(label="Day the core group met", required=False)
    notes = words_field(
        "What was agreed?",
        hint="What has been done from the plan, and what is still to do",
        subject="What was agreed",
    )

    def __init__(self, *args: Any, back: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = Helper("held_date", "notes", Buttons(Button("Save"), CancelLink(back)))
