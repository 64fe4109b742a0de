"""Whoever was told of an exclusion that was decided otherwise before this was kept: as its history tells."""

from typing import Any

import pghistory
from django.db import migrations

FILL = """
    WITH told AS (
        SELECT DISTINCT ON (v.pgh_obj_id) v.pgh_obj_id AS id, v.told_date
        FROM conferences_exclusionevent AS v WHERE v.told_date IS NOT NULL
        ORDER BY v.pgh_obj_id, v.pgh_id DESC
    )
    UPDATE conferences_exclusion AS e SET was_told_date = told.told_date
    FROM told WHERE told.id = e.id AND e.told_date IS NULL AND e.was_told_date IS NULL AND e.answer <> ''
"""


def fill(apps: Any, editor: Any) -> None:
    with pghistory.context(migration="0212_exclusions_known_filled"), editor.connection.cursor() as cursor:
        cursor.execute(FILL)


class Migration(migrations.Migration):
    dependencies = [("conferences", "0211_exclusions_known")]
    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
