"""The pages of local limits: who may read them, who may change one, and what they say."""

import datetime as dt
from itertools import groupby

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from safeguarding.access import Permission, can
from safeguarding.labelled import values
from safeguarding.models import PolicySetting, User
from safeguarding.pages.limits import slug_of
from safeguarding.policy.keys import PolicyKey
from safeguarding.policy.limits import LIMITS
from safeguarding.rights import Role
from tests.cast import person
from tests.factories import PolicySettingFactory

pytestmark = pytest.mark.django_db

RECORD = "record-working-days"
CHANGE = {
    "value": "20",
    "effective_date_day": "1",
    "effective_date_month": "10",
    "effective_date_year": "2018",
    "reason": "Agreed by the partnership on 3 September",
}


@pytest.fixture(autouse=True)
def september() -> object:
    with time_machine.travel(dt.datetime(2018, 9, 3, 11, tzinfo=dt.UTC), tick=False):
        yield


def signed_in(client: Client, role: str) -> User:
    user = person(role)
    client.force_login(user)
    return user


def limit_page(slug: str = RECORD) -> str:
    return reverse("policy_limit", args=[slug])


def change_page(slug: str = RECORD) -> str:
    return reverse("policy_change", args=[slug])


def change(client: Client, **fields: str) -> str:
    return client.post(change_page(), CHANGE | fields).content.decode()


@pytest.mark.parametrize("role", values(Role))
def test_limits_are_read_by_those_who_may(client: Client, role: str) -> None:
    user = signed_in(client, role)
    expected = 200 if can(user, Permission.READ_POLICY) else 403

    assert client.get(reverse("policy")).status_code == expected
    assert client.get(limit_page()).status_code == expected


@pytest.mark.parametrize("role", values(Role))
def test_only_the_administrator_changes_a_limit(client: Client, role: str) -> None:
    signed_in(client, role)
    response = client.post(change_page(), CHANGE)
    changed = role == Role.SYSTEM_ADMINISTRATOR

    assert response.status_code == (302 if changed else 403)
    assert PolicySetting.objects.exists() is changed


def test_a_stranger_is_sent_to_sign_in(client: Client) -> None:
    assert client.get(reverse("policy")).status_code == 302
    assert client.post(change_page(), CHANGE).status_code == 302
    assert not PolicySetting.objects.exists()


def test_a_manager_reads_every_limit_in_a_sentence_with_its_source(client: Client) -> None:
    signed_in(client, Role.MANAGER)
    page = client.get(reverse("policy")).content.decode()

    assert "The record of the conference is sent within 15 working days of it." in page
    assert "City and Hackney; in Wales 20 working days" in page
    assert all(limit.name in page for limit in LIMITS)


def test_a_change_to_come_is_told_beside_the_present_value(client: Client) -> None:
    signed_in(client, Role.MANAGER)
    asa = person(Role.SYSTEM_ADMINISTRATOR)
    PolicySettingFactory(
        key="RECORD_WORKING_DAYS", value="20", effective_date=dt.date(2018, 10, 1), set_by=asa
    )
    page = client.get(reverse("policy")).content.decode()

    assert "20 working days from 1 October 2018" in page
    assert "15 working days" in page


def test_a_limits_page_tells_who_set_it_when_and_why(client: Client) -> None:
    signed_in(client, Role.MANAGER)
    for value, day in (("20", dt.date(2017, 4, 1)), ("18", dt.date(2018, 4, 1))):
        PolicySettingFactory(
            key="RECORD_WORKING_DAYS", value=value, effective_date=day, reason=f"Because of {value}"
        )
    page = client.get(limit_page()).content.decode()

    assert "within 18 working days of it" in page and "1 April 2018" in page
    assert "Because of 20" in page and "1 April 2017" in page


def test_the_change_link_is_shown_to_those_who_may_alone(client: Client) -> None:
    signed_in(client, Role.MANAGER)
    assert change_page() not in client.get(limit_page()).content.decode()

    signed_in(client, Role.SYSTEM_ADMINISTRATOR)
    assert change_page() in client.get(limit_page()).content.decode()


