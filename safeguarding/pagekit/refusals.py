"""Forms whose operation may refuse: the refusal goes to its field, and what was typed stays."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from typing import Any, Protocol, TypeVar

from django import forms

from safeguarding.operation import rehearse
from safeguarding.pagekit.carrying import name_carried
from safeguarding.pagekit.unseen import drop_unseen
from safeguarding.refusals import CONFLICT, Problem, Refused

T = TypeVar("T")
# Django's own sentence would show the value that was sent, a number of ours.
GONE = "What you chose is not on the list any more. Choose again"


class Rows(Protocol):
    """What a form asks of the rows that are sent with it (safeguarding.pagekit.rows)."""

    forms: Any

    @property
    def live(self) -> list[forms.BaseForm]: ...

    def is_valid(self) -> bool: ...


class Refusable(forms.Form):
    """A form that hands its answers to an operation.

    The sentences for what is missing stand in the operation alone, so its fields are not required here.
    """

    # Where names are held to what is seen of them, their operation refuses such signs.
    DROPS_UNSEEN = True
    # The form's field for an operation's, where the names differ.
    FIELD_FOR: dict[str, str] = {}
    # Formsets that are sent with the form.
    row_sets: Sequence[Rows] = ()

    def full_clean(self) -> None:
        for field in self.fields.values():
            if "invalid_choice" in field.error_messages:
                field.error_messages["invalid_choice"] = GONE
        name_carried(self)
        if self.is_bound and self.DROPS_UNSEEN:
            drop_unseen(self)
        super().full_clean()

    @property
    def answers(self) -> dict[str, Any]:
        """What was answered, by field; the empty value of one left empty or wrongly filled."""
        return {name: self.cleaned_data.get(name, _nothing(field)) for name, field in self.fields.items()}

    def is_valid(self) -> bool:
        """Whether all of it can be read, its rows too."""
        return all([super().is_valid(), *(rows.is_valid() for rows in self.row_sets)])

    def attempt(self, act: Callable[[], T]) -> T | None:
        """What the operation gives back; None where it refused, with its problems in this form, and where
        nothing was sent or it is still being written.

        Where the form itself found mistakes nothing is kept, and the fields that the operation misses are
        told with them. A right that is missing or a record that is out of scope is no mistake in the form:
        it goes on, with the words that were typed.
        """
        if not self.is_bound or getattr(self, "quiet", False):
            return None
        readable, own = self.is_valid(), set(self.errors)
        try:
            done = act() if readable else rehearse(act)
        except Refused as refusal:
            if refusal.status != CONFLICT and not refusal.field:
                refusal.typed = self.typed()
                raise
            self.take(refusal, besides=own)
            return None
        return done if readable else None

    def rehearsed(self, act: Callable[[], T]) -> T | None:
        """As attempt(), but nothing is kept: for the page that asks whether the answers are right."""
        return self.attempt(lambda: rehearse(act))

    def take(self, refusal: Refused, besides: Collection[str] = ()) -> None:
        """Show each problem at its field, or above the form where it has none.

        `besides`: the fields that have mistakes already. With them, only what stands at another is told.
        """
        for problem in refusal.problems:
            field = self.field_of(problem)
            if not besides or self.row_of(problem) or (field in self.fields and field not in besides):
                self.show_problem(problem)

    def field_of(self, problem: Problem) -> str:
        """The name of the problem's field in this form. A form with a field for each child says which."""
        return self.FIELD_FOR.get(problem.field, problem.field)

    def row_of(self, problem: Problem) -> forms.BaseForm | None:
        """The row that the problem is about, by its number among those that are not left empty."""
        for rows in self.row_sets:
            live: list[forms.BaseForm] = rows.live or rows.forms[:1]
            if problem.about is not None and problem.about < len(live) and problem.field in live[0].fields:
                return live[problem.about]
        return None

    def show_problem(self, problem: Problem) -> None:
        row, field = self.row_of(problem), self.field_of(problem)
        target = row or self
        if row is None or field not in row.errors:
            target.add_error(field if field in target.fields else None, problem.sentence.rstrip("."))

    def typed(self) -> list[tuple[str, str]]:
        """The texts as they were sent, (label, text), for a page that can show the form no more."""
        texts = [bound for bound in self if isinstance(bound.field.widget, forms.Textarea)]
        sent = [(str(bound.label), str(bound.value() or "").strip()) for bound in texts]
        return [(label, text) for label, text in sent if text]


def _nothing(field: forms.Field) -> Any:
    return field.empty_value if isinstance(field, forms.TypedChoiceField) else field.to_python(None)
