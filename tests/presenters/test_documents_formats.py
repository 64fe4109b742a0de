"""In which formats a version is kept, and why one of them is missing."""

from types import SimpleNamespace

import pytest

from conferences.rules.documents import DocumentFormat
from conferences.views.presenters.documents_formats import COLUMNS, NO_LARGE, why_missing


@pytest.mark.parametrize(
    ("left_out", "has_large", "said"),
    [
        ("", True, ("", "", "")),
        ("", False, ("", "", NO_LARGE)),
        ("A sign is missing.", False, ("", "A sign is missing.", "A sign is missing.")),
    ],
)
def test_why_a_format_is_missing_is_said(left_out, has_large, said):
    kept = SimpleNamespace(left_out=left_out, has_large=has_large)
    assert tuple(why_missing(kept, form) for form in DocumentFormat) == said


def test_there_is_a_column_for_each_format():
    assert [one.label for one in COLUMNS] == ["Word", "PDF", "Large print"]
