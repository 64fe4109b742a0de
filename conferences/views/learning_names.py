"""Words of what was saved for learning that may be somebody's name: told of, and nothing held up."""

from __future__ import annotations

from django import forms
from django.contrib import messages
from django.http import HttpRequest

from conferences.queries.learning_names import names_found
from conferences.views.presenters.learning_names import alone_line
from safeguarding.access import person_of
from safeguarding.pagekit.refusals import Refusable

# Who went to see something may be named.
NAMED = ("who_went",)


def tell_of_names(request: HttpRequest, form: Refusable) -> None:
    """Say which words of the texts of a form that was taken may be given names, unless the writer said that
    they are none.
    """
    answers = form.answers
    if answers.get("is_meant"):
        return
    texts = [
        str(answers[name])
        for name, field in form.fields.items()
        if isinstance(field, forms.CharField) and not field.widget.is_hidden and name not in NAMED
    ]
    if line := alone_line(names_found(person_of(request), *texts).alone):
        messages.info(request, line)
