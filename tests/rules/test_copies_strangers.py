"""What in a text may be a whole name or a postcode of another family."""

import pytest

from conferences.rules.copies_strangers import Strangers, known_of_others, postcodes_in, whole_names


@pytest.mark.parametrize(
    ("text", "others", "own", "found"),
    [
        ("We saw Kit Marlowe-Sample there", ["kit marlowe sample"], [], ["Kit Marlowe-Sample"]),
        ("Sample, Kit came", ["kit sample"], [], ["Sample, Kit"]),
        ("Kit’s name is Kit Sample’s", ["kit sample"], [], ["Kit Sample"]),
        ("Kit came", ["kit sample"], [], []),
        ("kit sample came", ["kit sample"], [], []),
        ("Kit Sample came, Kit Sample went", ["kit sample"], [], ["Kit Sample"]),
        ("Kit Sample came", ["kit sample"], ["kit ann sample"], []),
        ("Kit Sample came", ["kit other"], [], []),
    ],
)
def test_a_whole_name_of_another_family_is_found_as_it_was_typed(text, others, own, found):
    assert known_of_others(whole_names(text), others, own) == found


def test_a_postcode_is_found_however_it_is_spaced():
    assert postcodes_in("at zz9 9xy, and ZZ911MM") == {"ZZ9 9XY": "zz9 9xy", "ZZ91 1MM": "ZZ911MM"}
    assert postcodes_in("room A12, 4 pm, ref XZZ91 1MMX") == {}


def test_what_was_found_is_said_in_the_words_that_were_typed_and_no_more():
    assert Strangers(("Kit Sample",), ("ZZ9 9XY",)).sentences == [
        "It has a name that is known of another family: “Kit Sample”.",
        "It has a postcode that is known of another family: “ZZ9 9XY”.",
    ]
