"""Small numbers stay hidden, also from a reader who subtracts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conferences.rules.suppression import Sum, shown, suppress

BANDS = ("a", "b", "c", "d")
TOTAL = Sum("total", BANDS)


def table(*counts):
    return dict(zip(BANDS, counts, strict=True)) | {"total": sum(counts)}


@pytest.mark.parametrize(("count", "hidden"), [(0, False), (1, True), (5, True), (6, False)])
def test_one_to_five_are_hidden_and_zero_is_shown(count, hidden):
    assert ("x" in suppress({"x": count})) is hidden


def test_a_second_cell_is_hidden_so_that_subtraction_does_not_help():
    assert suppress(table(3, 40, 20, 30), [TOTAL]) == {"a", "c"}


def test_two_small_cells_hide_each_other():
    assert suppress(table(3, 40, 2, 30), [TOTAL]) == {"a", "c"}


def test_two_cells_of_one_each_are_given_away_by_their_sum_so_a_third_is_hidden():
    assert suppress(table(1, 40, 1, 30), [TOTAL]) == {"a", "c", "d"}


def test_a_total_that_is_all_of_one_small_cell_is_hidden_with_it():
    assert suppress(table(3, 0, 0, 0), [TOTAL]) == {"a", "total"}


def test_nothing_is_hidden_where_nothing_is_small():
    assert suppress(table(6, 0, 20, 30), [TOTAL]) == frozenset()


def test_a_cell_shown_twice_is_hidden_twice():
    cells = table(3, 40, 20, 30) | {"again": 20}
    assert "again" in suppress(cells, [TOTAL, Sum("again", ("c",))])


def test_the_public_sees_a_letter_in_the_place_of_a_hidden_count():
    assert (shown(3, hidden=True), shown(1200, hidden=False)) == ("c", "1,200")


@given(st.lists(st.integers(0, 12), min_size=4, max_size=4))
def test_no_hidden_cell_can_be_worked_out(counts):
    cells = table(*counts)
    hidden = suppress(cells, [TOTAL])
    assert {key for key, count in cells.items() if 0 < count < 6} <= hidden
    assert all(len(found) > 1 for found in could_be(cells, hidden).values())


def could_be(cells, hidden):
    """Every value that each hidden cell may have for a reader of what is shown: zeros are not hidden."""
    possible = {key: set() for key in hidden}
    unseen = [key for key in BANDS if key in hidden]
    for values in combinations(len(unseen), 60 if "total" in hidden else sum(cells[k] for k in unseen)):
        if "total" not in hidden and sum(values) != sum(cells[key] for key in unseen):
            continue
        for key, value in zip(unseen, values, strict=True):
            possible[key].add(value)
        if "total" in hidden:
            possible["total"].add(sum(values))
    return possible


def combinations(cells, most):
    """Tuples of values from 1 up: enough of them to show that a cell has more than one."""
    if not cells:
        return [()]
    top = min(most, 14) if cells > 1 else most
    return [(first, *rest) for first in range(1, top + 1) for rest in combinations(cells - 1, most - first)]
