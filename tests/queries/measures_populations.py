"""Invented populations whose dates crowd around the edges of the definitions, and how they are stored."""

import datetime as dt
from datetime import date, timedelta

from hypothesis import strategies as st

from conferences.models import (
    Conference,
    ConferenceChild,
    Enquiry,
    Plan,
    PlanCategory,
    StrategyDiscussion,
    TransferIn,
)
from safeguarding.models import Child
from safeguarding.workingdays import Period
from tests.factories import UserFactory
from tests.queries.measures_oracle import ALWAYS, CATEGORIES, AChild, AnInitial, APlan

FIRST = date(2015, 11, 1)
GAPS = st.sampled_from([1, 2, 30, 89, 90, 91, 92, 93, 181, 182, 183, 184, 185, 364, 365, 729, 730, 731, 732])
EDGES = st.one_of(st.sampled_from([0, 0, 0, 1, 20, 21, 22, 23, 90, 91, 92]), GAPS)
SHORT = st.sampled_from([-3, -1, 0, 1, 5, 13, 14, 15, 16, 20, 21, 22, 23, 24, 25, 26, 29, 30, 31, 40])
DAYS = st.integers(0, 1500).map(lambda n: FIRST + timedelta(days=n))

# Most are young; some turn 18 within these years, and some die.
BORN = st.one_of(st.just(FIRST), st.just(FIRST), DAYS.map(lambda day: day.replace(year=day.year - 18, day=1)))
DIED = st.one_of(st.none(), st.none(), DAYS)


@st.composite
def plans(draw) -> list[APlan]:
    """Up to three plans one after another, each with reviews before, on and after its start."""
    found, day = [], draw(DAYS)
    for at in range(count := draw(st.integers(0, 3))):
        end = day + timedelta(days=draw(GAPS))
        last = at == count - 1 and draw(st.sampled_from([True, True, False]))
        reviews = draw(reviews_of(day))
        categories = draw(st.tuples(*[st.sampled_from(CATEGORIES)] * 2))
        recorded = draw(st.sampled_from([None, 0, 0, 1, 2]))
        others = draw(st.sampled_from([False] * 5 + [True]))
        changes = draw(changes_of(day, end))
        found.append(APlan(day, None if last else end, *categories, recorded, others, reviews, changes))
        day = end + timedelta(days=draw(GAPS))
    return found


@st.composite
def changes_of(draw, start: date, end: date) -> list[tuple[date, str, bool]]:
    """Up to two changes of category while the plan runs, decided here or first told by a census."""
    last = (end - start).days
    days = draw(st.lists(st.integers(1, last), max_size=2, unique=True)) if last > 1 else []
    return [
        (start + timedelta(days=n), draw(st.sampled_from(CATEGORIES)), draw(st.booleans()))
        for n in sorted(days)
    ]


CENSUSES = st.lists(st.integers(2016, 2020).map(lambda year: date(year, 3, 31)), max_size=4, unique=True)


@st.composite
def reviews_of(draw, start: date) -> list[date]:
    """Reviews about as far apart as they may be, and sometimes one on the day the plan began."""
    found = {start} if draw(st.sampled_from([False, False, False, True])) else set()
    day = start
    for at in range(draw(st.integers(0, 3))):
        limit = 183 if at else 91
        day += timedelta(days=draw(st.sampled_from([limit, limit, limit - 1, limit - 2, limit + 1, 40])))
        found.add(day)
    return sorted(found)


@st.composite
def initials(draw) -> list[AnInitial]:
    found = []
    for began in draw(st.lists(DAYS, max_size=3, unique=True)):
        held = began + timedelta(days=draw(SHORT)) if draw(st.booleans()) else None
        transfer = draw(st.sampled_from([False, False, False, True]))
        needed = transfer or draw(st.sampled_from([True, True, False]))
        decided = None
        if not needed and draw(st.booleans()):
            decided = began + timedelta(days=abs(draw(SHORT)))
        void = not transfer and held is None and draw(st.sampled_from([False, False, True]))
        found.append(AnInitial(began, held, needed, transfer, False, decided, void))
    return found


