"""The rows that a census file leaves, put by COPY into the same tables of another database: what the record
costs whoever keeps it, with its keys, indexes, checks, promises and history, however the file was read.
"""

from __future__ import annotations

from django.db import connection, transaction

from safeguarding import audit
from safeguarding.audit import system_user
from tests.bench.copies import rows_of

# In the order in which one leans on another.
TABLES = (
    "safeguarding_child",
    "safeguarding_childdisability",
    "conferences_needepisode",
    "conferences_enquiry",
    "conferences_strategydiscussion",
    "conferences_conference",
    "conferences_plan",
    "conferences_conferencechild",
    "conferences_plancategory",
    "conferences_importedfile",
    "conferences_importedchild",
)
CHUNK = 1 << 20
Rows = dict[str, tuple[str, bytes]]


def rows_kept() -> Rows:
    """Of each table the columns, and all rows as COPY writes them."""
    return {table: _copied(table) for table in TABLES}


def _copied(table: str) -> tuple[str, bytes]:
    columns = ", ".join(
        column
        for (column,) in rows_of(
            "SELECT attname FROM pg_attribute WHERE attrelid = %s::regclass AND attnum > 0"
            " AND NOT attisdropped AND attgenerated = '' ORDER BY attnum",
            [table],
        )
    )
    with (
        connection.cursor() as cursor,
        cursor.copy(f"COPY (SELECT {columns} FROM {table}) TO STDOUT") as rows,
    ):
        return columns, b"".join(bytes(part) for part in rows)


def put(rows: Rows) -> None:
    """The same rows, with all that is checked at their end; taken back."""
    with transaction.atomic(), audit.acting_as(system_user()), connection.cursor() as cursor:
        for table, (columns, written) in rows.items():
            with cursor.copy(f"COPY {table} ({columns}) FROM STDIN") as target:
                for at in range(0, len(written), CHUNK):
                    target.write(written[at : at + CHUNK])
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        transaction.set_rollback(True)
