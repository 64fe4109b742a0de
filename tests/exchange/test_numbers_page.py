"""Who is known under another number, on the page of a file; and who of them is another child."""

import html

import pytest
from django.urls import reverse

from conferences.exchange.census import asked
from conferences.queries.imports_continuity import continuity
from tests.cast import person
from tests.exchange.census import READ_AT, child, episode, of_year, plan, taken
from tests.exchange.test_new_numbers import matches, numbers, proposed

pytestmark = pytest.mark.django_db


def told(number):
    return child(episode(plan()), LAchildID=number, UPN=None)


@pytest.fixture
def manager(client):
    client.force_login(person("MANAGER"))
    return client


def send(client, file, **fields):
    return client.post(reverse("import_numbers", args=[file.ref]), fields)


def test_who_was_matched_and_is_another_child_gets_a_record(manager):
    taken(of_year(2024, told("OLD1")))
    file = taken(of_year(2025, told("old1")))
    answer = manager.get(reverse("import_numbers", args=[file.ref]))
    assert "OLD1, now number old1" in html.unescape(answer.content.decode())
    match = file.changes.get(how="RENUMBERED")
    assert send(manager, file, known=[str(match.pk)]).status_code == 302
    asked.do(file_id=file.pk, clock=lambda: READ_AT)
    assert numbers() == {"OLD1": 1, "old1": 1} and not matches(file)


def test_nothing_ticked_is_said(manager):
    taken(of_year(2024, told("OLD1")))
    file = proposed(of_year(2025, told("old1")))
    assert "Tick at least one child" in html.unescape(send(manager, file).content.decode())


def test_who_is_known_under_another_number_is_not_missing():
    taken(of_year(2024, told("OLD1")))
    file = proposed(of_year(2025, told("old1")))
    assert continuity(person("MANAGER"), file).total == 0
