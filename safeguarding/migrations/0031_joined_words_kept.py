"""Names of two words or more, which are kept beside their keys, get those of joined words too."""

from typing import Any

from django.db import migrations

AT_ONCE = 2000
# Written as they are, so that the database works the keys out anew; no history, for nothing else changes.
AGAIN = """
    UPDATE {table} SET given_names = given_names
    WHERE id > %s AND id <= %s AND plain_name LIKE '%% %%'
"""


def fill(apps: Any, editor: Any) -> None:
    for name in ("Child", "ChildName"):
        table = apps.get_model("safeguarding", name)._meta.db_table
        with editor.connection.cursor() as cursor:
            cursor.execute(f"SELECT coalesce(max(id), 0) FROM {table}")
            highest = cursor.fetchone()[0]
            for first in range(0, highest, AT_ONCE):
                cursor.execute(AGAIN.format(table=table), [first, first + AT_ONCE])


class Migration(migrations.Migration):
    # Each batch is a transaction of its own: nobody waits for the last row.
    atomic = False
    dependencies = [("safeguarding", "0030_joined_words")]
    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
