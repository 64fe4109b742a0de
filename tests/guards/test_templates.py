"""A page that shows what nobody defined fails; a template writes no style or script into a page."""

import re
from pathlib import Path

import pytest
from django.template import Context, Template
from django.template.loader import get_template

from safeguarding.pagekit.undefined import UndefinedVariable
from tests.guards.source import ROOT

TEMPLATES = sorted((ROOT / "templates").rglob("*.html"))
INLINE = re.compile(
    r"<style|\sstyle=|\son\w+=\"|<script(?![^>]*\ssrc=)(?![^>]*type=\"application/json\")", re.I
)


def test_an_undefined_variable_fails() -> None:
    with pytest.raises(UndefinedVariable, match="nobody"):
        Template("{{ nobody.knows }}").render(Context({}))


def test_a_question_about_an_undefined_variable_is_allowed() -> None:
    assert Template("{% if nobody %}x{% endif %}").render(Context({})) == ""


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda p: str(p.relative_to(ROOT)))
def test_every_template_parses(path: Path) -> None:
    get_template(str(path.relative_to(ROOT / "templates")))


def inline(text: str) -> list[str]:
    """Style or script written into a page, which the content security policy would refuse."""
    return INLINE.findall(re.sub(r"{%\s*comment.*?endcomment\s*%}", "", text, flags=re.S))


def test_no_template_holds_inline_style_or_script() -> None:
    wrong = [str(p.relative_to(ROOT)) for p in TEMPLATES if inline(p.read_text())]
    assert wrong == [], "Give it a class (static/styles), or a script of static/js that the page loads."


@pytest.mark.parametrize("text", ['<p style="x">', "<style>", "<script>alert()</script>", '<a onclick="x">'])
def test_a_planted_inline_style_or_script_is_found(text: str) -> None:
    assert inline(text)
