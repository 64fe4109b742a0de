"""What is sent is kept: a letter's files are made once and stay, and a change is a new version of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace

from conferences.models import Document, DocumentFile, Letter, MeetingRecord
from conferences.operations.duties_refresh import refresh
from conferences.queries.addresses import address_lines
from conferences.queries.copies_cautions import is_hidden, letter_cautions
from conferences.queries.documents import LETTER, changes_after, last_sent, latest_of, source_of
from conferences.queries.letters import (
    LetterFacts,
    letter_facts,
    may_receive,
    not_proposed,
    recipients,
    signed_record,
)
from conferences.queries.letters_words import words_on
from conferences.rules.documents import Replaced, Written, digest
from conferences.rules.letters_words_part import LetterKind
from safeguarding import audit
from safeguarding.clock import day_of
from safeguarding.models import User
from safeguarding.operation import lock, need_words, operation
from safeguarding.refusals import Refused
from safeguarding.rights import Permission
from safeguarding.wording import sentence

# What turns the facts of a letter into its files. It stands above the operations, so they are given it.
Writer = Callable[[LetterFacts], Written]

NO_TIE = (
    "{name} is not recorded any more as somebody of a child whom the conference decided on, so this letter"
    " must not go. If that is wrong, correct it on the child’s page first"
)
HIDDEN_WORDS = "An address that is confidential stands in this. Write it without"
MADE_SINCE = "A new version was made meanwhile. Look at that one first"
MADE_ANEW = (
    "It was taken back before it went, because its recipient was not recorded as somebody of the child."
)
CALLED_OFF = "It was called off before it went."
WHAT_CHANGED = "Say what is other in this version"


def keep_letter(
    letter: Letter,
    write: Writer,
    *,
    writer: User,
    at: dt.datetime,
    before: Document | None = None,
    changed: str = "",
    is_late: bool = False,
) -> Document:
    """The files of a letter of a signed record, made and kept inside the operation that makes them.

    The letter says what it takes the place of where its recipient was sent that.
    Raises Refused where its recipient has no tie to a child any more.
    """
    record = signed_record(writer, letter.record.booking.ref)
    if record is None or letter.person_id not in {one.pk for one in may_receive(record)}:
        raise Refused(NO_TIE.format(name=letter.person.full_name))
    facts = letter_facts(writer, letter, record)
    if before is not None:
        facts = replace(facts, made_at=at, replaces=_replaced(letter, changed))
    facts = replace(facts, words=words_on(LetterKind.DECISION, day_of(facts.made_at)))
    made, found = write(facts), letter_cautions(record, facts)
    has_gone = is_late and letter.sent_date is not None
    document: Document = Document.objects.create(
        record=record,
        kind=LETTER,
        person=letter.person,
        version=before.version + 1 if before else 1,
        supersedes=before,
        changed=changed,
        is_late=is_late,
        left_out=made.left_out,
        told=source_of(facts) | {"cautions": [one.value for one in found]} | facts.words.kept,
        needs_release=not has_gone and bool(found or _why_not(record, letter, writer)),
        made_by=writer,
        made_at=at,
        sent_date=letter.sent_date if is_late else None,
        sent_by=letter.sent_by if is_late else None,
    )
    files = [
        DocumentFile(document=document, format=form.value, content=content, sha256=digest(content))
        for form, content in made.files.items()
    ]
    DocumentFile.objects.bulk_create(files)
    audit.record("document.made", document, by=writer, at=at, detail={"version": document.version})
    return document


def _why_not(record: MeetingRecord, letter: Letter, reader: User) -> str:
    """Why no letter would be proposed to its reader; "" where one would."""
    mine = [one for one in recipients(reader, record) if one.person.pk == letter.person_id]
    return not_proposed(mine[0]) if mine else ""


def _replaced(letter: Letter, changed: str) -> Replaced | None:
    """What a new version says of the last one that went: the day that stands on it, which is the letter's
    where its file was made later, and all that is other since, for nobody got the versions between.
    """
    sent = last_sent(letter)
    if sent is None:
        return None
    on = letter.made_at if sent.is_late else sent.made_at
    return Replaced(day_of(on), " ".join(map(sentence, (*changes_after(sent), changed))))


@operation(needs=Permission.SEND_LETTERS)
def open_letter(*, letter: Letter, write: Writer, by: User, at: dt.datetime) -> Document:
    """The newest version of a letter. One that was made before files were kept gets its files now, once."""
    held = lock(letter, "record__booking", "person")
    return latest_of(held) or keep_letter(held, write, writer=by, at=at, is_late=True)


@operation(needs=Permission.SEND_LETTERS)
def make_letter_again(
    *, letter: Letter, version: int | None, changed: str, write: Writer, by: User, at: dt.datetime
) -> Document:
    """A new version of a letter, which says what it takes the place of and what is other in it.

    `version` is the one that the page showed, None where it showed none. Refused where there is a newer one.
    """
    held = lock(letter, "record__booking", "person")
    before = latest_of(held)
    if (before.version if before else None) != version:
        raise Refused(MADE_SINCE)
    words = need_words(changed=(changed, WHAT_CHANGED))["changed"]
    if is_hidden(held.record, address_lines(held.person), words):
        raise Refused(HIDDEN_WORDS, "changed")
    before = before or keep_letter(held, write, writer=by, at=at, is_late=True)
    _take_day(before, held)
    made = keep_letter(held, write, writer=by, at=at, before=before, changed=words)
    refresh(held.record.booking, met_by=by, at=at)
    return made


def _take_day(first: Document, letter: Letter) -> None:
    """The release before this one writes the day of a first version beside the letter alone."""
    if first.version == 1 and first.sent_date is None and letter.sent_date is not None:
        first.sent_date, first.sent_by = letter.sent_date, letter.sent_by
        first.save(update_fields=["sent_date", "sent_by"])


@operation(needs=Permission.SEND_LETTERS)
def report_damage(*, file: DocumentFile, by: User, at: dt.datetime) -> None:
    """A file is not the one that was kept: it was not given to whoever asked for it."""
    audit.record(
        "document.damaged", file, by=by, at=at, detail={"document": file.document_id, "format": file.format}
    )
