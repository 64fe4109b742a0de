"""The forms of excluding somebody: asked for, decided, told, what they get afterwards, and lifted."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from django import forms

from conferences.queries.invitations import told_ties
from conferences.rules.exclusions import (
    Answer,
    AskedFor,
    DecidedOn,
    Extent,
    Given,
    Ground,
    Instead,
    LiftReason,
    ToldHow,
)
from safeguarding.models import Person, Relationship
from safeguarding.pagekit.choosing import radios
from safeguarding.pagekit.dates import DateField
from safeguarding.pagekit.drafts import KeepsDraft
from safeguarding.pagekit.joining import JoinsTexts
from safeguarding.pagekit.layout import Button, Buttons, CancelLink, GovField, Helper
from safeguarding.pagekit.refusals import Refusable
from safeguarding.pagekit.texts import TextField, words_field

SOMEBODY = "SOMEBODY"
LONGEST = 2000


def line(label: str, subject: str, longest: int, hint: str = "") -> Any:
    """A text of one line."""
    return TextField(label=label, help_text=hint, subject=subject, max_length=longest, required=False)


class AskedForm(JoinsTexts):
    """Why somebody should be excluded, from how much, and who asks for it."""

    draft_title = "An exclusion from a conference"

    ground = radios("Why should they be excluded?", Ground)
    facts = words_field(
        "What is known?",
        hint="Facts, and where each is from. The person does not read this, and it is in no letter.",
        subject="What is known",
        longest=LONGEST,
    )
    extent = radios("From how much of the conference?", Extent)
    part = line("Which part?", "Which part", 500, "For example, while the police tell what they know")
    asker = line("Who asks for it?", "Who asks for it", 150, "Name and role, or what they are to the child")
    asked_date = DateField(
        label="When was it asked for?", subject="Day on which it was asked for", required=False
    )

    def __init__(self, *args: Any, back: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.back = back

    def asked_parts(self) -> list[Any]:
        return [
            *self.shown("ground", label_size="m"),
            *self.shown("facts", rows=6, label_size="m"),
            *self.shown("extent", label_size="m", reveal={Extent.PART.value: self.shown("part")}),
            *self.shown("asker", label_size="m"),
            *self.shown("asked_date", label_size="m"),
        ]

    @property
    def helper(self) -> Helper:
        return Helper("seen", *self.asked_parts(), Buttons(Button("Save"), CancelLink(self.back)))

    @property
    def told(self) -> AskedFor:
        given = self.answers
        return AskedFor(
            ground=Ground(given["ground"]) if given["ground"] else None,
            facts=given["facts"],
            extent=Extent(given["extent"]) if given["extent"] else None,
            part=given["part"],
            asker=given["asker"],
            asked_date=given["asked_date"],
        )


class NewForm(AskedForm):
    """The same with who should be excluded: somebody of the family, or one by name."""

    person = forms.ChoiceField(
        label="Who should be excluded?", widget=forms.RadioSelect, required=False, choices=[]
    )
    name = line("Their name", "Name of the person", 150)

    def __init__(
        self, *args: Any, people: Sequence[tuple[Person, Sequence[Relationship]]], back: str, **kwargs: Any
    ) -> None:
        super().__init__(*args, back=back, **kwargs)
        self.by_ref = {str(one.ref): one for one, _ in people}
        self.hints = {str(one.ref): told_ties(ties) for one, ties in people}
        self.fields["person"].choices = [  # type: ignore[attr-defined]
            *((ref, one.full_name) for ref, one in self.by_ref.items()),
            (SOMEBODY, "Somebody else of the family, or a friend of it"),
        ]

    @property
    def helper(self) -> Helper:
        who = GovField("person", label_size="m", option_hints=self.hints, reveal={SOMEBODY: ["name"]})
        button = Button("Ask the chair to exclude them")
        return Helper(who, *self.asked_parts(), Buttons(button, CancelLink(self.back)))

    @property
    def whom(self) -> dict[str, Any]:
        given = self.answers
        name = given["name"] if given["person"] == SOMEBODY else ""
        return {"person": self.by_ref.get(given["person"]), "name": name}


class DecisionForm(JoinsTexts):
    """What the chair decides, how the person takes part instead, and what they are told."""

    draft_title = "The decision on an exclusion from a conference"

    answer = radios("What do you decide?", Answer)
    decided_part = line("From which part?", "From which part", 500)
    reasons = words_field(
        "Your reasons",
        hint="They stand with the exclusion for those who work with the family. They are in no letter.",
        subject="Your reasons",
        longest=LONGEST,
    )
    instead = radios("How do they take part instead?", Instead)
    instead_words = line(
        "More about how they take part (optional)",
        "How they take part",
        500,
        "By when, to whom, at which hour: this is in their letter",
    )
    letter_why = words_field(
        "What are they told of why?",
        hint="This is in their letter, in plain words. Write nothing that another said, nothing that would"
        " put somebody at risk, and no address.",
        subject="What they are told",
        longest=LONGEST,
    )
    teller = line("Who tells them?", "Who tells them", 150, "Name and role")

    def __init__(self, *args: Any, back: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.back = back

    def first_parts(self) -> list[Any]:
        return []

    @property
    def helper(self) -> Helper:
        return Helper(
            "seen",
            *self.first_parts(),
            *self.shown("answer", label_size="m", reveal={Answer.PART.value: self.shown("decided_part")}),
            *self.shown("reasons", rows=5, label_size="m"),
            *self.shown("instead", label_size="m"),
            *self.shown("instead_words"),
            *self.shown("letter_why", rows=5, label_size="m"),
            *self.shown("teller", label_size="m"),
            Buttons(Button("Save the decision"), CancelLink(self.back)),
        )

    @property
    def told(self) -> DecidedOn:
        given = self.answers
        return DecidedOn(
            answer=Answer(given["answer"]) if given["answer"] else None,
            part=given["decided_part"],
            reasons=given["reasons"],
            instead=Instead(given["instead"]) if given["instead"] else None,
            instead_words=given["instead_words"],
            letter_why=given["letter_why"],
            teller=given["teller"],
        )


def in_place_field() -> Any:
    """Why whoever leads the unit decides and not the chair."""
    return words_field(
        "Why does the chair not decide?",
        hint="For example, the chair is ill and nobody has taken the conference over yet.",
        subject="Why the chair does not decide",
        longest=LONGEST,
    )


class InPlaceForm(DecisionForm):
    """The same, decided in place of the chair."""

    draft_title = "The decision on an exclusion, in place of the chair"

    decided_in_place = in_place_field()

    def first_parts(self) -> list[Any]:
        return self.shown("decided_in_place", rows=3, label_size="m")

    @property
    def why(self) -> str:
        return str(self.answers["decided_in_place"])


class ToldForm(Refusable):
    """That somebody was told, how and when; what was recorded before stands there to be corrected."""

    how = radios("How were they told?", ToldHow)
    told_date = DateField(label="When?", subject="Day on which they were told", required=False)

    def __init__(
        self, *args: Any, on: dt.date, back: str, before: tuple[str, dt.date | None], **kwargs: Any
    ) -> None:
        how, day = before
        kwargs.setdefault("initial", {"how": how, "told_date": day or on})
        super().__init__(*args, **kwargs)
        self.helper = Helper(
            GovField("how", label_size="m"),
            GovField("told_date", label_size="m"),
            Buttons(Button("Save"), CancelLink(back)),
        )

    @property
    def told(self) -> dict[str, Any]:
        given = self.answers
        return {"how": ToldHow(given["how"]) if given["how"] else None, "told_date": given["told_date"]}


class OutcomeForm(JoinsTexts):
    """Whether an excluded person gets what is decided, with why."""

    draft_title = "What an excluded person gets of a conference’s outcome"

    letter = radios("Do they get the decision letter?", Given)
    record = radios("Do they get a copy of the record?", Given)
    words = words_field(
        "Why?",
        hint="Most people who are excluded have a right to know what was decided.",
        subject="Why",
        longest=LONGEST,
    )

    def __init__(self, *args: Any, back: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.back = back

    def first_parts(self) -> list[Any]:
        return []

    @property
    def helper(self) -> Helper:
        return Helper(
            "seen",
            *self.first_parts(),
            *self.shown("letter", label_size="m"),
            *self.shown("record", label_size="m"),
            *self.shown("words", rows=4, label_size="m"),
            Buttons(Button("Save"), CancelLink(self.back)),
        )

    @property
    def told(self) -> dict[str, Any]:
        given = self.answers
        chosen = {name: Given(given[name]) if given[name] else None for name in ("letter", "record")}
        return chosen | {"words": given["words"]}


class OutcomeInPlaceForm(OutcomeForm):
    """The same, decided in place of the chair."""

    draft_title = "What an excluded person gets, decided in place of the chair"

    in_place = in_place_field()

    def first_parts(self) -> list[Any]:
        return self.shown("in_place", rows=3, label_size="m")

    @property
    def told(self) -> dict[str, Any]:
        return super().told | {"why": self.answers["in_place"]}


class WhyForm(KeepsDraft):
    """Why nobody is told, or why a telling was recorded that was none."""

    draft_title = "Why somebody is not told of an exclusion"

    why = words_field("Why?", subject="Why", longest=LONGEST)
    # Which telling the page showed, where one is taken back.
    seen = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, back: str, asks: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["why"].label = asks
        self.helper = Helper(
            "seen", GovField("why", rows=3, label_size="m"), Buttons(Button("Save"), CancelLink(back))
        )

    @property
    def why_words(self) -> str:
        return str(self.answers["why"])


class LiftForm(KeepsDraft):
    """Why an exclusion stands no more."""

    draft_title = "An exclusion from a conference that stands no more"

    reason = radios("Why does it stand no more?", LiftReason)
    words = words_field("More about it (optional)", subject="Reason", longest=LONGEST)

    def __init__(self, *args: Any, back: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = Helper(
            GovField("reason", label_size="m"),
            GovField("words", rows=3, label_size="m"),
            Buttons(Button("Lift the exclusion", kind="warning"), CancelLink(back)),
        )

    @property
    def told(self) -> dict[str, Any]:
        given = self.answers
        reason = LiftReason(given["reason"]) if given["reason"] else None
        return {"reason": reason, "words": given["words"]}
