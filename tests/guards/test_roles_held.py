"""A person may hold several roles: nobody asks for the main one alone where any of them would do."""

import ast
import re
from collections.abc import Iterator

import pytest

from tests.guards.source import Module, modules, nodes, parse

PEOPLE = frozenset(["user", "by", "chair", "person", "signed_in", "to", "worker"])
# Where the main role is shown or kept as such.
MAIN = frozenset(["safeguarding.pages.people", "safeguarding.pages.people_forms"])
SQL = re.compile(r"\bu\.role\b(?! \|\| u\.further_roles)")
ADVICE = "{}:{}: ask user.roles, user.is_any(...), in_roles(...) or, in SQL, duties_holders.HELD."


def main_role_alone(module: Module) -> Iterator[str]:
    """Where a module compares, filters by or reads the main role alone."""
    if module.name in MAIN:
        return
    for node in nodes(module.tree):
        if _is_asked(node):
            yield ADVICE.format(module.name, getattr(node, "lineno", 0))


def _is_asked(node: ast.AST) -> bool:
    if isinstance(node, ast.Attribute) and node.attr == "role":
        return isinstance(node.value, ast.Name) and node.value.id in PEOPLE
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return bool(SQL.search(node.value))
    names = {one.arg or "" for one in node.keywords} if isinstance(node, ast.Call) else set()
    is_filter = isinstance(node, ast.Call) and ast.unparse(node.func).endswith(("filter", "exclude"))
    return is_filter and "User.objects" in ast.unparse(node) and not names.isdisjoint({"role", "role__in"})


def test_nobody_asks_for_the_main_role_alone() -> None:
    product = (module for module in modules() if not module.name.startswith("conferences.demo"))
    assert [said for module in product for said in main_role_alone(module)] == []


@pytest.mark.parametrize(
    "planted",
    [
        "if user.role == Role.CHAIR: ...",
        "User.objects.filter(role=Role.CHAIR, is_active=True)",
        "User.objects.filter(is_active=True).exclude(role__in=roles)",
        'sql = "SELECT u.id FROM safeguarding_user u WHERE u.role = 1"',
    ],
)
def test_a_planted_question_is_found(planted: str) -> None:
    assert len(list(main_role_alone(parse("conferences.queries.x", planted)))) == 1


def test_the_roles_held_together_are_no_main_role_alone() -> None:
    fine = 'held = "(u.role || u.further_roles)"\nUser.objects.filter(in_roles(role))'
    assert not list(main_role_alone(parse("conferences.queries.x", fine)))
