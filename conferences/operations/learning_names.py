"""A name in what the unit learns: one rule for ideas, trials, decisions and what was said."""

from __future__ import annotations

from collections.abc import Sequence

from conferences.models import FamilyConsultation
from conferences.queries.learning_names import names_found, names_of
from conferences.rules.learning_names import name_in
from safeguarding.models import User
from safeguarding.refusals import Problem
from safeguarding.wording import joined

OTHERWISE = "Write it without names, or tick that the word is meant otherwise"
NAMED = "“{name}” is a name in this family, and people who do not know the family read this. " + OTHERWISE
NAMED_HERE = (
    "“{name}” is the name of somebody on a record here, and people who do not know the family read this. "
    + OTHERWISE
)
NAMED_WORKER = (
    "“{name}” is the name of somebody who works here, and this is read outside the unit too. " + OTHERWISE
)
NAMED_SEVERAL = (
    "{names} are names of people on record or at work here, and people who do not know the family read this."
    " Write it without names, or tick that none of them is meant"
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
    whole = (*found.here, *found.workers)
    if len(whole) > 1:
        # One tick is for all of them, so that all of them are read before.
        return [Problem(NAMED_SEVERAL.format(names=joined([f"“{one}”" for one in whole])), "is_meant")]
    sentence = NAMED_HERE if found.here else NAMED_WORKER
    return [Problem(sentence.format(name=one), "is_meant") for one in whole]
