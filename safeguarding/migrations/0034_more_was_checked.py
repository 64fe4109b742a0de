"""The rows that stood before are checked too: no page and no file has made one that is not so."""

from django.contrib.postgres.operations import ValidateConstraint
from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("safeguarding", "0033_more_is_checked"),
    ]

    operations = [
        ValidateConstraint("heldrole", "heldrole_ended_by_and_at"),
    ]
