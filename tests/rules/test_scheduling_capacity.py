"""Whether weeks hold what falls due in them: beside the largest flow, and sessions by hours and limits."""

import datetime as dt
import random
from fractions import Fraction

import pytest

from conferences.rules.scheduling_capacity import (
    Demand,
    Job,
    Late,
    Supply,
    expected,
    jobs_of,
    rate_of,
    sessions_of,
    week_of_chair,
    weeks_that_break,
)

MONDAY = dt.date(2018, 4, 9)


def test_what_must_be_held_soonest_is_held_first_and_what_cannot_be_is_said_in_its_week():
    assert weeks_that_break([1, 1, 1], [Job(0, 2, 1), Job(0, 0, 1), Job(0, 1, 1)]) == []
    assert weeks_that_break([1, 1, 0], [Job(0, 2, 1), Job(0, 0, 2)]) == [Late(0, 1)]
    assert weeks_that_break([0, 5], [Job(0, 0, 3), Job(1, 1, 6)]) == [Late(0, 3), Late(1, 1)]
    assert weeks_that_break([9, 0], [Job(1, 1, 1)]) == [Late(1, 1)]


def held_by_the_largest_flow(free, jobs, weeks):
    """How many conferences of the jobs due in the first weeks can be held: each goes its way to a session."""
    single = [job for job in jobs if job.last < weeks for _ in range(job.number)]
    seats = [(week, n) for week, sessions in enumerate(free) for n in range(sessions)]
    taken = {}

    def finds(job, seen):
        for seat in seats:
            if seat not in seen and single[job].first <= seat[0] <= single[job].last:
                seen.add(seat)
                if seat not in taken or finds(taken[seat], seen):
                    taken[seat] = job
                    return True
        return False

    return sum(finds(job, set()) for job in range(len(single))), len(single)


@pytest.mark.parametrize("part", range(10))
def test_of_a_thousand_years_the_first_that_breaks_is_that_of_the_largest_flow(part):
    for seed in range(part * 100, part * 100 + 100):
        rng = random.Random(seed)
        free = [rng.randrange(4) for _ in range(6)]
        jobs = []
        for _ in range(rng.randrange(8)):
            first = rng.randrange(6)
            jobs.append(Job(first, rng.randrange(first, 6), rng.randrange(1, 3)))
        found = weeks_that_break(free, jobs)
        flows = [held_by_the_largest_flow(free, jobs, weeks) for weeks in range(1, 7)]
        broken = next((week for week, (held, all_) in enumerate(flows) if held < all_), None)
        assert (found[0].week if found else None) == broken, seed


def test_initial_conferences_are_spread_so_that_their_sum_is_right():
    assert expected(Fraction(1, 2), 6) == [0, 1, 0, 1, 0, 1]
    assert sum(expected(Fraction(17, 10), 50)) == 85
    assert all(number in (1, 2) for number in expected(Fraction(17, 10), 50))


def test_the_rate_has_its_range_and_the_fullest_of_ten():
    rate = rate_of([0, 1, 1, 1, 2, 2, 2, 3, 3, 9])
    assert (rate.mean, rate.lowest, rate.highest, rate.full) == (Fraction(24, 10), 0, 9, 3)
    assert rate_of([]).mean == 0


def test_a_review_can_be_held_early_and_an_initial_conference_a_little_later():
    demands = [Demand() for _ in range(8)]
    demands[6], demands[2] = Demand(reviews=2, later=1), Demand(initial=1)
    assert list(jobs_of(demands)) == [Job(2, 4, 1), Job(2, 6, 3)]


def test_a_day_holds_as_many_as_fit_into_its_hours_and_no_more_than_the_limit():
    assert [sessions_of(None, most) for most in (0, 2, 9)] == [3, 2, 3]
    assert sessions_of((dt.time(9), dt.time(13)), 0) == 2
    assert sessions_of((dt.time(7), dt.time(10, 30)), 0) == 0
    assert sessions_of((dt.time(15), dt.time(20)), 0) == 0


def test_a_part_time_chair_is_counted_for_a_share():
    days = [MONDAY + dt.timedelta(days=n) for n in range(5)]
    full = dict.fromkeys(days, 2)
    part = dict(zip(days, (2, 2, 2, 0, 0), strict=True))
    assert [week_of_chair(one, 5) for one in (full, part, dict.fromkeys(days, 0))] == [5, 3, 0]
    assert week_of_chair(full, 0) == 10


def test_the_smaller_of_chairs_and_rooms_counts_less_what_is_booked():
    assert Supply(chairs=10, rooms=6, booked=4).free == 2
    assert Supply(chairs=2, rooms=6, booked=4).free == 0


def test_what_is_asked_for_can_be_held_from_now_to_the_week_of_its_last_day():
    assert list(jobs_of([Demand(), Demand(waiting=2)])) == [Job(0, 1, 2)]
    assert Demand(waiting=2).total == 2
