"""The end of a letter: no signature stands alone on a page."""

from io import BytesIO

import pytest
from docx import Document
from pypdf import PdfReader

from conferences.documents.paper import Paper, signed, text
from conferences.documents.pdf import as_pdf
from conferences.documents.word import as_word
from tests.factories import NOON

ENDS = signed("Who tells you.", "Yours sincerely", names=("Kim Exemplar", "Chair"))


def long(lines):
    return Paper("A letter", "Fableshire Council", (text(*["A line of it"] * lines), *ENDS))


@pytest.mark.parametrize("lines", [39, 40, 41, 42])
def test_the_signature_is_on_the_page_of_the_last_paragraph(lines):
    last = PdfReader(BytesIO(as_pdf(long(lines), NOON))).pages[-1].extract_text()
    assert "Kim Exemplar" in last and "Who tells you." in last


def test_word_keeps_them_together_too():
    ends = Document(BytesIO(as_word(long(3)))).paragraphs[-3:]
    assert [one.paragraph_format.keep_with_next for one in ends] == [True, True, None]
