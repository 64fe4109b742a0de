"""What all letters share that are made once and kept in versions: their files, and the day they went."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import Any, Protocol

from conferences.rules.documents import SentHow, Written, digest
from safeguarding.clock import day_of
from safeguarding.models import User
from safeguarding.operation import need_words
from safeguarding.refusals import Refused, missing, refuse_all
from safeguarding.wording import uk_date

WHAT_CHANGED = "Say what is other in this version"
MADE_SINCE = "A new version was made meanwhile. Look at that one first"
OLDER = "A newer version takes its place. Send that one."
CHANGED_SINCE = "{what} Make a new version of it first."
NOT_SENT = "This letter was not sent yet."
WHY_BACK = "Say why it was recorded as sent, though it did not go"
TAKEN_BACK = ("sent_how", "sent_date", "sent_by", "sent_at", "back_words", "taken_back_by", "taken_back_at")


class Kept(Protocol):
    """A version of a letter."""

    made_at: dt.datetime


def sent_day(letter: Kept, how: SentHow | None, sent_date: dt.date | None, at: dt.datetime) -> dt.date:
    """The day on which it went, and refused where it cannot be that."""
    refuse_all(
        missing(how=(how, "Select how it was sent"), sent_date=(sent_date, "Enter the day it was sent"))
    )
    assert sent_date is not None  # Refused above.
    made = day_of(letter.made_at)
    if sent_date > day_of(at):
        raise Refused("The day the letter was sent cannot be in the future", "sent_date")
    if sent_date < made:
        raise Refused(f"The letter cannot have been sent before it was made on {uk_date(made)}", "sent_date")
    return sent_date


def take_back(letter: Any, words: str, more: Sequence[str] = (), *, writer: User, at: dt.datetime) -> None:
    """A letter that is held did not go, with why: it is as one that was not sent; `more` are its own texts of
    how it went. What was recorded stays in the history.
    """
    letter.back_words = need_words(back_words=(words, WHY_BACK))["back_words"]
    letter.taken_back_by, letter.taken_back_at = writer, at
    letter.sent_how, letter.sent_date, letter.sent_by, letter.sent_at = "", None, None, None
    for name in more:
        setattr(letter, name, "")
    letter.save(update_fields=[*TAKEN_BACK, *more])


def file_values(files: Written) -> Iterator[dict[str, object]]:
    """What is kept of each file."""
    for form, content in files.files.items():
        yield {"format": form.value, "content": content, "sha256": digest(content)}
