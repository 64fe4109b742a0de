"""A child's own version of the record: nothing of anybody else, of no reasons, and of nothing withheld."""

import datetime as dt
from dataclasses import replace

import pytest

from conferences.documents.copies import record_copy
from conferences.queries.copies import CopyFacts
from conferences.rules import copies
from conferences.rules.copies import Recipient, copy_of
from conferences.rules.letters_words import LetterWords
from conferences.rules.letters_words_part import LetterKind
from conferences.rules.recording_next import MemberTold
from conferences.rules.vocabulary import Participation
from safeguarding.labelled import label
from tests.rules.copies_made import conferences

OWN = [LetterKind.OWN_READ, LetterKind.OWN_SIDE, LetterKind.OWN_FORM, LetterKind.OWN_GROWN]
MADE = dt.datetime(2018, 5, 1, 9, tzinfo=dt.UTC)


def read(record, child, kind=LetterKind.OWN_SIDE):
    reader = Recipient(("Robin",), frozenset([child.child]), own=kind)
    facts = CopyFacts(reader, copy_of(record, reader), MADE, words=LetterWords(kind))
    paper = record_copy(facts, council="Fableshire Council")
    return "\n".join([paper.title, *(line for block in paper.blocks for line in block.lines)])


def told(number):
    """(child, the canary words that stand in their own version, whether they are those that may)."""
    for one in conferences(number):
        for at, child in enumerate(one.record.children):
            words = read(one.record, child, OWN[at % 4])
            yield child, {word for word in one.readers if word in words}


def test_of_all_that_was_written_only_what_the_child_said_and_who_works_with_them_is_told():
    for child, found in told(200):
        assert found == {child.voice, child.worker}


@pytest.mark.parametrize(
    ("name", "fault"),
    [
        ("_of_the_child", lambda record, recipient, own: copies._of_some(record, recipient, own)),
        ("_of_the_child", lambda record, recipient, own: record),
        ("SAID", ()),
    ],
)
def test_a_planted_fault_is_found(monkeypatch, name, fault):
    monkeypatch.setattr(copies, name, fault)
    with pytest.raises((AssertionError, ValueError)):
        for one in conferences(20):
            for child in one.record.children:
                reader = Recipient(("Robin",), frozenset([child.child]), own=OWN[0])
                (copy,) = copy_of(one.record, reader).children
                assert (
                    copy.worried_about,
                    copy.dissent,
                    copy.decided.reasons,
                    copy.actions + copy.needs,
                ) == (
                    "",
                    "",
                    "",
                    (),
                )


def test_of_the_core_group_who_leads_it_is_told_and_nobody_of_the_family():
    lead, teacher = MemberTold("Wes Worker", "", is_lead=True), MemberTold("Tia Teacher", "Headteacher")
    partner = MemberTold("Dave Sample", "Mother’s partner")
    one = next(conferences(1))
    child = replace(one.record.children[0], members=(lead, teacher, partner))
    words = read(replace(one.record, children=(child,)), child)
    assert "Wes Worker" in words and "Tia Teacher" not in words and "Dave Sample" not in words


@pytest.mark.parametrize(("code", "is_said"), [("PN6", True), ("PN4", False), ("PN7", False)])
def test_why_a_child_was_not_heard_is_not_read_as_what_they_said(code, is_said):
    one = next(conferences(1))
    child = replace(one.record.children[0], voice="Canary", participation=label(Participation, code))
    assert ("Canary" in read(replace(one.record, children=(child,)), child)) is is_said


def test_a_child_of_whom_nothing_was_written_is_told_so_and_that_they_can_still_say():
    child = replace(next(conferences(1)).record.children[0], voice=" ")
    words = read(replace(next(conferences(1)).record, children=(child,)), child)
    assert "You can still tell us what you think." in words and "This was written down" not in words
