"""The rows that stood before are checked too: none of them was entered after it was held."""

from django.contrib.postgres.operations import ValidateConstraint
from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("conferences", "0134_conferences_entered"),
    ]

    operations = [
        ValidateConstraint("booking", "booking_entered_after_it_began_and_why"),
    ]
