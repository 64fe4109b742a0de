"""The deadlines of a meeting's list once more, in plain loops: inviting, reports, a quorum, exclusions."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import Any

from conferences.queries.duties_ledger_book import Book, Standing, first
from conferences.rules.deadlines import Code
from conferences.rules.deadlines_inviting import (
    BEFORE_IT,
    SPEAK_AGE,
    SPEAK_BY,
    SPEAK_TRIES,
    SPEAK_WHO,
    TO_FAMILY,
    TO_UNIT,
)
from conferences.rules.exclusions import Answer, Kept, kept_from_all
from conferences.rules.invitations import AS_COMING, Reply, Shown
from conferences.rules.invitations_showings import ReportShown, shown_to_all
from conferences.rules.preparation import ContactOutcome
from conferences.rules.quoracy import Attendee, quoracy
from conferences.rules.readiness_parts import MAKERS
from safeguarding.clock import day_of
from safeguarding.workingdays import OutsideCalendar, age


def of_list(book: Book, one: Any, children: tuple[int, ...]) -> Iterator[Standing]:
    """What falls due for the list of a meeting, until its day or its leaving the diary."""
    people = book.invited.get(one.request_id, ())
    left = one.cancelled_at or one.outcome_at
    gone = first([day_of(left) if left else None, day_of(one.starts_at)])
    yield _invited(book, one, children, people, gone)
    asked = [row for row in people if row.is_report_asked]
    if asked:
        yield _chased(book, one, children, asked, gone)
    came = [row for row in people if row.received_date]
    if came:
        yield _shown(book, one, children, came, gone)
    yield _quorate(book, one, children, people, gone)
    yield _spoken(book, one, children, people, gone)
    if kept := book.excluded.get(one.request_id):
        yield _excluded(book, one, children, kept, gone)


def _invited(
    book: Book, one: Any, children: tuple[int, ...], people: Sequence[Any], gone: dt.date | None
) -> Standing:
    """Everybody on its list whom anybody invites is invited to the meeting where it stands."""
    people = [row for row in people if not (_is_kept_out(book, row) or _is_too_young(book, one, row))]
    there = _put_there(book, one)
    behind = [day_of(row.put_on_at) for row in people if not (row.invited_date and row.invited_date >= there)]
    start = max(there, min(behind)) if behind else there
    met = max(row.invited_date for row in people) if people and not behind else None
    return Standing(Code.INVITE, one.id, children, start, book.due(Code.INVITE, start), met, gone)


def _chased(
    book: Book, one: Any, children: tuple[int, ...], asked: Sequence[Any], gone: dt.date | None
) -> Standing:
    """Each report that is late was chased, since its day and then since it was chased last."""
    wanted = _wanted(book, one, TO_UNIT)
    late = [row for row in asked if row.received_date is None and not row.none_why]
    there = _put_there(book, one)
    chased = {row.id: [c.chased_date for c in book.chased.get(row.id, ())] for row in asked}
    days = {row.id: max([wanted, there, day_of(row.put_on_at), *chased[row.id]]) for row in asked}
    start = min(days[row.id] for row in late) if late else max(days.values())
    came = max((row.received_date for row in asked if row.received_date), default=wanted)
    due, met = book.due(Code.CHASE_REPORTS, start), None if late else max(came, start)
    return Standing(Code.CHASE_REPORTS, one.id, children, start, due, met, gone)


def _shown(
    book: Book, one: Any, children: tuple[int, ...], came: Sequence[Any], gone: dt.date | None
) -> Standing:
    """Each of the family was shown each report that came, or is not to be."""
    stands = {row.id: _report_shown(book, row) for row in came}
    open_days = [row.received_date for row in came if not stands[row.id].is_settled]
    last = max(row.received_date for row in came)
    start = min(open_days) if open_days else last
    shown = max((one.day for one in stands.values() if one.day), default=last)
    due = max(_wanted(book, one, TO_FAMILY), start)
    # Shared first, as agencies are asked to, it is met once it is here.
    met = None if open_days else max(shown, last)
    return Standing(Code.SHARE_REPORTS, one.id, children, start, due, met, gone)


def _report_shown(book: Book, row: Any) -> ReportShown:
    """How a report stands with the grown-ups of the family."""
    if row.shared_date or row.shared_way == Shown.NEVER:
        return ReportShown(row.shared_date, row.shared_way == Shown.NEVER)
    family = [of for of in book.invited[row.request_id] if not (of.agency_kind or of.requested_child_id)]
    told = book.showings.get(row.id, ())
    return shown_to_all(
        [
            [(w.way, w.shown_date) for w in told if book.named[w.reader_id] == book.named[of.id]]
            for of in family
            if not _is_kept_out(book, of)
        ]
    )


def _quorate(
    book: Book, one: Any, children: tuple[int, ...], people: Sequence[Any], gone: dt.date | None
) -> Standing:
    """Enough agencies say that they come, or the chair said why the meeting goes on."""
    meets = day_of(one.starts_at)
    days = book.setting(BEFORE_IT, meets)
    start, due = _before(book, meets, days + 1) or meets, _before(book, meets, days)
    modes = [AS_COMING.get(Reply(row.reply), "") for row in people]
    counted = [book.counted_as.get(row.agency_kind, "") for row in people]
    attending = [Attendee(kind, mode) for kind, mode in zip(counted, modes, strict=True)]
    needed = book.setting("QUORUM_OTHER_AGENCIES", meets)
    there = _put_there_at(book, one)
    chosen = [day_of(row.told_at) for row in book.chosen.get(one.id, ()) if row.told_at >= there]
    gone = start if quoracy(attending, others_needed=needed).is_quorate else gone
    met = max(chosen, default=None)
    return Standing(Code.ANSWER_QUORUM, one.id, children, start, due, met, gone)


def _excluded(
    book: Book, one: Any, children: tuple[int, ...], kept: Sequence[Any], gone: dt.date | None
) -> Standing:
    """Each exclusion is decided, and whoever is excluded was told."""
    waits = [row for row in kept if not (row.told_date or row.answer == "NOT")]
    asked = min(row.put_at for row in waits) if waits else max(row.put_at for row in kept)
    start, code = max(day_of(one.booked_at), day_of(asked)), Code.TELL_EXCLUDED
    met = None if waits else max(row.told_date or day_of(row.decided_at) for row in kept)
    return Standing(code, one.id, children, start, book.due(code, start), met, gone)


def _spoken(
    book: Book, one: Any, children: tuple[int, ...], people: Sequence[Any], gone: dt.date | None
) -> Standing:
    """Contact with each of the family on the list, and with each child of an age to be written to."""
    meets, contacts = day_of(one.starts_at), book.contacts.get(one.request_id, ())
    family = [row for row in people if not row.agency_kind and not row.requested_child_id]
    of_age = [row for row in book.asked.get(one.request_id, ()) if _is_of_age(book, row.child_id, meets)]
    is_anybody, family = bool(family), [row for row in family if not _is_kept_out(book, row)]
    known = [day_of(row.put_on_at) for row in family] + [book.put_in(row) for row in of_age]
    own = [
        [c for c in contacts if c.invitation_id and book.named[c.invitation_id] == book.named[row.id]]
        for row in family
    ] + [[c for c in contacts if c.asked_id == row.id] for row in of_age]
    done = [_done(book, found, meets) for found in own]
    left = [day for day, on in zip(known, done, strict=True) if on is None]
    there = _put_there(book, one)
    start = max(there, min(left)) if left else there
    met = max([start, *filter(None, done)]) if is_anybody and not left else None
    due = _before(book, meets, book.setting(SPEAK_BY, meets))
    return Standing(Code.SPEAK_BEFORE, one.id, children, start, due and max(due, start), met, gone)


def _is_kept_out(book: Book, row: Any) -> bool:
    """Whether somebody of the family is excluded from all of it."""
    if row.agency_kind or row.requested_child_id:
        return False
    kept = [one for one in book.excluded.get(row.request_id, ()) if one.answer == Answer.WHOLE]
    return kept_from_all([Kept(one.name, one.answer, one.person_id) for one in kept], row.name, row.person_id)


def _is_too_young(book: Book, one: Any, row: Any) -> bool:
    """Whether a child on the list need not be invited: none is written to at that age."""
    asked = [of for of in book.asked.get(row.request_id, ()) if of.id == row.requested_child_id]
    return any(not _is_of_age(book, of.child_id, day_of(one.starts_at)) for of in asked)


def _is_of_age(book: Book, child: int, meets: dt.date) -> bool:
    born = book.births[child]
    return bool(born) and age(born, meets) >= book.setting(SPEAK_AGE, meets)


def _done(book: Book, contacts: Sequence[Any], meets: dt.date) -> dt.date | None:
    """When contact with one was made, declined, or tried so often."""
    makers = list(MAKERS.values())[book.answer(SPEAK_WHO, meets)]
    own = [c for c in contacts if c.maker in makers]
    failed = [c.contact_date for c in own if c.outcome == ContactOutcome.FAILED]
    tries = book.setting(SPEAK_TRIES, meets)
    ends = [c.contact_date for c in own if c.outcome != ContactOutcome.FAILED]
    return first([*ends, failed[tries - 1] if len(failed) >= tries else None])


def _put_there(book: Book, one: Any) -> dt.date:
    return day_of(_put_there_at(book, one))


def _put_there_at(book: Book, one: Any) -> dt.datetime:
    there: dt.datetime = max((one.booked_at, *book.moved.get(one.id, ())))
    return there


def _wanted(book: Book, one: Any, keys: tuple[str, str]) -> dt.date:
    """By when reports are to be somewhere: the earlier day, of an initial and of a review conference."""
    meets = day_of(one.starts_at)
    reviews = {asked.kind == "REVIEW" for asked in book.asked.get(one.request_id, ())}
    days = [_before(book, meets, book.setting(keys[is_review], meets)) for is_review in reviews]
    return first(days) or meets


def _before(book: Book, day: dt.date, n: int) -> dt.date | None:
    try:
        return book.calendar.add(day, -n).due
    except OutsideCalendar:
        return None
