"""The rows that were there hold to it too."""

from django.contrib.postgres.operations import ValidateConstraint
from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("conferences", "0143_consultations_taken_back")]
    operations = [
        ValidateConstraint("consultation", "consultation_withdrawn_by_at_and_why"),
        ValidateConstraint("daytold", "daytold_code_known"),
        ValidateConstraint("duty", "duty_kind_known"),
        ValidateConstraint("reconciliationdifference", "difference_kind_known"),
    ]
