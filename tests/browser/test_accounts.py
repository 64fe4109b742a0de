"""Signing in for real: password and code, setting up an app at the first sign-in, and a passkey."""

import re

import pytest
from django.core.cache import cache
from playwright.sync_api import expect

from safeguarding.models import User
from tests.accounts.people import PASSWORD, code, with_password
from tests.cast import person
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def no_guesses_before():
    cache.clear()


@pytest.fixture
def chair():
    return with_password(person("CHAIR", email="chair@fableshire.example"))


@pytest.fixture
def newcomer():
    return with_password(UserFactory(second_factor=False, email="new@fableshire.example", role="MANAGER"))


def give_password(page, user: User, password: str = PASSWORD):
    page.goto("/account/sign-in")
    page.get_by_label("Email address").fill(user.email)
    page.get_by_label("Password", exact=True).fill(password)
    page.get_by_role("button", name="Sign in", exact=True).click()


def heading(page, words: str):
    expect(page.get_by_role("heading", level=1)).to_have_text(words)


def test_password_and_code_sign_in(strict_page, chair, axe, no_overflow, size, screenshot):
    page = strict_page
    page.goto("/account/sign-in")
    axe(page), no_overflow(page), screenshot(f"sign_in_{size}")
    give_password(page, chair)
    heading(page, "Second check")
    axe(page), no_overflow(page), screenshot(f"second_check_{size}")
    page.get_by_label("Code").fill(code())
    page.get_by_role("button", name="Continue").click()
    expect(page.get_by_role("button", name="Sign out")).to_be_visible()


def test_a_wrong_password_is_told_in_a_summary_that_leads_to_the_field(strict_page, chair, axe):
    give_password(strict_page, chair, "not the password")
    link = strict_page.get_by_role("alert").get_by_role("link", name=re.compile("is not right"))
    link.click()
    expect(strict_page.get_by_label("Email address")).to_be_focused()
    expect(strict_page.get_by_label("Email address")).to_have_value(chair.email)
    axe(strict_page)


def test_a_newcomer_sets_up_an_app_and_keeps_the_codes(
    strict_page, newcomer, axe, no_overflow, size, screenshot
):
    page = strict_page
    give_password(page, newcomer)
    heading(page, "Set up a second check")
    axe(page), no_overflow(page), screenshot(f"set_up_{size}")
    page.get_by_role("link", name="Set up an authenticator app").click()
    expect(page.get_by_role("img", name="Square code for the app")).to_be_visible()
    axe(page), no_overflow(page), screenshot(f"set_up_app_{size}")
    secret = page.locator("[data-secret]").inner_text().replace(" ", "")
    page.get_by_label("Code", exact=True).fill(code(secret))
    page.get_by_role("button", name="Continue").click()
    heading(page, "Recovery codes")
    axe(page), no_overflow(page), screenshot(f"recovery_codes_{size}")
    assert page.locator(".app-codes li").count() == 10


@pytest.fixture
def device(page):
    """A device with a fingerprint reader that always says yes."""
    protocol = page.context.new_cdp_session(page)
    protocol.send("WebAuthn.enable")
    options = {
        "protocol": "ctap2",
        "transport": "internal",
        "hasResidentKey": True,
        "hasUserVerification": True,
        "isUserVerified": True,
        "automaticPresenceSimulation": True,
    }
    return protocol.send("WebAuthn.addVirtualAuthenticator", {"options": options})["authenticatorId"]


def add_passkey(page):
    page.get_by_role("link", name="Add a passkey").click()
    page.get_by_role("button", name="Add the passkey").click()
    heading(page, "Recovery codes")


def sign_out(page):
    page.get_by_role("button", name="Sign out").click()
    heading(page, "Sign in")


def test_a_passkey_signs_in_alone(strict_page, device, newcomer, axe):
    page = strict_page
    give_password(page, newcomer)
    page.get_by_role("link", name="Add a passkey").click()
    heading(page, "Add a passkey")
    axe(page)
    page.go_back()
    add_passkey(page)
    sign_out(page)
    page.get_by_role("button", name="Sign in with a passkey").click()
    expect(page.get_by_role("button", name="Sign out")).to_be_visible()


def test_the_owner_of_a_guessed_at_account_signs_in_by_passkey(strict_page, device, newcomer):
    page = strict_page
    give_password(page, newcomer)
    add_passkey(page)
    sign_out(page)
    for guess in range(6):
        give_password(page, newcomer, f"guess number {guess}")
        expect(page.locator(".govuk-error-summary")).to_be_visible()
    expect(page.locator(".govuk-error-summary")).to_contain_text("Too many attempts")
    page.get_by_role("button", name="Sign in with a passkey").click()
    expect(page.get_by_role("button", name="Sign out")).to_be_visible()


def test_a_passkey_is_the_second_check_too(strict_page, device, newcomer):
    page = strict_page
    give_password(page, newcomer)
    add_passkey(page)
    sign_out(page)
    give_password(page, newcomer)
    page.get_by_role("button", name="Use a passkey instead").click()
    expect(page.get_by_role("button", name="Sign out")).to_be_visible()


@pytest.mark.parametrize("scripts", [False])
def test_without_scripts_the_code_signs_in_and_no_passkey_is_offered(page, chair):
    give_password(page, chair)
    expect(page.get_by_role("button", name="Use a passkey instead")).to_be_hidden()
    page.get_by_label("Code").fill(code())
    page.get_by_role("button", name="Continue").click()
    expect(page.get_by_role("button", name="Sign out")).to_be_visible()


def test_signing_in_by_keyboard_alone(strict_page, chair):
    page = strict_page
    page.goto("/account/sign-in")
    page.get_by_label("Email address").focus()
    page.keyboard.type(chair.email)
    page.keyboard.press("Tab")
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    heading(page, "Second check")
    page.get_by_label("Code").focus()
    page.keyboard.type(code())
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Sign out")).to_be_visible()


PAGES = {
    "SYSTEM_ADMINISTRATOR": [
        "/people",
        "/people/add",
        "/people/waiting",
        "/account/",
        "/rights",
        "/account/password",
    ],
    "STRATEGIC_LEAD": ["/restricted", "/bars", "/bars/add", "/viewed", "/viewed/by-me"],
}


@pytest.mark.parametrize("role", PAGES)
def test_the_pages_of_rights_and_accounts_are_accessible(
    page, role, size, axe, no_overflow, screenshot, chair
):
    user = with_password(person(role))
    give_password(page, user)
    page.get_by_label("Code").fill(code())
    page.get_by_role("button", name="Continue").click()
    expect(page.get_by_role("button", name="Sign out")).to_be_visible()
    for address in PAGES[role]:
        page.goto(address)
        axe(page), no_overflow(page)
        screenshot(f"{address.strip('/').replace('/', '_')}_{size}")
