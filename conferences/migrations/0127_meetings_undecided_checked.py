"""The rows that stood before are checked too: none of them ended without a decision."""

from django.contrib.postgres.operations import ValidateConstraint
from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("conferences", "0126_meetings_undecided"),
    ]

    operations = [
        ValidateConstraint("booking", "booking_state_known"),
        ValidateConstraint("booking", "booking_inquorate_says_why"),
        ValidateConstraint("booking", "booking_adjourned_says_why"),
        ValidateConstraint("booking", "booking_abandoned_says_why"),
        ValidateConstraint("booking", "booking_undecided_by_at_and_what_follows"),
        ValidateConstraint("daytold", "daytold_code_known"),
        ValidateConstraint("duty", "duty_kind_known"),
        ValidateConstraint("reconciliationdifference", "difference_kind_known"),
    ]
