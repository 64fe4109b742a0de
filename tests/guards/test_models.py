"""Every model is classified, has a factory, and its pairs are constrained: a new one breaks the build until
decided.
"""

import inspect
from typing import Any

import pytest
from django.apps import apps
from django.db import IntegrityError, models, transaction

from safeguarding.models.base import ChildRecord
from tests import factories
from tests.guards.classification import HISTORY_BY, NOT_PAIRED, NOT_TIED, about_a_child, classified

OURS = [m for m in apps.get_models() if m._meta.app_label in ("safeguarding", "conferences")]
RECORDS = [m for m in OURS if not hasattr(m, "pgh_tracked_model")]


CLASSIFY = (
    "Say in tests/guards/classification.py how its history is kept (HISTORY_BY) and whether it is about a"
    " child; docs/howto/table-with-history.md has the steps."
)
ABOUT_A_CHILD = (
    "What is about a child inherits ChildRecord, with its CHILD_PATH, so that it is read in scope alone; what"
    " is not, does not. Change the model, or its line in tests/guards/classification.py."
)
HISTORY = (
    "Decorate the model with @keeps_history() (safeguarding.history) for 'trigger', give it a trigger that"
    " refuses a change (never_changed) for 'itself', or change its line in HISTORY_BY."
)
PAIRED = (
    "Make both fields null or neither, and hold them together by a CheckConstraint; where they are no pair,"
    " say so in NOT_PAIRED of tests/guards/classification.py."
)
TIED = (
    "Tie each reason to what it explains by a CheckConstraint; where nothing else stores that, say so in"
    " NOT_TIED of tests/guards/classification.py."
)


def unclassified(records: list[type[models.Model]]) -> list[str]:
    return sorted(m.__name__ for m in records if m.__name__ not in classified())


def test_every_model_is_classified() -> None:
    assert unclassified(RECORDS) == [], CLASSIFY


def test_no_classification_outlives_its_model() -> None:
    gone = sorted(classified() - {m.__name__ for m in RECORDS})
    assert gone == [], "Strike them out of tests/guards/classification.py: there is no such model."


def test_a_new_model_would_be_found() -> None:
    class Newcomer(models.Model):
        class Meta:
            app_label = "nowhere"

    assert unclassified([Newcomer]) == ["Newcomer"]


@pytest.mark.parametrize("model", RECORDS, ids=lambda m: m.__name__)
def test_what_is_about_a_child_cannot_be_read_unscoped(model: type[models.Model]) -> None:
    assert issubclass(model, ChildRecord) == (model.__name__ in about_a_child()), ABOUT_A_CHILD


@pytest.mark.parametrize("model", RECORDS, ids=lambda m: m.__name__)
def test_history_is_kept_as_classified(model: type[models.Model]) -> None:
    triggers = {t.name for t in getattr(model._meta, "triggers", [])}
    tracked = {"insert_insert", "update_update", "delete_delete"} <= triggers
    kept = HISTORY_BY[model.__name__][0]
    by = {"trigger": tracked, "itself": any("never_changed" in t for t in triggers), "none": True}
    assert by[kept] and tracked == (kept == "trigger"), f"{model.__name__}, by {kept!r}: {HISTORY}"


def factory_of(model: type[models.Model]) -> Any:
    return getattr(factories, f"{model.__name__}Factory", None)


@pytest.mark.parametrize("model", RECORDS, ids=lambda m: m.__name__)
def test_every_model_has_a_factory_that_makes_one(model: type[models.Model], db: None) -> None:
    factory = factory_of(model)
    assert factory, f"Write {model.__name__}Factory in tests/factories.py."
    made = factory.create()
    with transaction.atomic(), transaction.get_connection().cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    assert type(made) is model and made.pk and str(made)


def unpaired(model: type[models.Model]) -> list[str]:
    """Fields ending in _at, _date or _by that promise a partner (x_at and x_by) no constraint holds to."""
    names = {f.name for f in model._meta.fields}
    pairs = {n[:-3] for n in names if n.endswith("_at") and f"{n[:-3]}_by" in names}
    text = " ".join(str(c.deconstruct()) for c in model._meta.constraints)
    missing = []
    for stem in sorted(pairs):
        fields = [model._meta.get_field(f"{stem}_{end}") for end in ("at", "by")]
        nullable = [f.null for f in fields]
        held = f"{stem}_at__isnull" in text and f"{stem}_by__isnull" in text
        if nullable != [False, False] and not (all(nullable) and held):
            missing.append(f"{model.__name__}.{stem}")
    return [m for m in missing if m not in NOT_PAIRED]


@pytest.mark.parametrize("model", RECORDS, ids=lambda m: m.__name__)
def test_who_and_when_stand_together_by_constraint(model: type[models.Model]) -> None:
    assert unpaired(model) == [], PAIRED


def test_half_a_pair_would_be_found() -> None:
    class Half(models.Model):
        closed_at = models.DateTimeField(null=True)
        closed_by = models.IntegerField(null=True)

        class Meta:
            app_label = "nowhere"

    assert unpaired(Half) == ["Half.closed"]


def unexplained(model: type[models.Model]) -> list[str]:
    """Reasons that may be left empty, which no constraint ties to what they are the reason of."""
    reasons = [f.name for f in model._meta.fields if f.name.endswith("_reason") and f.blank]
    held = [str(c.deconstruct()) for c in model._meta.constraints]
    others = {f.name for f in model._meta.fields}
    return [
        f"{model.__name__}.{reason}"
        for reason in reasons
        if f"{model.__name__}.{reason}" not in NOT_TIED
        and not any(reason in text and any(o in text for o in others - {reason}) for text in held)
    ]


@pytest.mark.parametrize("model", RECORDS, ids=lambda m: m.__name__)
def test_a_reason_stands_with_what_it_explains_by_constraint(model: type[models.Model]) -> None:
    assert unexplained(model) == [], TIED


def test_a_reason_alone_would_be_found() -> None:
    class Alone(models.Model):
        end_date = models.DateField(null=True)
        end_reason = models.TextField(blank=True)

        class Meta:
            app_label = "nowhere"

    assert unexplained(Alone) == ["Alone.end_reason"]


@pytest.mark.parametrize("model", RECORDS, ids=lambda m: m.__name__)
def test_text_is_never_null(model: type[models.Model]) -> None:
    texts = [f for f in model._meta.fields if isinstance(f, models.CharField | models.TextField)]
    assert [f.name for f in texts if f.null] == [], "Let no text be null: blank=True, and empty says nothing."


def test_the_database_refuses_half_a_pair(db: None) -> None:
    grant = factories.RestrictedGrantFactory()
    with pytest.raises(IntegrityError), transaction.atomic():
        type(grant).objects.filter(pk=grant.pk).update(ended_at=grant.granted_at)


def test_every_factory_stands_for_a_model() -> None:
    named = {n for n, c in inspect.getmembers(factories, inspect.isclass) if n.endswith("Factory")}
    known = {f"{m.__name__}Factory" for m in RECORDS} | {"DjangoModelFactory", "ReviewFactory"}
    assert named <= known, f"Name {sorted(named - known)} for the model it makes, or strike it out."
