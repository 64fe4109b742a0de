"""A form that holds a text keeps drafts, so that no word typed into it is lost; one with a password never."""

import inspect
from importlib import import_module

import pytest
from django import forms

from safeguarding.pagekit.drafts import KeepsDraft
from tests.guards.source import modules

# What a text is made by, in the source of a form that makes its fields itself.
MAKES_TEXT = ("Textarea", "words_field(", "reason_field(", "entry_field(")
# Rows of a formset: the form that is sent with them keeps them.
ROWS = {
    "conferences.forms.recording_child.ActionForm": "PartForm",
    "conferences.forms.recording_child.NeedForm": "PartForm",
}
NO_DRAFT = {
    "safeguarding.pages.catalogue.ExampleForm": "an example, which nobody fills in",
    "conferences.forms.invitations_links.GivingReportForm": "nobody is signed in: kept under its link",
    "conferences.forms.feedback.GivingForm": "nobody is signed in, and a draft would say who wrote and when",
}
DO = (
    "Let the form inherit safeguarding.pagekit.drafts.KeepsDraft; its view asks typed(request) for data. Then"
    " give it a case in tests/drafts/cases.py, which types into it and loses the session."
)


def our_forms() -> list[type[forms.BaseForm]]:
    found = []
    for module in modules():
        if module.name.startswith(("conferences.forms", "safeguarding.pages", "safeguarding.accounts")):
            members = vars(import_module(module.name)).values()
            classes = (one for one in members if inspect.isclass(one) and issubclass(one, forms.BaseForm))
            found += [one for one in classes if one.__module__ == module.name]
    return found


def name_of(form: type[forms.BaseForm]) -> str:
    return f"{form.__module__}.{form.__qualname__}"


def holds_text(form: type[forms.BaseForm]) -> bool:
    """Whether it has a text, or makes one."""
    fields = getattr(form, "base_fields", {}).values()
    made = any(made in inspect.getsource(form) for made in MAKES_TEXT)
    return made or any(isinstance(field.widget, forms.Textarea) for field in fields)


def loses_words(form: type[forms.BaseForm]) -> bool:
    return holds_text(form) and not issubclass(form, KeepsDraft)


KEEPING = [form for form in our_forms() if issubclass(form, KeepsDraft) and holds_text(form)]


def test_every_form_with_a_text_keeps_drafts() -> None:
    found = {name_of(form) for form in our_forms() if loses_words(form)}
    assert sorted(found - ROWS.keys() - NO_DRAFT.keys()) == [], DO


def test_no_exception_outlives_its_form() -> None:
    losing = {name_of(form) for form in our_forms() if loses_words(form)}
    gone = sorted((ROWS.keys() | NO_DRAFT.keys()) - losing)
    assert gone == [], "Strike them out of ROWS or NO_DRAFT: they need no exception."


@pytest.mark.parametrize("form", KEEPING, ids=name_of)
def test_a_form_that_keeps_drafts_has_a_title_and_no_secret(form: type[KeepsDraft]) -> None:
    secrets = (forms.PasswordInput, forms.FileInput)
    assert form.draft_title and len(form.draft_title) <= 80, "Give it a draft_title, of 80 letters at most."
    secret = [name for name, field in form.base_fields.items() if isinstance(field.widget, secrets)]
    assert secret == [], "Put these into a form that keeps no draft: they would stand in the database."


class Loser(forms.Form):
    """A planted form that would lose a text."""

    words = forms.CharField(widget=forms.Textarea)


def test_a_planted_form_that_loses_words_is_found() -> None:
    assert loses_words(Loser)
