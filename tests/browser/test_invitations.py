"""The list of who is invited, in a browser: filled, invited, answered and reported, found clean by axe."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from safeguarding.bankholidays import england
from safeguarding.clock import today
from tests.cast import person
from tests.factories import PersonFactory, RelationshipFactory
from tests.scheduling import open_request

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
