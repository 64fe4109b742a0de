"""What 0198 asks of corrections is asked of those that stood before."""

from django.contrib.postgres.operations import ValidateConstraint
from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("conferences", "0198_what_comes_next")]

    operations = [ValidateConstraint(model_name="correction", name="correction_kind_known")]
