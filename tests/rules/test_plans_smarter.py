"""What is missing in the words of an action: it reads the text, and not only whether a box is filled."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conferences.rules.plans_smarter import Letter, Words, advice_on, letters_missing

DAY, SAID = dt.date(2018, 5, 1), dt.date(2018, 4, 1)
BED = "Amy sleeps in her own bed by 8"
BOOK = "the worker’s book shows 6 of 8 meetings"


def words(what, who="Mum", **given):
    return Words(what, who, **{"by_date": DAY} | given)


WHOLE = {"agreed": SAID, "outcome": BED}
EXAMPLES = [
    # As it was typed before there was any advice: vague, unmeasured, for no outcome.
    (words("Mum to engage with services"), "SMAR"),
    (words("Mum to engage with services", measure="Professionals report engagement"), "SMAR"),
    (words("Mum to engage with services", **WHOLE), "SM"),
    # No praise for these words alone, and none withheld where they go on to who, what and how often.
    (words("Mum engages with Ana, the alcohol worker, each Tuesday at 3 for 8 weeks", **WHOLE), ""),
    (words("Mum meets the alcohol worker every Tuesday for 8 weeks", **WHOLE), ""),
    (words("Mum will meet the alcohol worker", measure=BOOK, **WHOLE), ""),
    (words("Home conditions to improve", **WHOLE), "SM"),
    (
        words("Home to improve", measure="Each child has a bed at every visit; today one of three", **WHOLE),
        "S",
    ),
    (words("Parents to ensure attendance", "Parents", **WHOLE), "SM"),
    (words("School to monitor", "School", **WHOLE), "SM"),
    (words("The teacher writes down each day whether Amy came by 8:50", "Tia Teacher", **WHOLE), ""),
    # Not to do something is as specific and as easily seen.
    (words("Dad will not be alone with Amy", "Dad", **WHOLE), ""),
    (words("No alcohol in the house while the children are there", "Dad", **WHOLE), ""),
    # A date is no measure.
    (words("Phone the clinic by 5 May", "Dad", **WHOLE), "M"),
    (words("Phone the clinic by 5 May", "Dad", measure="The clinic’s letter has come", **WHOLE), ""),
    (words("Nan brings Amy to school by 8:50 each day", "Nan", agreed=SAID), "R"),
    (words("Nan brings Amy to school each day so that she has breakfast there", "Nan", agreed=SAID), ""),
    (words("Nan brings Amy to school each day", "Nan", outcome=BED), "A"),
    (words("Nan has agreed to bring Amy to school each day", "Nan", outcome=BED), ""),
    (words("Nan brings Amy to school each day", "Nan", by_date=None, **WHOLE), "T"),
    (words("Nan brings Amy to school each day, ongoing", "Nan", **WHOLE), "T"),
    (words("Nan brings Amy to school each day", "Nan", looked_at=SAID, **WHOLE), "T"),
    (words("Nan brings Amy to school each day", "", **WHOLE), "S"),
    (words("Support", "", by_date=None), "SMART"),
]


@pytest.mark.parametrize(
    ("action", "missing"), EXAMPLES, ids=[f"{n} {one.what}" for n, (one, _) in enumerate(EXAMPLES)]
)
def test_each_letter_that_is_missing_is_named_and_no_other(action, missing):
    assert letters_missing(action) == missing


def test_vague_words_are_named_with_better_ones():
    specific = advice_on(words("Mum to engage with services"))[0]
    assert specific.letter == Letter.SPECIFIC
    assert "“engage with”" in specific.sentence and "every Tuesday" in specific.example


@given(st.text(), st.text(), st.text())
def test_any_text_is_read_and_each_letter_told_once(what, who, measure):
    found = letters_missing(Words(what, who, measure=measure))
    assert "T" in found or any(sign.isdigit() for sign in what)
    assert len(set(found)) == len(found)
