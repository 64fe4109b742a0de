"""The check of a year's return, and a file's records to check as a file: in sight, in order, and logged."""

import csv
import io

import pytest
from django.urls import reverse

from safeguarding.clock import now, today
from safeguarding.models import Child, ReadLog
from safeguarding.workingdays import year_ending
from tests.cast import person
from tests.exchange.census import ORDINARY, census, child, episode, plan, s47, taken
from tests.golive import live_from

pytestmark = pytest.mark.django_db
SPOILT = child(episode(s47(), plan("2023-06-01", CPPstartDate="2023-06-15")), LAchildID="FB002", UPN=None)


@pytest.fixture
def manager(client):
    client.force_login(person("MANAGER"))
    return client


def restrict(number: str) -> None:
    by = person("STRATEGIC_LEAD")
    Child.objects.filter(la_child_id=number).update(
        is_restricted=True, restricted_reason="A test", restricted_by=by, restricted_at=now()
    )


def words(client, year: int = 2024, query: str = "") -> str:
    response = client.get(reverse("return_check", args=[year]) + query)
    assert response.status_code == 200
    return response.content.decode()


def test_the_page_asks_the_rules_of_the_record(manager):
    taken(census(ORDINARY, SPOILT))
    text = words(manager)
    assert "2 children" in text and "The plan starts on 15 June 2023" in text
    assert text.index(">2885<") < text.index(">2887Q<")
    one = words(manager, query="?rule=2885")
    assert "FB002" in one and "2887Q" not in one
    logged = ReadLog.objects.filter(view_name="return_check").values_list("child__la_child_id", "kind")
    assert ("FB002", "LISTED") in set(logged)


def test_a_child_out_of_scope_is_neither_named_nor_counted(manager):
    taken(census(ORDINARY, SPOILT))
    restrict("FB002")
    text = words(manager)
    assert "1 child " in text and "FB002" not in text and "15 June 2023" not in text


@pytest.mark.parametrize("query", ["?page=x", "?page=99", "?rule=%00", "?rule=nosuch"])
def test_any_question_is_answered(manager, query):
    taken(census(SPOILT))
    words(manager, query=query)


def test_only_years_that_have_begun_have_a_return(manager):
    for year in (2008, year_ending(today()) + 1, 99_999_999):
        assert manager.get(reverse("return_check", args=[year])).status_code == 404
    words(manager, year_ending(today()))
    assert (
        reverse("return_check", args=[year_ending(today())])
        in manager.get(reverse("import_census")).content.decode()
    )


def test_the_records_of_a_file_are_downloaded_as_they_are_shown(manager):
    file = taken(census(ORDINARY, SPOILT))
    page = manager.get(reverse("import_report", args=[file.ref]) + "?kind=REFUSED").content.decode()
    address = reverse("import_csv", args=[file.ref])
    assert f"{address}?kind=REFUSED" in page
    rows = list(
        csv.reader(io.StringIO(manager.get(f"{address}?kind=REFUSED").getvalue().decode("utf-8-sig")))
    )
    assert rows[0][:5] == ["Line", "Column", "Path", "Child", "Rule"]
    assert [row[3:5] for row in rows[1:]] == [["FB002", "8841"]]
    assert rows[1][2].startswith("Child[2]/CINdetails[1]/ChildProtectionPlans[1]/Reviews[1]")
    assert len(manager.get(address).getvalue().splitlines()) == file.faults.count() + 1
    assert ReadLog.objects.filter(view_name="import_csv", child__la_child_id="FB002").exists()


def test_of_a_hidden_child_the_file_says_the_rule_alone(manager):
    file = taken(census(ORDINARY, SPOILT))
    restrict("FB002")
    text = manager.get(reverse("import_csv", args=[file.ref])).getvalue().decode("utf-8-sig")
    assert "FB002" not in text and "15 June 2023" not in text and "Not shown" in text


@pytest.mark.parametrize("role", ["SOCIAL_WORKER", "CHAIR", "SYSTEM_ADMINISTRATOR"])
def test_those_without_the_right_are_refused(client, role):
    file = taken(census(ORDINARY))
    client.force_login(person(role))
    for address in (reverse("return_check", args=[2024]), reverse("import_csv", args=[file.ref])):
        assert client.get(address).status_code == 403


def test_what_was_found_is_kept_a_while_with_its_moment_and_asked_again(manager):
    taken(census(ORDINARY))
    assert "1 child " in words(manager)
    taken(census(ORDINARY, SPOILT))
    text = words(manager)
    assert "1 child " in text and "Asked on" in text
    assert "2 children" in words(manager, query="?again=1") and "2 children" in words(manager)
    restrict("FB002")
    assert "1 child " in words(manager)


def test_the_records_are_downloaded_in_the_order_to_mend_them_in(manager):
    taken(census(ORDINARY, SPOILT))
    address = reverse("return_check_csv", args=[2024])
    assert address in words(manager)
    rows = list(csv.reader(io.StringIO(manager.get(address).getvalue().decode("utf-8-sig"))))
    assert rows[1][:2] == ["FB002", "2885"] and ("", "2887Q") in {tuple(row[:2]) for row in rows}
    one = manager.get(f"{address}?rule=2885").getvalue().decode("utf-8-sig")
    assert len(one.splitlines()) == 2
    assert ReadLog.objects.filter(view_name="return_check_csv", child__la_child_id="FB002").exists()


def test_of_a_year_of_which_nothing_is_known_nothing_is_asked(manager):
    live_from(None)
    taken(census(SPOILT))
    text = " ".join(words(manager, 2025).split())
    assert "Known to 31 March 2024. So the census’s rules are not asked of this year" in text
    assert not any(
        words in text for words in ("FB002", "No rule is broken", "Nothing to mend", "no children")
    )
    assert "FB002" in words(manager, 2024)
    assert "1103" in words(manager, 2024) and "in that file" in words(manager, 2024)
