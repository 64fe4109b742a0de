"""The forms of agencies' reports: come and shown to the family, chased; and why a meeting goes on."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from django import forms

from conferences.forms.invitations import LONGEST, OfOne, said_of
from conferences.models import Invitation, ReportChase
from conferences.operations.invitations_reports import REPORT
from conferences.rules.invitations import Channel, Shown
from conferences.rules.invitations_reports import ChaseTold, ReportTold
from safeguarding.labelled import choices, label
from safeguarding.pagekit.choosing import radios
from safeguarding.pagekit.dates import DateField
from safeguarding.pagekit.drafts import KeepsDraft
from safeguarding.pagekit.layout import Button, Buttons, CancelLink, GovField, Helper
from safeguarding.pagekit.texts import TextField, words_field

NOT_YET = "NOT_YET"
SHOWING = ("shared_date", "shared_by", "shared_language", "shared_how")


class ReportForm(OfOne):
    """When a report came, or why none does, and when and how the family was shown it."""

    draft_title = "A report for a conference"
    words = "unshared_why"

    received_date = DateField(
        label="When did the report come? (optional)", subject="Day the report came", required=False
    )
    none_why = words_field(
        "If no report comes: why not? (optional)",
        hint="For example, they do not know the family",
        subject="Why no report comes",
        longest=LONGEST,
    )
    shared_way = forms.ChoiceField(
        label="How was the family shown it?",
        choices=[(NOT_YET, "They were not shown it yet"), *choices(Shown)],
        widget=forms.RadioSelect,
        required=False,
    )
    shared_date = DateField(
        label="When was the family shown it? (optional)",
        subject="Day the family was shown it",
        required=False,
    )
    shared_by = TextField(
        label="Who showed it to them? (optional)", subject="Who showed it", max_length=150, required=False
    )
    shared_language = TextField(
        label="In which language? (optional)",
        help_text="Where it was not in English",
        subject="Language",
        max_length=100,
        required=False,
    )
    shared_how = words_field(
        "More about how it was shown (optional)",
        hint="For example, at home with both parents, and an interpreter on the telephone",
        subject="How the family was shown it",
        longest=LONGEST,
    )
    unshared_why = words_field(
        "If it will not be shown to them: why not? (optional)",
        subject="Why the family is not shown it",
        longest=LONGEST,
    )

    def __init__(self, *args: Any, initial: dict[str, Any], **kwargs: Any) -> None:
        way = initial["shared_way"] or NOT_YET
        super().__init__(*args, initial=initial | {"shared_way": way}, **kwargs)

    def without_showing(self) -> None:
        """Ask only whether it will be shown: when, how and by whom is told of each of the family."""
        for name in SHOWING:
            del self.fields[name]
        field = self.fields["shared_way"]
        field.label = "Will the family be shown it?"
        field.choices = [  # type: ignore[attr-defined]
            (NOT_YET, "Yes: when and how is recorded of each of them"),
            (Shown.NEVER.value, label(Shown, Shown.NEVER)),
        ]

    @property
    def told(self) -> dict[str, Any]:
        given = dict.fromkeys(SHOWING, "") | {"shared_date": None} | self.answers
        way = "" if given["shared_way"] == NOT_YET else given["shared_way"]
        told = ReportTold(**{name: given[name] for name in REPORT} | {"shared_way": way})
        return {"told": told, **self.opened}


class OfChase(KeepsDraft):
    """How, when and to whom reports that have not come were asked for once more."""

    draft_title = "How a report was chased"

    channel = radios("How were they chased?", Channel)
    chased_date = DateField(label="When?", subject="Day they were chased", required=False)
    is_to_manager = forms.BooleanField(label="It went to their manager", required=False)
    whom = TextField(
        label="Who was reached? (optional)", subject="Who was reached", max_length=150, required=False
    )
    words = words_field(
        "What was said (optional)",
        hint="For example, that it comes tomorrow by noon",
        subject="What was said",
        longest=LONGEST,
    )

    @property
    def chase(self) -> ChaseTold:
        given = self.answers
        names = ("chased_date", "is_to_manager", "whom", "words")
        channel = Channel(given["channel"]) if given["channel"] else None
        return ChaseTold(channel, **{name: given[name] for name in names})


QUESTIONS = (
    GovField("channel", label_size="m"),
    GovField("chased_date", label_size="m"),
    GovField("is_to_manager"),
    GovField("whom", label_size="m"),
    GovField("words", label_size="m", rows=3, characters=LONGEST),
)


class ReportsChasedForm(OfChase):
    """Whose reports were chased, several at once."""

    draft_title = "Reports that were chased"

    people = forms.MultipleChoiceField(
        label="Whose report was chased?", widget=forms.CheckboxSelectMultiple, required=False
    )
    field_order = ["people"]

    def __init__(
        self, *args: Any, people: Sequence[Invitation], on: dt.date, back: str, **kwargs: Any
    ) -> None:
        super().__init__(*args, initial={"chased_date": on}, **kwargs)
        self.by_ref = {str(one.ref): one for one in people}
        self.fields["people"].choices = [  # type: ignore[attr-defined]
            (ref, one.name) for ref, one in self.by_ref.items()
        ]
        hints = {ref: said_of(one) for ref, one in self.by_ref.items()}
        self.helper = Helper(
            GovField("people", label_size="m", option_hints=hints),
            *QUESTIONS,
            Buttons(Button("Save"), CancelLink(back)),
        )

    @property
    def told(self) -> dict[str, Any]:
        people = [self.by_ref[ref] for ref in self.answers["people"] if ref in self.by_ref]
        return {"invitations": people, "told": self.chase}


class ChaseForm(OfChase):
    """A chase told otherwise, or taken back."""

    draft_title = "A report that was chased, told otherwise"

    is_taken_back = forms.BooleanField(label="It did not happen: take it back", required=False)

    def __init__(self, *args: Any, stands: ReportChase, back: str, **kwargs: Any) -> None:
        names = ("channel", "chased_date", "is_to_manager", "whom", "words")
        super().__init__(*args, initial={name: getattr(stands, name) for name in names}, **kwargs)
        self.helper = Helper(*QUESTIONS, "is_taken_back", Buttons(Button("Save"), CancelLink(back)))

    @property
    def told(self) -> dict[str, Any]:
        return {"told": self.chase, "is_taken_back": self.answers["is_taken_back"]}


class GoOnForm(KeepsDraft):
    """Why a meeting goes on to which too few agencies say that they come."""

    draft_title = "A conference to which too few agencies come"

    reason = words_field(
        "Why does the meeting go on all the same?",
        hint="For example, the harm of waiting, or that enough is known to decide",
        subject="Reason",
        longest=LONGEST,
    )

    def __init__(self, *args: Any, back: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = Helper(
            GovField("reason", label_size="m", rows=4, characters=LONGEST),
            Buttons(Button("Go on with the meeting"), CancelLink(back)),
        )
