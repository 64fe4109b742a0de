"""Who attended counts towards a quorum as their kind of agency did on the day."""

import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("conferences", "0017_follow_ups_are_known"),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name="attendance",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="attendance",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="attendance",
            name="delete_delete",
        ),
        migrations.AddField(
            model_name="attendance",
            name="counted_as",
            field=models.CharField(blank=True, db_default="", editable=False, max_length=60),
        ),
        migrations.AddField(
            model_name="attendanceevent",
            name="counted_as",
            field=models.CharField(blank=True, db_default="", editable=False, max_length=60),
        ),
        migrations.AlterField(
            model_name="attendance",
            name="agency_kind",
            field=models.CharField(blank=True, max_length=20),
        ),
        migrations.AlterField(
            model_name="attendanceevent",
            name="agency_kind",
            field=models.CharField(blank=True, max_length=20),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="attendance",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_attendanceevent" ("agency_id", "agency_kind", "counted_as", "id", "is_family", "mode", "name", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "record_id", "role") SELECT new_values."agency_id", new_values."agency_kind", new_values."counted_as", new_values."id", new_values."is_family", new_values."mode", new_values."name", new_values."person_id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."record_id", new_values."role" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="45019fa98dae6c246a04e77bce6b8bb17169746a",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_e5fd9",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="conferences_attendance",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="attendance",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_attendanceevent" ("agency_id", "agency_kind", "counted_as", "id", "is_family", "mode", "name", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "record_id", "role") SELECT new_values."agency_id", new_values."agency_kind", new_values."counted_as", new_values."id", new_values."is_family", new_values."mode", new_values."name", new_values."person_id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."record_id", new_values."role" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="d41d832f2e954ec5312af0e15d9794d5eb95a883",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_6da46",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="conferences_attendance",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="attendance",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_attendanceevent" ("agency_id", "agency_kind", "counted_as", "id", "is_family", "mode", "name", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "record_id", "role") SELECT old_values."agency_id", old_values."agency_kind", old_values."counted_as", old_values."id", old_values."is_family", old_values."mode", old_values."name", old_values."person_id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."record_id", old_values."role" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="adff3d272c0c5c72e9721f9d5cad9b30517cd439",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_75c17",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="conferences_attendance",
                    when="AFTER",
                ),
            ),
        ),
    ]
