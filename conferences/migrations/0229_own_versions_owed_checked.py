"""The rows that were there fit what is asked of them now."""

from django.contrib.postgres.operations import ValidateConstraint
from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("conferences", "0228_own_versions_owed")]
    operations = [
        ValidateConstraint(model_name="daytold", name="daytold_code_known"),
        ValidateConstraint(model_name="duty", name="duty_kind_known"),
        ValidateConstraint(model_name="reconciliationdifference", name="difference_kind_known"),
        ValidateConstraint(model_name="document", name="document_told_of_a_child_who_was_given_theirs"),
        ValidateConstraint(model_name="meetingrecord", name="meetingrecord_owes_own_once_signed"),
    ]
