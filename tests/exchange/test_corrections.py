"""Corrections over three years' files, read in any order, against a reader that knows only the last word; and
the year's figures of it, repeats and categories among them, against a count of that reader's own.
"""

import datetime as dt
import random

import pytest

from conferences.models import ChildInNeedPlan, ConferenceChild, Enquiry, NeedEpisode, Plan
from conferences.queries.measures import figures
from safeguarding.models import Child
from safeguarding.workingdays import Period
from tests.exchange.census import child, episode, in_need, of_year, plan, s47, taken
from tests.golive import live_from
from tests.queries.measures_oracle import AChild, APlan, oracle

pytestmark = pytest.mark.django_db
YEARS = (2023, 2024, 2025)
CATEGORIES = ("NEG", "PHY", "EMO", "SAB")
SEEDS = 30
TOGETHER = 15


def truth(dice):
    """{year: the plans (start, category) that could be told of a child by then}: up to one begun in each."""
    told = {}
    runs = []
    for year in YEARS:
        april = dt.date(year - 1, 4, 1)
        if dice.random() < 0.7:
            start = april + dt.timedelta(dice.randrange(20, 60))
            runs.append((start, dice.choice(CATEGORIES)))
        told[year] = list(runs)
    return told


def some_day(dice, year, month):
    return f"{year}-{month:02}-{dice.randrange(1, 28):02}"


def telling(dice, year, runs):
    """One file's words of a child: {"plans": {start: (end, initial, latest, previous, reviews)}, ...}."""
    plans = {}
    for start, initial in runs:
        begun = start.year
        mine = begun == year - 1
        if not mine and dice.random() < 0.5:
            continue
        # Plans of earlier years end before the next could begin, so that no two share a day.
        last = dt.date(begun + 1, 3, 20)
        end = str(last - dt.timedelta(dice.randrange(60))) if not mine or dice.random() < 0.7 else None
        if end and dt.date.fromisoformat(end) > dt.date(year, 3, 31):
            end = None
        reviews = {some_day(dice, begun, month) for month in dice.sample((8, 9, 10, 11, 12), 2)}
        plans[str(start)] = (end, initial, dice.choice(CATEGORIES), dice.choice((None, 0, 1)), reviews)
    enquiries = {}
    for month in dice.sample((4, 5, 9), dice.randrange(0, 3)):
        held = some_day(dice, year - 1, month + 1) if dice.random() < 0.6 else None
        enquiries[some_day(dice, year - 1, month)] = (held, dice.choice((None, f"{year - 1}-12-01")))
    in_need_plans = (
        {some_day(dice, year - 1, 10): dice.choice((None, f"{year}-02-01"))} if dice.random() < 0.4 else {}
    )
    return {
        "sex": dice.choice("MFU"),
        "ethnicity": dice.choice((None, "WBRI", "BCRB")),
        "death": f"{year}-03-30" if dice.random() < 0.1 else None,
        "plans": plans,
        "enquiries": enquiries,
        "in_need": in_need_plans,
        "closure": f"{year}-03-25" if dice.random() < 0.3 else None,
        "source": dice.choice((None, "6", "1A")),
    }


def told_as(number, words):
    """The words as a child of a census file."""
    inside = [
        plan(
            *sorted(reviews),
            CPPstartDate=start,
            CPPendDate=end,
            InitialCategoryOfAbuse=initial,
            LatestCategoryOfAbuse=latest,
            NumberOfPreviousCPP=previous,
        )
        for start, (end, initial, latest, previous, reviews) in words["plans"].items()
    ]
    inside += [
        s47(S47ActualStartDate=start, DateOfInitialCPC=held, InitialCPCtarget=target)
        for start, (held, target) in words["enquiries"].items()
    ]
    inside += [in_need(start, end) for start, end in words["in_need"].items()]
    closed = {"CINclosureDate": words["closure"], "ReasonForClosure": words["closure"] and "RC7"}
    spell = episode(*inside, CINreferralDate="2022-04-02", ReferralSource=words["source"], **closed)
    return child(
        spell,
        LAchildID=number,
        UPN=None,
        UPNunknown="UN4",
        Sex=words["sex"],
        Ethnicity=words["ethnicity"],
        PersonDeathDate=words["death"],
    )


def last_words(files):
    """What the files [(year, words)] of a child, oldest first, tell together, by the plainest rule there is;
    and {start of a plan: [(reference date, category)]} of what each said of a plan's latest category.
    """
    known = {"sex": "U", "ethnicity": "", "death": None, "source": ""}
    plans, enquiries, in_need_plans, closure, said = {}, {}, {}, None, {}
    for year, words in files:
        known |= {what: words[what] for what in known if words[what] not in (None, "U")}
        closure = words["closure"]
        for start, (end, initial, latest, previous, reviews) in words["plans"].items():
            before = plans.get(start)
            # Two plans cannot share a day: that of an earlier file, of which this one is silent, stands.
            silent = [(s, p[0] or "9999") for s, p in plans.items() if s not in words["plans"]]
            if any(s <= (end or "9999") and start <= e for s, e in silent):
                continue
            said.setdefault(start, []).append((dt.date(year, 3, 31), latest))
            plans[start] = (
                end,
                before[1] if before else initial,
                latest,
                before[3] if before and previous is None else previous,
                reviews | (before[4] if before else set()),
            )
        for start, (held, target) in words["enquiries"].items():
            before = enquiries.get(start, (None, None))
            enquiries[start] = (held or before[0], target or before[1])
        in_need_plans |= words["in_need"]
    facts = {"closure": closure, "plans": plans, "enquiries": enquiries, "in_need": in_need_plans}
    return known | facts, said


