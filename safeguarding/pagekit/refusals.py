"""Forms whose operation may refuse: the refusal goes to its field, and what was typed stays."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

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

    def attempt(self, act: Callable[[], T]) -> T | None:
        """What the operation gives back; None where it refused, with its problems in this form.

        A right that is missing or a record that is out of scope is no mistake in the form: it goes on.
        """
        try:
            return act()
        except Refused as refusal:
            if refusal.status != CONFLICT:
                raise
            self.take(refusal)
            return None

    def rehearsed(self, act: Callable[[], T]) -> T | None:
        """As attempt(), but nothing is kept: for the page that asks whether the answers are right."""
        return self.attempt(lambda: rehearse(act))

    def take(self, refusal: Refused) -> None:
        """Show each problem at its field, or above the form where it has none."""
        for problem in refusal.problems:
            self.show_problem(problem)

    def show_problem(self, problem: Problem) -> None:
        field = self.FIELD_FOR.get(problem.field, problem.field)
        self.add_error(field if field in self.fields else None, problem.sentence.rstrip("."))
