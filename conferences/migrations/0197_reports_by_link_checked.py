"""The rows that were there fit what is asked of them now."""

from django.contrib.postgres.operations import ValidateConstraint
from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("conferences", "0196_reports_by_link")]
    operations = [ValidateConstraint(model_name="invitation", name="invitation_report_shown_has_come")]
