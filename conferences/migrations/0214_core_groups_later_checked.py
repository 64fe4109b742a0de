"""The rows that were there fit what is asked of them now."""

from django.contrib.postgres.operations import ValidateConstraint
from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("conferences", "0213_core_groups_later")]
    operations = [
        ValidateConstraint(model_name="exclusion", name="exclusion_days_finite"),
        ValidateConstraint(model_name="exclusion", name="exclusion_was_told_by_then"),
        ValidateConstraint(model_name="exclusion", name="exclusion_let_in_how_and_when"),
        ValidateConstraint(model_name="exclusion", name="exclusion_untold_by_at_and_why"),
        ValidateConstraint(model_name="exclusion", name="exclusion_let_in_once_lifted"),
        ValidateConstraint(model_name="invitation", name="invitation_off_by_at_and_why"),
        ValidateConstraint(model_name="coregroupmember", name="coregroupmember_days_finite"),
        ValidateConstraint(model_name="coregroupmember", name="coregroupmember_ended_after_joining"),
    ]
