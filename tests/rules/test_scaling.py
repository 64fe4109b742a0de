"""Views, scores and dissent about a child: whose each is, and what cannot be read."""

import pytest

from conferences.rules.contributions import Speaker
from conferences.rules.scaling import have_all_scored, line_problems, scores

ANN = Speaker("Ann Testcase", "Mother", is_family=True)
EDITH = Speaker("Edith Chalkdust", "Headteacher", is_family=False)
BOTH = [EDITH, ANN]
NOTHING = {"agency_views": "", "scores": "", "dissent": ""}


def told(text):
    return [(one.who.name, one.score, one.why) for one in scores(text, BOTH)]


def problems(**texts):
    return [(one.field, one.sentence) for one in line_problems(NOTHING | texts, BOTH)]


@pytest.mark.parametrize(
    ("line", "score"),
    [
        ("Edith: 4, she is tired", (EDITH.name, 4, "she is tired")),
        ("Edith: 10 – quiet", (EDITH.name, 10, "quiet")),
        ("edith chalkdust: 0. cold", (EDITH.name, 0, "cold")),
    ],
)
def test_a_score_is_a_name_a_number_and_why(line, score):
    assert told(line) == [score] and problems(scores=line) == []


def test_scores_are_each_persons_own_and_the_familys_first():
    assert told("Edith: 3, cold\nAnn: 8, warm") == [(ANN.name, 8, "warm"), (EDITH.name, 3, "cold")]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("Edith: 11, fine", "a number from 0 to 10"),
        ("Edith: quite safe", "a number from 0 to 10"),
        ("Robin: 4, fine", "Robin: 4, fine"),
        ("5", "a number from 0 to 10"),
        ("Edith: 4", "Say why Edith Chalkdust scores 4"),
        ("Edith: 4, a\nEdith: 5, b", "more than one score"),
    ],
)
def test_what_is_no_score_is_named(line, words):
    ((field, sentence),) = problems(scores=line)
    assert field == "scores" and words in sentence


@pytest.mark.parametrize("field", ["agency_views", "dissent"])
@pytest.mark.parametrize("line", ["Somebody does not agree", "Edith:", "Robin: it is cold"])
def test_a_view_and_a_dissent_say_whose_they_are_and_why(field, line):
    ((where, sentence),) = problems(**{field: line})
    assert where == field and line in sentence
    assert problems(**{field: "Edith: it is cold"}) == []


def test_before_anybody_is_recorded_nothing_is_asked_but_before_signing():
    texts = NOTHING | {"scores": "Edith: 4, cold"}
    assert line_problems(texts, []) == []
    assert [one.field for one in line_problems(texts, [], before_signing=True)] == ["scores"]


def test_all_have_scored_once_each_who_is_here_has():
    one, both = scores("Edith: 4, cold", BOTH), scores("Edith: 4, cold\nAnn: 8, warm", BOTH)
    assert not have_all_scored(one, BOTH) and have_all_scored(both, BOTH) and have_all_scored(both, [EDITH])
    assert not have_all_scored([], []) and not have_all_scored(both, [])
