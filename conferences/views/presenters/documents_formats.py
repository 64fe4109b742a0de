"""In which formats a version of a letter or copy is kept, and why one of them is missing."""

from __future__ import annotations

from typing import Any

from conferences.rules.documents import DocumentFormat
from safeguarding.pagekit.components import Column

NO_LARGE = "Made before large print was made with every letter. A new version has it."
COLUMNS = [Column(title) for title in ("Word", "PDF", "Large print")]


def why_missing(kept: Any, form: DocumentFormat) -> str:
    """Why there is no file of a version in a format; "" where there is one."""
    if form is DocumentFormat.WORD:
        return ""
    if kept.left_out:
        return str(kept.left_out)
    has_large = getattr(kept, "has_large", False)
    return "" if form is DocumentFormat.PDF or has_large else NO_LARGE
