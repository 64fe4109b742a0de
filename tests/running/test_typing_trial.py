"""Two hours of typing in each long form, with sessions that end, tabs that close and servers killed with -9:
no word is lost, with and without scripts. One form in a few minutes by make test; all of them for two
hours by pytest -m bench -s tests/running/test_typing_trial.py.
"""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psycopg
import pytest
from playwright.sync_api import Browser, Error, Locator, Page, Request, Response, expect
from psycopg import sql

from safeguarding.deployment import localservices
from tests import database
from tests.browser.conftest import FLAGS
from tests.browsers_plugin import chromium
from tests.running.processes import ROOT, clean, free_port, wait_for
from tests.scheduling import NOW

pytestmark = [pytest.mark.services, pytest.mark.browser]
NAME = "typing_trial"
REDIS_DATABASE = 4
GUNICORN = (sys.executable, "-m", "gunicorn", "--config", "python:safeguarding.deployment.webserver")
# A server that starts on a busy machine is waited for; only a failure takes so long.
PATIENCE = 120_000
MINUTE, IDLE, WORDS_A_MINUTE = 60, 31 * 60, 10
ENDS, CLOSED, KILLED, GONE = "session ends", "tab closed", "server killed", "server killed, and loaded again"
SAVED, TRYING = re.compile("^Draft saved at"), re.compile("Still trying")
KEEP = "Save a draft for later"


@dataclass(frozen=True)
class Size:
    """So many minutes of typing, and what happens in them, at even distances."""

    minutes: int
    events: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.minutes} minutes"

    def at(self, minute: int) -> str:
        """What happens in a minute, right after its words."""
        apart = self.minutes // (len(self.events) + 1)
        number, rest = divmod(minute, apart)
        return self.events[number - 1] if not rest and 0 < number <= len(self.events) else ""


SHORT = Size(8, (ENDS, CLOSED, GONE))
TWO_HOURS = Size(120, (ENDS, CLOSED, ENDS, KILLED, ENDS, CLOSED, GONE, ENDS))


class Site:
    """The server's process, killed and started again on its port, and its clock."""

    def __init__(self, folder: Path, environment: dict[str, str]) -> None:
        self.file, self.environment, self.port = folder / "clock", environment, free_port()
        self.log = (folder / "log").open("ab")
        self.process: subprocess.Popen[bytes] | None = None
        self.begin()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def begin(self) -> None:
        """It is NOW again."""
        self.ahead = NOW.timestamp() - time.time()
        self.pass_time(0)

    def pass_time(self, seconds: float) -> None:
        self.ahead += seconds
        # In one step: a reader never finds half a number.
        fresh = self.file.with_suffix(".new")
        fresh.write_text(str(self.ahead))
        fresh.replace(self.file)

    def start(self) -> None:
        command = [*GUNICORN, "--bind", f"127.0.0.1:{self.port}", "tests.running.later"]
        self.process = subprocess.Popen(
            command, cwd=ROOT, env=self.environment, start_new_session=True, stdout=self.log, stderr=self.log
        )
        wait_for(self.answers, 60)

    def answers(self) -> bool:
        try:
            with urllib.request.urlopen(f"{self.url}/health/live", timeout=5):
                return True
        except OSError:
            return False

    def kill(self) -> None:
        """The parent and its workers at once, in the middle of whatever they do."""
        if self.process:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()

    def run(self, *arguments: str) -> Any:
        """What a command of the trial's cases tells."""
        command = [sys.executable, "-m", "tests.running.typing_cases", *arguments]
        done = subprocess.run(command, cwd=ROOT, env=self.environment, capture_output=True, text=True)
        assert done.returncode == 0, done.stderr[-2000:]
        return json.loads(done.stdout.splitlines()[-1])


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    folder = tmp_path_factory.mktemp("typing")
    urls = localservices.urls(redis_database=REDIS_DATABASE)
    environment = clean(
        DATABASE_URL=urls.database.replace("/safeguarding?", f"/{NAME}?"),
        REDIS_URL=urls.redis,
        SECRET_KEY="k" * 50,
        SAFEGUARDING_DEMO="true",
        SAFEGUARDING_STATE_DIR=str(folder),
        TRIAL_CLOCK=str(folder / "clock"),
        DJANGO_SETTINGS_MODULE="safeguarding.settings",
        ALLOWED_HOSTS="127.0.0.1",
    )
    name, template = sql.Identifier(NAME), sql.Identifier(database.template())
    with psycopg.connect(urls.database, autocommit=True) as servers:
        database.drop(servers, NAME)
        servers.execute(sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(name, template))
        made = Site(folder, environment)
        made.start()
        yield made
        made.kill()
        database.drop(servers, NAME)


