"""What is wrong on a page, in the order of its fields, each with the control that its link must lead to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django import forms
from django.forms.formsets import BaseFormSet

from safeguarding.pagekit.fields import errors_of, first_control

# The names under which pages put forms into their context.
PLACES = ("form", "formset", "forms", "formsets")


@dataclass(frozen=True)
class Problem:
    """One line of the error summary; `target` is an id on the page, or empty when there is none."""

    text: str
    target: str = ""


def of_page(context: Any) -> list[Problem]:
    """The problems of every form that stands in the page's context under one of the usual names."""
    return of(*(context.get(place) for place in PLACES))


def of(*things: Any) -> list[Problem]:
    """The problems of forms, formsets, and lists of them; what is neither is passed over."""
    found: list[Problem] = []
    for thing in things:
        if isinstance(thing, forms.BaseForm):
            found += _of_form(thing)
        elif isinstance(thing, BaseFormSet):
            found += _of_formset(thing)
        elif isinstance(thing, list | tuple):
            found += of(*thing)
    return list(dict.fromkeys(found))


def _of_form(form: forms.BaseForm) -> Iterator[Problem]:
    if getattr(form, "quiet", False) or not form.is_bound:
        return
    for text in form.non_field_errors():
        yield Problem(str(text), _first_field(form))
    for bound in form:
        target = "" if bound.is_hidden else first_control(bound)
        yield from (Problem(text, target) for text in errors_of(bound))
    yield from of(*getattr(form, "row_sets", ()))


def _first_field(form: forms.BaseForm) -> str:
    return next((first_control(bound) for bound in form.visible_fields()), "")


def _of_formset(formset: BaseFormSet[Any]) -> Iterator[Problem]:
    if getattr(formset, "quiet", False) or not formset.is_bound:
        return
    live: Iterable[forms.BaseForm] = [row for row in formset.forms if not is_taken_away(formset, row)]
    first = next((_first_field(row) for row in live), f"{formset.prefix}-add")
    yield from (Problem(str(text), first) for text in formset.non_form_errors())
    for row in live:
        yield from _of_form(row)


def is_taken_away(formset: BaseFormSet[Any], row: forms.BaseForm) -> bool:
    """Whether the row is marked for deletion in what was sent."""
    if not (formset.can_delete and row.is_bound):
        return False
    _ = row.errors  # Cleans the row: Django's own question below fails on one that never was.
    return bool(formset._should_delete_form(row))  # type: ignore[attr-defined]
