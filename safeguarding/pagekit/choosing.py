"""Choices: among the codes of a list, none chosen; and among very many, drawn at once, for Django draws each
option from two templates of its own.
"""

from __future__ import annotations

from typing import Any

from django import forms
from django.forms.utils import flatatt
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from safeguarding.labelled import Labelled, choices


def radios(label: str, codes: type[Labelled]) -> forms.ChoiceField:
    """A choice among the codes of a list, with none chosen."""
    return forms.ChoiceField(label=label, choices=choices(codes), widget=forms.RadioSelect, required=False)


class LongSelect(forms.Select):
    """A list of some hundred options without groups, such as all people at work."""

    def render(
        self, name: str, value: Any, attrs: dict[str, Any] | None = None, renderer: Any = None
    ) -> SafeString:
        """The same element as Django's."""
        chosen = "" if value is None else str(value)
        options = format_html_join(
            "",
            '<option value="{}"{}>{}</option>',
            (
                (code, mark_safe(" selected") if str(code) == chosen else "", words)
                for code, words in self.choices
            ),
        )
        known = self.build_attrs(self.attrs, {"name": name, **(attrs or {})})
        return format_html("<select{}>{}</select>", flatatt(known), options)
