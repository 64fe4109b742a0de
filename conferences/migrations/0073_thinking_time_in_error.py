"""A whole thinking time may be in error, and what somebody is to a child is corrected."""

import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.contrib.postgres.operations import AddConstraintNotValid
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("conferences", "0072_sources_stay"),
        ("safeguarding", "0040_relationships_in_error"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
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
        migrations.RemoveConstraint(
            model_name="correction",
            name="correction_kind_known",
        ),
        migrations.RemoveConstraint(
            model_name="thinkingtime",
            name="thinkingtime_required_once",
        ),
        migrations.AddField(
            model_name="thinkingtime",
            name="in_error",
            field=models.BooleanField(
                db_default=False, default=False, help_text="Recorded in error; kept, and counts as none."
            ),
        ),
        migrations.AddField(
            model_name="thinkingtimeevent",
            name="in_error",
            field=models.BooleanField(
                db_default=False, default=False, help_text="Recorded in error; kept, and counts as none."
            ),
        ),
        migrations.AlterField(
            model_name="correction",
            name="kind",
            field=models.CharField(
                choices=[
                    ("CHILD", "Who the child is"),
                    ("NAME", "Another name"),
                    ("RELATIONSHIP", "What somebody is to the child"),
                    ("NEED", "In need"),
                    ("TRANSFER_IN", "Move here"),
                    ("LIFE_EVENT", "What happened"),
                    ("IN_NEED_PLAN", "Child in need plan"),
                    ("PLAN", "Child protection plan"),
                    ("CATEGORY", "Category of the plan"),
                    ("CONFERENCE", "Conference"),
                    ("CORE_GROUP", "Core group"),
                    ("FOLLOW_UP", "Follow-up"),
                    ("PLAN_ELSEWHERE", "Plan with another authority"),
                    ("THINKING_TIME", "Thinking time"),
                    ("THINKING_ENTRY", "What was thought, on the child’s file"),
                    ("RECORD_SENT", "Record of the conference"),
                    ("LETTER", "Decision letter"),
                    ("ALLOCATION", "Team and worker"),
                ],
                max_length=20,
            ),
        ),
        migrations.AlterField(
            model_name="correctionevent",
            name="kind",
            field=models.CharField(
                choices=[
                    ("CHILD", "Who the child is"),
                    ("NAME", "Another name"),
                    ("RELATIONSHIP", "What somebody is to the child"),
                    ("NEED", "In need"),
                    ("TRANSFER_IN", "Move here"),
                    ("LIFE_EVENT", "What happened"),
                    ("IN_NEED_PLAN", "Child in need plan"),
                    ("PLAN", "Child protection plan"),
                    ("CATEGORY", "Category of the plan"),
                    ("CONFERENCE", "Conference"),
                    ("CORE_GROUP", "Core group"),
                    ("FOLLOW_UP", "Follow-up"),
                    ("PLAN_ELSEWHERE", "Plan with another authority"),
                    ("THINKING_TIME", "Thinking time"),
                    ("THINKING_ENTRY", "What was thought, on the child’s file"),
                    ("RECORD_SENT", "Record of the conference"),
                    ("LETTER", "Decision letter"),
                    ("ALLOCATION", "Team and worker"),
                ],
                max_length=20,
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="thinkingtime",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_thinkingtimeevent" ("chair_id", "facilitator", "held_date", "id", "in_error", "is_required", "minutes", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "raised_at", "ref", "request_id", "state", "trigger") SELECT new_values."chair_id", new_values."facilitator", new_values."held_date", new_values."id", new_values."in_error", new_values."is_required", new_values."minutes", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."raised_at", new_values."ref", new_values."request_id", new_values."state", new_values."trigger" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="e2fbb857083d5bf2c61c77a913109f43898873e4",
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
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_thinkingtimeevent" ("chair_id", "facilitator", "held_date", "id", "in_error", "is_required", "minutes", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "raised_at", "ref", "request_id", "state", "trigger") SELECT new_values."chair_id", new_values."facilitator", new_values."held_date", new_values."id", new_values."in_error", new_values."is_required", new_values."minutes", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."raised_at", new_values."ref", new_values."request_id", new_values."state", new_values."trigger" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="952570814306bc1900320b9d459ab8d45e4c31f4",
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
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_thinkingtimeevent" ("chair_id", "facilitator", "held_date", "id", "in_error", "is_required", "minutes", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "raised_at", "ref", "request_id", "state", "trigger") SELECT old_values."chair_id", old_values."facilitator", old_values."held_date", old_values."id", old_values."in_error", old_values."is_required", old_values."minutes", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."raised_at", old_values."ref", old_values."request_id", old_values."state", old_values."trigger" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="d2fb94f8a7c3b5687790f5dc868e108808f061a0",
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
            model_name="correction",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "kind__in",
                        [
                            "CHILD",
                            "NAME",
                            "RELATIONSHIP",
                            "NEED",
                            "TRANSFER_IN",
                            "LIFE_EVENT",
                            "IN_NEED_PLAN",
                            "PLAN",
                            "CATEGORY",
                            "CONFERENCE",
                            "CORE_GROUP",
                            "FOLLOW_UP",
                            "PLAN_ELSEWHERE",
                            "THINKING_TIME",
                            "THINKING_ENTRY",
                            "RECORD_SENT",
                            "LETTER",
                            "ALLOCATION",
                        ],
                    )
                ),
                name="correction_kind_known",
            ),
        ),
    ]
