"""Cohen's kappa against worked examples that others published, and where it is not defined."""

import random
from collections import Counter

import pytest

from conferences.rules.agreement import ENOUGH_FOR_INTERVAL, Undefined, agreement, standard_error


def pairs(*rows):
    """Pairs of a table: the first view down, the second across."""
    return {(str(i), str(j)): n for i, row in enumerate(rows) for j, n in enumerate(row)}


# SAS/STAT 9.2, FREQ, AGREE; statsmodels holds its own to the same.
SAS = pairs([0, 4, 1], [0, 8, 0], [0, 1, 5])
# Fleiss, Levin and Paik (2003), Statistical Methods for Rates and Proportions, table 18.1: two diagnoses.
FLEISS = pairs([75, 1, 4], [5, 4, 1], [0, 0, 10])
# The example of Kappa.test in R's fmsb.
FMSB = pairs([20, 5], [10, 15])


@pytest.mark.parametrize(
    ("table", "kappa", "error"), [(SAS, 0.4842, 0.1380), (FLEISS, 0.676, 0.0877), (FMSB, 0.4, 0.1270)]
)
def test_kappa_and_its_error_are_as_published(table, kappa, error):
    found = agreement(table)
    assert float(found.kappa) == pytest.approx(kappa, abs=6e-4)
    assert standard_error(table) == pytest.approx(error, abs=6e-5)


@pytest.mark.parametrize(("table", "low", "high"), [(FLEISS, 0.5046, 0.8484), (FMSB, 0.1511, 0.6489)])
def test_the_interval_reaches_as_far_to_both_sides(table, low, high):
    found = agreement(table)
    assert float(found.low) == pytest.approx(low, abs=1e-4)
    assert float(found.high) == pytest.approx(high, abs=1e-4)
    assert found.why is None


def test_of_few_no_interval_is_told():
    found = agreement(SAS)
    assert (found.number, found.agreed) == (19, 13)
    assert found.kappa is not None and found.low is None and found.why is Undefined.FEW


def test_enough_is_enough():
    one_less = agreement(pairs([14, 1], [1, ENOUGH_FOR_INTERVAL - 17]))
    enough = agreement(pairs([14, 1], [1, ENOUGH_FOR_INTERVAL - 16]))
    assert (one_less.low, enough.low is None) == (None, False)


def test_of_nothing_nothing_is_told():
    assert agreement({}) == agreement(pairs([0, 0], [0, 0]))
    assert agreement({}).why is Undefined.NONE


@pytest.mark.parametrize("table", [pairs([40, 0], [0, 0]), pairs([0, 40], [0, 0])])
def test_one_answer_each_says_nothing_beyond_chance(table):
    found = agreement(table)
    assert found.kappa is None and found.why is Undefined.ONE_CELL and found.number == 40


def test_all_agree_and_how_sure_that_is_cannot_be_worked_out():
    found = agreement(pairs([30, 0], [0, 10]))
    assert found.kappa == 1 and found.low is None and found.why is Undefined.NO_DIFFERENCE


def test_an_answer_that_one_of_them_never_gave_counts_too():
    with_it = agreement({("A", "A"): 10, ("A", "C"): 5, ("B", "B"): 15})
    assert with_it.number == 30 and with_it.agreed == 25 and float(with_it.kappa) == pytest.approx(5 / 7)


def plainly(table):
    """Kappa from the cases one by one, as Cohen (1960) puts it in words."""
    cases = [views for views, n in table.items() for _ in range(n)]
    firsts, seconds = Counter(one for one, _ in cases), Counter(two for _, two in cases)
    chance = sum(firsts[code] * seconds[code] for code in firsts) / len(cases) ** 2
    return (sum(one == two for one, two in cases) / len(cases) - chance) / (1 - chance)


def test_kappa_is_what_the_cases_say_one_by_one():
    draw = random.Random(12)
    for _ in range(200):
        size = draw.randint(2, 5)
        table = pairs(*([draw.randint(1, 9) for _ in range(size)] for _ in range(size)))
        found = agreement(table)
        assert float(found.kappa) == pytest.approx(plainly(table))
        turned = agreement({(two, one): n for (one, two), n in table.items()})
        assert float(turned.kappa) == pytest.approx(float(found.kappa))
        assert standard_error(table) > 0


def test_the_error_is_the_spread_of_kappa_over_samples():
    """Drawn again and again from one table, kappa spreads as the error of that table says."""
    draw, table = random.Random(60), pairs([60, 20, 10], [15, 70, 10], [5, 10, 50])
    cells, weights = list(table), list(table.values())
    number = sum(weights)
    kappas = [plainly(Counter(draw.choices(cells, weights, k=number))) for _ in range(2000)]
    mean = sum(kappas) / len(kappas)
    spread = (sum((one - mean) ** 2 for one in kappas) / len(kappas)) ** 0.5
    assert spread == pytest.approx(standard_error(table), rel=0.06)


def test_one_pair_alone_says_nothing_of_chance():
    for pair, agreed in ((("AGREE", "AGREE"), 1), (("AGREE", "ANOTHER_WAY"), 0)):
        found = agreement({pair: 1})
        assert (found.number, found.agreed, found.kappa, found.why) == (1, agreed, None, Undefined.ONE_CASE)
