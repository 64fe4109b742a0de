"""How pytest-xdist gives the tests out: file by file, and some folders whole. Loaded only where xdist is."""

from typing import Any

import pytest
from xdist.scheduler import LoadScopeScheduling

# Folders whose tests stay in one process: two browsers at once on two processors would wait in vain.
TOGETHER = ("tests/browser/", "tests/running/")


class InFiles(LoadScopeScheduling):
    """Gives the files out one by one to the processes that are free, and some folders whole."""

    def _split_scope(self, nodeid: str) -> str:
        file = nodeid.partition("::")[0]
        return next((folder for folder in TOGETHER if file.startswith(folder)), file)


@pytest.hookimpl
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> InFiles:
    return InFiles(config, log)
