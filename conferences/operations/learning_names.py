"""A name in what the unit learns: one rule for ideas, trials, decisions and what was said."""

from __future__ import annotations

from collections.abc import Sequence

from conferences.models import FamilyConsultation
from conferences.queries.learning_names import names_found, names_of
from conferences.rules.learning_names import name_in
from safeguarding.models import User
from safeguarding.refusals import Problem

OTHERWISE = "Write it without names, or tick that the word is meant otherwise"
NAMED = "“{name}” is a name in this family, and people who do not know the family read this. " + OTHERWISE
NAMED_HERE = (
    "“{name}” is the name of somebody on a record here, and people who do not know the family read this. "
    + OTHERWISE
)
NAMED_WORKER = (
    "“{name}” is the name of somebody who works here, and this is read outside the unit too. " + OTHERWISE
)


def name_problems(
    writer: User, texts: Sequence[str], consultation: FamilyConsultation | None = None, *, is_meant: bool
) -> list[Problem]:
    """A name of the family of the consultation that it was learned from, else a whole name of anybody whom
    the writer sees, or of who works here; none once they say that the word `is_meant` otherwise.
    """
    if is_meant:
        return []
    name = name_in(names_of(writer, consultation), *texts) if consultation else ""
    if name:
        return [Problem(NAMED.format(name=name), "is_meant")]
    found = names_found(writer, *texts)
    if found.here:
        return [Problem(NAMED_HERE.format(name=found.here[0]), "is_meant")]
    return [Problem(NAMED_WORKER.format(name=name), "is_meant") for name in found.workers[:1]]
