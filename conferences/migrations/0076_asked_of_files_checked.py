"""What was asked of files before is checked too."""

from django.contrib.postgres.operations import ValidateConstraint
from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("conferences", "0075_asked_of_files"),
    ]

    operations = [ValidateConstraint("importedfile", "importedfile_asked_by_and_at")]
