"""Seen to work, in a browser: all well, standing still, and an email sent again, wide and narrow."""

import datetime as dt

import pytest
from playwright.sync_api import expect

from safeguarding.clock import now
from safeguarding.models import Heartbeat
from tests.cast import person
from tests.factories import (
    MessageFactory,
    ReconciliationDifferenceFactory,
    ReconciliationFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db(transaction=True)


def test_an_email_that_was_given_up_is_sent_again(strict_page, size, axe, no_overflow, sign_in, screenshot):
    long_ago = now() - dt.timedelta(minutes=5)
    for part in ("WORKER", "BEAT", "SCAN"):
        Heartbeat.objects.update_or_create(part=part, defaults={"worked_at": now(), "tried_at": now()})
    wrong = {"worked_at": long_ago, "tried_at": now(), "wrong": "ConnectionRefusedError"}
    Heartbeat.objects.update_or_create(part="MAIL", defaults=wrong)
    amber = UserFactory(full_name="Amber Example", email="amber.example@fableshire.example")
    refused = "The mail server refuses this email for good"
    MessageFactory(recipient=amber, parked_at=now(), parked_because=refused, attempts=1)
    ReconciliationDifferenceFactory(reconciliation=ReconciliationFactory(day=now().date()), number=3)
    sign_in(person("SYSTEM_ADMINISTRATOR"))
    strict_page.goto("/rights")
    banner = strict_page.get_by_role("region", name="The service")
    expect(banner).to_contain_text("Email has not worked since")
    banner.get_by_role("link", name="See what works").click()
    screenshot(f"service-{size}")
    axe(strict_page)
    no_overflow(strict_page)
    strict_page.get_by_role("button", name="Send again to Amber Example").click()
    expect(strict_page.get_by_text("The email is sent again within a minute or two")).to_be_visible()
    expect(strict_page.get_by_text("None was given up.")).to_be_visible()
    axe(strict_page)
