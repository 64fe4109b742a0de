"""The local threshold statements: written, and changed by a version that begins on a day."""

from __future__ import annotations

import datetime as dt

from conferences.models import ThresholdStatement
from safeguarding import audit
from safeguarding.clock import day_of
from safeguarding.models import User
from safeguarding.operation import lock_rows, operation
from safeguarding.refusals import Problem, missing, refuse_all
from safeguarding.rights import Permission

ENDED = "No statement of this number is in force"
TWICE = {"thresholdstatement_once_a_day": ("This number has a version from that day already", "from_date")}


@operation(needs=Permission.KEEP_THRESHOLDS, refuses=TWICE)
def save_statement(
    *, key: str, words: str, from_date: dt.date | None, by: User, at: dt.datetime
) -> ThresholdStatement:
    """A statement in force from a day, in the place of the one of its number. Decisions keep theirs."""
    key, words = key.strip(), words.strip()
    problems = missing(
        key=(key, "Enter the number of the statement"),
        words=(words, "Enter the statement"),
        from_date=(from_date, "Enter the day from which it holds"),
    )
    standing = lock_rows(ThresholdStatement.objects.filter(key=key, until_date__isnull=True))
    refuse_all([*problems, *_day_problems(standing, from_date, "from_date", day_of(at))])
    assert from_date is not None  # Refused above.
    for one in standing:
        one.until_date = from_date
        one.save(update_fields=["until_date"])
    made = ThresholdStatement.objects.create(
        key=key, words=words, from_date=from_date, saved_by=by, saved_at=at
    )
    audit.record("threshold.saved", made, by=by, at=at, detail={"key": key})
    return made


@operation(needs=Permission.KEEP_THRESHOLDS)
def end_statement(*, key: str, until_date: dt.date | None, by: User, at: dt.datetime) -> ThresholdStatement:
    """A statement holds until the day before `until_date`, and none takes its place. Refused where none of
    its number is in force any more, or on a day that is past or not after it begins.
    """
    standing = lock_rows(ThresholdStatement.objects.filter(key=key.strip(), until_date__isnull=True))
    problems = missing(until_date=(until_date, "Enter the day from which it holds no more"))
    if not standing:
        problems.append(Problem(ENDED, "key"))
    refuse_all([*problems, *_day_problems(standing, until_date, "until_date", day_of(at))])
    (one,) = standing
    one.until_date = until_date
    one.save(update_fields=["until_date"])
    audit.record("threshold.ended", one, by=by, at=at, detail={"key": one.key})
    return one


def _day_problems(
    standing: list[ThresholdStatement], day: dt.date | None, field: str, on: dt.date
) -> list[Problem]:
    """Nothing that was in force is changed behind the decisions that were tied to it."""
    if day is None:
        return []
    if day < on:
        return [Problem("The day must be today or later", field)]
    return [
        Problem("The day must be after the present version begins", field)
        for one in standing
        if day <= one.from_date
    ]
