"""The performance pages: the figures, their definitions, the children behind them, for those who may."""

import datetime as dt
import re
from html import unescape

import pytest
import time_machine
from django.urls import reverse
from django.utils.html import strip_tags

from conferences.demo.limits import VALUES
from conferences.rules.measures_catalogue import MEASURES
from safeguarding.models import ReadLog
from tests.cast import person
from tests.factories import (
    ChildFactory,
    ConferenceChildFactory,
    ConsultationFactory,
    EnquiryFactory,
    FamilyFactory,
    ImportedChildFactory,
    ImportedFileFactory,
    PlanFactory,
    PolicySettingFactory,
    RestrictedGrantFactory,
)
from tests.golive import live_from

PERIOD = {"from": "2018-04-01", "to": "2018-08-31"}
WHOLE_YEAR = {"from": "2018-04-01", "to": "2019-03-31"}


@pytest.fixture
def manager(client, db):
    user = person("MANAGER")
    client.force_login(user)
    return user


def text(response) -> str:
    return re.sub(r"\s+", " ", strip_tags(response.content.decode()))


def plans() -> dict[str, object]:
    """Three plans started in the period: one second plan, one long ended, one restricted child's."""
    family = FamilyFactory()
    again = ChildFactory(family=family, given_names="Again")
    PlanFactory(child=again, start_date=dt.date(2015, 1, 5), end_date=dt.date(2016, 2, 1))
    PlanFactory(child=again, start_date=dt.date(2018, 5, 1))
    first = PlanFactory(
        child=ChildFactory(family=family, given_names="First"), start_date=dt.date(2018, 6, 1)
    )
    hidden = PlanFactory(
        child=ChildFactory(given_names="Hiddenname", restricted=True), start_date=dt.date(2018, 7, 2)
    )
    return {"again": again, "first": first.child, "hidden": hidden.child}


def test_the_page_shows_every_figure_as_n_of_n(client, manager):
    plans()
    shown = text(client.get(reverse("measures"), PERIOD))
    assert "1 April 2018 to 31 August 2018" in shown and "1 of 2 (50.0%)" in shown


def test_a_whole_year_counts_everybody_and_its_list_only_whom_one_may_see(client, manager):
    plans()
    page = client.get(reverse("measure", args=["plans_started"]), WHOLE_YEAR)
    listed = client.get(reverse("measure_children", args=["plans_started"]), WHOLE_YEAR)
    assert "3: plans started in the period" in text(page)
    assert "The totals of a year to 31 March count every child." in text(page)
    assert "This list shows 2 rows, for" in text(listed)
    assert "First" in text(listed) and "Hiddenname" not in text(listed)


def test_other_dates_count_nobody_whose_record_is_closed_to_the_reader(client, manager):
    plans()
    address = reverse("measure", args=["plans_started"])
    assert "2: plans started in the period" in text(client.get(address, PERIOD))
    day = {"from": "2018-07-02", "to": "2018-07-02"}
    assert "0: plans started in the period" in text(client.get(address, day))


def test_whoever_is_named_for_a_record_finds_it_counted(client, manager):
    RestrictedGrantFactory(child=plans()["hidden"], user=manager)
    page = client.get(reverse("measure", args=["plans_started"]), PERIOD)
    assert "3: plans started in the period" in text(page)


def test_a_percentage_leads_to_those_that_it_does_not_count(client, manager):
    plans()
    page = client.get(reverse("measure", args=["repeat_plans"]), PERIOD)
    assert "Not counted 1 of these" in text(page) and b"part=rest" in page.content
    rest = client.get(reverse("measure_children", args=["repeat_plans"]), {**PERIOD, "part": "rest"})
    assert "This list shows 1 row, for" in text(rest)
    assert b"part=rest" not in client.get(reverse("measure", args=["plans_started"]), PERIOD).content


def test_each_number_of_a_breakdown_leads_to_its_children(client, manager):
    enquiry = EnquiryFactory(started_date=dt.date(2018, 6, 1))
    ConferenceChildFactory(child=enquiry.child, enquiry=enquiry, held_date=dt.date(2018, 7, 30))
    page = client.get(reverse("measure", args=["icpc_in_15_days"]), PERIOD).content.decode()
    [late] = [unescape(href) for href in re.findall(r'href="([^"]*part=2[^"]*)"', page)]
    listed = client.get(late)
    assert listed.status_code == 200 and "This list shows 1 row, for" in text(listed)


def test_a_list_writes_down_whose_records_it_showed(client, manager):
    children = plans()
    client.get(reverse("measure_children", args=["repeat_plans"]), PERIOD)
    seen = set(ReadLog.objects.filter(user=manager, kind="LISTED").values_list("child_id", flat=True))
    assert seen == {children["again"].pk}


def test_the_definition_says_what_is_left_out_and_where_it_comes_from(client, manager):
    shown = text(client.get(reverse("measure", args=["repeat_plans"]), PERIOD))
    assert (
        "however long ago" in shown and "for another authority are not counted" in shown and "LAIT" in shown
    )


