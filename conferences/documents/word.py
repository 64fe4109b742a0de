"""What every Word document here is made with: its type, its properties, and words that Word can hold."""

from __future__ import annotations

import re
from io import BytesIO
from typing import Any

from docx.shared import Pt

FONT, SIZE = "Arial", 12
NOT_WRITABLE = re.compile("[^\\t\\n\\x20-\\ud7ff\\ue000-\\ufffd\\U00010000-\\U0010ffff]")


def set_up(document: Any, council: str, title: str) -> None:
    """The type, and properties that hold no name."""
    style = document.styles["Normal"]
    style.font.name, style.font.size = FONT, Pt(SIZE)
    properties = document.core_properties
    properties.author = properties.last_modified_by = council
    properties.title = title
    properties.language = "en-GB"
    properties.comments = properties.subject = properties.keywords = ""


def say(document: Any, text: str, style: str | None = None) -> None:
    document.add_paragraph(_writable(text), style=style)


def head(document: Any, text: str, level: int) -> None:
    document.add_heading(_writable(text), level=level)


def as_bytes(document: Any) -> bytes:
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def _writable(text: str) -> str:
    """Without the control characters that a Word file cannot hold; a new line stays one."""
    return NOT_WRITABLE.sub("", text.replace("\r\n", "\n"))
