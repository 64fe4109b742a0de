"""Whether agencies read of a child whose record is restricted, as the chair said with why."""

import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.contrib.postgres.operations import AddConstraintNotValid
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("conferences", "0242_link_drafts_of_pages"),
        ("safeguarding", "0001_squashed_0044_days_were_finite"),
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
            name="for_agencies",
            field=models.BooleanField(db_default=False, default=False),
        ),
        migrations.AddField(
            model_name="requestedchild",
            name="for_agencies_at",
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="requestedchild",
            name="for_agencies_by",
            field=models.ForeignKey(
                blank=True,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="safeguarding.user",
            ),
        ),
        migrations.AddField(
            model_name="requestedchild",
            name="for_agencies_reason",
            field=models.TextField(blank=True, db_default="", default=""),
        ),
        migrations.AddField(
            model_name="requestedchildevent",
            name="for_agencies",
            field=models.BooleanField(db_default=False, default=False),
        ),
        migrations.AddField(
            model_name="requestedchildevent",
            name="for_agencies_at",
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="requestedchildevent",
            name="for_agencies_by",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="safeguarding.user",
            ),
        ),
        migrations.AddField(
            model_name="requestedchildevent",
            name="for_agencies_reason",
            field=models.TextField(blank=True, db_default="", default=""),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="requestedchild",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_requestedchildevent" ("child_id", "due_date", "due_explanation", "due_rule", "enquiry_id", "for_agencies", "for_agencies_at", "for_agencies_by_id", "for_agencies_reason", "history_checked_again_at", "history_checked_at", "id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "recorded_previous_plans", "request_id", "transfer_in_id") SELECT new_values."child_id", new_values."due_date", new_values."due_explanation", new_values."due_rule", new_values."enquiry_id", new_values."for_agencies", new_values."for_agencies_at", new_values."for_agencies_by_id", new_values."for_agencies_reason", new_values."history_checked_again_at", new_values."history_checked_at", new_values."id", new_values."kind", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."plan_id", new_values."recorded_previous_plans", new_values."request_id", new_values."transfer_in_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="e082528fd66dd970f7da0b094f295ed259218cd0",
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
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_requestedchildevent" ("child_id", "due_date", "due_explanation", "due_rule", "enquiry_id", "for_agencies", "for_agencies_at", "for_agencies_by_id", "for_agencies_reason", "history_checked_again_at", "history_checked_at", "id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "recorded_previous_plans", "request_id", "transfer_in_id") SELECT new_values."child_id", new_values."due_date", new_values."due_explanation", new_values."due_rule", new_values."enquiry_id", new_values."for_agencies", new_values."for_agencies_at", new_values."for_agencies_by_id", new_values."for_agencies_reason", new_values."history_checked_again_at", new_values."history_checked_at", new_values."id", new_values."kind", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."plan_id", new_values."recorded_previous_plans", new_values."request_id", new_values."transfer_in_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="a39434fd9c093be0e6b5beffa8153ba758b703f0",
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
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_requestedchildevent" ("child_id", "due_date", "due_explanation", "due_rule", "enquiry_id", "for_agencies", "for_agencies_at", "for_agencies_by_id", "for_agencies_reason", "history_checked_again_at", "history_checked_at", "id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "recorded_previous_plans", "request_id", "transfer_in_id") SELECT old_values."child_id", old_values."due_date", old_values."due_explanation", old_values."due_rule", old_values."enquiry_id", old_values."for_agencies", old_values."for_agencies_at", old_values."for_agencies_by_id", old_values."for_agencies_reason", old_values."history_checked_again_at", old_values."history_checked_at", old_values."id", old_values."kind", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."plan_id", old_values."recorded_previous_plans", old_values."request_id", old_values."transfer_in_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="6df1fdd0d75d5aa445c144565f671a24d07404d1",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_fe629",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="conferences_requestedchild",
                    when="AFTER",
                ),
            ),
        ),
        AddConstraintNotValid(
            model_name="requestedchild",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("for_agencies", False),
                        ("for_agencies_at__isnull", True),
                        ("for_agencies_by__isnull", True),
                        ("for_agencies_reason", ""),
                    ),
                    models.Q(
                        ("for_agencies_at__isnull", False),
                        ("for_agencies_by__isnull", False),
                        models.Q(("for_agencies_reason", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="requestedchild_for_agencies_by_at_and_why",
            ),
        ),
    ]
