"""The forms of what goes before a conference: a contact with somebody of the family, and a child’s words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms

from conferences.models import Invitation, RequestedChild
from conferences.operations.preparation import CONTACT, VIEWS
from conferences.rules.preparation import (
    Aloud,
    ContactFacts,
    ContactMaker,
    ContactOutcome,
    ContactWay,
    FamilyPlan,
    NoViews,
    Supporter,
    ViewsFacts,
    ViewsWay,
)
from safeguarding.labelled import choices
from safeguarding.pagekit.choosing import radios
from safeguarding.pagekit.dates import DateField
from safeguarding.pagekit.joining import JoinsTexts
from safeguarding.pagekit.layout import Button, Buttons, CancelLink, GovField, Helper, Set
from safeguarding.pagekit.texts import TextField, words_field

LONGEST = 2000
NOBODY_YET, GATHERED = "NOBODY_YET", "GATHERED"
Whom = Invitation | RequestedChild


def line(label: str, subject: str, hint: str = "", longest: int = 300) -> TextField:
    return TextField(label=label, subject=subject, help_text=hint, max_length=longest, required=False)


class TakesBack(JoinsTexts):
    """What was told otherwise, or is taken back with why: the two last questions of a form."""

    draft_title = "What went before a conference, told otherwise"

    is_taken_back = forms.BooleanField(label="It was not so: take it back", required=False)
    back_words = words_field("Why is it taken back?", subject="Why it is taken back", longest=LONGEST)

    def back_part(self) -> Set:
        return Set(
            "Take it back",
            "is_taken_back",
            GovField("back_words", rows=2, characters=LONGEST),
            hint="Only where it did not happen. It stays below the list with the reason",
        )


class OfContact(JoinsTexts):
    """A contact with one of the family, or a try of one, and what they want of the day."""

    draft_title = "Contact before a conference"

    outcome = radios("What became of it?", ContactOutcome)
    contact_date = DateField(label="When?", subject="Day of the contact", required=False)
    maker = radios("Who made the contact?", ContactMaker)
    maker_name = line("Their name", "Name of who made the contact", longest=150)
    way = radios("How?", ContactWay)
    minutes = forms.IntegerField(label="For how many minutes? (optional)", required=False)
    words = words_field(
        "What was said, or how it was tried (optional)",
        hint="For example, that nobody answered, and a message was left",
        subject="What was said",
        longest=LONGEST,
    )
    wants = words_field(
        "What do they want from the conference? (optional)",
        hint="In their words",
        subject="What they want",
        longest=LONGEST,
    )
    seating = line("Where do they want to sit? (optional)", "Seating", "For example, near the door")
    breaks = line("Which breaks do they need? (optional)", "Breaks")
    arrival = line(
        "When do they come, and by which way in? (optional)",
        "Arrival",
        "For example, 30 minutes early, by the second entrance",
    )
    supporter = line("Who supports them on the day? (optional)", "Name of their supporter", longest=150)
    supporter_kind = forms.ChoiceField(
        label="Who is that to them?",
        choices=[(NOBODY_YET, "Nobody supports them, or it is not known"), *choices(Supporter)],
        widget=forms.RadioSelect,
        required=False,
    )
    family_plan = radios("How does it stand with a family group conference or a family plan?", FamilyPlan)
    family_plan_date = DateField(
        label="On which day? (optional)", subject="Day of the family’s plan", required=False
    )

    def __init__(self, *args: Any, initial: Mapping[str, Any], back: str, **kwargs: Any) -> None:
        kind = initial.get("supporter_kind") or NOBODY_YET
        super().__init__(*args, initial={**initial, "supporter_kind": kind}, **kwargs)
        self.back = back

    @property
    def contact(self) -> ContactFacts:
        given = {name: self.answers[name] for name in CONTACT}
        if given["supporter_kind"] == NOBODY_YET:
            given["supporter_kind"] = ""
        return ContactFacts(**given)

    def questions(self) -> list[Any]:
        big = ("outcome", "contact_date", "maker", "maker_name", "way", "minutes")
        wishes = ("seating", "breaks", "arrival", "supporter", "supporter_kind")
        return [
            *(part for name in big for part in self.shown(name, label_size="s")),
            *self.shown("words", rows=3, characters=LONGEST, label_size="s"),
            Set(
                "What they want of the day",
                *self.shown("wants", rows=3, characters=LONGEST),
                *(part for name in wishes for part in self.shown(name)),
                hint="Leave this empty where they were not reached",
            ),
            *self.shown("family_plan", label_size="s"),
            *self.shown("family_plan_date", label_size="s"),
        ]


class ContactForm(OfContact):
    """A new contact: with whom, of the family on the list and the children."""

    whom = forms.ChoiceField(label="With whom?", widget=forms.RadioSelect, required=False)

    def __init__(
        self, *args: Any, people: Mapping[str, tuple[Whom, str, str]], chosen: str, **kwargs: Any
    ) -> None:
        initial = {"whom": chosen, "family_plan": FamilyPlan.NOT_SPOKEN.value}
        super().__init__(*args, initial=initial, **kwargs)
        self.people = people
        self.fields["whom"].choices = [(key, name) for key, (_, name, _) in people.items()]  # type: ignore[attr-defined]

    @property
    def helper(self) -> Helper:
        hints = {key: caution for key, (_, _, caution) in self.people.items() if caution}
        return Helper(
            "seen",
            GovField("whom", label_size="m", option_hints=hints),
            *self.questions(),
            Buttons(Button("Save"), CancelLink(self.back)),
        )

    @property
    def told(self) -> dict[str, Any]:
        found = self.people.get(self.answers["whom"])
        return {"whom": found[0] if found else None, "told": self.contact}


class ContactChangeForm(TakesBack, OfContact):
    """A contact told otherwise, or taken back."""

    draft_title = "Contact before a conference, told otherwise"

    @property
    def helper(self) -> Helper:
        save = Buttons(Button("Save"), CancelLink(self.back))
        return Helper("seen", *self.questions(), self.back_part(), save)

    @property
    def told(self) -> dict[str, Any]:
        return {"told": self.contact, **self.opened}


class OfViews(JoinsTexts):
    """A child’s words before the conference, or why there are none."""

    draft_title = "A child’s words before a conference"

    gathered_date = DateField(label="When?", subject="Day they were gathered", required=False)
    gatherer = line("Who gathered them, or tried to?", "Who gathered them", longest=150)
    words = words_field(
        "What did the child say, in the child’s own words?",
        hint="Leave this empty where no words could be gathered",
        subject="The child’s words",
    )
    way = forms.ChoiceField(
        label="How were they gathered?",
        choices=[(NOBODY_YET, "There are no words"), *choices(ViewsWay)],
        widget=forms.RadioSelect,
        required=False,
    )
    aloud = forms.ChoiceField(
        label="May they be read aloud in the meeting?",
        choices=[(NOBODY_YET, "There are no words"), *choices(Aloud)],
        widget=forms.RadioSelect,
        required=False,
    )
    none_why = forms.ChoiceField(
        label="If there are no words: why not?",
        choices=[(GATHERED, "There are words"), *choices(NoViews)],
        widget=forms.RadioSelect,
        required=False,
    )
    none_words = words_field("More about why there are none (optional)", subject="Reason", longest=LONGEST)

    def __init__(self, *args: Any, initial: Mapping[str, Any], back: str, **kwargs: Any) -> None:
        stands = dict(initial)
        if stands.get("gathered_date"):
            stands["way"] = stands["way"] or NOBODY_YET
            stands["aloud"] = stands["aloud"] or NOBODY_YET
            stands["none_why"] = stands["none_why"] or GATHERED
        super().__init__(*args, initial=stands, **kwargs)
        self.back = back

    @property
    def views(self) -> ViewsFacts:
        given = {name: self.answers[name] for name in VIEWS}
        for name in ("way", "aloud", "none_why"):
            if given[name] in (NOBODY_YET, GATHERED):
                given[name] = ""
        return ViewsFacts(**given)

    def questions(self) -> list[Any]:
        return [
            *self.shown("gathered_date", label_size="s"),
            *self.shown("gatherer", label_size="s"),
            *self.shown("words", rows=6, label_size="m"),
            *(part for name in ("way", "aloud", "none_why") for part in self.shown(name, label_size="s")),
            *self.shown("none_words", rows=2, characters=LONGEST),
        ]


class ViewsForm(OfViews):
    """What one of the children said."""

    child = forms.ChoiceField(label="Which child?", widget=forms.RadioSelect, required=False)

    def __init__(
        self, *args: Any, children: Mapping[str, RequestedChild], chosen: str, **kwargs: Any
    ) -> None:
        super().__init__(*args, initial={"child": chosen}, **kwargs)
        self.children = children
        self.fields["child"].choices = [  # type: ignore[attr-defined]
            (ref, one.child.display_name) for ref, one in children.items()
        ]

    @property
    def helper(self) -> Helper:
        first = GovField("child", label_size="m")
        return Helper("seen", first, *self.questions(), Buttons(Button("Save"), CancelLink(self.back)))

    @property
    def told(self) -> dict[str, Any]:
        return {"asked": self.children.get(self.answers["child"]), "told": self.views}


class ViewsChangeForm(TakesBack, OfViews):
    """A child’s words told otherwise, or taken back."""

    draft_title = "A child’s words before a conference, told otherwise"

    @property
    def helper(self) -> Helper:
        save = Buttons(Button("Save"), CancelLink(self.back))
        return Helper("seen", *self.questions(), self.back_part(), save)

    @property
    def told(self) -> dict[str, Any]:
        return {"told": self.views, **self.opened}
