"""What a census brings by the hundred thousand has no index that nobody looks into: of keys that are mostly
empty only where they are not, of keys with which a constraint's index begins none, of the history none but that
of the row.
"""

from django.contrib.postgres.operations import AddIndexConcurrently, RemoveIndexConcurrently
from django.db import migrations, models

from safeguarding.deployment.migrating import WithoutIndexes


class Migration(migrations.Migration):
    atomic = False

    dependencies = [("safeguarding", "0044_days_were_finite")]

    operations = [
        AddIndexConcurrently(
            "child",
            models.Index(fields=["family"], condition=models.Q(family__isnull=False), name="child_family"),
        ),
        AddIndexConcurrently(
            "child",
            models.Index(
                fields=["joined_into"],
                condition=models.Q(joined_into__isnull=False),
                name="child_joined_into",
            ),
        ),
        # Numbers are compared in capitals.
        RemoveIndexConcurrently("child", "child_upn"),
        WithoutIndexes(
            {
                "child": ["family", "joined_into", "restricted_by"],
                "childdisability": ["child"],
                "childdisabilityevent": ["pgh_context"],
                "childevent": ["family", "joined_into", "pgh_context", "restricted_by"],
            },
        ),
    ]
