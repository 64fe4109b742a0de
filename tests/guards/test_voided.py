"""An enquiry recorded in error is in no deadline, list or figure: whatever reads enquiries leaves it out."""

import ast
from collections.abc import Iterator
from functools import cache

import pytest

from tests.guards.source import Module, modules, parse

LEAVES_OUT = "voided_at"
# What reads enquiries, void ones too or only others, each with the reason.
NAMED = {
    "conferences.exchange.census.guarded.HELD": "how many a merge adds, void ones before and after it",
    "conferences.exchange.census.merging.LOCKED": "a table is locked whole",
    "conferences.exchange.census.merging.STAGES": "the planner is told of a table",
    "conferences.exchange.census.statements.enquiries.HELD_ENQUIRY": "of those that FOUND matched",
    "conferences.exchange.census.statements.enquiries.ENQUIRIES": "of those that FOUND matched",
    "conferences.exchange.census.statements.enquiries.ENQUIRY": "its steps say which",
    "conferences.models.promises_kept.OF_A_FILE": "where it came from, void or not",
    "conferences.models.promises_plans.ASKED_WRONG": "a void one is of its child too",
    "conferences.models.promises_plans.CHILD_WRONG": "a void one is of its child too",
    "conferences.models.promises_plans.ENQUIRY": "the name of the table",
    "conferences.models.promises_plans.NOT_NEEDED": "of one that had its conference",
    "conferences.models.promises_plans.WRONG_START": "a void one keeps its discussion",
    "conferences.queries.children_chronology._enquiries": "shown as void",
    "conferences.queries.children_record.EVENTS": "shown as void",
    "conferences.queries.children_record.RECORD": "shown as void",
    "conferences.queries.clocks.enquiries.ENQUIRIES": "_initial leaves them out, as it is told here",
    "conferences.queries.clocks.law.LAW": "of a request, and none stands on a void one",
    "conferences.queries.clocks.subjects.SUBJECTS": "so that the duties of a void one are closed",
    "conferences.queries.consultations_facts.RECORD": "consultations_facts_child leaves them out",
    "conferences.queries.consultations_second_facts.cut": "consultations_facts_child leaves them out",
    "conferences.queries.duties_ledger_book.Book": "the start by which a request is due",
    "conferences.queries.duties_list.PLACES": "of a duty that is open, and none is of a void one",
    "conferences.queries.enquiries.enquiries_of": "each leads to its page, void or not",
    "conferences.queries.enquiries.enquiry_of": "its own page, void or not",
    "conferences.queries.plans_days.days_of_children": "its clocks have none of a void one",
    "conferences.queries.requests._open_enquiries": "loaded without them",
    "conferences.views.presenters.children._enquiries": "shown as void",
}


@cache
def reads(node: ast.AST) -> bool:
    """Whether code reads enquiries: by SQL, by its model's manager, in a scope, or as a child's own."""
    for part in ast.walk(node):
        if isinstance(part, ast.Constant) and isinstance(part.value, str):
            text = part.value
            if "conferences_enquiry " in f"{text} ".replace("\n", " ") or text.startswith("enquiries__"):
                return True
        if isinstance(part, ast.Attribute):
            asks = ast.unparse(part.value).endswith("Enquiry.objects") and part.attr != "create"
            if asks or ast.unparse(part).endswith(".enquiries.all"):
                return True
        if isinstance(part, ast.Call):
            given = [ast.unparse(one) for one in part.args]
            called = ast.unparse(part.func)
            if called in ("scope", "get", "Place", "rows") and {"Enquiry", "story.Enquiry"} & set(given):
                return True
    return False


def units(module: Module) -> Iterator[tuple[str, ast.stmt]]:
    """The functions, classes and constants of a module, by name."""
    for node in module.tree.body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            yield f"{module.name}.{node.name}", node
        elif isinstance(node, ast.Assign | ast.AnnAssign):
            target = node.targets[0] if isinstance(node, ast.Assign) else node.target
            yield f"{module.name}.{ast.unparse(target)}", node


def takes_void_ones(module: Module) -> list[str]:
    if module.name.startswith(("conferences.migrations", "conferences.demo")):
        return []
    found = [(name, ast.unparse(node)) for name, node in units(module) if reads(node)]
    return [name for name, text in found if LEAVES_OUT not in text and name not in NAMED]


def test_whatever_reads_enquiries_leaves_out_the_void_ones() -> None:
    wrong = [name for module in modules() for name in takes_void_ones(module)]
    assert wrong == [], (
        "Leave out what was recorded in error (voided_at IS NULL), or say in NAMED why it is read."
    )


def test_every_name_in_the_list_still_reads_them() -> None:
    known = {name for module in modules() for name, node in units(module) if reads(node)}
    assert sorted(NAMED.keys() - known) == []


@pytest.mark.parametrize(
    "text",
    [
        "A = 'SELECT id FROM conferences_enquiry'",
        "def f(user):\n    return scope(user, Enquiry).filter(child=1)",
        "def f():\n    return Enquiry.objects.unscoped('why')",
        "def f(child):\n    return child.enquiries.all()",
    ],
)
def test_a_planted_reading_is_found(text: str) -> None:
    assert takes_void_ones(parse("conferences.queries.planted", text))
