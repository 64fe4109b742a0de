"""Forms whose operation may refuse: the refusal goes to its field, and what was typed stays."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import Any, TypeVar

from django import forms

from safeguarding.operation import rehearse
from safeguarding.refusals import CONFLICT, Problem, Refused

T = TypeVar("T")


class Refusable(forms.Form):
    """A form that hands its answers to an operation.

    The sentences for what is missing stand in the operation alone, so its fields are not required here.
    """

    # The form's field for an operation's, where the names differ.
    FIELD_FOR: dict[str, str] = {}

    @property
    def answers(self) -> dict[str, Any]:
        """What was answered, by field; the empty value of one left empty or wrongly filled."""
        return {
            name: self.cleaned_data.get(name, getattr(field, "empty_value", None))
            for name, field in self.fields.items()
        }

    def attempt(self, act: Callable[[], T]) -> T | None:
        """What the operation gives back; None where it refused, with its problems in this form.

        Where the form itself found mistakes nothing is kept, and the fields that the operation misses are
        told with them. A right that is missing or a record that is out of scope is no mistake in the form:
        it goes on.
        """
        if not self.is_bound:
            return None
        own = set(self.errors)
        try:
            done = rehearse(act) if own else act()
        except Refused as refusal:
            if refusal.status != CONFLICT and not refusal.field:
                raise
            self.take(refusal, besides=own)
            return None
        return None if own else done

    def rehearsed(self, act: Callable[[], T]) -> T | None:
        """As attempt(), but nothing is kept: for the page that asks whether the answers are right."""
        return self.attempt(lambda: rehearse(act))

    def take(self, refusal: Refused, besides: Collection[str] = ()) -> None:
        """Show each problem at its field, or above the form where it has none.

        `besides`: the fields that have mistakes already. With them, only what stands at another is told.
        """
        for problem in refusal.problems:
            field = self.FIELD_FOR.get(problem.field, problem.field)
            if not besides or (field in self.fields and field not in besides):
                self.show_problem(problem)

    def show_problem(self, problem: Problem) -> None:
        field = self.FIELD_FOR.get(problem.field, problem.field)
        self.add_error(field if field in self.fields else None, problem.sentence.rstrip("."))
