"""The lot that draws decisions for a second opinion: as often as is set, foreseen by nobody, repeatable."""

import random
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from conferences.rules.consultations_second import is_drawn, lot


def refs(draw, number):
    return [UUID(int=draw.getrandbits(128), version=4) for _ in range(number)]


def test_as_many_are_drawn_as_is_set():
    """Of 20,000 acts of one to four children: within 4 standard errors of each share."""
    draw = random.Random(1960)
    numbers = [lot(refs(draw, draw.randint(1, 4))).number for _ in range(20_000)]
    for share in (1, 5, 10, 50, 99):
        drawn, wanted = sum(is_drawn(one, share) for one in numbers), share / 100
        error = (wanted * (1 - wanted) * len(numbers)) ** 0.5
        assert abs(drawn - wanted * len(numbers)) < 4 * error


def test_each_child_of_an_act_is_as_likely():
    draw = random.Random(1969)
    falls = [0, 0, 0]
    for _ in range(9_000):
        three = refs(draw, 3)
        falls[three.index(lot(three).decision)] += 1
    assert all(abs(one - 3_000) < 4 * (9_000 * 2 / 9) ** 0.5 for one in falls)


def test_whom_it_falls_on_does_not_hang_on_whether_it_is_drawn():
    draw = random.Random(7)
    falls = [0, 0]
    for _ in range(20_000):
        two = sorted(refs(draw, 2), key=lambda ref: ref.bytes)
        found = lot(two)
        if is_drawn(found.number, 10):
            falls[two.index(found.decision)] += 1
    assert abs(falls[0] - falls[1]) < 4 * sum(falls) ** 0.5


@given(st.lists(st.uuids(version=4), min_size=1, max_size=6, unique=True), st.randoms())
def test_the_lot_is_the_same_in_any_order(decisions, shuffler):
    again = list(decisions)
    shuffler.shuffle(again)
    assert lot(decisions) == lot(again)
    assert lot(decisions).decision in decisions and 0 <= lot(decisions).number < 100


def test_none_and_all_are_none_and_all():
    assert not any(is_drawn(number, 0) for number in range(100))
    assert all(is_drawn(number, 100) for number in range(100))
