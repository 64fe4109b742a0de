"""The forms of the letter of an exclusion: making it, a new version, and that it went."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django import forms

from conferences.rules.documents import SentHow
from conferences.rules.exclusions import Way
from safeguarding.pagekit.choosing import radios
from safeguarding.pagekit.dates import DateField
from safeguarding.pagekit.drafts import KeepsDraft
from safeguarding.pagekit.layout import Button, Buttons, CancelLink, GovField, Helper
from safeguarding.pagekit.texts import words_field


class LetterForm(KeepsDraft):
    """The first letter, made with a button; a later version says what is other in it."""

    draft_title = "A new version of the letter of an exclusion"

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    changed = words_field(
        "What is other in this version?",
        hint="A sentence that stands in the letter, for the person who gets it.",
        subject="What is other",
        longest=1000,
    )

    def __init__(self, *args: Any, before: int | None, back: str, **kwargs: Any) -> None:
        kwargs.setdefault("initial", {"version": before})
        super().__init__(*args, **kwargs)
        asked = ["version"] if before is None else ["version", "changed"]
        if before is None:
            del self.fields["changed"]
        words = "Make the letter" if before is None else "Make the new version"
        self.helper = Helper(*asked, Buttons(Button(words), CancelLink(back)))

    @property
    def told(self) -> dict[str, Any]:
        given = self.answers
        return {"version": given["version"], "changed": given.get("changed", "")}


class LetterSentForm(KeepsDraft):
    """How and when the letter went; of one that is recorded as sent, also that it did not."""

    draft_title = "How the letter of an exclusion was sent"

    how = radios("How was it sent?", SentHow)
    sent_date = DateField(label="Day it was sent", subject="Day it was sent", required=False)
    back_words = words_field(
        "If it did not go after all: why was it recorded? (optional)",
        hint="Leave this empty if it went. Else the letter counts as not sent, whatever stands above.",
        subject="Why it was recorded",
        longest=1000,
    )

    def __init__(
        self,
        *args: Any,
        on: dt.date,
        back: str,
        before: tuple[str, dt.date | None],
        corrects: bool,
        **kwargs: Any,
    ) -> None:
        how, day = before
        kwargs.setdefault("initial", {"how": how, "sent_date": day or on})
        super().__init__(*args, **kwargs)
        if not corrects:
            del self.fields["back_words"]
        self.helper = Helper(
            GovField("how", label_size="m"),
            GovField("sent_date", label_size="m"),
            *(["back_words"] if corrects else []),
            Buttons(Button("Save"), CancelLink(back)),
        )

    @property
    def told(self) -> dict[str, Any]:
        given = self.answers
        back = {"back_words": given["back_words"]} if "back_words" in given else {}
        how = SentHow(given["how"]) if given["how"] else None
        return {"how": how, "sent_date": given["sent_date"]} | back


class WayForm(KeepsDraft):
    """How a letter comes to somebody who is known by name alone."""

    draft_title = "How the letter of an exclusion comes to somebody"

    way = radios("How does a letter come to them?", Way)
    words = words_field(
        "The address, or who hands it to them",
        hint="A line of the address on each line. Nobody else’s address.",
        subject="The address, or who hands it to them",
        longest=500,
    )

    def __init__(self, *args: Any, back: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = Helper(
            GovField("way", label_size="m"),
            GovField("words", rows=4, label_size="m"),
            Buttons(Button("Save"), CancelLink(back)),
        )

    @property
    def told(self) -> dict[str, Any]:
        given = self.answers
        return {"way": Way(given["way"]) if given["way"] else None, "words": given["words"]}
