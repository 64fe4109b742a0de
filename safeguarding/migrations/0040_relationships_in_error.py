"""What somebody is to a child may have been recorded in error."""

import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("safeguarding", "0039_opened_by_two"),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name="relationship",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="relationship",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="relationship",
            name="delete_delete",
        ),
        migrations.AddField(
            model_name="relationship",
            name="in_error",
            field=models.BooleanField(
                db_default=False, default=False, help_text="Recorded in error; kept, and counts as none."
            ),
        ),
        migrations.AddField(
            model_name="relationshipevent",
            name="in_error",
            field=models.BooleanField(
                db_default=False, default=False, help_text="Recorded in error; kept, and counts as none."
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="relationship",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "safeguarding_relationshipevent" ("child_id", "end_date", "id", "in_error", "kind", "parental_responsibility", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "start_date") SELECT new_values."child_id", new_values."end_date", new_values."id", new_values."in_error", new_values."kind", new_values."parental_responsibility", new_values."person_id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."start_date" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="8f5debb8362558d00fc20960b89557cfe5b92e19",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_5da2b",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="safeguarding_relationship",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="relationship",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "safeguarding_relationshipevent" ("child_id", "end_date", "id", "in_error", "kind", "parental_responsibility", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "start_date") SELECT new_values."child_id", new_values."end_date", new_values."id", new_values."in_error", new_values."kind", new_values."parental_responsibility", new_values."person_id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."start_date" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="d33e64d4f2458762e6161613c1d63650b10fd9d4",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_2331f",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="safeguarding_relationship",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="relationship",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "safeguarding_relationshipevent" ("child_id", "end_date", "id", "in_error", "kind", "parental_responsibility", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "start_date") SELECT old_values."child_id", old_values."end_date", old_values."id", old_values."in_error", old_values."kind", old_values."parental_responsibility", old_values."person_id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."start_date" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="8ec99cac106008274c06de17405849be8b0fb1e6",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_a03f7",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="safeguarding_relationship",
                    when="AFTER",
                ),
            ),
        ),
    ]
