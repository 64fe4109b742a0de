"""The letter that a plan has ended: of the children of its reader whose plan ended, and nothing else."""

import datetime as dt
from dataclasses import replace

import pytest

from conferences.documents.copies import record_copy
from conferences.documents.copies_closing import closing_letter
from conferences.queries.copies import CopyFacts
from conferences.rules import copies_closing
from conferences.rules.copies_closing import closing_of, told_to
from conferences.rules.documents import DocumentKind
from conferences.rules.letters_words import LetterWords
from conferences.rules.letters_words_closing import HELP, REASONS
from conferences.rules.letters_words_part import LetterKind
from conferences.rules.vocabulary import EndReason, StepDown
from tests.rules.copies_made import Conference, conferences

NUMBER = 2_000
MADE = dt.datetime(2018, 5, 1, 9, tzinfo=dt.UTC)
WORDS = LetterWords(LetterKind.CLOSING)


def read(copy, recipient):
    facts = CopyFacts(recipient, copy, MADE, words=WORDS)
    paper = record_copy(facts, council="Fableshire Council")
    return "\n".join([paper.title, *(line for block in paper.blocks for line in block.lines)])


def theirs(one: Conference, at: int) -> set[str]:
    """All that may stand in a letter, worked out apart: their address, and of each of their children whose
    plan ended the name, the reasons, who works with them and what was agreed.
    """
    recipient = one.recipients[at]
    found = {word for word in recipient.lines if word in one.readers}
    for child in one.record.children:
        if child.child in recipient.children and child.decided.outcome == "PLAN_ENDS":
            found |= {child.name, child.decided.reasons, child.worker}
            found |= {word for action in child.actions for word in (action.what, action.who)}
    return found


def wrong(number: int) -> list[tuple[int, int]]:
    """(conference, recipient) of each letter that tells more or less than is theirs, or nobody's child."""
    found = []
    for made, one in enumerate(conferences(number)):
        for at, recipient in enumerate(one.recipients):
            copy = closing_of(one.record, recipient)
            if not copy.children:
                continue
            words = read(copy, recipient)
            if {word for word in one.readers if word in words} != theirs(one, at):
                found.append((made, at))
    return found


def test_of_2000_conferences_each_letter_tells_of_plans_of_their_children_that_ended_and_of_nothing_else():
    assert wrong(NUMBER) == []
    letters = goes_on = 0
    for one in conferences(NUMBER):
        for recipient in one.recipients:
            told = {child.child for child in closing_of(one.record, recipient).children}
            ends = {child.child for child in one.record.children if child.decided.outcome == "PLAN_ENDS"}
            assert told == ends & recipient.children
            letters += bool(told)
            goes_on += not told
    assert letters > NUMBER / 2 and goes_on > NUMBER / 2


@pytest.mark.parametrize(
    ("name", "fault"),
    [
        ("ended", tuple),
        ("copy_of", lambda record, recipient: record),
        ("_bare", lambda child: replace(child, worker="")),
    ],
)
def test_a_planted_fault_is_found(monkeypatch, name, fault):
    monkeypatch.setattr(copies_closing, name, fault)
    assert wrong(100) != []


def test_what_was_told_in_confidence_and_who_came_is_not_in_what_a_letter_is_made_of():
    one = next(made for made in conferences(200) if made.record.confidential)
    for recipient in one.recipients:
        copy = closing_of(one.record, recipient)
        assert (copy.confidential, copy.came, copy.reports, copy.excluded) == ((), (), None, ())


def test_a_copy_of_the_record_stays_what_it_was():
    one = next(conferences(1))
    told = told_to(DocumentKind.RECORD, one.record, one.recipients[0])
    assert told.children[0].voice and told != told_to(DocumentKind.CLOSING, one.record, one.recipients[0])


def letter(**decided):
    """The letter about a child whose plan ended."""
    one = next(iter(conferences(1)))
    child = replace(one.record.children[0], name="Robin", worker="Wes Worker")
    child = replace(child, decided=replace(child.decided, outcome="PLAN_ENDS", **decided))
    recipient = replace(one.recipients[0], children=frozenset([child.child]), excluded="")
    return read(closing_of(replace(one.record, children=(child,)), recipient), recipient)


@pytest.mark.parametrize("why", [one for one in EndReason if one is not EndReason.NOT_RECORDED])
def test_every_reason_is_told_in_words_for_a_family(why):
    said = REASONS[why][1].replace("{{ child_name }}", "Robin")
    assert said in letter(end_reason=why.value, step_down="")


@pytest.mark.parametrize("help_next", list(StepDown))
def test_every_kind_of_help_is_told_in_words_for_a_family(help_next):
    said = HELP[help_next][1].replace("{{ child_name }}", "Robin")
    assert said in letter(end_reason="RISK_REDUCED", step_down=help_next.value)


def test_help_of_which_nothing_is_known_is_asked_about_and_none_is_told_of_a_child_who_died():
    assert "It is not written down which help there is for Robin" in letter(
        end_reason="NOT_RECORDED", step_down="", reasons=" "
    )
    died = letter(end_reason="DIED", step_down="CLOSED")
    assert "Robin has died. We are very sorry." in died
    assert "What help there is now" not in died and "Wes Worker" not in died
    lost = letter(end_reason="DIED", step_down="", is_unborn=True)
    assert "The pregnancy ended. We are very sorry for the loss of Robin." in lost


def test_whom_to_turn_to_and_how_to_complain_stand_in_it_and_its_title_names_nobody():
    words = letter(end_reason="RISK_REDUCED", step_down="CIN_PLAN")
    for said in ("If you need us", "ring 999", "You have the right to complain", "The decision stands while"):
        assert said in words
    one = next(iter(conferences(1)))
    facts = CopyFacts(one.recipients[0], closing_of(one.record, one.recipients[0]), MADE, words=WORDS)
    assert closing_letter(facts, WORDS.of("Fableshire")).title == "A child protection plan has ended"
