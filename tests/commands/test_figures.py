"""manage.py figures: the JSON that other programs read, the table for a person, and what it refuses."""

import datetime as dt
import json
import re
from io import StringIO

import pytest
import time_machine
from django.core.management import CommandError, call_command

from conferences.rules.measures_catalogue import MEASURES
from tests.factories import ConsultationFactory, ImportedChildFactory, PlanFactory
from tests.queries.measures_world import child, plan

pytestmark = pytest.mark.django_db

YEAR = ("--from", "2018-04-01", "--to", "2019-03-31")


def run(*arguments):
    out = StringIO()
    call_command("figures", *arguments, stdout=out)
    return out.getvalue()


def as_json(*arguments):
    return json.loads(run(*arguments, "--format", "json"))


def test_the_json_holds_every_figure_of_the_period():
    found = as_json(*YEAR)
    assert found["period"] == {"from": "2018-04-01", "to": "2019-03-31"}
    assert list(found["measures"]) == list(MEASURES)


def test_the_json_gives_counts_percentages_and_breakdowns():
    again = child()
    plan("1 May 2017", "1 Jun 2017", child=again)
    plan("1 May 2018", child=again)
    found = as_json(*YEAR)["measures"]
    assert found["plans_started"] == {"numerator": 1, "denominator": None, "value": 1, "unit": "count"}
    assert found["repeat_plans"] == {"numerator": 1, "denominator": 1, "value": 100.0, "unit": "percent"}
    assert found["open_by_duration"]["breakdown"]["6_to_12_months"] == 1
    assert found["open_by_category"]["breakdown"]["latest"]["NEG"] == 1
    assert found["plans_open"]["breakdown"]["months"]["2019-03-31"] == 1


def test_a_figure_that_is_not_counted_yet_has_no_numbers_and_says_what_it_waits_for():
    assert as_json(*YEAR)["measures"]["visits_on_time"] == {
        "numerator": None,
        "denominator": None,
        "value": None,
        "unit": "percent",
        "waits": "Waits for visits to the child to be recorded here",
    }


def test_the_table_says_each_figure_with_its_counts_families_and_months():
    plan("1 May 2018")
    plan("1 Apr 2018", held_for_other_authority=True)
    shown = run("--from", "2018-04-01", "--to", "2018-05-31")
    assert "Figures from Sunday 1 April 2018 to Thursday 31 May 2018" in shown
    assert "0 of 1 (0.0%)" in shown
    assert "1, 1 family" in shown
    assert "31 May 2018" in shown
    assert "not measured: 1 - Held here for a time for another authority" in shown
    assert "Told by quarter and of each group apart" in shown


def test_only_the_figures_asked_for_are_given():
    found = as_json(*YEAR, "--code", "plans_ended", "--code", "plans_open")["measures"]
    assert list(found) == ["plans_open", "plans_ended"]


def test_only_the_children_of_a_file_are_counted():
    inside = plan("1 May 2018")
    PlanFactory(start_date=inside.start_date)
    file = ImportedChildFactory(child=inside.child, file__reference_date=dt.date(2019, 3, 31)).file
    assert as_json(*YEAR, "--file", str(file.ref))["measures"]["plans_started"]["numerator"] == 1


@time_machine.travel("2018-04-12 12:00")
def test_what_is_due_today_or_later_has_not_failed():
    for raised in (9, 6):
        ConsultationFactory(raised_at=dt.datetime(2018, 4, raised, 12, tzinfo=dt.UTC))
    told = as_json(*YEAR, "--code", "consultations_in_time")["measures"]["consultations_in_time"]
    assert (told["numerator"], told["denominator"]) == (0, 1)


@time_machine.travel("2018-08-31 12:00")
def test_without_days_it_is_the_year_to_date():
    assert as_json()["period"] == {"from": "2018-04-01", "to": "2018-08-31"}


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("--from", "1/4/2018"), "--from must be a date written like 2018-04-01 .* not 1/4/2018"),
        (("--to", "2018-02-30"), "--to must be a date written like 2018-04-01 .* not 2018-02-30"),
        (("--from", "2018-04-01", "--to", "2018-03-31"), "cannot end on Saturday 31 March 2018"),
        (("--from", "2018-04-01", "--to", "9999-12-31"), "lies outside the days"),
        ((*YEAR, "--code", "plans_shut"), "There is no figure called plans_shut"),
        ((*YEAR, "--file", "nonsense"), "no imported file with the reference nonsense"),
    ],
)
def test_what_it_cannot_answer_is_refused_in_a_sentence(arguments, sentence):
    with pytest.raises(CommandError, match=sentence) as refused:
        run(*arguments)
    assert refused.value.returncode == 1


def test_the_public_table_hides_small_numbers():
    plan("1 May 2018")
    shown = run("--from", "2018-04-01", "--to", "2018-05-31", "--public")
    assert re.search(r"Plans started +c\n", shown) and re.search(r"Plans ended +0\n", shown)
    assert "famil" not in shown and "Waits for" not in shown


def test_the_public_version_is_for_people_only():
    with pytest.raises(CommandError, match="table only"):
        run(*YEAR, "--public", "--format", "json")
