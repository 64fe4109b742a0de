"""The forms of letters of invitation: made for several or one, that they went, and who arrives first."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from django import forms

from conferences.queries.invitations_letters import Letters
from conferences.rules.documents import SentHow
from conferences.rules.invitations import Arrives
from safeguarding.pagekit.choosing import radios
from safeguarding.pagekit.dates import DateField
from safeguarding.pagekit.drafts import KeepsDraft
from safeguarding.pagekit.layout import Button, Buttons, CancelLink, GovField, Helper
from safeguarding.pagekit.refusals import Refusable
from safeguarding.pagekit.texts import words_field


def _doubt_field() -> Any:
    return words_field(
        "Who decided that it may go, and why?",
        hint="Where something is in doubt, the chair decides. This is kept, and stands in no letter.",
        subject="Who decided that it may go, and why",
        longest=1000,
    )


class LetterForm(KeepsDraft):
    """The first letter to one person, made with a button; a later version says what is other in it."""

    draft_title = "A letter of invitation"

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    changed = words_field(
        "What is other in this version?",
        hint="It stands in the letter, for the person who gets it.",
        subject="What is other",
        longest=1000,
    )
    doubt_words = _doubt_field()

    def __init__(
        self, *args: Any, before: int | None, words: str, in_doubt: bool, back: str, **kwargs: Any
    ) -> None:
        kwargs.setdefault("initial", {"version": before, "changed": words})
        super().__init__(*args, **kwargs)
        if before is None:
            del self.fields["changed"]
        if not in_doubt:
            del self.fields["doubt_words"]
        label = "Make the letter" if before is None else "Make the new version"
        self.helper = Helper(*self.fields, Buttons(Button(label), CancelLink(back)))

    @property
    def told(self) -> dict[str, Any]:
        given = self.answers
        return {
            "version": given["version"],
            "changed": given.get("changed", ""),
            "doubt_words": given.get("doubt_words", ""),
        }


class LettersForm(KeepsDraft):
    """To whom of a list letters are made. Ticked are those of whom nothing is in doubt."""

    draft_title = "Letters of invitation"

    people = forms.MultipleChoiceField(
        label="To whom should letters be made?", widget=forms.CheckboxSelectMultiple, required=False
    )
    doubt_words = _doubt_field()

    def __init__(self, *args: Any, letters: Letters, hints: dict[str, str], back: str, **kwargs: Any) -> None:
        due = [one for one in letters.people if letters.is_due(one.pk)]
        self.by_ref = {str(one.ref): one for one in due}
        sure = [str(one.ref) for one in due if not letters.doubts[one.pk]]
        kwargs.setdefault("initial", {"people": sure})
        super().__init__(*args, **kwargs)
        people: Any = self.fields["people"]
        people.choices = [(ref, one.name) for ref, one in self.by_ref.items()]
        if len(sure) == len(due):
            del self.fields["doubt_words"]
        more = ["doubt_words"] if "doubt_words" in self.fields else []
        self.helper = Helper(
            GovField("people", label_size="m", option_hints=hints),
            *more,
            Buttons(Button("Make the letters"), CancelLink(back)),
        )

    @property
    def told(self) -> dict[str, Any]:
        given = self.answers
        return {
            "invitations": [self.by_ref[ref] for ref in given["people"] if ref in self.by_ref],
            "doubt_words": given.get("doubt_words", ""),
        }


class SentForm(KeepsDraft):
    """How and when one letter went, and what shows it."""

    draft_title = "How a letter of invitation was sent"

    how = radios("How was it sent?", SentHow)
    sent_date = DateField(label="Day it was sent", subject="Day it was sent", required=False)
    proof = words_field(
        "What shows that it went? (optional)",
        hint="For example who handed it over and to whom, or the number of the recorded post",
        subject="What shows that it went",
        longest=1000,
    )
    back_words = words_field(
        "If it did not go after all: why was it recorded? (optional)",
        hint="Leave this empty if it went. Else the letter counts as not sent, whatever stands above.",
        subject="Why it was recorded",
        longest=1000,
    )

    def __init__(self, *args: Any, on: dt.date, back: str, corrects: bool = False, **kwargs: Any) -> None:
        kwargs["initial"] = {"sent_date": on} | kwargs.get("initial", {})
        super().__init__(*args, **kwargs)
        if not corrects:
            del self.fields["back_words"]
        self.helper = Helper(
            *self.first(),
            GovField("how", label_size="m"),
            GovField("sent_date", label_size="m"),
            "proof",
            *(["back_words"] if corrects else []),
            Buttons(Button("Save"), CancelLink(back)),
        )

    def first(self) -> list[GovField]:
        """What is asked before how it went."""
        return []

    @property
    def told(self) -> dict[str, Any]:
        given = self.answers
        how = SentHow(given["how"]) if given["how"] else None
        back = {"back_words": given["back_words"]} if "back_words" in given else {}
        return {"how": how, "sent_date": given["sent_date"], "proof": given["proof"]} | back


OTHER_SINCE = "A letter that you selected was sent, or made anew, meanwhile. Look at it and select again"


class _Versions(forms.MultipleChoiceField):
    """One that is not among the choices is judged by the form, which says what became of it."""

    def valid_value(self, value: Any) -> bool:
        return True


class AllSentForm(SentForm):
    """How and when several letters went: the versions that the page showed, which newer ones may replace."""

    draft_title = "How letters of invitation were sent"

    letters = _Versions(label="Which letters were sent?", widget=forms.CheckboxSelectMultiple, required=False)

    def __init__(self, *args: Any, letters: Letters, unsent: Sequence[Any], **kwargs: Any) -> None:
        newest = [(one, kept) for one in unsent if (kept := letters.newest(one.pk))]
        self.by_version = {f"{one.ref}:{kept.version}": kept for one, kept in newest}
        self.hints = {
            f"{one.ref}:{kept.version}": " ".join(letters.since(one.pk)) or f"Version {kept.version}"
            for one, kept in newest
        }
        super().__init__(*args, **kwargs)
        field: Any = self.fields["letters"]
        field.choices = [(f"{one.ref}:{kept.version}", one.name) for one, kept in newest]

    def clean_letters(self) -> list[str]:
        """Raises ValidationError for a version that is not the newest, or went."""
        chosen: list[str] = self.cleaned_data["letters"]
        if set(chosen) - self.by_version.keys():
            raise forms.ValidationError(OTHER_SINCE)
        return chosen

    def first(self) -> list[GovField]:
        return [GovField("letters", label_size="m", option_hints=self.hints)]

    @property
    def told(self) -> dict[str, Any]:
        chosen = [self.by_version[one] for one in self.answers["letters"]]
        return super().told | {"letters": chosen}


class ArrivalForm(Refusable):
    """Whether somebody of the family is the first of two who arrive apart."""

    arrives = radios("When do they arrive?", Arrives)

    def __init__(self, *args: Any, back: str, hints: dict[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = Helper(
            GovField("arrives", label_size="m", option_hints=hints),
            Buttons(Button("Save"), CancelLink(back)),
        )

    @property
    def told(self) -> dict[str, Any]:
        given = self.answers
        return {"arrives": Arrives(given["arrives"]) if given["arrives"] else None}