def test_a_change_is_made_and_said(client: Client) -> None:
    user = signed_in(client, Role.SYSTEM_ADMINISTRATOR)
    page = client.post(change_page(), CHANGE, follow=True).content.decode()
    setting = PolicySetting.objects.get()

    assert "Changed from 1 October 2018." in page
    assert (setting.value, setting.effective_date, setting.set_by) == ("20", dt.date(2018, 10, 1), user)


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        ({"value": ""}, "Enter the new value"),
        ({"value": "99"}, "Conference record must be between 1 and 40"),
        ({"value": "many"}, "Conference record must be a whole number, like 15"),
        ({"value": "15"}, "Conference record is already 15 working days"),
        ({"effective_date_year": "2017"}, "must be today or later"),
        ({"effective_date_day": "31", "effective_date_month": "2"}, "must be a real date"),
        ({"reason": " "}, "Enter why the limit changes"),
    ],
)
def test_a_mistake_is_named_and_nothing_typed_is_lost(
    client: Client, fields: dict[str, str], says: str
) -> None:
    signed_in(client, Role.SYSTEM_ADMINISTRATOR)
    page = change(client, **fields)

    assert says in page and "There is a problem" in page
    assert fields.get("reason", CHANGE["reason"]).strip() in page
    assert f'value="{fields.get("effective_date_year", "2018")}"' in page
    assert not PolicySetting.objects.exists()


def test_every_mistake_of_a_form_is_told_at_once(client: Client) -> None:
    signed_in(client, Role.SYSTEM_ADMINISTRATOR)
    page = change(client, value="99", effective_date_day="31", effective_date_month="2", reason="")

    for says in ("Conference record must be between", "must be a real date", "Enter why the limit changes"):
        assert says in page


@pytest.mark.parametrize("slug", ["no-such-limit", "record_working_days"])
def test_a_limit_that_does_not_exist_is_not_found(client: Client, slug: str) -> None:
    signed_in(client, Role.SYSTEM_ADMINISTRATOR)

    assert client.get(limit_page(slug)).status_code == 404
    assert client.post(change_page(slug), CHANGE).status_code == 404


@pytest.mark.parametrize("limit", LIMITS, ids=lambda limit: limit.key)
def test_every_limit_has_its_pages(client: Client, limit) -> None:  # type: ignore[no-untyped-def]
    signed_in(client, Role.SYSTEM_ADMINISTRATOR)
    slug = slug_of(limit)

    assert client.get(limit_page(slug)).status_code == 200
    assert client.get(change_page(slug)).status_code == 200


def test_the_list_takes_the_same_queries_however_long_its_history(client: Client) -> None:
    signed_in(client, Role.MANAGER)
    client.get(reverse("policy"))
    with CaptureQueriesContext(connection) as before:
        client.get(reverse("policy"))
    for month in range(1, 9):
        PolicySettingFactory(
            key="RECORD_WORKING_DAYS", value=str(month), effective_date=dt.date(2018, month, 1)
        )
    with CaptureQueriesContext(connection) as after:
        client.get(reverse("policy"))

    assert len(after) == len(before)


@pytest.mark.parametrize("limit", [one for one in LIMITS if one.waits_for], ids=lambda one: one.key)
def test_a_limit_that_nothing_reads_says_so_wherever_it_stands(client: Client, limit: PolicyKey) -> None:
    signed_in(client, "SYSTEM_ADMINISTRATOR")
    for address in (reverse("policy"), limit_page(slug_of(limit)), change_page(slug_of(limit))):
        assert limit.waits in client.get(address).content.decode()


def test_a_limit_that_is_read_says_nothing_of_waiting(client: Client) -> None:
    signed_in(client, "SYSTEM_ADMINISTRATOR")
    assert "Waits for" not in client.get(limit_page()).content.decode()


def test_each_heading_of_the_limits_stands_once() -> None:
    headings = [heading for heading, _ in groupby(LIMITS, lambda limit: limit.heading)]
    assert len(headings) == len(set(headings)), "Put a limit among the others of its heading in limits.py."
