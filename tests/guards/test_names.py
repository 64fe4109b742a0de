"""Names say what a thing is or does: no clever word, no participle that could mean anything."""

import ast
import re

import pytest

from tests.guards.source import Module, modules, nodes, parse

CLEVER = re.compile(r"^_?(beside|around|chance|waiting|opening|stories|engine)$")
# A helper so named may lock, translate, retry or write: its reader cannot tell.
PARTICIPLE = re.compile(r"^_(held|told|kept|asked|said|made)$")
ADVICE = "Name it for what it is or does, in the field's words: week_links, lock, decision_line."


def vague_names(module: Module) -> list[str]:
    """The module, classes and functions whose name tells nothing."""
    names = [module.name.rpartition(".")[2]]
    kinds = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef
    names += [node.name for node in nodes(module.tree) if isinstance(node, kinds)]
    return [
        f"{module.name}: {name}" for name in names if CLEVER.match(name.lower()) or PARTICIPLE.match(name)
    ]


def test_names_say_what_things_are_or_do() -> None:
    assert [v for m in modules() for v in vague_names(m)] == [], ADVICE


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("conferences.views.x", "def beside(): ..."),
        ("conferences.exchange.x", "class Beside: ..."),
        ("conferences.queries.x", "def _held(): ..."),
        ("conferences.demo.engine", "A = 1"),
    ],
)
def test_a_planted_vague_name_is_found(name: str, text: str) -> None:
    assert vague_names(parse(name, text))
