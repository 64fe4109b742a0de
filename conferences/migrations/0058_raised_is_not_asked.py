"""What was raised before is checked too: whoever asks steps on in the same moment."""

from django.contrib.postgres.operations import ValidateConstraint
from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("conferences", "0057_promises_of_what_was_told"),
    ]

    operations = [ValidateConstraint("consultation", "consultation_raised_is_not_asked")]
