"""The rows that were there fit what is asked of them now."""

from django.contrib.postgres.operations import ValidateConstraint
from django.db import migrations, models


class Migration(migrations.Migration):
    atomic = False

    dependencies = [("conferences", "0181_invitations_letters")]
    operations = [
        migrations.RunSQL(
            """
            CREATE UNIQUE INDEX CONCURRENTLY invitation_child_once
                ON conferences_invitation (request_id, requested_child_id)
                WHERE off_at IS NULL AND requested_child_id IS NOT NULL
            """,
            "DROP INDEX CONCURRENTLY invitation_child_once",
            state_operations=[
                migrations.AddConstraint(
                    model_name="invitation",
                    constraint=models.UniqueConstraint(
                        condition=models.Q(("off_at__isnull", True), ("requested_child__isnull", False)),
                        fields=("request", "requested_child"),
                        name="invitation_child_once",
                    ),
                )
            ],
        ),
        ValidateConstraint(model_name="invitation", name="invitation_child_alone"),
        ValidateConstraint(model_name="invitation", name="invitation_choice_of_a_child"),
        ValidateConstraint(model_name="invitation", name="invitation_arrival_of_the_family"),
    ]
