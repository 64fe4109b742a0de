"""The register of triggers, which asks of each new one whether its name is taken already.

django-pgtrigger (4.x) collects every name anew for every trigger it is told of: with a thousand of them that
is a second of each command's start. Here the names are kept as they come; what is refused stays the same.
"""

from __future__ import annotations

from typing import Any

from pgtrigger import registry


class Register(registry._Registry):  # type: ignore[misc]
    """As the package's own, with what it asks for kept instead of collected."""

    def __init__(self, triggers: dict[str, Any]) -> None:
        self._by_db_table: dict[tuple[str, str], Any] = {}
        self._names: set[str] = set()
        super().__init__(triggers)

    @property
    def pg_function_names(self) -> set[str]:
        return self._names

    @property
    def by_db_table(self) -> dict[tuple[str, str], Any]:
        return self._by_db_table

    def __setitem__(self, key: str, value: Any) -> None:
        super().__setitem__(key, value)
        self._keep(*value)

    def __delitem__(self, key: str) -> None:
        super().__delitem__(key)
        self._by_db_table.clear()
        self._names.clear()
        for model, trigger in self.data.values():
            self._keep(model, trigger)

    def _keep(self, model: Any, trigger: Any) -> None:
        self._by_db_table[model._meta.db_table, trigger.name] = trigger
        self._names.add(trigger.get_pgid(model))


def keep_names() -> None:
    """From now on; before any model is loaded."""
    registry._registry = Register(dict(registry._registry.data))
