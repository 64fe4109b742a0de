"""The rows that were there know the new codes and facts too."""

from django.contrib.postgres.operations import ValidateConstraint
from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("conferences", "0165_reports_fall_due")]
    operations = [
        ValidateConstraint(model_name="daytold", name="daytold_code_known"),
        ValidateConstraint(model_name="duty", name="duty_kind_known"),
        ValidateConstraint(model_name="invitation", name="invitation_report_comes_or_not"),
        ValidateConstraint(model_name="invitation", name="invitation_shown_when_how_by_whom"),
        ValidateConstraint(model_name="invitation", name="invitation_not_shown_for_a_reason"),
        ValidateConstraint(model_name="reconciliationdifference", name="difference_kind_known"),
    ]
