"""The letters that were there are held to it too."""

from django.contrib.postgres.operations import ValidateConstraint
from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("conferences", "0226_letters_back")]
    operations = [
        ValidateConstraint(model_name=name, name=f"{name}_taken_back_by_at_and_why")
        for name in ("exclusionletter", "invitationletter")
    ]
