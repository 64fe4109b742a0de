"""The letter to somebody who is excluded: plain words, their address, no other's reasons."""

import datetime as dt

import pytest

from conferences.documents.exclusions import exclusion_letter, writer
from conferences.queries.exclusions_letters import LetterFacts
from conferences.rules.documents import ComplaintRoute, DocumentFormat, Replaced
from conferences.rules.exclusions import Instead
from conferences.rules.letters_words import PARTS
from conferences.rules.letters_words_part import LetterKind
from tests.papers import pdf_text, word_text

AT = dt.datetime(2018, 11, 12, 10, tzinfo=dt.UTC)
FACTS = LetterFacts(
    name="Jay Exemplar",
    lines=("Jay Exemplar", "1 Sample Road", "ZZ1 1ZZ"),
    meets=(AT + dt.timedelta(days=14), AT + dt.timedelta(days=14, hours=2)),
    chair="Ann Chair",
    answer="WHOLE",
    part="",
    why="We want everybody to be able to speak",
    instead="WRITTEN",
    instead_words="By Friday, to the unit",
    teller="Worker Exemplar",
    made_at=AT,
    complain=ComplaintRoute(dt.date(2018, 12, 24)),
    ask_by=dt.date(2018, 11, 23),
)


def said(**fields):
    paper = exclusion_letter(LetterFacts(**vars(FACTS) | fields), council="Fableshire Council")
    return paper.title, "\n".join(line for block in paper.blocks for line in block.lines)


def test_it_says_when_why_how_they_take_part_and_what_they_may_do():
    title, words = said()
    assert title == "You are asked not to come to a child protection conference"
    for part in (
        "Monday 26 November 2018",
        "We want everybody to be able to speak.",
        "By Friday, to the unit.",
        "You may complain about this decision. You can talk with me first, or write to the safeguarding"
        " unit by Monday 24 December 2018.",
        "look at this again until Friday 23 November 2018, so that I can answer before the conference.",
        "ask Worker Exemplar, or me",
        "1 Sample Road",
    ):
        assert part in words, part
    assert "banned" not in words and "takes the place" not in words


def test_of_a_part_it_says_which_and_that_they_may_come_to_the_rest():
    title, words = said(answer="PART", part="While the police speak.", instead="OTHER_PARTS")
    assert "a part of a child protection conference" in title
    assert "one part of this conference: While the police speak. You can be at the rest of it." in words


@pytest.mark.parametrize("instead", list(Instead))
def test_each_way_to_take_part_has_plain_words(instead):
    assert PARTS[LetterKind.EXCLUSION][f"INSTEAD_{instead}"].default in said(instead=instead.value)[1]


def test_a_new_version_says_what_is_other():
    replaced = Replaced(dt.date(2018, 11, 9), "The hour.")
    assert (
        "takes the place of the one of 9 November 2018. What is other now: The hour."
        in said(replaces=replaced)[1]
    )


def test_both_files_say_the_same():
    files = writer("Fableshire Council")(FACTS).files
    word, pdf = word_text(files[DocumentFormat.WORD]), pdf_text(files[DocumentFormat.PDF])
    for part in ("Dear Jay Exemplar", "How you can still take part", "Ann Chair"):
        assert part in word and part in pdf


def test_whoever_decided_in_place_of_the_chair_is_named_and_complaints_go_past_both():
    _, words = said(in_place="Lee Lead")
    assert "Lee Lead, who leads the unit, decided this in my place." in words
    assert "It is decided that you cannot be at this conference." in words and "I have decided" not in words
    assert "talk with a manager, who is not the chair, first" in words


def test_a_complaint_goes_where_local_policy_says_and_a_day_that_is_over_is_not_named():
    route = ComplaintRoute(
        dt.date(2018, 12, 24), "the Complaints Manager, 1 Sample Square", chair_first=False
    )
    _, words = said(complain=route, ask_by=None)
    assert (
        "a manager, who is not the chair, first, or write to the Complaints Manager, 1 Sample Square by"
        in words
    )
    assert "You may ask me to look at this again. Tell me" in words
