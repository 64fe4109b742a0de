"""Who belonged to the children of a record when it was signed."""

import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("conferences", "0159_views_and_scores"),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name="meetingrecord",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="meetingrecord",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="meetingrecord",
            name="delete_delete",
        ),
        migrations.AddField(
            model_name="meetingrecord",
            name="belonged",
            field=models.JSONField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="meetingrecordevent",
            name="belonged",
            field=models.JSONField(blank=True, null=True),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="meetingrecord",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_meetingrecordevent" ("belonged", "booking_id", "family_view", "family_will", "id", "inquorate_reason", "must_change", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "saved_at", "saved_by_id", "sent_by_id", "sent_date", "signed_at", "signed_by_id", "state", "support_asked", "version", "what_happened", "who_affected", "working_well", "worried_about") SELECT new_values."belonged", new_values."booking_id", new_values."family_view", new_values."family_will", new_values."id", new_values."inquorate_reason", new_values."must_change", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."saved_at", new_values."saved_by_id", new_values."sent_by_id", new_values."sent_date", new_values."signed_at", new_values."signed_by_id", new_values."state", new_values."support_asked", new_values."version", new_values."what_happened", new_values."who_affected", new_values."working_well", new_values."worried_about" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="8afaa76d99d5d0d68fb86dd14994f2fff60717a2",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_7e983",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="conferences_meetingrecord",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="meetingrecord",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_meetingrecordevent" ("belonged", "booking_id", "family_view", "family_will", "id", "inquorate_reason", "must_change", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "saved_at", "saved_by_id", "sent_by_id", "sent_date", "signed_at", "signed_by_id", "state", "support_asked", "version", "what_happened", "who_affected", "working_well", "worried_about") SELECT new_values."belonged", new_values."booking_id", new_values."family_view", new_values."family_will", new_values."id", new_values."inquorate_reason", new_values."must_change", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."saved_at", new_values."saved_by_id", new_values."sent_by_id", new_values."sent_date", new_values."signed_at", new_values."signed_by_id", new_values."state", new_values."support_asked", new_values."version", new_values."what_happened", new_values."who_affected", new_values."working_well", new_values."worried_about" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="226d8967cbc2fafca9691cbb6c222e6f50668b97",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_41d2c",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="conferences_meetingrecord",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="meetingrecord",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_meetingrecordevent" ("belonged", "booking_id", "family_view", "family_will", "id", "inquorate_reason", "must_change", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "saved_at", "saved_by_id", "sent_by_id", "sent_date", "signed_at", "signed_by_id", "state", "support_asked", "version", "what_happened", "who_affected", "working_well", "worried_about") SELECT old_values."belonged", old_values."booking_id", old_values."family_view", old_values."family_will", old_values."id", old_values."inquorate_reason", old_values."must_change", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."saved_at", old_values."saved_by_id", old_values."sent_by_id", old_values."sent_date", old_values."signed_at", old_values."signed_by_id", old_values."state", old_values."support_asked", old_values."version", old_values."what_happened", old_values."who_affected", old_values."working_well", old_values."worried_about" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="1a79757bbd6377c09f2d7e66d60776c3ef255d86",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_129e9",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="conferences_meetingrecord",
                    when="AFTER",
                ),
            ),
        ),
    ]
