"""The rows that were there know the new code too."""

from django.contrib.postgres.operations import ValidateConstraint
from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("conferences", "0224_sent_again")]
    operations = [
        ValidateConstraint(model_name="daytold", name="daytold_code_known"),
        ValidateConstraint(model_name="duty", name="duty_kind_known"),
        ValidateConstraint(model_name="reconciliationdifference", name="difference_kind_known"),
        ValidateConstraint(model_name="meetingrecord", name="meetingrecord_told_again_since"),
    ]
