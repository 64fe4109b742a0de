"""What a role is called stands in one place: a page, a sentence or a document asks role_words or in_words."""

import ast
import re
from collections.abc import Iterator

import pytest

from tests.guards.source import ROOT, Module, modules, nodes, parse

HERE = "safeguarding.policy.role_words"
# Not the service's own words: what the invented council typed.
TYPED = ("conferences.demo.",)
ASIDE = {
    (
        "conferences.exchange.feed.columns",
        "Social worker",
    ): "the heading of a column in another system's file",
    (
        "safeguarding.policy.limits",
        "R23: IRO Handbook 6.2, extended to child protection by Southwark",
    ): "a title",
}
ROLE = re.compile(
    r"\bIROs?\b|\b(independent|conference) chairs?\b|\bsocial workers?\b|\bteam managers?\b"
    r"|\bstrategic leads?\b|\bbusiness support\b|\binformation governance\b|\bsystem administrators?\b",
    re.IGNORECASE,
)
ADVICE = (
    "{}: “{}”. A council may call this role otherwise: in_words(“… {{SOCIAL_WORKER}} …”, on) or"
    " role_words(role, on) of safeguarding.policy.words; {{{{ roles.SOCIAL_WORKER }}}} in a template."
)


def named(module: Module) -> Iterator[str]:
    """The texts of a module that call a role by a name, docstrings aside."""
    if module.name == HERE or module.name.startswith(TYPED):
        return
    aside = _docstrings(module.tree)
    for node in nodes(module.tree):
        if not isinstance(node, ast.Constant) or id(node) in aside or (module.name, node.value) in ASIDE:
            continue
        if isinstance(node.value, str) and ROLE.search(node.value):
            yield ADVICE.format(f"{module.name}:{node.lineno}", node.value.strip())


def _docstrings(tree: ast.Module) -> set[int]:
    """Texts that stand alone: they are for who reads the code."""
    return {id(node.value) for node in nodes(tree) if isinstance(node, ast.Expr)}


def named_in_template(name: str, text: str) -> Iterator[str]:
    for found in ROLE.finditer(re.sub(r"{#.*?#}", "", text)):
        yield ADVICE.format(name, found[0])


def test_no_module_calls_a_role_by_a_name_of_its_own() -> None:
    assert [said for module in modules() for said in named(module)] == []


def test_no_template_calls_a_role_by_a_name_of_its_own() -> None:
    found = (
        (path.relative_to(ROOT), path.read_text("utf-8"))
        for path in sorted((ROOT / "templates").rglob("*.*"))
    )
    assert [said for name, text in found for said in named_in_template(str(name), text)] == []


@pytest.mark.parametrize(
    "planted",
    [
        'x = "Ask the IRO"',
        'x = f"{name} (Social worker)"',
        '"""A module."""\nx = ("Ask another Strategic Lead",)',
    ],
)
def test_a_planted_name_is_found(planted: str) -> None:
    assert len(list(named(parse("conferences.views.x", planted)))) == 1


def test_a_planted_name_in_a_template_is_found_and_a_remark_is_none() -> None:
    assert len(list(named_in_template("x.html", "{# social worker #}<p>Ask your team manager.</p>"))) == 1


def test_a_docstring_and_the_place_of_the_words_may_name_a_role() -> None:
    assert not list(named(parse("conferences.views.x", '"""The Strategic Lead\'s answer."""')))
    assert not list(named(parse(HERE, 'x = "independent chair"')))
