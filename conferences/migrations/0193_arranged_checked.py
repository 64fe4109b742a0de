"""What is arranged of the rows that were there is of what is needed too."""

from django.contrib.postgres.operations import ValidateConstraint
from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("conferences", "0192_arranged_and_one_of_two")]
    operations = [
        ValidateConstraint(model_name="invitation", name="invitation_arranged_what_is_needed"),
    ]
