"""A question is asked once of a record and a number; the lists of codes hold of old rows."""

from django.contrib.postgres.operations import ValidateConstraint
from django.db import migrations, models

BUILD = """
    CREATE UNIQUE INDEX CONCURRENTLY importquestion_stands_once ON conferences_importquestion
        (file_id, kind, fact, number, other_number, day, other_day) NULLS NOT DISTINCT
"""
ATTACH = """
    ALTER TABLE conferences_importquestion ADD CONSTRAINT importquestion_stands_once
        UNIQUE USING INDEX importquestion_stands_once
"""


class Migration(migrations.Migration):
    atomic = False

    dependencies = [
        ("conferences", "0070_renumbered"),
    ]

    operations = [
        migrations.RunSQL(BUILD, "DROP INDEX CONCURRENTLY IF EXISTS importquestion_stands_once"),
        migrations.RunSQL(
            ATTACH,
            "ALTER TABLE conferences_importquestion DROP CONSTRAINT importquestion_stands_once",
            state_operations=[
                migrations.AddConstraint(
                    model_name="importquestion",
                    constraint=models.UniqueConstraint(
                        fields=("file", "kind", "fact", "number", "other_number", "day", "other_day"),
                        name="importquestion_stands_once",
                        nulls_distinct=False,
                    ),
                )
            ],
        ),
        migrations.RemoveConstraint("importquestion", "importquestion_once"),
        ValidateConstraint("importchange", "importchange_how_is_known"),
        ValidateConstraint("importquestion", "importquestion_kind_is_known"),
    ]
