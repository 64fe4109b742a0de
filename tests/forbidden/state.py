"""What a forbidden state is, and how one is planted by hand: as SQL over the world's names, `{plan}`."""

from __future__ import annotations

from dataclasses import dataclass

from django.apps import apps

# By what else than a constraint of a name a state is refused.
RIGHT, KEY = "(no right to write there)", "(a foreign key)"
FRESH = ("ref", "form_key")


@dataclass(frozen=True)
class State:
    """What must not be, by which rule, the statements that would bring it about, and what refuses them.

    `left_because` says why it is let be; then nothing refuses it.
    """

    name: str
    rule: str
    plant: str
    refused_by: str = ""
    left_because: str = ""

    def __str__(self) -> str:
        return self.name.replace(" ", "-")


def table(name: str) -> str:
    """The table of a model, by its name without capitals."""
    (found,) = [m for m in apps.get_models() if m._meta.model_name == name and m._meta.app_label in APPS]
    return found._meta.db_table


APPS = ("safeguarding", "conferences")


def change(model: str, name: str, /, **values: str) -> str:
    """UPDATE of one record; values are SQL."""
    said = ", ".join(f'"{column}" = {value}' for column, value in values.items())
    return f"UPDATE {table(model)} SET {said} WHERE id = {{{name}}}"


def remove(model: str, name: str) -> str:
    """DELETE of one record."""
    return f"DELETE FROM {table(model)} WHERE id = {{{name}}}"


def another(model: str, name: str, /, **values: str) -> str:
    """INSERT of another record like this one, with other values (SQL)."""
    place = table(model)
    fresh = [
        f
        for f in FRESH
        if f in {field.name for field in apps.get_model(place.split("_")[0], model)._meta.fields}
    ]
    given = dict.fromkeys(fresh, "gen_random_uuid()") | values
    said = ", ".join(f"'{column}', {value}" for column, value in given.items())
    number = f"'id', nextval(pg_get_serial_sequence('{place}', 'id'))"
    return (
        f"INSERT INTO {place} SELECT (jsonb_populate_record(o, jsonb_build_object({number}"
        f"{', ' if said else ''}{said}))).* FROM {place} AS o WHERE id = {{{name}}}"
    )


def both(*statements: str) -> str:
    return "; ".join(statements)
