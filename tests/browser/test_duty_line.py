"""The line of one deadline, walked: told by e-mail, passed up, acknowledged, done from its page, counted."""

import datetime as dt
import re

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from conferences.models import Message
from conferences.operations.duties import scan
from conferences.operations.notices_messages import write_messages
from safeguarding.bankholidays import england
from safeguarding.wording import LONDON
from tests.operations.duties_stories import DAY, STORIES, Unit, at_night

pytestmark = pytest.mark.django_db(transaction=True)
FIRST_CORE_GROUP = "Hold the first core group"
DUE = dt.date(2018, 4, 23)
FIGURE = reverse("measure", args=["first_core_group_in_10_days"]) + "?from=2018-04-01&to=2018-05-31"


def morning(on):
    """Duties are looked at in the night, and told in the morning."""
    scan(on=on, at=at_night(on))
    write_messages(at=dt.datetime.combine(on, dt.time(7, 5), tzinfo=LONDON))


def link_in_email(person):
    """The way to the duty, as somebody's latest e-mail gives it."""
    body = Message.objects.filter(recipient=person).latest("pk").body
    before, _, after = body.partition(f"* {FIRST_CORE_GROUP}")
    assert after, before
    return re.search(r"https?://[^/]+(/due/\S+)", after).group(1)


def follow(page, name, role="link"):
    with page.expect_navigation():
        page.get_by_role(role, name=name).first.click()


def record_core_group(page, day):
    for part, value in (("Day", day.day), ("Month", day.month), ("Year", day.year)):
        page.get_by_label(part, exact=True).fill(str(value))
    follow(page, "Save", role="button")


def test_from_the_fact_to_the_figure(strict_page, sign_in, axe, no_overflow, screenshot, size):
    page, unit = strict_page, Unit()
    STORIES["HOLD_FIRST_CORE_GROUP"](unit)
    for on in (england().add(DAY, 1).due, england().add(DUE, -2).due):
        morning(on)
    worker, manager = unit.people["SOCIAL_WORKER"], unit.people["TEAM_MANAGER"]
    sign_in(manager)
    page.goto(link_in_email(manager))
    expect(page.get_by_text(f"Passed up to {manager.full_name}")).to_be_visible()
    follow(page, "Acknowledge")
    page.get_by_label("What is done about it?").fill("A colleague holds it on Monday.")
    follow(page, "Acknowledge", role="button")
    sign_in(unit.people["MANAGER"])
    page.goto(FIGURE)
    expect(page.get_by_text("0 of 1").first).to_be_visible()
    sign_in(worker)
    page.goto(link_in_email(worker))
    expect(page.get_by_text(f"Acknowledged by {manager.full_name}")).to_have_count(1)
    axe(page)
    no_overflow(page)
    screenshot(f"duty-line-{size}")
    page.get_by_role("main").get_by_role("button").first.click()
    record_core_group(page, DUE)
    page.goto(reverse("my_work"))
    page.get_by_role("heading", name="Done lately").click()
    done = page.get_by_role("table", name="Done lately")
    expect(done.get_by_role("link", name=FIRST_CORE_GROUP, exact=True)).to_be_visible()
    page.goto(link_in_email(worker))
    expect(page.get_by_role("main").get_by_text("Done", exact=True).first).to_be_visible()
    sign_in(unit.people["MANAGER"])
    page.goto(FIGURE)
    expect(page.get_by_text("1 of 1").first).to_be_visible()
