"""One form field as the crispy pack's templates want it: its kind, its words, its ids, its mistakes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms.boundfield import BoundField
from django.utils.safestring import SafeString

from safeguarding.pagekit.dates import DateParts, DateWidget
from safeguarding.wording import counted, upper_first

# The first that fits is the kind; a kind is a template in templates/govuk/kinds/.
KINDS: tuple[tuple[type[forms.Widget], str], ...] = (
    (DateWidget, "date"),
    (forms.CheckboxSelectMultiple, "checkboxes"),
    (forms.RadioSelect, "radios"),
    (forms.CheckboxInput, "checkbox"),
    (forms.Select, "select"),
    (forms.Textarea, "textarea"),
    (forms.FileInput, "file"),
    (forms.PasswordInput, "password"),
    (forms.Widget, "input"),
)
BASE_CLASS = {
    "checkbox": "govuk-checkboxes__input",
    "select": "govuk-select",
    "textarea": "govuk-textarea",
    "file": "govuk-file-upload",
    "password": "govuk-input govuk-password-input__input govuk-js-password-input-input",
    "input": "govuk-input",
}
GROUPED = frozenset({"date", "checkboxes", "radios"})


@dataclass(frozen=True)
class Options:
    """How a field is to be shown; every part has a plain default. See layout.GovField for their meaning."""

    label_size: str = ""
    heading: bool = False
    width: str = ""
    inline: bool = False
    small: bool = False
    words: int = 0
    characters: int = 0
    rows: int = 0
    prefix: str = ""
    suffix: str = ""
    autocomplete: str = ""
    label: str = ""
    hint: str = ""
    hide_label: bool = False
    option_hints: Mapping[str, str] = field(default_factory=dict)
    divider_before: str = ""
    reveal: Mapping[str, SafeString] = field(default_factory=dict)


@dataclass(frozen=True)
class OptionView:
    """One radio button or checkbox."""

    ident: str
    value: str
    label: str
    checked: bool
    hint: str
    reveal: SafeString | str
    divider: bool


class FieldView:
    """What a template of the pack may ask about a field."""

    def __init__(self, bound: BoundField, options: Options) -> None:
        self.bound = bound
        self.options = options
        self.kind = kind_of(bound)
        self.ident = bound.auto_id or f"id_{bound.html_name}"
        self.name = bound.html_name
        self.label = options.label or bound.label
        self.hint = options.hint or bound.help_text
        self.errors = errors_of(bound)
        # The browser's own bubbles would hide ours, and speak of one mistake at a time.
        bound.form.use_required_attribute = False

    @property
    def template(self) -> str:
        return f"govuk/kinds/{self.kind}.html"

    @property
    def limit(self) -> int:
        return self.options.words or self.options.characters

    @property
    def error_ids(self) -> list[str]:
        return [f"{self.ident}-error{number or ''}" for number in range(len(self.errors))]

    @property
    def numbered_errors(self) -> list[tuple[str, str]]:
        return list(zip(self.error_ids, self.errors, strict=True))

    @property
    def described_by(self) -> str:
        """The ids of the words that belong to the control: count, hint, mistakes."""
        ids = [f"{self.ident}-info"] if self.limit else []
        ids += [f"{self.ident}-hint"] if self.hint else []
        return " ".join(ids + self.error_ids)

    @property
    def control(self) -> SafeString:
        """The control itself, drawn by Django with our attributes."""
        widget = self.bound.field.widget
        if isinstance(widget, forms.NumberInput):
            widget.input_type = "text"
        attributes = {"class": self._classes()} | self._hints()
        wanted = {name: value for name, value in attributes.items() if value is not None}
        return self.bound.as_widget(attrs=wanted)

    def _classes(self) -> str:
        base = BASE_CLASS[self.kind].split()
        own = str(self.bound.field.widget.attrs.get("class", "")).split()
        wrong = [f"{base[0]}--error"] if self.errors and self.kind != "checkbox" else []
        width = [_width_class(self.options.width)] if self.options.width else []
        counted = ["govuk-js-character-count"] if self.limit else []
        return " ".join(base + wrong + width + counted + own)

    def _hints(self) -> dict[str, Any]:
        """What helps the browser and the reader: description, completion, which keyboard a phone shows."""
        numeric = isinstance(self.bound.field.widget, forms.NumberInput)
        whole = numeric and not isinstance(self.bound.field, forms.FloatField | forms.DecimalField)
        return {
            # Django 5.2 would set ids of its own; an empty one is left out.
            "aria-describedby": self.described_by or False,
            # A browser cuts off what goes beyond it, and says nothing. The form says it, and cuts nothing.
            "maxlength": False,
            "autocomplete": self.options.autocomplete or None,
            "inputmode": ("numeric" if whole else "decimal") if numeric else None,
            "spellcheck": "false" if numeric or self.kind == "password" else None,
            "rows": (self.options.rows or 5) if self.kind == "textarea" else None,
        }

    @property
    def accept(self) -> str:
        """The kinds of file that the chooser offers."""
        return str(self.bound.field.widget.attrs.get("accept", ""))

    @property
    def many(self) -> bool:
        """Whether several files may be chosen."""
        return bool(getattr(self.bound.field.widget, "allow_multiple_selected", False))

    @property
    def choices(self) -> list[OptionView]:
        """The radio buttons or checkboxes, in order."""
        return [self._option(widget.data) for widget in self.bound.subwidgets]

    def _option(self, data: Mapping[str, Any]) -> OptionView:
        value = str(data["value"])
        return OptionView(
            ident=data["attrs"].get("id", f"{self.ident}_{data['index']}"),
            value=value,
            label=data["label"],
            checked=bool(data["selected"]),
            hint=self.options.option_hints.get(value, ""),
            reveal=self.options.reveal.get(value, ""),
            divider=bool(self.options.divider_before) and value == self.options.divider_before,
        )

    @property
    def boxes(self) -> list[dict[str, Any]]:
        """The three boxes of a date, with those that are wrong marked."""
        wrong = wrong_parts(self.bound) if self.errors else ()
        typed = DateParts.of(self.bound.value())
        filling = {"birth": "bday"}.get(self.options.autocomplete, "")
        return [
            {
                "part": part,
                "label": upper_first(part),
                "name": f"{self.name}_{part}",
                "id": f"{self.ident}_{part}",
                "value": getattr(typed, part),
                "wrong": part in wrong,
                "autocomplete": f"{filling}-{part}" if filling else "",
            }
            for part in DateParts._fields
        ]


def kind_of(bound: BoundField) -> str:
    """The name of the template that draws the field."""
    widget = bound.field.widget
    return next(kind for parent, kind in KINDS if isinstance(widget, parent))


def errors_of(bound: BoundField) -> list[str]:
    """The field's mistakes in words; none while rows are being added, or before the form was sent."""
    if getattr(bound.form, "quiet", False) or not bound.form.is_bound:
        return []
    return [sentence for error in bound.errors.as_data() for sentence in _sentences(bound, error)]


