"""Which facts make thinking time required, and what is said of them."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conferences.rules.thinking_time_required import Facts, Limits, required
from conferences.rules.workflow import ThinkingTrigger as T

LIMITS = Limits(plans=1, months=(9, 15), early_weeks=4, workers=3, differences=1, incidents=1)
OFF = Limits(plans=0, months=(0,), early_weeks=4, workers=0, differences=0, incidents=0)
LIVE, START, FIRST = date(2018, 1, 1), date(2018, 3, 1), date(2018, 5, 24)
PLAN = Facts(meets=date(2018, 11, 20), plan_start=START, last_held=FIRST)
EVERYTHING = replace(
    PLAN,
    plans=2,
    plans_on=date(2018, 10, 1),
    worker_days=(date(2018, 4, 1), date(2018, 6, 1), date(2018, 8, 1)),
    difference_days=(date(2018, 10, 3),),
    incident_days=(date(2018, 9, 1),),
)


def reasons(facts, limits=LIMITS, live=LIVE):
    return {one.trigger: (one.number, one.since) for one in required(facts, limits, live)}


def test_each_reason_is_found_with_its_day_and_number():
    assert reasons(EVERYTHING) == {
        T.REPLAN: (2, date(2018, 10, 1)),
        T.DISAGREEMENT: (1, date(2018, 10, 3)),
        T.LONG_PLAN: (9, date(2018, 12, 1)),
        T.WORKERS: (3, date(2018, 8, 1)),
        T.INCIDENT: (1, date(2018, 9, 1)),
    }


def test_each_is_said_in_words():
    assert [one.why for one in required(EVERYTHING, LIMITS, LIVE)] == [
        "The child was on 2 plans before.",
        "Whether the child needs a conference is disputed: 1 disagreement.",
        "The plan that began on 1 March 2018 comes to 9 months.",
        "The child’s worker changed 3 times in this plan.",
        "New section 47 enquiries began on 1 September 2018, while the plan ran.",
    ]


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (
            (date(2018, 10, 3),),
            "The brothers and sisters were decided on differently on 3 October 2018.",
        ),
        (
            (date(2018, 10, 1), date(2018, 10, 3)),
            "Whether the child needs a conference is disputed: 1 disagreement."
            " The brothers and sisters were decided on differently on 3 October 2018.",
        ),
    ],
)
def test_a_split_decision_is_not_said_to_be_a_disagreement(days, words):
    facts = replace(PLAN, plan_start=None, difference_days=days, split_day=date(2018, 10, 3))
    (one,) = required(facts, LIMITS, LIVE)
    assert (one.why, one.number, one.since) == (words, len(days), date(2018, 10, 3))


def test_each_can_be_off():
    assert reasons(EVERYTHING, OFF) == {}


@pytest.mark.parametrize(
    ("last_held", "meets", "months"),
    [
        (FIRST, date(2018, 11, 2), None),  # More than four weeks before the nine months.
        (FIRST, date(2018, 11, 3), 9),
        (
            date(2018, 11, 3),
            date(2019, 4, 30),
            None,
        ),  # Nine were looked at, fifteen are ahead.
        (date(2018, 11, 3), date(2019, 5, 4), 15),
        (FIRST, date(2019, 6, 1), 15),  # A late review looks at the last of them.
    ],
)
def test_a_plan_comes_to_its_months_at_one_review(last_held, meets, months):
    found = reasons(replace(PLAN, last_held=last_held, meets=meets)).get(T.LONG_PLAN)
    assert (found and found[0]) == months


def test_changes_of_worker_ask_again_after_as_many_more():
    days = tuple(date(2018, month, 1) for month in range(4, 9))
    once = replace(PLAN, worker_days=days, workers_before=1)
    assert T.WORKERS not in reasons(once)
    assert reasons(replace(once, worker_days=(*days, date(2018, 10, 1))))[T.WORKERS][0] == 6


def test_before_the_last_conference_no_enquiry_counts():
    assert T.INCIDENT not in reasons(replace(PLAN, incident_days=(FIRST,)))


def test_what_happened_before_going_live_counts_for_none():
    late = date(2019, 1, 1)
    assert reasons(EVERYTHING, live=late).keys() == {T.REPLAN, T.DISAGREEMENT}
    assert reasons(EVERYTHING, live=None).keys() == {T.REPLAN, T.DISAGREEMENT}


@given(st.integers(0, 6), st.integers(0, 6))
def test_so_many_plans_and_more(limit, plans):
    facts = Facts(meets=START, plans=plans or None, plans_on=START)
    found = required(facts, replace(OFF, plans=limit), None)
    assert bool(found) == (limit > 0 and plans >= limit)
