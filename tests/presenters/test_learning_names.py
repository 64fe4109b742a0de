"""Words that may be names: each quoted, few enough to read."""

from conferences.views.presenters.learning_names import MOST, alone_line, paper_line


def test_one_and_several_are_told_of_in_a_sentence():
    assert alone_line([]) == paper_line([]) == ""
    assert alone_line(["Ruby"]).startswith("“Ruby” is a given name of people on record")
    assert alone_line(["Ruby", "Sam"]).startswith("“Ruby” and “Sam” are given names")
    assert paper_line(["Ruby"]).endswith("names of people: “Ruby”.")


def test_of_very_many_some_are_named_and_the_others_counted():
    line = paper_line([f"Name{number}" for number in range(MOST + 3)])
    assert line.endswith("and 3 more.") and line.count("“") == MOST
