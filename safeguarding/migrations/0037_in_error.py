"""Who held a child may have been recorded in error: it is kept, and counts as none."""

import pgtrigger.compiler
import pgtrigger.migrations
from django.contrib.postgres.operations import AddConstraintNotValid
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("safeguarding", "0036_joined_by_a_joining"),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name="allocation",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="allocation",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="allocation",
            name="delete_delete",
        ),
        migrations.AddField(
            model_name="allocation",
            name="in_error",
            field=models.BooleanField(
                db_default=False, default=False, help_text="Recorded in error; kept, and counts as none."
            ),
        ),
        migrations.AddField(
            model_name="allocationevent",
            name="in_error",
            field=models.BooleanField(
                db_default=False, default=False, help_text="Recorded in error; kept, and counts as none."
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="allocation",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "safeguarding_allocationevent" ("child_id", "end_date", "id", "in_error", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "start_date", "team_id", "worker_id") SELECT new_values."child_id", new_values."end_date", new_values."id", new_values."in_error", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."start_date", new_values."team_id", new_values."worker_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="c881806c40473edabf4dd28332e9e03d3fde3310",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_a4783",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="safeguarding_allocation",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="allocation",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "safeguarding_allocationevent" ("child_id", "end_date", "id", "in_error", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "start_date", "team_id", "worker_id") SELECT new_values."child_id", new_values."end_date", new_values."id", new_values."in_error", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."start_date", new_values."team_id", new_values."worker_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="0a9b163d42c3a8bd196ae5f523164fc9248c3c01",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_3f7d3",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="safeguarding_allocation",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="allocation",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "safeguarding_allocationevent" ("child_id", "end_date", "id", "in_error", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "start_date", "team_id", "worker_id") SELECT old_values."child_id", old_values."end_date", old_values."id", old_values."in_error", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."start_date", old_values."team_id", old_values."worker_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="e4ddf2adf7581439900b4dbc1e64c82165eb0d6b",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_3dd5c",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="safeguarding_allocation",
                    when="AFTER",
                ),
            ),
        ),
        AddConstraintNotValid(
            model_name="allocation",
            constraint=models.CheckConstraint(
                condition=models.Q(("in_error", False), ("end_date__isnull", False), _connector="OR"),
                name="allocation_in_error_is_over",
            ),
        ),
    ]
