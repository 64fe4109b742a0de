"""A paper in every format in which it is kept."""

from __future__ import annotations

import datetime as dt

from conferences.documents.paper import Paper
from conferences.documents.pdf import NotWritable, as_pdf
from conferences.documents.word import as_word
from conferences.rules.documents import DocumentFormat, Written

NO_PDF = "There is no PDF, because its typeface lacks a character of this text. Send the Word file."


def written(paper: Paper, made_at: dt.datetime) -> Written:
    """The files of a document made at that moment. Large print is made with it, so that whoever needs it, or
    asks for it later, has the same words of the same day.
    """
    word = as_word(paper)
    try:
        pdf, large = as_pdf(paper, made_at), as_pdf(paper, made_at, is_large=True)
    except NotWritable:
        return Written({DocumentFormat.WORD: word}, NO_PDF)
    return Written({DocumentFormat.WORD: word, DocumentFormat.PDF: pdf, DocumentFormat.LARGE: large})
