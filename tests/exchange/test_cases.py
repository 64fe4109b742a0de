"""Small files that were read wrongly once: a newer file corrects what an older one told."""

import datetime as dt

import pytest

from conferences.exchange.census import proposing
from conferences.models import ImportedFile, Plan
from conferences.queries.measures import figures
from safeguarding.audit import system_user
from safeguarding.models import Child
from safeguarding.workingdays import Period
from tests.exchange.census import READ_AT, taken
from tests.shared_data import shared_file

pytestmark = pytest.mark.django_db
YEAR = Period(dt.date(2023, 4, 1), dt.date(2024, 3, 31))


def read(name):
    return taken(shared_file(f"cases/{name}.xml").read_bytes())


def figure(code, period=YEAR):
    found = figures(period)[code]
    return found.numerator, found.denominator


def all_figures():
    return {code: (found.numerator, found.denominator) for code, found in figures(YEAR).items()}


def test_a_resubmitted_file_replaces_the_first():
    read("01a_first")
    file = read("01b_resubmitted")
    corrected = all_figures()
    assert figure("plans_open")[0] == 1
    assert figure("reviews_held_on_time") == (0, 1)
    gone = {(c.kind, c.number, str(c.day)) for c in file.changes.filter(how="WITHDRAWN")}
    assert {kind for kind, *_ in gone} == {
        "children",
        "plans",
        "section_47",
        "conferences",
        "review_dates",
        "need_episodes",
    }
    assert {day for kind, _, day in gone if kind == "section_47"} >= {"2023-05-10"}
    proposing.undo(file=file, by=system_user(), clock=lambda: READ_AT)
    proposing.undo(file=ImportedFile.objects.get(status="READ"), by=system_user(), clock=lambda: READ_AT)
    assert not Child.every.exists()
    read("01b_resubmitted")
    assert all_figures() == corrected


def test_a_corrected_start_moves_the_plan():
    read("02a_first")
    file = read("02b_start_corrected")
    assert not file.faults.filter(kind="REFUSED").exists()
    assert ("plans", "MOVED", "day 30 May 2023", "day 31 May 2023") in set(
        file.changes.values_list("kind", "how", "was", "now")
    )
    assert [str(p.start_date) for p in Plan.every.all()] == ["2023-05-31"]
    assert (figure("reviews_on_time"), figure("icpc_to_plan")) == ((1, 1), (1, 1))


def test_a_mistyped_year_does_not_lock_the_plan_out():
    read("02c_year_typo_first")
    read("02d_next_year_right")
    assert [(str(p.start_date), p.end_date) for p in Plan.every.all()] == [("2023-05-30", None)]


def test_an_end_that_cannot_be_known_is_none():
    read("04_end_9999")
    assert set(Plan.every.values_list("end_date", flat=True)) == {None}
