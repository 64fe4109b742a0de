"""The local limits in a browser: read by a manager, changed by an administrator, wide and narrow."""

import pytest
from playwright.sync_api import expect

from tests.cast import person

pytestmark = pytest.mark.django_db(transaction=True)


def test_limits_read_well(strict_page, size, axe, no_overflow, sign_in, screenshot):
    sign_in(person("MANAGER"))
    strict_page.goto("/limits")
    screenshot(f"limits-{size}")
    axe(strict_page)
    no_overflow(strict_page)


def test_a_limit_is_changed_and_its_mistake_named(strict_page, size, axe, no_overflow, sign_in, screenshot):
    sign_in(person("SYSTEM_ADMINISTRATOR"))
    strict_page.goto("/limits")
    strict_page.get_by_role("link", name="Conference record").click()
    strict_page.get_by_role("button", name="Change this limit").click()
    strict_page.get_by_label("New value in working days").fill("99")
    strict_page.get_by_label("Day", exact=True).fill("1")
    strict_page.get_by_label("Month", exact=True).fill("4")
    strict_page.get_by_label("Year", exact=True).fill("2030")
    strict_page.get_by_label("Why is it changing?").fill("Agreed by the partnership")
    strict_page.get_by_role("button", name="Change the limit").click()
    strict_page.get_by_role("link", name="Conference record must be between 1 and 40").click()
    expect(strict_page.get_by_label("New value in working days")).to_be_focused()
    screenshot(f"limit-refused-{size}")
    axe(strict_page)

    strict_page.get_by_label("New value in working days").fill("20")
    strict_page.get_by_role("button", name="Change the limit").click()
    expect(strict_page.get_by_role("status")).to_contain_text("Changed from 1 April 2030")
    screenshot(f"limit-changed-{size}")
    axe(strict_page)
    no_overflow(strict_page)
