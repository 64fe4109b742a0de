"""When a step of beginning is done, and how it is told."""

import pytest

from conferences.rules.start import Step, StepCode, steps


@pytest.mark.parametrize(
    ("code", "count", "done", "words"),
    [
        (StepCode.ROOMS, 0, False, "None yet"),
        (StepCode.ROOMS, 2, True, "2 rooms"),
        (StepCode.AGENCIES, 1, False, "1 of 3 kinds that count"),
        (StepCode.AGENCIES, 3, True, "3 kinds that count"),
        (StepCode.ADMINISTRATORS, 1, False, "1 of 2 people"),
        (StepCode.NAMES, 0, True, "None missing"),
        (StepCode.NAMES, 1, False, "1 child without a name"),
        (StepCode.LIMITS, 0, True, "None yet"),
        (StepCode.LIMITS, 2, True, "2 limits"),
        (StepCode.HOLIDAYS, 17, False, "17 of 18 months"),
    ],
)
def test_a_step_is_done_or_says_what_is_missing(code, count, done, words):
    step = Step(code, count)
    assert (step.is_done, step.words) == (done, words)


def test_every_step_says_why_it_is_needed():
    assert all(step.need.why.endswith(".") for step in steps(dict.fromkeys(StepCode, 0), {}))


@pytest.mark.parametrize(
    ("count", "of", "done", "words"),
    [
        (0, 0, False, "None yet"),
        (0, 1, False, "None yet"),
        (1, 4, False, "1 of 4 teams"),
        (4, 4, True, "4 teams"),
    ],
)
def test_each_team_needs_a_manager(count, of, done, words):
    step = Step(StepCode.TEAM_MANAGERS, count, of)
    assert (step.is_done, step.words) == (done, words)
