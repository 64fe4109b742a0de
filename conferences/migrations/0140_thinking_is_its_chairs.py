"""Thinking time is its chair’s own: a chair who takes a conference over holds theirs in its place."""

import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.contrib.postgres.operations import AddConstraintNotValid
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("conferences", "0139_thinking_recorded_filled"),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name="meetingrecord",
            name="meetingrecord_thought_first",
        ),
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
            name="follows",
            field=models.ForeignKey(
                blank=True,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="followed_by",
                to="conferences.thinkingtime",
            ),
        ),
        migrations.AddField(
            model_name="thinkingtimeevent",
            name="follows",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="conferences.thinkingtime",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="meetingrecord",
            trigger=pgtrigger.compiler.Trigger(
                name="meetingrecord_thought_first",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (NEW.state = 'SIGNED')",
                    constraint="CONSTRAINT",
                    func="\n    IF EXISTS (\n        SELECT FROM conferences_booking AS b JOIN conferences_thinkingtime AS t ON t.request_id = b.request_id\n        WHERE b.id = NEW.booking_id AND t.is_required AND NOT t.in_error\n            AND NOT EXISTS (\n                SELECT FROM conferences_thinkingtime AS o\n                WHERE (o.id = t.id OR o.follows_id = t.id) AND NOT o.in_error AND o.chair_id = b.chair_id\n                    AND o.held_date <= (b.starts_at AT TIME ZONE 'Europe/London')::date)\n            AND NOT EXISTS (\n                SELECT FROM conferences_thinkingwaiver AS w\n                WHERE w.session_id = t.id AND w.outcome = 'CONFIRMED')) THEN\n        RAISE EXCEPTION 'meetingrecord_thought_first' USING ERRCODE = 'check_violation', CONSTRAINT = 'meetingrecord_thought_first';\n    END IF;\n    RETURN NULL;",
                    hash="aa036751a8b23b6e77eaf4972f54c4547d992de0",
                    operation='INSERT OR UPDATE OF "state"',
                    pgid="pgtrigger_meetingrecord_thought_first_cbf62",
                    table="conferences_meetingrecord",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="thinkingtime",
            trigger=pgtrigger.compiler.Trigger(
                name="thinkingtime_follows_its_own",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (NEW.follows_id IS NOT NULL)",
                    func="\n    IF NOT EXISTS (\n        SELECT FROM conferences_thinkingtime AS f\n        WHERE f.id = NEW.follows_id AND f.id <> NEW.id AND f.request_id = NEW.request_id\n            AND f.follows_id IS NULL) THEN\n        RAISE EXCEPTION 'thinkingtime_follows_its_own' USING ERRCODE = 'check_violation', CONSTRAINT = 'thinkingtime_follows_its_own';\n    END IF;\n    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n    RETURN NEW;",
                    hash="54c19d3bf72056116e4f33635b2b3eb454cd9f66",
                    operation="INSERT OR UPDATE",
                    pgid="pgtrigger_thinkingtime_follows_its_own_6cd68",
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
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_thinkingtimeevent" ("attended", "chair_id", "facilitator", "follows_id", "held_date", "id", "in_error", "is_late", "is_required", "kind", "look_again_date", "minutes", "model", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "question", "raised_at", "recorded_at", "ref", "request_id", "state", "trigger") SELECT new_values."attended", new_values."chair_id", new_values."facilitator", new_values."follows_id", new_values."held_date", new_values."id", new_values."in_error", new_values."is_late", new_values."is_required", new_values."kind", new_values."look_again_date", new_values."minutes", new_values."model", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."question", new_values."raised_at", new_values."recorded_at", new_values."ref", new_values."request_id", new_values."state", new_values."trigger" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="256e237687ba77bce7ceae9c3fc8d7c8ebbb608b",
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
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_thinkingtimeevent" ("attended", "chair_id", "facilitator", "follows_id", "held_date", "id", "in_error", "is_late", "is_required", "kind", "look_again_date", "minutes", "model", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "question", "raised_at", "recorded_at", "ref", "request_id", "state", "trigger") SELECT new_values."attended", new_values."chair_id", new_values."facilitator", new_values."follows_id", new_values."held_date", new_values."id", new_values."in_error", new_values."is_late", new_values."is_required", new_values."kind", new_values."look_again_date", new_values."minutes", new_values."model", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."question", new_values."raised_at", new_values."recorded_at", new_values."ref", new_values."request_id", new_values."state", new_values."trigger" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="6208b0c4ace9915ffa141142736c3f68a4d38f71",
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
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_thinkingtimeevent" ("attended", "chair_id", "facilitator", "follows_id", "held_date", "id", "in_error", "is_late", "is_required", "kind", "look_again_date", "minutes", "model", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "question", "raised_at", "recorded_at", "ref", "request_id", "state", "trigger") SELECT old_values."attended", old_values."chair_id", old_values."facilitator", old_values."follows_id", old_values."held_date", old_values."id", old_values."in_error", old_values."is_late", old_values."is_required", old_values."kind", old_values."look_again_date", old_values."minutes", old_values."model", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."question", old_values."raised_at", old_values."recorded_at", old_values."ref", old_values."request_id", old_values."state", old_values."trigger" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="44d72448eef5e07ad969a92e1b1fd48cb15d62ac",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_bbb88",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="conferences_thinkingtime",
                    when="AFTER",
                ),
            ),
        ),
        AddConstraintNotValid(
            "thinkingtime",
            models.CheckConstraint(
                condition=models.Q(("follows__isnull", True), ("is_required", False), _connector="OR"),
                name="thinkingtime_required_at_first",
            ),
        ),
    ]
