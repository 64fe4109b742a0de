"""The register of triggers keeps the names that the package would collect, and refuses as it does."""

import pgtrigger
import pytest
from pgtrigger import registry

from conferences.models import Plan
from safeguarding.models import Child
from safeguarding.triggers import Register


@pytest.fixture
def few(monkeypatch):
    """A register with one trigger, in the place of the project's own."""
    register = Register({})
    monkeypatch.setattr(registry, "_registry", register)
    # Registering writes into these too.
    for model in (Child, Plan):
        monkeypatch.setattr(model._meta, "triggers", [])
        monkeypatch.setitem(model._meta.original_attrs, "triggers", [])
    trigger("one").register(Child)
    return register


def trigger(name: str, func: str = "RETURN NULL;") -> pgtrigger.Trigger:
    return pgtrigger.Trigger(name=name, when=pgtrigger.After, operation=pgtrigger.Insert, func=func)


def test_the_projects_triggers_stand_in_it_under_the_names_the_package_collects():
    register = registry._registry
    assert isinstance(register, Register) and len(register) > 500
    theirs = registry._Registry
    assert register.pg_function_names == theirs.pg_function_names.fget(register)
    assert register.by_db_table == theirs.by_db_table.fget(register)


def test_a_name_that_is_taken_is_refused_until_it_is_given_up(few):
    other = trigger("one", "RETURN OLD;")
    with pytest.raises(KeyError, match="already used"):
        other.register(Child)
    other.register(Plan)
    registry.delete("safeguarding.Child:one")
    other.register(Child)
    assert set(few.by_db_table) == {("safeguarding_child", "one"), ("conferences_plan", "one")}
    assert len(few.pg_function_names) == 2


def test_the_same_trigger_again_is_no_fault(few):
    same = few["safeguarding.Child:one"][1]
    same.register(Child)
    assert len(few) == 1
