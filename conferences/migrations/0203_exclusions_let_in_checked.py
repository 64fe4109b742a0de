"""The rows that were there fit what is asked of them now."""

from django.contrib.postgres.operations import ValidateConstraint
from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("conferences", "0202_exclusions_let_in")]
    operations = [
        ValidateConstraint(model_name="exclusion", name="exclusion_days_finite"),
        ValidateConstraint(model_name="exclusion", name="exclusion_let_in_how_and_when"),
        ValidateConstraint(model_name="exclusion", name="exclusion_let_in_once_lifted"),
    ]
