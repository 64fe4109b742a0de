"""The shapes of thinking time hold of old rows."""

from django.contrib.postgres.operations import ValidateConstraint
from django.db import migrations


class Migration(migrations.Migration):
    atomic = False

    dependencies = [
        ("conferences", "0085_thinking_actions"),
    ]

    operations = [
        ValidateConstraint("thinkingtime", "thinkingtime_shape_known"),
    ]
