"""The rows that were there fit what is asked of them now, and an action is found by its need."""

from django.contrib.postgres.operations import AddIndexConcurrently, ValidateConstraint
from django.db import migrations, models


class Migration(migrations.Migration):
    atomic = False

    dependencies = [("conferences", "0237_needs_of_a_plan")]

    operations = [
        AddIndexConcurrently(
            model_name="planaction",
            index=models.Index(
                condition=models.Q(("need__isnull", False)), fields=["need"], name="planaction_of_need"
            ),
        ),
        ValidateConstraint(model_name="planaction", name="planaction_days_finite"),
        ValidateConstraint(model_name="planaction", name="planaction_ended_with_why"),
        ValidateConstraint(model_name="correction", name="correction_kind_known"),
    ]
