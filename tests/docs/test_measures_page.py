"""The page of definitions is the one that the list of figures makes."""

from pathlib import Path

from conferences.figures.definitions import as_markdown
from conferences.rules.measures_catalogue import MEASURES

PAGE = Path(__file__).parents[2] / "docs" / "measures.md"


def test_the_page_is_in_step_with_the_definitions() -> None:
    assert PAGE.read_text(encoding="utf-8") == as_markdown(), (
        "Run: .venv/bin/python manage.py figures --definitions > docs/measures.md"
    )


def test_every_figure_is_on_the_page() -> None:
    text = PAGE.read_text(encoding="utf-8")
    assert [code for code in MEASURES if f"`{code}`" not in text] == []
