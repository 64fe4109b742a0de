"""Layout objects of the crispy pack `govuk`: what a form's helper is made of.

self.helper = Helper(
    GovField("kind", reveal={"OTHER": ["other_kind"]}),
    Set("Where", "place", GovField("room", width="10")),
    Buttons(Button("Save"), CancelLink(reverse("my_work"))),
)
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout, LayoutObject
from crispy_forms.utils import render_field
from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe

from safeguarding.pagekit.components import Fold
from safeguarding.pagekit.fields import Options
from safeguarding.pagekit.problems import is_taken_away
from safeguarding.wording import lower_first

Part = Any  # A field's name or a layout object: crispy types neither.


def rendered(parts: Sequence[Part], form: Any, context: Any) -> SafeString:
    """The parts one after another, as safe HTML."""
    return mark_safe("".join(render_field(part, form, context) for part in parts))


class Helper(FormHelper):  # type: ignore[misc]
    """A form's helper. `method` get for searches; `tag=False` where the page writes <form> itself."""

    def __init__(self, *parts: Part, method: str = "post", action: str = "", tag: bool = True) -> None:
        super().__init__()
        self.layout = Layout(*parts)
        self.form_method = method
        self.form_action = action
        self.form_tag = tag
        self.disable_csrf = method == "get"


class GovField(LayoutObject):  # type: ignore[misc]
    """A field with how it is to be shown (every option of fields.Options), and what its choices reveal.

    reveal: {"VALUE": ["field", ...]} shows fields beneath a choice when it is taken.
    width: "2", "3", "4", "5", "10", "20" characters, or "one-third", "one-half", "two-thirds", "full".
    words, characters: a limit counted down beneath the text. heading: the label is the page's h1.
    autocomplete: "birth" on a date, else the HTML value ("email", "name", ...).
    """

    def __init__(
        self, name: str, *, reveal: Mapping[str, Sequence[Part]] | None = None, **options: Any
    ) -> None:
        self.fields = [name]
        self.reveal = reveal or {}
        self.options = Options(**options)

    def render(self, form: Any, context: Any, template_pack: str = "govuk", **kwargs: Any) -> SafeString:
        shown = {value: rendered(parts, form, context) for value, parts in self.reveal.items()}
        extra = {"gov": replace(self.options, reveal=shown)}
        html: SafeString = render_field(self.fields[0], form, context, extra_context=extra)
        return html


class _Group(LayoutObject):  # type: ignore[misc]
    """Parts inside a template that gets them as `fields`, with the object itself as `group`."""

    template = ""

    def __init__(self, *parts: Part) -> None:
        self.fields = list(parts)

    def render(self, form: Any, context: Any, template_pack: str = "govuk", **kwargs: Any) -> SafeString:
        fields = rendered(self.fields, form, context)
        return render_to_string(self.template, {"group": self, "fields": fields})


class Set(_Group):
    """Fields under one legend. size: "s", "m", "l" or "xl"; heading: the legend is the page's h1."""

    template = "govuk/layout/set.html"

    def __init__(
        self, legend: str, *parts: Part, hint: str = "", size: str = "m", heading: bool = False
    ) -> None:
        super().__init__(*parts)
        self.legend = legend
        self.hint = hint
        self.size = size
        self.heading = heading


class Side(_Group):
    """Fields side by side where there is room, one under another on a phone."""

    template = "govuk/layout/side.html"


class Siblings(_Group):
    """Parts of a form, one a child, in as many columns as there is room for; on a phone one under another."""

    template = "govuk/layout/siblings.html"


class FoldedPart(_Group):
    """Parts that few need, closed until they are opened or something in them was typed or is wrong."""

    template = "govuk/layout/folded.html"

    def __init__(self, title: str, fact: str, *parts: Part, is_open: bool = False) -> None:
        super().__init__(*parts)
        self.fold = Fold(title, fact)
        self.is_open = is_open


class FoldedInRow(FoldedPart):
    """The same in each of many rows: open where the row has something in it, or something is wrong there."""

    def render(self, form: Any, context: Any, template_pack: str = "govuk", **kwargs: Any) -> SafeString:
        bound = [form[getattr(part, "fields", [part])[0]] for part in self.fields]
        self.is_open = any(one.errors or _is_filled(one.value()) for one in bound)
        return super().render(form, context, template_pack, **kwargs)


def _is_filled(value: Any) -> bool:
    """Whether anything was typed or chosen: a date is sent in parts."""
    parts = (
        value.values() if isinstance(value, dict) else value if isinstance(value, list | tuple) else [value]
    )
    return any(part not in (None, "", 0, "0") for part in parts)


class Buttons(_Group):
    """Buttons and a way back, in one row."""

    template = "govuk/layout/buttons.html"


class Button(_Group):
    """A button that sends the form. kind: "", "secondary", "warning" or "inverse"."""

    template = "govuk/layout/button.html"

    def __init__(self, text: str, *, name: str = "", value: str = "", kind: str = "") -> None:
        super().__init__()
        self.text = text
        self.name = name
        self.value = value
        self.kind = kind


class CancelLink(_Group):
    """Back without saving."""

    template = "govuk/layout/cancel.html"

    def __init__(self, href: str, text: str = "Cancel") -> None:
        super().__init__()
        self.href = href
        self.text = text


class Words(_Group):
    """A paragraph or a heading between fields. kind: "body", "hint", "heading-m", "heading-s", "inset"."""

    template = "govuk/layout/words.html"

    def __init__(self, text: str, kind: str = "body") -> None:
        super().__init__()
        self.text = text
        self.kind = kind


class Piece(_Group):
    """A template as it stands, that needs nothing of the form."""

    def __init__(self, template: str) -> None:
        super().__init__()
        self.template = template


class Rows(LayoutObject):  # type: ignore[misc]
    """The rows of a formset that the form holds as an attribute, and in `row_sets` for the error summary.

    one: what a row is called ("Invitee"); parts: the layout of a row, all its fields when none is given.
    keeps_numbers: a row keeps its number while the page is open, for other fields point at it by that.
    """

    template = "govuk/layout/rows.html"

    def __init__(
        self,
        attribute: str,
        *parts: Part,
        one: str,
        add: str = "",
        title: str = "",
        keeps_numbers: bool = False,
    ) -> None:
        self.fields: list[Part] = []
        self.attribute = attribute
        self.parts = parts
        self.one = one
        self.add = add or f"Add another {lower_first(one)}"
        self.title = title
        self.keeps_numbers = keeps_numbers

    def render(self, form: Any, context: Any, template_pack: str = "govuk", **kwargs: Any) -> SafeString:
        formset = getattr(form, self.attribute)
        rows = [self._row(formset, row, context) for row in formset.forms]
        shown = [row for row in rows if not row["gone"]]
        for number, row in enumerate(rows if self.keeps_numbers else shown, 1):
            row["number"] = number
        blank = self._row(formset, formset.empty_form, context)
        values = {"group": self, "formset": formset, "rows": rows, "count": len(shown), "blank": blank}
        return render_to_string(self.template, values)

    def _row(self, formset: Any, row: Any, context: Any) -> dict[str, Any]:
        row.rendered_fields = set()
        row.crispy_field_template = None
        names = [bound.name for bound in row.visible_fields()]
        return {
            "prefix": row.prefix,
            "index": row.prefix.removeprefix(f"{formset.prefix}-"),
            "fields": rendered(self.parts or names, row, context),
            "hidden": [bound for bound in row.hidden_fields() if bound.name != "DELETE"],
            "delete": row["DELETE"].html_name,
            "gone": is_taken_away(formset, row),
            "number": 0,
        }
