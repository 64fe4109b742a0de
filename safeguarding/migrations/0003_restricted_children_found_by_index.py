"""The few restricted children have an index of their own: what hides a joint record is asked of them."""

from django.contrib.postgres.operations import AddIndexConcurrently
from django.db import migrations, models


class Migration(migrations.Migration):
    atomic = False
    dependencies = [("safeguarding", "0002_drafts")]
    operations = [
        AddIndexConcurrently(
            model_name="child",
            index=models.Index(
                condition=models.Q(is_restricted=True), fields=["id"], name="child_restricted"
            ),
        ),
    ]
