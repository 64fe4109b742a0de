"""The rows that stood before are checked too: none of them says how a child took part."""

from django.contrib.postgres.operations import ValidateConstraint
from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("conferences", "0157_restorative_frame"),
    ]

    operations = [
        ValidateConstraint("childpart", "childpart_participation_known"),
    ]
