"""How a child is after a plan ended is recorded three times; three deadlines more."""

import django.db.models.deletion
import django.db.models.manager
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.contrib.postgres.operations import AddConstraintNotValid
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("conferences", "0015_emails_about_the_service"),
        ("pghistory", "0007_auto_20250421_0444"),
        ("safeguarding", "0010_directory"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="FollowUp",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "which",
                    models.CharField(
                        choices=[
                            ("FIRST", "First follow-up"),
                            ("SECOND", "Second follow-up"),
                            ("THIRD", "Third follow-up"),
                        ],
                        max_length=6,
                    ),
                ),
                ("held_date", models.DateField()),
                ("how_child_is", models.TextField()),
                ("help_now", models.TextField(blank=True)),
                ("recorded_at", models.DateTimeField()),
            ],
            options={
                "ordering": ["held_date", "id"],
                "abstract": False,
                "base_manager_name": "every",
                "default_manager_name": "every",
            },
            managers=[
                ("every", django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name="FollowUpEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "which",
                    models.CharField(
                        choices=[
                            ("FIRST", "First follow-up"),
                            ("SECOND", "Second follow-up"),
                            ("THIRD", "Third follow-up"),
                        ],
                        max_length=6,
                    ),
                ),
                ("held_date", models.DateField()),
                ("how_child_is", models.TextField()),
                ("help_now", models.TextField(blank=True)),
                ("recorded_at", models.DateTimeField()),
            ],
            options={
                "ordering": ["pgh_id"],
                "abstract": False,
            },
        ),
        migrations.RemoveConstraint(
            model_name="daytold",
            name="daytold_code_known",
        ),
        migrations.RemoveConstraint(
            model_name="duty",
            name="duty_kind_known",
        ),
        migrations.RemoveConstraint(
            model_name="reconciliationdifference",
            name="difference_kind_known",
        ),
        migrations.AlterField(
            model_name="daytold",
            name="code",
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
                    ("FIRST_FOLLOW_UP", "Follow up after the plan, the first time"),
                    ("SECOND_FOLLOW_UP", "Follow up after the plan, the second time"),
                    ("THIRD_FOLLOW_UP", "Follow up after the plan, the third time"),
                ],
                max_length=24,
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
                    ("FIRST_FOLLOW_UP", "Follow up after the plan, the first time"),
                    ("SECOND_FOLLOW_UP", "Follow up after the plan, the second time"),
                    ("THIRD_FOLLOW_UP", "Follow up after the plan, the third time"),
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
                    ("FIRST_FOLLOW_UP", "Follow up after the plan, the first time"),
                    ("SECOND_FOLLOW_UP", "Follow up after the plan, the second time"),
                    ("THIRD_FOLLOW_UP", "Follow up after the plan, the third time"),
                ],
                max_length=24,
            ),
        ),
        migrations.AlterField(
            model_name="reconciliationdifference",
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
                    ("FIRST_FOLLOW_UP", "Follow up after the plan, the first time"),
                    ("SECOND_FOLLOW_UP", "Follow up after the plan, the second time"),
                    ("THIRD_FOLLOW_UP", "Follow up after the plan, the third time"),
                ],
                max_length=24,
            ),
        ),
        AddConstraintNotValid(
            model_name="daytold",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "code__in",
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
                            "FIRST_FOLLOW_UP",
                            "SECOND_FOLLOW_UP",
                            "THIRD_FOLLOW_UP",
                        ],
                    )
                ),
                name="daytold_code_known",
            ),
        ),
        AddConstraintNotValid(
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
                            "FIRST_FOLLOW_UP",
                            "SECOND_FOLLOW_UP",
                            "THIRD_FOLLOW_UP",
                        ],
                    )
                ),
                name="duty_kind_known",
            ),
        ),
        AddConstraintNotValid(
            model_name="reconciliationdifference",
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
                            "FIRST_FOLLOW_UP",
                            "SECOND_FOLLOW_UP",
                            "THIRD_FOLLOW_UP",
                        ],
                    )
                ),
                name="difference_kind_known",
            ),
        ),
        migrations.AddField(
            model_name="followup",
            name="plan",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="follow_ups", to="conferences.plan"
            ),
        ),
        migrations.AddField(
            model_name="followup",
            name="recorded_by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="followupevent",
            name="pgh_context",
            field=models.ForeignKey(
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="pghistory.context",
            ),
        ),
        migrations.AddField(
            model_name="followupevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="history",
                to="conferences.followup",
            ),
        ),
        migrations.AddField(
            model_name="followupevent",
            name="plan",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="conferences.plan",
            ),
        ),
        migrations.AddField(
            model_name="followupevent",
            name="recorded_by",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddConstraint(
            model_name="followup",
            constraint=models.UniqueConstraint(fields=("plan", "which"), name="followup_each_once"),
        ),
        migrations.AddConstraint(
            model_name="followup",
            constraint=models.CheckConstraint(
                condition=models.Q(("which__in", ["FIRST", "SECOND", "THIRD"])), name="followup_which_known"
            ),
        ),
        migrations.AddConstraint(
            model_name="followup",
            constraint=models.CheckConstraint(
                condition=models.Q(("how_child_is", ""), _negated=True), name="followup_says_how_the_child_is"
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="followup",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_followupevent" ("held_date", "help_now", "how_child_is", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "recorded_at", "recorded_by_id", "which") SELECT new_values."held_date", new_values."help_now", new_values."how_child_is", new_values."id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."plan_id", new_values."recorded_at", new_values."recorded_by_id", new_values."which" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="8f8dc605f2da2a16e43491875cf24051b118ea11",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_fbeb5",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="conferences_followup",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="followup",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_followupevent" ("held_date", "help_now", "how_child_is", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "recorded_at", "recorded_by_id", "which") SELECT new_values."held_date", new_values."help_now", new_values."how_child_is", new_values."id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."plan_id", new_values."recorded_at", new_values."recorded_by_id", new_values."which" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="439bd31c68e2957cded80190b3d3d3b37da6512a",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_fe5e5",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="conferences_followup",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="followup",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_followupevent" ("held_date", "help_now", "how_child_is", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "recorded_at", "recorded_by_id", "which") SELECT old_values."held_date", old_values."help_now", old_values."how_child_is", old_values."id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."plan_id", old_values."recorded_at", old_values."recorded_by_id", old_values."which" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="01192f426c4aa01fc9d25631ba67b4c4fd1f466a",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_91d39",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="conferences_followup",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="followupevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="44da425df60a5bb48bbe8d21f30e3e62f5ead35b",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_54cb5",
                    table="conferences_followupevent",
                    when="BEFORE",
                ),
            ),
        ),
    ]
