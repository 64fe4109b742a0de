"""A child whom a file tells under another number than before is one child, with one record."""

import datetime as dt

import pytest

from conferences.exchange.census import proposing
from conferences.models import ImportedFile, Plan
from conferences.queries.measures import figures
from safeguarding.audit import system_user
from safeguarding.models import Child
from safeguarding.workingdays import Period
from tests.exchange.census import READ_AT, taken
from tests.exchange.renumbered import council
from tests.shared_data import shared_file

pytestmark = pytest.mark.django_db


def read(name):
    return taken(shared_file(f"cases/{name}.xml").read_bytes())


def figure(code, year):
    found = figures(Period(dt.date(year - 1, 4, 1), dt.date(year, 3, 31)))[code]
    return found.numerator, found.denominator


def undo(file):
    proposing.undo(file=file, by=system_user(), clock=lambda: READ_AT)


def test_the_same_pupil_number_and_plan_under_a_new_number_is_one_child():
    read("03a_old_number")
    file = read("03b_new_number_same_upn")
    assert [c.la_child_id for c in Child.every.all()] == ["OLD77"]
    assert figure("plans_open", 2025)[0] == 1
    assert [(c.number, c.now) for c in file.changes.filter(how="RENUMBERED")] == [
        ("OLD77", "number NEW77. The same pupil number, birth date, sex and 4 dates of what happened")
    ]


def test_a_second_plan_under_the_new_number_is_a_repeat():
    read("03c_old_number_ended")
    read("03d_new_number_second_plan")
    assert figure("repeat_plans", 2025) == (1, 1)
    assert Plan.every.count() == 2 and Child.every.count() == 1


def test_in_the_other_order_it_is_one_child_too():
    read("03d_new_number_second_plan")
    read("03c_old_number_ended")
    assert figure("repeat_plans", 2025) == (1, 1)
    assert [c.la_child_id for c in Child.every.all()] == ["NEW78"]


def test_undone_the_record_is_as_before_and_the_new_number_is_nobodys():
    first = read("03c_old_number_ended")
    undo(read("03d_new_number_second_plan"))
    assert [p.end_date for p in Plan.every.all()] == [dt.date(2023, 12, 1)]
    undo(first)
    assert not Child.every.exists()


def test_undoing_the_first_file_leaves_the_child_of_the_second():
    first = read("03c_old_number_ended")
    read("03d_new_number_second_plan")
    undo(first)
    assert [p.start_date for p in Plan.every.all()] == [dt.date(2024, 6, 20)] and Child.every.count() == 1
    read("03c_old_number_ended")
    assert Plan.every.count() == 2 and Child.every.count() == 1
    assert ImportedFile.objects.filter(status="UNDONE").count() == 1


def matches(file):
    """{number in the file: number of the record}, of those matched without a hand."""
    found = file.changes.filter(how="RENUMBERED").values_list("number", "now")
    return {now.split()[1].rstrip(".,"): number for number, now in found}


def asked(file):
    return {(q.other_number, q.number) for q in file.questions.filter(kind="SAME_CHILD")}


def answered(question, answer):
    return proposing.answer(question=question, answer=answer, by=system_user(), clock=lambda: READ_AT)


def test_a_whole_council_under_new_numbers_is_matched_without_a_hand():
    both = council(300)
    taken(both.first())
    file = taken(both.second())
    truth, found = both.truth(), matches(file)
    assert not {number: found[number] for number in found if truth.get(number) != found[number]}
    twins = {f"{90000 - life.key}" for life in both.before if life.is_twin}
    assert truth.keys() - found.keys() <= twins | {f"{90000 - life.key - 1}" for life in both.before}
    assert len(found) > 0.97 * len(truth)
    assert Child.every.count() == len(both.before) + len(both.after) - len(found)
    alone = {(one, other) for one, other in asked(file) if one not in found}
    assert {one for one, _ in alone} >= truth.keys() - found.keys()
