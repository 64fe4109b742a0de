"""Browser tests need Chromium. Without it they do not run, and that is said loudly; with CI set they fail."""

import os
from functools import cache

import pytest

from scripts.ensure_chromium import MISSING, find

NOT_RUN = pytest.StashKey[int]()


@cache
def chromium() -> str:
    """The path of Chromium, empty when there is none. Asked only when a browser test is about to run."""
    return find()


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Take the browser tests out of the run when there is no browser for them."""
    wanting = [item for item in items if item.get_closest_marker("browser")]
    if not wanting or chromium():
        return
    if os.environ.get("CI"):
        raise pytest.UsageError(f"{len(wanting)} browser tests cannot run, and CI is set. {MISSING}")
    config.stash[NOT_RUN] = len(wanting)
    config.hook.pytest_deselected(items=wanting)
    items[:] = [item for item in items if item not in wanting]


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """The last thing a person reads."""
    if number := config.stash.get(NOT_RUN, 0):
        terminalreporter.section("NOT EVERYTHING WAS TESTED", red=True)
        terminalreporter.line(f"{number} browser tests did NOT run. {MISSING}", red=True)
