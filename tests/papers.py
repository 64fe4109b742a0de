"""What a document says, read back out of its bytes: every part of a Word file, every page of a PDF."""

import re
import zipfile
from io import BytesIO

from pypdf import PdfReader

from conferences.documents.copies import writer as copy_writer
from conferences.documents.letters import writer

WRITE = writer("Fableshire Council")
WRITE_COPY = copy_writer("Fableshire Council")


def word_text(content: bytes) -> str:
    """Every part of the Word file as one text, bare and as it stands: body, properties, styles, relations."""
    with zipfile.ZipFile(BytesIO(content)) as file:
        parts = [file.read(name).decode("utf-8", "replace") for name in file.namelist()]
    return re.sub(r"<[^>]+>", "", "\n".join(parts)) + "\n".join(parts)


def pdf_text(content: bytes) -> str:
    """The words of a PDF on one line, and its properties. No part of it is compressed past reading."""
    reader = PdfReader(BytesIO(content))
    said = " ".join(page.extract_text() for page in reader.pages)
    return " ".join(f"{said} {reader.metadata}".split())
