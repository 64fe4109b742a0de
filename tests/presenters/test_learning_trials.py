"""Trials in words: before and after with n of N, for those who read figures and for everybody else."""

import datetime as dt

import pytest

from conferences.views.presenters import learning_trials as presenter
from tests import factories as make
from tests.presenters.made import made, person

ON = dt.date(2018, 11, 12)


def reading(**facts):
    return made(make.LearningReadingFactory, trial=None, **facts)


def trial(readings=(), **facts):
    people = {"idea": made(make.LearningIdeaFactory, added_by=person(), saved_by=person(), owner=None)}
    return made(make.LearningTrialFactory, started_by=person(), readings=list(readings), **people, **facts)


@pytest.mark.parametrize(
    ("code", "facts", "whole", "public"),
    [
        ("plans_started", {"numerator": 24}, "24", "24"),
        ("plans_started", {"numerator": 3}, "3", "c"),
        ("plans_started", {"numerator": 0}, "0", "0"),
        ("repeat_plans", {"numerator": 30, "denominator": 112}, "30 of 112 (26.8%)", "30 of 112 (26.8%)"),
        ("repeat_plans", {"numerator": 3, "denominator": 112}, "3 of 112 (2.7%)", "c of 112"),
        ("repeat_plans", {"numerator": 110, "denominator": 112}, "110 of 112 (98.2%)", "c of 112"),
    ],
)
def test_a_figure_is_shown_with_what_it_is_out_of_and_small_numbers_to_few(code, facts, whole, public):
    one = reading(**facts)
    assert presenter.value_words(code, one, public=False) == whole
    assert presenter.value_words(code, one, public=True) == public


def test_a_figure_that_is_not_known_says_why():
    one = reading(numerator=None, not_known="Known from 1 April 2018")
    for public in (True, False):
        assert presenter.value_words("plans_started", one, public=public) == "Known from 1 April 2018"
    undecided = reading(numerator=2, denominator=9, undecided=1, undecided_of=10)
    assert presenter.value_words("repeat_plans", undecided, public=False) == "2 of 9, not known for 1 of 10"
    assert presenter.value_words("repeat_plans", undecided, public=True) == "Not known for every plan"
    assert "counted no more" in presenter.value_words("nosuch", reading(), public=False)


def test_the_days_are_those_that_the_figure_counts():
    assert presenter.days_words("plans_started", reading()) == "2 January 2018 to 1 April 2018"
    assert presenter.days_words("plans_open", reading()) == "On 1 April 2018"


def test_before_and_each_review_stand_in_a_line_with_what_was_seen():
    later = reading(is_before=False, day=dt.date(2018, 7, 2), coverage="")
    later.review = made(make.LearningReviewFactory, reading=later, reviewed_by=person())
    table = presenter.readings_table(trial([reading(), later]), public=False)
    first, last = table.rows
    assert (first[0].text, first[1].note) == ("Before", "Days known: since 1 April 2016")
    assert (last[0].text, last[3].note) == (
        "Review of 2 July 2018",
        "Sample Independent chair, 9 April 2018.",
    )


def test_what_may_be_done_follows_from_the_day_and_the_reader():
    def links(on=ON, **facts):
        one = trial(**facts)
        (shown,) = presenter.trials_shown([one], public=False, reviews=True, keeps=True, on=on)
        return [link.text for link in shown.links]

    stop = "Stop the trial without a decision"
    assert links() == ["Review the trial", stop]
    assert links(on=dt.date(2018, 7, 1)) == ["Change the day of the review", stop]
    assert links(next_review_date=None) == [stop]
    assert links(next_review_date=None, ended_date=ON) == []
    (shown,) = presenter.trials_shown([trial()], public=True, reviews=False, keeps=False, on=ON)
    assert shown.links == [] and shown.heading == "Trial since 2 April 2018"


def test_a_trial_that_was_stopped_says_why():
    stopped = trial(next_review_date=None, ended_date=ON, stopped_because="The wrong figure")
    (shown,) = presenter.trials_shown([stopped], public=True, reviews=False, keeps=False, on=ON)
    assert shown.rows[-1].value == "The wrong figure"
    assert shown.heading == "Trial since 2 April 2018, ended on 12 November 2018"
