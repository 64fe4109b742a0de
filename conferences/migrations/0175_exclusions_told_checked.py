"""The rows that were there fit what is asked of them now."""

from django.contrib.postgres.operations import ValidateConstraint
from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("conferences", "0174_exclusions_told")]
    operations = [
        ValidateConstraint(model_name="daytold", name="daytold_code_known"),
        ValidateConstraint(model_name="duty", name="duty_kind_known"),
        ValidateConstraint(model_name="exclusion", name="exclusion_in_place_of_a_decision"),
        ValidateConstraint(model_name="exclusion", name="exclusion_told_once_asked_for"),
        ValidateConstraint(model_name="exclusion", name="exclusion_way_of_somebody_by_name"),
        ValidateConstraint(model_name="exclusion", name="exclusion_lifted_once_there"),
        ValidateConstraint(model_name="reconciliationdifference", name="difference_kind_known"),
    ]
