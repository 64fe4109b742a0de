"""Check your answers: a form that is written, checked and only then sent.

The check is the operation itself, done and undone. What was typed travels in hidden fields, so that nothing
is kept elsewhere and nothing is lost on the way back. The page of the check includes
components/check_answers.html.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from django.http import QueryDict

from safeguarding.pagekit.refusals import Refusable
from safeguarding.pagekit.rows import quiet

T = TypeVar("T")
STEP = "step"
CONFIRM, CHANGE = "confirm", "change"


@dataclass(frozen=True)
class Answers(Generic[T]):
    """How far the answers have come: `done` is what the operation made, `to_check` what it would make.

    Neither: the form is shown, to be written or changed, or with what is wrong in it.
    """

    done: T | None = None
    to_check: T | None = None


def check_answers(form: Refusable, act: Callable[[], T]) -> Answers[T]:
    """Takes the step that was sent: checks first; acts once confirmed; shows the form again to be changed."""
    step = form.data.get(STEP, "")
    if step == CHANGE:
        quiet(form)
        return Answers()
    if step == CONFIRM:
        return Answers(done=form.attempt(act))
    return Answers(to_check=form.rehearsed(act))


def carried(form: Refusable) -> list[tuple[str, str]]:
    """What was sent, name by name, for the hidden fields: all but the token and the button."""
    data, left_out = form.data, {"csrfmiddlewaretoken", STEP}
    assert isinstance(data, QueryDict)
    return [(name, value) for name, values in data.lists() for value in values if name not in left_out]
