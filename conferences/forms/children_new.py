"""The form for a child who is not recorded yet."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import QuerySet

from conferences.operations.children_new import NewChild
from safeguarding.labelled import choices
from safeguarding.models import Team
from safeguarding.pagekit.dates import DateField
from safeguarding.pagekit.layout import Button, Buttons, CancelLink, GovField, Helper
from safeguarding.pagekit.refusals import Refusable
from safeguarding.register.codes import Ethnicity, Sex

OF_CHILD = (
    "la_child_id",
    "given_names",
    "family_name",
    "birth_date",
    "expected_birth_date",
    "sex",
    "ethnicity",
    "interpreter_language",
    "communication_needs",
)


class NewChildForm(Refusable):
    """Who the child is, and which team holds it where the person does not record for their own."""

    la_child_id = forms.CharField(
        label="The council’s number of the child",
        help_text="The number that the council’s own system gives the child, up to 20 letters and numbers",
        required=False,
        max_length=20,
    )
    given_names = forms.CharField(
        label="Given names", help_text="Leave empty for a child not born yet", required=False, max_length=100
    )
    family_name = forms.CharField(label="Family name", required=False, max_length=100)
    birth_date = DateField(label="Date of birth", required=False)
    expected_birth_date = DateField(label="Expected date, if the child is not born yet", required=False)
    sex = forms.ChoiceField(label="Sex", choices=choices(Sex), widget=forms.RadioSelect, required=False)
    ethnicity = forms.ChoiceField(
        label="Ethnicity (optional)", choices=[("", "Not asked yet"), *choices(Ethnicity)], required=False
    )
    interpreter_language = forms.CharField(
        label="Language, if an interpreter is needed (optional)", required=False, max_length=60
    )
    communication_needs = forms.CharField(
        label="What helps the child to take part (optional)", required=False, max_length=200
    )
    team = forms.ModelChoiceField(
        label="Which team holds the child?",
        queryset=Team.objects.none(),
        required=False,
        empty_label="No team yet",
    )
    is_another = forms.BooleanField(label="I have looked: this is another child", required=False)

    def __init__(
        self, *args: Any, teams: QuerySet[Team] | None, asks_again: bool, back: str, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        if teams is None:
            del self.fields["team"]
        else:
            self.fields["team"].queryset = teams  # type: ignore[attr-defined]
        if not asks_again:
            del self.fields["is_another"]
        wide = {"given_names", "family_name", "interpreter_language", "communication_needs"}
        parts: list[Any] = [
            GovField(name, width="two-thirds") if name in wide else GovField(name, **SHOWN.get(name, {}))
            for name in self.fields
        ]
        self.helper = Helper(*parts, Buttons(Button("Add the child"), CancelLink(back)))

    @property
    def given(self) -> dict[str, Any]:
        """The child as the operation wants it."""
        answers = self.answers
        rest = {name: answer for name, answer in answers.items() if name not in OF_CHILD}
        return {"child": NewChild(**{name: answers[name] for name in OF_CHILD}), **rest}


SHOWN: dict[str, dict[str, Any]] = {
    "la_child_id": {"width": "20"},
    "sex": {"inline": True},
}
