"""What a request stands on is known of old rows too."""

from django.contrib.postgres.operations import ValidateConstraint
from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("conferences", "0063_a_plan_that_was_none_goes"),
    ]

    operations = [
        ValidateConstraint(model_name="booking", name="booking_on_one_day"),
        ValidateConstraint(model_name="requestedchild", name="requestedchild_stands_on_what_its_kind_needs"),
    ]
