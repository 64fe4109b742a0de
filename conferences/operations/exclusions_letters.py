"""The letter of an exclusion: made once and kept, a change is a new version, and that it went."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace

from conferences.models import Booking, Exclusion, ExclusionLetter, ExclusionLetterFile
from conferences.operations.duties_refresh import refresh
from conferences.operations.exclusions import keep_telling, lock_excluded, write_values
from conferences.operations.exclusions_known import UNTOLD
from conferences.operations.letters_kept import (
    CHANGED_SINCE,
    MADE_SINCE,
    NOT_SENT,
    OLDER,
    WHAT_CHANGED,
    file_values,
    sent_day,
    take_back,
)
from conferences.queries.exclusions import is_told_of_its_day, meeting_in_diary, put_there_at
from conferences.queries.exclusions_letters import (
    LetterFacts,
    hides,
    is_reached,
    kept_letters,
    last_sent,
    letter_facts,
    letter_since,
    said_in,
    source_of,
)
from conferences.queries.letters import complaint_route
from conferences.queries.letters_words import words_on
from conferences.rules.documents import Replaced, SentHow, Written
from conferences.rules.exclusions import EXCLUDED, REACHED, ToldHow, Way, way_problems
from conferences.rules.letters_words_part import LetterKind
from safeguarding import audit
from safeguarding.clock import day_of
from safeguarding.models import User
from safeguarding.operation import lock, need_words, operation, refuse_parted
from safeguarding.refusals import Refused, refuse_all
from safeguarding.rights import Permission
from safeguarding.wording import sentence, uk_date

Writer = Callable[[LetterFacts], Written]

NO_MEETING = "The letter says when the conference is, so it can be made once the conference is in the diary."
TOO_LATE = "This conference has begun, so a letter comes too late. Record how they were told."
NO_WAY = (
    "This person is known by name alone, so no letter reaches them. Say how one comes to them, or tell them"
    " in person and record that."
)
HIDDEN = (
    "An address that is confidential stands in what this letter says. Have the decision, or what is other,"
    " written without it."
)
HIDDEN_WAY = "This address is confidential in this family, so no letter goes there. Look at it again"
ON_RECORD = "This person is on record, and the letter goes to the address there."
LET_IN_SINCE = "It is recorded that they were told that it stands no more. Take that telling back first"
NOT_IN_DIARY = "The conference is not in the diary any more, so the letter cannot go today."


@operation(needs=Permission.SEND_LETTERS)
def say_way(*, exclusion: Exclusion, way: Way | None, words: str, by: User, at: dt.datetime) -> Exclusion:
    """How a letter comes to somebody who is known by name alone; told again, it is as told last.

    Raises Refused for somebody on record, and without the address or who hands it over.
    """
    held = lock_excluded(exclusion)
    if held.person is not None:
        raise Refused(ON_RECORD)
    refuse_all(way_problems(way, words))
    if hides(held, (), words):
        raise Refused(HIDDEN_WAY, "words")
    assert way is not None  # Refused above.
    values = {"way": way.value, "way_words": words.strip() if way in REACHED else ""}
    if any(getattr(held, name) != value for name, value in values.items()):
        write_values(held, values, by, at)
        audit.record("exclusion.way", held, by=by, at=at, detail={"way": way.value})
    return held


@operation(needs=Permission.SEND_LETTERS)
def make_letter(
    *,
    exclusion: Exclusion,
    version: int | None,
    changed: str,
    write: Writer,
    by: User,
    at: dt.datetime,
) -> ExclusionLetter:
    """The letter to somebody who is excluded, or a new version that says what is other in it. `version` is
    the newest that the page showed, None where it showed none.

    Raises Refused for who is not excluded or is reached by no letter, while there is no meeting to come, and
    where there is a newer one.
    """
    held = lock_excluded(exclusion)
    if not is_reached(held):
        raise Refused(NO_WAY)
    meeting = _meeting(held)
    if meeting.starts_at <= at:
        raise Refused(TOO_LATE)
    route = complaint_route(day_of(meeting.starts_at))
    facts = replace(letter_facts(held, meeting, at), complain=route)
    before = kept_letters(held)
    if (before[0].version if before else None) != version:
        raise Refused(MADE_SINCE)
    words = need_words(changed=(changed, WHAT_CHANGED))["changed"] if before else ""
    if sent := last_sent(before):
        facts = replace(facts, replaces=Replaced(day_of(sent.made_at), sentence(words)))
    own = facts.lines if held.person else ()
    if hides(held, own, "\n".join((said_in(facts, words), *facts.lines))):
        raise Refused(HIDDEN)
    facts = replace(facts, words=words_on(LetterKind.EXCLUSION, day_of(at)))
    files = write(facts)
    made: ExclusionLetter = ExclusionLetter.objects.create(
        exclusion=held,
        version=len(before) + 1,
        changed=words,
        left_out=files.left_out,
        told=source_of(facts) | facts.words.kept,
        made_by=by,
        made_at=at,
    )
    ExclusionLetterFile.objects.bulk_create(
        ExclusionLetterFile(letter=made, **values) for values in file_values(files)
    )
    audit.record("exclusion.letter_made", made, by=by, at=at, detail={"version": made.version})
    return made


@operation(needs=Permission.SEND_LETTERS)
def mark_letter_sent(
    *, letter: ExclusionLetter, how: SentHow | None, sent_date: dt.date | None, by: User, at: dt.datetime
) -> ExclusionLetter:
    """The newest version went, once: with it the person is told by letter, and told anew where the
    meeting was put elsewhere since they were told. What was lifted since, or decided otherwise, is told as
    sent until that day; whoever had it is told that it stands no more.

    Raises Refused for an older version, and where the decision, the meeting or the address is another since.
    """
    exclusion, held = _lock_letter(letter)
    if kept_letters(exclusion)[0].pk != held.pk:
        raise Refused(OLDER)
    if held.sent_date:
        raise Refused(f"This letter was already sent on {uk_date(held.sent_date)}.")
    day, is_over = _day(held, how, sent_date, at), _over_since(exclusion) is not None
    assert how is not None  # Refused above.
    # What went before today went, whatever is other since.
    if day == day_of(at) and not is_over:
        _refuse_changed(held, exclusion, at)
    _keep_sent(held, how, day, by, at)
    # Who was told otherwise of the day that stands was told so; of an older day, this letter tells them.
    put = put_there_at(exclusion.request)
    is_of_its_day = put is not None and held.made_at >= put
    is_told = exclusion.told_date and (not is_of_its_day or is_told_of_its_day(exclusion))
    if not (is_over or is_told):
        keep_telling(exclusion, ToldHow.LETTER, day, by, at)
    # Whom it reached before it stood no more is told that it does not.
    if is_over and exclusion.last_told is None:
        write_values(exclusion, {"was_told_date": day}, by, at)
    refresh(exclusion.request, met_by=by, at=at)
    return held


@operation(needs=Permission.SEND_LETTERS)
def correct_letter_sent(
    *,
    letter: ExclusionLetter,
    how: SentHow | None,
    sent_date: dt.date | None,
    back_words: str = "",
    by: User,
    at: dt.datetime,
) -> ExclusionLetter:
    """A letter went in another way, or on another day, than was recorded, or it did not go (`back_words` says
    why it was recorded); where the person was told by it, the telling goes along. What was recorded stays in
    the history.

    Raises Refused for one that did not go, by which somebody was told who was let in again since.
    """
    exclusion, held = _lock_letter(letter)
    if held.sent_date is None:
        raise Refused(NOT_SENT)
    was_by_it = exclusion.was_told_date == held.sent_date
    by_it = (exclusion.told_how, exclusion.told_date) == (ToldHow.LETTER.value, held.sent_date)
    if back_words.strip():
        if (by_it or was_by_it) and exclusion.let_in_at:
            raise Refused(LET_IN_SINCE, "back_words")
        take_back(held, back_words, writer=by, at=at)
        audit.record("exclusion.letter_back", held, by=by, at=at)
        untold = (UNTOLD if by_it else {}) | ({"was_told_date": None} if was_by_it else {})
        if untold:
            why = {"untold_why": held.back_words, "untold_by": by, "untold_at": at}
            write_values(exclusion, untold | why, by, at)
    else:
        _sent_otherwise(exclusion, held, (how, sent_date), (by_it, was_by_it), by, at)
    refresh(exclusion.request, met_by=by, at=at)
    return held


def _sent_otherwise(
    exclusion: Exclusion,
    held: ExclusionLetter,
    sent: tuple[SentHow | None, dt.date | None],
    told: tuple[bool, bool],
    writer: User,
    at: dt.datetime,
) -> None:
    """`told`: whether they were told by it, of what stands and of what was decided before."""
    (how, sent_date), (by_it, was_by_it) = sent, told
    day = _day(held, how, sent_date, at)
    assert how is not None  # Refused above.
    if (held.sent_how, held.sent_date) != (how.value, day):
        _keep_sent(held, how, day, writer, at)
    if by_it and _over_since(exclusion) is None:
        keep_telling(exclusion, ToldHow.LETTER, day, writer, at)
    if was_by_it and exclusion.was_told_date != day:
        write_values(exclusion, {"was_told_date": day}, writer, at)


def _lock_letter(letter: ExclusionLetter) -> tuple[Exclusion, ExclusionLetter]:
    """A letter and its exclusion, held: what went before somebody was let in again went all the same."""
    lock(letter.exclusion.request)
    exclusion = lock(letter.exclusion, "saved_by", "request", "person")
    held = lock(letter)
    refuse_parted(held, "exclusion", exclusion)
    return exclusion, held


def _over_since(exclusion: Exclusion) -> dt.date | None:
    """Since when nobody is excluded by one of which a letter was made; None where somebody is."""
    if exclusion.lifted_at is not None:
        return day_of(exclusion.lifted_at)
    if exclusion.answer not in EXCLUDED and exclusion.decided_at is not None:
        return day_of(exclusion.decided_at)
    return None


def _day(letter: ExclusionLetter, how: SentHow | None, sent_date: dt.date | None, at: dt.datetime) -> dt.date:
    """The day on which it went, and refused where it cannot be that."""
    day = sent_day(letter, how, sent_date, at)
    over = _over_since(letter.exclusion)
    if over and day > over:
        raise Refused(
            f"They are not excluded any more since {uk_date(over)}, so it went by then", "sent_date"
        )
    return day


def _refuse_changed(letter: ExclusionLetter, exclusion: Exclusion, at: dt.datetime) -> None:
    """A letter goes while what it tells is so."""
    meeting = meeting_in_diary(exclusion.request)
    if meeting is None:
        raise Refused(NOT_IN_DIARY)
    if not is_reached(exclusion):
        raise Refused(NO_WAY)
    facts = letter_facts(exclusion, meeting, at)
    if since := letter_since(letter, facts):
        raise Refused(CHANGED_SINCE.format(what=" ".join(since)))
    own = facts.lines if exclusion.person else ()
    if hides(exclusion, own, "\n".join((said_in(facts, letter.changed), *facts.lines))):
        raise Refused(HIDDEN)


def _keep_sent(letter: ExclusionLetter, how: SentHow, day: dt.date, writer: User, at: dt.datetime) -> None:
    letter.sent_how, letter.sent_date, letter.sent_by, letter.sent_at = how.value, day, writer, at
    letter.save(update_fields=["sent_how", "sent_date", "sent_by", "sent_at"])
    audit.record("exclusion.letter_sent", letter, by=writer, at=at, detail={"how": how.value})


@operation(needs=Permission.SEND_LETTERS)
def report_damage(*, file: ExclusionLetterFile, by: User, at: dt.datetime) -> None:
    """A file is not the one that was kept: it was not given to whoever asked for it."""
    audit.record("exclusion.letter_damaged", file, by=by, at=at, detail={"letter": file.letter_id})


def _meeting(exclusion: Exclusion) -> Booking:
    meeting = meeting_in_diary(exclusion.request)
    if meeting is None:
        raise Refused(NO_MEETING)
    return meeting