def test_a_figure_that_is_not_counted_yet_says_what_it_waits_for(client, manager):
    shown = text(client.get(reverse("measure", args=["visits_on_time"]), PERIOD))
    assert "Not counted yet" in shown and "Waits for visits to the child to be recorded here." in shown
    assert "In no families" not in shown
    assert "0:" not in shown and "Show the children" not in shown


def test_feedback_has_no_number_of_any_days_and_says_where_it_is_told(client, manager):
    page = client.get(reverse("measure", args=["feedback"]), PERIOD)
    assert "Told apart" in text(page) and "Not counted yet" not in text(page)
    assert reverse("measures_agencies") in page.content.decode()


def test_the_list_of_figures_says_what_each_waits_for_and_never_that_nothing_is_recorded(client, manager):
    shown = text(client.get(reverse("measures"), PERIOD))
    waiting = [measure for measure in MEASURES.values() if measure.waits_for]
    assert len(waiting) == 2 and [m.code for m in waiting if m.waits not in shown] == []
    assert "recorded yet" not in shown
    assert shown.count("Not counted by this service yet") == 14


def test_dates_in_the_wrong_order_get_a_sentence_and_stay_typed(client, manager):
    response = client.get(reverse("measures"), {"from": "2018-08-31", "to": "2018-04-01"})
    assert response.status_code == 200
    assert "The last day must be the same as or after the first day" in text(response)
    assert b'value="31"' in response.content


@pytest.mark.parametrize("typed", ["2018-02-31", "yesterday", "99999-01-01", "", "2018-04-01' OR 1=1"])
def test_a_date_that_is_none_is_a_sentence_never_a_fault(client, manager, typed):
    assert client.get(reverse("measures"), {"from": typed, "to": "2018-08-31"}).status_code == 200


@pytest.mark.parametrize("name", ["measure", "measure_children", "measure_csv"])
def test_an_unknown_figure_is_not_found(client, manager, name):
    assert client.get(reverse(name, args=["nonsense"]), PERIOD).status_code == 404


def test_an_unknown_part_is_not_found(client, manager):
    listed = client.get(reverse("measure_children", args=["plans_open"]), {**PERIOD, "part": "nonsense"})
    assert listed.status_code == 404


def test_figures_of_one_file_count_only_its_children(client, manager):
    file = ImportedFileFactory(reference_date=dt.date(2018, 8, 31))
    ImportedChildFactory(file=file, child=plans()["first"])
    page = client.get(reverse("measure", args=["plans_started"]), {**PERIOD, "file": str(file.ref)})
    assert "1: plans started in the period" in text(page) and "only the children in the census file" in text(
        page
    )


@pytest.fixture
def old_census(manager):
    """A census of the year to March 2018 with two open plans in a service that is not live, seen in 2020."""
    live_from(None)
    ImportedFileFactory(reference_date=dt.date(2018, 3, 31))
    PlanFactory(start_date=dt.date(2015, 1, 5), previous_plans_recorded=1)
    PlanFactory(start_date=dt.date(2017, 5, 1), child=ChildFactory(family=None), previous_plans_recorded=1)
    with time_machine.travel("2020-11-26 12:00"):
        yield


def test_an_old_census_is_not_read_as_today(client, old_census):
    shown = text(client.get(reverse("measures")))
    assert "Known are the years of the census files that were kept" in shown
    assert (
        "1 April 2017 to 31 March 2018" in shown
        and "Child protection plans open Known to 31 March 2018" in shown
    )
    assert shown.count("Known to 31 March 2018") > 20 and "plans open at the end" not in shown
    [link] = re.findall(r'href="([^"]*)">Show 1 April 2017', client.get(reverse("measures")).content.decode())
    year = text(client.get(unescape(link)))
    assert "Child protection plans open 2" in year and "Not all of these days are known" not in year


@pytest.mark.parametrize("name", ["measure", "measures_public"])
def test_each_page_of_figures_says_which_days_are_known(client, old_census, name):
    response = client.get(reverse(name, args=["plans_started"] if name == "measure" else []))
    assert "Known to 31 March 2018" in text(response)
    assert "Show 1 April 2017 to 31 March 2018" in text(response)


def test_of_days_that_are_not_known_nobody_is_listed_and_the_page_says_why(client, old_census):
    listed = text(client.get(reverse("measure_children", args=["plans_open"])))
    assert "Known to 31 March 2018. Nobody is listed" in listed and "This list shows" not in listed


def test_the_csv_leaves_blank_what_is_not_known_and_says_why(client, old_census):
    period = {"from": "2018-03-01", "to": "2018-04-30"}
    lines = client.get(reverse("measure_csv", args=["plans_open"]), period).content.decode().splitlines()
    assert lines[1].endswith(",2018-03-01,2018-04-30,,,,,count,Known to 31 March 2018")
    assert lines[2].endswith(": 2018-03-31,2,,2,count,")
    assert lines[3].endswith(": 2018-04-30,,,,count,Not known")


