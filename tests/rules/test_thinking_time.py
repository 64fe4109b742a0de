"""When thinking time may have been held, by whom, and for how long."""

from datetime import date

import pytest

from conferences.rules.thinking_time import (
    PROMPTS,
    held_day_refused,
    holder_refused,
    minutes_refused,
    shared_run,
)

RAISED, TODAY = date(2018, 4, 9), date(2018, 4, 20)


@pytest.mark.parametrize(
    ("held", "ended", "sentence"),
    [
        (None, None, "Enter the day it was held"),
        (date(2018, 4, 21), None, "cannot be in the future"),
        (date(2018, 4, 8), None, "cannot be before it was requested, 9 April 2018"),
        (
            date(2018, 4, 17),
            date(2018, 4, 16),
            "cannot be after the conference or the request, 16 April 2018",
        ),
        (date(2018, 4, 16), date(2018, 4, 16), ""),
        # The conference was held at short notice, and entered after it.
        (date(2018, 4, 6), date(2018, 4, 6), ""),
        (date(2018, 4, 5), date(2018, 4, 6), "cannot be before it was requested, 6 April 2018"),
        (date(2018, 4, 9), date(2018, 4, 6), "cannot be after the conference or the request, 6 April 2018"),
        (RAISED, None, ""),
        (TODAY, None, ""),
    ],
)
def test_the_day_it_was_held(held, ended, sentence):
    said = held_day_refused(held, RAISED, ended, TODAY)
    assert sentence in said and bool(said) == bool(sentence)


@pytest.mark.parametrize(
    ("minutes", "allowed"), [(None, False), (4, False), (5, True), (480, True), (481, False), (0, False)]
)
def test_how_long_it_took(minutes, allowed):
    assert (minutes_refused(minutes) == "") is allowed


@pytest.mark.parametrize(
    ("booked", "held_by", "sentence"),
    [
        (None, None, ""),
        ((1, "Pat Example"), None, ""),
        ((2, "Sam Example"), None, "Sam Example chairs this conference"),
        (None, (1, "Pat Example"), ""),
        (None, (2, "Sam Example"), "Sam Example held this thinking time"),
        ((2, "Sam Example"), (1, "Pat Example"), "Sam Example chairs this conference now, so what you held"),
        ((1, "Pat Example"), (2, "Sam Example"), ""),
    ],
)
def test_the_booked_chair_holds_it_and_any_chair_before_one_is_booked(booked, held_by, sentence):
    said = holder_refused(1, booked, held_by)
    assert sentence in said and bool(said) == bool(sentence)


def test_the_prompts_ask_of_the_pattern_first():
    assert [prompt.field for prompt in PROMPTS] == [
        "pattern",
        "other_explanations",
        "childs_life",
        "strengths",
        "good_enough",
        "professional_system",
        "own_response",
        "change_mind",
    ]
    assert all(prompt.question.endswith("?") for prompt in PROMPTS)


LONG = "she has taken them to school late on most days since spring"


@pytest.mark.parametrize(
    ("on_file", "shared"),
    [
        (f"I conclude that {LONG}.", True),
        (f"I conclude that {LONG.upper().replace(' ', ',  ')}!", True),
        ("She has taken them to school late on most days.", True),
        ("She has taken them to school late on most mornings.", False),
        ("The plan goes on.", False),
        ("", False),
    ],
)
def test_a_long_run_of_words_from_the_private_note_is_noticed(on_file, shared):
    assert bool(shared_run(["Nothing here", f"I am tired: {LONG}, and angry"], on_file)) is shared


def test_two_short_runs_are_no_long_one():
    assert shared_run(["she has taken them to school", "late on most days since spring"], LONG) == ""
