"""Dates, numbers, lists and first letters are written by safeguarding.wording alone, and so rounded once."""

import ast
import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest
from django import forms
from django.conf import settings

from tests.guards.source import ROOT, Module, modules, nodes, parse

HERE = "safeguarding.wording"
DATE_SIGNS = re.compile(r"%[-#]?[aAbBcdHIjmMpSUwWxXyY]")
ROUNDED = re.compile(r"\.\d+[fF%]|(?<!%)%$")
DATE = "use wording.uk_date, uk_day, uk_month, uk_time or uk_dates (in an address or a key: isoformat())"
NUMBER = "use wording.percent, decimal or number; round with wording.half_up or share, once, from the counts"
FIRST = "use wording.upper_first or lower_first"
LIST = "use wording.joined"
NOUN = "use wording.counted (or times)"


def advice(node: ast.AST) -> str:
    """What to use in place of this expression; nothing where it may stay."""
    found = ""
    if isinstance(node, ast.FormattedValue) and node.format_spec is not None:
        found = _of_format(_words(node.format_spec))
    elif isinstance(node, ast.Call):
        found = _of_call(node)
    elif isinstance(node, ast.BinOp) and isinstance(node.op, ast.Mod) and _text(node.left):
        found = _of_format(_text(node.left))
    elif isinstance(node, ast.IfExp):
        found = NOUN if _chooses_noun(node) else ""
    elif isinstance(node, ast.alias) and node.name.startswith("ROUND_"):
        found = NUMBER
    return found


def _of_format(spec: str) -> str:
    if DATE_SIGNS.search(spec):
        return DATE
    return NUMBER if ROUNDED.search(spec) else ""


def _of_call(call: ast.Call) -> str:
    name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
    owner = call.func.value if isinstance(call.func, ast.Attribute) else None
    if name == "strftime":
        return DATE
    if name == "quantize" or (name == "round" and owner is None and len(call.args) + len(call.keywords) > 1):
        return NUMBER
    if (name in ("capitalize", "title") and not call.args) or (
        name in ("lower", "upper") and _is_first(owner)
    ):
        return FIRST
    if name == "join" and re.search(r"\b(and|or)\b", _text(owner)):
        return LIST
    return _of_format("".join(re.findall(r"{[^}]*}", _text(owner)))) if name == "format" else ""


def _is_first(node: ast.AST | None) -> bool:
    """`text[:1]` or `text[0]`."""
    place = node.slice if isinstance(node, ast.Subscript) else None
    end = place.upper if isinstance(place, ast.Slice) else None
    return getattr(end, "value", None) == 1 or getattr(place, "value", None) == 0


def _text(node: ast.AST | None) -> str:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


def _chooses_noun(node: ast.IfExp) -> bool:
    """`"plan" if n == 1 else "plans"`, and the like in an f-string; not "is" and "are"."""
    if not all(isinstance(branch, ast.Constant | ast.JoinedStr) for branch in (node.body, node.orelse)):
        return False
    one, many = (set(re.findall(r"[a-z]+", _words(branch))) for branch in (node.body, node.orelse))
    if "" in (_words(node.body), _words(node.orelse)):
        return {"s"} in (one, many)
    plural = {f"{word}s" for word in one | many} | {f"{word[:-1]}ies" for word in one | many}
    return bool((one - many) & plural or (many - one) & plural)


def _words(node: ast.AST) -> str:
    """The literal text of a string or an f-string."""
    return "".join(_text(part) for part in ast.walk(node))


def written_elsewhere(module: Module) -> list[str]:
    """What a module writes by itself that wording.py writes for all, each with what to use."""
    if module.name == HERE:
        return []
    found = []
    for node in nodes(module.tree):
        if use := advice(node):
            found.append(f"{module.name}:{getattr(node, 'lineno', 0)} {ast.unparse(node)}: {use}")
    return found


def test_dates_numbers_lists_and_first_letters_are_written_in_one_place() -> None:
    assert [w for m in modules() for w in written_elsewhere(m)] == []


