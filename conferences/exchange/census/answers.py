"""A number that was matched with a record by rule, and is another child's after all."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from django.db import transaction

from conferences.exchange.census import asked
from conferences.exchange.census.same_child import APART, number_told
from conferences.exchange.census.statements.questions import CHOICES
from conferences.models import ImportChange, ImportedFile, QuestionKind
from conferences.operations import imports
from safeguarding.models import User
from safeguarding.refusals import Refused

NOTHING_TICKED = "Tick at least one child"
NOT_THE_SAME = "The number was taken for this child’s. Somebody said that it is another child’s."


def tell_apart(*, file: ImportedFile, matches: Sequence[ImportChange], by: User, at: dt.datetime) -> int:
    """Say of numbers that were matched with records by rule that they are other children’s. How many.
    Raises Refused.
    """
    if not matches:
        raise Refused(NOTHING_TICKED, "known")
    choices = [list(choice) for choice in CHOICES[QuestionKind.SAME_CHILD]]
    with transaction.atomic():
        questions = [
            imports.ask_of_child(
                file=file,
                number=match.number,
                other_number=number_told(match),
                sentence=NOT_THE_SAME,
                choices=choices,
                by=by,
            )
            for match in matches
        ]
        return len(asked.answer(questions=questions, answer=APART, by=by, at=at))
