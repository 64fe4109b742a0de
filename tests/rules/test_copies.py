"""What of a record stands in whose copy: 2,000 conferences by chance, and each rule by an example."""

import datetime as dt
import json
from dataclasses import asdict, replace

import pytest

from conferences.documents.copies import record_copy
from conferences.queries.copies import CopyFacts
from conferences.rules import copies
from conferences.rules.copies import Caution, Recipient, cautions, copy_of
from conferences.rules.letters_words import PARTS
from conferences.rules.letters_words_part import LetterKind
from tests.rules.copies_made import Conference, conferences

NUMBER = 2_000
LEFT_OUT = PARTS[LetterKind.RECORD]["LEFT_OUT"].default
MADE = dt.datetime(2018, 5, 1, 9, tzinfo=dt.UTC)
REALLY = copies.reads


def words_of(one: Conference, recipient: Recipient) -> str:
    """All that the paper says, its title too."""
    facts = CopyFacts(recipient, copy_of(one.record, recipient), MADE)
    paper = record_copy(facts, council="Fableshire Council")
    return "\n".join([paper.title, *(line for block in paper.blocks for line in block.lines)])


def leaks(number: int) -> list[tuple[int, int, str]]:
    """(conference, recipient, word) of each word in a copy that is not for its reader."""
    return [
        (made, at, word)
        for made, one in enumerate(conferences(number))
        for at, recipient in enumerate(one.recipients)
        for word in one.wrong(at, words_of(one, recipient))
    ]


def test_no_word_of_2000_conferences_is_in_anybody_s_copy_for_whom_it_is_not():
    read = lacking = copies_read = 0
    for one in conferences(NUMBER):
        for at, recipient in enumerate(one.recipients):
            words = words_of(one, recipient)
            assert one.wrong(at, words) == []
            lacking += len(one.lacking(at, words))
            read += sum(word in words for word in one.readers)
            copies_read += 1
    assert lacking == 0
    assert copies_read > 2 * NUMBER and read > 30 * NUMBER


def test_no_word_of_a_restricted_sibling_is_in_the_copy_of_an_agency():
    read = 0
    for one in conferences(500):
        for recipient in one.recipients:
            if recipient.person is None and recipient.children:
                words = words_of(one, recipient)
                of_them = [word for child in one.restricted for word in one.of_child[child]]
                assert [word for word in of_them if word in words] == []
                read += len(of_them)
    assert read > 1_000


def test_a_copy_tells_every_day_of_a_conference_that_was_adjourned_and_of_which_who_came():
    one = next(conferences(1))
    record = replace(one.record, held=dt.date(2018, 4, 30), earlier=(dt.date(2018, 4, 23),))
    words = words_of(replace(one, record=record), one.recipients[0])
    assert "was held on Monday 23 April 2018 and Monday 30 April 2018." in words
    assert "Who took part on Monday 30 April 2018" in words
    plain = words_of(one, one.recipients[0])
    assert "Who took part\n" in plain and " and Monday 30 April 2018" not in plain


@pytest.mark.parametrize(
    ("name", "fault"),
    [
        ("reads", lambda part, recipient: not part.from_family or not recipient.is_family),
        ("reads", lambda part, recipient: True),
        ("reads", lambda part, recipient: REALLY(part, replace(recipient, reads_confidential=True))),
        ("_belongs", lambda one, recipient, children: True),
        ("_of_some", lambda record, recipient, own: replace(record, children=tuple(own))),
        ("_of_some", lambda record, recipient, own: record),
        ("_of_outcome", lambda record, recipient, own: replace(record, children=tuple(own))),
        ("_reads_of", lambda out, recipient, record: True),
    ],
)
def test_a_planted_fault_is_found(monkeypatch, name, fault):
    monkeypatch.setattr(copies, name, fault)
    assert leaks(100) != []


def test_every_copy_says_that_parts_may_be_left_out_and_none_says_that_any_are():
    for one in conferences(50):
        for recipient in one.recipients:
            words = words_of(one, recipient)
            assert words.count(LEFT_OUT) == 1
            assert "withheld" not in words.lower()


def test_a_copy_from_which_all_is_withheld_is_the_one_of_a_record_without_it():
    one = next(made for made in conferences(200) if made.record.confidential)
    parts = tuple(replace(part, from_family=True, from_agencies=True) for part in one.record.confidential)
    kept, bare = replace(one.record, confidential=parts), replace(one.record, confidential=())
    for recipient in one.recipients:
        assert asdict(copy_of(kept, recipient)) == asdict(copy_of(bare, recipient))


@pytest.mark.parametrize(
    ("reasons", "others", "addresses", "found"),
    [
        ("He is safe", ["Basil"], ["7 Motherlane", "ZZ91 1MM"], []),
        ("Basil’s father came", ["Basil"], [], [Caution.CHILD]),
        ("The basilica is near", ["Basil"], [], []),
        ("They live at 7, motherlane now", [], ["7 Motherlane"], [Caution.ADDRESS]),
        ("near zz911mm", ["Basil"], ["ZZ91 1MM"], [Caution.ADDRESS]),
        ("Basil, ZZ91-1MM", ["Basil"], ["ZZ91 1MM"], [Caution.CHILD, Caution.ADDRESS]),
        ("Nothing", ["", "Basil"], [""], []),
    ],
)
def test_another_child_s_name_and_another_s_address_are_noticed(reasons, others, addresses, found):
    one = next(iter(conferences(1)))
    child = one.record.children[0]
    told = replace(child, name="Amy Testcase", decided=replace(child.decided, reasons=reasons))
    assert cautions(replace(one.record, children=(told,)), others, addresses) == found


def test_what_a_new_version_says_of_itself_is_looked_at_too():
    record = next(iter(conferences(1))).record
    words = "Rosalind lives at 43 Nursery Row now. Basil is not there."
    assert cautions(record, ["Basil"], ["43 Nursery Row"]) == []
    found = cautions(record, ["Basil"], ["43 Nursery Row"], changed=words)
    assert found == [Caution.CHILD, Caution.ADDRESS]


def test_the_oracle_s_words_are_all_different():
    one = next(iter(conferences(1)))
    text = json.dumps(asdict(one.record), default=str)
    assert all(text.count(word) <= 1 for word in one.readers)