def text(day):
    return str(day) if day else None


def held(number):
    """What the record holds of a child, in the same form."""
    found = Child.every.get(la_child_id=number)
    spell = NeedEpisode.every.get(child=found)
    firsts = ConferenceChild.every.filter(child=found, kind="INITIAL").select_related("conference", "enquiry")
    days = {text(c.enquiry.started_date): text(c.conference.held_date) for c in firsts}
    reviews = {p.pk: set() for p in Plan.every.filter(child=found)}
    for review in ConferenceChild.every.filter(child=found, kind="REVIEW").select_related("conference"):
        reviews[review.plan_id].add(text(review.conference.held_date))
    return {
        "sex": found.sex,
        "ethnicity": found.ethnicity,
        "death": text(found.death_date),
        "source": spell.referral_source,
        "closure": text(spell.closure_date),
        "plans": {
            text(p.start_date): (
                text(p.end_date),
                p.initial_category,
                p.latest_category,
                p.previous_plans_recorded,
                reviews[p.pk],
            )
            for p in Plan.every.filter(child=found)
        },
        "enquiries": {
            text(e.started_date): (days.get(text(e.started_date)), text(e.recorded_target_date))
            for e in Enquiry.every.filter(child=found)
        },
        "in_need": {text(p.start_date): text(p.end_date) for p in ChildInNeedPlan.every.filter(child=found)},
    }


def files_of(dice, numbers):
    """[(year, {number: words})] in the order of reading: each year at least once, some again."""
    runs = {number: truth(random.Random(f"{number}")) for number in numbers}
    years = [*YEARS, *dice.choices(YEARS, k=2)]
    dice.shuffle(years)
    return [
        (year, {n: telling(dice, year, runs[n][year]) for n in numbers if dice.random() < 0.85})
        for year in years
    ]


@pytest.mark.parametrize("nth", range(SEEDS // TOGETHER))
def test_files_in_any_order_leave_the_last_word_on_each_fact(nth):
    # Ten seeds, each with its own children, share the reading of their files.
    live_from(None)
    dice = random.Random(nth)
    numbers = [f"FB{nth}{seed:02}{at}" for seed in range(TOGETHER) for at in range(2)]
    in_force = {}
    for year, words in files_of(dice, numbers):
        taken(of_year(year, *(told_as(number, said) for number, said in words.items())))
        in_force[year] = words
    expected, lives = {}, []
    for number in numbers:
        files = [(year, in_force[year][number]) for year in YEARS if number in in_force[year]]
        if files:
            expected[number], said = last_words(files)
            lives.append(a_life(expected[number]["plans"], said))
    assert set(Child.every.values_list("la_child_id", flat=True)) == set(expected)
    for number, words in expected.items():
        assert held(number) == words, number
    for year in YEARS:
        period = Period.year(year)
        second = oracle(lives, period.from_, period.to, [dt.date(y, 3, 31) for y in YEARS], None)
        assert counted(year) == {code: second[code] for code in COUNTED}, year


# What plans alone say; the reviews' and conferences' figures have their own second count.
COUNTED = (
    "plans_open",
    "plans_started",
    "plans_ended",
    "repeat_plans",
    "repeat_within_24_months",
    "open_two_years",
    "open_by_duration",
    "ended_by_duration",
    "open_by_category",
    "started_by_category",
)


def counted(year):
    found = {}
    for code, figure in figures(Period.year(year), COUNTED).items():
        breakdown = {} if code == "plans_open" else dict(figure.breakdown)
        if code == "repeat_within_24_months":
            breakdown = {"": {"not_known": figure.undecided}}
        found[code] = None if figure.unknown else (figure.numerator, figure.denominator, breakdown)
    return found


def a_life(plans, said):
    """A child with these plans, each category as known by the day of the file that told of another one."""
    found = []
    for start, (end, initial, latest, previous, _) in sorted(plans.items()):
        begun, over = dt.date.fromisoformat(start), dt.date.fromisoformat(end) if end else None
        changes, now = [], initial
        for reference, category in said[start]:
            day = min(reference, over or reference)
            if category != now and day > (changes[-1][0] if changes else begun):
                changes.append((day, category, False))
                now = category
        found.append(APlan(begun, over, initial, latest, previous, others=False, changes=changes))
    return AChild(found, [])
