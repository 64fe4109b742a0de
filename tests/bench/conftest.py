"""Prints the table at the end of a run, and serves the pages to whoever is signed in."""

from collections.abc import Iterator

import pytest
from django.test import override_settings
from pytest_django import DjangoDbBlocker

from tests.bench.table import lines


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    table = list(lines())
    if table:
        terminalreporter.section("what was measured")
        for line in table:
            terminalreporter.write_line(line)


@pytest.fixture(scope="module")
def served(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """The database is open to the module, which commits in copies of its own; a bare page stands by."""
    bare = override_settings(REQUIRE_SECOND_FACTOR=False, ROOT_URLCONF="tests.bench.bare_urls")
    with django_db_blocker.unblock(), bare:
        yield
