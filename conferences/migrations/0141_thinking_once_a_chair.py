"""A chair holds thinking time once in place of what another held; and the rows that stood before are checked."""

from django.contrib.postgres.operations import ValidateConstraint
from django.db import migrations, models


class Migration(migrations.Migration):
    # An index is built while everybody writes.
    atomic = False

    dependencies = [
        ("conferences", "0140_thinking_is_its_chairs"),
    ]

    operations = [
        ValidateConstraint("thinkingtime", "thinkingtime_required_at_first"),
        migrations.RunSQL(
            """CREATE UNIQUE INDEX CONCURRENTLY thinkingtime_once_a_chair
                ON conferences_thinkingtime (follows_id, chair_id) WHERE NOT in_error""",
            "DROP INDEX CONCURRENTLY thinkingtime_once_a_chair",
            state_operations=[
                migrations.AddConstraint(
                    model_name="thinkingtime",
                    constraint=models.UniqueConstraint(
                        fields=["follows", "chair"],
                        condition=models.Q(("in_error", False)),
                        name="thinkingtime_once_a_chair",
                    ),
                ),
            ],
        ),
    ]