@pytest.mark.parametrize(
    ("text", "use"),
    [
        ('f"{day:%A}"', DATE),
        ('f"{day.day} {day:%B %Y}"', DATE),
        ('day.strftime("%d/%m/%Y")', DATE),
        ('f"{value:.1f}%"', NUMBER),
        ('f"{value:,.0f}"', NUMBER),
        ('f"{value:.0%}"', NUMBER),
        ('"%.1f" % value', NUMBER),
        ('"{:.1f}".format(value)', NUMBER),
        ("round(value, 1)", NUMBER),
        ('value.quantize(Decimal("0.1"))', NUMBER),
        ("from decimal import ROUND_HALF_UP", NUMBER),
        ('" and ".join(names)', LIST),
        ('", or ".join(names)', LIST),
        ("text[:1].lower() + text[1:]", FIRST),
        ("text[0].upper() + text[1:]", FIRST),
        ("text.capitalize()", FIRST),
        ('"plan" if n == 1 else "plans"', NOUN),
        ("f\"plan{'' if 1 == n else 's'}\"", NOUN),
    ],
    ids=str,
)
def test_a_planted_writing_of_ones_own_is_found(text: str, use: str) -> None:
    found = written_elsewhere(parse("conferences.views.x", text))
    assert found and all(one.endswith(use) for one in found)


@pytest.mark.parametrize(
    "text",
    [
        'f"{count:,}"',
        'f"{name:<24}"',
        "round(seconds)",
        '", ".join(names)',
        "typed.lower()",
        "day.isoformat()",
    ],
)
def test_what_is_no_wording_is_left_alone(text: str) -> None:
    assert written_elsewhere(parse("conferences.views.x", text)) == []


FILTERS = re.compile(
    r"\|\s*(date|time|timesince|timeuntil|floatformat|intcomma|capfirst|title|pluralize|naturalday|apnumber)\b"
)


def filtered_elsewhere(text: str) -> list[str]:
    """Django's own filters for dates, numbers and letters in a template."""
    return FILTERS.findall(text)


def templates() -> Iterator[Path]:
    return (path for path in sorted((ROOT / "templates").rglob("*")) if path.suffix in (".html", ".txt"))


def test_templates_use_our_filters() -> None:
    wrong = {str(path.relative_to(ROOT)): filtered_elsewhere(path.read_text()) for path in templates()}
    assert {path: found for path, found in wrong.items() if found} == {}, (
        "Use the filters of `{% load words %}` (uk_date, uk_moment, number, percent, counted, joined), or "
        "have the presenter hand over the words."
    )


@pytest.mark.parametrize(
    "text",
    [
        '{{ day|date:"j F Y" }}',
        "{{ rate|floatformat:1 }}",
        "{{ name|capfirst }}",
        "{{ n }} plan{{ n|pluralize }}",
    ],
)
def test_a_planted_filter_is_found(text: str) -> None:
    assert filtered_elsewhere(text)


def form_classes(root: type[forms.BaseForm] = forms.BaseForm) -> Iterator[type[forms.BaseForm]]:
    """Every form of ours that the addresses lead to."""
    for form in root.__subclasses__():
        if form.__module__.startswith(("conferences.", "safeguarding.")):
            yield form
        yield from form_classes(form)


def without_subject(form: type[forms.BaseForm]) -> list[str]:
    """Text fields whose label is a question, so that "... must be 100 characters or less" lacks a subject."""
    return [
        f"{form.__module__}.{form.__name__}.{name}"
        for name, field in getattr(form, "base_fields", {}).items()
        if isinstance(field, forms.CharField) and field.max_length
        if str(field.label).removesuffix(" (optional)").endswith("?") and not getattr(field, "subject", "")
    ]


def test_a_question_says_what_its_answer_is_called() -> None:
    import_module(settings.ROOT_URLCONF)
    wrong = sorted({w for form in form_classes() for w in without_subject(form)})
    assert wrong == [], "Give the field a `subject` (safeguarding.pagekit.texts), for the words of its limit."


def test_a_planted_question_without_a_subject_is_found() -> None:
    class Planted(forms.Form):
        why = forms.CharField(label="Why? (optional)", max_length=100)

    assert without_subject(Planted)
