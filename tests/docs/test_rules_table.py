"""The table of rules names every rule, and whatever it names exists and is used."""

import ast
import re
from functools import cache
from importlib import import_module
from pathlib import Path

import pytest
from django.apps import apps

from conferences.exchange.census.rulebook import TITLES
from safeguarding.policy.limits import CATALOGUE
from safeguarding.wording import joined
from tests.guards.source import Module, modules, nodes, parse

TABLE = Path(__file__).parents[2] / "docs" / "rules.md"
# Of the rules there were, none may be lost; a new one comes after them.
AT_LEAST = 31
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
    listed = [row[0] for row in rule_rows()]
    assert listed == [f"R{number}" for number in range(1, max(len(listed), AT_LEAST) + 1)], (
        "Give each rule one row, in the order of the numbers; a new one takes the next number, at the end."
    )


def test_everything_named_exists() -> None:
    assert missing(TABLE.read_text(encoding="utf-8")) == [], (
        "Write in back-quotes only what exists: a limit's key, a constraint's name, `census` with a rule of"
        " its rulebook, or a module with a name in it. A rule that is not built names its key, and says in"
        " the last column what it waits for."
    )


@pytest.mark.parametrize("row", rule_rows(), ids=lambda row: row[0])
def test_every_rule_has_grade_source_and_place(row: list[str]) -> None:
    _, says, grade, source, where, _ = row

    assert says and source, "Say what the rule asks and where it stands; `No published source` is one too."
    assert grade in GRADES, f"Grade it with one of {sorted(GRADES)}: the head of docs/rules.md explains them."
    assert "`" in where, "Name the function, constraint, census rule or setting where it stands, or will."


NUMBER = re.compile(r"\d|\b(one|two|three|four|five|six|seven|eight|nine|ten)\b")


def fixed(row: list[str]) -> bool:
    """Whether a local rule with a number in it stands in code and in no setting."""
    in_code, settings = "conferences.rules" in row[4], re.findall(r"`([A-Z_0-9]+)`", row[4])
    return row[2] == "L" and in_code and not settings and bool(NUMBER.search(row[1].replace("R1", "")))


@pytest.mark.parametrize("row", rule_rows(), ids=lambda row: row[0])
def test_a_local_number_is_a_setting(row: list[str]) -> None:
    assert not fixed(row), (
        "Make the number a key in safeguarding/policy/limits.py and hand it to the function."
    )


def test_a_planted_local_number_in_the_code_is_found() -> None:
    assert fixed(
        ["R99", "Within three days", "L", "Somewhere", "`conferences.rules.timelimits.standing`", ""]
    )


CITES = re.compile(r"\bR[0-9]{1,2}\b|\bSources?:|\((S|C|L|I)(, [SCLI])*\b")


def unlisted(of: tuple[Module, ...], text: str) -> list[str]:
    """Public functions and classes of the rules that cite a source without a row, or not in their rule's.

    The rules' numbers are those of a docstring's first sentence; a later one mentions others.
    """
    table = {row[0]: row[4] for row in rows(text) if len(row) == 6}
    found = []
    for module in (m for m in of if m.name.startswith("conferences.rules")):
        for node in module.tree.body:
            if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_"):
                said, name = ast.get_docstring(node) or "", f"`{module.name}.{node.name}`"
                numbers = re.findall(r"\bR[0-9]{1,2}\b", re.split(r"\.\s", said)[0])
                places = [table.get(number, "") for number in numbers] or [text]
                if CITES.search(said) and not all(name in place for place in places):
                    found.append(f"{name} {' '.join(numbers)}".strip())
    return found


def test_every_rule_of_the_code_has_its_row() -> None:
    missing_rows = unlisted(modules(), TABLE.read_text(encoding="utf-8"))
    assert missing_rows == [], (
        "Name it in docs/rules.md, in the row of the rule that it cites, or in a new one."
    )


@pytest.mark.parametrize(
    ("docstring", "found"),
    [
        ("R18 (L): a planted rule.", ["`conferences.rules.planted.rule` R18"]),
        ("A planted rule. Source: Somewhere (L).", ["`conferences.rules.planted.rule`"]),
        ("Counts what stands in no source.", []),
    ],
)
def test_a_planted_rule_without_its_row_is_found(docstring: str, found: list[str]) -> None:
    planted = parse("conferences.rules.planted", f'def rule():\n    """{docstring}"""')
    assert unlisted((planted,), "| R18 | Ending a plan | L | Somewhere | not yet | |") == found


def stands(name: str) -> bool:
    """Whether a name is used: a function by other code, a setting by a reader; a constraint always is."""
    if "." in name:
        return name.rpartition(".")[2] in used()
    return name not in CATALOGUE or not CATALOGUE[name].waits_for


@cache
def used() -> frozenset[str]:
    """Every name that the service loads or imports; where it is defined it is only stored."""
    found: set[str] = set()
    for module in modules():
        if not module.name.startswith("conferences.demo"):
            for node in nodes(module.tree):
                if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load):
                    found.add(node.id)
                elif isinstance(node, ast.Attribute):
                    found.add(node.attr)
                elif isinstance(node, ast.ImportFrom):
                    found |= {alias.name for alias in node.names}
    return frozenset(found)


def out_of_step(row: list[str]) -> str:
    """What is wrong with a row's last column, as what to do about it; "" where it is right."""
    what, where, waits = row[0], row[-2], row[-1]
    named = re.findall(r"(?<!census )`([^`]+)`", where)
    idle = [name for name in named if not stands(name)]
    if "not yet" in " ".join(row):
        return f"{what}: say in the last column what it waits for, or that it stands, by leaving it empty."
    if waits and len(idle) < len(named):
        return f"{what}: it stands. Empty its last column, or strike out what it names and does not wait for."
    if idle and not waits:
        return f"{what}: nothing uses {joined(idle)}. Give it its caller, or say what it waits for."
    said = {CATALOGUE[name].waits_for for name in idle if name in CATALOGUE}
    if waits and said and said != {waits}:
        return f"{what}: say what it waits for as its setting does: {joined(sorted(said))}."
    return ""


def test_what_stands_is_used_and_nothing_waits_in_vain() -> None:
    assert [wrong for row in rows(TABLE.read_text(encoding="utf-8")) if (wrong := out_of_step(row))] == []


@pytest.mark.parametrize(
    ("where", "waits", "says"),
    [
        ("not yet", "", "say in the last column"),
        ("`conferences.rules.recording.warnings`", "a page", "it stands"),
        ("`conferences.rules.recording.nobody_calls_it`", "", "nothing uses"),
        ("`VISIT_INTERVAL_WORKING_DAYS`", "", "nothing uses"),
        ("`VISIT_INTERVAL_WORKING_DAYS`", "a moon", "as its setting does"),
    ],
)
def test_a_planted_row_out_of_step_is_found(where: str, waits: str, says: str) -> None:
    assert says in out_of_step(["R99", "A planted rule", "L", "Somewhere", where, waits])


def test_every_setting_is_in_the_table() -> None:
    named = set(re.findall(r"`([A-Z_0-9]+)`", TABLE.read_text(encoding="utf-8")))

    assert sorted(CATALOGUE.keys() - named) == [], (
        "Name each limit in docs/rules.md: in the row of its rule, or in one of the other local settings."
    )


@pytest.mark.parametrize(
    "planted",
    ["`conferences.rules.timelimits.no_such_rule`", "`no.such.module`", "`NO_SUCH_KEY`", "census `0000`"],
)
def test_a_name_that_exists_nowhere_is_found(planted: str) -> None:
    assert missing(f"| R1 | {planted} |")
