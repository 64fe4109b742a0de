"""Reads a page as a tree, so that tests ask about elements and not about text."""

from typing import Any

from django.template import engines
from lxml import html


def tree(text: str) -> Any:
    return html.fromstring(text)


def drawn(template: str, **context: Any) -> Any:
    """A piece of template drawn, as a tree within one <div>."""
    loads = "{% load crispy_forms_tags govuk words %}"
    text = engines["django"].from_string(loads + template).render(context)
    return html.fragment_fromstring(text, create_parent="div")


def one(node: Any, selector: str) -> Any:
    """The single element that a path finds; anything else fails the test."""
    found = node.xpath(selector)
    assert len(found) == 1, f"{selector} found {len(found)} elements"
    return found[0]


def words(node: Any) -> str:
    """The text of an element, with single spaces."""
    return " ".join(node.text_content().split())
