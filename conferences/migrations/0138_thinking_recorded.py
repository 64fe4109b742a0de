"""Thinking time keeps when it was recorded, and whether that was after the record was signed."""

import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("conferences", "0137_late_by_two_checked"),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name="thinkingtime",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="thinkingtime",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="thinkingtime",
            name="delete_delete",
        ),
        migrations.AddField(
            model_name="thinkingtime",
            name="is_late",
            field=models.BooleanField(db_default=False, default=False),
        ),
        migrations.AddField(
            model_name="thinkingtime",
            name="recorded_at",
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="thinkingtimeevent",
            name="is_late",
            field=models.BooleanField(db_default=False, default=False),
        ),
        migrations.AddField(
            model_name="thinkingtimeevent",
            name="recorded_at",
            field=models.DateTimeField(blank=True, null=True),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="thinkingtime",
            trigger=pgtrigger.compiler.Trigger(
                name="thinkingtime_recorded",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (NEW.state = 'HELD')",
                    func="\n    IF TG_OP = 'UPDATE' AND OLD.state = 'HELD' THEN RETURN NEW; END IF;\n    NEW.recorded_at := coalesce(NEW.recorded_at, now());\n    NEW.is_late := EXISTS (\n        SELECT FROM conferences_meetingrecord AS m JOIN conferences_booking AS b ON b.id = m.booking_id\n        WHERE b.request_id = NEW.request_id AND m.state = 'SIGNED' AND m.signed_at < NEW.recorded_at);\n    RETURN NEW;",
                    hash="5047810141b6a2ab3c2ec6d2bab215e21b5c217f",
                    operation="INSERT OR UPDATE",
                    pgid="pgtrigger_thinkingtime_recorded_c4e6e",
                    table="conferences_thinkingtime",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="thinkingtime",
            trigger=pgtrigger.compiler.Trigger(
                name="thinkingtime_recorded_stays",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.recorded_at IS NOT NULL\n            AND (OLD.recorded_at, OLD.is_late) IS DISTINCT FROM (NEW.recorded_at, NEW.is_late))",
                    func="\n    IF true THEN\n        RAISE EXCEPTION 'thinkingtime_recorded_stays' USING ERRCODE = 'check_violation', CONSTRAINT = 'thinkingtime_recorded_stays';\n    END IF;\n    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n    RETURN NEW;",
                    hash="5ffd92f7a47eaf7ad7e48943544d81432223f9f4",
                    operation="UPDATE",
                    pgid="pgtrigger_thinkingtime_recorded_stays_4d98c",
                    table="conferences_thinkingtime",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="thinkingtime",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_thinkingtimeevent" ("attended", "chair_id", "facilitator", "held_date", "id", "in_error", "is_late", "is_required", "kind", "look_again_date", "minutes", "model", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "question", "raised_at", "recorded_at", "ref", "request_id", "state", "trigger") SELECT new_values."attended", new_values."chair_id", new_values."facilitator", new_values."held_date", new_values."id", new_values."in_error", new_values."is_late", new_values."is_required", new_values."kind", new_values."look_again_date", new_values."minutes", new_values."model", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."question", new_values."raised_at", new_values."recorded_at", new_values."ref", new_values."request_id", new_values."state", new_values."trigger" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="2980c71b3f5b3fccb6d6104152bb08d7955f5a17",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_b34e9",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="conferences_thinkingtime",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="thinkingtime",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_thinkingtimeevent" ("attended", "chair_id", "facilitator", "held_date", "id", "in_error", "is_late", "is_required", "kind", "look_again_date", "minutes", "model", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "question", "raised_at", "recorded_at", "ref", "request_id", "state", "trigger") SELECT new_values."attended", new_values."chair_id", new_values."facilitator", new_values."held_date", new_values."id", new_values."in_error", new_values."is_late", new_values."is_required", new_values."kind", new_values."look_again_date", new_values."minutes", new_values."model", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."question", new_values."raised_at", new_values."recorded_at", new_values."ref", new_values."request_id", new_values."state", new_values."trigger" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="7a2e5d44ef4bac5cf51918bf88b2f58e3370fff2",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_240df",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="conferences_thinkingtime",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="thinkingtime",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_thinkingtimeevent" ("attended", "chair_id", "facilitator", "held_date", "id", "in_error", "is_late", "is_required", "kind", "look_again_date", "minutes", "model", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "question", "raised_at", "recorded_at", "ref", "request_id", "state", "trigger") SELECT old_values."attended", old_values."chair_id", old_values."facilitator", old_values."held_date", old_values."id", old_values."in_error", old_values."is_late", old_values."is_required", old_values."kind", old_values."look_again_date", old_values."minutes", old_values."model", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."question", old_values."raised_at", old_values."recorded_at", old_values."ref", old_values."request_id", old_values."state", old_values."trigger" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="b5e6e0aeeaec3523e8414169cd85c7bc7d2f63ce",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_bbb88",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="conferences_thinkingtime",
                    when="AFTER",
                ),
            ),
        ),
    ]
