"""A row that comes to a signed record later, as a correction of it with why."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.db import connection

from conferences.models import Correction
from conferences.queries.corrections import children_of
from conferences.rules.corrections import RecordKind, Why
from safeguarding.models import User


def comes_by_correction(
    made: Any, kind: RecordKind, field: str, day: dt.date, words: str, adder: User, at: dt.datetime
) -> None:
    """Give the row its number and write its correction, which the database wants first; then it is saved.
    Its part is set.
    """
    made.pk = _next_key(made)
    Correction.objects.bulk_create(
        Correction(
            child_id=child,
            kind=kind,
            row=made.pk,
            field=field,
            now=day.isoformat(),
            why=Why.OTHER.value,
            words=words.strip(),
            corrected_by=adder,
            corrected_at=at,
        )
        for child in children_of(made.part)
    )


def _next_key(made: Any) -> int:
    with connection.cursor() as cursor:
        cursor.execute("SELECT nextval(pg_get_serial_sequence(%s, 'id'))", [made._meta.db_table])
        return int(cursor.fetchone()[0])
