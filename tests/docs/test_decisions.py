"""A decision has one number, which nothing else has, and its heading says it."""

from collections import Counter
from pathlib import Path

DECISIONS = Path(__file__).parents[2] / "docs" / "decisions"


def files() -> list[Path]:
    return sorted(path for path in DECISIONS.glob("*.md") if path.name != "README.md")


def used_twice(names: list[str]) -> list[str]:
    """The numbers that more than one of the files has."""
    return [number for number, times in Counter(name[:4] for name in names).items() if times > 1]


def test_a_number_is_used_once() -> None:
    assert used_twice([path.name for path in files()]) == []
    assert used_twice(["0091-a-file.md", "0091-a-trial.md", "0092-a-life.md"]) == ["0091"]


def test_a_heading_says_the_number_of_its_file() -> None:
    headings = {path.name[:4]: path.read_text(encoding="utf-8").split("\n", 1)[0] for path in files()}
    wrong = [line for number, line in headings.items() if line[2:].split()[0].strip(".").zfill(4) != number]
    assert wrong == []


def test_each_of_the_later_ones_has_its_four_parts() -> None:
    """The first ones were told in one piece, before there was a form for it."""
    parts = ("## Context", "## Decision", "## Rejected", "## Consequences")
    later = [path for path in files() if path.name[:4] > "0072"]
    wrong = [
        path.name for path in later if not all(part in path.read_text(encoding="utf-8") for part in parts)
    ]
    assert wrong == []
