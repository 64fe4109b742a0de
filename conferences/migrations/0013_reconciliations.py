"""The daily check of what was raised, by a second reader."""

import django.contrib.postgres.fields
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("conferences", "0012_rooms_tell_what_they_have"),
    ]

    operations = [
        migrations.CreateModel(
            name="Reconciliation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("day", models.DateField(unique=True)),
                ("made_at", models.DateTimeField()),
                ("took_ms", models.PositiveIntegerField()),
                ("compared", models.PositiveIntegerField()),
                ("caught_up", models.PositiveIntegerField()),
            ],
            options={
                "ordering": ["-day"],
            },
        ),
        migrations.CreateModel(
            name="ReconciliationDifference",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kind",
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
                ("is_missing", models.BooleanField()),
                ("number", models.PositiveIntegerField()),
                (
                    "subjects",
                    django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), size=None),
                ),
                (
                    "reconciliation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="differences",
                        to="conferences.reconciliation",
                    ),
                ),
            ],
            options={
                "ordering": ["id"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("reconciliation", "kind", "is_missing"), name="difference_one_a_kind"
                    ),
                    models.CheckConstraint(
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
                        name="difference_kind_known",
                    ),
                    models.CheckConstraint(condition=models.Q(("number__gt", 0)), name="difference_of_some"),
                ],
            },
        ),
    ]
