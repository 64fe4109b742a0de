"""Every record that goes to nobody says why."""

from django.contrib.postgres.operations import ValidateConstraint
from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("conferences", "0177_records_go_to_nobody")]

    operations = [ValidateConstraint("meetingrecord", "meetingrecord_goes_to_nobody_with_why")]
