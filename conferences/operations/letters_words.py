"""The words of a letter as a council writes them: from a day on, with a reason, and never changed after."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

from conferences.models import LetterWording
from conferences.queries.letters_words import NEWEST, PartStanding, parts_on, stands_now
from conferences.rules.letters_words import text_problems, tidy
from conferences.rules.letters_words_part import LetterKind
from safeguarding import audit
from safeguarding.clock import day_of
from safeguarding.models import User
from safeguarding.operation import lock_rows, operation
from safeguarding.refusals import Problem, Refused, missing, refuse_all
from safeguarding.rights import Permission

SAME = "None of the words is other than before"
BACK = "The day must be today or later: letters of days before stay as they were"
WHEN = "Enter the day from which letters have these words"
WHY = "Enter why the words change"


@operation(needs=Permission.CHANGE_POLICY)
def write_words(
    *,
    kind: LetterKind,
    texts: Mapping[str, str],
    from_date: dt.date | None,
    reason: str,
    seen: str | None = None,
    by: User,
    at: dt.datetime,
) -> list[LetterWording]:
    """New words for the parts of a letter (`texts`, by part) whose words are other than stand now, from a day
    on. Words of a part that were to hold from that day or a later one are taken off: these take their place.

    Raises Refused: a day before that of `at`, no reason, nothing other, and for each text that is wrong where
    it is; StaleVersion where somebody wrote other words since they were `seen`.
    """
    rows = lock_rows(LetterWording.objects.filter(kind=kind.value))
    parts = parts_on(NEWEST, kind)[kind]
    stands = stands_now(parts)
    if stands is not None and seen is not None and seen != stands.seen:
        raise stands
    other = [one for one in parts if one.part.code in texts and tidy(texts[one.part.code]) != one.newest]
    refuse_all(
        [
            *text_problems(kind, {one.part.code: texts[one.part.code] for one in other}),
            *missing(from_date=(from_date, WHEN), reason=(reason, WHY)),
            *([Problem(BACK, "from_date")] if from_date and from_date < day_of(at) else []),
        ]
    )
    assert from_date is not None  # Refused above.
    if not other:
        raise Refused(SAME)
    _take_off(rows, [one.part.code for one in other], from_date, by, at)
    made = [_write(kind, one, tidy(texts[one.part.code]), from_date, reason, by, at) for one in other]
    for one in made:
        audit.record("letter_words.written", one, by=by, at=at, detail=_detail(one))
    return made


def _take_off(
    rows: Sequence[LetterWording], parts: Sequence[str], from_date: dt.date, writer: User, at: dt.datetime
) -> None:
    """Of words that were to hold from that day or later, of these parts."""
    for one in rows:
        if one.part in parts and one.off_at is None and one.from_date >= from_date:
            one.off_at, one.off_by = at, writer
            one.save(update_fields=["off_at", "off_by"])


def _write(
    kind: LetterKind,
    one: PartStanding,
    text: str,
    from_date: dt.date,
    reason: str,
    writer: User,
    at: dt.datetime,
) -> LetterWording:
    before = one.kept[0].version if one.kept else 0
    made: LetterWording = LetterWording.objects.create(
        kind=kind.value,
        part=one.part.code,
        version=before + 1,
        text=text,
        from_date=from_date,
        reason=reason.strip(),
        set_by=writer,
        set_at=at,
    )
    return made


def _detail(one: LetterWording) -> dict[str, object]:
    return {"kind": one.kind, "part": one.part, "version": one.version, "from": one.from_date.isoformat()}
