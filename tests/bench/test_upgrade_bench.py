"""An upgrade from an older commit's database, while its web process goes on: no page of it fails.

It seeds that commit's own demo, which takes a minute, and so is run by make bench.
"""

import threading
import time
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from django.conf import settings
from psycopg import sql

from safeguarding.deployment import localservices, roles
from tests import database
from tests.bench import old_release
from tests.bench.old_release import before_the_newest, browser, manage, status, take, web
from tests.bench.table import Row, hold
from tests.running.processes import ROOT

pytestmark = pytest.mark.bench
NAME = "upgraded_for_a_bench"
PEOPLE = ("manager", "socialworker10", "lead", "chair", "support", "teammanager", "governance", "admin")
PAGES_EACH = 25
AWAY = "not available just now"
# Pages wait for a lock three seconds at the most; of a page's lock nobody must wait much longer.
MOST_SECONDS = 10.0


@pytest.fixture(scope="module")
def old(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return take(before_the_newest(), tmp_path_factory.mktemp("old"))


@pytest.fixture(scope="module")
def owner(old: Path) -> Iterator[str]:
    """The address, as the owner, of a database that the older commit made and filled."""
    local = localservices.urls().database
    with psycopg.connect(local, autocommit=True) as admin:
        database.drop(admin, NAME)
        admin.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(NAME)))
        url = local.replace("/safeguarding?", f"/{NAME}?")
        try:
            manage(old, url, "migrate", "-v0")
            manage(old, url, "seed_demo", "-v0")
            admin.execute(sql.SQL(roles.IF_MISSING).format(sql.Identifier(roles.APPLICATION)))
            manage(old, url, "grant_role", roles.APPLICATION)
            yield url
        finally:
            database.drop(admin, NAME)


class Person:
    """Somebody of the demo in a browser, who walks over the pages that they are led to."""

    def __init__(self, port: int, name: str) -> None:
        self.visitor = browser(port)
        self.name = name
        self.pages: list[str] = []
        self.faults: list[str] = []

    def sign_in(self) -> None:
        self.visitor.cookies.clear()
        self.visitor.open("/account/sign-in")
        answers = {"login": f"{self.name}@fableshire.example", "password": settings.DEMO_PASSWORD}
        self.visitor.press("Sign in", answers)

    def walk(self) -> None:
        """Find pages by the links, from the first on, breadth first."""
        found = ["/"]
        for address in found:
            if len(self.pages) == PAGES_EACH:
                return
            if wrong := status(self.visitor, address):
                self.faults.append(f"{self.name} {address}: {wrong}")
                continue
            self.pages.append(address)
            found += [link for link in dict.fromkeys(self._links()) if link not in found]

    def _links(self) -> Iterator[str]:
        for _, href in self.visitor.page.links:
            if href.startswith("/") and "sign-out" not in href and not href.endswith((".csv", ".docx")):
                yield href.partition("#")[0]

    def look_again(self) -> float:
        """Every page once more; the seconds that the slowest took."""
        slowest = 0.0
        for address in self.pages:
            begun = time.monotonic()
            if wrong := status(self.visitor, address):
                self.faults.append(f"{self.name} {address}: {wrong}")
            slowest = max(slowest, time.monotonic() - begun)
        return slowest


def crowd(port: int) -> list[Person]:
    people = [Person(port, name) for name in PEOPLE]
    for person in people:
        person.sign_in()
        person.walk()
    return people


def asked_meanwhile(people: list[Person], work: threading.Event) -> tuple[int, float]:
    """Pages asked for, each person after the other, until the work is done: how many, and the slowest."""
    number, slowest = 0, 0.0
    while not work.is_set():
        for person in people:
            slowest = max(slowest, person.look_again())
            number += len(person.pages)
    return number, slowest


def test_the_older_web_process_goes_on_through_an_upgrade(old: Path, owner: str, tmp_path: Path) -> None:
    service = owner.replace("//safeguarding@", f"//{roles.APPLICATION}@")
    done, told = threading.Event(), [""]

    def upgrade() -> None:
        try:
            told[0] = manage(ROOT, owner, "migrate", "-v1")
        finally:
            done.set()

    with web(old, service, tmp_path / "old.log") as port:
        people = crowd(port)
        assert [fault for person in people for fault in person.faults] == []
        begun = time.monotonic()
        thread = threading.Thread(target=upgrade)
        thread.start()
        number, slowest = asked_meanwhile(people, done)
        thread.join()
        seconds = time.monotonic() - begun
        during = [fault for person in people for fault in person.faults]
        for person in people:
            person.faults.clear()
            person.sign_in()
            person.look_again()
        after = [fault for person in people for fault in person.faults]
    applied = told[0].count("... OK")
    assert f"{roles.APPLICATION} is let in again" in told[0] and applied
    with web(ROOT, service, tmp_path / "new.log") as port:
        assert [fault for person in crowd(port) for fault in person.faults] == []
    away = [fault for fault in during if AWAY in fault]
    hold(
        f"{applied} migrations on {before_the_newest()[:10]}, while its web process goes on",
        [
            Row(
                "pages that failed meanwhile",
                len(during) - len(away),
                0.5,
                f"of {number:,} in {seconds:.0f} s",
            ),
            Row("pages not available just now", len(away), 20.0),
            Row("the slowest page meanwhile, seconds", slowest, MOST_SECONDS),
            Row("pages that failed afterwards", len(after), 0.5, "; ".join(after)[:200]),
        ],
    )


def test_a_checkout_without_history_says_so(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(old_release, "ROOT", tmp_path)
    with pytest.raises(AssertionError, match="git fetch --unshallow"):
        before_the_newest()
