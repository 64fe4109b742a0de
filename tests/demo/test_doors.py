"""Everything that the demo holds, a council can make as well: no table is filled by the demo's seed alone."""

from __future__ import annotations

import datetime as dt
import re

import pytest
from django.apps import apps
from django.db import models

from safeguarding.directory.directory import directories
from tests.guards.source import modules

pytestmark = pytest.mark.django_db
# What writes the demo.
NOT_A_DOOR = "conferences.demo"
WRITES = r"\.(create|bulk_create|get_or_create|update_or_create)\("


def sources() -> list[str]:
    """The text of every module through which a council's own facts come in."""
    return [module.path.read_text() for module in modules() if not module.name.startswith(NOT_A_DOOR)]


def has_door(model: type[models.Model], texts: list[str]) -> bool:
    """Whether a directory keeps it, or some module of the product makes a row of it."""
    if model in [directory.model for directory in directories().values()]:
        return True
    name, table = model.__name__, model._meta.db_table
    made = re.compile(
        rf"(?<![\w.])(?<!class ){name}\(|(?<!\w){name}\.\w+(\([^()]*\))?{WRITES}"
        rf"|INSERT INTO {table}\b|COPY {table}\b"
    )
    rows = re.compile(rf"(\w+) = {name}\.\w+\.")
    return any(made.search(text) or _makes(text, rows.findall(text)) for text in texts)


def _makes(text: str, names: list[str]) -> bool:
    """Whether rows are made by way of one of these names for the table's rows."""
    return any(re.search(rf"\b{name}{WRITES}", text) for name in names)


def ours() -> list[type[models.Model]]:
    found = [
        *apps.get_app_config("safeguarding").get_models(),
        *apps.get_app_config("conferences").get_models(),
    ]
    return [
        model
        for model in found
        if not hasattr(model, "pgh_created_at") and not model.__name__.endswith("Event")
    ]


def test_nothing_of_the_demo_is_made_by_its_seed_alone(demo: dt.date) -> None:
    texts = sources()
    filled = [model for model in ours() if model._base_manager.exists()]
    assert len(filled) > 40
    without = sorted(model.__name__ for model in filled if not has_door(model, texts))
    assert without == [], "Build the page, the file or the command by which a council makes these too."


def test_a_table_that_no_module_fills_is_found() -> None:
    (model,) = [model for model in ours() if model.__name__ == "Household"]
    assert not has_door(model, ["class Household(models.Model): ...", "Household.objects.filter(pk=1)"])
    assert has_door(model, ["Household.objects.create(family=family)"])
