"""Every word of the glossary stands on a page or in the code's words, or says what it waits for."""

import ast
import re
from functools import cache
from pathlib import Path

import pytest

from tests.guards.source import ROOT, modules, nodes

GLOSSARY = Path(__file__).parents[2] / "docs" / "glossary.md"
NOT_PRODUCTION = ("conferences.demo", "safeguarding.pages.catalogue")


def entries(text: str) -> list[list[str]]:
    """[word, meaning, what it waits for] of each row."""
    lines = [line for line in text.splitlines() if line.startswith("| ") and not line.startswith("| word ")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


@cache
def words() -> str:
    """Everything a page may say: the templates, and every text of the code that is no docstring."""
    templates = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "templates").rglob("*.html"))]
    texts = [text for m in modules() if not m.name.startswith(NOT_PRODUCTION) for text in texts_of(m.tree)]
    return plain("\n".join([*templates, *texts]))


def texts_of(tree: ast.Module) -> list[str]:
    docstrings = {id(node.value) for node in nodes(tree) if isinstance(node, ast.Expr)}
    constants = [node for node in nodes(tree) if isinstance(node, ast.Constant)]
    return [node.value for node in constants if isinstance(node.value, str) and id(node) not in docstrings]


def plain(text: str) -> str:
    return text.replace("_", " ").replace("-", " ")


def is_used(entry: str, said: str) -> bool:
    """Whether one of the entry's words is said; an abbreviation only in its capitals."""
    names = [name.strip() for name in re.split(r"[,()]", plain(entry)) if name.strip()]
    return any(
        re.search(rf"\b{re.escape(name)}(s|es)?\b", said, 0 if name.isupper() else re.I) for name in names
    )


def out_of_step(row: list[str], said: str) -> str:
    """What to do about an entry; "" where it is right."""
    if len(row) != 3:
        return f"{row[0]}: give it three cells, the last for what it waits for."
    used = is_used(row[0], said)
    if used and row[2]:
        return f"{row[0]}: a page says it. Empty its last cell."
    if not used and not row[2]:
        return f"{row[0]}: no page says it. Use the word, say in the last cell what it waits for, or drop it."
    return ""


def test_every_word_is_used_or_says_what_it_waits_for() -> None:
    found = [out_of_step(row, words()) for row in entries(GLOSSARY.read_text(encoding="utf-8"))]
    assert [wrong for wrong in found if wrong] == []


@pytest.mark.parametrize(
    ("row", "says"),
    [
        (["Moon", "A planted word.", ""], "no page says it"),
        (["Plan", "A word that is said.", "a page"], "Empty its last cell"),
        (["PR", "Not the middle of another word.", ""], "no page says it"),
        (["Plan", "Two cells."], "three cells"),
    ],
)
def test_a_planted_word_out_of_step_is_found(row: list[str], says: str) -> None:
    assert says in out_of_step(row, "A plan and a prize")
