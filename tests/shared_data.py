"""Files of real shapes kept beside the project, not in it: a test that needs one skips without it.

With CI set their absence is a failure, so that a green run in CI has read them.
"""

import os
from pathlib import Path

import pytest

SHARED = Path(__file__).parents[2] / "shared" / "data"


def shared_file(name: str) -> Path:
    """The path of a shared data file, by its name under the data folder."""
    path = SHARED / name
    if path.exists():
        return path
    if os.environ.get("CI"):
        pytest.fail(f"The shared data file {name} is missing, and CI is set.")
    pytest.skip(f"The shared data file {name} is not here.")
