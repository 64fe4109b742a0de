"""The rows that stood before are checked too: none of them has a code, and each keeps what was typed."""

from django.contrib.postgres.operations import ValidateConstraint
from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("conferences", "0136_late_by_two"),
    ]

    operations = [
        ValidateConstraint("booking", "booking_late_why_and_who_agreed"),
        ValidateConstraint("booking", "booking_late_agreed_by_two"),
        ValidateConstraint("booking", "booking_late_agreed_by_others"),
        ValidateConstraint("booking", "booking_late_other_says_why"),
    ]
