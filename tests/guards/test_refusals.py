"""One refusal for the project, taken by forms and middleware alone; one lock; operations called by module."""

import ast

import pytest

from tests.guards.source import Module, modules, nodes, parse

EDGES = ("conferences.views", "safeguarding.pages")
# Refusals that carry more than sentences, each with what.
CARRY_MORE = {"safeguarding.versions.StaleVersion": "the text that was saved meanwhile"}


def refusals(module: Module) -> list[str]:
    """Classes that refuse: by their name, or as kinds of the one."""
    return [
        f"{module.name}.{node.name}"
        for node in nodes(module.tree)
        if isinstance(node, ast.ClassDef)
        and (node.name.endswith("Refused") or "Refused" in [ast.unparse(base) for base in node.bases])
    ]


def test_there_is_one_refusal() -> None:
    known = {"safeguarding.refusals.Refused", *CARRY_MORE}
    wrong = sorted({r for m in modules() for r in refusals(m)} ^ known)
    assert wrong == [], "Raise Refused(sentence, field) from safeguarding.refusals."


@pytest.mark.parametrize("text", ["class BookingRefused(Exception): ...", "class TooLate(Refused): ..."])
def test_a_planted_refusal_of_its_own_is_found(text: str) -> None:
    assert refusals(parse("conferences.operations.x", text))


def catches(module: Module) -> list[str]:
    """Refusals that a page catches itself."""
    return [
        f"{module.name}:{node.lineno}"
        for node in nodes(module.tree)
        if module.name.startswith(EDGES) and isinstance(node, ast.ExceptHandler) and node.type
        for name in ast.walk(node.type)
        if isinstance(name, ast.Name) and name.id in ("Refused", "StaleVersion")
    ]


def test_no_page_catches_a_refusal() -> None:
    wrong = [c for m in modules() for c in catches(m)]
    assert wrong == [], "Call form.attempt(lambda: operations...): the form or the middleware answers."


def test_a_planted_catch_is_found() -> None:
    text = "try:\n    cancel()\nexcept (KeyError, Refused):\n    pass"
    assert catches(parse("conferences.views.x", text)) and not catches(parse("conferences.tasks", text))


# Where rows are locked otherwise than by lock(), each for the reason given.
LOCKS = {
    "safeguarding.operation": "the one lock",
    "conferences.operations.duties_notices": "takes what nobody else holds, and waits for nobody",
    "conferences.operations.feedback_giving": "whoever gives feedback is no user, so it is no operation",
    "safeguarding.drafts.operations": "finds a draft or makes it, in one question",
}


def locks(module: Module) -> list[str]:
    return [
        f"{module.name}:{node.lineno}"
        for node in nodes(module.tree)
        if isinstance(node, ast.Attribute) and node.attr == "select_for_update"
    ]


def test_rows_are_locked_in_one_place() -> None:
    wrong = [where for m in modules() if m.name not in LOCKS for where in locks(m)]
    assert wrong == [], "Use lock(), lock_all() or lock_rows() from safeguarding.operation."


def test_a_planted_lock_is_found_and_no_exception_outlives_its_lock() -> None:
    assert locks(parse("x", "Plan.objects.select_for_update().get(pk=1)"))
    gone = [m.name for m in modules() if m.name in LOCKS and not locks(m)]
    assert gone == [], "Strike them out of LOCKS: they lock nothing by themselves."


def by_name(module: Module) -> list[str]:
    """Operations that a page imports by name instead of by their module; constants and codes may be."""
    return [
        f"{module.name}: {alias.name}"
        for node in nodes(module.tree)
        if module.name.startswith(EDGES) and isinstance(node, ast.ImportFrom)
        for alias in node.names
        if ".operations." in f"{node.module}." and alias.name.islower() and _is_function(node, alias)
    ]


def _is_function(node: ast.ImportFrom, alias: ast.alias) -> bool:
    return f"{node.module}.{alias.name}" not in {module.name for module in modules()}


def test_pages_call_operations_by_their_module() -> None:
    wrong = [b for m in modules() for b in by_name(m)]
    assert wrong == [], "Import the module: from conferences.operations import scheduling as operations."


def test_a_planted_import_by_name_is_found() -> None:
    assert by_name(parse("conferences.views.x", "from conferences.operations.scheduling import book"))
    assert not by_name(parse("conferences.views.x", "from conferences.operations import scheduling"))
