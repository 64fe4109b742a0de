"""What an excluded person gets of what a conference decided: its chair says so, or who leads the unit."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

from conferences.models import Exclusion
from conferences.operations.duties_refresh import refresh
from conferences.operations.exclusions import (
    ONLY_CHAIR,
    OWN_CHAIR,
    WHY_NOT_THE_CHAIR,
    lock_standing,
    refuse_undecided,
    write_values,
)
from conferences.queries.exclusions import was_chair_of
from conferences.rules.exclusions import Given
from safeguarding import audit
from safeguarding.models import User
from safeguarding.operation import lock, operation
from safeguarding.refusals import FORBIDDEN, Problem, Refused, missing, refuse_all
from safeguarding.rights import Permission
from safeguarding.versions import StaleVersion, marks_of

# The fields of the forms, and the columns.
OUTCOME = {"letter": "gets_letter", "record": "gets_record", "words": "outcome_words"}
OUTCOME_IN_PLACE = OUTCOME | {"in_place": "outcome_in_place"}


@operation(needs=Permission.RECORD_CONFERENCE)
def decide_outcome(
    *,
    exclusion: Exclusion,
    letter: Given | None,
    record: Given | None,
    words: str,
    seen: str | None = None,
    by: User,
    at: dt.datetime,
) -> Exclusion:
    """Whether an excluded person gets the decision letter and a copy of the record, with why: the chair
    decides it, before the conference or after. Told again, it is as told last.

    Raises StaleVersion where something else was decided since it was `seen`.
    """
    request = lock(exclusion.request)
    held = lock_standing(exclusion)
    if not was_chair_of(request, by):
        raise Refused(ONLY_CHAIR, status=FORBIDDEN)
    return _decide_outcome(held, letter, record, words, "", by, at, seen=seen, names=OUTCOME)


@operation(needs=Permission.EXCLUDE_IN_PLACE)
def decide_outcome_in_place(
    *,
    exclusion: Exclusion,
    letter: Given | None,
    record: Given | None,
    words: str,
    why: str,
    seen: str | None = None,
    by: User,
    at: dt.datetime,
) -> Exclusion:
    """The same by who leads the unit, where the chair cannot: `why`. Raises Refused to the chair, and without
    a reason.
    """
    request = lock(exclusion.request)
    held = lock_standing(exclusion)
    if was_chair_of(request, by):
        raise Refused(OWN_CHAIR)
    lacks = missing(in_place=(why, WHY_NOT_THE_CHAIR))
    return _decide_outcome(
        held, letter, record, words, why.strip(), by, at, lacks, seen=seen, names=OUTCOME_IN_PLACE
    )


def standing_outcome(exclusion: Exclusion, names: Mapping[str, str]) -> StaleVersion:
    """What stands now of what somebody gets, and who decided it last."""
    theirs = {field: getattr(exclusion, column) for field, column in names.items()}
    return StaleVersion(
        theirs=theirs,
        seen=marks_of(theirs),
        saved_by=exclusion.outcome_by or exclusion.saved_by,
        saved_at=exclusion.outcome_at or exclusion.saved_at,
    )


def _decide_outcome(
    held: Exclusion,
    letter: Given | None,
    record: Given | None,
    words: str,
    why: str,
    writer: User,
    at: dt.datetime,
    lacks: Sequence[Problem] = (),
    *,
    seen: str | None,
    names: Mapping[str, str],
) -> Exclusion:
    refuse_undecided(held)
    found = missing(
        letter=(letter, "Select whether they get the decision letter"),
        record=(record, "Select whether they get a copy of the record"),
        words=(words, "Enter why"),
    )
    refuse_all([*found, *lacks])
    assert letter is not None and record is not None  # Refused above.
    values = {"gets_letter": letter.value, "gets_record": record.value, "outcome_words": words.strip()}
    values |= {"outcome_in_place": why}
    stands = standing_outcome(held, names)
    # The answers are one: none is joined with another’s.
    is_stale = seen is not None and seen != stands.seen
    if is_stale and any(values[column] != stands.theirs[field] for field, column in names.items()):
        raise stands
    if any(getattr(held, name) != value for name, value in values.items()):
        write_values(held, values | {"outcome_by": writer, "outcome_at": at}, writer, at)
        detail = {"letter": letter.value, "record": record.value}
        audit.record("exclusion.outcome", held, by=writer, at=at, detail=detail)
        refresh(held.request, met_by=writer, at=at)
    return held
