"""What a census brings by the hundred thousand has the indexes that are looked into, and no others."""

import pytest
from django.apps import apps
from django.db import connection

from conferences.models import (
    Conference,
    ConferenceChild,
    Enquiry,
    ImportedChild,
    NeedEpisode,
    Plan,
    PlanCategory,
    StrategyDiscussion,
)
from safeguarding.deployment.migrating import WithoutIndexes
from safeguarding.models import Child, ChildDisability

BROUGHT = (
    Child,
    ChildDisability,
    NeedEpisode,
    Enquiry,
    StrategyDiscussion,
    Conference,
    ConferenceChild,
    Plan,
    PlanCategory,
    ImportedChild,
)
WITH_HISTORY = BROUGHT[:-1]


def indexes(table: str) -> dict[str, tuple[list[str], str, bool]]:
    """{name: (columns or expressions, condition, whether it is unique)}, those of btrees."""
    with connection.cursor() as cursor:
        cursor.execute(
            """
            SELECT c.relname, ARRAY(SELECT pg_get_indexdef(i.indexrelid, k, false)
                    FROM generate_series(1, i.indnkeyatts) AS k),
                coalesce(pg_get_expr(i.indpred, i.indrelid), ''), i.indisunique
            FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_am m ON m.oid = c.relam
            WHERE i.indrelid = %s::regclass AND m.amname = 'btree'
            """,
            [table],
        )
        return {name: (columns, where, unique) for name, columns, where, unique in cursor.fetchall()}


@pytest.mark.parametrize("model", WITH_HISTORY, ids=lambda model: model.__name__)
def test_a_history_is_found_by_its_row_alone(db, model):
    event = model.pgh_event_model
    found = {columns[0] for columns, _, _ in indexes(event._meta.db_table).values()}
    by = {"child_id"} if model is ChildDisability else set()
    assert found == {"pgh_id", "pgh_obj_id"} | by


@pytest.mark.parametrize("model", BROUGHT, ids=lambda model: model.__name__)
def test_no_index_is_the_beginning_of_another_ones(db, model):
    """The other one has no condition, or only that there is a value, which who looks for one implies."""
    found = indexes(model._meta.db_table)
    again = [
        (one, other)
        for one, (columns, where, unique) in found.items()
        for other, (more, condition, _) in found.items()
        if one != other and not unique and not where and more[: len(columns)] == columns
        # Of patterns: made by Django with each key that is text.
        if not one.endswith("_like")
        if condition in ("", f"({columns[0]} IS NOT NULL)")
    ]
    assert again == []


@pytest.mark.parametrize("model", BROUGHT, ids=lambda model: model.__name__)
def test_a_key_is_found_by_an_index_or_nobody_looks(db, model):
    firsts = {columns[0] for columns, _, _ in indexes(model._meta.db_table).values()}
    keys = {f.column for f in model._meta.local_fields if f.is_relation}
    assert {key for key in keys - firsts if not key.endswith("_by_id")} == set()


@pytest.mark.django_db(transaction=True)
def test_indexes_are_taken_away_and_given_back():
    taking = WithoutIndexes({"plan": ["child"]})
    table = Plan._meta.db_table
    state = type("State", (), {"models": {("conferences", "plan"): type("M", (), {"options": {}})}})
    with connection.schema_editor(atomic=False) as editor:
        taking.database_backwards("conferences", editor, state, state)
        given = {name for name, (columns, _, _) in indexes(table).items() if columns == ["child_id"]}
        taking.database_forwards("conferences", editor, state, state)
    assert len(given) == 1
    assert not given & indexes(table).keys()
    assert apps.get_model("conferences", "Plan")._meta.get_field("child").db_index is False
