"""The catalogue in a browser: it reads well for everybody, with and without scripts, wide and narrow."""

import pytest
from playwright.sync_api import expect

TOTAL = "#id_invitees-TOTAL_FORMS"


def test_catalogue_is_accessible(strict_page, size, axe, no_overflow, screenshot):
    strict_page.goto("/components")
    screenshot(f"components-{size}")
    axe(strict_page)
    no_overflow(strict_page)


def test_catalogue_with_mistakes_is_accessible(strict_page, size, axe, no_overflow, screenshot):
    strict_page.goto("/components")
    strict_page.get_by_role("button", name="Save and check availability").click()
    expect(strict_page).to_have_title("Error: Components – Child protection conferences – Fableshire Council")
    expect(strict_page.locator(".govuk-error-summary")).to_be_focused()
    screenshot(f"components-errors-{size}")
    axe(strict_page)
    no_overflow(strict_page)


def test_each_error_leads_to_its_control(strict_page):
    strict_page.goto("/components")
    strict_page.get_by_role("button", name="Save and check availability").click()
    links = strict_page.locator(".govuk-error-summary a")
    expect(links).to_have_count(11)
    for index in range(links.count()):
        target = links.nth(index).get_attribute("href")
        links.nth(index).click()
        focused = strict_page.evaluate("'#' + document.activeElement.id")
        assert focused == target


def test_error_of_a_date_leads_to_the_wrong_part(strict_page):
    strict_page.goto("/components")
    strict_page.get_by_label("Day", exact=True).fill("27")
    strict_page.get_by_label("Year", exact=True).fill("2018")
    strict_page.get_by_role("button", name="Save and check availability").click()
    strict_page.get_by_role("link", name="Date of the conference must include a month").click()
    expect(strict_page.get_by_label("Month", exact=True)).to_be_focused()
    expect(strict_page.get_by_label("Day", exact=True)).to_have_value("27")


def test_choice_reveals_its_question(strict_page):
    strict_page.goto("/components")
    question = strict_page.get_by_label("Which authority is the child moving from?")
    expect(question).to_be_hidden()
    strict_page.get_by_label("Transfer-in").check()
    expect(question).to_be_visible()


def test_row_is_added_and_taken_away_at_once(strict_page):
    strict_page.goto("/components")
    strict_page.get_by_role("button", name="Add another invitee").click()
    expect(strict_page.locator(TOTAL)).to_have_value("2")
    expect(strict_page.locator("#id_invitees-1-name")).to_be_focused()
    expect(strict_page.get_by_role("group", name="Invitee 2 of 2")).to_be_visible()
    strict_page.get_by_role("button", name="Remove invitee 1").click()
    expect(strict_page.locator(".app-rows__row:visible")).to_have_count(1)
    expect(strict_page.get_by_role("group", name="Invitee 1 of 1")).to_be_focused()


def test_rows_stop_at_the_most_allowed(strict_page):
    strict_page.goto("/components")
    add = strict_page.get_by_role("button", name="Add another invitee")
    for _ in range(4):
        add.click()
    expect(add).to_be_hidden()


@pytest.mark.parametrize("scripts", [False])
def test_rows_work_without_scripts(page, scripts):
    page.goto("/components")
    page.locator("#id_invitees-0-name").fill("Pat Example")
    page.get_by_role("button", name="Add another invitee").click()
    expect(page.locator("#id_invitees-0-name")).to_have_value("Pat Example")
    expect(page.locator(".app-rows__row:visible")).to_have_count(2)
    expect(page.locator(".govuk-error-summary")).to_have_count(0)
    page.get_by_role("button", name="Remove invitee 2").click()
    expect(page.locator(".app-rows__row:visible")).to_have_count(1)


@pytest.mark.parametrize("scripts", [False])
def test_enter_saves_and_removes_nothing_without_scripts(page, scripts):
    page.goto("/components")
    page.locator("#id_invitees-0-name").fill("Pat Example")
    page.locator("#id_invitees-0-name").press("Enter")
    expect(page.locator(".govuk-error-summary")).to_be_visible()
    expect(page.locator("#id_invitees-0-name")).to_have_value("Pat Example")


@pytest.mark.parametrize("scripts", [False])
def test_everything_is_shown_without_scripts(page, scripts, screenshot):
    page.goto("/components")
    expect(page.get_by_label("Which authority is the child moving from?")).to_be_visible()
    expect(page.get_by_role("button", name="Save and check availability")).to_be_visible()
    screenshot("components-without-scripts")


def test_skip_link_leads_to_the_content(strict_page):
    strict_page.goto("/components")
    strict_page.keyboard.press("Tab")
    expect(strict_page.get_by_role("link", name="Skip to main content")).to_be_focused()
    strict_page.keyboard.press("Enter")
    expect(strict_page.locator("#main-content")).to_be_focused()


def test_wide_table_is_reached_and_scrolled_by_keyboard(strict_page):
    strict_page.set_viewport_size({"width": 360, "height": 740})
    strict_page.goto("/components")
    region = strict_page.get_by_role("region", name="Conferences this week", exact=True)
    region.focus()
    strict_page.keyboard.press("ArrowRight")
    strict_page.wait_for_function("element => element.scrollLeft > 0", arg=region.element_handle())


def test_paper_shows_the_words_alone(strict_page, screenshot):
    strict_page.goto("/components")
    strict_page.emulate_media(media="print")
    expect(strict_page.get_by_role("heading", name="Components")).to_be_visible()
    expect(strict_page.locator(".govuk-service-navigation")).to_be_hidden()
    expect(strict_page.get_by_role("button", name="Save and check availability")).to_be_hidden()
    screenshot("components-print")
