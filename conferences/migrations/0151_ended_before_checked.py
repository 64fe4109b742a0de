"""The rows that stood before are checked too: none of them was put back or ended before it began."""

from django.contrib.postgres.operations import ValidateConstraint
from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("conferences", "0150_ended_before_it_began"),
    ]

    operations = [
        ValidateConstraint("booking", "booking_never_began_only_undecided"),
        ValidateConstraint("booking", "booking_put_back_by_at_and_why"),
    ]
