"""A void enquiry leaves its day free for one that stands; the constraints of its columns hold of old rows."""

from django.contrib.postgres.operations import ValidateConstraint
from django.db import migrations, models

BUILD = """
    CREATE UNIQUE INDEX CONCURRENTLY enquiry_stands_once ON conferences_enquiry (child_id, started_date)
        WHERE voided_at IS NULL
"""


class Migration(migrations.Migration):
    atomic = False

    dependencies = [
        ("conferences", "0039_enquiries_told_otherwise"),
    ]

    operations = [
        migrations.RunSQL(
            BUILD,
            "DROP INDEX CONCURRENTLY enquiry_stands_once",
            state_operations=[
                migrations.AddConstraint(
                    model_name="enquiry",
                    constraint=models.UniqueConstraint(
                        condition=models.Q(("voided_at", None)),
                        fields=("child", "started_date"),
                        name="enquiry_stands_once",
                    ),
                )
            ],
        ),
        migrations.RemoveConstraint("enquiry", "enquiry_once_by_start"),
        ValidateConstraint("enquiry", "enquiry_outcome_with_its_day"),
        ValidateConstraint("enquiry", "enquiry_outcome_after_start"),
        ValidateConstraint("enquiry", "enquiry_void_by_at_and_why"),
    ]
