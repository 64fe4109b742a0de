"""One copy a version for somebody of an agency."""

import django.db.models.functions.text
from django.db import migrations, models


class Migration(migrations.Migration):
    atomic = False

    dependencies = [
        ("conferences", "0152_copies_of_records"),
    ]

    operations = [
        migrations.RunSQL(
            """CREATE UNIQUE INDEX CONCURRENTLY document_one_a_version_for_an_agency
                ON conferences_document (record_id, kind, agency_kind, (lower(agency_name)), version)
                WHERE person_id IS NULL""",
            "DROP INDEX CONCURRENTLY document_one_a_version_for_an_agency",
            state_operations=[
                migrations.AddConstraint(
                    model_name="document",
                    constraint=models.UniqueConstraint(
                        models.F("record"),
                        models.F("kind"),
                        models.F("agency_kind"),
                        django.db.models.functions.text.Lower("agency_name"),
                        models.F("version"),
                        condition=models.Q(("person__isnull", True)),
                        name="document_one_a_version_for_an_agency",
                    ),
                ),
            ],
        ),
    ]
