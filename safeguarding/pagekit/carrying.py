"""What a page carries and nobody types: the mark of what was seen, a form’s key, the version of a part."""

from __future__ import annotations

from typing import Any

from django import forms

REOPEN = "Open this page again"
# Django’s own validators have codes of their own.
CODES = ("null_characters_not_allowed", "max_length", "min_value", "max_value")


class CarriedText(forms.CharField):
    """A hidden text, of which nothing is a mistake: one that fits nothing is another than what stands."""

    widget = forms.HiddenInput

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(required=False, **kwargs)
        self.validators = []


def name_carried(form: forms.BaseForm) -> None:
    """Have a hidden field that cannot be read say what helps: nobody typed it, and nobody can mend it."""
    for field in form.fields.values():
        if field.widget.is_hidden:
            field.error_messages = dict.fromkeys([*field.error_messages, *CODES], REOPEN)
