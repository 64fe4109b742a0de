"""Folders for local servers that only one test file uses."""

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.running.processes import stop_all


@pytest.fixture(scope="module")
def folder() -> Iterator[Path]:
    """A state folder that root's server user can reach too; its servers are stopped at the end."""
    made = Path(tempfile.mkdtemp(prefix="sg-test-", dir="/var/tmp"))
    yield made
    stop_all(made)
    shutil.rmtree(made, ignore_errors=True)
