"""The form that says who told somebody in their language what stands in a letter or a copy."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django import forms

from conferences.models import Document
from conferences.queries.documents_languages import language_of, languages
from conferences.rules.documents import ReadHow
from safeguarding.labelled import choices
from safeguarding.pagekit.choosing import radios
from safeguarding.pagekit.dates import DateField
from safeguarding.pagekit.drafts import KeepsDraft
from safeguarding.pagekit.layout import Button, Buttons, CancelLink, GovField, Helper
from safeguarding.pagekit.texts import TextField

NOT_DONE = "NOT_DONE"


class ReadingForm(KeepsDraft):
    """How, in which language, by whom and when; of what was recorded, that it was not done after all too."""

    draft_title = "Who read a letter or a copy to somebody"

    how = radios("How was it done?", ReadHow)
    language = forms.ChoiceField(label="Language", required=False)
    who = TextField(
        label="Who read, signed or translated it?",
        help_text="The interpreter or translator: never one of the family or a friend.",
        required=False,
        subject="Who read, signed or translated it",
        max_length=150,
    )
    read_date = DateField(label="Day it was done", subject="Day it was done", required=False)

    def __init__(self, *args: Any, document: Document, on: dt.date, back: str, **kwargs: Any) -> None:
        recorded = document.person.interpreter_language if document.person else ""
        theirs = document.read_language or language_of(recorded).name
        before = {"how": document.read_how, "language": theirs, "who": document.read_who}
        kwargs.setdefault("initial", before | {"read_date": document.read_date or on})
        super().__init__(*args, **kwargs)
        names = dict.fromkeys(filter(None, [theirs, *(one.name for one in languages().values())]))
        fields: Any = self.fields
        fields["language"].choices = [("", "Choose a language"), *((name, name) for name in names)]
        if document.read_how:
            fields["how"].choices = [*choices(ReadHow), (NOT_DONE, "It was not done after all")]
        self.helper = Helper(
            GovField("how", label_size="m"),
            GovField("language", label_size="m"),
            GovField("who", label_size="m", width="two-thirds"),
            GovField("read_date", label_size="m"),
            Buttons(Button("Save"), CancelLink(back)),
        )

    @property
    def is_not_done(self) -> bool:
        return bool(self.answers["how"] == NOT_DONE)

    @property
    def told(self) -> dict[str, Any]:
        given = self.answers
        return given | {"how": ReadHow(given["how"]) if given["how"] else None}
