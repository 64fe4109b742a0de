"""Forms of the copies of a record: who has one, that it went, a new version, and that it will not be sent."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from django import forms
from django.http import QueryDict

from conferences.forms.letters import hint_of
from conferences.queries.copies import Key, Offer
from conferences.rules.documents import SentHow
from safeguarding.pagekit.choosing import radios
from safeguarding.pagekit.dates import DateField
from safeguarding.pagekit.drafts import KeepsDraft
from safeguarding.pagekit.layout import Button, Buttons, CancelLink, GovField, Helper
from safeguarding.pagekit.refusals import Refusable
from safeguarding.pagekit.texts import words_field
from safeguarding.wording import sentence

OWN_HINT = (
    "What they said, what was decided for them and what happens next, and no reasons. Ask first whether this"
    " is right for the child. Somebody else releases it, and somebody who knows the child gives it to them."
)


class CopiesForm(Refusable):
    """Which of those who may have a copy shall have one; proposed are those for whom nothing is in doubt."""

    recipients = forms.MultipleChoiceField(
        label="Who should have a copy?",
        help_text="Each copy tells only of the children its reader may read about, has no address but their"
        " own, and has nothing that is withheld from them. It is made in large print too. Leave out anyone it"
        " is not safe to write to.",
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    button = "Make copies"

    def __init__(self, *args: Any, offers: Sequence[Offer], back: str, **kwargs: Any) -> None:
        self.by_value = {value_of(one): one for one in offers}
        ticked = [value for value, one in self.by_value.items() if one.is_ticked]
        kwargs.setdefault("initial", {"recipients": ticked})
        super().__init__(*args, **kwargs)
        self.fields["recipients"].choices = [  # type: ignore[attr-defined]
            (value, one.recipient.lines[0]) for value, one in self.by_value.items()
        ]
        hints = {value: said_of(one) for value, one in self.by_value.items()}
        self.helper = Helper(
            GovField("recipients", label_size="m", option_hints=hints),
            Buttons(Button(self.button), CancelLink(back)),
        )

    @property
    def chosen(self) -> list[Key]:
        return [self.by_value[value].key for value in self.answers["recipients"]]


def value_of(one: Offer) -> str:
    if one.requested_child:
        return f"c{one.requested_child.pk}"
    return f"p{one.person.ref}" if one.person else f"a{one.agency_kind}:{one.agency_name.lower()}"


def said_of(one: Offer) -> str:
    """What stands beside a name: the ties and what to think of, or role and agency."""
    if one.ties:
        return sentence(hint_of(one.ties), one.why_not)
    if one.recipient.own:
        return sentence(f"{one.recipient.own.label}. {OWN_HINT}")
    return ". ".join(filter(None, (", ".join(one.recipient.lines[1:]), one.why_not)))


class ClosingLettersForm(CopiesForm):
    """Which of those who may have a letter that a plan has ended shall have one."""

    recipients = forms.MultipleChoiceField(
        label="Who should have a letter?",
        help_text="Each letter tells only of the children its reader may read about and whose plan ended, and"
        " has no address but their own. It is made in large print too. It counts as done when each to whom"
        " one is proposed has theirs: where one must not go, make it and say why it will not be sent.",
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    button = "Make letters"


class PlainReleaseForm(Refusable):
    """That a copy or a letter was read and may go."""

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, version: int | None, back: str, **kwargs: Any) -> None:
        kwargs.setdefault("initial", {"version": version})
        super().__init__(*args, **kwargs)
        self.helper = Helper("version", Buttons(_release_it(), CancelLink(back)))


def _release_it() -> Button:
    return Button("I have read it: release it", name="release", value="1")


class ReleaseForm(KeepsDraft):
    """The same of one in which something is in doubt, with why it may go."""

    draft_title = "Release of a copy or a letter"

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    words = words_field(
        "Why may it go?",
        hint="What is in doubt stands above. Say what you looked at, and who decided it.",
        subject="Why it may go",
        longest=1000,
    )

    def __init__(self, *args: Any, version: int | None, back: str, **kwargs: Any) -> None:
        kwargs.setdefault("initial", {"version": version})
        super().__init__(*args, **kwargs)
        self.helper = Helper("version", "words", Buttons(_release_it(), CancelLink(back)))


def release_form(
    data: QueryDict | None, *, in_doubt: bool, version: int | None, back: str
) -> PlainReleaseForm | ReleaseForm:
    """The form for a copy or a letter as it stands."""
    kind = ReleaseForm if in_doubt else PlainReleaseForm
    return kind(data, version=version, back=back)


class CopySentForm(KeepsDraft):
    """How and when a copy went."""

    draft_title = "A copy of a record was sent"

    how = radios("How was it sent?", SentHow)
    sent_date = DateField(label="Day it was sent", required=False)
    proof = words_field(
        "What shows that it went? (optional)",
        hint="For example who handed it over and to whom, or the number of the recorded post",
        subject="What shows that it went",
        longest=1000,
    )

    def __init__(self, *args: Any, on: dt.date, back: str, **kwargs: Any) -> None:
        kwargs.setdefault("initial", {"sent_date": on})
        super().__init__(*args, **kwargs)
        self.helper = Helper(
            GovField("how", label_size="m"), "sent_date", "proof", Buttons(Button("Save"), CancelLink(back))
        )

    @property
    def told(self) -> dict[str, Any]:
        given = self.answers
        return given | {"how": SentHow(given["how"]) if given["how"] else None}


class CopyAgainForm(KeepsDraft):
    """What a new version of a copy says of itself."""

    draft_title = "A new version of a copy of a record"

    changed = words_field(
        "What is other in this version?",
        hint="A sentence that stands in the copy, for the person who gets it. Do not write another person’s"
        " address, or anything that is withheld from them.",
        subject="What is other",
        longest=1000,
    )

    def __init__(self, *args: Any, back: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = Helper("changed", Buttons(Button("Make the new version"), CancelLink(back)))


class CopyOffForm(KeepsDraft):
    """Why a copy or a letter will not be sent."""

    draft_title = "A copy or a letter will not be sent"

    reason = words_field(
        "Why will it not be sent?", subject="Reason", hint="It stays here, with your name.", longest=1000
    )

    def __init__(self, *args: Any, back: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = Helper("reason", Buttons(Button("Do not send it", kind="warning"), CancelLink(back)))
