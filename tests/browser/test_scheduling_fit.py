"""What the day must fit, hours, the year ahead and a chair away, in a browser, wide and narrow."""

import datetime as dt

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from safeguarding.bankholidays import england
from safeguarding.clock import now, today
from safeguarding.workingdays import add_days
from tests.cast import person
from tests.factories import (
    AllocationFactory,
    BookingFactory,
    ConferenceChildFactory,
    InvitationFactory,
    PlanFactory,
    RequestedChildFactory,
    RoomFactory,
    TeamFactory,
    WorkingHoursFactory,
)

PARTS = ("day", "month", "year")
pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def seen(strict_page, size, axe, no_overflow, screenshot):
    """seen("name"): the page as it stands is clean, no wider than the screen, and kept as a picture."""

    def look(name):
        screenshot(f"{name}-{size}")
        axe(strict_page)
        no_overflow(strict_page)

    return look


@pytest.fixture
def asked():
    """A request for a child, due ten working days from today, with two rooms and two chairs."""
    due = england().add(today(), 10).due
    asked = RequestedChildFactory(due_date=due, due_explanation="15 working days from an invented day")
    AllocationFactory(child=asked.child, team=TeamFactory())
    RoomFactory(name="Willow room", seats=14, has_waiting_room=True)
    RoomFactory(name="Beech room", seats=10)
    person("CHAIR")
    WorkingHoursFactory(person=person("CHAIR"), first_date=dt.date(2018, 1, 1))
    return asked.request


def test_an_interpreter_and_contact_are_entered_and_the_times_say_so(strict_page, sign_in, seen, asked):
    sign_in(person("BUSINESS_SUPPORT"))
    InvitationFactory(request=asked, name="Elm Example", needs=["INTERPRETER"])
    strict_page.goto(reverse("fit", args=[asked.ref]))
    seen("fit-empty")
    strict_page.get_by_label("Which language").fill("Polish")
    with strict_page.expect_navigation():
        strict_page.get_by_role("button", name="Save").click()
    expect(strict_page.get_by_role("link", name="Enter who needs the interpreter")).to_be_visible()
    seen("fit-refused")
    strict_page.get_by_label("Who needs the interpreter").fill("The invented grandmother")
    strict_page.get_by_label("Yes, 30 minutes before the start").check()
    with strict_page.expect_navigation():
        strict_page.get_by_role("button", name="Save").click()
    strict_page.get_by_role("link", name="Add a time at which somebody is not free").click()
    strict_page.get_by_label("Contact with a child").check()
    strict_page.get_by_label("Who is it?").fill("The children’s father")
    strict_page.get_by_label("Each week on").select_option(label="Wednesday")
    seen("busy-add")
    with strict_page.expect_navigation():
        strict_page.get_by_role("button", name="Save this time").click()
    expect(strict_page.get_by_text("Each Wednesday")).to_be_visible()
    seen("fit")
    strict_page.goto(reverse("book", args=[asked.ref]))
    expect(strict_page.get_by_text("An interpreter (Polish)").first).to_be_visible()
    seen("book-fits")


def test_hours_are_set_by_keyboard_and_what_is_wrong_is_said(strict_page, sign_in, seen, asked):
    sign_in(person("STRATEGIC_LEAD"))
    chair = person("CHAIR")
    strict_page.goto(reverse("working_hours"))
    seen("working-hours")
    strict_page.goto(reverse("working_hours_of", args=[chair.ref]))
    strict_page.get_by_label("Monday from").fill("9am")
    strict_page.keyboard.press("Enter")
    expect(strict_page.get_by_role("link", name="Enter when Monday ends")).to_be_visible()
    seen("working-hours-refused")


def test_the_year_ahead_names_what_breaks_and_opens_to_what_is_due(strict_page, sign_in, seen, asked):
    for back in range(1, 20):
        day = england().add(today(), -8 * back).due
        ConferenceChildFactory(kind="INITIAL", conference__held_date=day)
    for _ in range(30):
        PlanFactory(start_date=add_days(today(), -60))
    sign_in(person("MANAGER"))
    strict_page.goto(reverse("capacity"))
    expect(strict_page.get_by_text("is the first that breaks")).to_be_visible()
    seen("capacity")
    strict_page.locator("a[href*='capacity/due?week']").first.click()
    expect(strict_page.get_by_role("heading", level=1)).to_contain_text("Reviews due")
    seen("capacity-due")


def test_a_chair_away_is_looked_at_and_approved(strict_page, sign_in, seen, asked):
    chair = person("CHAIR")
    start = dt.datetime.combine(england().add(today(), 5).due, dt.time(11), tzinfo=dt.UTC)
    BookingFactory(
        request=asked, chair=chair, starts_at=start, ends_at=start + dt.timedelta(hours=1), booked_at=now()
    )
    asked.state = "BOOKED"
    asked.save(update_fields=["state"])
    sign_in(person("BUSINESS_SUPPORT"))
    strict_page.goto(reverse("chair_away"))
    seen("away-empty")
    days = {"first": today(), "last": add_days(today(), 20)}
    query = "&".join(
        f"{name}_{part}={getattr(day, part)}"
        for name, day in days.items()
        for part in ("day", "month", "year")
    )
    strict_page.goto(f"{reverse('chair_away')}?chair={chair.ref}&{query}")
    seen("away")
    with strict_page.expect_navigation():
        strict_page.get_by_role("button", name="Move these meetings").click()
    expect(strict_page.get_by_text("1 meeting is moved.")).to_be_visible()
    seen("away-moved")
