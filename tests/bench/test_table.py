"""The table says by how much each limit holds, and a broken one fails the run."""

import pytest

from tests.bench import table
from tests.bench.table import Row, hold, lines


@pytest.fixture(autouse=True)
def empty_table(monkeypatch):
    monkeypatch.setattr(table, "TABLE", [])


def test_a_limit_that_holds_says_by_how_much():
    hold("In times a bare page", [Row("child", 3.1, 5.0, "9 queries")])
    (line,) = [line for line in lines() if "child" in line]
    assert line.split() == ["child", "3.1", "of", "at", "most", "5.0", "38%", "to", "spare", "9", "queries"]


def test_a_broken_limit_fails_and_stands_in_the_table():
    with pytest.raises(AssertionError, match=r"family .* 5\.1 of at most 5\.0 +DOES NOT HOLD"):
        hold("In times a bare page", [Row("child", 3.1, 5.0), Row("family", 5.1, 5.0)])
    assert sum("of at most" in line for line in lines()) == 2


@pytest.mark.parametrize(("value", "said"), [(0.8, "0.80"), (3.14, "3.1"), (652_474, "652,474")])
def test_a_number_has_places_where_it_is_small(value, said):
    assert table.number(value) == said