@st.composite
def asked(draw) -> tuple[list[AChild], list[Period], list[date], date | None]:
    """A population and periods whose days lie at or about an edge: so far from something that happened.

    And what is known of it: by censuses of these reference dates, and since a day, always or never.
    """
    children = draw(st.lists(st.builds(AChild, plans(), initials(), BORN, DIED), min_size=1, max_size=6))
    references = draw(CENSUSES)
    here = draw(st.sampled_from([ALWAYS, ALWAYS, None]) | DAYS)
    happened = st.sampled_from(sorted(_days(children) | {*references, here or FIRST} - {ALWAYS}) or [FIRST])
    ends = st.builds(
        lambda day, gap, sign: day + timedelta(days=sign * gap), happened, EDGES, st.sampled_from([1, 1, -1])
    )
    edges = draw(st.lists(st.tuples(ends, ends), min_size=4, max_size=4))
    return children, [Period(min(pair), max(pair)) for pair in edges], references, here


def _days(children: list[AChild]) -> set[date]:
    plans_ = [plan for child in children for plan in child.plans]
    initials_ = [initial for child in children for initial in child.initials]
    days = {day for plan in plans_ for day in (plan.start, plan.end, *plan.reviews) if day}
    return days | {day for initial in initials_ for day in (initial.began, initial.held) if day}


def store(children: list[AChild]) -> None:
    """Write a population, and join each plan to an initial conference held on the day it began."""
    for number, child in enumerate(children):
        row = Child.objects.create(la_child_id=f"X{number}", birth_date=child.born, death_date=child.died)
        held = [(initial, _initial(row, initial)) for initial in child.initials]
        for plan in child.plans:
            _plan(row, plan, held)


def _initial(child: Child, initial: AnInitial) -> ConferenceChild | None:
    enquiry = came = None
    if initial.transfer:
        came = TransferIn.objects.create(child=child, notified_date=initial.began)
    else:
        need = "NEEDED" if initial.needed else "NOT_NEEDED"
        enquiry = Enquiry.objects.create(
            child=child,
            started_date=initial.began,
            conference_need=need,
            outcome="SERVICES" if initial.decided else "",
            outcome_date=initial.decided,
            **(_void() if initial.void else {}),
        )
        StrategyDiscussion.objects.create(enquiry=enquiry, held_date=initial.began, started_enquiry=True)
    if not initial.held:
        return None
    kind = "TRANSFER_IN" if initial.transfer else "INITIAL"
    return _at(child, initial.held, kind=kind, enquiry=enquiry, transfer_in=came)


def _void() -> dict[str, object]:
    by = UserFactory(role="TEAM_MANAGER", second_factor=False)
    told = {"voided_reason": "TWICE", "voided_words": "There already."}
    return {"voided_at": dt.datetime(2019, 1, 2, tzinfo=dt.UTC), "voided_by": by, **told}


def _at(child: Child, held: date, **fields: object) -> ConferenceChild:
    return ConferenceChild.objects.create(
        conference=Conference.objects.create(held_date=held, source="CENSUS"), child=child, **fields
    )


def _plan(child: Child, plan: APlan, held: list[tuple[AnInitial, ConferenceChild | None]]) -> None:
    begun = next(((i, row) for i, row in held if row and not i.plan_made and i.held == plan.start), None)
    if begun and not plan.others:
        begun[0].plan_made = True
    row = Plan.objects.create(
        child=child,
        begun_at=begun[1] if begun and not plan.others else None,
        start_date=plan.start,
        end_date=plan.end,
        end_reason="RISK_REDUCED" if plan.end else "",
        initial_category=plan.initial,
        latest_category=plan.latest,
        previous_plans_recorded=plan.recorded,
        held_for_other_authority=plan.others,
        source="CENSUS",
    )
    for since, category, is_exact in plan.changes:
        PlanCategory.objects.create(plan=row, category=category, from_date=since, date_is_exact=is_exact)
    for review in plan.reviews:
        _at(child, review, kind="REVIEW", plan=row)
