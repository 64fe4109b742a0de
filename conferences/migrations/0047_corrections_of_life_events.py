"""Every correction is of a kind that is known, those from before too."""

from django.contrib.postgres.operations import ValidateConstraint
from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("conferences", "0046_life_events_in_error"),
    ]

    operations = [ValidateConstraint("correction", "correction_kind_known")]
