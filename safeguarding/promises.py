"""Promises that no constraint of a row can keep: triggers that refuse in its manner, each by its name.

What must fit across tables is asked when the transaction ends, so that several rows may move in it.
"""

from __future__ import annotations

from functools import reduce
from operator import and_

import pgtrigger
from django.db.models import BooleanField, CheckConstraint, DateField, F, Func, Q
from django.db.models.lookups import LessThanOrEqual

# What a page says where the database refused by a name, unless the operation has a sentence of its own.
SENTENCES: dict[str, str] = {}
# Rows of the record that moved, as the question of a promise calls them.
ROWS = "{rows}"
JOINED = """EXISTS (
        SELECT FROM {rows} JOIN safeguarding_child AS c ON c.id = r.child_id
        WHERE c.joined_into_id IS NOT NULL)"""


class LocalDay(Func):
    """The day of a moment here, for a constraint: Django's own takes the session's clock."""

    template = "(%(expressions)s AT TIME ZONE 'Europe/London')::date"
    output_field = DateField()


class IsFinite(Func):
    """Whether a day is one of the calendar's: PostgreSQL knows a day before and one after all others."""

    function = "isfinite"
    output_field = BooleanField()


def finite(name: str, *columns: str, unknown: tuple[str, ...] = ()) -> CheckConstraint:
    """That the days of a row are days of the calendar; those of `unknown` may be missing."""
    given = [Q(IsFinite(column)) for column in columns]
    missing = [unless_missing(column, Q(IsFinite(column))) for column in unknown]
    return CheckConstraint(
        condition=reduce(and_, [*given, *missing]), name=said(f"{name}_days_finite", "Enter a real date.")
    )


def unless_missing(column: str, condition: Q) -> Q:
    """That a condition holds, or the column that it is about is empty: a CHECK passes on NULL by itself."""
    return Q(**{f"{column}__isnull": True}) | condition


def by_then(day: str, moment: str) -> Q:
    """That a day, where it is known, is not after the day here of a moment: nobody tells of days to come."""
    return unless_missing(day, Q(LessThanOrEqual(F(day), LocalDay(moment))))


def said(name: str, sentence: str) -> str:
    """Keep what a page says to a refusal by this name; gives the name."""
    SENTENCES[name] = sentence
    return name


def stays(
    name: str,
    sentence: str = "",
    *,
    operation: pgtrigger.core.Operation,
    when: str = "",
    wrong: str = "true",
) -> pgtrigger.Trigger:
    """Refuses at once what is done to a row, where `when` and `wrong` (SQL of OLD and NEW) are so."""
    if sentence:
        said(name, sentence)
    return pgtrigger.Trigger(
        name=name,
        when=pgtrigger.Before,
        operation=operation,
        condition=pgtrigger.Condition(f"({when})") if when else None,
        func=f"{_refuse(name, wrong)}\n    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n    RETURN NEW;",
    )


def at_the_end(
    name: str,
    wrong: str,
    *,
    operation: pgtrigger.core.Operation,
    when: str = "",
    first: str = "",
) -> pgtrigger.Trigger:
    """Refuses, as the transaction ends, a row that moved where `wrong` (SQL of OLD and NEW) is so.

    `first` is done before it is asked.
    """
    return pgtrigger.Trigger(
        name=name,
        when=pgtrigger.After,
        operation=operation,
        timing=pgtrigger.Deferred,
        condition=pgtrigger.Condition(f"({when})") if when else None,
        func=f"{first}{_refuse(name, wrong)}\n    RETURN NULL;",
    )


def fits(name: str, sentence: str, wrong: str, *, table: str, of: tuple[str, ...]) -> list[pgtrigger.Trigger]:
    """Refuses rows of `table` for which `wrong` (SQL over {rows} as r) finds any.

    New rows are looked at together, as a file brings them by the thousand: what they lean on is there. Rows
    of which one of the columns `of` changed are looked at as the transaction ends.
    """
    said(name, sentence)
    return [
        pgtrigger.Trigger(
            name=f"{name}_new",
            level=pgtrigger.Statement,
            when=pgtrigger.After,
            operation=pgtrigger.Insert,
            referencing=pgtrigger.Referencing(new="new_rows"),
            func=f"{_refuse(name, exists(wrong, 'new_rows'))}\n    RETURN NULL;",
        ),
        changed(name, exists(wrong, table, "id = NEW.id"), of=of),
    ]


def of_a_record_that_stands(name: str, table: str) -> list[pgtrigger.Trigger]:
    """Refuses what is recorded of a child whose record was joined into another, or moved there."""
    return fits(
        f"{name}_of_a_record_that_stands",
        "This record was joined into another one. Open the one that stays.",
        JOINED,
        table=table,
        of=("child_id",),
    )


def changed(name: str, wrong: str, *, of: tuple[str, ...], when: str = "") -> pgtrigger.Trigger:
    """As at_the_end(), for rows of which one of these columns changed; `when` is SQL of OLD and NEW."""
    moved = " OR ".join(f"OLD.{column} IS DISTINCT FROM NEW.{column}" for column in of)
    return at_the_end(
        name, wrong, operation=pgtrigger.UpdateOf(*of), when=f"({moved}){when and f' AND ({when})'}"
    )


def exists(wrong: str, table: str, those: str = "true") -> str:
    """The question of a promise, asked of those rows of a table."""
    return wrong.replace(ROWS, f"(SELECT * FROM {table} WHERE {those}) AS r")


def _refuse(name: str, wrong: str) -> str:
    return f"""
    IF {wrong} THEN
        RAISE EXCEPTION '{name}' USING ERRCODE = 'check_violation', CONSTRAINT = '{name}';
    END IF;"""
