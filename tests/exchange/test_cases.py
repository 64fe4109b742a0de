"""Small files that were read wrongly once: what a newer one corrects, and what is bent, refused and said."""

import datetime as dt

import pytest

from conferences.exchange.census import proposing
from conferences.models import ConferenceChild, Enquiry, ImportedFile, Plan
from conferences.queries.measures import figures
from safeguarding.audit import system_user
from safeguarding.models import Child
from safeguarding.refusals import Refused
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
    assert not Plan.every.exists()
    read("02d_next_year_right")
    assert [(str(p.start_date), p.end_date) for p in Plan.every.all()] == [("2023-05-30", None)]


def test_an_end_that_cannot_be_known_is_none():
    read("04_end_9999")
    assert set(Plan.every.values_list("end_date", flat=True)) == {None}
    assert figure("plans_open")[0] == 3


def held():
    """The days of the one child's section 47, its conferences, plan and its end, as text."""
    enquiry, plan = Enquiry.every.get(), Plan.every.get()
    days = ConferenceChild.every.order_by("conference__held_date")
    return (
        str(enquiry.started_date),
        [str(day) for day in days.values_list("conference__held_date", flat=True)],
        str(plan.start_date),
        str(plan.end_date),
    )


def test_dates_with_a_zone_are_read():
    read("05_date_with_zone")
    started, meetings, start, _ = held()
    assert (started, start) == ("2023-05-10", "2023-05-30") and start in meetings


def test_a_whole_number_with_a_point_is_read_and_said():
    file = read("07_previous_1.0")
    assert Plan.every.get().previous_plans_recorded == 1 and figure("repeat_plans") == (1, 1)
    assert file.faults.filter(kind="BENT").exists()


def test_a_filled_element_is_taken_after_an_empty_one():
    read("08_empty_then_filled")
    _, meetings, start, end = held()
    assert (end, start in meetings) == ("2023-12-01", True)


def test_an_element_of_another_name_is_refused():
    file = read("09_element_case")
    refused = file.faults.filter(kind="REFUSED", rule="ELEMENT")
    assert [fault.sentence.split()[0] for fault in refused] == ["“ChildProtectionPlan”"]


def test_british_dates_with_times_are_read_and_said():
    file = read("10_british_with_time")
    assert str(Plan.every.get().start_date) == "2023-05-30"
    assert str(Child.every.get().birth_date) == "2015-01-01"
    assert {fault.kind for fault in file.faults.filter(rule="DATE")} == {"BENT"}


def test_a_header_alone_is_refused():
    with pytest.raises(Refused, match="no children"):
        read("11_no_children")
    assert not ImportedFile.objects.filter(status="READ").exists()
