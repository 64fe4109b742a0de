"""The story end to end, by those who live it: asked, consulted, scheduled, recorded and counted."""

import re

import pytest
import time_machine
from django.urls import reverse
from playwright.sync_api import expect

from conferences.models import Booking, ThinkingTime
from conferences.queries.measures import figures
from safeguarding.clock import day_of, today
from safeguarding.workingdays import Period, add_days
from tests.browser.test_requests import decide, give_account, record_enquiry
from tests.cast import person
from tests.factories import RoomFactory, TeamFactory
from tests.views.asking import family, planned_before

pytestmark = pytest.mark.django_db(transaction=True)
COUNTED = ("plans_started", "repeat_plans", "plans_open", "icpc_to_plan", "icpc_in_15_days")


def counts(period):
    found = figures(period, COUNTED)
    return {code: (found[code].numerator, found[code].denominator) for code in COUNTED}


def schedule(page):
    """The first slot that is offered."""
    request = ThinkingTime.objects.unscoped("test").get().request
    page.goto(reverse("book", args=[request.ref]))
    page.get_by_role("radio").first.check()
    with page.expect_navigation():
        page.get_by_role("button", name="Continue").click()
    with page.expect_navigation():
        page.get_by_role("button", name="Schedule this conference").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Meeting")
    return Booking.objects.unscoped("test").get()


def think(page):
    session = ThinkingTime.objects.unscoped("test").get()
    page.goto(reverse("thinking_time", args=[session.ref]))
    with page.expect_navigation():
        page.get_by_role("button", name="Record that it was held").click()
    page.get_by_label("How long did it take?").fill("45")
    for box in page.get_by_label("What do you conclude for").all():
        box.fill("Look at what the earlier plan left unchanged.")
    with page.expect_navigation():
        page.get_by_role("button", name="Save", exact=True).click()
    expect(page).to_have_url(re.compile(reverse("thinking_time", args=[session.ref]) + "$"))


def record(page, booking):
    page.goto(reverse("record", args=[booking.ref]))
    with page.expect_navigation():
        page.get_by_role("button", name="Start the record").click()
    page.get_by_role("link", name="Attendance").click()
    expect(page.get_by_role("button", name="Save attendance")).to_be_visible()
    for mode in page.get_by_label("How they took part").all():
        if mode.is_visible():
            mode.select_option("IN_PERSON")
    page.get_by_label("If too few agencies came").fill("The school could not come.")
    with page.expect_navigation():
        page.get_by_role("button", name="Save attendance").click()
    page.get_by_role("link", name="Back").click()
    page.get_by_role("link", name="Jade Fablethorpe", exact=True).click()
    page.get_by_label("What does Jade say?").fill("I want it to be quiet at night.")
    page.get_by_label("Did not come: sent their views in another way").check()
    page.get_by_label("A child protection plan begins", exact=True).check()
    page.get_by_label("Neglect").check()
    page.get_by_label("Reasons for the decision").fill("The same harm has come back within a year.")
    page.get_by_label("What will be done?").fill("See the invented nurse")
    page.get_by_label("Who will do it?").fill("Mother Samplewood")
    by_date = add_days(day_of(booking.starts_at), 14)
    for part, value in (("Day", by_date.day), ("Month", by_date.month), ("Year", by_date.year)):
        page.get_by_label(part, exact=True).first.fill(str(value))
    with page.expect_navigation():
        page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_text("Draft saved at").first).to_be_visible()
    page.goto(reverse("record_check", args=[booking.ref]))
    with page.expect_navigation():
        page.get_by_role("button", name="Sign the record").click()
    expect(page.get_by_text("a child protection plan begins, under neglect")).to_be_visible()


def the_story(page, sign_in, look, clean):
    """Everything from the strategy discussion on; the figures differ by exactly what was decided."""
    page.set_default_timeout(20_000)

    team = TeamFactory()
    child, _ = family(team)
    planned_before(child)
    RoomFactory(name="Willow room", seats=14)
    chair = person("CHAIR")
    worker = person("SOCIAL_WORKER", team=team)
    child.allocations.update(worker=worker)
    sign_in(worker)
    record_enquiry(page, child, look)
    page.get_by_label("Jade Fablethorpe").check()
    page.get_by_label("Why is a conference needed?").fill("Police were called twice.")
    with page.expect_navigation():
        page.get_by_role("button", name="Check your answers").click()
    with page.expect_navigation():
        page.get_by_role("button", name="Request the conference").click()
    give_account(page, look)
    sign_in(person("STRATEGIC_LEAD"))
    decide(page, look)
    sign_in(person("BUSINESS_SUPPORT"))
    booking = schedule(page)
    period = Period(add_days(today(), -30), day_of(booking.starts_at))
    before = counts(period)
    with time_machine.travel(booking.ends_at, tick=True):
        sign_in(booking.chair)
        think(page)
        record(page, booking)
        clean(page)
        look("signed")
        page.goto(reverse("child", args=[child.ref]))
        expect(page.get_by_text("Neglect").first).to_be_visible()
        look("child")
    assert booking.chair == chair
    moved = {
        code: (new - old, (d or 0) - (c or 0))
        for code in COUNTED
        for (old, c), (new, d) in [(before[code], counts(period)[code])]
    }
    assert moved == {
        "plans_started": (1, 0),
        "repeat_plans": (1, 1),
        "plans_open": (1, 0),
        "icpc_to_plan": (1, 1),
        "icpc_in_15_days": (1, 1),
    }


def test_from_the_strategy_discussion_to_the_figures(
    strict_page, sign_in, size, axe, no_overflow, screenshot
):
    def clean(page):
        axe(page)
        no_overflow(page)

    the_story(strict_page, sign_in, lambda name: screenshot(f"journey-{name}-{size}"), clean)


@pytest.mark.parametrize("scripts", [False])
def test_the_same_without_scripts(strict_page, sign_in, scripts):
    the_story(strict_page, sign_in, lambda name: None, lambda page: None)
