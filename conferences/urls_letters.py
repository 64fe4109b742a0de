"""Addresses of the words of letters."""

from django.urls import path

from conferences.views import letters_words as words

LETTERS = [
    path("letter-words", words.letter_words, name="letter_words"),
    path("letter-words/<slug:slug>", words.letter_words_of, name="letter_words_of"),
    path("letter-words/<slug:slug>/change", words.letter_words_change, name="letter_words_change"),
    path("letter-words/<slug:slug>/preview", words.letter_words_preview, name="letter_words_preview"),
    path(
        "letter-words/<slug:slug>/preview/<int:number>.pdf", words.letter_words_pdf, name="letter_words_pdf"
    ),
    path("letter-words/<slug:slug>/parts/<slug:part>", words.letter_words_part, name="letter_words_part"),
]
