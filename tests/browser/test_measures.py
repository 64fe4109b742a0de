"""The figures in a browser: read, opened to definition and children, at both widths, by keyboard."""

import datetime as dt

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from tests.cast import person
from tests.factories import ChildFactory, FamilyFactory, PlanFactory

pytestmark = pytest.mark.django_db(transaction=True)
PERIOD = "?from=2018-04-01&to=2018-08-31"


@pytest.fixture
def manager(sign_in, db):
    """A manager, and a council of two plans, one of them a second one."""
    family = FamilyFactory()
    again = ChildFactory(given_names="Again", family_name="Samplewood", family=family)
    PlanFactory(child=again, start_date=dt.date(2015, 1, 5), end_date=dt.date(2016, 2, 1))
    PlanFactory(child=again, start_date=dt.date(2018, 5, 1))
    PlanFactory(child=ChildFactory(given_names="First", family=family), start_date=dt.date(2018, 6, 1))
    user = person("MANAGER")
    sign_in(user)
    return user


def looked_at(page, name, axe, no_overflow, screenshot):
    axe(page)
    no_overflow(page)
    screenshot(name)


def test_a_figure_opens_to_its_definition_and_its_children(
    strict_page, manager, size, axe, no_overflow, screenshot
):
    page = strict_page
    page.goto(reverse("measures") + PERIOD)
    expect(page.get_by_role("heading", level=1)).to_have_text("Child protection performance")
    looked_at(page, f"performance-{size}", axe, no_overflow, screenshot)
    expect(page.locator(".app-stack td:empty").first).to_be_visible(visible=size == "wide")
    page.get_by_role("link", name="Second or subsequent plans", exact=True).first.click()
    expect(page.get_by_text("1 of 2 (50.0%)")).to_be_visible()
    looked_at(page, f"measure-{size}", axe, no_overflow, screenshot)
    page.get_by_role("link", name="Show the children counted").click()
    expect(page.get_by_role("link", name="Again Samplewood")).to_be_visible()
    looked_at(page, f"measure-children-{size}", axe, no_overflow, screenshot)


def test_the_figures_for_publication(strict_page, manager, size, axe, no_overflow, screenshot):
    strict_page.goto(reverse("measures") + PERIOD)
    strict_page.get_by_role("link", name="Figures for publication").click()
    expect(strict_page.get_by_role("rowheader", name="Plans started", exact=True)).to_be_visible()
    looked_at(strict_page, f"figures-public-{size}", axe, no_overflow, screenshot)


def test_a_chart_is_a_table_too(strict_page, manager):
    strict_page.goto(reverse("measures") + PERIOD)
    strict_page.get_by_text("Show this chart as a table").first.click()
    expect(strict_page.get_by_role("table", name="Plans open at month ends")).to_be_visible()


def test_the_figures_are_read_by_keyboard_alone(strict_page, manager):
    page = strict_page
    page.goto(reverse("measures") + PERIOD)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    link = page.get_by_role("link", name="Second or subsequent plans", exact=True).first
    for _ in range(20):
        page.keyboard.press("Tab")
        if link.evaluate("node => node === document.activeElement"):
            break
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Second or subsequent plans")


@pytest.mark.parametrize("scripts", [False], indirect=True)
def test_other_dates_are_chosen_without_scripts(strict_page, manager):
    page = strict_page
    page.goto(reverse("measures") + PERIOD)
    page.get_by_text("Choose other dates").click()
    page.get_by_role("group", name="From").get_by_label("Year").fill("2017")
    page.get_by_role("button", name="Show these figures").click()
    expect(page.get_by_text("1 April 2017 to 31 August 2018")).to_be_visible()


def test_my_work_is_clean_at_both_widths(strict_page, manager, size, axe, no_overflow, screenshot):
    strict_page.goto(reverse("my_work"))
    expect(strict_page.get_by_role("heading", level=1)).to_have_text("My work")
    looked_at(strict_page, f"my-work-{size}", axe, no_overflow, screenshot)
