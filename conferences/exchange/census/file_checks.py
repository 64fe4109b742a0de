"""The first look at a file: its size and its first bytes, before any of it is taken for XML."""

from __future__ import annotations

import hashlib
from typing import BinaryIO

from conferences.exchange.census.markup import too_large
from safeguarding.refusals import Refused

HEAD = 4_096
BYTE_ORDER_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
NOT_XML = {
    b"\x1f\x8b": "The file is compressed (gzip). Unpack it, and hand in the XML file that is inside.",
    b"PK\x03\x04": "The file is a zip file or a workbook. Hand in the XML file itself.",
    b"%PDF": "The file is a PDF document. Hand in the census’s XML file.",
    b"\xd0\xcf\x11\xe0": "The file is an older workbook or document. Hand in the census’s XML file.",
    b"7z\xbc\xaf": "The file is compressed (7z). Unpack it, and hand in the XML file that is inside.",
}


def look_at(file: BinaryIO, most_bytes: int) -> tuple[int, str]:
    """(size in bytes, SHA-256 in hexadecimal); leaves the file at its start. Raises Refused."""
    head = file.read(HEAD)
    check_head(head)
    file.seek(0)
    digest = hashlib.sha256()
    size = 0
    while chunk := file.read(1 << 20):
        size += len(chunk)
        if size > most_bytes:
            raise Refused(too_large(most_bytes))
        digest.update(chunk)
    file.seek(0)
    return size, digest.hexdigest()


def check_head(head: bytes) -> None:
    """Refuse what cannot be XML, each in its own sentence."""
    if not head.strip():
        raise Refused("The file is empty.")
    for magic, sentence in NOT_XML.items():
        if head.startswith(magic):
            raise Refused(sentence)
    if not head.startswith(BYTE_ORDER_MARKS) and not head.lstrip().startswith((b"<", b"\x00<")):
        raise Refused("The file is not XML: it does not begin with “<”. Hand in the census’s XML file.")
