"""What is asked after a conference, and that no number which is told gives away a small one."""

import datetime as dt
import random
from itertools import product

import pytest

from conferences.rules.feedback import (
    ALPHABET,
    LONGEST_WORDS,
    PARTS,
    QUESTIONS,
    Given,
    Giver,
    Pool,
    Theme,
    code_of,
    code_shown,
    given_problems,
    next_quarter,
    pools,
    quarter_end,
    quarter_of,
    spread,
    theme_counts,
)

Q1, Q2, Q3, Q4 = (dt.date(2018, month, 1) for month in (1, 4, 7, 10))
FIVE = 5


def five(day):
    return FIVE


@pytest.mark.parametrize(
    ("day", "quarter", "end"),
    [
        ("2018-01-01", "2018-01-01", "2018-03-31"),
        ("2018-02-28", "2018-01-01", "2018-03-31"),
        ("2018-06-30", "2018-04-01", "2018-06-30"),
        ("2018-12-31", "2018-10-01", "2018-12-31"),
    ],
)
def test_a_day_is_of_one_quarter(day, quarter, end):
    found = quarter_of(dt.date.fromisoformat(day))
    assert (found.isoformat(), quarter_end(found).isoformat()) == (quarter, end)
    assert quarter_of(quarter_end(found)) == found and next_quarter(found) > quarter_end(found)


def test_each_kind_of_giver_is_asked_three_to_six_questions():
    assert set(QUESTIONS) == set(Giver)
    assert all(3 <= len(set(asked)) == len(asked) <= 6 for asked in QUESTIONS.values())


@pytest.mark.parametrize("typed", ["2345B-CDFGH", " 2345b cdfgh ", "2345BCDFGH"])
def test_a_code_is_known_however_it_is_typed(typed):
    assert code_of(typed) == "2345BCDFGH" and code_shown("2345BCDFGH") == "2345B CDFGH"


def test_no_code_spells_a_word_or_holds_a_sign_that_is_read_as_another():
    assert not set(ALPHABET) & set("AEIOUY01LS")


def test_something_must_be_given_and_no_more_than_a_page():
    nothing = Given({"heard": None})
    assert [one.sentence for one in given_problems(nothing)] == ["nothing"]
    assert given_problems(Given({"heard": 1})) == [] == given_problems(Given({}, "Long."))
    assert [one.sentence for one in given_problems(Given({}, "a" * (LONGEST_WORDS + 1)))] == ["too_long"]


# ----- Pools -----------------------------------------------------------------------------------------------


def test_a_quarter_with_too_few_answers_is_told_with_the_next_one():
    found = pools({Q1: 3, Q2: 4, Q3: 5}, {Q1: 10, Q2: 10, Q3: 6}, five, dt.date(2018, 10, 1))
    assert found == [
        Pool(Q1, quarter_end(Q2), 7, 20, True),
        Pool(Q3, quarter_end(Q3), 5, 6, True),
    ]
    assert found[0].words == "January 2018 to June 2018"


def test_the_quarter_that_goes_on_is_told_of_by_nothing():
    before = pools({Q1: 6}, {Q1: 9}, five, dt.date(2018, 4, 1))
    after = pools({Q1: 6, Q2: 40}, {Q1: 9, Q2: 50}, five, dt.date(2018, 6, 30))
    assert before == after


def test_what_is_left_over_is_not_enough_yet_and_nothing_back_is_told_from_too_few():
    (one,) = pools({Q1: 4}, {Q1: 9}, five, dt.date(2018, 4, 1))
    (none,) = pools({}, {Q1: 9}, five, dt.date(2018, 4, 1))
    assert (one.is_enough, one.returned) == (False, 4) and (none.is_enough, none.returned) == (False, 0)
    assert pools({}, {}, five, Q2) == []


def test_a_pool_is_told_by_the_number_that_stood_when_its_last_quarter_ended():
    def ten_from_april(day):
        return 10 if day >= Q2 else 5

    found = pools({Q1: 5, Q2: 9, Q3: 1}, {}, ten_from_april, Q4)
    assert [(one.from_date, one.returned, one.is_enough) for one in found] == [(Q1, 5, True), (Q2, 10, True)]


def test_no_two_pools_ever_overlap_or_are_told_otherwise_later():
    rng = random.Random(7)
    quarters = [dt.date(2015 + n // 4, n % 4 * 3 + 1, 1) for n in range(16)]
    for _ in range(300):
        returned = {one: rng.choice([0, 0, 1, 2, 4, 5, 9]) for one in quarters}
        before: list[Pool] = []
        for on in quarters[1:]:
            known = {one: count for one, count in returned.items() if one <= on}
            found = pools(known, {}, five, on)
            told = [pool for pool in found if pool.is_enough]
            assert told[: len(before)] == before
            assert all(one.to_date < other.from_date for one, other in zip(found, found[1:], strict=False))
            assert all(
                pool.returned >= FIVE
                and pool.returned
                == sum(count for one, count in known.items() if pool.from_date <= one <= pool.to_date)
                for pool in told
            )
            before = told


# ----- Small numbers ---------------------------------------------------------------------------------------


def could_be(cells, total):
    """Every filling of what is hidden that a reader who knows the total and the rule cannot rule out."""
    unseen = [key for key, count in cells.items() if count is None]
    left = total - sum(count for count in cells.values() if count is not None)
    return [one for one in product(range(left + 1), repeat=len(unseen)) if sum(one) == left], unseen


def test_nobody_works_out_a_number_that_is_hidden():
    """Against a reader who tries every filling, of 400 pools of answers."""
    rng = random.Random(13)
    for _ in range(400):
        size = rng.randint(5, 14)
        weights = [rng.choice([0, 0, 1, 3, 8]) for _ in PARTS]
        weights[0] += not any(weights)
        scores = [int(key) if key.isdigit() else None for key in rng.choices(PARTS, weights, k=size)]
        found = spread("heard", scores, FIVE)
        counts = [sum(1 for one in scores if (str(one) if one else "none") == key) for key in PARTS]
        for key, count in zip(PARTS, counts, strict=True):
            assert found.cells[key] in (None, count)
            assert not (0 < count < FIVE) or found.cells[key] is None, "a small number is shown"
        fillings, unseen = could_be(found.cells, size)
        # A hidden number is never none, unless all are hidden.
        is_all = len(unseen) == len(PARTS)
        fillings = [one for one in fillings if is_all or all(one)]
        for at, _ in enumerate(unseen):
            assert len({one[at] for one in fillings}) > 1, (found.cells, counts)


def test_answers_of_which_each_is_alone_are_all_hidden():
    found = spread("heard", [1, 2, 3, 4, 5], FIVE)
    assert set(found.cells.values()) == {None} and not found.is_told


def test_a_large_number_is_shown_and_none_is_none():
    found = spread("heard", [5] * 7, FIVE)
    assert found.cells == {"1": 0, "2": 0, "3": 0, "4": 0, "5": 7, "none": 0} and found.is_told


def test_a_theme_of_few_is_hidden():
    found = theme_counts([["HEARD"]] * 6 + [["HEARD", "PLACE"]], FIVE)
    assert found == {Theme.HEARD: 7, Theme.PLACE: None}
