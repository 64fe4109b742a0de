"""What somebody was told of a day is kept, with how it was counted then."""

import django.contrib.postgres.fields
import django.db.models.deletion
import django.db.models.lookups
import django.db.models.manager
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("conferences", "0008_steps_of_duties"),
        ("safeguarding", "0007_leave"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="DayTold",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "code",
                    models.CharField(
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
                ("due_date", models.DateField()),
                ("explanation", models.TextField()),
                ("started_date", models.DateField()),
                (
                    "not_counted",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.DateField(), blank=True, default=list, size=None
                    ),
                ),
                ("number", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("because", models.TextField(blank=True)),
                ("told_at", models.DateTimeField()),
                (
                    "child",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="days_told",
                        to="safeguarding.child",
                    ),
                ),
                (
                    "consultation",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="days_told",
                        to="conferences.consultation",
                    ),
                ),
                (
                    "letter",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="days_told",
                        to="conferences.letter",
                    ),
                ),
                (
                    "requested_child",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="days_told",
                        to="conferences.requestedchild",
                    ),
                ),
                (
                    "told_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "days told",
                "ordering": ["id"],
                "abstract": False,
                "base_manager_name": "every",
                "default_manager_name": "every",
                "constraints": [
                    models.CheckConstraint(
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
                                ],
                            )
                        ),
                        name="daytold_code_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("explanation", ""), _negated=True), name="daytold_explained"
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.lookups.Exact(
                            models.Func(
                                models.F("requested_child"),
                                models.F("consultation"),
                                models.F("letter"),
                                function="num_nonnulls",
                                output_field=models.IntegerField(),
                            ),
                            1,
                        ),
                        name="daytold_of_one_subject",
                    ),
                ],
            },
            managers=[
                ("every", django.db.models.manager.Manager()),
            ],
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="daytold",
            trigger=pgtrigger.compiler.Trigger(
                name="daytold_never_changed",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="06ac095401ec465b357520f5c3eb7ef954b3e7ab",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_daytold_never_changed_dc71f",
                    table="conferences_daytold",
                    when="BEFORE",
                ),
            ),
        ),
    ]
