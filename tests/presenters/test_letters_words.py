"""The words of letters on pages: versions side by side, and how hard they are to read."""

import datetime as dt
from dataclasses import replace
from types import SimpleNamespace

from conferences.documents.letters import DecisionSaid, decision_paper
from conferences.queries.letters_words import PartStanding
from conferences.rules.documents import ComplaintRoute
from conferences.rules.letters_reading import Reading, reading_of
from conferences.rules.letters_words import PARTS, LetterWords
from conferences.rules.letters_words_part import LetterKind
from conferences.views.presenters import letters_words as present

PART = PARTS[LetterKind.DECISION]["CLOSING"]
ON = dt.date(2018, 11, 12)
ADA = SimpleNamespace(full_name="Ada Sample")


def version(number, text, day, off_at=None):
    moment = dt.datetime(2018, 11, 1, 9, tzinfo=dt.UTC)
    return SimpleNamespace(
        pk=number,
        version=number,
        text=text,
        from_date=day,
        set_by=ADA,
        set_at=moment,
        reason="Agreed",
        off_at=off_at,
        off_by=ADA if off_at else None,
    )


NOW = version(1, "Bye", dt.date(2018, 11, 2))
COMING = version(3, "Soon", dt.date(2018, 12, 1))
OFF = version(2, "Wrong", dt.date(2018, 11, 30), dt.datetime(2018, 11, 3, 9, tzinfo=dt.UTC))
STANDS = PartStanding(PART, NOW, [COMING], [COMING, OFF, NOW])


def test_versions_stand_side_by_side_with_their_state_and_ours_last():
    rows = present.versions_table(STANDS, ON).rows
    states = [row[0].tag.text if row[0].tag else "" for row in rows]
    assert states == ["To come", "Taken off", "Now", ""] and rows[-1][1] == PART.default
    assert "Ada Sample wrote other words on 3 November 2018" in rows[1][0].note
    only_ours = present.versions_table(PartStanding(PART, None, [], []), ON).rows
    assert [row[0].tag.text for row in only_ours] == ["Now"]


def test_the_list_says_how_many_parts_are_the_councils_own():
    (own,) = present.letters_table({LetterKind.DECISION: [STANDS]}).rows
    assert "1 of 1 part" in own[1].text and own[1].note == "1 change to come"
    (ours,) = present.letters_table({LetterKind.DECISION: [PartStanding(PART, None, [], [])]}).rows
    assert ours[1].text.startswith("None") and ours[2].text == "Never"


def test_how_hard_words_are_to_read_is_one_line():
    assert present.reading_line(Reading(8.6, 12, ())) == "Reading age 9."
    hard = present.reading_line(Reading(14.2, 31, (("disclose", "tell"),)))
    assert hard == (
        "Reading age 14; 12 or less is easier. The longest sentence has 31 words; 25 is enough."
        " There may be a plainer word for “disclose” (tell)."
    )
    assert present.reading_line(reading_of(["Oak Room"])) == ""


def test_a_decision_letter_tells_every_day_of_a_conference_that_was_adjourned():
    made = dt.datetime(2018, 11, 15, 9, tzinfo=dt.UTC)
    said = DecisionSaid("Sam Sample", ("Sam Sample",), made, ON, "Ada Sample", ComplaintRoute(ON), ())
    for earlier, days in [
        ((), "Monday 12"),
        ((dt.date(2018, 11, 5),), "Monday 5 November 2018 and Monday 12"),
    ]:
        paper = decision_paper(replace(said, earlier=earlier), LetterWords(LetterKind.DECISION))
        lines = [line for block in paper.blocks for line in block.lines]
        assert any(f"was held on {days} November 2018." in line for line in lines)
