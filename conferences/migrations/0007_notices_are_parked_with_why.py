"""Every e-mail that was there before is held to the rule too."""

from django.contrib.postgres.operations import ValidateConstraint
from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("conferences", "0006_notices_are_parked"),
    ]

    operations = [
        ValidateConstraint(model_name="notice", name="notice_parked_with_why_and_unsent"),
    ]
