"""A consultation is the family's, with a decision for each child; accounts and answers are versions that stay."""

import uuid

import django.contrib.postgres.functions
import django.db.models.deletion
import django.db.models.manager
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.contrib.postgres.operations import AddConstraintNotValid
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("conferences", "0064_reviews_of_no_plan"),
        ("pghistory", "0007_auto_20250421_0444"),
        ("safeguarding", "0038_in_error_is_over"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="ConsultationAccount",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.PositiveSmallIntegerField()),
                ("why_now", models.TextField()),
                ("what_is_different", models.TextField()),
                ("what_else", models.TextField(blank=True)),
                ("parents_words", models.TextField(blank=True)),
                ("manager_view", models.TextField(blank=True)),
                ("outcome_sought", models.TextField(blank=True)),
                (
                    "how_different",
                    models.TextField(blank=True, help_text="How the plan would differ from the last."),
                ),
                ("given_at", models.DateTimeField()),
            ],
            options={
                "ordering": ["within", "number"],
                "abstract": False,
                "base_manager_name": "every",
                "default_manager_name": "every",
            },
            managers=[
                ("every", django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name="ConsultationAccountChild",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("child_words", models.TextField(blank=True)),
                ("what_is_different", models.TextField(blank=True)),
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
            name="ConsultationAccountChildEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("child_words", models.TextField(blank=True)),
                ("what_is_different", models.TextField(blank=True)),
            ],
            options={
                "ordering": ["pgh_id"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ConsultationAccountEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("number", models.PositiveSmallIntegerField()),
                ("why_now", models.TextField()),
                ("what_is_different", models.TextField()),
                ("what_else", models.TextField(blank=True)),
                ("parents_words", models.TextField(blank=True)),
                ("manager_view", models.TextField(blank=True)),
                ("outcome_sought", models.TextField(blank=True)),
                (
                    "how_different",
                    models.TextField(blank=True, help_text="How the plan would differ from the last."),
                ),
                ("given_at", models.DateTimeField()),
            ],
            options={
                "ordering": ["pgh_id"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ConsultationAnswerReason",
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
            name="ConsultationAnswerReasonEvent",
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
            name="ConsultationCondition",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("ref", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("what", models.TextField()),
                ("owner_words", models.CharField(blank=True, max_length=120)),
                ("due_date", models.DateField()),
                ("met_date", models.DateField(blank=True, null=True)),
                ("met_words", models.TextField(blank=True)),
                ("withdrawn_reason", models.TextField(blank=True)),
                ("closed_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "ordering": ["due_date", "id"],
                "abstract": False,
                "base_manager_name": "every",
                "default_manager_name": "every",
            },
            managers=[
                ("every", django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name="ConsultationConditionEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("ref", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("what", models.TextField()),
                ("owner_words", models.CharField(blank=True, max_length=120)),
                ("due_date", models.DateField()),
                ("met_date", models.DateField(blank=True, null=True)),
                ("met_words", models.TextField(blank=True)),
                ("withdrawn_reason", models.TextField(blank=True)),
                ("closed_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "ordering": ["pgh_id"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ConsultationDissent",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("act", models.UUIDField()),
                ("words", models.TextField()),
                ("recorded_at", models.DateTimeField()),
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
            name="ConsultationDissentEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("act", models.UUIDField()),
                ("words", models.TextField()),
                ("recorded_at", models.DateTimeField()),
            ],
            options={
                "ordering": ["pgh_id"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="FamilyConsultation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("ref", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                (
                    "raised_why",
                    models.CharField(
                        choices=[
                            ("REPLAN", "A plan ended before"),
                            ("LONG_PLAN", "The plan has lasted long"),
                            ("TWO_REVIEWS", "Reviews changed nothing"),
                            ("NEW_BABY", "A new baby where there was a plan"),
                            ("BY_HAND", "Somebody asked for it"),
                        ],
                        max_length=16,
                    ),
                ),
                ("raised_at", models.DateTimeField()),
                ("words", models.TextField(blank=True, help_text="Why it was raised by hand.")),
                ("decide_by_date", models.DateField()),
                ("is_over", models.BooleanField(db_default=False, default=False)),
            ],
            options={
                "ordering": ["decide_by_date", "id"],
                "abstract": False,
                "base_manager_name": "every",
                "default_manager_name": "every",
            },
            managers=[
                ("every", django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name="FamilyConsultationEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("ref", models.UUIDField(default=uuid.uuid4, editable=False)),
                (
                    "raised_why",
                    models.CharField(
                        choices=[
                            ("REPLAN", "A plan ended before"),
                            ("LONG_PLAN", "The plan has lasted long"),
                            ("TWO_REVIEWS", "Reviews changed nothing"),
                            ("NEW_BABY", "A new baby where there was a plan"),
                            ("BY_HAND", "Somebody asked for it"),
                        ],
                        max_length=16,
                    ),
                ),
                ("raised_at", models.DateTimeField()),
                ("words", models.TextField(blank=True, help_text="Why it was raised by hand.")),
                ("decide_by_date", models.DateField()),
                ("is_over", models.BooleanField(db_default=False, default=False)),
            ],
            options={
                "ordering": ["pgh_id"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="SupportReview",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("ref", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("held_date", models.DateField()),
                (
                    "outcome",
                    models.CharField(
                        choices=[
                            ("GOES_ON", "It works and goes on"),
                            ("ENOUGH", "It was enough and ends"),
                            ("FAILED", "It did not work: a conference is asked for"),
                        ],
                        max_length=8,
                    ),
                ),
                ("words", models.TextField()),
                ("next_review_date", models.DateField(blank=True, null=True)),
                ("recorded_at", models.DateTimeField()),
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
            name="SupportReviewEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("ref", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("held_date", models.DateField()),
                (
                    "outcome",
                    models.CharField(
                        choices=[
                            ("GOES_ON", "It works and goes on"),
                            ("ENOUGH", "It was enough and ends"),
                            ("FAILED", "It did not work: a conference is asked for"),
                        ],
                        max_length=8,
                    ),
                ),
                ("words", models.TextField()),
                ("next_review_date", models.DateField(blank=True, null=True)),
                ("recorded_at", models.DateTimeField()),
            ],
            options={
                "ordering": ["pgh_id"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ThresholdStatement",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("ref", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("key", models.CharField(max_length=12)),
                ("words", models.CharField(max_length=300)),
                ("from_date", models.DateField()),
                ("until_date", models.DateField(blank=True, null=True)),
                ("saved_at", models.DateTimeField()),
            ],
            options={
                "ordering": ["key", "from_date"],
            },
        ),
        migrations.CreateModel(
            name="ThresholdStatementEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("ref", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("key", models.CharField(max_length=12)),
                ("words", models.CharField(max_length=300)),
                ("from_date", models.DateField()),
                ("until_date", models.DateField(blank=True, null=True)),
                ("saved_at", models.DateTimeField()),
            ],
            options={
                "ordering": ["pgh_id"],
                "abstract": False,
            },
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="booking",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="booking",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="booking",
            name="delete_delete",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="consultation",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="consultation",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="consultation",
            name="delete_delete",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="consultation",
            name="consultation_as_it_was_answered",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="consultation",
            name="consultation_over_stays_over",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="consultationanswer",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="consultationanswer",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="consultationanswer",
            name="delete_delete",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="consultationanswer",
            name="answer_not_ones_own",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="consultationanswer",
            name="consultation_as_it_was_answered",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="daytold",
            name="daytold_of_its_own_child_new",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="daytold",
            name="daytold_of_its_own_child",
        ),
        migrations.RemoveConstraint(
            model_name="consultation",
            name="consultation_state_known",
        ),
        migrations.RemoveConstraint(
            model_name="consultation",
            name="consultation_asked_in_its_state",
        ),
        migrations.RemoveConstraint(
            model_name="consultationanswer",
            name="consultationanswer_known",
        ),
        migrations.RemoveConstraint(
            model_name="consultationanswer",
            name="consultationanswer_says_what_instead",
        ),
        migrations.AddField(
            model_name="booking",
            name="despite",
            field=models.CharField(
                blank=True,
                choices=[
                    ("NEW_FACTS", "Something new was learned since"),
                    ("PARTNER", "A partner agency asks for the conference"),
                    ("LATER_DECISION", "The decision is about to be replaced"),
                    ("OTHER", "Another reason"),
                ],
                db_default="",
                default="",
                max_length=16,
            ),
        ),
        migrations.AddField(
            model_name="booking",
            name="despite_words",
            field=models.TextField(blank=True, db_default="", default=""),
        ),
        migrations.AddField(
            model_name="bookingevent",
            name="despite",
            field=models.CharField(
                blank=True,
                choices=[
                    ("NEW_FACTS", "Something new was learned since"),
                    ("PARTNER", "A partner agency asks for the conference"),
                    ("LATER_DECISION", "The decision is about to be replaced"),
                    ("OTHER", "Another reason"),
                ],
                db_default="",
                default="",
                max_length=16,
            ),
        ),
        migrations.AddField(
            model_name="bookingevent",
            name="despite_words",
            field=models.TextField(blank=True, db_default="", default=""),
        ),
        migrations.AddField(
            model_name="consultation",
            name="cause",
            field=models.CharField(
                choices=[
                    ("REPLAN", "A plan ended before"),
                    ("LONG_PLAN", "The plan has lasted long"),
                    ("TWO_REVIEWS", "Reviews changed nothing"),
                    ("NEW_BABY", "A new baby where there was a plan"),
                    ("BY_HAND", "Somebody asked for it"),
                ],
                db_default="REPLAN",
                default="REPLAN",
                max_length=16,
            ),
        ),
        migrations.AddField(
            model_name="consultation",
            name="child",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="consultations",
                to="safeguarding.child",
            ),
        ),
        migrations.AddField(
            model_name="consultation",
            name="plan",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="consultations",
                to="conferences.plan",
            ),
        ),
        migrations.AddField(
            model_name="consultationanswer",
            name="act",
            field=models.UUIDField(blank=True, editable=False, null=True),
        ),
        migrations.AddField(
            model_name="consultationanswer",
            name="agency",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="safeguarding.agency",
            ),
        ),
        migrations.AddField(
            model_name="consultationanswer",
            name="agency_date",
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="consultationanswer",
            name="agency_person",
            field=models.CharField(blank=True, db_default="", default="", max_length=120),
        ),
        migrations.AddField(
            model_name="consultationanswer",
            name="for_another",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="consultationanswer",
            name="lead",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="consultationanswer",
            name="lead_words",
            field=models.CharField(blank=True, db_default="", default="", max_length=120),
        ),
        migrations.AddField(
            model_name="consultationanswer",
            name="ref",
            field=models.UUIDField(
                db_default=django.contrib.postgres.functions.RandomUUID(),
                default=uuid.uuid4,
                editable=False,
                unique=True,
            ),
        ),
        migrations.AddField(
            model_name="consultationanswer",
            name="review_date",
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="consultationanswer",
            name="supersedes",
            field=models.OneToOneField(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="superseded_by",
                to="conferences.consultationanswer",
            ),
        ),
        migrations.AddField(
            model_name="consultationanswer",
            name="supersedes_reason",
            field=models.TextField(blank=True, db_default="", default=""),
        ),
        migrations.AddField(
            model_name="consultationanswer",
            name="to_whom",
            field=models.CharField(blank=True, db_default="", default="", max_length=120),
        ),
        migrations.AddField(
            model_name="consultationanswer",
            name="way",
            field=models.CharField(
                blank=True,
                choices=[
                    ("NAMED_SUPPORT", "Named support, such as a child in need plan"),
                    ("FAMILY_GROUP_CONFERENCE", "A family group conference"),
                    ("STRATEGY_DISCUSSION", "The strategy discussion meets again"),
                ],
                db_default="",
                default="",
                max_length=24,
            ),
        ),
        migrations.AddField(
            model_name="consultationanswerevent",
            name="act",
            field=models.UUIDField(blank=True, editable=False, null=True),
        ),
        migrations.AddField(
            model_name="consultationanswerevent",
            name="agency",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="safeguarding.agency",
            ),
        ),
        migrations.AddField(
            model_name="consultationanswerevent",
            name="agency_date",
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="consultationanswerevent",
            name="agency_person",
            field=models.CharField(blank=True, db_default="", default="", max_length=120),
        ),
        migrations.AddField(
            model_name="consultationanswerevent",
            name="for_another",
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
            model_name="consultationanswerevent",
            name="lead",
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
            model_name="consultationanswerevent",
            name="lead_words",
            field=models.CharField(blank=True, db_default="", default="", max_length=120),
        ),
        migrations.AddField(
            model_name="consultationanswerevent",
            name="ref",
            field=models.UUIDField(
                db_default=django.contrib.postgres.functions.RandomUUID(), default=uuid.uuid4, editable=False
            ),
        ),
        migrations.AddField(
            model_name="consultationanswerevent",
            name="review_date",
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="consultationanswerevent",
            name="supersedes",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="conferences.consultationanswer",
            ),
        ),
        migrations.AddField(
            model_name="consultationanswerevent",
            name="supersedes_reason",
            field=models.TextField(blank=True, db_default="", default=""),
        ),
        migrations.AddField(
            model_name="consultationanswerevent",
            name="to_whom",
            field=models.CharField(blank=True, db_default="", default="", max_length=120),
        ),
        migrations.AddField(
            model_name="consultationanswerevent",
            name="way",
            field=models.CharField(
                blank=True,
                choices=[
                    ("NAMED_SUPPORT", "Named support, such as a child in need plan"),
                    ("FAMILY_GROUP_CONFERENCE", "A family group conference"),
                    ("STRATEGY_DISCUSSION", "The strategy discussion meets again"),
                ],
                db_default="",
                default="",
                max_length=24,
            ),
        ),
        migrations.AddField(
            model_name="consultationevent",
            name="cause",
            field=models.CharField(
                choices=[
                    ("REPLAN", "A plan ended before"),
                    ("LONG_PLAN", "The plan has lasted long"),
                    ("TWO_REVIEWS", "Reviews changed nothing"),
                    ("NEW_BABY", "A new baby where there was a plan"),
                    ("BY_HAND", "Somebody asked for it"),
                ],
                db_default="REPLAN",
                default="REPLAN",
                max_length=16,
            ),
        ),
        migrations.AddField(
            model_name="consultationevent",
            name="child",
            field=models.ForeignKey(
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="safeguarding.child",
            ),
        ),
        migrations.AddField(
            model_name="consultationevent",
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
        migrations.AlterField(
            model_name="consultation",
            name="requested_child",
            field=models.OneToOneField(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="consultation",
                to="conferences.requestedchild",
            ),
        ),
        migrations.AlterField(
            model_name="consultation",
            name="state",
            field=models.CharField(
                choices=[
                    ("RAISED", "Waiting for the asker's account"),
                    ("ASKED", "Waiting for the answer"),
                    ("MORE_INFORMATION", "More information needed"),
                    ("ESCALATED", "Escalated"),
                    ("AGREED", "Conference agreed"),
                    ("ANOTHER_WAY", "Another way decided"),
                    ("CLOSED", "Closed without an answer"),
                ],
                default="RAISED",
                max_length=16,
            ),
        ),
        migrations.AlterField(
            model_name="consultationanswer",
            name="answer",
            field=models.CharField(
                choices=[
                    ("AGREE", "Agree that a conference is held"),
                    ("AGREE_LEGAL", "Agree, with a legal planning meeting"),
                    ("ANOTHER_WAY", "Another way, with support and a review date"),
                    ("MORE_INFORMATION", "Ask for more information by a day"),
                    ("ESCALATE", "Escalate to somebody above"),
                    ("PARTNER_RIGHT", "A partner agency uses its right to a conference"),
                ],
                max_length=16,
            ),
        ),
        migrations.AlterField(
            model_name="consultationanswerevent",
            name="answer",
            field=models.CharField(
                choices=[
                    ("AGREE", "Agree that a conference is held"),
                    ("AGREE_LEGAL", "Agree, with a legal planning meeting"),
                    ("ANOTHER_WAY", "Another way, with support and a review date"),
                    ("MORE_INFORMATION", "Ask for more information by a day"),
                    ("ESCALATE", "Escalate to somebody above"),
                    ("PARTNER_RIGHT", "A partner agency uses its right to a conference"),
                ],
                max_length=16,
            ),
        ),
        migrations.AlterField(
            model_name="consultationevent",
            name="requested_child",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="conferences.requestedchild",
            ),
        ),
        migrations.AlterField(
            model_name="consultationevent",
            name="state",
            field=models.CharField(
                choices=[
                    ("RAISED", "Waiting for the asker's account"),
                    ("ASKED", "Waiting for the answer"),
                    ("MORE_INFORMATION", "More information needed"),
                    ("ESCALATED", "Escalated"),
                    ("AGREED", "Conference agreed"),
                    ("ANOTHER_WAY", "Another way decided"),
                    ("CLOSED", "Closed without an answer"),
                ],
                default="RAISED",
                max_length=16,
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="booking",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_bookingevent" ("booked_at", "booked_by_id", "cancel_note", "cancel_reason", "cancelled_at", "cancelled_by_id", "chair_id", "conference_id", "despite", "despite_words", "ends_at", "form_key", "id", "late_agreed_by", "late_reason", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "ref", "request_id", "room_id", "starts_at", "state") SELECT new_values."booked_at", new_values."booked_by_id", new_values."cancel_note", new_values."cancel_reason", new_values."cancelled_at", new_values."cancelled_by_id", new_values."chair_id", new_values."conference_id", new_values."despite", new_values."despite_words", new_values."ends_at", new_values."form_key", new_values."id", new_values."late_agreed_by", new_values."late_reason", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."ref", new_values."request_id", new_values."room_id", new_values."starts_at", new_values."state" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="171fba2f986c6fff39ddcf094602ae77100b3037",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_1894f",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="conferences_booking",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="booking",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_bookingevent" ("booked_at", "booked_by_id", "cancel_note", "cancel_reason", "cancelled_at", "cancelled_by_id", "chair_id", "conference_id", "despite", "despite_words", "ends_at", "form_key", "id", "late_agreed_by", "late_reason", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "ref", "request_id", "room_id", "starts_at", "state") SELECT new_values."booked_at", new_values."booked_by_id", new_values."cancel_note", new_values."cancel_reason", new_values."cancelled_at", new_values."cancelled_by_id", new_values."chair_id", new_values."conference_id", new_values."despite", new_values."despite_words", new_values."ends_at", new_values."form_key", new_values."id", new_values."late_agreed_by", new_values."late_reason", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."ref", new_values."request_id", new_values."room_id", new_values."starts_at", new_values."state" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="92ca5e893209c64232b64925ba5fe47fc72b9dde",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_1e88e",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="conferences_booking",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="booking",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_bookingevent" ("booked_at", "booked_by_id", "cancel_note", "cancel_reason", "cancelled_at", "cancelled_by_id", "chair_id", "conference_id", "despite", "despite_words", "ends_at", "form_key", "id", "late_agreed_by", "late_reason", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "ref", "request_id", "room_id", "starts_at", "state") SELECT old_values."booked_at", old_values."booked_by_id", old_values."cancel_note", old_values."cancel_reason", old_values."cancelled_at", old_values."cancelled_by_id", old_values."chair_id", old_values."conference_id", old_values."despite", old_values."despite_words", old_values."ends_at", old_values."form_key", old_values."id", old_values."late_agreed_by", old_values."late_reason", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."ref", old_values."request_id", old_values."room_id", old_values."starts_at", old_values."state" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="40fb0ca54833d079f3d06e334fa85477b1769dda",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_ab70e",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="conferences_booking",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="consultation",
            trigger=pgtrigger.compiler.Trigger(
                name="consultation_filled_in",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    IF NEW.child_id IS NULL THEN\n        NEW.child_id := (SELECT child_id FROM conferences_requestedchild WHERE id = NEW.requested_child_id);\n    END IF;\n    IF NEW.within_id IS NULL THEN\n        INSERT INTO conferences_familyconsultation AS f\n            (ref, family_id, request_id, raised_why, raised_at, words, decide_by_date, is_over)\n        SELECT gen_random_uuid(), r.family_id, r.id, 'REPLAN', NEW.raised_at, '', NEW.decide_by_date, false\n            FROM conferences_requestedchild AS rc JOIN conferences_request AS r ON r.id = rc.request_id\n            WHERE rc.id = NEW.requested_child_id\n        ON CONFLICT (request_id) DO UPDATE SET decide_by_date = f.decide_by_date\n        RETURNING id INTO NEW.within_id;\n    END IF;\n    RETURN NEW;",
                    hash="830b6a68c3957787c7f57cc89893f964adda2bc1",
                    operation="INSERT",
                    pgid="pgtrigger_consultation_filled_in_501d9",
                    table="conferences_consultation",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="consultation",
            trigger=pgtrigger.compiler.Trigger(
                name="consultation_over_when_all_are",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    UPDATE conferences_familyconsultation AS f SET is_over = NOT f.is_over\n    WHERE f.id = NEW.within_id AND f.is_over = EXISTS (\n        SELECT FROM conferences_consultation AS k WHERE k.within_id = f.id AND k.state IN ('RAISED', 'ASKED', 'MORE_INFORMATION', 'ESCALATED'));\n    RETURN NULL;",
                    hash="3f5aeefd96aa58549b5d4c1140bcc218e001d99a",
                    operation='INSERT OR UPDATE OF "state"',
                    pgid="pgtrigger_consultation_over_when_all_are_09223",
                    table="conferences_consultation",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="consultation",
            trigger=pgtrigger.compiler.Trigger(
                name="consultation_of_its_own_child_new",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    IF EXISTS (\n        SELECT FROM (SELECT * FROM new_rows WHERE true) AS r\n            LEFT JOIN conferences_requestedchild AS rc ON rc.id = r.requested_child_id\n            LEFT JOIN conferences_plan AS p ON p.id = r.plan_id\n        WHERE rc.child_id <> r.child_id OR p.child_id <> r.child_id) THEN\n        RAISE EXCEPTION 'consultation_of_its_own_child' USING ERRCODE = 'check_violation', CONSTRAINT = 'consultation_of_its_own_child';\n    END IF;\n    RETURN NULL;",
                    hash="a364a060e5c13da43369662c94eb9ae3cab5fe6e",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_consultation_of_its_own_child_new_55aee",
                    referencing="REFERENCING NEW TABLE AS new_rows ",
                    table="conferences_consultation",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="consultation",
            trigger=pgtrigger.compiler.Trigger(
                name="consultation_of_its_own_child",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN ((OLD.child_id IS DISTINCT FROM NEW.child_id OR OLD.requested_child_id IS DISTINCT FROM NEW.requested_child_id OR OLD.plan_id IS DISTINCT FROM NEW.plan_id))",
                    constraint="CONSTRAINT",
                    func="\n    IF EXISTS (\n        SELECT FROM (SELECT * FROM conferences_consultation WHERE id = NEW.id) AS r\n            LEFT JOIN conferences_requestedchild AS rc ON rc.id = r.requested_child_id\n            LEFT JOIN conferences_plan AS p ON p.id = r.plan_id\n        WHERE rc.child_id <> r.child_id OR p.child_id <> r.child_id) THEN\n        RAISE EXCEPTION 'consultation_of_its_own_child' USING ERRCODE = 'check_violation', CONSTRAINT = 'consultation_of_its_own_child';\n    END IF;\n    RETURN NULL;",
                    hash="7f799b28f15ef56777180777291b0a91af3d1b14",
                    operation='UPDATE OF "child_id", "requested_child_id", "plan_id"',
                    pgid="pgtrigger_consultation_of_its_own_child_605b6",
                    table="conferences_consultation",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="consultation",
            trigger=pgtrigger.compiler.Trigger(
                name="consultation_as_it_was_answered",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (NEW.state IN ('AGREED', 'ANOTHER_WAY', 'MORE_INFORMATION', 'ESCALATED'))",
                    constraint="CONSTRAINT",
                    func="\n    IF EXISTS (\n        SELECT FROM conferences_consultation AS k\n        WHERE k.id = NEW.id AND k.state = NEW.state\n            AND k.state IS DISTINCT FROM (\n        SELECT (CASE a.answer WHEN 'AGREE' THEN 'AGREED' WHEN 'AGREE_LEGAL' THEN 'AGREED' WHEN 'ANOTHER_WAY' THEN 'ANOTHER_WAY' WHEN 'MORE_INFORMATION' THEN 'MORE_INFORMATION' WHEN 'ESCALATE' THEN 'ESCALATED' WHEN 'PARTNER_RIGHT' THEN 'AGREED' END) FROM conferences_consultationanswer AS a WHERE a.consultation_id = k.id\n        ORDER BY a.id DESC LIMIT 1)) THEN\n        RAISE EXCEPTION 'consultation_as_it_was_answered' USING ERRCODE = 'check_violation', CONSTRAINT = 'consultation_as_it_was_answered';\n    END IF;\n    RETURN NULL;",
                    hash="65d9978e5d75710064e2ed22764667125e6f8f67",
                    operation='INSERT OR UPDATE OF "state"',
                    pgid="pgtrigger_consultation_as_it_was_answered_7fb7e",
                    table="conferences_consultation",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="consultation",
            trigger=pgtrigger.compiler.Trigger(
                name="consultation_over_stays_over",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.state IN ('AGREED', 'ANOTHER_WAY', 'CLOSED'))",
                    func="\n    IF to_jsonb(OLD) - 'requested_child_id' - 'within_id' - 'child_id' <> to_jsonb(NEW) - 'requested_child_id' - 'within_id' - 'child_id' AND NOT (\n        OLD.state <> 'CLOSED' AND to_jsonb(OLD) - 'state' - 'requested_child_id' - 'within_id' - 'child_id' = to_jsonb(NEW) - 'state' - 'requested_child_id' - 'within_id' - 'child_id'\n        AND (\n        SELECT a.supersedes_id FROM conferences_consultationanswer AS a WHERE a.consultation_id = NEW.id\n        ORDER BY a.id DESC LIMIT 1) IS NOT NULL\n        AND NEW.state = (\n        SELECT (CASE a.answer WHEN 'AGREE' THEN 'AGREED' WHEN 'AGREE_LEGAL' THEN 'AGREED' WHEN 'ANOTHER_WAY' THEN 'ANOTHER_WAY' WHEN 'MORE_INFORMATION' THEN 'MORE_INFORMATION' WHEN 'ESCALATE' THEN 'ESCALATED' WHEN 'PARTNER_RIGHT' THEN 'AGREED' END) FROM conferences_consultationanswer AS a WHERE a.consultation_id = NEW.id\n        ORDER BY a.id DESC LIMIT 1)) THEN\n        RAISE EXCEPTION 'consultation_over_stays_over' USING ERRCODE = 'check_violation', CONSTRAINT = 'consultation_over_stays_over';\n    END IF;\n    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n    RETURN NEW;",
                    hash="88b1133fde819ba6b99f6aa63fbaf61dad0f199e",
                    operation="UPDATE",
                    pgid="pgtrigger_consultation_over_stays_over_013fb",
                    table="conferences_consultation",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="consultation",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_consultationevent" ("asked_at", "asked_by_id", "cause", "child_id", "child_words", "decide_by_date", "id", "options_tried", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "raised_at", "ref", "requested_child_id", "state", "what_is_different", "why_now", "within_id") SELECT new_values."asked_at", new_values."asked_by_id", new_values."cause", new_values."child_id", new_values."child_words", new_values."decide_by_date", new_values."id", new_values."options_tried", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."plan_id", new_values."raised_at", new_values."ref", new_values."requested_child_id", new_values."state", new_values."what_is_different", new_values."why_now", new_values."within_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="a75c893ad44b29bdca8849f7a7492070a9bee0d5",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_a2334",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="conferences_consultation",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="consultation",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_consultationevent" ("asked_at", "asked_by_id", "cause", "child_id", "child_words", "decide_by_date", "id", "options_tried", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "raised_at", "ref", "requested_child_id", "state", "what_is_different", "why_now", "within_id") SELECT new_values."asked_at", new_values."asked_by_id", new_values."cause", new_values."child_id", new_values."child_words", new_values."decide_by_date", new_values."id", new_values."options_tried", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."plan_id", new_values."raised_at", new_values."ref", new_values."requested_child_id", new_values."state", new_values."what_is_different", new_values."why_now", new_values."within_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="f9aa329c4b662ad44b49b3b47ce0df643586ed43",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_99ce4",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="conferences_consultation",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="consultation",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_consultationevent" ("asked_at", "asked_by_id", "cause", "child_id", "child_words", "decide_by_date", "id", "options_tried", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "raised_at", "ref", "requested_child_id", "state", "what_is_different", "why_now", "within_id") SELECT old_values."asked_at", old_values."asked_by_id", old_values."cause", old_values."child_id", old_values."child_words", old_values."decide_by_date", old_values."id", old_values."options_tried", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."plan_id", old_values."raised_at", old_values."ref", old_values."requested_child_id", old_values."state", old_values."what_is_different", old_values."why_now", old_values."within_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="ea31d08747918c05762ab28b6594fcc0fd5acd03",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_f5c8e",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="conferences_consultation",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="consultationanswer",
            trigger=pgtrigger.compiler.Trigger(
                name="answer_filled_in",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    IF NEW.account_id IS NULL AND NEW.answer <> 'PARTNER_RIGHT' THEN\n        NEW.account_id := (\n        SELECT m.account_id FROM conferences_consultationaccountchild AS m\n            JOIN conferences_consultationaccount AS v ON v.id = m.account_id\n        WHERE m.consultation_id = NEW.consultation_id ORDER BY v.number DESC LIMIT 1);\n        IF NEW.account_id IS NULL THEN\n            INSERT INTO conferences_consultationaccount\n                (within_id, number, why_now, what_is_different, what_else, parents_words, manager_view,\n                 outcome_sought, how_different, given_by_id, given_at)\n            SELECT k.within_id, 1 + (\n                    SELECT count(*) FROM conferences_consultationaccount AS o\n                    WHERE o.within_id = k.within_id),\n                k.why_now, k.what_is_different, k.options_tried, '', '', '', '', k.asked_by_id, k.asked_at\n            FROM conferences_consultation AS k WHERE k.id = NEW.consultation_id AND k.asked_at IS NOT NULL\n            RETURNING id INTO NEW.account_id;\n            INSERT INTO conferences_consultationaccountchild\n                (account_id, consultation_id, child_id, child_words, what_is_different)\n            SELECT NEW.account_id, k.id, k.child_id, k.child_words, ''\n            FROM conferences_consultation AS k\n            WHERE k.id = NEW.consultation_id AND NEW.account_id IS NOT NULL;\n        END IF;\n    END IF;\n    RETURN NEW;",
                    hash="8c58744d35353e2095e3c3e23c15a6124d4b6eb5",
                    operation="INSERT",
                    pgid="pgtrigger_answer_filled_in_2a950",
                    table="conferences_consultationanswer",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="consultationanswer",
            trigger=pgtrigger.compiler.Trigger(
                name="consultation_answer_not_ones_own",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    IF EXISTS (\n        SELECT FROM conferences_consultation AS k CROSS JOIN LATERAL (\n        SELECT k.asked_by_id AS who\n        UNION ALL SELECT r.requested_by_id FROM conferences_requestedchild AS rc\n            JOIN conferences_request AS r ON r.id = rc.request_id WHERE rc.id = k.requested_child_id\n        UNION ALL SELECT f.raised_by_id FROM conferences_familyconsultation AS f WHERE f.id = k.within_id\n        UNION ALL SELECT v.given_by_id FROM conferences_consultationaccount AS v\n            WHERE v.within_id = k.within_id\n        UNION ALL SELECT g.done_by_id FROM safeguarding_auditentry AS g\n            WHERE g.subject_model = 'conferences.consultation' AND g.subject_id = k.id\n                AND g.event = 'consultation.asked') AS asker\n        WHERE k.id = NEW.consultation_id AND asker.who IN (NEW.answered_by_id, NEW.for_another_id)) THEN\n        RAISE EXCEPTION 'consultation_answer_not_ones_own' USING ERRCODE = 'check_violation', CONSTRAINT = 'consultation_answer_not_ones_own';\n    END IF;\n    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n    RETURN NEW;",
                    hash="8b36bcdc66b5286611230e150ecd5e7647c106ae",
                    operation="INSERT",
                    pgid="pgtrigger_consultation_answer_not_ones_own_e3f94",
                    table="conferences_consultationanswer",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="consultationanswer",
            trigger=pgtrigger.compiler.Trigger(
                name="consultationanswer_deputy_by_dates",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    IF NEW.for_another_id IS NOT NULL AND NOT EXISTS (\n        SELECT FROM safeguarding_leave AS l\n        WHERE l.person_id = NEW.for_another_id AND l.deputy_id = NEW.answered_by_id AND l.ended_at IS NULL\n            AND (NEW.answered_at AT TIME ZONE 'Europe/London')::date BETWEEN l.first_date AND l.last_date) THEN\n        RAISE EXCEPTION 'consultationanswer_deputy_by_dates' USING ERRCODE = 'check_violation', CONSTRAINT = 'consultationanswer_deputy_by_dates';\n    END IF;\n    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n    RETURN NEW;",
                    hash="1f2895ae86a9f56c213794a862fdb2783ce385e5",
                    operation="INSERT",
                    pgid="pgtrigger_consultationanswer_deputy_by_dates_85ec1",
                    table="conferences_consultationanswer",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="consultationanswer",
            trigger=pgtrigger.compiler.Trigger(
                name="consultationanswer_of_the_last_account",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    IF NEW.account_id IS NOT NULL AND NEW.account_id IS DISTINCT FROM (\n        SELECT m.account_id FROM conferences_consultationaccountchild AS m\n            JOIN conferences_consultationaccount AS v ON v.id = m.account_id\n        WHERE m.consultation_id = NEW.consultation_id ORDER BY v.number DESC LIMIT 1) THEN\n        RAISE EXCEPTION 'consultationanswer_of_the_last_account' USING ERRCODE = 'check_violation', CONSTRAINT = 'consultationanswer_of_the_last_account';\n    END IF;\n    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n    RETURN NEW;",
                    hash="83473eb733e6012b651ebb0ad7ec254c80ab376d",
                    operation="INSERT",
                    pgid="pgtrigger_consultationanswer_of_the_last_account_6f455",
                    table="conferences_consultationanswer",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="consultationanswer",
            trigger=pgtrigger.compiler.Trigger(
                name="consultationanswer_replaces_the_last",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    IF NEW.supersedes_id IS DISTINCT FROM (\n        SELECT CASE WHEN a.answer NOT IN ('MORE_INFORMATION', 'ESCALATE') THEN a.id END\n        FROM conferences_consultationanswer AS a\n        WHERE a.consultation_id = NEW.consultation_id AND a.id <> NEW.id ORDER BY a.id DESC LIMIT 1) THEN\n        RAISE EXCEPTION 'consultationanswer_replaces_the_last' USING ERRCODE = 'check_violation', CONSTRAINT = 'consultationanswer_replaces_the_last';\n    END IF;\n    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n    RETURN NEW;",
                    hash="99c70fb8e72b5c30c185340fe71aef7a9588a90e",
                    operation="INSERT",
                    pgid="pgtrigger_consultationanswer_replaces_the_last_3df3c",
                    table="conferences_consultationanswer",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="consultationanswer",
            trigger=pgtrigger.compiler.Trigger(
                name="consultation_as_it_was_answered",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    constraint="CONSTRAINT",
                    func="\n    IF NOT EXISTS (\n        SELECT FROM conferences_consultationevent AS e\n        WHERE e.pgh_obj_id = NEW.consultation_id AND e.pgh_created_at = now()\n            AND e.state = (CASE NEW.answer WHEN 'AGREE' THEN 'AGREED' WHEN 'AGREE_LEGAL' THEN 'AGREED' WHEN 'ANOTHER_WAY' THEN 'ANOTHER_WAY' WHEN 'MORE_INFORMATION' THEN 'MORE_INFORMATION' WHEN 'ESCALATE' THEN 'ESCALATED' WHEN 'PARTNER_RIGHT' THEN 'AGREED' END))\n        AND NOT (NEW.supersedes_id IS NOT NULL AND EXISTS (\n            SELECT FROM conferences_consultation AS k\n            WHERE k.id = NEW.consultation_id AND k.state = (CASE NEW.answer WHEN 'AGREE' THEN 'AGREED' WHEN 'AGREE_LEGAL' THEN 'AGREED' WHEN 'ANOTHER_WAY' THEN 'ANOTHER_WAY' WHEN 'MORE_INFORMATION' THEN 'MORE_INFORMATION' WHEN 'ESCALATE' THEN 'ESCALATED' WHEN 'PARTNER_RIGHT' THEN 'AGREED' END))) THEN\n        RAISE EXCEPTION 'consultation_as_it_was_answered' USING ERRCODE = 'check_violation', CONSTRAINT = 'consultation_as_it_was_answered';\n    END IF;\n    RETURN NULL;",
                    hash="6904256f5c2b5000571d35ef8368ce594a333c15",
                    operation="INSERT",
                    pgid="pgtrigger_consultation_as_it_was_answered_f2060",
                    table="conferences_consultationanswer",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="consultationanswer",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_consultationanswerevent" ("account_id", "act", "agency_date", "agency_id", "agency_person", "answer", "answered_at", "answered_by_id", "consultation_id", "for_another_id", "id", "instead", "lead_id", "lead_words", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reasons", "ref", "review_date", "supersedes_id", "supersedes_reason", "to_whom", "wanted_by_date", "way") SELECT new_values."account_id", new_values."act", new_values."agency_date", new_values."agency_id", new_values."agency_person", new_values."answer", new_values."answered_at", new_values."answered_by_id", new_values."consultation_id", new_values."for_another_id", new_values."id", new_values."instead", new_values."lead_id", new_values."lead_words", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."reasons", new_values."ref", new_values."review_date", new_values."supersedes_id", new_values."supersedes_reason", new_values."to_whom", new_values."wanted_by_date", new_values."way" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="5982fc53a93a31d02c7923f39d749dac5301b6bd",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_a5322",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="conferences_consultationanswer",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="consultationanswer",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_consultationanswerevent" ("account_id", "act", "agency_date", "agency_id", "agency_person", "answer", "answered_at", "answered_by_id", "consultation_id", "for_another_id", "id", "instead", "lead_id", "lead_words", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reasons", "ref", "review_date", "supersedes_id", "supersedes_reason", "to_whom", "wanted_by_date", "way") SELECT new_values."account_id", new_values."act", new_values."agency_date", new_values."agency_id", new_values."agency_person", new_values."answer", new_values."answered_at", new_values."answered_by_id", new_values."consultation_id", new_values."for_another_id", new_values."id", new_values."instead", new_values."lead_id", new_values."lead_words", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."reasons", new_values."ref", new_values."review_date", new_values."supersedes_id", new_values."supersedes_reason", new_values."to_whom", new_values."wanted_by_date", new_values."way" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="b7552955c520c92addc113535967564356c38bc9",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_bc59e",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="conferences_consultationanswer",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="consultationanswer",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_consultationanswerevent" ("account_id", "act", "agency_date", "agency_id", "agency_person", "answer", "answered_at", "answered_by_id", "consultation_id", "for_another_id", "id", "instead", "lead_id", "lead_words", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reasons", "ref", "review_date", "supersedes_id", "supersedes_reason", "to_whom", "wanted_by_date", "way") SELECT old_values."account_id", old_values."act", old_values."agency_date", old_values."agency_id", old_values."agency_person", old_values."answer", old_values."answered_at", old_values."answered_by_id", old_values."consultation_id", old_values."for_another_id", old_values."id", old_values."instead", old_values."lead_id", old_values."lead_words", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."reasons", old_values."ref", old_values."review_date", old_values."supersedes_id", old_values."supersedes_reason", old_values."to_whom", old_values."wanted_by_date", old_values."way" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="75d8d68783b18dd90eb04ab18628a6c85915a6e2",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_98c23",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="conferences_consultationanswer",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="daytold",
            trigger=pgtrigger.compiler.Trigger(
                name="daytold_of_its_own_child_new",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    IF EXISTS (\n        SELECT FROM (SELECT * FROM new_rows WHERE true) AS r\n            LEFT JOIN conferences_consultation AS k ON k.id = r.consultation_id\n            LEFT JOIN conferences_requestedchild AS rc ON rc.id = r.requested_child_id\n        WHERE coalesce(rc.child_id, k.child_id) <> r.child_id) THEN\n        RAISE EXCEPTION 'daytold_of_its_own_child' USING ERRCODE = 'check_violation', CONSTRAINT = 'daytold_of_its_own_child';\n    END IF;\n    RETURN NULL;",
                    hash="7af9953a4391f26167f922d76d9e73ab7b6d137d",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_daytold_of_its_own_child_new_70071",
                    referencing="REFERENCING NEW TABLE AS new_rows ",
                    table="conferences_daytold",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="daytold",
            trigger=pgtrigger.compiler.Trigger(
                name="daytold_of_its_own_child",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN ((OLD.child_id IS DISTINCT FROM NEW.child_id))",
                    constraint="CONSTRAINT",
                    func="\n    IF EXISTS (\n        SELECT FROM (SELECT * FROM conferences_daytold WHERE id = NEW.id) AS r\n            LEFT JOIN conferences_consultation AS k ON k.id = r.consultation_id\n            LEFT JOIN conferences_requestedchild AS rc ON rc.id = r.requested_child_id\n        WHERE coalesce(rc.child_id, k.child_id) <> r.child_id) THEN\n        RAISE EXCEPTION 'daytold_of_its_own_child' USING ERRCODE = 'check_violation', CONSTRAINT = 'daytold_of_its_own_child';\n    END IF;\n    RETURN NULL;",
                    hash="cb38b95ba20a15e43cdfed7d75858b2e11a69032",
                    operation='UPDATE OF "child_id"',
                    pgid="pgtrigger_daytold_of_its_own_child_4d9ca",
                    table="conferences_daytold",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
        AddConstraintNotValid(
            model_name="booking",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("despite", ""), ("despite_words", "")),
                    ("despite__in", ["NEW_FACTS", "PARTNER", "LATER_DECISION", "OTHER"]),
                    _connector="OR",
                ),
                name="booking_despite_known",
            ),
        ),
        migrations.AddField(
            model_name="consultationaccount",
            name="given_by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="consultationanswer",
            name="account",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="answers",
                to="conferences.consultationaccount",
            ),
        ),
        migrations.AddField(
            model_name="consultationanswerevent",
            name="account",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="conferences.consultationaccount",
            ),
        ),
        AddConstraintNotValid(
            model_name="consultationanswer",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "answer__in",
                        [
                            "AGREE",
                            "AGREE_LEGAL",
                            "ANOTHER_WAY",
                            "MORE_INFORMATION",
                            "ESCALATE",
                            "PARTNER_RIGHT",
                        ],
                    )
                ),
                name="consultationanswer_known",
            ),
        ),
        AddConstraintNotValid(
            model_name="consultationanswer",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("answer__in", ["ANOTHER_WAY", "MORE_INFORMATION"]), _negated=True),
                    models.Q(("instead", ""), _negated=True),
                    _connector="OR",
                ),
                name="consultationanswer_says_what_instead",
            ),
        ),
        AddConstraintNotValid(
            model_name="consultationanswer",
            constraint=models.CheckConstraint(
                condition=models.Q(("answer", "PARTNER_RIGHT"), ("account__isnull", False), _connector="OR"),
                name="consultationanswer_of_an_account",
            ),
        ),
        AddConstraintNotValid(
            model_name="consultationanswer",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("answer", "ANOTHER_WAY"),
                        ("review_date__isnull", False),
                        ("way__in", ["NAMED_SUPPORT", "FAMILY_GROUP_CONFERENCE", "STRATEGY_DISCUSSION"]),
                        models.Q(
                            ("lead__isnull", False),
                            models.Q(("lead_words", ""), _negated=True),
                            _connector="OR",
                        ),
                    ),
                    models.Q(
                        models.Q(
                            models.Q(("answer", "ANOTHER_WAY"), _negated=True),
                            ("act__isnull", True),
                            _connector="OR",
                        ),
                        ("lead__isnull", True),
                        ("lead_words", ""),
                        ("review_date__isnull", True),
                        ("way", ""),
                    ),
                    _connector="OR",
                ),
                name="consultationanswer_way_lead_and_review",
            ),
        ),
        AddConstraintNotValid(
            model_name="consultationanswer",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("answer", "ESCALATE"), models.Q(("to_whom", ""), _negated=True)),
                    models.Q(models.Q(("answer", "ESCALATE"), _negated=True), ("to_whom", "")),
                    _connector="OR",
                ),
                name="consultationanswer_to_whom",
            ),
        ),
        AddConstraintNotValid(
            model_name="consultationanswer",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("agency__isnull", False),
                        ("agency_date__isnull", False),
                        ("answer", "PARTNER_RIGHT"),
                        models.Q(("agency_person", ""), _negated=True),
                    ),
                    models.Q(
                        models.Q(("answer", "PARTNER_RIGHT"), _negated=True),
                        ("agency__isnull", True),
                        ("agency_date__isnull", True),
                        ("agency_person", ""),
                    ),
                    _connector="OR",
                ),
                name="consultationanswer_partner_who_and_when",
            ),
        ),
        AddConstraintNotValid(
            model_name="consultationanswer",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("supersedes__isnull", True), ("supersedes_reason", "")),
                    models.Q(
                        ("supersedes__isnull", False), models.Q(("supersedes_reason", ""), _negated=True)
                    ),
                    _connector="OR",
                ),
                name="consultationanswer_supersedes_with_reason",
            ),
        ),
        AddConstraintNotValid(
            model_name="consultationanswer",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("for_another__isnull", True),
                    models.Q(("for_another", models.F("answered_by")), _negated=True),
                    _connector="OR",
                ),
                name="consultationanswer_deputy_is_another",
            ),
        ),
        migrations.AddField(
            model_name="consultationaccountchild",
            name="account",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="children",
                to="conferences.consultationaccount",
            ),
        ),
        migrations.AddField(
            model_name="consultationaccountchild",
            name="child",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="+", to="safeguarding.child"
            ),
        ),
        migrations.AddField(
            model_name="consultationaccountchild",
            name="consultation",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="accounts",
                to="conferences.consultation",
            ),
        ),
        migrations.AddField(
            model_name="consultationaccountchildevent",
            name="account",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="conferences.consultationaccount",
            ),
        ),
        migrations.AddField(
            model_name="consultationaccountchildevent",
            name="child",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="safeguarding.child",
            ),
        ),
        migrations.AddField(
            model_name="consultationaccountchildevent",
            name="consultation",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="conferences.consultation",
            ),
        ),
        migrations.AddField(
            model_name="consultationaccountchildevent",
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
            model_name="consultationaccountchildevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="history",
                to="conferences.consultationaccountchild",
            ),
        ),
        migrations.AddField(
            model_name="consultationaccountevent",
            name="given_by",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="consultationaccountevent",
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
            model_name="consultationaccountevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="history",
                to="conferences.consultationaccount",
            ),
        ),
        migrations.AddField(
            model_name="consultationanswerreason",
            name="answer",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="tied",
                to="conferences.consultationanswer",
            ),
        ),
        migrations.AddField(
            model_name="consultationanswerreasonevent",
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
            model_name="consultationanswerreasonevent",
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
            model_name="consultationanswerreasonevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="history",
                to="conferences.consultationanswerreason",
            ),
        ),
        migrations.AddField(
            model_name="consultationcondition",
            name="answer",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="conditions",
                to="conferences.consultationanswer",
            ),
        ),
        migrations.AddField(
            model_name="consultationcondition",
            name="closed_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="consultationcondition",
            name="owner",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="consultationconditionevent",
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
            model_name="consultationconditionevent",
            name="closed_by",
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
            model_name="consultationconditionevent",
            name="owner",
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
            model_name="consultationconditionevent",
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
            model_name="consultationconditionevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="history",
                to="conferences.consultationcondition",
            ),
        ),
        migrations.AddField(
            model_name="consultationdissent",
            name="agency",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="safeguarding.agency",
            ),
        ),
        migrations.AddField(
            model_name="consultationdissent",
            name="consultation",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="dissents",
                to="conferences.consultation",
            ),
        ),
        migrations.AddField(
            model_name="consultationdissent",
            name="recorded_by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="consultationdissent",
            name="who",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="consultationdissentevent",
            name="agency",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="safeguarding.agency",
            ),
        ),
        migrations.AddField(
            model_name="consultationdissentevent",
            name="consultation",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="conferences.consultation",
            ),
        ),
        migrations.AddField(
            model_name="consultationdissentevent",
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
            model_name="consultationdissentevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="history",
                to="conferences.consultationdissent",
            ),
        ),
        migrations.AddField(
            model_name="consultationdissentevent",
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
            model_name="consultationdissentevent",
            name="who",
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
            model_name="familyconsultation",
            name="family",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="consultations",
                to="safeguarding.family",
            ),
        ),
        migrations.AddField(
            model_name="familyconsultation",
            name="raised_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="familyconsultation",
            name="request",
            field=models.OneToOneField(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="family_consultation",
                to="conferences.request",
            ),
        ),
        migrations.AddField(
            model_name="consultationaccountevent",
            name="within",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="conferences.familyconsultation",
            ),
        ),
        migrations.AddField(
            model_name="consultationaccount",
            name="within",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="accounts",
                to="conferences.familyconsultation",
            ),
        ),
        migrations.AddField(
            model_name="consultation",
            name="within",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="children",
                to="conferences.familyconsultation",
            ),
        ),
        migrations.AddField(
            model_name="consultationevent",
            name="within",
            field=models.ForeignKey(
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="conferences.familyconsultation",
            ),
        ),
        AddConstraintNotValid(
            model_name="consultation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "state__in",
                        [
                            "RAISED",
                            "ASKED",
                            "MORE_INFORMATION",
                            "ESCALATED",
                            "AGREED",
                            "ANOTHER_WAY",
                            "CLOSED",
                        ],
                    )
                ),
                name="consultation_state_known",
            ),
        ),
        AddConstraintNotValid(
            model_name="consultation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("state", "CLOSED"),
                    ("state", "RAISED"),
                    ("state", "AGREED"),
                    ("asked_at__isnull", False),
                    _connector="OR",
                ),
                name="consultation_asked_in_its_state",
            ),
        ),
        AddConstraintNotValid(
            model_name="consultation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("cause__in", ["REPLAN", "LONG_PLAN", "TWO_REVIEWS", "NEW_BABY", "BY_HAND"])
                ),
                name="consultation_cause_known",
            ),
        ),
        AddConstraintNotValid(
            model_name="consultation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("cause__in", ["LONG_PLAN", "TWO_REVIEWS"]), ("plan__isnull", False)),
                    models.Q(
                        models.Q(("cause__in", ["LONG_PLAN", "TWO_REVIEWS"]), _negated=True),
                        ("plan__isnull", True),
                    ),
                    _connector="OR",
                ),
                name="consultation_of_the_plan_it_is_about",
            ),
        ),
        migrations.AddField(
            model_name="familyconsultationevent",
            name="family",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="safeguarding.family",
            ),
        ),
        migrations.AddField(
            model_name="familyconsultationevent",
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
            model_name="familyconsultationevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="history",
                to="conferences.familyconsultation",
            ),
        ),
        migrations.AddField(
            model_name="familyconsultationevent",
            name="raised_by",
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
            model_name="familyconsultationevent",
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
            model_name="supportreview",
            name="answer",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="reviews",
                to="conferences.consultationanswer",
            ),
        ),
        migrations.AddField(
            model_name="supportreview",
            name="recorded_by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="supportreviewevent",
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
            model_name="supportreviewevent",
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
            model_name="supportreviewevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="history",
                to="conferences.supportreview",
            ),
        ),
        migrations.AddField(
            model_name="supportreviewevent",
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
            model_name="thresholdstatement",
            name="saved_by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="consultationanswerreasonevent",
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
            model_name="consultationanswerreason",
            name="statement",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="tied",
                to="conferences.thresholdstatement",
            ),
        ),
        migrations.AddField(
            model_name="thresholdstatementevent",
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
            model_name="thresholdstatementevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="history",
                to="conferences.thresholdstatement",
            ),
        ),
        migrations.AddField(
            model_name="thresholdstatementevent",
            name="saved_by",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddConstraint(
            model_name="consultationaccountchild",
            constraint=models.UniqueConstraint(
                fields=("account", "consultation"), name="consultationaccountchild_once"
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="consultationaccountchild",
            trigger=pgtrigger.compiler.Trigger(
                name="accountchild_never_gone",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                    hash="fae29de19402b7ec36fb4dee3132e2415f3d4a5a",
                    operation="DELETE",
                    pgid="pgtrigger_accountchild_never_gone_10f65",
                    table="conferences_consultationaccountchild",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="consultationaccountchild",
            trigger=pgtrigger.compiler.Trigger(
                name="accountchild_never_changed",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."account_id" IS DISTINCT FROM (NEW."account_id") OR OLD."child_words" IS DISTINCT FROM (NEW."child_words") OR OLD."consultation_id" IS DISTINCT FROM (NEW."consultation_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."what_is_different" IS DISTINCT FROM (NEW."what_is_different"))',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="a7cbe5c20324508e6a44e5e0c94ed93c7adecb22",
                    operation="UPDATE",
                    pgid="pgtrigger_accountchild_never_changed_0138a",
                    table="conferences_consultationaccountchild",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="consultationaccountchild",
            trigger=pgtrigger.compiler.Trigger(
                name="consultationaccountchild_of_its_own_child_new",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    IF EXISTS (\n        SELECT FROM (SELECT * FROM new_rows WHERE true) AS r\n            JOIN conferences_consultation AS k ON k.id = r.consultation_id\n            JOIN conferences_consultationaccount AS v ON v.id = r.account_id\n        WHERE k.child_id <> r.child_id OR k.within_id <> v.within_id) THEN\n        RAISE EXCEPTION 'consultationaccountchild_of_its_own_child' USING ERRCODE = 'check_violation', CONSTRAINT = 'consultationaccountchild_of_its_own_child';\n    END IF;\n    RETURN NULL;",
                    hash="439db0f4151eb1bcab3df8b7ba2ecce269ce642b",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_consultationaccountchild_of_its_own_child_new_9463a",
                    referencing="REFERENCING NEW TABLE AS new_rows ",
                    table="conferences_consultationaccountchild",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="consultationaccountchild",
            trigger=pgtrigger.compiler.Trigger(
                name="consultationaccountchild_of_its_own_child",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN ((OLD.child_id IS DISTINCT FROM NEW.child_id))",
                    constraint="CONSTRAINT",
                    func="\n    IF EXISTS (\n        SELECT FROM (SELECT * FROM conferences_consultationaccountchild WHERE id = NEW.id) AS r\n            JOIN conferences_consultation AS k ON k.id = r.consultation_id\n            JOIN conferences_consultationaccount AS v ON v.id = r.account_id\n        WHERE k.child_id <> r.child_id OR k.within_id <> v.within_id) THEN\n        RAISE EXCEPTION 'consultationaccountchild_of_its_own_child' USING ERRCODE = 'check_violation', CONSTRAINT = 'consultationaccountchild_of_its_own_child';\n    END IF;\n    RETURN NULL;",
                    hash="7186d69ea9bea8fafd9b3f53dbc334af4db10265",
                    operation='UPDATE OF "child_id"',
                    pgid="pgtrigger_consultationaccountchild_of_its_own_child_b832c",
                    table="conferences_consultationaccountchild",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="consultationaccountchild",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_consultationaccountchildevent" ("account_id", "child_id", "child_words", "consultation_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "what_is_different") SELECT new_values."account_id", new_values."child_id", new_values."child_words", new_values."consultation_id", new_values."id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."what_is_different" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="bbcdf7e9319197ba6fb7aa478d90873b5f81329e",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_90f7b",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="conferences_consultationaccountchild",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="consultationaccountchild",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_consultationaccountchildevent" ("account_id", "child_id", "child_words", "consultation_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "what_is_different") SELECT new_values."account_id", new_values."child_id", new_values."child_words", new_values."consultation_id", new_values."id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."what_is_different" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="782c28b8921a4175a83f88616612e356b15e4b6f",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_e9949",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="conferences_consultationaccountchild",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="consultationaccountchild",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_consultationaccountchildevent" ("account_id", "child_id", "child_words", "consultation_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "what_is_different") SELECT old_values."account_id", old_values."child_id", old_values."child_words", old_values."consultation_id", old_values."id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."what_is_different" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="baebd020c4afdfa289748c69cee9d5841bfd828d",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_dd6ed",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="conferences_consultationaccountchild",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="consultationaccountchildevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="998e97b5fed8cfce456c9144ab2331653558a2fb",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_d83f5",
                    table="conferences_consultationaccountchildevent",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="consultationcondition",
            constraint=models.CheckConstraint(
                condition=models.Q(("what", ""), _negated=True), name="consultationcondition_says_what"
            ),
        ),
        migrations.AddConstraint(
            model_name="consultationcondition",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("owner__isnull", False), models.Q(("owner_words", ""), _negated=True), _connector="OR"
                ),
                name="consultationcondition_is_somebodys",
            ),
        ),
        migrations.AddConstraint(
            model_name="consultationcondition",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("closed_at__isnull", True),
                        ("closed_by__isnull", True),
                        ("met_date__isnull", True),
                        ("met_words", ""),
                        ("withdrawn_reason", ""),
                    ),
                    models.Q(
                        ("closed_at__isnull", False),
                        ("closed_by__isnull", False),
                        ("met_date__isnull", False),
                        ("withdrawn_reason", ""),
                    ),
                    models.Q(
                        ("closed_at__isnull", False),
                        ("closed_by__isnull", False),
                        ("met_date__isnull", True),
                        ("met_words", ""),
                        models.Q(("withdrawn_reason", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="consultationcondition_met_or_withdrawn",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="consultationcondition",
            trigger=pgtrigger.compiler.Trigger(
                name="consultationcondition_of_an_agreement",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    IF EXISTS (\n        SELECT FROM conferences_consultationanswer AS a\n        WHERE a.id = NEW.answer_id AND a.answer NOT IN ('AGREE', 'AGREE_LEGAL', 'ANOTHER_WAY')) THEN\n        RAISE EXCEPTION 'consultationcondition_of_an_agreement' USING ERRCODE = 'check_violation', CONSTRAINT = 'consultationcondition_of_an_agreement';\n    END IF;\n    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n    RETURN NEW;",
                    hash="9b50419195257ef4368e2743b67f49877c16aa0d",
                    operation="INSERT",
                    pgid="pgtrigger_consultationcondition_of_an_agreement_a0e3e",
                    table="conferences_consultationcondition",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="consultationcondition",
            trigger=pgtrigger.compiler.Trigger(
                name="condition_stays_as_set",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    IF \n        TG_OP = 'DELETE' OR OLD.closed_at IS NOT NULL\n        OR (NEW.answer_id, NEW.what, NEW.owner_words, NEW.due_date)\n            IS DISTINCT FROM (OLD.answer_id, OLD.what, OLD.owner_words, OLD.due_date) THEN\n        RAISE EXCEPTION 'condition_stays_as_set' USING ERRCODE = 'check_violation', CONSTRAINT = 'condition_stays_as_set';\n    END IF;\n    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n    RETURN NEW;",
                    hash="738280d124527550e6348b545c3f08dd293eb55a",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_condition_stays_as_set_c88e0",
                    table="conferences_consultationcondition",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="consultationcondition",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_consultationconditionevent" ("answer_id", "closed_at", "closed_by_id", "due_date", "id", "met_date", "met_words", "owner_id", "owner_words", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "ref", "what", "withdrawn_reason") SELECT new_values."answer_id", new_values."closed_at", new_values."closed_by_id", new_values."due_date", new_values."id", new_values."met_date", new_values."met_words", new_values."owner_id", new_values."owner_words", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."ref", new_values."what", new_values."withdrawn_reason" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="4e988e2216d42aa2f19c66bbf6c7f79a18631936",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_01d63",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="conferences_consultationcondition",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="consultationcondition",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_consultationconditionevent" ("answer_id", "closed_at", "closed_by_id", "due_date", "id", "met_date", "met_words", "owner_id", "owner_words", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "ref", "what", "withdrawn_reason") SELECT new_values."answer_id", new_values."closed_at", new_values."closed_by_id", new_values."due_date", new_values."id", new_values."met_date", new_values."met_words", new_values."owner_id", new_values."owner_words", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."ref", new_values."what", new_values."withdrawn_reason" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="407dbadd05cedc44c84ef92953e0136e762173a6",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_975ed",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="conferences_consultationcondition",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="consultationcondition",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_consultationconditionevent" ("answer_id", "closed_at", "closed_by_id", "due_date", "id", "met_date", "met_words", "owner_id", "owner_words", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "ref", "what", "withdrawn_reason") SELECT old_values."answer_id", old_values."closed_at", old_values."closed_by_id", old_values."due_date", old_values."id", old_values."met_date", old_values."met_words", old_values."owner_id", old_values."owner_words", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."ref", old_values."what", old_values."withdrawn_reason" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="e52904c16913241e13fec096358b41c82600b551",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_58cf7",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="conferences_consultationcondition",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="consultationconditionevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="46db0b0331f05e08090262edb6964318c642e41a",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_b084d",
                    table="conferences_consultationconditionevent",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="consultationdissent",
            constraint=models.UniqueConstraint(
                fields=("act", "consultation"), name="consultationdissent_once_an_act"
            ),
        ),
        migrations.AddConstraint(
            model_name="consultationdissent",
            constraint=models.CheckConstraint(
                condition=models.Q(("words", ""), _negated=True), name="consultationdissent_says_why"
            ),
        ),
        migrations.AddConstraint(
            model_name="consultationdissent",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("agency__isnull", True), ("who__isnull", False)),
                    models.Q(("agency__isnull", False), ("who__isnull", True)),
                    _connector="OR",
                ),
                name="consultationdissent_of_one",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="consultationdissent",
            trigger=pgtrigger.compiler.Trigger(
                name="dissent_never_changed",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="ef1bf471ab4c4a8f9c8989b29540516614fe6aa9",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_dissent_never_changed_72d13",
                    table="conferences_consultationdissent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="consultationdissent",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_consultationdissentevent" ("act", "agency_id", "consultation_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "who_id", "words") SELECT new_values."act", new_values."agency_id", new_values."consultation_id", new_values."id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."recorded_at", new_values."recorded_by_id", new_values."who_id", new_values."words" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="de076df3eff0127fcb4e681eda1f8a6fc50247de",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_50179",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="conferences_consultationdissent",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="consultationdissent",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_consultationdissentevent" ("act", "agency_id", "consultation_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "who_id", "words") SELECT new_values."act", new_values."agency_id", new_values."consultation_id", new_values."id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."recorded_at", new_values."recorded_by_id", new_values."who_id", new_values."words" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="234fdba31f6e8b1535adbecb96e617bb47aa2338",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_aac8a",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="conferences_consultationdissent",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="consultationdissent",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_consultationdissentevent" ("act", "agency_id", "consultation_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "who_id", "words") SELECT old_values."act", old_values."agency_id", old_values."consultation_id", old_values."id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."recorded_at", old_values."recorded_by_id", old_values."who_id", old_values."words" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="3d34fcffce9f5393734b9d95b83148f58cb61bdf",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_de64c",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="conferences_consultationdissent",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="consultationdissentevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="230638b2b2719c9f1e58c481f7f797dd885fa974",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_7e0ed",
                    table="conferences_consultationdissentevent",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="familyconsultation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("raised_why__in", ["REPLAN", "LONG_PLAN", "TWO_REVIEWS", "NEW_BABY", "BY_HAND"])
                ),
                name="familyconsultation_cause_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="familyconsultation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("raised_by__isnull", False),
                        ("raised_why", "BY_HAND"),
                        models.Q(("words", ""), _negated=True),
                    ),
                    models.Q(
                        models.Q(("raised_why", "BY_HAND"), _negated=True),
                        ("raised_by__isnull", True),
                        ("words", ""),
                    ),
                    _connector="OR",
                ),
                name="familyconsultation_by_hand_says_who_and_why",
            ),
        ),
        migrations.AddConstraint(
            model_name="familyconsultation",
            constraint=models.UniqueConstraint(
                condition=models.Q(("is_over", False), ("request__isnull", True)),
                fields=("family", "raised_why"),
                name="familyconsultation_one_open_a_cause",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="familyconsultation",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_familyconsultationevent" ("decide_by_date", "family_id", "id", "is_over", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "raised_at", "raised_by_id", "raised_why", "ref", "request_id", "words") SELECT new_values."decide_by_date", new_values."family_id", new_values."id", new_values."is_over", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."raised_at", new_values."raised_by_id", new_values."raised_why", new_values."ref", new_values."request_id", new_values."words" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="a9df1663ad04e59d57a830748afd7c69d505ff86",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_0e044",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="conferences_familyconsultation",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="familyconsultation",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_familyconsultationevent" ("decide_by_date", "family_id", "id", "is_over", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "raised_at", "raised_by_id", "raised_why", "ref", "request_id", "words") SELECT new_values."decide_by_date", new_values."family_id", new_values."id", new_values."is_over", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."raised_at", new_values."raised_by_id", new_values."raised_why", new_values."ref", new_values."request_id", new_values."words" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="b8cba085f1a63ba524ad6190152018b956d8f6dc",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_bfa33",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="conferences_familyconsultation",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="familyconsultation",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_familyconsultationevent" ("decide_by_date", "family_id", "id", "is_over", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "raised_at", "raised_by_id", "raised_why", "ref", "request_id", "words") SELECT old_values."decide_by_date", old_values."family_id", old_values."id", old_values."is_over", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."raised_at", old_values."raised_by_id", old_values."raised_why", old_values."ref", old_values."request_id", old_values."words" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="f14725d9a5b1fe83a59061c555a27eea5a2d59d8",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_040f9",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="conferences_familyconsultation",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="consultationaccountevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="a90dfc62e2b567e4c78508bcc1fa903725ea421d",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_1bf99",
                    table="conferences_consultationaccountevent",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="consultationaccount",
            constraint=models.UniqueConstraint(
                fields=("within", "number"), name="consultationaccount_one_a_number"
            ),
        ),
        migrations.AddConstraint(
            model_name="consultationaccount",
            constraint=models.CheckConstraint(
                condition=models.Q(("number__gte", 1)), name="consultationaccount_numbered_from_one"
            ),
        ),
        migrations.AddConstraint(
            model_name="consultationaccount",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("why_now", ""), _negated=True),
                    models.Q(("what_is_different", ""), _negated=True),
                ),
                name="consultationaccount_says_why",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="consultationaccount",
            trigger=pgtrigger.compiler.Trigger(
                name="account_never_changed",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="e7be1d5171c774201a4f07a4122852bdc78328bb",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_account_never_changed_87e32",
                    table="conferences_consultationaccount",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="consultationaccount",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_consultationaccountevent" ("given_at", "given_by_id", "how_different", "id", "manager_view", "number", "outcome_sought", "parents_words", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "what_else", "what_is_different", "why_now", "within_id") SELECT new_values."given_at", new_values."given_by_id", new_values."how_different", new_values."id", new_values."manager_view", new_values."number", new_values."outcome_sought", new_values."parents_words", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."what_else", new_values."what_is_different", new_values."why_now", new_values."within_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="a58a01b5b5878e283ed1091fce5ac65230262580",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_3b94c",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="conferences_consultationaccount",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="consultationaccount",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_consultationaccountevent" ("given_at", "given_by_id", "how_different", "id", "manager_view", "number", "outcome_sought", "parents_words", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "what_else", "what_is_different", "why_now", "within_id") SELECT new_values."given_at", new_values."given_by_id", new_values."how_different", new_values."id", new_values."manager_view", new_values."number", new_values."outcome_sought", new_values."parents_words", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."what_else", new_values."what_is_different", new_values."why_now", new_values."within_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="0241ad075a7e10292ecf697df313ab6fcaf13c52",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_eb901",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="conferences_consultationaccount",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="consultationaccount",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_consultationaccountevent" ("given_at", "given_by_id", "how_different", "id", "manager_view", "number", "outcome_sought", "parents_words", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "what_else", "what_is_different", "why_now", "within_id") SELECT old_values."given_at", old_values."given_by_id", old_values."how_different", old_values."id", old_values."manager_view", old_values."number", old_values."outcome_sought", old_values."parents_words", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."what_else", old_values."what_is_different", old_values."why_now", old_values."within_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="540df062a3d01d89d1340bbd405c9f3526398b8f",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_827d8",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="conferences_consultationaccount",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="familyconsultationevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="91111e898f683d804e9d8a65c73529920c957968",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_2d102",
                    table="conferences_familyconsultationevent",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="supportreview",
            constraint=models.UniqueConstraint(
                fields=("answer", "held_date"), name="supportreview_once_a_day"
            ),
        ),
        migrations.AddConstraint(
            model_name="supportreview",
            constraint=models.CheckConstraint(
                condition=models.Q(("words", ""), _negated=True), name="supportreview_says_how"
            ),
        ),
        migrations.AddConstraint(
            model_name="supportreview",
            constraint=models.CheckConstraint(
                condition=models.Q(("outcome__in", ["GOES_ON", "ENOUGH", "FAILED"])),
                name="supportreview_outcome_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="supportreview",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("next_review_date__isnull", False), ("outcome", "GOES_ON")),
                    models.Q(
                        models.Q(("outcome", "GOES_ON"), _negated=True), ("next_review_date__isnull", True)
                    ),
                    _connector="OR",
                ),
                name="supportreview_next_while_it_goes_on",
            ),
        ),
        migrations.AddConstraint(
            model_name="supportreview",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("next_review_date__isnull", True),
                    ("next_review_date__gt", models.F("held_date")),
                    _connector="OR",
                ),
                name="supportreview_next_is_later",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="supportreview",
            trigger=pgtrigger.compiler.Trigger(
                name="supportreview_never_changed",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="c2937a7ca9b3307f580332b99bc332b54280b3fa",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_supportreview_never_changed_33671",
                    table="conferences_supportreview",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="supportreview",
            trigger=pgtrigger.compiler.Trigger(
                name="supportreview_of_another_way",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    IF NOT EXISTS (\n        SELECT FROM conferences_consultationanswer AS a\n        WHERE a.id = NEW.answer_id AND a.answer = 'ANOTHER_WAY'\n            AND NEW.held_date >= (a.answered_at AT TIME ZONE 'Europe/London')::date) THEN\n        RAISE EXCEPTION 'supportreview_of_another_way' USING ERRCODE = 'check_violation', CONSTRAINT = 'supportreview_of_another_way';\n    END IF;\n    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n    RETURN NEW;",
                    hash="2bbc56f45d47451259b7fcc552f404059a5a5963",
                    operation="INSERT",
                    pgid="pgtrigger_supportreview_of_another_way_71df4",
                    table="conferences_supportreview",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="supportreview",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_supportreviewevent" ("answer_id", "held_date", "id", "next_review_date", "outcome", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "ref", "words") SELECT new_values."answer_id", new_values."held_date", new_values."id", new_values."next_review_date", new_values."outcome", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."recorded_at", new_values."recorded_by_id", new_values."ref", new_values."words" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="44a4eb46449499ea7c36a18d4b06561c9c17e286",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_29a8a",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="conferences_supportreview",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="supportreview",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_supportreviewevent" ("answer_id", "held_date", "id", "next_review_date", "outcome", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "ref", "words") SELECT new_values."answer_id", new_values."held_date", new_values."id", new_values."next_review_date", new_values."outcome", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."recorded_at", new_values."recorded_by_id", new_values."ref", new_values."words" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="8acd58a67a0d0e6c286b3944e580a0f832e49389",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_14437",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="conferences_supportreview",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="supportreview",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_supportreviewevent" ("answer_id", "held_date", "id", "next_review_date", "outcome", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "ref", "words") SELECT old_values."answer_id", old_values."held_date", old_values."id", old_values."next_review_date", old_values."outcome", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."recorded_at", old_values."recorded_by_id", old_values."ref", old_values."words" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="e960254fb78245af03b32dd95ebebb3155568172",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_b1902",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="conferences_supportreview",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="supportreviewevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="5b4b859b03f803c0745f1f6671e81d8c657de087",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_2d3d1",
                    table="conferences_supportreviewevent",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="thresholdstatement",
            constraint=models.UniqueConstraint(
                fields=("key", "from_date"), name="thresholdstatement_once_a_day"
            ),
        ),
        migrations.AddConstraint(
            model_name="thresholdstatement",
            constraint=models.UniqueConstraint(
                condition=models.Q(("until_date__isnull", True)),
                fields=("key",),
                name="thresholdstatement_one_in_force",
            ),
        ),
        migrations.AddConstraint(
            model_name="thresholdstatement",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("key", ""), _negated=True), models.Q(("words", ""), _negated=True)
                ),
                name="thresholdstatement_says_something",
            ),
        ),
        migrations.AddConstraint(
            model_name="thresholdstatement",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("until_date__isnull", True), ("until_date__gt", models.F("from_date")), _connector="OR"
                ),
                name="thresholdstatement_ends_after_it_begins",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="thresholdstatement",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_thresholdstatementevent" ("from_date", "id", "key", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "ref", "saved_at", "saved_by_id", "until_date", "words") SELECT new_values."from_date", new_values."id", new_values."key", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."ref", new_values."saved_at", new_values."saved_by_id", new_values."until_date", new_values."words" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="50cd71d2affce059c761a618759292dbeff2a4a6",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_3e71d",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="conferences_thresholdstatement",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="thresholdstatement",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_thresholdstatementevent" ("from_date", "id", "key", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "ref", "saved_at", "saved_by_id", "until_date", "words") SELECT new_values."from_date", new_values."id", new_values."key", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."ref", new_values."saved_at", new_values."saved_by_id", new_values."until_date", new_values."words" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="b4fa9e507f0243dec603df1315fb2d750e4b6b94",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_3901b",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="conferences_thresholdstatement",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="thresholdstatement",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_thresholdstatementevent" ("from_date", "id", "key", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "ref", "saved_at", "saved_by_id", "until_date", "words") SELECT old_values."from_date", old_values."id", old_values."key", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."ref", old_values."saved_at", old_values."saved_by_id", old_values."until_date", old_values."words" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="d64bdb8b37c229558f791a1f6b96de33ffa07404",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_cf355",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="conferences_thresholdstatement",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="consultationanswerreasonevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="3501a33e911a4aaa0ab3b80b275a49edb701c56b",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_9bdf9",
                    table="conferences_consultationanswerreasonevent",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="consultationanswerreason",
            constraint=models.UniqueConstraint(
                fields=("answer", "statement"), name="consultationanswerreason_once"
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="consultationanswerreason",
            trigger=pgtrigger.compiler.Trigger(
                name="answerreason_never_changed",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="8164c6f7c4142b5989bde0847622adb16a1fe072",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_answerreason_never_changed_2c829",
                    table="conferences_consultationanswerreason",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="consultationanswerreason",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_consultationanswerreasonevent" ("answer_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "statement_id") SELECT new_values."answer_id", new_values."id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."statement_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="f1fae039a28ed03ce521032a9c42c42a9d71feec",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_8e049",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="conferences_consultationanswerreason",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="consultationanswerreason",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_consultationanswerreasonevent" ("answer_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "statement_id") SELECT new_values."answer_id", new_values."id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."statement_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="a3c5f1075311513bd6731694fa7b0066f649f88f",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_e2138",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="conferences_consultationanswerreason",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="consultationanswerreason",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_consultationanswerreasonevent" ("answer_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "statement_id") SELECT old_values."answer_id", old_values."id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."statement_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="39e678e5be210ae84f880a3933aafb940f2d8537",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_ca246",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="conferences_consultationanswerreason",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="thresholdstatementevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="c6e5781e4cbd981d5d5577f651611212f318c4bc",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_94422",
                    table="conferences_thresholdstatementevent",
                    when="BEFORE",
                ),
            ),
        ),
    ]
