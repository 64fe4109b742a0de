"""The list of who is invited, in a browser: filled, invited, answered and reported, found clean by axe."""

import re

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from conferences.models import ReportLink
from conferences.operations.invitations_links import make_link
from safeguarding.bankholidays import england
from safeguarding.clock import now, today
from tests.cast import person
from tests.factories import InvitationFactory, PersonFactory, RelationshipFactory
from tests.scheduling import booked, open_request

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def asked():
    """A request of today with a mother who needs an interpreter."""
    request = open_request(due=england().add(today(), 10).due)
    child = request.children.get().child
    mother = PersonFactory(family=child.family, full_name="Polly Exemplar", interpreter_language="Welsh")
    RelationshipFactory(child=child, person=mother, kind="MOTHER")
    return request


def test_a_list_is_filled_and_followed(strict_page, size, axe, no_overflow, sign_in, screenshot, asked):
    def looked_at(name):
        screenshot(f"invited-{name}-{size}")
        axe(strict_page)
        no_overflow(strict_page)

    def press(name):
        with strict_page.expect_navigation():
            strict_page.get_by_role("button", name=name).click()

    sign_in(person("BUSINESS_SUPPORT"))
    strict_page.goto(reverse("invited", args=[asked.ref]))
    looked_at("empty")
    press("Put people on the list")
    press("Put on the list")
    expect(strict_page.get_by_role("link", name="Select or enter at least one person")).to_be_visible()
    looked_at("refused")
    strict_page.get_by_label("Polly Exemplar").check()
    strict_page.get_by_label("Name", exact=True).fill("Edith Chalkdust")
    strict_page.get_by_label("Agency or family").select_option(label="School or college")
    strict_page.get_by_label("Ask them for a report").check()
    press("Put on the list")
    expect(strict_page.get_by_text("2 people put on the list.")).to_be_visible()

    press("Record who was invited")
    for label in ("Polly Exemplar", "Edith Chalkdust", "By email"):
        strict_page.get_by_label(label).check()
    for part in ("day", "month", "year"):
        strict_page.get_by_label(part.title(), exact=True).fill(str(getattr(today(), part)))
    looked_at("sent")
    press("Save")
    expect(strict_page.get_by_text("Recorded: 2 people invited.")).to_be_visible()

    with strict_page.expect_navigation():
        strict_page.get_by_role("link", name="Record the answer Polly Exemplar").click()
    needed = strict_page.get_by_role("group", name="What do they need to take part?")
    expect(needed.get_by_label("An interpreter")).to_be_checked()
    strict_page.get_by_label("Comes to the meeting").check()
    looked_at("answer")
    press("Save")
    expect(strict_page.get_by_text("What they answered: recorded.")).to_be_visible()

    with strict_page.expect_navigation():
        strict_page.get_by_role("link", name="Record a report of Edith Chalkdust").click()
    looked_at("report")
    strict_page.go_back()
    looked_at("list")


def test_what_an_agency_types_is_saved_as_it_types(strict_page, size, axe, no_overflow, screenshot):
    meeting = booked(open_request(due=england().add(today(), 10).due), day=england().add(today(), 5).due)
    nurse = InvitationFactory(request=meeting.request, agency_kind="SCHOOL_NURSING")
    made = make_link(invitation=nurse, address_of=str, by=person("BUSINESS_SUPPORT"), at=now())
    address = reverse("report_give", args=[made.address])

    def opened():
        strict_page.goto(address)
        strict_page.get_by_label("Code").fill(made.code)
        strict_page.get_by_role("button").last.click()
        return strict_page.locator("[name=well]")

    well = opened()
    expect(strict_page.get_by_text("What you type is saved as you go")).to_be_visible()
    well.press_sequentially("She sleeps through the night.")
    expect(strict_page.locator("[data-draft-state]")).to_have_text(
        re.compile(r"^Saved at .*It was not sent\.$")
    )
    screenshot(f"report-typed-{size}")
    axe(strict_page)
    no_overflow(strict_page)
    well.press_sequentially(" She eats well.")
    # Left at once: what was typed goes with the page's last word.
    strict_page.goto("about:blank")
    expect(opened()).to_have_value("She sleeps through the night. She eats well.")
    strict_page.expected = "ERR_INTERNET_DISCONNECTED"
    strict_page.context.set_offline(True)
    strict_page.locator("[name=well]").press_sequentially(" And the cut?")
    strict_page.get_by_role("button", name="Send the report").click()
    expect(strict_page.locator("[data-draft-state]")).to_contain_text(
        "cannot be reached, so nothing was sent"
    )
    strict_page.context.set_offline(False)
    expect(strict_page.locator("[data-draft-state]")).to_have_text(re.compile(r"^Saved at"))
    assert ReportLink.objects.unscoped("test").get().draft["well"].count("And the cut?")
