"""How the tests are run is said once, and they run in one process too."""

import subprocess
import sys

from tests.guards.source import ROOT

FLAGS = ("--numprocesses", "--maxprocesses", "--dist", "--no-loadscope-reorder")
OTHERS = (".ci/run", "pyproject.toml", "README.md", "CONTRIBUTING.md")


def repeated(text: str) -> list[str]:
    return [flag for flag in FLAGS if flag in text]


def test_how_the_tests_are_shared_out_is_said_in_the_makefile_alone() -> None:
    found = {name: flags for name in OTHERS if (flags := repeated((ROOT / name).read_text()))}
    assert found == {}, "Call `make suite` (ARGS='...' for a part), and keep the flags in the Makefile."


def test_a_planted_second_definition_is_found() -> None:
    assert repeated("python -m pytest --numprocesses auto") == ["--numprocesses"]


def test_the_tests_are_found_without_xdist() -> None:
    """Nothing that every test loads may need it: -p no:xdist is how one looks for a fault in one process."""
    listed = [
        sys.executable,
        "-m",
        "pytest",
        "-p",
        "no:xdist",
        "--collect-only",
        "-q",
        "tests/guards/test_flags.py",
    ]
    done = subprocess.run(listed, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"Load what needs xdist in tests/sharing.py only. {done.stdout}{done.stderr}"
