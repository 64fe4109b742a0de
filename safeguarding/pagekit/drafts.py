"""Forms that lose no word: what was typed is kept as it is typed, and put back when the page is opened again.

A form that holds a text inherits KeepsDraft, and its view asks safeguarding.pages.drafts.typed(request) for
its data instead of request.POST. What was put back is shown and never sent by itself.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar

from django import forms
from django.http import QueryDict

from safeguarding.drafts import operations
from safeguarding.drafts.sheets import Sheet, mark, seal
from safeguarding.models import Draft
from safeguarding.models.base import children_read
from safeguarding.operation import rehearse
from safeguarding.pagekit.refusals import Refusable
from safeguarding.pagekit.typed import Typed, is_put_back

T = TypeVar("T")


@dataclass(frozen=True)
class Opened:
    """The sheet of the page that is being answered, and the drafts it shows: the first fills the form."""

    sheet: Sheet
    turn: int = 0
    drafts: list[Draft] = field(default_factory=list)

    def sealed(self, title: str) -> str:
        """The seal for the form's hidden field, once the page knows which children it is about."""
        about = set(self.sheet.children) | (children_read.get() or set())
        about = about.union(*(draft.children for draft in self.drafts))
        return seal(replace(self.sheet, title=title, children=frozenset(about)))

    def mark(self) -> str:
        """The name of the control by which the browser knows what the page shows as kept."""
        kept = [(draft.sheet, draft.kept_at) for draft in self.drafts[:1]]
        return mark(self.sheet.owner, *(kept[0] if kept else ()))


class KeepsDraft(Refusable):
    """A form whose words are kept while they are typed, and go when its operation has taken them.

    `draft_title` names it in the list of drafts, without anybody's name.
    """

    draft_title = ""
    # Set by rows.quiet() too: nothing is complained of while the person is still writing.
    quiet = False

    def __init__(self, data: Any = None, *args: Any, **kwargs: Any) -> None:
        super().__init__(data, *args, **kwargs)
        self.quiet = is_put_back(data)

    def is_valid(self) -> bool:
        """Never where a draft was put back: nothing is sent that the person did not send."""
        return not is_put_back(self.data) and super().is_valid()

    def attempt(self, act: Callable[[], T]) -> T | None:
        return super().attempt(lambda: self._saved(act))

    def rehearsed(self, act: Callable[[], T]) -> T | None:
        return super().attempt(lambda: rehearse(act))

    def _saved(self, act: Callable[[], T]) -> T:
        """Done, and the draft gone with it. A form without a sheet (in a test, a command) has no draft."""
        data = self.data
        if isinstance(data, Typed) and data.sheet and data.at:
            return operations.save(act, sheet=data.sheet, at=data.at)
        return act()


def texts_of(form: forms.BaseForm, fields: dict[str, list[str]]) -> list[tuple[str, str]]:
    """The texts of another draft of this form that differ from what the form shows: (label, text)."""
    shown = form.data if isinstance(form.data, QueryDict) else QueryDict()
    return [
        (_label(form, name), text)
        for name, values in fields.items()
        for text in values
        if len(text.split()) > 1 and text not in shown.getlist(name)
    ]


def _label(form: forms.BaseForm, name: str) -> str:
    field = form.fields.get(name)
    return str(field.label) if field and field.label else "In a row"
