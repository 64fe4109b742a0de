"""A duty that somebody met keeps whose doing it was, for what they did lately."""

import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("conferences", "0009_days_told"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name="duty",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="duty",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="duty",
            name="delete_delete",
        ),
        migrations.AddField(
            model_name="duty",
            name="met_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="dutyevent",
            name="met_by",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="duty",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_dutyevent" ("booking_id", "child_id", "closed_at", "closed_because", "consultation_id", "due_date", "enquiry_id", "given_to_id", "id", "kind", "met_by_id", "owner_id", "owner_role", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "put_off_until_date", "raised_at", "ref", "request_id", "thinking_time_id", "transfer_in_id") SELECT new_values."booking_id", new_values."child_id", new_values."closed_at", new_values."closed_because", new_values."consultation_id", new_values."due_date", new_values."enquiry_id", new_values."given_to_id", new_values."id", new_values."kind", new_values."met_by_id", new_values."owner_id", new_values."owner_role", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."plan_id", new_values."put_off_until_date", new_values."raised_at", new_values."ref", new_values."request_id", new_values."thinking_time_id", new_values."transfer_in_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="c9e8c5dbd7247e349cdce0c7ff10f60940c79b28",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_e54c8",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="conferences_duty",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="duty",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_dutyevent" ("booking_id", "child_id", "closed_at", "closed_because", "consultation_id", "due_date", "enquiry_id", "given_to_id", "id", "kind", "met_by_id", "owner_id", "owner_role", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "put_off_until_date", "raised_at", "ref", "request_id", "thinking_time_id", "transfer_in_id") SELECT new_values."booking_id", new_values."child_id", new_values."closed_at", new_values."closed_because", new_values."consultation_id", new_values."due_date", new_values."enquiry_id", new_values."given_to_id", new_values."id", new_values."kind", new_values."met_by_id", new_values."owner_id", new_values."owner_role", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."plan_id", new_values."put_off_until_date", new_values."raised_at", new_values."ref", new_values."request_id", new_values."thinking_time_id", new_values."transfer_in_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="c6d75b52e84d07be429ae75e20422ed9999618a6",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_b52dc",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="conferences_duty",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="duty",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_dutyevent" ("booking_id", "child_id", "closed_at", "closed_because", "consultation_id", "due_date", "enquiry_id", "given_to_id", "id", "kind", "met_by_id", "owner_id", "owner_role", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "put_off_until_date", "raised_at", "ref", "request_id", "thinking_time_id", "transfer_in_id") SELECT old_values."booking_id", old_values."child_id", old_values."closed_at", old_values."closed_because", old_values."consultation_id", old_values."due_date", old_values."enquiry_id", old_values."given_to_id", old_values."id", old_values."kind", old_values."met_by_id", old_values."owner_id", old_values."owner_role", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."plan_id", old_values."put_off_until_date", old_values."raised_at", old_values."ref", old_values."request_id", old_values."thinking_time_id", old_values."transfer_in_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="f7d0b41ec7ed33873fa8bee6764cbe5491484cd0",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_c55a2",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="conferences_duty",
                    when="AFTER",
                ),
            ),
        ),
    ]
