"""Forms of a child's own version of a record: the chair's line, why none is given, and how it was given."""

from __future__ import annotations

import datetime as dt
from typing import Any

from conferences.forms.copies import CopySentForm
from conferences.models import Document, OwnVersion
from conferences.rules.copies_own import NoOwn
from safeguarding.pagekit.choosing import radios
from safeguarding.pagekit.drafts import KeepsDraft
from safeguarding.pagekit.layout import Button, Buttons, CancelLink, GovField, Helper
from safeguarding.pagekit.refusals import Refusable
from safeguarding.pagekit.texts import TextField, words_field

LONGEST_LINE, LONGEST_WORDS = 500, 1000


def _sat_with() -> TextField:
    return TextField(
        label="Who sat with the child?",
        help_text="The name of who read it with them or gave it to them",
        subject="Who sat with the child",
        required=False,
        max_length=150,
    )


def _child_said() -> Any:
    return words_field(
        "What did the child say or answer? (optional)",
        hint="In the child’s words. It stands on the child’s timeline.",
        subject="What the child said",
        longest=LONGEST_WORDS,
    )


class OwnLineForm(KeepsDraft):
    """What the chair says to one child."""

    draft_title = "What the chair says to a child"

    line = words_field(
        "What do you want to say to this child? (optional)",
        hint="One or two short sentences, as you would say them. They stand in this child’s own version and"
        " nowhere else, after what was decided. Name nobody else, and no address. Empty, nothing is said.",
        subject="What you say to the child",
        longest=LONGEST_LINE,
    )

    def __init__(self, *args: Any, told: OwnVersion | None, back: str, **kwargs: Any) -> None:
        kwargs.setdefault("initial", {"line": told.line if told else ""})
        super().__init__(*args, **kwargs)
        self.helper = Helper("line", Buttons(Button("Save"), CancelLink(back)))


class NoOwnForm(KeepsDraft):
    """Why a child is given no version of their own."""

    draft_title = "A child is given no version of their own"

    reason = radios("Why will none be given?", NoOwn)
    words = words_field(
        "What there is to say of it",
        hint="Where it would harm them: what harm, and who thinks so. Where nobody could be found: who was"
        " asked, and until which day. Else it may stay empty.",
        subject="What there is to say of it",
        longest=LONGEST_WORDS,
    )

    def __init__(self, *args: Any, told: OwnVersion | None, back: str, **kwargs: Any) -> None:
        before = {"reason": told.none_reason, "words": told.none_words} if told else {}
        kwargs.setdefault("initial", before)
        super().__init__(*args, **kwargs)
        self.helper = Helper(
            GovField("reason", label_size="m"), "words", Buttons(Button("Save"), CancelLink(back))
        )

    @property
    def told(self) -> dict[str, Any]:
        given = self.answers
        return {"reason": NoOwn(given["reason"]) if given["reason"] else None, "words": given["words"]}


class NoOwnBackForm(Refusable):
    """That a child is to be given their own version after all."""

    def __init__(self, *args: Any, back: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = Helper(
            Buttons(Button("They are given one after all", name="take_back", value="1"), CancelLink(back))
        )


class OwnSentForm(CopySentForm):
    """How, when and by whom a child was given their own version, and what the child said."""

    draft_title = "A child was given their own version"

    sat_with = _sat_with()
    child_said = _child_said()

    def __init__(self, *args: Any, on: dt.date, back: str, **kwargs: Any) -> None:
        super().__init__(*args, on=on, back=back, **kwargs)
        self.fields["how"].label = "How was it given?"
        self.fields["sent_date"].label = "Day it was given"
        self.fields["proof"].label = "What shows that it was given? (optional)"
        self.helper = Helper(
            GovField("how", label_size="m"),
            "sent_date",
            "sat_with",
            "child_said",
            "proof",
            Buttons(Button("Save"), CancelLink(back)),
        )


class OwnToldForm(KeepsDraft):
    """Who sat with the child and what the child said, told otherwise."""

    draft_title = "How a child was given their own version"

    sat_with = _sat_with()
    child_said = _child_said()

    def __init__(self, *args: Any, document: Document, back: str, **kwargs: Any) -> None:
        before = {"sat_with": document.sat_with, "child_said": document.child_said}
        kwargs.setdefault("initial", before)
        super().__init__(*args, **kwargs)
        self.helper = Helper("sat_with", "child_said", Buttons(Button("Save"), CancelLink(back)))
