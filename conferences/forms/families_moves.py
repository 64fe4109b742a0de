"""The forms by which children leave a family, and two families become one: each with its reason."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from django import forms

from safeguarding.models import Child, Family, Person
from safeguarding.pagekit.drafts import KeepsDraft
from safeguarding.pagekit.layout import Button, Buttons, CancelLink, GovField, Helper
from safeguarding.pagekit.texts import words_field

NEW, OTHER = "NEW", "OTHER"
NUMBER = "The council’s number of a child of the other family"
Find = Callable[[str], Family | None]


class SplitForm(KeepsDraft):
    """Which children leave the family, who goes along, where to and why."""

    draft_title = "Why children leave a family"

    children = forms.MultipleChoiceField(
        label="Which children leave this family?", widget=forms.CheckboxSelectMultiple, required=False
    )
    people = forms.MultipleChoiceField(
        label="Which parents, carers and others go with them?",
        help_text="Whoever is related to a child who stays cannot go. They stay here, and stay related to the"
        " children who leave",
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    where = forms.ChoiceField(
        label="Where do they go?",
        choices=[(NEW, "To a new family"), (OTHER, "To a family that is recorded already")],
        widget=forms.RadioSelect,
        required=False,
    )
    name = forms.CharField(label="What the new family is called", required=False, max_length=100)
    number = forms.CharField(label=NUMBER, required=False, max_length=20)
    reason = words_field("Why?", subject="Reason", longest=2000)

    def __init__(
        self,
        *args: Any,
        family: Sequence[Child],
        grown: Sequence[Person],
        find: Find,
        back: str,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.find = find
        self.child_of = {str(child.ref): child for child in family}
        self.person_of = {str(person.ref): person for person in grown}
        self.fields["children"].choices = [(ref, c.display_name) for ref, c in self.child_of.items()]  # type: ignore[attr-defined]
        self.fields["people"].choices = [(ref, p.full_name) for ref, p in self.person_of.items()]  # type: ignore[attr-defined]
        if not grown:
            del self.fields["people"]
        self.helper = Helper(
            GovField("children", label_size="m"),
            *([GovField("people", label_size="m")] if grown else []),
            GovField(
                "where",
                label_size="m",
                reveal={NEW: [GovField("name", width="20")], OTHER: [GovField("number", width="10")]},
            ),
            GovField("reason", label_size="m"),
            Buttons(Button("Continue"), CancelLink(back)),
        )

    @property
    def given(self) -> dict[str, Any]:
        """The split as the operation wants it."""
        answers = self.answers
        is_new = {NEW: True, OTHER: False}.get(answers["where"])
        return {
            "children": [self.child_of[ref] for ref in answers["children"]],
            "people": [self.person_of[ref] for ref in answers.get("people", [])],
            "is_new": is_new,
            "name": answers["name"],
            "into": self.find(answers["number"]) if is_new is False else None,
            "reason": answers["reason"],
        }


class JoinForm(KeepsDraft):
    """Which family this one becomes part of, and why."""

    draft_title = "Why two families are joined"

    number = forms.CharField(
        label=NUMBER,
        help_text="All the children, people and homes of this family go to that one",
        required=False,
        max_length=20,
    )
    reason = words_field("Why?", subject="Reason", longest=2000)

    def __init__(self, *args: Any, find: Find, back: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.find = find
        self.helper = Helper(
            GovField("number", label_size="m", width="10"),
            GovField("reason", label_size="m"),
            Buttons(Button("Continue"), CancelLink(back)),
        )

    @property
    def given(self) -> dict[str, Any]:
        answers = self.answers
        return {"into": self.find(answers["number"]), "reason": answers["reason"]}
