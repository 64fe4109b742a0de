"""The rows that were there fit what is asked of them now."""

import django.db.models.functions.text
from django.contrib.postgres.operations import ValidateConstraint
from django.db import migrations, models


class Migration(migrations.Migration):
    atomic = False

    dependencies = [("conferences", "0218_childs_own_version")]
    operations = [
        migrations.RunSQL(
            """
            CREATE UNIQUE INDEX CONCURRENTLY document_one_a_version_for_an_agency
                ON conferences_document (record_id, kind, agency_kind, lower(agency_name), version)
                WHERE person_id IS NULL AND requested_child_id IS NULL
            """,
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
                        condition=models.Q(("person__isnull", True), ("requested_child__isnull", True)),
                        name="document_one_a_version_for_an_agency",
                    ),
                )
            ],
        ),
        migrations.RunSQL(
            """
            CREATE UNIQUE INDEX CONCURRENTLY document_one_a_version_for_a_child
                ON conferences_document (record_id, requested_child_id, version)
                WHERE requested_child_id IS NOT NULL
            """,
            "DROP INDEX CONCURRENTLY document_one_a_version_for_a_child",
            state_operations=[
                migrations.AddConstraint(
                    model_name="document",
                    constraint=models.UniqueConstraint(
                        condition=models.Q(("requested_child__isnull", False)),
                        fields=("record", "requested_child", "version"),
                        name="document_one_a_version_for_a_child",
                    ),
                )
            ],
        ),
        ValidateConstraint(model_name="document", name="document_to_a_person_or_an_agency"),
        ValidateConstraint(model_name="letterwording", name="letterwording_kind_known"),
    ]
