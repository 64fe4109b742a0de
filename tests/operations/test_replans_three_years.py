"""Of three years' census files, read one after the other: whoever had a plan before, as any of them tells or
counts, is consulted on when a conference is asked for, and so is a baby where there was a plan; nobody else.
"""

import datetime as dt
import random

import pytest

from conferences.models import Consultation, EarlierPlan, RequestedChild
from conferences.operations.requests import ChildAsk
from conferences.rules.vocabulary import ConferenceKind
from safeguarding.models import Child
from tests.exchange.census import child, episode, of_year, plan, s47, taken
from tests.factories import EnquiryFactory, FamilyFactory
from tests.operations.asking import make

pytestmark = pytest.mark.django_db
YEARS = (2022, 2023, 2024)
STARTED, AT = dt.date(2024, 5, 30), dt.datetime(2024, 6, 3, 10, tzinfo=dt.UTC)
YOUNG = dt.date(2023, 6, 3)
FAMILIES = 45


def lives(dice):
    """{number: (family, birth, [(start, end, counted before)])}: plans of one child never meet."""
    told = {}
    for family in range(FAMILIES):
        for _ in range(dice.randint(1, 3)):
            number, day, runs, elsewhere = (
                f"FB{len(told):03}",
                dt.date(2021, 4, 6),
                [],
                dice.choice((0, 0, 0, 2)),
            )
            while dice.random() < 0.45 and day < dt.date(2024, 2, 1):
                start = day + dt.timedelta(dice.randrange(200))
                end = start + dt.timedelta(dice.randrange(30, 600))
                runs.append((start, end, len(runs) + elsewhere))
                day = end + dt.timedelta(dice.randrange(1, 300))
            baby = not runs and dice.random() < 0.5
            born = YOUNG + dt.timedelta(dice.choice((-1, 0, 1, 90))) if baby else dt.date(2015, 5, 4)
            kept = [run for run in runs if run[0] <= dt.date(2024, 3, 31)]
            told[number] = (family, born, kept)
    return told


def told_in(year, number, born, runs):
    """The child in a file of that year, with the plans that ran in it; "" for a year before its birth."""
    first, last = dt.date(year - 1, 4, 1), dt.date(year, 3, 31)
    if born > last:
        return ""
    ran = [run for run in runs if run[0] <= last and run[1] >= first]
    parts = []
    for start, end, count in ran:
        parts += [s47(S47ActualStartDate=start, InitialCPCtarget=None, DateOfInitialCPC=start)]
        parts += [
            plan(CPPstartDate=start, CPPendDate=end if end <= last else None, NumberOfPreviousCPP=count)
        ]
    referral = max(dt.date(2021, 4, 1), born)
    who = {"LAchildID": number, "UPN": None, "UPNunknown": "UN4", "PersonBirthDate": born}
    return child(episode(*parts, CINreferralDate=referral), **who)


@pytest.mark.parametrize("seed", [12, 13])
def test_whoever_had_a_plan_and_each_baby_where_there_was_one_is_consulted_on(seed):
    told = lives(random.Random(seed))
    for year in YEARS:
        file = taken(of_year(year, *(told_in(year, n, born, runs) for n, (_, born, runs) in told.items())))
        assert file.status == "READ"
    rows = Child.objects.unscoped("test")
    families = {family: FamilyFactory() for family, _, _ in told.values()}
    for number, (family, _, _) in told.items():
        rows.filter(la_child_id=number).update(family=families[family])
    running = {n for n, (_, _, runs) in told.items() if any(end > dt.date(2024, 3, 31) for _, end, _ in runs)}
    for one in rows.exclude(la_child_id__in=running).select_related("family"):
        enquiry = EnquiryFactory(child=one, started_date=STARTED)
        make(ChildAsk(one, ConferenceKind.INITIAL, enquiry=enquiry), at=AT)

    with_plan = {family for family, _, runs in told.values() if runs}
    expected = {n: "REPLAN" for n, (_, _, runs) in told.items() if runs and n not in running}
    for number, (family, born, runs) in told.items():
        if not runs and born > YOUNG and family in with_plan:
            expected[number] = "NEW_BABY"
    raised = Consultation.objects.unscoped("test").values_list("child__la_child_id", "cause")
    assert dict(raised) == expected
    assert (
        {*expected.values()} == {"REPLAN", "NEW_BABY"}
        and running
        and len(expected) < len(told) - len(running)
    )
    found = EarlierPlan.objects.unscoped("test").values_list(
        "requested_child__child__la_child_id", "start_date"
    )
    ended = {(n, start) for n, (_, _, runs) in told.items() if n not in running for start, _, _ in runs}
    assert {*found} == ended
    counted = RequestedChild.objects.unscoped("test").values_list(
        "child__la_child_id", "recorded_previous_plans"
    )
    assert dict(counted) == {
        n: max((count for _, _, count in runs), default=0)
        for n, (_, _, runs) in told.items()
        if n not in running
    }
