"""Signs that nobody sees, as a copied text brings them: a form reads its texts without them."""

from __future__ import annotations

from copy import copy
from typing import Any

from django import forms

from safeguarding.signs import without_unseen


def drop_unseen(form: forms.BaseForm) -> None:
    """Take them out of what was sent for the texts of a form, before it is read.

    By them a name would be found by nobody, and a sentence read in another order than it was written. A
    password is what it is.
    """
    sent = {}
    for name, field in form.fields.items():
        key = form.add_prefix(name)
        if _is_text(field) and key in form.data:
            text = str(form.data[key])
            if (seen := without_unseen(text, lines=isinstance(field.widget, forms.Textarea))) != text:
                sent[key] = seen
    if sent:
        # The copy of what a browser sent can be written to.
        data: Any = copy(form.data)
        for key, text in sent.items():
            data[key] = text
        form.data = data


def _is_text(field: forms.Field) -> bool:
    other = isinstance(field.widget, forms.PasswordInput) or field.widget.is_hidden
    return isinstance(field, forms.CharField) and not other
