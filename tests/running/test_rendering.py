"""A step of a migration renders the model it changes and no other; what needs the others finds them whole."""

from typing import Any

import pytest
from django.core.management import call_command
from django.core.management.commands import migrate
from django.db import connection, models
from django.db.migrations import AddField, AlterField, CreateModel, Migration, RunPython
from django.db.migrations.operations.base import Operation
from django.db.migrations.state import ProjectState, StateApps

from safeguarding.deployment.rendering import rendered_alone

pytestmark = pytest.mark.django_db(transaction=True)
CODE = models.CharField(max_length=10, unique=True)


def council(*operations: Operation) -> Migration:
    """Wards of a council and their streets, whose street knows its ward by a code; then these steps."""
    migration = Migration("made", "safeguarding")
    ward = models.ForeignKey("safeguarding.Ward", models.CASCADE, to_field="code")
    migration.operations = [
        CreateModel("Ward", [("id", models.BigAutoField(primary_key=True)), ("code", CODE)]),
        CreateModel("Street", [("id", models.BigAutoField(primary_key=True)), ("ward", ward)]),
        *operations,
    ]
    return migration


def applied(migration: Migration) -> list[set[str]]:
    """Which models each step rendered again."""
    rendered, render = [], StateApps.render_multiple

    def noted(apps: StateApps, states: list[Any]) -> None:
        rendered.append({one.name for one in states})
        render(apps, states)

    with pytest.MonkeyPatch.context() as patch, connection.schema_editor() as editor, rendered_alone():
        state = ProjectState()
        state.apps  # noqa: B018  # From here on each step renders.
        patch.setattr(StateApps, "render_multiple", noted)
        migration.apply(state, editor)
    return [names for names in rendered if names]


@pytest.fixture(autouse=True)
def gone():
    yield
    with connection.cursor() as cursor:
        cursor.execute("DROP TABLE IF EXISTS safeguarding_street, safeguarding_ward")


def width(table: str, column: str) -> int:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT character_maximum_length FROM information_schema.columns"
            " WHERE table_name = %s AND column_name = %s",
            [table, column],
        )
        (found,) = cursor.fetchone()
    return int(found)


def test_a_step_renders_only_the_model_that_it_changes() -> None:
    name = AddField("Ward", "name", models.TextField(default=""))
    inside = AddField("Ward", "inside", models.ForeignKey("safeguarding.Ward", models.CASCADE, null=True))
    assert applied(council(name, inside)) == [{"Ward"}, {"Street"}, {"Ward"}, {"Ward"}]


def test_a_column_that_others_refer_to_is_altered_with_theirs() -> None:
    wider = AlterField("Ward", "code", models.CharField(max_length=20, unique=True))
    assert applied(council(wider))[-1] == {"Ward", "Street"}
    assert width("safeguarding_ward", "code") == width("safeguarding_street", "ward_id") == 20


def test_what_runs_python_finds_every_model_whole() -> None:
    found = []

    def fill(apps: Any, editor: Any) -> None:
        ward = apps.get_model("safeguarding", "Ward").objects.create(code="E1", name="Fable")
        street = apps.get_model("safeguarding", "Street").objects.create(ward=ward)
        found.append((street.ward.name, ward.street_set.count()))

    applied(council(AddField("Ward", "name", models.TextField(default="")), RunPython(fill)))
    assert found == [("Fable", 1)]


def test_migrating_does_so_and_leaves_django_as_it_was(monkeypatch: pytest.MonkeyPatch) -> None:
    before, during = ProjectState.reload_model, []
    seen = lambda *args, **options: during.append(ProjectState.reload_model)  # noqa: E731
    monkeypatch.setattr(migrate.Command, "handle", seen)
    call_command("migrate", verbosity=0)
    assert during != [before] and ProjectState.reload_model is before