def test_what_is_neither_a_yes_nor_a_no_is_said(client, old_census):
    year = {"from": "2017-04-01", "to": "2018-03-31"}
    shown = text(client.get(reverse("measure", args=["repeat_within_24_months"]), year))
    assert "Not known for 1 of 1" in shown and "0 known: plans started" in shown
    assert "(0.0%)" not in shown and "In no families" not in shown


@pytest.mark.parametrize("ref", ["nonsense", "00000000-0000-4000-8000-000000000000"])
def test_a_file_nobody_read_is_not_found(client, manager, ref):
    assert client.get(reverse("measures"), {"file": ref}).status_code == 404


def test_the_csv_holds_counts_and_no_child(client, manager):
    plans()
    body = client.get(reverse("measure_csv", args=["repeat_plans"]), PERIOD).content.decode()
    assert "repeat_plans,Second or subsequent plans,2018-04-01,2018-08-31,,1,2,50.0,percent" in body
    assert "First" not in body and "FB" not in body


@pytest.mark.parametrize(("today", "fails"), [("2018-04-12 12:00", False), ("2018-04-13 12:00", True)])
def test_what_is_due_today_is_no_failure_on_any_page(client, db, today, fails):
    ConsultationFactory(decide_by_date=dt.date(2018, 4, 12))
    with time_machine.travel(today):
        client.force_login(person("MANAGER"))
        code = ["consultations_in_time"]
        words = "0 of 1 (0.0%)"
        assert (words in text(client.get(reverse("measures")))) == fails
        assert (words in text(client.get(reverse("measure", args=code)))) == fails
        listed = text(client.get(reverse("measure_children", args=code), {"part": "rest"}))
        assert ("This list shows 1 row, for" in listed) == fails
        assert (",0,1,0.0,percent" in client.get(reverse("measure_csv", args=code)).content.decode()) == fails
        public = text(client.get(reverse("measures_public")))
        assert ("decided in time 0 of c" in public) == fails


@pytest.mark.parametrize("role", ["SOCIAL_WORKER", "BUSINESS_SUPPORT", "SYSTEM_ADMINISTRATOR", "REVIEWER"])
def test_figures_are_for_those_who_may_read_them(client, db, role):
    client.force_login(person(role))
    assert client.get(reverse("measures")).status_code == 403


@pytest.mark.parametrize(
    ("name", "args"),
    [
        ("measures", []),
        ("measures_public", []),
        ("measure", ["repeat_plans"]),
        ("measure_children", ["plans_started"]),
    ],
)
def test_a_page_makes_as_many_queries_for_many_as_for_few(
    client, manager, django_assert_max_num_queries, name, args
):
    plans()
    address = reverse(name, args=args)
    client.get(address, PERIOD)
    with django_assert_max_num_queries(60) as few:
        client.get(address, PERIOD)
    for n in range(60):
        PlanFactory(child=ChildFactory(given_names=f"Many{n}"), start_date=dt.date(2018, 6, 4))
    client.get(address, PERIOD)
    with django_assert_max_num_queries(60) as many:
        client.get(address, PERIOD)
    assert len(many) == len(few)


def test_an_empty_council_has_a_page_that_says_so(client, manager):
    shown = client.get(reverse("measures"), PERIOD)
    listed = text(client.get(reverse("measure_children", args=["plans_open"]), PERIOD))
    assert shown.status_code == 200 and "No child whose record you may open" in listed


def test_figures_for_publication_hide_what_is_small_and_what_would_tell_of_it(client, manager):
    for n in range(6):
        PlanFactory(child=ChildFactory(given_names=f"Many{n}"), start_date=dt.date(2018, 6, 4))
    PlanFactory(initial_category="PHY", latest_category="PHY", start_date=dt.date(2018, 6, 4))
    shown = text(client.get(reverse("measures_public"), PERIOD))
    assert "Plans started 7" in shown and "Plans ended 0" in shown
    assert "Plans started by category of abuse: initial category, physical abuse c" in shown
    # Out of 7, with 1 hidden, the other one would be 6.
    assert "Plans started by category of abuse: initial category, neglect c" in shown
    assert "Waits for" not in shown and "famil" not in shown.partition("Plans open")[2]


def test_figures_for_publication_are_reached_from_the_page_of_figures(client, manager):
    shown = client.get(reverse("measures"), PERIOD).content.decode()
    assert f"{reverse('measures_public')}?from=2018-04-01&amp;to=2018-08-31" in shown


def test_what_a_council_has_not_set_is_said_and_no_line_drawn(client, manager):
    plans()
    shown = text(client.get(reverse("measures"), PERIOD))
    assert "Centre of the band of open plans" in shown and "No band is set, so none is drawn." in shown
    assert "target" not in shown.split("At a glance")[1].split("Not set for this period")[0].replace(
        "No target is set", ""
    )
    for key, value in VALUES.items():
        PolicySettingFactory(key=key, value=value, effective_date=dt.date(2018, 4, 1))
    shown = text(client.get(reverse("measures"), PERIOD))
    assert "Not set for this period" not in shown and "The band is 240 to 260" in shown
