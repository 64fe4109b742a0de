"""Operations on many tables at once.

Django renders every related model again after each table it makes or field it alters, which for tables as
knit together as ours takes half a minute; together they take a second.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.operations import CreateModel
from django.db.migrations.operations.base import Operation, OperationCategory
from django.db.migrations.state import ProjectState


class CreateTogether(Operation):
    """Makes the tables of these models, whole (fields, constraints, indexes), and then their triggers.

    Foreign keys to tables made later are no trouble: the schema editor adds them at the end of the migration.
    """

    category = OperationCategory.ADDITION
    serialization_expand_args = ["models"]

    def __init__(self, models: Sequence[CreateModel]) -> None:
        self.models = models

    def deconstruct(self) -> tuple[str, list[Any], dict[str, Any]]:
        return self.__class__.__name__, [], {"models": self.models}

    def state_forwards(self, app_label: str, state: ProjectState) -> None:
        # Without rendered models there is nothing to render again after each of them.
        state.__dict__.pop("apps", None)
        for model in self.models:
            model.state_forwards(app_label, state)

    def database_forwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: ProjectState,
        to_state: ProjectState,
    ) -> None:
        for model in self.models:
            model.database_forwards(app_label, schema_editor, from_state, to_state)
        for model in self.models:
            for trigger in model.options.get("triggers", []):
                # No parameters, or the per cent signs of a trigger's text would be taken for places of them.
                schema_editor.execute(trigger.install_sql, params=None)

    def database_backwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: ProjectState,
        to_state: ProjectState,
    ) -> None:
        for model in reversed(self.models):
            for trigger in model.options.get("triggers", []):
                schema_editor.execute(trigger.uninstall_sql, params=None)
            model.database_backwards(app_label, schema_editor, from_state, to_state)

    def describe(self) -> str:
        return f"Create {len(self.models)} models together"


class WithoutIndexes(Operation):
    """Takes the indexes of foreign keys away, and nothing else: {model: [field, ...]}.

    Django would make each key anew with that, and check every row of it. Outside a transaction
    (`atomic = False`), so that nobody waits.
    """

    category = OperationCategory.ALTERATION
    serialization_expand_args = ["fields"]

    def __init__(self, fields: Mapping[str, Sequence[str]]) -> None:
        self.fields = fields

    def deconstruct(self) -> tuple[str, list[Any], dict[str, Any]]:
        return self.__class__.__name__, [], {"fields": self.fields}

    def state_forwards(self, app_label: str, state: ProjectState) -> None:
        state.__dict__.pop("apps", None)
        for model, names in self.fields.items():
            fields = state.models[app_label, model].fields
            for name in names:
                fields[name] = fields[name].clone()
                fields[name].db_index = False

    def database_forwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: ProjectState,
        to_state: ProjectState,
    ) -> None:
        for name, _, _ in self._indexes(app_label, schema_editor, from_state):
            schema_editor.execute(f"DROP INDEX CONCURRENTLY IF EXISTS {name}")

    def database_backwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: ProjectState,
        to_state: ProjectState,
    ) -> None:
        for name, table, column in self._indexes(app_label, schema_editor, from_state):
            schema_editor.execute(f"CREATE INDEX CONCURRENTLY IF NOT EXISTS {name} ON {table} ({column})")

    def _indexes(
        self, app_label: str, schema_editor: BaseDatabaseSchemaEditor, state: ProjectState
    ) -> Iterator[tuple[str, str, str]]:
        """Name, table and column of each, by the names that Django gives them."""
        for model, names in self.fields.items():
            table = state.models[app_label, model].options.get("db_table") or f"{app_label}_{model}"
            for name in names:
                column = f"{name}_id"
                yield schema_editor._create_index_name(table, [column]), table, column  # type: ignore[attr-defined]
