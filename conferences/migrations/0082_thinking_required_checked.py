"""The list of reasons holds of old rows."""

from django.contrib.postgres.operations import ValidateConstraint
from django.db import migrations


class Migration(migrations.Migration):
    atomic = False

    dependencies = [
        ("conferences", "0081_thinking_required"),
    ]

    operations = [
        ValidateConstraint("thinkingtime", "thinkingtime_trigger_known"),
    ]
