"""How many plans begin and end in each month of the demo: the figures of the report of October 2018.

Month ends from March 2017 lie within 4% of 250, but for 275 at 31 August 2018. Of the plans begun in 2017-18,
76 of 262 are a second or later plan (29.0%), and 30 of 112 from April to August 2018 (26.8%). Of the plans
ended, 29 of 263 in 2017-18 (11.0%) and 7 of 87 from April to August 2018 (8.0%) had lasted two years.
Each month depends on the months before it and on nothing later, so that the story is the same whichever day
it is told for. Pure.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from random import Random

from safeguarding.workingdays import add_months, year_ending

FIRST_MONTH = date(2012, 4, 1)
"""The story starts three years early, so that the plans open in April 2015 have an age like any others."""
STORY_BEGINS = date(2015, 4, 1)
BAND = range(241, 260)


@dataclass(frozen=True)
class Quota:
    """One month, in plans: `open_at_end` at its end; of the `starts`, `repeats` are second or later plans and
    `long_starts` will last two years; of the `ends`, `long_ends` did, None where the story chooses.
    """

    month: date
    open_at_end: int
    starts: int
    ends: int
    repeats: int
    long_starts: int
    long_ends: int | None


# Month: (open at its end, starts, repeats, long ends). April 2017 to August 2018 is the report's.
REPORT = {
    date(2017, 4, 1): (247, 20, 6, 2),
    date(2017, 5, 1): (252, 24, 7, 2),
    date(2017, 6, 1): (256, 25, 7, 2),
    date(2017, 7, 1): (253, 20, 6, 3),
    date(2017, 8, 1): (246, 14, 4, 2),
    date(2017, 9, 1): (243, 19, 5, 3),
    date(2017, 10, 1): (248, 25, 7, 2),
    date(2017, 11, 1): (254, 27, 8, 2),
    date(2017, 12, 1): (252, 18, 5, 3),
    date(2018, 1, 1): (245, 20, 6, 3),
    date(2018, 2, 1): (249, 24, 7, 2),
    date(2018, 3, 1): (250, 26, 8, 3),
    date(2018, 4, 1): (252, 20, 5, 1),
    date(2018, 5, 1): (255, 22, 6, 2),
    date(2018, 6, 1): (258, 21, 6, 1),
    date(2018, 7, 1): (259, 19, 5, 2),
    date(2018, 8, 1): (275, 30, 8, 1),
    date(2018, 9, 1): (256, 14, 4, 2),
}
# A month now and then leaves the band, as months do.
OUTSIDE_THE_BAND = {date(2020, 7, 1): 263, date(2023, 1, 1): 238}
REPEAT_RATES = {2013: 0.0, 2014: 0.12, 2015: 0.15, 2016: 0.24, 2017: 0.20, 2020: 0.21, 2021: 0.29, 2022: 0.24}
USUAL_REPEAT_RATE = 0.26
# Long plans begun in a year, by the year in which they pass two years. Up to August 2016 as many begin as
# end by August 2018 and 18 more: those are the 6.5% of 275.
LONG_STARTS = {
    2013: (2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1),
    2014: (2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1),
    2015: (2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2),
    2016: (3, 3, 3, 3, 2, 2, 3, 3, 2, 2, 3, 3),
    2017: (2, 2, 1, 2, 1, 2, 1, 2, 1, 1, 2, 1),
}
USUAL_LONG_STARTS = (1, 1, 1, 2, 1, 1, 1, 1, 1, 1, 2, 1)
LONG_ENDS = {
    2015: (0, 0, 1, 0, 1, 1, 0, 1, 1, 1, 1, 1),
    2016: (1, 1, 2, 1, 1, 1, 2, 1, 2, 1, 1, 2),
    2017: (2, 2, 1, 2, 2, 2, 2, 2, 1, 2, 2, 2),
}


def quotas(until: date) -> Iterator[Quota]:
    """Every month from April 2012 to that of `until`, in order."""
    month, before = FIRST_MONTH, 0
    owed = 0.0
    while month <= until:
        rng = Random(f"fableshire quota {month}")
        open_at_end, starts = _open_and_starts(month, before, rng)
        owed += starts * REPEAT_RATES.get(year_ending(month), USUAL_REPEAT_RATE)
        repeats = REPORT[month][2] if month in REPORT else int(owed)
        owed = 0.0 if month in REPORT else owed - repeats
        yield Quota(
            month,
            open_at_end,
            starts,
            before + starts - open_at_end,
            repeats,
            LONG_STARTS.get(year_ending(month), USUAL_LONG_STARTS)[_place(month)],
            _long_ends(month),
        )
        month, before = add_months(month, 1), open_at_end


def _open_and_starts(month: date, before: int, rng: Random) -> tuple[int, int]:
    if month in REPORT:
        return REPORT[month][0], REPORT[month][1]
    target = _open_at_end(month, before, rng)
    starts = rng.randint(14, 19) if month.month in (8, 12) else rng.randint(19, 27)
    if month >= STORY_BEGINS:
        # A month's plans end at its reviews: not fewer than some and not more than there are.
        starts = min(max(starts, 14 + target - before), 30 + target - before)
    elif before < 80:
        starts = target - before
    else:
        starts = max(starts - 3, 2 + target - before)
    return target, starts


def _open_at_end(month: date, before: int, rng: Random) -> int:
    k = _months_since_first(month)
    if month < STORY_BEGINS:
        return min(20 * (k + 1), 60 + 7 * max(k - 2, 0), 200 + k // 6)
    if month <= date(2017, 3, 1):
        settled = 208 + round(43 * (k - 36) / 23)
        return settled if month == date(2017, 3, 1) else settled + rng.randint(-3, 3)
    if month in OUTSIDE_THE_BAND:
        return OUTSIDE_THE_BAND[month]
    wanted = round(250 + 0.6 * (before - 250) + rng.gauss(0, 4.5))
    return min(max(wanted, BAND.start, before - 12), BAND.stop - 1)


def _long_ends(month: date) -> int | None:
    if month in REPORT:
        return REPORT[month][3]
    if year_ending(month) < 2015:
        return 0
    by_year = LONG_ENDS.get(year_ending(month))
    return by_year[_place(month)] if by_year else None


def _place(month: date) -> int:
    """April is 0."""
    return (month.month - 4) % 12


def _months_since_first(month: date) -> int:
    return (month.year - FIRST_MONTH.year) * 12 + month.month - FIRST_MONTH.month
