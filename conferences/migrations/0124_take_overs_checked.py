"""No move of before says why another chair took over."""

from django.contrib.postgres.operations import ValidateConstraint
from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("conferences", "0123_take_overs"),
    ]

    operations = [
        ValidateConstraint("bookingmove", "bookingmove_chair_reason_known"),
    ]
