"""Every function that writes for somebody says which right it needs, and checks it before anything else."""

import ast
import inspect
from importlib import import_module
from typing import Any

import pytest
from django.db import connection

from safeguarding.labelled import values
from safeguarding.models import User
from safeguarding.promises import SENTENCES
from safeguarding.refusals import FORBIDDEN, Refused
from safeguarding.rights import Role, holds
from tests.guards.source import Module, modules, parse

DO = "Decorate it with @operation(needs=Permission...), from safeguarding.operation."


def takes_by(function: ast.FunctionDef) -> bool:
    arguments = function.args
    return "by" in {a.arg for a in [*arguments.args, *arguments.kwonlyargs]}


def is_operation(function: ast.FunctionDef) -> bool:
    calls = [d.func for d in function.decorator_list if isinstance(d, ast.Call)]
    return "operation" in [ast.unparse(call) for call in calls]


def of_operations(module: Module) -> bool:
    return module.name.startswith("conferences.operations.") or module.name.endswith(
        (".operations", "_operations")
    )


def undeclared(module: Module) -> list[str]:
    """Public functions that take `by` and are no operation."""
    return [
        f"{module.name}.{node.name}"
        for node in module.tree.body
        if isinstance(node, ast.FunctionDef)
        and takes_by(node)
        and not node.name.startswith("_")
        and not is_operation(node)
    ]


def test_whatever_writes_for_somebody_names_its_right() -> None:
    found = [u for m in modules() if of_operations(m) for u in undeclared(m)]
    assert found == [], DO


def test_a_planted_operation_without_its_right_is_found() -> None:
    module = parse("conferences.operations.x", "def book(*, by, at): ...")
    assert undeclared(module) == ["conferences.operations.x.book"]


def operations() -> list[tuple[str, Any]]:
    found = []
    for module in modules():
        if of_operations(module):
            loaded = import_module(module.name)
            for name, function in inspect.getmembers(loaded, lambda f: hasattr(f, "needs")):
                if function.__module__ == module.name:
                    found.append((f"{module.name}.{name}", function))
    return found


@pytest.mark.parametrize(("name", "act"), operations(), ids=[name for name, _ in operations()])
@pytest.mark.parametrize("role", values(Role))
def test_an_operation_refuses_every_role_without_its_right(name: str, act: Any, role: str) -> None:
    """Before it looks at anything: what it is given here is nothing at all."""
    if holds(role, act.needs):
        return
    given = dict.fromkeys(inspect.signature(act).parameters)
    given["by"] = User(pk=1, role=role, is_active=True)
    with pytest.raises(Refused) as refusal:
        act(**given)
    assert refusal.value.status == FORBIDDEN, "Let @operation stand outermost: it asks for the right first."


def no_constraints(named: set[str]) -> set[str]:
    """Of these names those that the database holds no constraint, unique index or promise by."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT conname FROM pg_constraint UNION SELECT relname FROM pg_class WHERE relkind = 'i'"
        )
        return named - {name for (name,) in cursor.fetchall()} - SENTENCES.keys()


@pytest.mark.django_db
def test_whatever_an_operation_says_for_the_database_the_database_refuses_by_that_name() -> None:
    found = no_constraints(set().union(*(act.refuses for _, act in operations())))
    assert found == set(), "It was renamed, so the sentence would never be said."
    assert no_constraints({"booking_one_a_request"}) == {"booking_one_a_request"}
