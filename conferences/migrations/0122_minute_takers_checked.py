"""No meeting of before has anybody to take its minutes."""

from django.contrib.postgres.operations import ValidateConstraint
from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("conferences", "0121_minute_takers"),
    ]

    operations = [
        ValidateConstraint("booking", "booking_minutes_not_by_its_chair"),
    ]
