"""Scheduling and thinking time in a browser: found clean by axe, wide and narrow, and without JavaScript."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from conferences.models import Booking
from safeguarding.bankholidays import england
from safeguarding.clock import now, today
from tests.cast import person
from tests.factories import (
    AllocationFactory,
    RequestedChildFactory,
    RoomFactory,
    TeamFactory,
    ThinkingTimeFactory,
)

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def asked():
    """A request for two children, due ten working days from today, with two rooms and a chair."""
    due = england().add(today(), 10).due
    first = RequestedChildFactory(due_date=due, due_explanation="15 working days from an invented day")
    second = RequestedChildFactory(
        request=first.request,
        child__family=first.request.family,
        child__given_names="Basil",
        due_date=due,
        due_explanation="15 working days from an invented day",
    )
    for child in (first.child, second.child):
        AllocationFactory(child=child, team=TeamFactory())
    for name, seats in (("Willow room", 14), ("Beech room", 6)):
        RoomFactory(name=name, seats=seats)
    person("CHAIR")
    return first.request


def schedule(page, asked):
    """Choose the first slot and say yes; the meeting that this makes."""
    page.goto(reverse("book", args=[asked.ref]))
    page.get_by_label("Willow room").first.check()
    with page.expect_navigation():
        page.get_by_role("button", name="Continue").click()
    with page.expect_navigation():
        page.get_by_role("button", name="Schedule this conference").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Meeting")
    return Booking.every.get()


def test_a_conference_that_was_held_is_entered_and_waits_for_its_record(
    strict_page, size, axe, no_overflow, sign_in, screenshot, asked
):
    sign_in(person("BUSINESS_SUPPORT"))
    strict_page.goto(reverse("book", args=[asked.ref]))
    strict_page.get_by_role("link", name="Enter a conference that has been held already").click()
    with strict_page.expect_navigation():
        strict_page.get_by_role("button", name="Continue").click()
    expect(strict_page.get_by_role("link", name="Enter the day on which it was held")).to_be_visible()
    screenshot(f"held-refused-{size}")
    axe(strict_page)
    no_overflow(strict_page)

    day = england().add(today(), -1).due
    for part in ("day", "month", "year"):
        strict_page.get_by_label(part.title(), exact=True).fill(str(getattr(day, part)))
    strict_page.get_by_label("Start time").fill("10am")
    strict_page.get_by_label("Where was it held?").select_option(label="Willow room")
    strict_page.get_by_label("Who chaired it?").select_option(index=1)
    strict_page.get_by_label("It was held at short notice").check()
    with strict_page.expect_navigation():
        strict_page.get_by_role("button", name="Continue").click()
    expect(strict_page.get_by_text("The conference is not entered yet.")).to_be_visible()
    screenshot(f"held-check-{size}")
    axe(strict_page)
    no_overflow(strict_page)
    with strict_page.expect_navigation():
        strict_page.get_by_role("button", name="Enter this conference").click()
    expect(strict_page.get_by_text("Its chair can record it now.")).to_be_visible()
    screenshot(f"held-meeting-{size}")
    axe(strict_page)
    no_overflow(strict_page)
    assert Booking.every.get().entered_reason == "URGENT"


def test_a_conference_is_scheduled_moved_and_seen_in_the_diary(
    strict_page, size, axe, no_overflow, sign_in, screenshot, asked
):
    sign_in(person("BUSINESS_SUPPORT"))
    strict_page.goto(reverse("book", args=[asked.ref]))
    strict_page.get_by_label("Another time").check()
    with strict_page.expect_navigation():
        strict_page.get_by_role("button", name="Continue").click()
    strict_page.get_by_role("link", name="Enter a start time").click()
    expect(strict_page.get_by_label("Start time")).to_be_focused()
    screenshot(f"schedule-refused-{size}")
    axe(strict_page)
    no_overflow(strict_page)

    booking = schedule(strict_page, asked)
    for name in ("booking", "booking_move"):
        strict_page.goto(reverse(name, args=[booking.ref]))
        screenshot(f"{name}-{size}")
        axe(strict_page)
        no_overflow(strict_page)
    for name in ("diary", "diary_chairs"):
        strict_page.goto(f"{reverse(name)}?week={booking.starts_at:%Y-%m-%d}")
        expect(strict_page.get_by_role("link", name=f"Meeting {booking.pk}")).to_be_visible()
        screenshot(f"{name}-{size}")
        axe(strict_page)
        no_overflow(strict_page)


def test_the_address_of_a_diary_is_made(strict_page, size, axe, no_overflow, sign_in, screenshot):
    sign_in(person("CHAIR"))
    strict_page.goto(reverse("own_diary_feed"))
    with strict_page.expect_navigation():
        strict_page.get_by_role("button", name="Make an address").click()
    expect(strict_page.locator("code")).to_contain_text("/diary/feeds/")
    screenshot(f"diary-address-{size}")
    axe(strict_page)
    no_overflow(strict_page)


def test_thinking_time_is_held(strict_page, size, axe, no_overflow, sign_in, screenshot, asked):
    session = ThinkingTimeFactory(request=asked, raised_at=now())
    sign_in(person("CHAIR"))
    strict_page.goto(reverse("thinking_time", args=[session.ref]))
    axe(strict_page)
    with strict_page.expect_navigation():
        strict_page.get_by_role("button", name="Record that it was held").click()
    expect(strict_page.get_by_label("How long did it take?")).to_be_visible()
    screenshot(f"thinking-time-form-{size}")
    axe(strict_page)
    no_overflow(strict_page)
    strict_page.get_by_label("How long did it take?").fill("45")
    for box in strict_page.get_by_label("What do you conclude for").all():
        box.fill("Look at both earlier plans together.")
    strict_page.get_by_label("What is the pattern").fill("Each spring hope comes back.")
    with strict_page.expect_navigation():
        strict_page.get_by_role("button", name="Save", exact=True).click()
    expect(strict_page.get_by_role("heading", name="Your reflective note")).to_be_visible()
    screenshot(f"thinking-time-{size}")
    axe(strict_page)
    no_overflow(strict_page)


@pytest.mark.parametrize("scripts", [False])
def test_without_javascript_a_conference_is_scheduled_at_a_time_of_one_s_own(strict_page, sign_in, asked):
    sign_in(person("BUSINESS_SUPPORT"))
    day = england().add(today(), 4).due
    strict_page.goto(reverse("book", args=[asked.ref]))
    strict_page.get_by_label("Another time").check()
    for part, value in (("Day", day.day), ("Month", day.month), ("Year", day.year)):
        strict_page.get_by_label(part, exact=True).fill(str(value))
    strict_page.get_by_label("Start time").fill("2pm")
    strict_page.get_by_label("Willow room", exact=True).check()
    strict_page.get_by_role("group", name="Chair").get_by_role("radio").first.check()
    with strict_page.expect_navigation():
        strict_page.get_by_role("button", name="Continue").click()
    with strict_page.expect_navigation():
        strict_page.get_by_role("button", name="Schedule this conference").click()
    booking = Booking.every.get()
    assert (booking.room.name, booking.starts_at.date()) == ("Willow room", day)
