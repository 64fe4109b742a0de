"""The frame in a browser: error pages, the statement, and the header of a person who is signed in."""

from playwright.sync_api import expect

from tests.cast import person


def test_error_pages_are_accessible(strict_page, size, axe, no_overflow, screenshot):
    for status in (400, 403, 404, 409, 500, 503):
        strict_page.expected = status
        strict_page.goto(f"/components/error/{status}")
        expect(strict_page.get_by_role("heading", level=1)).to_be_visible()
        screenshot(f"error-{status}-{size}")
        axe(strict_page)
        no_overflow(strict_page)


def test_statement_is_accessible(strict_page, size, axe, no_overflow, screenshot):
    strict_page.goto("/accessibility")
    screenshot(f"accessibility-{size}")
    axe(strict_page)
    no_overflow(strict_page)


def test_header_names_the_person_and_fits(strict_page, size, axe, no_overflow, screenshot, sign_in):
    user = person("MANAGER")
    sign_in(user)
    strict_page.goto("/accessibility")
    expect(strict_page.get_by_text(user.full_name)).to_be_visible()
    expect(strict_page.get_by_role("button", name="Sign out")).to_be_visible()
    screenshot(f"signed-in-{size}")
    axe(strict_page)
    no_overflow(strict_page)


def test_menu_opens_on_a_phone(strict_page, sign_in):
    strict_page.set_viewport_size({"width": 360, "height": 740})
    sign_in(person("MANAGER"))
    strict_page.goto("/accessibility")
    expect(strict_page.get_by_role("link", name="Performance")).to_be_hidden()
    strict_page.get_by_role("button", name="Menu").click()
    expect(strict_page.get_by_role("link", name="Performance")).to_be_visible()
