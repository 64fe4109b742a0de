"""Rows that people add and take away (invitees, children, actions) without needing JavaScript.

A button "Add another" or "Remove" sends the whole page; the view calls press_rows() first, and when a button
was pressed it shows the page again with one row more or less, nothing lost and nothing complained of:

    data, pressed = press_rows(request.POST, "invitees")
    form, invitees = ScheduleForm(data), InviteeRows(data, prefix="invitees")
    if pressed:
        quiet(form, invitees)
    elif form.is_valid() and invitees.is_valid():
        ...
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.forms.formsets import BaseFormSet
from django.http import QueryDict

from safeguarding.pagekit.carrying import name_carried
from safeguarding.pagekit.typed import is_put_back
from safeguarding.pagekit.unseen import drop_unseen

if TYPE_CHECKING:
    Formset = BaseFormSet[Any]
else:
    Formset = BaseFormSet  # Django's own class cannot be subscripted at run time.


class RowFormSet(Formset):
    """A formset whose rows carry a hidden mark for deletion that the pack's buttons set."""

    # Set by quiet(): a row just added is not complained of.
    quiet = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        # Here, for formset_factory() sets its own default on the class it makes.
        self.can_delete = True
        super().__init__(*args, **kwargs)
        self.quiet = is_put_back(self.data)

    def is_valid(self) -> bool:
        """Never where a draft was put back, as with its form."""
        return not is_put_back(self.data) and super().is_valid()

    def _construct_form(self, i: int, **kwargs: Any) -> Any:
        form = super()._construct_form(i, **kwargs)  # type: ignore[misc]  # the stubs leave it out
        form.quiet = self.quiet
        return form

    def add_fields(self, form: forms.BaseForm, index: int | None) -> None:
        super().add_fields(form, index)
        form.fields["DELETE"] = forms.BooleanField(required=False, widget=forms.HiddenInput())
        name_carried(form)
        if form.is_bound:
            drop_unseen(form)

    @property
    def live(self) -> list[forms.BaseForm]:
        """The rows that were neither taken away nor left empty."""
        return [row for row in self.forms if row.has_changed() and not self._is_taken_away(row)]

    @property
    def kept(self) -> list[dict[str, Any]]:
        """What was answered in the live rows; a field wrongly filled is left out."""
        return [row.cleaned_data for row in self.live]

    def _is_taken_away(self, row: forms.BaseForm) -> bool:
        _ = row.errors  # Cleans the row: Django's own question below fails on one that never was.
        return bool(self._should_delete_form(row))  # type: ignore[attr-defined]


def press_rows(data: QueryDict | None, *prefixes: str) -> tuple[QueryDict | None, bool]:
    """What was sent, with one row more or less where a row button was pressed, and whether one was.

    Of a form not begun (None) nothing was pressed.
    """
    if data is None:
        return data, False
    changed = data.copy()
    pressed = False
    for prefix in prefixes:
        if f"{prefix}-add" in data:
            changed[f"{prefix}-TOTAL_FORMS"] = str(_total(data, prefix) + 1)
            pressed = True
        if (row := data.get(f"{prefix}-remove", "")).isdigit():
            changed[f"{prefix}-{row}-DELETE"] = "on"
            pressed = True
    return changed, pressed


def _total(data: QueryDict, prefix: str) -> int:
    """The number of rows sent; 0 for anything else than a number, of which the formset then complains."""
    sent = data.get(f"{prefix}-TOTAL_FORMS", "")
    return int(sent) if sent.isascii() and sent.isdigit() and len(sent) < 5 else 0


def quiet(*things: forms.BaseForm | BaseFormSet[Any]) -> None:
    """These, and the rows sent with them, are shown again without a word about mistakes: the person is still
    writing.
    """
    for thing in things:
        thing.quiet = True  # type: ignore[union-attr]
        quiet(*(thing.forms if isinstance(thing, BaseFormSet) else getattr(thing, "row_sets", ())))
