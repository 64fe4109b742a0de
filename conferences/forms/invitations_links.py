"""The form in which an agency gives its report without an account."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import QueryDict

from conferences.queries.recording import Scale
from conferences.rules.invitations_links import HIGHEST, LONGEST, LOWEST, Part, ReportGiven, SharedWay
from safeguarding.labelled import choices
from safeguarding.pagekit.carrying import CarriedText
from safeguarding.pagekit.dates import DateField
from safeguarding.pagekit.layout import Button, Buttons, GovField, Helper, Piece, Set, Words
from safeguarding.pagekit.refusals import Refusable
from safeguarding.pagekit.texts import TextField, words_field

SAVE, SEND = "save", "send"
# What the page carries beside what is typed.
CARRIED = ("code", "mark", "version", "page")
APART = (
    "What one of the family must not hear. Do not share this part. Speak with the chair about it before the"
    " conference"
)
HINTS = {
    Part.SAW: "Facts: what, and when",
    Part.HEARD: "Say of each whether it is known to be so, or somebody says so",
    Part.THOUGHT: "Your opinion, and what it rests on",
    Part.CHANGE: "What must be different for the children to be safe",
}


class GivingReportForm(Refusable):
    """A report, or a correction of what was sent: then what is left empty is as it was."""

    FIELD_FOR = {part.value: part.value.lower() for part in Part}

    code = CarriedText()
    mark = CarriedText()
    version = CarriedText()
    page = CarriedText()
    changed = words_field(
        "What is other than in what you sent before?", subject="What is other", longest=LONGEST
    )
    writer = TextField(label="Your name", subject="Your name", max_length=150, required=False, empty_value="")
    writer_role = TextField(label="Your job", subject="Your job", max_length=100, required=False)
    score = forms.IntegerField(label="", required=False)
    score_why = words_field("Why do you give this number? (optional)", subject="Why", longest=LONGEST)
    shared_way = forms.ChoiceField(
        label="Was the family shown this report?",
        choices=choices(SharedWay),
        widget=forms.RadioSelect,
        required=False,
    )
    shared_with = TextField(
        label="Who was shown it? (optional)",
        help_text="Each person by name: one parent is not both",
        subject="Who was shown it",
        max_length=150,
        required=False,
    )
    shared_date = DateField(label="When? (optional)", subject="Day the family was shown it", required=False)
    shared_language = TextField(
        label="In which language? (optional)",
        help_text="Where it was not in English",
        subject="Language",
        max_length=100,
        required=False,
    )
    sheet = words_field(
        "Confidential sheet (optional)", hint=APART, subject="Confidential sheet", longest=LONGEST
    )

    def __init__(self, data: Any, *args: Any, is_correction: bool, scale: Scale, **kwargs: Any) -> None:
        super().__init__(data, *args, **kwargs)
        self.is_correction = is_correction
        for part in Part:
            optional = is_correction or part is not Part.INVOLVED
            self.fields[part.value.lower()] = words_field(
                f"{part.label}{' (optional)' if optional else ''}",
                hint=HINTS.get(part, ""),
                subject=part.label,
                longest=LONGEST,
            )
        lowest, highest = f"{LOWEST} is {scale.lowest}", f"{HIGHEST} is {scale.highest}"
        self.fields["score"].label = f"{scale.question} (optional)"
        self.fields["score"].help_text = f"A whole number: {lowest}, {highest}. Of all the children together."

    @property
    def helper(self) -> Helper:
        first = [Words(AS_BEFORE), GovField("changed", rows=3)] if self.is_correction else []
        parts = [GovField(part.value.lower(), rows=4) for part in Part]
        return Helper(
            *CARRIED,
            Piece("conferences/invitations/give_kept.html"),
            *first,
            Set("Who writes this report", "writer", "writer_role"),
            Set("The report", *parts),
            Set("How it is for the children", GovField("score", width="3"), GovField("score_why", rows=3)),
            Set(
                "Shared with the family",
                GovField("shared_way"),
                "shared_with",
                "shared_date",
                "shared_language",
            ),
            Set("What the family cannot hear", GovField("sheet", rows=4)),
            Buttons(
                Button("Save and go on later", name="act", value=SAVE, kind="secondary"),
                Button("Send the correction" if first else "Send the report", name="act", value=SEND),
            ),
            Piece("conferences/invitations/give_kept_end.html"),
        )

    @property
    def given(self) -> ReportGiven:
        answers = self.answers
        names = ("changed", "writer", "writer_role", "score", "score_why", "shared_way", "shared_with")
        told = {name: answers[name] for name in (*names, "shared_date", "shared_language", "sheet")}
        texts = {part.value: answers[part.value.lower()] for part in Part if answers[part.value.lower()]}
        return ReportGiven(texts=texts, **told)


AS_BEFORE = "You do not see here what you sent. What you leave empty stays as you sent it."
NOT_TYPED = {*CARRIED, "act", "csrfmiddlewaretoken"}


def typed_of(sent: QueryDict) -> dict[str, str]:
    """What was typed, as it was posted; no text can be kept with the sign that PostgreSQL has none of."""
    known = {*GivingReportForm.base_fields, *(part.value.lower() for part in Part)} - NOT_TYPED
    return {
        name: str(sent[name]).replace("\x00", "")
        for name in sent
        if name in known or name.rpartition("_")[0] in known
    }
