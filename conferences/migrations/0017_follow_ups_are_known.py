"""The rows that were there know the deadlines' codes too."""

from django.contrib.postgres.operations import ValidateConstraint
from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("conferences", "0016_follow_ups")]
    operations = [
        ValidateConstraint(model_name="daytold", name="daytold_code_known"),
        ValidateConstraint(model_name="duty", name="duty_kind_known"),
        ValidateConstraint(model_name="reconciliationdifference", name="difference_kind_known"),
    ]
