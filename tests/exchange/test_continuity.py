"""Open cases of the census before that are not in a file: named to whom they may be, counted, downloaded."""

import csv
import io

import pytest
from django.urls import reverse

from safeguarding.clock import now
from safeguarding.models import Child, ReadLog
from tests.cast import person
from tests.exchange.census import child, episode, in_need, of_year, plan, s47, taken
from tests.exchange.test_proposing import proposed

pytestmark = pytest.mark.django_db
CLOSED = {"CINclosureDate": "2023-12-01", "ReasonForClosure": "RC7"}


def one(number, *parts, **given):
    return child(episode(*parts, **given), LAchildID=number, UPN=None, UPNunknown="UN4")


BEFORE = of_year(
    2024,
    one("FB001", s47(), plan("2023-09-01")),
    one("FB002", s47(DateOfInitialCPC=None), in_need("2023-06-02")),
    one("FB003", plan(CPPendDate="2023-12-01"), **CLOSED),
    one("FB004"),
    one("FB005", s47(), plan("2023-09-01")),
)
AFTER = of_year(2025, one("FB004"), one("FB009", CINreferralDate="2024-06-01"))


@pytest.fixture
def manager(client):
    client.force_login(person("MANAGER"))
    return client


def shown(client, file):
    response = client.get(reverse("import_missing", args=[file.ref]))
    assert response.status_code == 200
    return " ".join(response.content.decode().split())


def rows(client, file):
    text = client.get(reverse("import_missing_csv", args=[file.ref])).getvalue().decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text)))


@pytest.mark.parametrize("read", [taken, proposed])
def test_open_cases_that_are_missing_are_named_counted_and_downloaded(manager, read):
    taken(BEFORE)
    file = read(AFTER)
    text = shown(manager, file)
    assert "3 children who had an open case in the census of 31 March 2024 are not in this file." in text
    assert "plan since 14 June 2023; referral of 30 May 2023" in text
    assert "section 47 of 1 June 2023; child in need plan since 2 June 2023; referral of 30 May 2023" in text
    assert "FB003" not in text and "FB004" not in text
    found = rows(manager, file)
    assert [row[0] for row in found[1:]] == ["FB001", "FB005", "FB002"]
    assert found[1][1:] == ["2023-06-14", "", "", "2023-05-30"]
    assert ReadLog.objects.filter(view_name="import_missing", child__la_child_id="FB002").exists()


def test_a_child_whom_the_reader_may_not_see_is_neither_named_nor_counted(manager):
    taken(BEFORE)
    Child.objects.filter(la_child_id="FB005").update(
        is_restricted=True,
        restricted_reason="A test",
        restricted_by=person("STRATEGIC_LEAD"),
        restricted_at=now(),
    )
    file = taken(AFTER)
    text = shown(manager, file)
    assert "2 children who had" in text and "FB005" not in text
    assert [row[0] for row in rows(manager, file)[1:]] == ["FB001", "FB002"]


def test_a_first_file_and_a_whole_one_miss_nobody(manager):
    file = taken(BEFORE)
    assert "nobody can be missing" in shown(manager, file)
    again = taken(BEFORE.replace(b"2024", b"2025"))
    assert "No child who had an open case" in shown(manager, again)


def test_the_report_and_the_proposal_lead_there(manager):
    taken(BEFORE)
    for read, page in ((proposed, "import_changes"), (taken, "import_report")):
        file = read(AFTER)
        text = manager.get(reverse(page, args=[file.ref])).content.decode()
        assert reverse("import_missing", args=[file.ref]) in text


def test_a_file_that_is_gone_and_those_without_the_right_get_none(client, manager):
    file = taken(BEFORE)
    file.status = "UNDONE"
    file.save()
    for name in ("import_missing", "import_missing_csv"):
        assert manager.get(reverse(name, args=[file.ref])).status_code == 404
    client.force_login(person("CHAIR"))
    assert client.get(reverse("import_missing", args=[file.ref])).status_code == 403
