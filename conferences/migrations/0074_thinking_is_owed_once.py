"""Thinking time in error leaves its place for what is owed; constraints hold of old rows."""

from django.contrib.postgres.operations import ValidateConstraint
from django.db import migrations, models


class Migration(migrations.Migration):
    atomic = False

    dependencies = [
        ("conferences", "0073_thinking_time_in_error"),
    ]

    operations = [
        migrations.RunSQL(
            "CREATE UNIQUE INDEX CONCURRENTLY thinkingtime_required_once ON conferences_thinkingtime"
            " (request_id, trigger) WHERE is_required AND NOT in_error",
            "DROP INDEX CONCURRENTLY thinkingtime_required_once",
            state_operations=[
                migrations.AddConstraint(
                    model_name="thinkingtime",
                    constraint=models.UniqueConstraint(
                        condition=models.Q(("in_error", False), ("is_required", True)),
                        fields=("request", "trigger"),
                        name="thinkingtime_required_once",
                    ),
                )
            ],
        ),
        ValidateConstraint(model_name="correction", name="correction_kind_known"),
    ]
