"""What 0187 asks of corrections is asked of those that stood before."""

from django.contrib.postgres.operations import ValidateConstraint
from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("conferences", "0187_copies_sent_told_otherwise")]

    operations = [ValidateConstraint(model_name="correction", name="correction_kind_known")]
