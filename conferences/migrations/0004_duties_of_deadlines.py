"""Duties stand on what their deadline runs for, by keys, and are called as the catalogue calls them."""

import django.db.models.deletion
import django.db.models.lookups
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

# What was raised keeps its day and its owner. Old names and old subjects ("booking:12") end here.
FORWARD = """
UPDATE conferences_duty d SET enquiry_id = rc.enquiry_id, transfer_in_id = rc.transfer_in_id,
    plan_id = rc.plan_id, kind = CASE rc.kind WHEN 'REVIEW' THEN 'HOLD_REVIEW'
        WHEN 'TRANSFER_IN' THEN 'HOLD_TRANSFER_IN' ELSE 'HOLD_CONFERENCE' END
FROM conferences_requestedchild rc
WHERE d.kind = 'SCHEDULE_CONFERENCE' AND d.subject = 'requestedchild:' || rc.id;
UPDATE conferences_duty d SET plan_id = p.id,
    kind = CASE d.kind WHEN 'HOLD_CORE_GROUP' THEN 'HOLD_FIRST_CORE_GROUP' ELSE d.kind END
FROM conferences_plan p WHERE d.subject = 'plan:' || p.id;
UPDATE conferences_duty d SET consultation_id = c.id,
    kind = CASE d.kind WHEN 'ASK_CONSULTATION' THEN 'GIVE_ACCOUNT' ELSE d.kind END
FROM conferences_consultation c WHERE d.subject = 'consultation:' || c.id;
UPDATE conferences_duty d SET thinking_time_id = t.id
FROM conferences_thinkingtime t WHERE d.subject = 'thinkingtime:' || t.id;
UPDATE conferences_duty d SET booking_id = b.id
FROM conferences_booking b WHERE d.subject = 'booking:' || b.id;
-- Two names of one duty become one; what stood on a record that is no more goes with it.
DELETE FROM conferences_duty d USING conferences_duty o
WHERE o.id < d.id AND o.kind = d.kind AND o.child_id = d.child_id AND o.due_date = d.due_date
    AND o.plan_id = d.plan_id;
DELETE FROM conferences_duty
WHERE num_nonnulls(enquiry_id, transfer_in_id, plan_id, consultation_id, thinking_time_id, booking_id) <> 1;
-- Nothing may wait for its check while the table is changed further.
SET CONSTRAINTS ALL IMMEDIATE;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("conferences", "0003_counts_note_their_changes"),
        ("safeguarding", "0005_kept_counts"),
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
        migrations.RemoveConstraint(
            model_name="duty",
            name="duty_raised_once",
        ),
        migrations.RemoveConstraint(
            model_name="duty",
            name="duty_kind_known",
        ),
        migrations.AddField(
            model_name="duty",
            name="booking",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="duties",
                to="conferences.booking",
            ),
        ),
        migrations.AddField(
            model_name="duty",
            name="consultation",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="duties",
                to="conferences.consultation",
            ),
        ),
        migrations.AddField(
            model_name="duty",
            name="enquiry",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="duties",
                to="conferences.enquiry",
            ),
        ),
        migrations.AddField(
            model_name="duty",
            name="plan",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="duties",
                to="conferences.plan",
            ),
        ),
        migrations.AddField(
            model_name="duty",
            name="request",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="duties",
                to="conferences.request",
            ),
        ),
        migrations.AddField(
            model_name="duty",
            name="thinking_time",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="duties",
                to="conferences.thinkingtime",
            ),
        ),
        migrations.AddField(
            model_name="duty",
            name="transfer_in",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="duties",
                to="conferences.transferin",
            ),
        ),
        migrations.AddField(
            model_name="dutyevent",
            name="booking",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="conferences.booking",
            ),
        ),
        migrations.AddField(
            model_name="dutyevent",
            name="consultation",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="conferences.consultation",
            ),
        ),
        migrations.AddField(
            model_name="dutyevent",
            name="enquiry",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="conferences.enquiry",
            ),
        ),
        migrations.AddField(
            model_name="dutyevent",
            name="plan",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="conferences.plan",
            ),
        ),
        migrations.AddField(
            model_name="dutyevent",
            name="request",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="conferences.request",
            ),
        ),
        migrations.AddField(
            model_name="dutyevent",
            name="thinking_time",
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
        migrations.AddField(
            model_name="dutyevent",
            name="transfer_in",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="conferences.transferin",
            ),
        ),
        migrations.AlterField(
            model_name="duty",
            name="kind",
            field=models.CharField(
                choices=[
                    ("HOLD_CONFERENCE", "Hold the initial conference"),
                    ("HOLD_TRANSFER_IN", "Hold the transfer-in conference"),
                    ("HOLD_REVIEW", "Hold the review conference"),
                    ("HOLD_FIRST_CORE_GROUP", "Hold the first core group"),
                    ("REQUEST_CONFERENCE", "Request the initial conference"),
                    ("REQUEST_TRANSFER_IN", "Request the transfer-in conference"),
                    ("REQUEST_REVIEW", "Request the review conference"),
                    ("SCHEDULE_REQUEST", "Schedule the conference"),
                    ("GIVE_ACCOUNT", "Give the account for the re-plan consultation"),
                    ("DECIDE_CONSULTATION", "Decide the re-plan consultation"),
                    ("HOLD_THINKING_TIME", "Hold thinking time"),
                    ("SEND_LETTERS", "Send the decision letters"),
                    ("FINISH_RECORD", "Finish the record"),
                    ("SEND_RECORD", "Send the record"),
                    ("HOLD_CORE_GROUP", "Hold the next core group"),
                    ("REVIEW_AFTER_BIRTH", "Hold the review after the birth"),
                ],
                max_length=24,
            ),
        ),
        migrations.AlterField(
            model_name="dutyevent",
            name="kind",
            field=models.CharField(
                choices=[
                    ("HOLD_CONFERENCE", "Hold the initial conference"),
                    ("HOLD_TRANSFER_IN", "Hold the transfer-in conference"),
                    ("HOLD_REVIEW", "Hold the review conference"),
                    ("HOLD_FIRST_CORE_GROUP", "Hold the first core group"),
                    ("REQUEST_CONFERENCE", "Request the initial conference"),
                    ("REQUEST_TRANSFER_IN", "Request the transfer-in conference"),
                    ("REQUEST_REVIEW", "Request the review conference"),
                    ("SCHEDULE_REQUEST", "Schedule the conference"),
                    ("GIVE_ACCOUNT", "Give the account for the re-plan consultation"),
                    ("DECIDE_CONSULTATION", "Decide the re-plan consultation"),
                    ("HOLD_THINKING_TIME", "Hold thinking time"),
                    ("SEND_LETTERS", "Send the decision letters"),
                    ("FINISH_RECORD", "Finish the record"),
                    ("SEND_RECORD", "Send the record"),
                    ("HOLD_CORE_GROUP", "Hold the next core group"),
                    ("REVIEW_AFTER_BIRTH", "Hold the review after the birth"),
                ],
                max_length=24,
            ),
        ),
        migrations.RunSQL(FORWARD, migrations.RunSQL.noop),
        migrations.RemoveField(
            model_name="duty",
            name="subject",
        ),
        migrations.RemoveField(
            model_name="dutyevent",
            name="subject",
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="duty",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_dutyevent" ("booking_id", "child_id", "closed_at", "closed_because", "consultation_id", "due_date", "enquiry_id", "id", "kind", "owner_id", "owner_role", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "raised_at", "request_id", "thinking_time_id", "transfer_in_id") SELECT new_values."booking_id", new_values."child_id", new_values."closed_at", new_values."closed_because", new_values."consultation_id", new_values."due_date", new_values."enquiry_id", new_values."id", new_values."kind", new_values."owner_id", new_values."owner_role", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."plan_id", new_values."raised_at", new_values."request_id", new_values."thinking_time_id", new_values."transfer_in_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="f17e76e2ce4d099841b8656e0ce00fc20e5a370c",
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
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_dutyevent" ("booking_id", "child_id", "closed_at", "closed_because", "consultation_id", "due_date", "enquiry_id", "id", "kind", "owner_id", "owner_role", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "raised_at", "request_id", "thinking_time_id", "transfer_in_id") SELECT new_values."booking_id", new_values."child_id", new_values."closed_at", new_values."closed_because", new_values."consultation_id", new_values."due_date", new_values."enquiry_id", new_values."id", new_values."kind", new_values."owner_id", new_values."owner_role", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."plan_id", new_values."raised_at", new_values."request_id", new_values."thinking_time_id", new_values."transfer_in_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="edf460fa745649cf6defa19b5bb7f921ef9f56d9",
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
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_dutyevent" ("booking_id", "child_id", "closed_at", "closed_because", "consultation_id", "due_date", "enquiry_id", "id", "kind", "owner_id", "owner_role", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "raised_at", "request_id", "thinking_time_id", "transfer_in_id") SELECT old_values."booking_id", old_values."child_id", old_values."closed_at", old_values."closed_because", old_values."consultation_id", old_values."due_date", old_values."enquiry_id", old_values."id", old_values."kind", old_values."owner_id", old_values."owner_role", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."plan_id", old_values."raised_at", old_values."request_id", old_values."thinking_time_id", old_values."transfer_in_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="5828dc6b970202b830df499d74259566008a3d4c",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_c55a2",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="conferences_duty",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="duty",
            constraint=models.UniqueConstraint(
                fields=(
                    "kind",
                    "child",
                    "due_date",
                    "enquiry",
                    "transfer_in",
                    "request",
                    "plan",
                    "consultation",
                    "thinking_time",
                    "booking",
                ),
                name="duty_raised_once",
                nulls_distinct=False,
            ),
        ),
        migrations.AddConstraint(
            model_name="duty",
            constraint=models.CheckConstraint(
                condition=django.db.models.lookups.Exact(
                    models.Func(
                        models.F("enquiry"),
                        models.F("transfer_in"),
                        models.F("request"),
                        models.F("plan"),
                        models.F("consultation"),
                        models.F("thinking_time"),
                        models.F("booking"),
                        function="num_nonnulls",
                        output_field=models.IntegerField(),
                    ),
                    1,
                ),
                name="duty_of_one_subject",
            ),
        ),
        migrations.AddConstraint(
            model_name="duty",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "kind__in",
                        [
                            "HOLD_CONFERENCE",
                            "HOLD_TRANSFER_IN",
                            "HOLD_REVIEW",
                            "HOLD_FIRST_CORE_GROUP",
                            "REQUEST_CONFERENCE",
                            "REQUEST_TRANSFER_IN",
                            "REQUEST_REVIEW",
                            "SCHEDULE_REQUEST",
                            "GIVE_ACCOUNT",
                            "DECIDE_CONSULTATION",
                            "HOLD_THINKING_TIME",
                            "SEND_LETTERS",
                            "FINISH_RECORD",
                            "SEND_RECORD",
                            "HOLD_CORE_GROUP",
                            "REVIEW_AFTER_BIRTH",
                        ],
                    )
                ),
                name="duty_kind_known",
            ),
        ),
    ]
