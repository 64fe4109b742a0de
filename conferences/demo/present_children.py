"""What the children of the demo's meetings of these days said, and how they took part. Invented."""

import datetime as dt

from conferences.demo import past_texts
from safeguarding.models import Child
from safeguarding.workingdays import age

# The age at which a child's own words are written down.
TALKS = 4


def voice(child: Child, on: dt.date) -> str:
    if child.birth_date is None:
        return "Not born yet. The midwife spoke for the baby."
    if age(child.birth_date, on) < TALKS:
        return "Too young to say; smiles at the health visitor."
    return "I like it when Nan is here."


def participation(child: Child, on: dt.date) -> str:
    born = child.birth_date
    return past_texts.participation(age(born, on) if born and born <= on else -1)