def _sentences(bound: BoundField, error: ValidationError) -> list[str]:
    """An error in words; a text that is too long is told in ours, unless the field has its own."""
    field = bound.field
    if error.code != "max_length" or "max_length" in field.error_messages:
        return [str(message) for message in error.messages]
    most = counted((error.params or {})["limit_value"], "character")
    return [f"{subject_of(bound)} must be {most} or less"]


def subject_of(bound: BoundField) -> str:
    """What an error calls the field: its `subject`, else its label where that is no question."""
    label = str(bound.label).removesuffix(" (optional)")
    return getattr(bound.field, "subject", "") or ("Your answer" if label.endswith("?") else label)


def wrong_parts(bound: BoundField) -> tuple[str, ...]:
    """Which boxes of a date are wrong, from the error's own params; all three when it does not say."""
    parts: list[str] = []
    for error in bound.form.errors.as_data().get(bound.name, []):
        parts += (error.params or {}).get("parts", DateParts._fields)
    return tuple(parts)


def first_control(bound: BoundField) -> str:
    """The id that an error's link must lead to: the first option, the first wrong box, or the control."""
    ident = bound.auto_id or f"id_{bound.html_name}"
    kind = kind_of(bound)
    if kind == "date":
        return f"{ident}_{(*wrong_parts(bound), 'day')[0]}"
    return f"{ident}_0" if kind in GROUPED else ident


def _width_class(width: str) -> str:
    return f"govuk-input--width-{width}" if width.isdigit() else f"govuk-!-width-{width}"
