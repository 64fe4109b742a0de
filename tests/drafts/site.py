"""The site with one form that keeps drafts, for the tests of drafts themselves."""

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.template import engines
from django.urls import include, path

from safeguarding.access import Permission, get, needs, person_of
from safeguarding.models import Child
from safeguarding.pagekit.drafts import KeepsDraft
from safeguarding.pagekit.layout import Button, Buttons, Helper, Rows
from safeguarding.pagekit.rows import RowFormSet, press_rows, quiet
from safeguarding.pagekit.texts import LONGEST_TEXT
from safeguarding.pages.drafts import shows_saves, typed
from safeguarding.refusals import Refused
from safeguarding.versions import StaleVersion

PAGE = """{% extends "base.html" %}{% load crispy_forms_tags %}
{% block heading %}<h1 class="govuk-heading-l">Note on {{ name }}</h1>{% endblock %}
{% block content %}{% crispy form %}{% endblock %}"""
ACTS: list[str] = []
STANDING: list[StaleVersion] = []


class StepForm(forms.Form):
    what = forms.CharField()


Steps = forms.formset_factory(StepForm, formset=RowFormSet, extra=0, min_num=1, max_num=5)


class NoteForm(KeepsDraft):
    draft_title = "Invented note"
    words = forms.CharField(label="What was said?", widget=forms.Textarea, max_length=LONGEST_TEXT)
    kinds = forms.MultipleChoiceField(
        choices=[("A", "Amber"), ("B", "Blue")], required=False, widget=forms.CheckboxSelectMultiple
    )
    seen = forms.CharField(widget=forms.HiddenInput, required=False, initial="1")

    def __init__(self, *args, rows, **kwargs):
        super().__init__(*args, **kwargs)
        self.rows = rows
        self.row_sets = [rows]
        self.helper = Helper("words", "kinds", "seen", Rows("rows", one="Step"), Buttons(Button("Save")))


def act(words):
    """As an operation does; "fail" is a fault in the code, "refuse" what it will not do."""
    if words == "fail":
        raise RuntimeError("a fault")
    if words == "refuse":
        raise Refused("It cannot be so", "words")
    ACTS.append(words)
    return True


def standing(user, ref):
    get(user, Child, ref=ref)
    return STANDING[-1] if STANDING else None


@shows_saves(standing)
@needs(Permission.READ_CHILD)
def note(request, ref):
    """A note on a child, with rows."""
    child = get(person_of(request), Child, ref=ref)
    data = typed(request)
    if data is None:
        rows, pressed = Steps(prefix="rows", initial=[{"what": ""}]), False
    else:
        data, pressed = press_rows(data, "rows")
        rows = Steps(data, prefix="rows")
    form = NoteForm(data, rows=rows)
    if pressed:
        quiet(form, rows)
    if form.attempt(lambda: act(form.answers["words"])):
        messages.success(request, "Saved.")
        return redirect("child", ref=child.ref)
    page = engines["django"].from_string(PAGE)
    return HttpResponse(page.render({"form": form, "name": child.display_name}, request))


urlpatterns = [path("trial/<uuid:ref>", note, name="trial"), path("", include("safeguarding.urls"))]
handler404 = "safeguarding.pages.errors.not_found"
handler500 = "safeguarding.pages.errors.server_error"
handler403 = "safeguarding.pages.errors.forbidden"
