"""What held a child in error is over, of rows from before too."""

from django.contrib.postgres.operations import ValidateConstraint
from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("safeguarding", "0037_in_error"),
    ]

    operations = [ValidateConstraint("allocation", "allocation_in_error_is_over")]
