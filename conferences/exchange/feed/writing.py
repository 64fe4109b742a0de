"""The children of the record as the file that the case system would send."""

from __future__ import annotations

from collections.abc import Iterator

from conferences.exchange.feed.columns import NAMES, NUMBER
from conferences.queries.children_file import child_rows
from safeguarding.models import User


def file_rows(user: User) -> Iterator[list[str]]:
    """The names of the columns, then a row for each child whom the person may see."""
    yield list(NAMES.values())
    fields = [field for field in NAMES if field != NUMBER]
    for child in child_rows(user):
        texts = {field: getattr(child, field) for field in fields}
        yield [child.number, *(str(text) if text else "" for text in texts.values())]
