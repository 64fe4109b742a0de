"""The paper for the committee: counts, figures with small numbers hidden, and nobody’s name."""

import datetime as dt

from conferences.queries.learning import ForCommittee
from conferences.views.presenters import learning_committee as presenter
from safeguarding.workingdays import Period
from tests import factories as make
from tests.presenters.made import made, person

PERIOD = Period(dt.date(2018, 4, 1), dt.date(2018, 11, 12))


def found(**facts):
    idea = made(make.LearningIdeaFactory, added_by=person(), saved_by=person(), owner=person())
    idea.is_on_trial, idea.outcome = True, ""
    before = made(make.LearningReadingFactory, trial=None, numerator=3, denominator=112)
    after = made(
        make.LearningReadingFactory,
        trial=None,
        is_before=False,
        day=dt.date(2018, 7, 2),
        numerator=30,
        denominator=112,
    )
    trial = made(
        make.LearningTrialFactory,
        idea=idea,
        started_by=person(),
        measure="repeat_plans",
        readings=[before, after],
    )
    decision = made(make.LearningDecisionFactory, idea=idea, decided_by=person())
    heard = made(make.LearningHeardFactory, added_by=person(), saved_by=person())
    whole = {"ideas": [idea], "trials": [trial], "decisions": [decision], "heard": [heard]}
    return ForCommittee(**whole | facts)


def test_before_and_after_stand_with_n_of_n_and_small_numbers_hidden():
    (row,) = presenter.paper(found()).trials.rows
    assert [(cell.text, cell.note) for cell in row[1:]] == [
        ("c of 112", "2 January 2018 to 1 April 2018"),
        ("30 of 112 (26.8%)", "2 January 2018 to 1 April 2018"),
    ]
    assert row[0].note == "Second or subsequent plans, to go down"


def test_a_trial_that_was_not_looked_up_yet_says_so():
    one = found().trials[0]
    alone = made(make.LearningTrialFactory, idea=one.idea, started_by=person(), readings=[])
    (row,) = presenter.paper(found(trials=[alone])).trials.rows
    assert [cell.text for cell in row[1:]] == [presenter.WAITS, presenter.WAITS]


def test_it_sums_up_and_says_that_a_difference_proves_nothing():
    shown = presenter.paper(found())
    assert shown.summary == (
        "In this period: 1 idea, 1 trial, 1 decision and 1 thing that families and others said; 0 of these"
        " have been acted on."
    )
    assert "no proof of what caused it" in shown.no_proof


def test_the_file_has_the_same_and_names_nobody_of_the_unit():
    lines = list(presenter.csv_lines(found(), PERIOD))
    assert {len(line) for line in lines} == {len(presenter.HEAD)}
    assert [line[0] for line in lines] == ["part", "note", "idea", "trial", "decision", "you said"]
    text = str(lines)
    assert "c of 112" in text and "Sample" not in text and "3 of 112" not in text


def test_a_period_of_which_nothing_is_recorded_says_so():
    nothing = ForCommittee([], [], [], [])
    shown = presenter.paper(nothing)
    assert shown.summary.startswith("In this period: 0 ideas") or shown.summary.startswith(
        "In this period: no"
    )
    assert shown.trials.empty == presenter.NOTHING
