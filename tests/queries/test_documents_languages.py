"""Languages as data, and what somebody needs so that they can read."""

import pytest

from conferences.queries.documents_languages import (
    Language,
    language_of,
    languages,
    needs_large_print,
    needs_of,
)
from safeguarding.models import Person


def test_a_language_is_known_however_it_is_typed_and_one_that_is_not_stands_as_it_was():
    assert language_of(" polish ").called == "Polish (polski)"
    assert language_of("british sign language").way == "signed"
    assert language_of("Invented  Polish") == Language("Invented Polish")
    assert all(one.name.strip() == one.name and one.name for one in languages().values())


@pytest.mark.parametrize(
    ("words", "is_needed"),
    [
        ("Reads LARGE PRINT only", True),
        ("bigger letters, yellow paper", True),
        ("A large room", False),
        ("large families printed", False),
        ("", False),
    ],
)
def test_large_print_is_found_in_what_helps_somebody(words, is_needed):
    assert needs_large_print(words) is is_needed


def test_both_needs_are_said():
    one = Person(communication_needs="Large type", interpreter_language="British sign language")
    assert needs_of(one) == [
        "Reads large print: send that PDF",
        "It is to be signed to them in British Sign Language",
    ]
    assert needs_of(Person()) == []