@pytest.fixture(scope="module")
def chrome(playwright: Any) -> Iterator[Browser]:
    root = ["--no-sandbox"] if os.geteuid() == 0 else []
    browser = playwright.chromium.launch(executable_path=chromium(), args=FLAGS + root)
    yield browser
    browser.close()


class Typist:
    """Somebody who fills in one form, minute by minute, each word typed only once."""

    scripts = True

    def __init__(self, site: Site, chrome: Browser, case: dict[str, Any], number: int) -> None:
        self.site, self.case, self.number = site, case, number
        self.names: Sequence[str] = case["texts"]
        self.typed: dict[str, list[str]] = {name: [] for name in self.names}
        self.signed_in = 0
        self.has_chosen = False
        self.context = chrome.new_context(locale="en-GB", base_url=site.url, java_script_enabled=self.scripts)
        self.context.set_default_timeout(PATIENCE)
        self.show(self.tab())

    def tab(self) -> Page:
        return self.context.new_page()

    def show(self, page: Page) -> None:
        """The form, in a tab."""
        self.page = page
        page.goto(self.case["path"])
        self.sign_in_where_asked()

    def sign_in_where_asked(self) -> None:
        """At the sign-in page, wherever it came from."""
        box = self.box(self.names[0])
        login = self.page.get_by_label("Email address")
        expect(login.or_(box).first).to_be_attached()
        if login.count():
            login.fill(self.case["email"])
            self.page.get_by_label("Password", exact=True).fill(self.case["password"])
            self.press("Sign in")
            self.signed_in += 1
        expect(box).to_be_attached()

    def box(self, name: str) -> Locator:
        return self.page.locator(f'textarea[name="{name}"]')

    def press(self, name: str) -> None:
        self.page.get_by_role("button", name=name, exact=True).click()

    def words(self) -> list[str]:
        return [word for words in self.typed.values() for word in words]

    def type(self, minute: int) -> None:
        """A sentence at the end of one of the texts in turn, never a word a second time."""
        name = self.names[minute % len(self.names)]
        if not self.box(name).is_visible():
            self.choose()
        words = [f"w{self.number}m{minute}n{at}" for at in range(WORDS_A_MINUTE)]
        self.box(name).click()
        self.page.keyboard.press("Control+End")
        self.page.keyboard.insert_text(" ".join(words) + ". ")
        self.typed[name] += words

    def choose(self) -> None:
        """The answer that a text belongs to, and is hidden without. Once: the answer is kept as well."""
        assert not self.has_chosen
        self.has_chosen = True
        for name, value in self.case["fields"].items():
            if self.kind(name) == "radio":
                self.answer(name, str(value))

    def check(self, event: str) -> None:
        """Every word is in the form again, where it was typed, and can be read."""
        for name, words in self.typed.items():
            there = set(re.findall(r"\w+", self.box(name).input_value()))
            expect(self.box(name)).to_be_visible()
            assert there.issuperset(words), f"{event}: lost {sorted(set(words) - there)}"

    def send(self) -> None:
        """Fill in what is not text, and send it, through the check where there is one."""
        sends = self.page.locator("form:has(input[name='draft']) button.govuk-button")
        press = sends.filter(has_not_text=re.compile(f"{KEEP}|another|Remove")).first
        for name, value in self.case["fields"].items():
            if self.kind(name) == "submit":
                press = self.page.locator(f'button[name="{name}"][value="{value}"]')
                continue
            for one in value if isinstance(value, list) else [value]:
                self.answer(name, str(one))
        for _ in range(self.case["steps"]):
            press.click()
            press = self.page.locator("button[value='confirm']")
        with self.page.expect_response(self.is_taken):
            press.click()

    @staticmethod
    def is_taken(response: Response) -> bool:
        """The form was sent, and not shown again with what is wrong in it."""
        sent = response.request.post_data or ""
        return response.status == 302 and "draft=" in sent and "draft-only=" not in sent

    def kind(self, name: str) -> Any:
        """The type of a control. Without scripts in the page, Playwright still asks it."""
        return self.page.locator(f'[name="{name}"]').first.evaluate("box => box.type")

    def answer(self, name: str, value: str) -> None:
        box, kind = self.page.locator(f'[name="{name}"]').first, self.kind(name)
        if kind in ("radio", "checkbox"):
            self.page.locator(f'[name="{name}"][value="{value}"]').check(force=True)
        elif kind == "select-one":
            box.select_option(value)
        else:
            box.fill(value)


