"""A refusal: what an operation or a rule says when it will not do what was asked. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

NOT_FOUND, FORBIDDEN, CONFLICT = 404, 403, 409
NOT_THERE = "This record is not there, or you may not see it."


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong: a sentence, the field it belongs to ("" for none), and, where a form has
    several rows or children, `about`: the row's number or the child's id.
    """

    sentence: str
    field: str = ""
    about: int | None = None


class Refused(Exception):
    """An operation was not done: nothing was written. `status` is what a page without a form answers:
    409 (what was asked for does not fit what stands), 403 (no right), 404 (not in this person's scope).
    `typed` is what a person had written into the form, (label, text), so that a page that answers in the
    form's place shows it.
    """

    typed: Sequence[tuple[str, str]] = ()

    def __init__(
        self,
        sentence: str,
        field: str = "",
        status: int = CONFLICT,
        *,
        about: int | None = None,
        problems: Sequence[Problem] = (),
    ) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.field = field
        self.status = status
        self.about = about
        self.problems = tuple(problems) or (Problem(sentence, field, about),)


def missing(**answers: tuple[object, str]) -> list[Problem]:
    """{field: (answer, what to say where there is none)} -> a problem for each answer that is None, empty or
    blank.
    """
    return [
        Problem(sentence, field)
        for field, (answer, sentence) in answers.items()
        if answer is None or not str(answer).strip()
    ]


def refuse_all(problems: Sequence[Problem]) -> None:
    """Raises Refused with all of the problems, where there are any."""
    if problems:
        first = problems[0]
        raise Refused(first.sentence, first.field, about=first.about, problems=problems)
