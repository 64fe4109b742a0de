"""The corrections that were there know their kinds too."""

from django.contrib.postgres.operations import ValidateConstraint
from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("conferences", "0091_supports_tried")]
    operations = [ValidateConstraint(model_name="correction", name="correction_kind_known")]
