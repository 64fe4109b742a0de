"""The children who were asked for before fit it too: nothing is said of them."""

from django.contrib.postgres.operations import ValidateConstraint
from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("conferences", "0243_for_agencies")]

    operations = [ValidateConstraint("requestedchild", "requestedchild_for_agencies_by_at_and_why")]
