"""A child of a file and a record under another number: when they are one child, when somebody is asked."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conferences.rules.new_numbers import (
    FEWEST_RENUMBERED,
    Pair,
    council_number,
    is_another_child,
    likeness,
    other_words,
    same_words,
    verdict,
)
from conferences.rules.same_child import Identity
from safeguarding.register.identifiers import upn_letter

BORN = date(2012, 5, 5)


def upn(n):
    rest = f"80120000{n:04d}"
    return f"{upn_letter(rest)}{rest}"


def who(number, **facts):
    return Identity(number, **{"birth_date": BORN, "sex": "F"} | facts)


def pair(told=None, held=None, **facts):
    return Pair(who("NEW1", **told or {}), who("OLD1", **held or {}), **facts)


def certain(*pairs, children=1):
    return {(one.told, one.held) for one in verdict(pairs, children).certain}


def asked(*pairs, children=1):
    return {(one.told, one.held) for one in verdict(pairs, children).to_ask}


A, B = {"upn": upn(1)}, {"upn": upn(2)}


@pytest.mark.parametrize(
    ("told", "held"),
    [
        (A, A),
        ({"upn": upn(2), "former_upn": upn(1)}, A),
        ({"council_number": "77"}, {"council_number": "00077"}),
        ({"council_number": "fb77"}, {"council_number": "FB0077"}),
        ({"council_number": "ÉB77", "birth_date": None, "expected_date": BORN, "sex": "U"},) * 2,
        (A | {"sex": "U"}, A),
    ],
)
def test_a_number_of_both_with_the_same_birth_is_certain(told, held):
    one = Pair(replace(who("NEW1"), **told), replace(who("OLD1"), **held))
    if one.told.council_number == one.held.council_number:
        one = replace(one, held=replace(one.held, council_number="eb-77"))
    assert len(verdict([one], 1).certain) == 1


@pytest.mark.parametrize(
    ("told", "held", "facts"),
    [
        (A | {"birth_date": date(2012, 5, 6)}, A, {}),
        (A | {"sex": "M"}, A, {"shared": 4}),
        ({}, {}, {"shared": 4}),
        ({"birth_date": date(2012, 5, 4)}, {}, {"shared": 2}),
        ({"birth_date": None, "expected_date": date(2012, 5, 1), "sex": "U"}, {}, {"shared": 1}),
        (A, B, {"shared": 2}),
        (A, A, {"shared": 4, "is_closed": True}),
    ],
)
def test_what_agrees_in_less_is_asked_of_a_person(told, held, facts):
    one = pair(told, held, **facts)
    assert (certain(one), asked(one)) == (set(), {("NEW1", "OLD1")})


@pytest.mark.parametrize(
    ("told", "held", "facts"),
    [
        ({}, {}, {}),
        (A, B, {"shared": 1}),
        ({"birth_date": date(2011, 5, 5)}, {}, {"shared": 5}),
        ({"sex": "M"}, {}, {"shared": 5}),
        ({"birth_date": date(2012, 5, 6)}, {}, {"shared": 1}),
    ],
)
def test_what_two_children_share_suggests_nothing(told, held, facts):
    one = pair(told, held, **facts)
    assert not certain(one) and not asked(one)


def twins(shared, *, told=(A, B), held=(A, B)):
    """Two twins of a file and two records: `shared`[n][m] is what the n-th shares with the m-th."""
    return [
        Pair(who(f"NEW{n}", **told[n]), who(f"OLD{m}", **held[m]), shared=shared[n][m])
        for n in (0, 1)
        for m in (0, 1)
    ]


def test_twins_are_told_apart_by_their_pupil_numbers():
    assert certain(*twins([[3, 3], [3, 3]])) == {("NEW0", "OLD0"), ("NEW1", "OLD1")}


def test_twins_whose_pupil_numbers_changed_places_are_asked_of():
    swapped = twins([[1, 3], [3, 1]])
    assert not certain(*swapped)
    assert asked(*swapped) == {(f"NEW{n}", f"OLD{m}") for n in (0, 1) for m in (0, 1)}


def test_twins_without_pupil_numbers_are_asked_of():
    alike = twins([[3, 3], [3, 3]], told=({}, {}), held=({}, {}))
    assert not certain(*alike, *council(50), children=52) - council_pairs(50)
    assert len(asked(*alike, *council(50), children=52)) == 4


@pytest.mark.parametrize("children", [("NEW1", "NEW2"), ("NEW1", "NEW1")])
def test_two_never_become_one(children):
    records = ("OLD1", "OLD1") if children[0] != children[1] else ("OLD1", "OLD2")
    pairs = [
        Pair(who(told, **A), who(held, **A), shared=3) for told, held in zip(children, records, strict=True)
    ]
    assert not certain(*pairs) and len(asked(*pairs)) == 2


def council(n):
    """So many children renumbered, without pupil numbers, who agree in two facts."""
    return [Pair(who(f"N{i}"), who(f"O{i}"), shared=2) for i in range(n)]


def council_pairs(n):
    return {(f"N{i}", f"O{i}") for i in range(n)}


def test_facts_alone_are_certain_where_the_council_was_renumbered():
    n = FEWEST_RENUMBERED
    assert certain(*council(n), children=2 * n) == council_pairs(n)
    assert not certain(*council(n), children=2 * n + 1)
    assert not certain(*council(n - 1), children=n)


@pytest.mark.parametrize(
    "facts", [{"shared": 1}, {"shared": 2, "apart": 1}, {"shared": 2, "is_closed": True}]
)
def test_facts_that_say_less_are_asked_of_there_too(facts):
    one = pair(**facts)
    assert asked(one, *council(30), children=31) == {("NEW1", "OLD1")}
    assert ("NEW1", "OLD1") in certain(pair(shared=1, same_ethnicity=True), *council(30), children=31)


def test_what_is_the_same_and_what_is_not_is_said():
    one = likeness(pair(A | {"sex": "M"}, A, shared=2, apart=1))
    assert same_words(one) == "pupil number, birth date and 2 dates of what happened"
    assert other_words(one) == "sex and 1 date of what happened"


NUMBERS = st.sampled_from([{}, A, B, {"upn": upn(3)}])
PAIRS = st.lists(
    st.builds(
        lambda n, m, told, held, shared, sex: Pair(
            who(f"N{n}", **told), who(f"O{m}", sex=sex, **held), shared=shared
        ),
        st.integers(0, 3),
        st.integers(0, 3),
        NUMBERS,
        NUMBERS,
        st.integers(0, 3),
        st.sampled_from("FMU"),
    ),
    unique_by=lambda one: (one.told.council_number, one.held.council_number),
)


@given(PAIRS, st.booleans())
def test_every_number_and_every_record_is_matched_once_at_most(pairs, everywhere):
    found = verdict([*pairs, *(council(40) if everywhere else [])], 44)
    told, held = [one.told for one in found.certain], [one.held for one in found.certain]
    assert len(set(told)) == len(told) and len(set(held)) == len(held)
    assert not {one.told for one in found.to_ask} & set(told)
    assert not {one.held for one in found.to_ask} & set(held)


@given(st.text())
def test_a_number_without_what_spreadsheets_do_is_stable(text):
    assert council_number(council_number(text)) == council_number(text)


DUE = {"birth_date": None, "expected_date": date(2024, 3, 20)}


@pytest.mark.parametrize(
    ("told", "held", "shared", "another"),
    [
        ({"birth_date": date(2021, 1, 9)}, {}, 0, True),
        ({"birth_date": date(2021, 1, 9)}, {}, 1, False),
        ({"birth_date": date(2021, 1, 9)} | A, A, 0, False),
        ({"birth_date": date(2021, 1, 9)} | A, B, 0, True),
        # A day, a month or a year typed wrongly, day and month turned, a day beside.
        ({"birth_date": date(2012, 5, 25)}, {}, 0, False),
        ({"birth_date": date(2012, 9, 5)}, {}, 0, False),
        ({"birth_date": date(2021, 5, 5)}, {}, 0, False),
        ({"birth_date": date(2012, 1, 6)}, {"birth_date": date(2012, 6, 1)}, 0, False),
        ({"birth_date": date(2013, 1, 1)}, {"birth_date": date(2012, 12, 31)}, 0, False),
        # Not yet born in the one, and in the other born when it was expected, or long before.
        (
            {"birth_date": date(2024, 3, 1)},
            DUE,
            0,
            False,
        ),
        ({"birth_date": date(2012, 5, 5)}, DUE, 0, True),
        (DUE, {}, 0, True),
        ({"birth_date": None}, {}, 0, False),
        ({"birth_date": None}, {"birth_date": None}, 0, False),
    ],
)
def test_a_number_that_was_used_may_be_another_child_s(told, held, shared, another):
    assert is_another_child(who("FB1", **told), who("FB1", **held), shared) is another
