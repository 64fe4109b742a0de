"""Letters of invitation: made once and kept, a change is a new version, and with its sending somebody is
invited.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import replace

from conferences.models import Invitation, InvitationLetter, InvitationLetterFile, Request
from conferences.operations.duties_refresh import refresh
from conferences.operations.invitations import OFF, is_excluded, lock_request, tell
from conferences.operations.invitations_links import AddressOf, new_door
from conferences.operations.invitations_links_ends import DEAD_LINK, has_dead_link, letter_went
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
from conferences.queries.exclusions import kept_from
from conferences.queries.invitations_letters import Letters, letters_in_hand, versions_in_hand
from conferences.queries.invitations_reports import put_there_at
from conferences.queries.letters_words import words_on
from conferences.rules.copies_places import has_name, has_place
from conferences.rules.documents import Replaced, SentHow, Written
from conferences.rules.invitations import Arrives, is_invited
from conferences.rules.invitations_letters import (
    SENT_AS,
    InvitationTold,
    changed_words,
    hidden_from,
    letter_kind,
    others_of,
)
from safeguarding import audit
from safeguarding.clock import day_of
from safeguarding.models import User
from safeguarding.operation import lock, operation, refuse_parted
from safeguarding.refusals import Problem, Refused, missing, refuse_all
from safeguarding.rights import Permission
from safeguarding.wording import joined, sentence, uk_date

Writer = Callable[[InvitationTold, dt.datetime], Written]

NO_MEETING = "Letters say when the conference is, so they can be made once it is in the diary."
TOO_LATE = "This conference has begun, so a letter comes too late."
NOBODY = "Select at least one person"
NO_LETTER = "Select at least one letter"
WHY_DOUBT = "Enter who decided that a letter may go to {names}, and why"
HIDDEN = "An address that is confidential stands in what you wrote. Write it without it"
ANOTHER = "The name of a child of whom this person may not read stands in what you wrote. Write it without it"
OFF_BEFORE = "They were taken off the list on {day}, so no letter went to them after that"
AS_BEFORE = "It is again as that letter said."
NOT_OF_FAMILY = "When somebody arrives is told of the family."


@operation(needs=Permission.INVITE)
def say_arrival(
    *, invitation: Invitation, arrives: Arrives | None, seen: str | None = None, by: User, at: dt.datetime
) -> Invitation:
    """Whether somebody of the family arrives first, where two arrive apart; told again, it is as told last.

    Raises StaleVersion where somebody told something else since it was `seen`.
    """
    refuse_all(missing(arrives=(arrives, "Select when they arrive")))
    assert arrives is not None  # Refused above.
    if invitation.agency_kind or invitation.requested_child_id:
        raise Refused(NOT_OF_FAMILY)
    return tell(invitation, {"arrives": arrives.value}, seen, by, at)


@operation(needs=Permission.SEND_LETTERS)
def make_letters(
    *,
    request: Request,
    invitations: Sequence[Invitation],
    doubt_words: str,
    write: Writer,
    address_of: AddressOf | None = None,
    by: User,
    at: dt.datetime,
) -> list[InvitationLetter]:
    """Letters to several of one list. Whoever has one that tells what is so gets no other; a new version says
    by itself what is other. `address_of` gives the address of a link for a report, where letters have one.

    Raises Refused for nobody, who has none, and for who is in doubt without a reason.
    """
    letters = _letters(request, at)
    chosen = {one.pk for one in invitations}
    held = [one for one in letters.people if one.pk in chosen]
    if not held:
        raise Refused(NOBODY, "people")
    problems = [
        Problem(f"{one.name}: {why}", "people") for one in held if (why := letters.cannot.get(one.pk))
    ]
    due = [one for one in held if letters.is_due(one.pk)]
    doubtful = [one.name for one in due if letters.doubts[one.pk]]
    if doubtful and not doubt_words.strip():
        problems.append(Problem(WHY_DOUBT.format(names=joined(doubtful)), "doubt_words"))
    refuse_all(problems)
    return [_make(letters, one, "", doubt_words, write, address_of, by, at) for one in due]


@operation(needs=Permission.SEND_LETTERS)
def make_letter(
    *,
    invitation: Invitation,
    version: int | None,
    changed: str,
    doubt_words: str,
    write: Writer,
    address_of: AddressOf | None = None,
    by: User,
    at: dt.datetime,
) -> InvitationLetter:
    """The letter to one person, or a new version that says what is other in it. `version` is the newest that
    the page showed, None where it showed none.

    Raises Refused where there is a newer one, for who has none, and in doubt without a reason.
    """
    letters = _letters(invitation.request, at)
    one = _of_list(letters, invitation)
    if why := letters.cannot.get(one.pk):
        raise Refused(why)
    newest = letters.newest(one.pk)
    if (newest.version if newest else None) != version:
        raise Refused(MADE_SINCE)
    problems = missing(changed=(changed, WHAT_CHANGED)) if newest else []
    if letters.doubts[one.pk]:
        problems += missing(doubt_words=(doubt_words, WHY_DOUBT.format(names=one.name)))
    refuse_all(problems)
    return _make(letters, one, changed, doubt_words, write, address_of, by, at)


def _letters(request: Request, at: dt.datetime) -> Letters:
    letters = letters_in_hand(lock_request(request))
    if letters.meeting is None:
        raise Refused(NO_MEETING)
    if letters.meeting.starts_at <= at:
        raise Refused(TOO_LATE)
    return letters


def _of_list(letters: Letters, invitation: Invitation) -> Invitation:
    for one in letters.people:
        if one.pk == invitation.pk:
            found: Invitation = one
            return found
    raise Refused(OFF)


def _make(
    letters: Letters,
    one: Invitation,
    changed: str,
    doubt_words: str,
    write: Writer,
    address_of: AddressOf | None,
    writer: User,
    at: dt.datetime,
) -> InvitationLetter:
    told, before = letters.says(one.pk), letters.newest(one.pk)
    assert told is not None  # There is a meeting: _letters.
    sent = letters.last_sent(one.pk)
    # Its reader knows the last that went.
    known = sent or before
    words = (changed.strip() or changed_words(known.told, told) or AS_BEFORE) if known else ""
    _refuse_words(letters, told, words)
    if sent is not None:
        told = replace(told, replaces=Replaced(day_of(sent.made_at), sentence(words)))
    words_now = words_on(letter_kind(told), day_of(at))
    if told.is_report_asked and address_of and letters.meeting:
        told = replace(told, door=new_door(one, letters.meeting, address_of, writer, at))
    files, doubts = write(replace(told, words=words_now), at), letters.doubts[one.pk]
    made: InvitationLetter = InvitationLetter.objects.create(
        invitation=one,
        version=before.version + 1 if before else 1,
        changed=words,
        left_out=files.left_out,
        told=letters.source(one.pk) | words_now.kept,
        is_in_doubt=bool(doubts),
        doubt_words=doubt_words.strip() if doubts else "",
        made_by=writer,
        made_at=at,
    )
    InvitationLetterFile.objects.bulk_create(
        InvitationLetterFile(letter=made, **values) for values in file_values(files)
    )
    audit.record("invitation.letter_made", made, by=writer, at=at, detail={"version": made.version})
    return made


def _refuse_words(letters: Letters, told: InvitationTold, words: str) -> None:
    """What somebody wrote goes into the letter: no address of another, no child of whom its reader is not
    told.
    """
    assert letters.told is not None  # A letter is made of it.
    if has_place(words, hidden_from(letters.told, told.lines)):
        raise Refused(HIDDEN, "changed")
    own = [one for one in letters.told.children if one.pk in told.ids]
    if has_name(words, others_of(letters.told, own)):
        raise Refused(ANOTHER, "changed")


@operation(needs=Permission.SEND_LETTERS)
def mark_letters_sent(
    *,
    letters: Sequence[InvitationLetter],
    how: SentHow | None,
    sent_date: dt.date | None,
    proof: str = "",
    by: User,
    at: dt.datetime,
) -> list[InvitationLetter]:
    """The newest versions of several of one list went, each once: with it the person is invited.

    Raises Refused for an older version, and where something that one tells is other since.
    """
    if not letters:
        raise Refused(NO_LETTER, "letters")
    request = lock_request(letters[0].invitation.request)
    known, sent = letters_in_hand(request), []
    there, kept = put_there_at(request.pk), kept_from(request)
    for one in letters:
        held = lock(one, "invitation")
        refuse_parted(held.invitation, "request", request)
        newest = known.newest(held.invitation_id)
        if newest is None or newest.pk != held.pk:
            raise Refused(OLDER)
        if held.sent_date:
            raise Refused(f"This letter was already sent on {uk_date(held.sent_date)}.")
        day = sent_day(held, how, sent_date, at)
        assert how is not None  # Refused above.
        # What went before today went, whatever is other since; so did what went to who was taken off after.
        if off := held.invitation.off_at:
            _refuse_after(day, day_of(off))
        elif day == day_of(at):
            _refuse_changed(known, held)
        is_by_letter = _is_by_letter(held.invitation, known.kept[held.invitation_id])
        _keep_sent(held, how, day, proof, by, at)
        letter_went(held.invitation, held.made_at, by, at)
        if not off and _invites(held, there) and not is_excluded(held.invitation, kept):
            others = [one for one in known.kept[held.invitation_id] if one.pk != held.pk]
            _invited(held, others, is_by_letter, there, by, at)
        sent.append(held)
    refresh(request, met_by=by, at=at)
    return sent


def _refuse_changed(known: Letters, letter: InvitationLetter) -> None:
    name = letter.invitation.name
    if has_dead_link(letter.invitation, letter.made_at):
        raise Refused(CHANGED_SINCE.format(what=f"{name}: {DEAD_LINK}"))
    if why := known.cannot.get(letter.invitation_id):
        raise Refused(f"{name}: {why}")
    doubts = known.doubts[letter.invitation_id]
    if doubts and not letter.is_in_doubt:
        raise Refused(CHANGED_SINCE.format(what=f"{name}: {' '.join(doubts)}"))
    if other := known.since(letter.invitation_id):
        raise Refused(CHANGED_SINCE.format(what=f"{name}: {' '.join(other)}"))


@operation(needs=Permission.SEND_LETTERS)
def correct_letter_sent(
    *,
    letter: InvitationLetter,
    how: SentHow | None,
    sent_date: dt.date | None,
    proof: str = "",
    back_words: str = "",
    by: User,
    at: dt.datetime,
) -> InvitationLetter:
    """A letter went in another way, or on another day, than was recorded, or it did not go (`back_words` says
    why it was recorded); where the person was invited by it, that goes along. What was recorded stays in the
    history.
    """
    request = lock_request(letter.invitation.request)
    held = lock(letter, "invitation")
    refuse_parted(held.invitation, "request", request)
    if held.sent_date is None:
        raise Refused(NOT_SENT)
    one, versions = held.invitation, versions_in_hand(held.invitation)
    is_by_letter = _is_by_letter(one, versions)
    if back_words.strip():
        take_back(held, back_words, ["sent_proof"], writer=by, at=at)
        audit.record("invitation.letter_back", held, by=by, at=at)
    else:
        _sent_otherwise(held, how, sent_date, proof, by, at)
    if one.off_at is None and is_by_letter and not is_excluded(one, kept_from(request)):
        others = [other for other in versions if other.pk != held.pk]
        _follow(one, [held, *others], put_there_at(request.pk), by, at)
    refresh(request, met_by=by, at=at)
    return held


def _sent_otherwise(
    held: InvitationLetter,
    how: SentHow | None,
    sent_date: dt.date | None,
    proof: str,
    writer: User,
    at: dt.datetime,
) -> None:
    day, off = sent_day(held, how, sent_date, at), held.invitation.off_at
    assert how is not None  # Refused above.
    if off is not None:
        _refuse_after(day, day_of(off))
    if (held.sent_how, held.sent_date, held.sent_proof) != (how.value, day, proof.strip()):
        _keep_sent(held, how, day, proof, writer, at)


def _refuse_after(day: dt.date, off: dt.date) -> None:
    if day > off:
        raise Refused(OFF_BEFORE.format(day=uk_date(off)), "sent_date")


def _keep_sent(
    letter: InvitationLetter, how: SentHow, day: dt.date, proof: str, writer: User, at: dt.datetime
) -> None:
    letter.sent_how, letter.sent_date, letter.sent_by, letter.sent_at = how.value, day, writer, at
    letter.sent_proof = proof.strip()
    letter.save(update_fields=["sent_how", "sent_date", "sent_by", "sent_at", "sent_proof"])
    audit.record("invitation.letter_sent", letter, by=writer, at=at, detail={"how": how.value})


def _invites(letter: InvitationLetter, there: dt.datetime | None) -> bool:
    """Whether somebody is invited with its sending: not by one that was made before the meeting was put
    `there`, where it stands.
    """
    return there is None or letter.made_at >= there


def _is_by_letter(one: Invitation, versions: Sequence[InvitationLetter]) -> bool:
    """Whether what the list says of how and when somebody was invited is what one of their letters says."""
    said = (one.channel, one.invited_date)
    return any(_says(letter) == said for letter in versions if letter.sent_date)


def _says(letter: InvitationLetter) -> tuple[str, dt.date | None]:
    return SENT_AS[SentHow(letter.sent_how)].value, letter.sent_date


def _invited(
    letter: InvitationLetter,
    others: Sequence[InvitationLetter],
    is_by_letter: bool,
    there: dt.datetime | None,
    writer: User,
    at: dt.datetime,
) -> None:
    """With the letter they are invited, but for who was told by another way since the meeting is there."""
    one = letter.invitation
    if is_by_letter or not is_invited(one.invited_date, day_of(there) if there else None):
        _follow(one, [letter, *others], there, writer, at)


def _follow(
    one: Invitation,
    versions: Sequence[InvitationLetter],
    there: dt.datetime | None,
    writer: User,
    at: dt.datetime,
) -> None:
    """Somebody is invited by the first of their letters that told of the meeting where it stands; where none
    did, the last that went before it was put there stays an invitation to where it was. By nothing, where
    none of either went.
    """
    went = sorted((v for v in versions if v.sent_date), key=lambda v: (v.sent_date, v.version))
    now = [letter for letter in went if _invites(letter, there)]
    before = [one for one in went if there and one.sent_date and one.sent_date < day_of(there)]
    if found := next(iter(now or before[-1:]), None):
        _keep_invited(one, *_says(found), writer, at)
    else:
        _keep_invited(one, "", None, writer, at)


def _keep_invited(one: Invitation, channel: str, day: dt.date | None, writer: User, at: dt.datetime) -> None:
    if (one.channel, one.invited_date) == (channel, day):
        return
    one.channel, one.invited_date, one.told_by, one.told_at = channel, day, writer, at
    one.save(update_fields=["channel", "invited_date", "told_by", "told_at"])


@operation(needs=Permission.SEND_LETTERS)
def report_damage(*, file: InvitationLetterFile, by: User, at: dt.datetime) -> None:
    """A file is not the one that was kept: it was not given to whoever asked for it."""
    audit.record("invitation.letter_damaged", file, by=by, at=at, detail={"letter": file.letter_id})
