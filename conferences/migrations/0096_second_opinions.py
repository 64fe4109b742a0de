"""Decisions on consultations drawn for a second opinion, which falls due; and what was said of it."""

import uuid

import django.db.models.deletion
import django.db.models.manager
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.contrib.postgres.operations import AddConstraintNotValid
from django.db import migrations, models

import safeguarding.promises


class Migration(migrations.Migration):
    dependencies = [
        ("conferences", "0095_what_the_decider_was_told"),
        ("pghistory", "0007_auto_20250421_0444"),
        ("safeguarding", "0001_squashed_0044_days_were_finite"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="SecondOpinion",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("ref", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("lot", models.PositiveSmallIntegerField()),
                (
                    "share",
                    models.PositiveSmallIntegerField(help_text="In per cent, as it was set on the day."),
                ),
                ("drawn_at", models.DateTimeField()),
                (
                    "opinion",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("AGREE", "Agree that a conference is held"),
                            ("AGREE_LEGAL", "Agree, with a legal planning meeting"),
                            ("ANOTHER_WAY", "Another way, with support and a review date"),
                            ("MORE_INFORMATION", "Ask for more information by a day"),
                            ("ESCALATE", "Escalate to somebody above"),
                            ("PARTNER_RIGHT", "A partner agency uses its right to a conference"),
                        ],
                        default="",
                        max_length=16,
                    ),
                ),
                ("words", models.TextField(blank=True)),
                ("knew", models.BooleanField(blank=True, null=True)),
                ("given_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "ordering": ["id"],
                "abstract": False,
                "base_manager_name": "every",
                "default_manager_name": "every",
            },
            managers=[
                ("every", django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name="SecondOpinionEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("ref", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("lot", models.PositiveSmallIntegerField()),
                (
                    "share",
                    models.PositiveSmallIntegerField(help_text="In per cent, as it was set on the day."),
                ),
                ("drawn_at", models.DateTimeField()),
                (
                    "opinion",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("AGREE", "Agree that a conference is held"),
                            ("AGREE_LEGAL", "Agree, with a legal planning meeting"),
                            ("ANOTHER_WAY", "Another way, with support and a review date"),
                            ("MORE_INFORMATION", "Ask for more information by a day"),
                            ("ESCALATE", "Escalate to somebody above"),
                            ("PARTNER_RIGHT", "A partner agency uses its right to a conference"),
                        ],
                        default="",
                        max_length=16,
                    ),
                ),
                ("words", models.TextField(blank=True)),
                ("knew", models.BooleanField(blank=True, null=True)),
                ("given_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "ordering": ["pgh_id"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="SecondOpinionReason",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
            ],
            options={
                "ordering": ["statement__key"],
                "abstract": False,
                "base_manager_name": "every",
                "default_manager_name": "every",
            },
            managers=[
                ("every", django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name="SecondOpinionReasonEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
            ],
            options={
                "ordering": ["pgh_id"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="SecondOpinionTalk",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("held_date", models.DateField()),
                ("words", models.TextField()),
                ("recorded_at", models.DateTimeField()),
            ],
            options={
                "abstract": False,
                "base_manager_name": "every",
                "default_manager_name": "every",
            },
            managers=[
                ("every", django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name="SecondOpinionTalkEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("held_date", models.DateField()),
                ("words", models.TextField()),
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
                    ("MEET_CONDITION", "Meet the condition of a consultation’s decision"),
                    ("REVIEW_SUPPORT", "Review the support that was decided instead"),
                    ("SECOND_OPINION", "Give a second opinion on a consultation"),
                    ("HOLD_THINKING_TIME", "Hold thinking time"),
                    ("SEND_LETTERS", "Send the decision letters"),
                    ("FINISH_RECORD", "Finish the record"),
                    ("SEND_RECORD", "Send the record"),
                    ("END_PLAN", "End the plan"),
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
                    ("MEET_CONDITION", "Meet the condition of a consultation’s decision"),
                    ("REVIEW_SUPPORT", "Review the support that was decided instead"),
                    ("SECOND_OPINION", "Give a second opinion on a consultation"),
                    ("HOLD_THINKING_TIME", "Hold thinking time"),
                    ("SEND_LETTERS", "Send the decision letters"),
                    ("FINISH_RECORD", "Finish the record"),
                    ("SEND_RECORD", "Send the record"),
                    ("END_PLAN", "End the plan"),
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
                    ("MEET_CONDITION", "Meet the condition of a consultation’s decision"),
                    ("REVIEW_SUPPORT", "Review the support that was decided instead"),
                    ("SECOND_OPINION", "Give a second opinion on a consultation"),
                    ("HOLD_THINKING_TIME", "Hold thinking time"),
                    ("SEND_LETTERS", "Send the decision letters"),
                    ("FINISH_RECORD", "Finish the record"),
                    ("SEND_RECORD", "Send the record"),
                    ("END_PLAN", "End the plan"),
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
                    ("MEET_CONDITION", "Meet the condition of a consultation’s decision"),
                    ("REVIEW_SUPPORT", "Review the support that was decided instead"),
                    ("SECOND_OPINION", "Give a second opinion on a consultation"),
                    ("HOLD_THINKING_TIME", "Hold thinking time"),
                    ("SEND_LETTERS", "Send the decision letters"),
                    ("FINISH_RECORD", "Finish the record"),
                    ("SEND_RECORD", "Send the record"),
                    ("END_PLAN", "End the plan"),
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
                            "MEET_CONDITION",
                            "REVIEW_SUPPORT",
                            "SECOND_OPINION",
                            "HOLD_THINKING_TIME",
                            "SEND_LETTERS",
                            "FINISH_RECORD",
                            "SEND_RECORD",
                            "END_PLAN",
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
                            "MEET_CONDITION",
                            "REVIEW_SUPPORT",
                            "SECOND_OPINION",
                            "HOLD_THINKING_TIME",
                            "SEND_LETTERS",
                            "FINISH_RECORD",
                            "SEND_RECORD",
                            "END_PLAN",
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
                            "MEET_CONDITION",
                            "REVIEW_SUPPORT",
                            "SECOND_OPINION",
                            "HOLD_THINKING_TIME",
                            "SEND_LETTERS",
                            "FINISH_RECORD",
                            "SEND_RECORD",
                            "END_PLAN",
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
            model_name="secondopinion",
            name="answer",
            field=models.OneToOneField(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="second_opinion",
                to="conferences.consultationanswer",
            ),
        ),
        migrations.AddField(
            model_name="secondopinion",
            name="given_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="secondopinion",
            name="reader",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="secondopinionevent",
            name="answer",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="conferences.consultationanswer",
            ),
        ),
        migrations.AddField(
            model_name="secondopinionevent",
            name="given_by",
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
        migrations.AddField(
            model_name="secondopinionevent",
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
            model_name="secondopinionevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="history",
                to="conferences.secondopinion",
            ),
        ),
        migrations.AddField(
            model_name="secondopinionevent",
            name="reader",
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
        migrations.AddField(
            model_name="secondopinionreason",
            name="second",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="tied",
                to="conferences.secondopinion",
            ),
        ),
        migrations.AddField(
            model_name="secondopinionreason",
            name="statement",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="conferences.thresholdstatement",
            ),
        ),
        migrations.AddField(
            model_name="secondopinionreasonevent",
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
            model_name="secondopinionreasonevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="history",
                to="conferences.secondopinionreason",
            ),
        ),
        migrations.AddField(
            model_name="secondopinionreasonevent",
            name="second",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="conferences.secondopinion",
            ),
        ),
        migrations.AddField(
            model_name="secondopinionreasonevent",
            name="statement",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="conferences.thresholdstatement",
            ),
        ),
        migrations.AddField(
            model_name="secondopiniontalk",
            name="recorded_by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="secondopiniontalk",
            name="second",
            field=models.OneToOneField(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="talk",
                to="conferences.secondopinion",
            ),
        ),
        migrations.AddField(
            model_name="secondopiniontalkevent",
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
            model_name="secondopiniontalkevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="history",
                to="conferences.secondopiniontalk",
            ),
        ),
        migrations.AddField(
            model_name="secondopiniontalkevent",
            name="recorded_by",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="secondopiniontalkevent",
            name="second",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="conferences.secondopinion",
            ),
        ),
        migrations.AddConstraint(
            model_name="secondopinion",
            constraint=models.CheckConstraint(
                condition=models.Q(("lot__lt", models.F("share")), ("share__lte", 100)),
                name="secondopinion_lot_in_share",
            ),
        ),
        migrations.AddConstraint(
            model_name="secondopinion",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("given_at__isnull", True),
                        ("given_by__isnull", True),
                        ("knew__isnull", True),
                        ("opinion", ""),
                        ("words", ""),
                    ),
                    models.Q(
                        ("given_at__isnull", False),
                        ("given_by__isnull", False),
                        ("knew__isnull", False),
                        (
                            "opinion__in",
                            ["AGREE", "AGREE_LEGAL", "ANOTHER_WAY", "MORE_INFORMATION", "ESCALATE"],
                        ),
                        models.Q(("words", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="secondopinion_given_whole",
            ),
        ),
        migrations.AddConstraint(
            model_name="secondopinion",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("given_at__isnull", True), ("given_at__gte", models.F("drawn_at")), _connector="OR"
                ),
                name="secondopinion_given_after_drawn",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="secondopinion",
            trigger=pgtrigger.compiler.Trigger(
                name="secondopinion_not_ones_own",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    IF EXISTS (\n        SELECT FROM conferences_consultationanswer AS a\n            JOIN conferences_consultation AS k ON k.id = a.consultation_id\n            CROSS JOIN LATERAL (\n        SELECT asker.who FROM (\n        SELECT k.asked_by_id AS who\n        UNION ALL SELECT r.requested_by_id FROM conferences_requestedchild AS rc\n            JOIN conferences_request AS r ON r.id = rc.request_id WHERE rc.id = k.requested_child_id\n        UNION ALL SELECT f.raised_by_id FROM conferences_familyconsultation AS f WHERE f.id = k.within_id\n        UNION ALL SELECT v.given_by_id FROM conferences_consultationaccount AS v\n            WHERE v.within_id = k.within_id\n        UNION ALL SELECT g.done_by_id FROM safeguarding_auditentry AS g\n            WHERE g.subject_model = 'conferences.consultation' AND g.subject_id = k.id\n                AND g.event = 'consultation.asked') AS asker\n        UNION ALL SELECT a.answered_by_id\n        UNION ALL SELECT a.for_another_id\n        UNION ALL SELECT d.who_id FROM conferences_consultationdissent AS d\n            JOIN conferences_consultation AS o ON o.id = d.consultation_id\n            WHERE o.within_id = k.within_id) AS concerned\n        WHERE a.id = NEW.answer_id AND concerned.who IN (NEW.given_by_id, NEW.reader_id)) THEN\n        RAISE EXCEPTION 'secondopinion_not_ones_own' USING ERRCODE = 'check_violation', CONSTRAINT = 'secondopinion_not_ones_own';\n    END IF;\n    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n    RETURN NEW;",
                    hash="2273f3f49a2106d5599f179593d9908aec30ffd8",
                    operation="INSERT OR UPDATE",
                    pgid="pgtrigger_secondopinion_not_ones_own_749e8",
                    table="conferences_secondopinion",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="secondopinion",
            trigger=pgtrigger.compiler.Trigger(
                name="secondopinion_of_a_first_decision",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    IF EXISTS (\n        SELECT FROM conferences_consultationanswer AS a\n        WHERE a.id = NEW.answer_id AND (a.answer NOT IN ('AGREE', 'AGREE_LEGAL', 'ANOTHER_WAY') OR a.supersedes_id IS NOT NULL)) THEN\n        RAISE EXCEPTION 'secondopinion_of_a_first_decision' USING ERRCODE = 'check_violation', CONSTRAINT = 'secondopinion_of_a_first_decision';\n    END IF;\n    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n    RETURN NEW;",
                    hash="fa6e717a6f82065d44fbfb0b4748c5386e9ad970",
                    operation="INSERT",
                    pgid="pgtrigger_secondopinion_of_a_first_decision_28c9b",
                    table="conferences_secondopinion",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="secondopinion",
            trigger=pgtrigger.compiler.Trigger(
                name="secondopinion_stays",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    IF TG_OP = 'DELETE' OR OLD.given_at IS NOT NULL OR to_jsonb(OLD) - 'reader_id' - 'opinion' - 'words' - 'knew' - 'given_by_id' - 'given_at' <> to_jsonb(NEW) - 'reader_id' - 'opinion' - 'words' - 'knew' - 'given_by_id' - 'given_at' THEN\n        RAISE EXCEPTION 'secondopinion_stays' USING ERRCODE = 'check_violation', CONSTRAINT = 'secondopinion_stays';\n    END IF;\n    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n    RETURN NEW;",
                    hash="30d822655e6926a14bceef00b6e11ad9cf2cb55f",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_secondopinion_stays_eacda",
                    table="conferences_secondopinion",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="secondopinion",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_secondopinionevent" ("answer_id", "drawn_at", "given_at", "given_by_id", "id", "knew", "lot", "opinion", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reader_id", "ref", "share", "words") SELECT new_values."answer_id", new_values."drawn_at", new_values."given_at", new_values."given_by_id", new_values."id", new_values."knew", new_values."lot", new_values."opinion", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."reader_id", new_values."ref", new_values."share", new_values."words" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="300f57b08a402c62389149330dab079272e76bbd",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_b0999",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="conferences_secondopinion",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="secondopinion",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_secondopinionevent" ("answer_id", "drawn_at", "given_at", "given_by_id", "id", "knew", "lot", "opinion", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reader_id", "ref", "share", "words") SELECT new_values."answer_id", new_values."drawn_at", new_values."given_at", new_values."given_by_id", new_values."id", new_values."knew", new_values."lot", new_values."opinion", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."reader_id", new_values."ref", new_values."share", new_values."words" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="4bbd30a506e6b105d346019bdeaad87ad2ba2ebe",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_4ac11",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="conferences_secondopinion",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="secondopinion",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_secondopinionevent" ("answer_id", "drawn_at", "given_at", "given_by_id", "id", "knew", "lot", "opinion", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reader_id", "ref", "share", "words") SELECT old_values."answer_id", old_values."drawn_at", old_values."given_at", old_values."given_by_id", old_values."id", old_values."knew", old_values."lot", old_values."opinion", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."reader_id", old_values."ref", old_values."share", old_values."words" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="a38cb59be4f41d5ffae09a8e325c3a842392cd82",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_a04b7",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="conferences_secondopinion",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="secondopinionevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="0e46ee81cc0d497e4c17a7737d352ae83bd393cc",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_d3ef4",
                    table="conferences_secondopinionevent",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="secondopinionreason",
            constraint=models.UniqueConstraint(
                fields=("second", "statement"), name="secondopinionreason_once"
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="secondopinionreason",
            trigger=pgtrigger.compiler.Trigger(
                name="secondreason_never_changed",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="0e5e4bf13a06ff26f6484eef7f4f92dc665ee516",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_secondreason_never_changed_902b4",
                    table="conferences_secondopinionreason",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="secondopinionreason",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_secondopinionreasonevent" ("id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "second_id", "statement_id") SELECT new_values."id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."second_id", new_values."statement_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="9de7f29ef48388729168c0dc9bf829ee722229f6",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_65fa1",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="conferences_secondopinionreason",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="secondopinionreason",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_secondopinionreasonevent" ("id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "second_id", "statement_id") SELECT new_values."id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."second_id", new_values."statement_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="3f481b2c2ec8292773ee937a030e041a2c6594bd",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_e7392",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="conferences_secondopinionreason",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="secondopinionreason",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_secondopinionreasonevent" ("id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "second_id", "statement_id") SELECT old_values."id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."second_id", old_values."statement_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="c974c3a97837f2478465f4a787361e783458d539",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_d3c99",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="conferences_secondopinionreason",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="secondopinionreasonevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="d90d68aab774052fccf083cce210a689d2667baf",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_2fe71",
                    table="conferences_secondopinionreasonevent",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="secondopiniontalk",
            constraint=models.CheckConstraint(
                condition=models.Q(("words", ""), _negated=True), name="secondopiniontalk_says_what"
            ),
        ),
        migrations.AddConstraint(
            model_name="secondopiniontalk",
            constraint=models.CheckConstraint(
                condition=models.Q(safeguarding.promises.IsFinite("held_date")),
                name="secondopiniontalk_days_finite",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="secondopiniontalk",
            trigger=pgtrigger.compiler.Trigger(
                name="secondtalk_never_changed",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="e8f1bf3ba875dce99898edaed0ba13ca2f173ac5",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_secondtalk_never_changed_4f705",
                    table="conferences_secondopiniontalk",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="secondopiniontalk",
            trigger=pgtrigger.compiler.Trigger(
                name="secondopiniontalk_where_they_differ",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    IF NOT EXISTS (\n        SELECT FROM conferences_secondopinion AS s\n            JOIN conferences_consultationanswer AS a ON a.id = s.answer_id\n        WHERE s.id = NEW.second_id AND s.given_at IS NOT NULL AND s.opinion <> a.answer) THEN\n        RAISE EXCEPTION 'secondopiniontalk_where_they_differ' USING ERRCODE = 'check_violation', CONSTRAINT = 'secondopiniontalk_where_they_differ';\n    END IF;\n    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n    RETURN NEW;",
                    hash="18a75cd1a0354b34752404d5ef87a24816a9ecfe",
                    operation="INSERT",
                    pgid="pgtrigger_secondopiniontalk_where_they_differ_35f36",
                    table="conferences_secondopiniontalk",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="secondopiniontalk",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_secondopiniontalkevent" ("held_date", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "second_id", "words") SELECT new_values."held_date", new_values."id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."recorded_at", new_values."recorded_by_id", new_values."second_id", new_values."words" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="e7b47f0c80908867692c2a4fcbb78f02faf9cc8f",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_7d889",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="conferences_secondopiniontalk",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="secondopiniontalk",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_secondopiniontalkevent" ("held_date", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "second_id", "words") SELECT new_values."held_date", new_values."id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."recorded_at", new_values."recorded_by_id", new_values."second_id", new_values."words" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="13f50c5cc9aac5208614e3009b0af1612f3f04d9",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_a7c97",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="conferences_secondopiniontalk",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="secondopiniontalk",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_secondopiniontalkevent" ("held_date", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "second_id", "words") SELECT old_values."held_date", old_values."id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."recorded_at", old_values."recorded_by_id", old_values."second_id", old_values."words" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="4a9c38f999924ab86635275d7e1037f3c65932ab",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_b9e90",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="conferences_secondopiniontalk",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="secondopiniontalkevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="5765ebe6d20e021057ef086199656905103d49a8",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_6648a",
                    table="conferences_secondopiniontalkevent",
                    when="BEFORE",
                ),
            ),
        ),
    ]
