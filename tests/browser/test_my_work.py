"""My work with more than it shows, and a whole list: by keyboard, clean on a wide and a narrow screen."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from conferences.queries.duties_list import A_PAGE
from safeguarding.clock import today
from safeguarding.workingdays import add_days
from tests.cast import person
from tests.factories import ChildFactory, DutyFactory

pytestmark = pytest.mark.django_db
MORE = A_PAGE + 5


@pytest.fixture
def chair(sign_in):
    """A chair with more to do, late and today, than stands on a page, and a little later on."""
    user = person("CHAIR")
    sign_in(user)
    for n in range(MORE + 3):
        days = n % 9 - 8 if n < MORE else 20
        child = ChildFactory(given_names=f"Amber {n}", family_name="Testington")
        DutyFactory(child=child, due_date=add_days(today(), days), owner=user)
    return user


@pytest.mark.parametrize("scripts", [False], indirect=True)
def test_a_long_list_leads_to_the_whole_by_keyboard_without_scripts(strict_page, chair):
    page = strict_page
    page.goto(reverse("my_work"))
    page.get_by_role("link", name=f"See all {MORE} to do today").press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text(f"Do today ({MORE}, ")
    expect(page.get_by_text("Page 1 of 2.")).to_be_visible()
    page.get_by_role("link", name="Next page").press("Enter")
    expect(page.get_by_role("row")).to_have_count(MORE - A_PAGE + 1)
    page.get_by_role("link", name="My work").first.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("My work")


@pytest.mark.parametrize("part", ["", "today", "later", "waiting"])
def test_the_lists_are_clean_at_both_widths(strict_page, chair, part, size, axe, no_overflow, screenshot):
    narrowed = f"{reverse('my_work')}?late=on"
    strict_page.goto(reverse("my_work_list", args=[part]) if part else narrowed)
    expect(strict_page.get_by_role("heading", level=1)).to_be_visible()
    axe(strict_page)
    no_overflow(strict_page)
    screenshot(f"my-work-{part or 'long'}-{size}")
