"""What is sent is kept as it was sent: kinds and formats of documents, and what a document was made from."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from safeguarding.labelled import Labelled


class DocumentKind(Labelled):
    """What a document is, in codes of our own."""

    DECISION_LETTER = "DECISION_LETTER", "Decision letter"
    RECORD = "RECORD", "Record of a conference"
    CLOSING = "CLOSING", "Letter that a plan has ended"


# What goes to each of its readers as their own: by the rule of who may read of whom, and when it may go.
COPIES = (DocumentKind.RECORD, DocumentKind.CLOSING)


class SentHow(Labelled):
    """How a copy went to its recipient."""

    POST = "POST", "By post"
    RECORDED_POST = "RECORDED_POST", "By recorded post"
    BY_HAND = "BY_HAND", "By hand"
    SECURE_EMAIL = "SECURE_EMAIL", "By secure email"


class ReadHow(Labelled):
    """How somebody who does not read English, or not well, was told what stands in it."""

    INTERPRETER = "INTERPRETER", "An interpreter read or signed it to them"
    TRANSLATED = "TRANSLATED", "A translator wrote it in their language"


class DocumentFormat(Labelled):
    """In which format a file of it is kept."""

    WORD = "WORD", "Word"
    PDF = "PDF", "PDF"
    LARGE = "BIG", "Large print"


class PutRight(Labelled):
    """What a letter or a copy tells that can be put right after it was made."""

    DECISION = "DECISION", "The decision for {name}"
    DAY = "DAY", "The day of the conference about {name}"
    NEXT = "NEXT", "The next dates or the core group of {name}"
    PLAN = "PLAN", "A need or an action in the plan of {name}"
    CHILD = "CHILD", "Who {name} is"


def put_right_words(what: PutRight, name: str) -> str:
    return f"{what.label.format(name=name)} was put right after this was made."


@dataclass(frozen=True)
class ComplaintRoute:
    """Until when a complaint about a conference is made, where to (in words that end a sentence), and whether
    the chair hears it first (R22); and how the chair is reached, by the local limit.
    """

    until: dt.date
    to: str = "the safeguarding unit"
    chair_first: bool = True
    reach: str = ""


@dataclass(frozen=True)
class Media:
    """How a format goes over the wire: the end of its address, its type, and the end of a file's name where
    that is another.
    """

    suffix: str
    content_type: str
    ending: str = ""

    @property
    def file_end(self) -> str:
        return self.ending or self.suffix


MEDIA = {
    DocumentFormat.WORD: Media(
        "docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    ),
    DocumentFormat.PDF: Media("pdf", "application/pdf"),
    DocumentFormat.LARGE: Media("large-print", "application/pdf", "large-print.pdf"),
}


@dataclass(frozen=True)
class Replaced:
    """What a new version says of the one before: of which day that is, and what is other now."""

    on: dt.date
    changed: str


@dataclass(frozen=True)
class Written:
    """The files of one document. `left_out` says why a format is missing; "" where none is."""

    files: Mapping[DocumentFormat, bytes]
    left_out: str = ""


def digest(content: bytes) -> str:
    """SHA-256 of a file, as 64 hexadecimal digits."""
    return hashlib.sha256(content).hexdigest()


def address_print(lines: Sequence[str]) -> str:
    """What tells whether an address is another one now, and does not hold it."""
    return digest("\n".join(lines).casefold().encode())


def is_whole(content: bytes, kept: str) -> bool:
    """Whether a file is the one that was kept, by the sum that was kept with it."""
    return digest(content) == kept


def changed_since(
    told: Mapping[str, object], address: str, asked: Sequence[int], language: str = ""
) -> list[str]:
    """What is other now than a document told: its address, which children it is about, and its reader's
    `language`.

    `told` holds what it was made from, an earlier release's no language; `address` is a print, `asked` the
    ids of requested children.
    """
    said = []
    if told.get("address") != address:
        said.append("The address was changed after this was made.")
    if told.get("asked") != sorted(asked):
        said.append("The ties to the children were changed after this was made.")
    if told.get("language", language) != language:
        said.append("The language of their interpreter was changed after this was made.")
    return said
