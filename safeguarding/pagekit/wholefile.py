"""A file as an answer, written to its end before it leaves: by then it is known whom it shows, and that is
logged first.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from contextlib import ExitStack
from tempfile import TemporaryFile

from django.http import FileResponse

from safeguarding.directory.files import formula_safe


class WholeFile(FileResponse):
    """Sent from the disk, so that nobody slow holds a thread or a connection to the database."""


def csv_file(name: str, rows: Iterable[Sequence[str]]) -> WholeFile:
    """The rows as a CSV in UTF-8 however many; no cell is taken for a formula."""
    with ExitStack() as after_a_failure:
        # It has no name, and is gone when it is closed: here, or by the answer that was sent.
        file = after_a_failure.enter_context(TemporaryFile())
        text = io.TextIOWrapper(file, encoding="utf-8-sig", newline="", write_through=True)
        csv.writer(text).writerows([formula_safe(cell) for cell in row] for row in rows)
        text.detach()
        file.seek(0)
        after_a_failure.pop_all()
    return WholeFile(file, as_attachment=True, filename=name, content_type="text/csv; charset=utf-8")
