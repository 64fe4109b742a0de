"""The look-ups that were there know the new code too."""

from django.contrib.postgres.operations import ValidateConstraint
from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("conferences", "0129_conferences_under_way")]
    operations = [ValidateConstraint(model_name="lookup", name="lookup_found_known")]
