"""Every notice that was there before is of one thing by the new rule too."""

from django.contrib.postgres.operations import ValidateConstraint
from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("conferences", "0030_notices_of_going_live"),
    ]

    operations = [
        ValidateConstraint(model_name="notice", name="notice_of_one_thing"),
    ]
