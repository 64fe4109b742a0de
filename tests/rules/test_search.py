"""What is typed into the box for finding a child is read as a person in Britain would mean it."""

from datetime import date

import pytest

from conferences.rules.search import births_of_age, plain, read
from safeguarding.refusals import Refused

ON = date(2018, 10, 31)


@pytest.mark.parametrize(
    "typed",
    [
        "3/3/2017",
        "03/03/17",
        "03-03-17",
        "3.3.2017",
        "3 March 2017",
        "3rd of March 2017",
        "3 mar 17",
        "2017-03-03",
    ]
    + ["3-Mar-2017", "3 3 2017", "03 / 03 / 2017"],
)
def test_a_birth_date_is_read_in_every_british_form(typed):
    assert read(typed, ON) == ((), (), date(2017, 3, 3))


@pytest.mark.parametrize(("typed", "year"), [("1/1/19", 2019), ("1/1/20", 1920), ("1/1/99", 1999)])
def test_a_year_of_two_figures_reaches_to_next_year_and_no_further(typed, year):
    assert read(typed, ON)[2] == date(year, 1, 1)


def test_a_name_with_a_date_is_both():
    assert read("Amber O'Testcase, 3 March 2017", ON) == (("amber", "otestcase"), (), date(2017, 3, 3))


@pytest.mark.parametrize("typed", ["943 476 5919", "9434765919", "943-476-5919"])
def test_an_nhs_number_is_one_number_however_it_is_spaced(typed):
    assert read(typed, ON) == ((), ("9434765919",), None)


def test_a_number_of_the_council_and_a_pupil_number_are_numbers():
    assert read("FB000123 A123456789012", ON)[1] == ("FB000123", "A123456789012")


def test_a_month_as_a_name_stays_a_name():
    assert read("April May", ON) == (("april", "may"), (), None)


@pytest.mark.parametrize(
    ("text", "kept"), [("Zoë-Anne", "zoe anne"), ("O’Neil", "oneil"), ("St. John", "st john")]
)
def test_accents_apostrophes_and_hyphens_do_not_count(text, kept):
    assert plain(text) == kept


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("", "Enter a name, a number or a date of birth"),
        (" -,. ", "Enter a name, a number or a date of birth"),
        ("a", "Enter at least 2 letters of the name"),
        ("31/2/2017", "31/2/2017 is not a real date"),
        ("Amber 3/13/2017", "3/13/2017 is not a real date"),
        ("one two three four five six seven", "Enter no more than 6 words"),
    ],
)
def test_what_cannot_be_searched_for_is_refused_in_a_sentence(typed, sentence):
    with pytest.raises(Refused, match=f"^{sentence}$"):
        read(typed, ON)


def test_an_age_means_a_year_more_or_less():
    assert births_of_age(7, ON) == (date(2009, 11, 1), date(2012, 10, 31))


def test_an_age_of_nought_ends_on_the_day_itself():
    assert births_of_age(0, ON) == (date(2016, 11, 1), ON)