class WithScripts(Typist):
    """The page saves by itself; its clock goes with the server's."""

    def tab(self) -> Page:
        page = super().tab()
        page.clock.install(time=time.time() + self.site.ahead)
        return page

    def pass_time(self, seconds: int) -> None:
        self.site.pass_time(seconds)
        self.page.clock.run_for(seconds * 1000)

    def passes(self) -> None:
        """A minute, in which what was typed is saved. Not all at once: the request has ten seconds of it."""
        with self.page.expect_response(self.is_kept):
            self.pass_time(4)
        expect(self.state()).to_have_text(SAVED)
        self.pass_time(MINUTE - 4)

    @staticmethod
    def is_kept(response: Response) -> bool:
        return "draft-only=script" in (response.request.post_data or "") and response.ok

    def state(self) -> Locator:
        return self.page.locator("[data-draft-state]")

    def happen(self, event: str) -> None:
        {ENDS: self.ends, CLOSED: self.closed, KILLED: self.killed, GONE: self.reloaded}[event]()

    def ends(self) -> None:
        """Both clocks jump at once: what was typed last is sent when the session is over already."""
        self.pass_time(IDLE)
        self.page.wait_for_url(re.compile("/sign-in"))
        self.sign_in_where_asked()

    def closed(self) -> None:
        with self.page.expect_event("close"):
            self.page.close(run_before_unload=True)
        self.show(self.tab())

    def killed(self) -> None:
        """The page tries until the server answers again."""
        self.site.kill()
        self.pass_time(4)
        expect(self.state()).to_have_text(TRYING)
        with self.page.expect_response(self.is_kept):
            self.site.start()
            self.pass_time(6)
        expect(self.state()).to_have_text(SAVED)

    def reloaded(self) -> None:
        """And then the person reloads it, to be sure."""
        self.killed()
        self.page.reload()


class WithoutScripts(Typist):
    """Nothing is kept but what is sent: the person presses a button."""

    scripts = False

    def passes(self) -> None:
        self.site.pass_time(MINUTE)

    def keep(self) -> None:
        self.press(KEEP)
        expect(self.page.get_by_text("Nothing was sent.")).to_be_visible()

    def happen(self, event: str) -> None:
        {ENDS: self.ends, CLOSED: self.closed, KILLED: self.killed, GONE: self.impatient}[event]()

    def ends(self) -> None:
        self.site.pass_time(IDLE)
        self.press(KEEP)
        expect(self.page.get_by_text("What you typed is kept as a draft")).to_be_visible()
        self.sign_in_where_asked()

    def closed(self) -> None:
        """No page without scripts can save what was not sent: the person presses the button first."""
        self.keep()
        self.page.close()
        self.show(self.tab())

    def press_unanswered(self) -> None:
        """The button is pressed, and the browser says that it cannot reach the site."""
        self.site.kill()
        with self.page.expect_event("requestfailed", Request.is_navigation_request):
            self.page.get_by_role("button", name=KEEP).click(no_wait_after=True)
        expect(self.page).to_have_url(re.compile("^chrome-error"))

    def killed(self) -> None:
        """Asked to load again, the browser sends the form again."""
        self.press_unanswered()
        self.site.start()
        self.page.reload()

    def impatient(self) -> None:
        """Asked to load again too early, it says the same once more, and still has the form."""
        self.press_unanswered()
        with self.page.expect_event("requestfailed", Request.is_navigation_request), suppress(Error):
            self.page.reload()
        expect(self.page).to_have_url(re.compile("^chrome-error"))
        self.site.start()
        self.page.reload()


FORMS = ("attendance", "common", "part", "thinking_time", "account", "answer", "enquiry", "request")
CASES = [("account", SHORT), *(pytest.param(form, TWO_HOURS, marks=pytest.mark.bench) for form in FORMS)]
KINDS = {"with scripts": WithScripts, "without scripts": WithoutScripts}


def types(typist: Any, size: Size) -> None:
    for minute in range(size.minutes):
        typist.type(minute)
        if event := size.at(minute):
            typist.happen(event)
            typist.check(event)
        else:
            typist.passes()
    typist.send()


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(("form", "size"), CASES, ids=str)
def test_no_word_is_lost(site: Site, chrome: Browser, form: str, size: Size, kind: str) -> None:
    number = 1 + 2 * FORMS.index(form) + list(KINDS).index(kind)
    site.begin()
    began = time.monotonic()
    typist = KINDS[kind](site, chrome, site.run("make", form, str(number)), number)
    types(typist, size)
    typist.context.close()
    there = set(re.findall(r"\w+", site.run("told", form, "90")))
    lost = [word for word in typist.words() if word not in there]
    took = time.monotonic() - began
    print(f"\n{form}, {kind}: {len(typist.words())} words, {len(lost)} lost, {took:.0f} s")
    assert typist.signed_in > size.events.count(ENDS)
    assert len(typist.words()) == size.minutes * WORDS_A_MINUTE and lost == []
