"""Nothing about a child is read but in somebody's scope, or for a reason that stands in this list."""

import ast
from collections.abc import Callable
from typing import Any

import pytest
from django.http import Http404

from safeguarding.access import get, scope
from safeguarding.models import Child
from safeguarding.models.base import UnscopedRead
from tests.factories import ChildFactory, PlanFactory, UserFactory
from tests.guards.source import Module, modules, nodes, parse

# Where code may reach round the scope: Django's own manager and the answer that scope() gives.
MAY_USE_EVERY = ("safeguarding.models", "safeguarding.access")


def round_the_scope(module: Module) -> list[str]:
    """Uses of .every, .answer(...), _default_manager, _base_manager or pgtrigger.ignore."""
    if module.name.startswith(MAY_USE_EVERY):
        return []
    return [
        f"{module.name}:{node.lineno} {node.attr}"
        for node in nodes(module.tree)
        if isinstance(node, ast.Attribute)
        and (
            node.attr in ("every", "_default_manager", "_base_manager")
            or (node.attr == "answer" and "objects" in ast.unparse(node.value))
            or (node.attr == "ignore" and ast.unparse(node.value) == "pgtrigger")
        )
    ]


def test_nothing_reaches_round_the_scope() -> None:
    wrong = [r for m in modules() for r in round_the_scope(m)]
    assert wrong == [], (
        "Read with access.get or access.scope for the person who asks; for work that is nobody's, "
        "Model.objects.unscoped('the reason')."
    )


@pytest.mark.parametrize(
    "text", ["Child.every.all()", "Child.objects.answer('x')", "pgtrigger.ignore('a:b')"]
)
def test_a_planted_way_round_the_scope_is_found(text: str) -> None:
    assert round_the_scope(parse("conferences.queries.x", text))


def reasons() -> list[str]:
    """Each unscoped(...) of the code, with the words it gives, on the spot or in a constant."""
    return [
        f"{module.name}: {said(module, node.args[0]) if node.args else ''}"
        for module in modules()
        for node in nodes(module.tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr == "unscoped"
    ]


def said(module: Module, reason: ast.expr) -> str:
    """The words of a reason in quotation marks; the bare name of one that stands nowhere in the module."""
    constants = {
        target.id: node.value
        for node in module.tree.body
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant)
        for target in node.targets
        if isinstance(target, ast.Name)
    }
    return ast.unparse(constants.get(reason.id, reason) if isinstance(reason, ast.Name) else reason)


def test_a_reason_is_found_in_a_constant_and_missed_where_there_is_none() -> None:
    module = parse("x", "WHY = 'the reason'")
    assert said(module, ast.Name("WHY")) == "'the reason'" and said(module, ast.Name("OTHER")) == "OTHER"


def test_every_unscoped_read_gives_its_reason_in_words() -> None:
    wrong = [r for r in reasons() if "'" not in r and '"' not in r]
    assert wrong == [], "Give unscoped(...) its reason in words, there or in a constant of the module."


def test_no_view_reads_unscoped() -> None:
    wrong = [r for r in reasons() if r.startswith(("conferences.views", "conferences.forms"))]
    assert wrong == [], "Read in the scope of request.user, by a function of conferences.queries."


def objects_in_views(module: Module) -> list[str]:
    if not module.name.startswith("conferences.views"):
        return []
    found = (n for n in nodes(module.tree) if isinstance(n, ast.Attribute) and n.attr == "objects")
    return [f"{module.name}:{n.lineno}" for n in found]


def test_no_view_asks_a_manager() -> None:
    wrong = [o for m in modules() for o in objects_in_views(m)]
    assert wrong == [], "Let a function of conferences.queries read it, for the person who asks."


def test_a_planted_manager_in_a_view_is_found() -> None:
    assert objects_in_views(parse("conferences.views.x", "Plan.objects.all()"))


@pytest.mark.parametrize(
    "read",
    [
        list,
        len,
        bool,
        lambda q: q.count(),
        lambda q: q.exists(),
        lambda q: q.first(),
        lambda q: list(q.values("pk")),
        lambda q: q.statement("pk"),
    ],
)
def test_an_unscoped_read_is_refused(db: None, read: Callable[[Any], object]) -> None:
    ChildFactory()
    with pytest.raises(UnscopedRead):
        read(Child.objects.all())


def test_a_scoped_read_is_allowed_and_so_is_what_hangs_from_it(db: None) -> None:
    plan = PlanFactory()
    child = get(UserFactory(role="CHAIR"), Child, pk=plan.child_id)
    assert list(child.plans.all()) == [plan]


def test_nobody_may_is_not_there(db: None) -> None:
    child = ChildFactory(restricted=True)
    with pytest.raises(Http404):
        get(UserFactory(role="CHAIR"), Child, pk=child.pk)
    assert not scope(UserFactory(role="CHAIR"), Child).exists()
