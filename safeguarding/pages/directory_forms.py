"""The form of a directory's row, made from its items; and the one that hands in a file."""

from __future__ import annotations

from functools import singledispatch
from typing import Any

from django import forms

from safeguarding.directory.directory import Directory
from safeguarding.directory.items import Choice, Clock, Day, Item, Row, Text, Whole, YesNo
from safeguarding.pagekit.dates import DateField
from safeguarding.pagekit.layout import Button, Buttons, CancelLink, GovField, Helper
from safeguarding.pagekit.refusals import Refusable

MOST_BYTES = 5_000_000


@singledispatch
def field_of(item: Item) -> forms.Field:
    """The form's field of an item. What may stand in it, the item says itself."""
    return forms.CharField(required=False)


@field_of.register
def _(item: Text) -> forms.Field:
    return forms.CharField(required=False)


@field_of.register
def _(item: Day) -> forms.Field:
    return DateField(label=item.label, subject=item.label, required=False)


@field_of.register
def _(item: YesNo) -> forms.Field:
    return forms.ChoiceField(required=False, choices=[("yes", "Yes"), ("no", "No")], widget=forms.RadioSelect)


@field_of.register
def _(item: Choice) -> forms.Field:
    return forms.ChoiceField(required=False, choices=[("", "Choose"), *item.options().items()])


@field_of.register
def _(item: Row) -> forms.Field:
    names = [str(row) for row in item.rows()]
    empty = item.none or "Choose"
    return forms.ChoiceField(required=False, choices=[("", empty), *zip(names, names, strict=True)])


def offer(field: forms.Field, name: str) -> None:
    """What stands in the row is offered, though it is out of use now."""
    if isinstance(field, forms.ChoiceField) and name and name not in dict(field.choices):  # type: ignore[arg-type]
        field.choices = [*field.choices, (name, name)]  # type: ignore[misc]


@singledispatch
def width_of(item: Item) -> dict[str, Any]:
    return {}


@width_of.register
def _(item: Text) -> dict[str, Any]:
    return {"width": "two-thirds"}


@width_of.register(Whole)
@width_of.register(Clock)
def _(item: Item) -> dict[str, Any]:
    return {"width": "5"}


@width_of.register
def _(item: YesNo) -> dict[str, Any]:
    return {"inline": True}


class RowForm(Refusable):
    """A row of a directory. Its answers are texts, which the items read."""

    DROPS_UNSEEN = False

    def __init__(self, *args: Any, directory: Directory, row: Any = None, back: str, **kwargs: Any) -> None:
        kwargs.setdefault("initial", texts_of(directory, row) if row else {})
        super().__init__(*args, **kwargs)
        parts = []
        for item in directory.items:
            field = field_of(item)
            if isinstance(item, Row):
                offer(field, self.initial.get(item.field, ""))
            optional = not item.is_needed and not isinstance(item, YesNo)
            field.label = f"{item.label} (optional)" if optional else item.label
            field.help_text = item.hint
            self.fields[item.field] = field
            parts.append(GovField(item.field, **width_of(item)))
        self.helper = Helper(*parts, Buttons(Button("Save"), CancelLink(back)))

    @property
    def texts(self) -> dict[str, str]:
        """{item: what was typed or chosen}."""
        return {name: "" if answer is None else str(answer) for name, answer in self.answers.items()}


def texts_of(directory: Directory, row: Any) -> dict[str, Any]:
    """What the form of a row begins with: a choice's code, a day, the name of another directory's row."""
    texts = {}
    for item in directory.items:
        value = getattr(row, item.field)
        texts[item.field] = value if isinstance(item, Choice | Day) else item.write(value)
    return texts


class UseForm(Refusable):
    """A button alone: whether a row is in use."""

    def __init__(self, *args: Any, button: str, back: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = Helper(Buttons(Button(button), CancelLink(back)))


class RowsFileForm(Refusable):
    """A CSV of rows. Nothing of it is taken in before it was shown."""

    file = forms.FileField(
        label="CSV file",
        help_text="Saved as CSV in UTF-8. The first row names the columns.",
        widget=forms.FileInput(attrs={"accept": ".csv,text/csv"}),
        max_length=200,
        error_messages={
            "required": "Select a CSV file",
            "missing": "Select a CSV file",
            "invalid": "Select a CSV file",
            "empty": "The selected file is empty",
            "max_length": "The file’s name must be 200 characters or less",
        },
    )

    def __init__(self, *args: Any, back: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = Helper("file", Buttons(Button("See what it would change"), CancelLink(back)))

    def clean_file(self) -> Any:
        upload = self.cleaned_data["file"]
        if upload.size > MOST_BYTES:
            most = f"{MOST_BYTES // 1_000_000} MB"
            raise forms.ValidationError(f"The selected file must be smaller than {most}")
        return upload
