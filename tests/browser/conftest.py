"""What a browser test needs: Chromium that calls nobody, a page that bears no error, axe, and eyes."""

import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from django.test import Client
from playwright.sync_api import BrowserContext, ConsoleMessage, Page, expect

from safeguarding.models import User
from tests.accounts.people import freshly
from tests.browsers_plugin import chromium

HERE = Path(__file__).parent
PICTURES = HERE.parent.parent / "screenshots"
FLAGS = [
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-quic",
    "--no-first-run",
]
SIZES = {"wide": (1280, 900), "narrow": (360, 740)}
# Only a failure waits so long: a machine with two busy cores takes many seconds over a browser's first page.
PATIENCE = 40_000
expect.set_options(timeout=PATIENCE)
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# GOV.UK Frontend says on a radio whether it reveals something; the accessibility statement tells of it.
KNOWN = re.compile(r"<input class=\"govuk-radios__input\"[^>]*aria-expanded=")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict[str, Any]:
    # Chromium's sandbox refuses to start for root.
    root = ["--no-sandbox"] if os.geteuid() == 0 else []
    return {"executable_path": chromium(), "args": FLAGS + root}


@pytest.fixture(params=SIZES)
def size(request: pytest.FixtureRequest) -> str:
    """Ask for it to run a test on a wide and on a narrow screen."""
    return str(request.param)


@pytest.fixture
def scripts() -> bool:
    """Override with False (a parametrize on "scripts") to turn JavaScript off."""
    return True


@pytest.fixture
def browser_context_args(request: pytest.FixtureRequest, scripts: bool, live_server: Any) -> dict[str, Any]:
    name = request.getfixturevalue("size") if "size" in request.fixturenames else "wide"
    width, height = SIZES[name]
    return {
        "viewport": {"width": width, "height": height},
        "java_script_enabled": scripts,
        "base_url": live_server.url,
        "locale": "en-GB",
    }


@pytest.fixture
def page(page: Page) -> Page:
    page.set_default_timeout(PATIENCE)
    return page


@pytest.fixture
def strict_page(page: Page) -> Iterator[Page]:
    """A page on which any console error, script error or breach of the content policy fails the test.

    A test that means to meet an error names its status or its words: strict_page.expected = 404.
    """
    wrong: list[str] = []

    def heard(message: ConsoleMessage) -> None:
        expected = getattr(page, "expected", None)
        said = f"status of {expected}" if isinstance(expected, int) else expected
        if message.type in ("error", "warning") and not (said and said in message.text):
            wrong.append(message.text)

    page.on("console", heard)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    yield page
    assert wrong == []


@pytest.fixture
def axe() -> Callable[[Page], None]:
    """axe(page): nothing found, but what the accessibility statement names."""

    def check(page: Page) -> None:
        page.wait_for_load_state("load")
        options = {"runOnly": {"type": "tag", "values": TAGS}, "resultTypes": ["violations"]}
        found = Axe().run(page, options=options).response["violations"]
        assert [line for rule in found for line in _faults(rule)] == []

    return check


def _faults(rule: dict[str, Any]) -> list[str]:
    nodes = [node["html"] for node in rule["nodes"]]
    if rule["id"] == "aria-allowed-attr":
        nodes = [html for html in nodes if not KNOWN.search(html)]
    return [f"{rule['id']}: {html[:300]}" for html in nodes]


# What reaches beyond the right edge of the screen, by how far, the words of each shortened.
REACH_OUT = """[...document.body.querySelectorAll("*")].map(one => [one, Math.round(
        one.getBoundingClientRect().right - document.documentElement.clientWidth)])
    .filter(([one, by]) => by > 0)
    .map(([one, by]) => `${by} px: <${one.localName} class="${one.className}"> ${
        one.textContent.trim().slice(0, 40)}`)"""


@pytest.fixture
def no_overflow() -> Callable[[Page], None]:
    """no_overflow(page): nothing makes the page wider than the screen."""

    def check(page: Page) -> None:
        page.wait_for_load_state("load")
        wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert wide <= 0, f"The page is {wide} px wider than the screen: {page.evaluate(REACH_OUT)}"

    return check


@pytest.fixture
def sign_in(context: BrowserContext, live_server: Any) -> Callable[[User], None]:
    """sign_in(user): the browser holds the session of that person, who gave the password this minute."""

    def enter(user: User) -> None:
        client = freshly(Client(), user)
        value = client.cookies[settings.SESSION_COOKIE_NAME].value
        context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": value, "url": live_server.url}])

    return enter


@pytest.fixture
def screenshot(page: Page) -> Callable[[str], Path]:
    """screenshot("name"): the whole page as a picture, for a person to look at."""

    def take(name: str) -> Path:
        PICTURES.mkdir(parents=True, exist_ok=True)
        path = PICTURES / f"{name}.png"
        page.wait_for_load_state("load")
        page.screenshot(path=path, full_page=True)
        return path

    return take
