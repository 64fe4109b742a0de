"""When the plan history of what waits was checked last."""

import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("conferences", "0049_plans_to_end_are_known"),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name="requestedchild",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="requestedchild",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="requestedchild",
            name="delete_delete",
        ),
        migrations.AddField(
            model_name="requestedchild",
            name="history_checked_again_at",
            field=models.DateTimeField(
                blank=True, help_text="The last time that it was, since something was told later.", null=True
            ),
        ),
        migrations.AddField(
            model_name="requestedchildevent",
            name="history_checked_again_at",
            field=models.DateTimeField(
                blank=True, help_text="The last time that it was, since something was told later.", null=True
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="requestedchild",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_requestedchildevent" ("child_id", "due_date", "due_explanation", "due_rule", "enquiry_id", "history_checked_again_at", "history_checked_at", "id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "recorded_previous_plans", "request_id", "transfer_in_id") SELECT new_values."child_id", new_values."due_date", new_values."due_explanation", new_values."due_rule", new_values."enquiry_id", new_values."history_checked_again_at", new_values."history_checked_at", new_values."id", new_values."kind", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."plan_id", new_values."recorded_previous_plans", new_values."request_id", new_values."transfer_in_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="a4200cba667fadfe9264b9441b1c0572124349b7",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_7cafc",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="conferences_requestedchild",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="requestedchild",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_requestedchildevent" ("child_id", "due_date", "due_explanation", "due_rule", "enquiry_id", "history_checked_again_at", "history_checked_at", "id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "recorded_previous_plans", "request_id", "transfer_in_id") SELECT new_values."child_id", new_values."due_date", new_values."due_explanation", new_values."due_rule", new_values."enquiry_id", new_values."history_checked_again_at", new_values."history_checked_at", new_values."id", new_values."kind", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."plan_id", new_values."recorded_previous_plans", new_values."request_id", new_values."transfer_in_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="0c297e41b796d01f22fd4d832f6ec93e31dcca8d",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_7bfce",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="conferences_requestedchild",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="requestedchild",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_requestedchildevent" ("child_id", "due_date", "due_explanation", "due_rule", "enquiry_id", "history_checked_again_at", "history_checked_at", "id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "recorded_previous_plans", "request_id", "transfer_in_id") SELECT old_values."child_id", old_values."due_date", old_values."due_explanation", old_values."due_rule", old_values."enquiry_id", old_values."history_checked_again_at", old_values."history_checked_at", old_values."id", old_values."kind", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."plan_id", old_values."recorded_previous_plans", old_values."request_id", old_values."transfer_in_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="6ec9ab23357ab16e3322a292db2f346a93814f46",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_fe629",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="conferences_requestedchild",
                    when="AFTER",
                ),
            ),
        ),
    ]
