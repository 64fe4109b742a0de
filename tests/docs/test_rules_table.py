"""The table of rules names every rule, and whatever it names exists."""

import re
from importlib import import_module
from pathlib import Path

import pytest
from django.apps import apps

from conferences.exchange.census.rulebook import TITLES
from safeguarding.policy.limits import CATALOGUE

TABLE = Path(__file__).parents[2] / "docs" / "rules.md"
GRADES = {"S", "C", "L", "S, C", "S for looked-after children, L here"}


def rows(text: str) -> list[list[str]]:
    """Cells of every row that has a grade."""
    lines = [line for line in text.splitlines() if line.startswith("| ")]
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
    return [row for row in cells if len(row) > 3 and not row[0].startswith(("rule", "what", "grade"))]


def rule_rows() -> list[list[str]]:
    return [row for row in rows(TABLE.read_text(encoding="utf-8")) if re.fullmatch(r"R[0-9]+", row[0])]


def missing(text: str) -> list[str]:
    """What the text names in back-quotes that exists nowhere."""
    named = re.findall(r"(census )?`([^`]+)`", text)
    return [name for census, name in named if not exists(name, census=bool(census))]


def exists(name: str, *, census: bool) -> bool:
    if census:
        return name in TITLES
    if "." in name:
        return in_code(name)
    return name in CATALOGUE or name in constraints()


def in_code(name: str) -> bool:
    module, _, attribute = name.rpartition(".")
    try:
        return hasattr(import_module(module), attribute)
    except ModuleNotFoundError:
        return False


def constraints() -> set[str]:
    return {c.name for model in apps.get_models() for c in model._meta.constraints}


def test_every_rule_is_listed_once_in_order() -> None:
    assert [row[0] for row in rule_rows()] == [f"R{number}" for number in range(1, 32)]


def test_everything_named_exists() -> None:
    assert missing(TABLE.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("row", rule_rows(), ids=lambda row: row[0])
def test_every_rule_has_grade_source_and_place(row: list[str]) -> None:
    _, says, grade, source, where = row

    assert says and source
    assert grade in GRADES
    assert "`" in where or "not yet" in where


@pytest.mark.parametrize("row", rule_rows(), ids=lambda row: row[0])
def test_a_local_rule_is_no_function_of_the_rules(row: list[str]) -> None:
    if row[2] == "L":
        assert "conferences.rules" not in row[4]


def test_every_setting_is_in_the_table() -> None:
    named = set(re.findall(r"`([A-Z_0-9]+)`", TABLE.read_text(encoding="utf-8")))

    assert set(CATALOGUE) <= named


@pytest.mark.parametrize(
    "planted",
    ["`conferences.rules.timelimits.no_such_rule`", "`no.such.module`", "`NO_SUCH_KEY`", "census `0000`"],
)
def test_a_name_that_exists_nowhere_is_found(planted: str) -> None:
    assert missing(f"| R1 | {planted} |")
