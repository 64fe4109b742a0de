"""What every Word document here is made with: its type, its properties, and words that Word can hold."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from docx import Document
from docx.shared import Pt

from conferences.documents.paper import SIZE, Paper, Shape, writable

FONT = "Arial"


def as_word(paper: Paper) -> bytes:
    """A paper as a Word file. Its properties hold no name."""
    document = Document()
    set_up(document, paper.council, paper.title)
    for block in paper.blocks:
        for line in block.lines:
            if block.shape is Shape.HEADING:
                head(document, line, block.level)
            else:
                style = "List Bullet" if block.shape is Shape.BULLETS else None
                say(document, line, style, keeps=block.keeps)
    return as_bytes(document)


def set_up(document: Any, council: str, title: str) -> None:
    """The type, and properties that hold no name."""
    style = document.styles["Normal"]
    style.font.name, style.font.size = FONT, Pt(SIZE)
    properties = document.core_properties
    properties.author = properties.last_modified_by = council
    properties.title = title
    properties.language = "en-GB"
    properties.comments = properties.subject = properties.keywords = ""


def say(document: Any, text: str, style: str | None = None, *, keeps: bool = False) -> None:
    made = document.add_paragraph(writable(text), style=style)
    made.paragraph_format.keep_together = made.paragraph_format.keep_with_next = keeps or None


def head(document: Any, text: str, level: int) -> None:
    document.add_heading(writable(text), level=level)


def as_bytes(document: Any) -> bytes:
    out = BytesIO()
    document.save(out)
    return out.getvalue()
