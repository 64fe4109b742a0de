"""The deadline of the children's own versions of a record once more, in plain loops."""

from __future__ import annotations

import datetime as dt
from typing import Any

from conferences.queries.duties_ledger_book import Book, Standing, first
from conferences.rules.deadlines import Code
from conferences.rules.deadlines_copies import OWN_AGE
from safeguarding.clock import day_of
from safeguarding.workingdays import age


def own_versions(book: Book, one: Any, record: Any, children: tuple[int, ...]) -> list[Standing]:
    """Each child who is old enough was given theirs, or it is recorded why not. None owed: no deadline."""
    held, code = day_of(one.starts_at), Code.GIVE_OWN_VERSION
    owed = [part for part in book.parts_owed.get(record.id, ()) if _is_owed(book, part, held)]
    if not owed:
        return []
    settled = [_settled(book, part) for part in owed]
    died = [book.deaths[part.requested_child__child_id] for part in owed]
    if any(day is None and death is None for day, death in zip(settled, died, strict=True)):
        return [Standing(code, one.id, children, held, book.due(code, held), None, None)]
    met = max((day for day in settled if day), default=None)
    gone = None if met else max(day for day in died if day)
    return [Standing(code, one.id, children, held, book.due(code, held), met, gone)]


def _is_owed(book: Book, part: Any, held: dt.date) -> bool:
    child = part.requested_child__child_id
    born = book.births[child]
    if born is None or born > held:
        return False
    return age(born, held) >= book.setting(OWN_AGE, held)


def _settled(book: Book, part: Any) -> dt.date | None:
    gone = book.given_own.get(part.requested_child_id, ())
    given = first(row.sent_date for row in gone if row.record_id == part.record_id)
    return given or book.no_own.get(part.id)
