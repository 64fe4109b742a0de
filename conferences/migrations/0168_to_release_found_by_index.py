"""What waits for a second person is counted on My work."""

from django.contrib.postgres.operations import AddIndexConcurrently
from django.db import migrations, models


class Migration(migrations.Migration):
    atomic = False

    dependencies = [("conferences", "0167_letters_go_released")]

    operations = [
        AddIndexConcurrently(
            "document",
            models.Index(
                condition=models.Q(
                    ("needs_release", True),
                    ("off_at__isnull", True),
                    ("released_at__isnull", True),
                    ("sent_date__isnull", True),
                ),
                fields=["record"],
                name="document_to_release",
            ),
        ),
    ]
