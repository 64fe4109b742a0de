"""Check digits and shapes of the numbers that identify a child."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from safeguarding.register.identifiers import (
    UPN_LETTERS,
    la_child_id_problem,
    nhs_check_digit,
    nhs_number_problem,
    nhs_number_shown,
    upn_letter,
    upn_problem,
)

twelve = st.text("0123456789", min_size=12, max_size=12)
nine = st.text("0123456789", min_size=9, max_size=9)


def test_a_published_example_of_a_pupil_number_is_accepted() -> None:
    # 8x2 + 1x4 + 2x5 + 1x10 + 1x13 = 53, and 53 mod 23 = 7, the letter H.
    assert upn_problem("H801200001001") == ""
    assert upn_problem("H801200001001", la_codes={"801"}) == ""


@pytest.mark.parametrize(
    ("upn", "says"),
    [
        ("", "this one has 0"),
        ("H80120000100", "this one has 12"),
        ("1801200001001", "a capital letter"),
        ("h801200001001", "a capital letter"),
        ("H80120000100!", "a capital letter"),
        ("H8012000010\u0661\u0661", "a capital letter"),
        ("I801200001001", "never has the letters"),
        ("A80120000100O", "never has the letters"),
        ("A801200001001", "should begin with H"),
        ("H801200001010", "should begin"),
    ],
)
def test_a_wrong_pupil_number_is_explained(upn: str, says: str) -> None:
    assert says in upn_problem(upn)


def test_an_authority_that_does_not_exist_is_named() -> None:
    assert "code 801" in upn_problem("H801200001001", la_codes={"358"})


@given(twelve, st.integers(0, 11), st.integers(1, 9))
def test_one_wrong_digit_changes_the_letter(rest: str, at: int, by: int) -> None:
    wrong = rest[:at] + str((int(rest[at]) + by) % 10) + rest[at + 1 :]

    assert upn_problem(upn_letter(rest) + rest) == ""
    assert upn_letter(wrong) != upn_letter(rest)


@given(st.text("0123456789", min_size=11, max_size=11), st.sampled_from(UPN_LETTERS))
def test_a_temporary_number_ends_in_a_letter(rest: str, last: str) -> None:
    assert upn_problem(upn_letter(rest + last) + rest + last) == ""


@pytest.mark.parametrize("number", ["9434765919", "943 476 5919", "4010232137"])
def test_a_valid_nhs_number_is_accepted(number: str) -> None:
    assert nhs_number_problem(number) == ""


@pytest.mark.parametrize("number", ["", "943476591", "94347659190", "943476591X", "943-476-5919"])
def test_an_nhs_number_has_ten_digits(number: str) -> None:
    assert nhs_number_problem(number) == "An NHS number has 10 digits."


@given(nine, st.integers(1, 9))
def test_a_wrong_last_digit_of_an_nhs_number_is_found(first: str, by: int) -> None:
    check = nhs_check_digit(first)
    assume(check)

    assert nhs_number_problem(first + check) == ""
    assert "wrong digit" in nhs_number_problem(first + str((int(check) + by) % 10))


def test_nine_digits_that_make_ten_can_be_no_nhs_number() -> None:
    # 1 x 10 + 1 x 2 = 12, 12 mod 11 = 1, and 11 - 1 = 10.
    assert nhs_check_digit("100000001") == ""
    assert "wrong digit" in nhs_number_problem("1000000010")


def test_an_nhs_number_is_shown_as_three_three_four() -> None:
    assert nhs_number_shown("9434765919") == "943 476 5919"


@pytest.mark.parametrize("number", ["1", "T00012345", "ABCdef12345678901234"])
def test_a_childs_number_of_letters_and_digits_is_accepted(number: str) -> None:
    assert la_child_id_problem(number) == ""


@pytest.mark.parametrize("number", ["", "123 45", "ABC-1", "A" * 21, "\u0661"])
def test_a_childs_number_of_another_shape_is_refused(number: str) -> None:
    assert "1 to 20 letters and digits" in la_child_id_problem(number)
