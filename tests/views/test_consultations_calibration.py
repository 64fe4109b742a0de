"""The calibration page: every number opens to its decisions, logged, and who is hidden is in none."""

import csv
import datetime as dt
import io
import re
from html import unescape

import pytest
from django.urls import reverse

from safeguarding.models import ReadLog
from tests.cast import person
from tests.factories import (
    NOON,
    ConsultationAnswerFactory,
    ConsultationConditionFactory,
    ConsultationFactory,
    RequestedChildFactory,
    SecondOpinionFactory,
    ThinkingActionFactory,
)
from tests.queries.test_consultations_calibration import World
from tests.views.pages import text

pytestmark = pytest.mark.django_db
ASKED = "?from=2018-04-01&to=2019-03-31"
PAGE, LIST, CSV = (reverse(name) for name in ("calibration", "calibration_list", "calibration_csv"))
CELL = re.compile(r'<a class="govuk-link" href="([^"]*decided/list[^"]*)">\s*([\d,]+)')


def test_every_number_opens_to_as_many_decisions(client):
    """Each link of the page, by each way of grouping: its number is that of the list."""
    world = World(3)
    client.force_login(world.manager)
    opened = set()
    for by in ("team", "asker", "decider", "gap"):
        page = client.get(f"{PAGE}{ASKED}&by={by}").content.decode()
        opened |= {(unescape(href), number) for href, number in CELL.findall(page)}
    assert len(opened) > 20
    for href, number in opened:
        whole = "part=whole" in href and "figure=all" not in href
        found = re.search(r"(\d+|No) decisions?, by the day", text(client.get(href)))
        assert found, href
        assert whole or found.group(1) == number, href


def test_what_decisions_and_thinking_time_led_to_opens_to_each(client):
    condition = ConsultationConditionFactory()
    action = ThinkingActionFactory(due_date=condition.due_date)
    asked = RequestedChildFactory(request=action.session.request)
    client.force_login(manager := person("MANAGER"))
    page = client.get(f"{PAGE}{ASKED}")
    assert "Conditions of decisions" in text(page) and "Open and overdue" in text(page)
    for kind, child, what in (
        ("conditions", condition.answer.consultation.child, condition.what),
        ("actions", asked.child, action.what),
    ):
        for part in ("whole", "overdue"):
            address = f"{LIST}{ASKED}&figure={kind}&part={part}"
            assert address in unescape(page.content.decode())
            told = text(client.get(address))
            assert "1 entry, by the day" in told and child.display_name in told and what in told
        read = ReadLog.objects.filter(user=manager, view_name="calibration_list", child=child)
        assert read.count() == 2
        assert "No entries, by the day" in text(client.get(f"{LIST}{ASKED}&figure={kind}&part=in_time"))
        assert client.get(f"{LIST}{ASKED}&figure={kind}&part=never").status_code == 404


def test_the_list_is_logged_for_whom_it_shows(client):
    given = ConsultationAnswerFactory()
    client.force_login(manager := person("MANAGER"))
    page = text(client.get(f"{LIST}{ASKED}&figure=agree&part=part"))
    assert given.consultation.child.display_name in page
    read = ReadLog.objects.filter(user=manager, view_name="calibration_list")
    assert [one.child_id for one in read] == [given.consultation.child_id]
    client.get(f"{PAGE}{ASKED}")
    assert not ReadLog.objects.filter(user=manager, view_name="calibration").exists()


def test_who_is_hidden_changes_no_byte_of_page_list_or_file(client):
    """Whatever the period: so that nobody learns of a child by taking one number from another."""
    ConsultationAnswerFactory()
    manager, lead = person("MANAGER"), person("STRATEGIC_LEAD")
    client.force_login(manager)
    addresses = [f"{PAGE}{ASKED}", f"{LIST}{ASKED}&figure=all&part=whole", f"{CSV}{ASKED}"]
    before = [told(client.get(one)) for one in addresses]
    child = SecondOpinionFactory(opinion="ANOTHER_WAY").answer.consultation.child
    assert [told(client.get(one)) for one in addresses] != before
    hidden = {"is_restricted": True, "restricted_reason": "x", "restricted_by": lead}
    type(child).every.filter(pk=child.pk).update(**hidden, restricted_at=NOON)
    assert [told(client.get(one)) for one in addresses] == before


def told(response):
    """The answer without what differs from one to the next."""
    body = response.getvalue().decode() if response.streaming else response.content.decode()
    return [
        line for line in body.splitlines() if "csrfmiddlewaretoken" not in line and "app-session" not in line
    ]


def test_the_file_has_the_numbers_of_the_page(client):
    World(4)
    client.force_login(person("MANAGER"))
    answer = client.get(f"{CSV}{ASKED}")
    rows = list(csv.reader(io.StringIO(answer.getvalue().decode("utf-8-sig"))))
    page = text(client.get(f"{PAGE}{ASKED}"))
    (agreed,) = [row for row in rows if row[2] == "all" and row[4] == "Agreed"]
    assert f"{agreed[5]} of {agreed[6]} (" in page
    assert answer.headers["Content-Disposition"].endswith('consultations-2018-04-01-to-2019-03-31.csv"')


def test_an_empty_period_says_so(client):
    client.force_login(person("STRATEGIC_LEAD"))
    page = text(client.get(f"{PAGE}?from=2011-04-01&to=2011-05-31"))
    assert "No decision on a consultation is recorded in this period." in page
    assert "No second opinion was given yet." in page and "Nobody is ranked here" in page


def test_a_period_that_ends_before_it_begins_is_said_beside_its_field(client):
    client.force_login(person("STRATEGIC_LEAD"))
    page = text(client.get(f"{PAGE}?from=2019-03-31&to=2018-04-01"))
    assert "The last day must be the same as or after the first day" in page


@pytest.mark.parametrize(
    "asked", ["figure=nosuch", "figure=agree&part=nosuch", "figure=pair&first=AGREE&second=x", ""]
)
def test_a_figure_that_is_none_is_not_found(client, asked):
    client.force_login(person("MANAGER"))
    assert client.get(f"{LIST}{ASKED}&{asked}").status_code == 404


@pytest.mark.parametrize("role", ["CHAIR", "TEAM_MANAGER", "SOCIAL_WORKER", "BUSINESS_SUPPORT", "REVIEWER"])
def test_other_roles_are_refused_and_see_no_link(client, role):
    client.force_login(person(role))
    assert {client.get(one).status_code for one in (PAGE, LIST, CSV)} == {403}
    for name in ("consultations", "measures"):
        assert PAGE not in client.get(reverse(name)).content.decode()


@pytest.mark.parametrize("role", ["STRATEGIC_LEAD", "MANAGER"])
def test_those_who_may_are_led_there(client, role):
    client.force_login(person(role))
    for name in ("consultations", "measures"):
        assert PAGE in client.get(reverse(name)).content.decode()


def test_what_was_decided_in_a_split_is_counted_for_each_child(client):
    first = ConsultationAnswerFactory()
    request = first.consultation.requested_child.request
    other = ConsultationFactory(
        requested_child__request=request, requested_child__child__family=request.family
    )
    way = {
        "instead": "Support.",
        "way": "NAMED_SUPPORT",
        "lead_words": "x",
        "review_date": dt.date(2018, 9, 1),
    }
    ConsultationAnswerFactory(consultation=other, answer="ANOTHER_WAY", **way)
    client.force_login(person("MANAGER"))
    page = text(client.get(f"{PAGE}{ASKED}"))
    assert "2 children were decided on" in page and "1 of 2 (50.0%)" in page
