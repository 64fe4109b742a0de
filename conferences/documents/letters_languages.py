"""What a letter or a copy says to somebody for whom an interpreter is recorded."""

from __future__ import annotations

from collections.abc import Iterator

from conferences.documents.paper import Block, text
from conferences.queries.documents_languages import language_of

READ_TO = "This is to be {way} to you in {language}. If nobody has done it yet, ask us. It costs nothing."


def in_their_language(name: str) -> Iterator[Block]:
    """That it is to be read to them, and in which language; nothing where none is recorded."""
    if name.strip():
        language = language_of(name)
        yield text(READ_TO.format(way=language.way, language=language.called))
