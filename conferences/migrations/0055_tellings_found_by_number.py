"""What files tell of a child is found by the council's number."""

from django.contrib.postgres.operations import AddIndexConcurrently
from django.db import migrations, models


class Migration(migrations.Migration):
    atomic = False
    dependencies = [
        ("conferences", "0054_tellings"),
    ]
    operations = [
        AddIndexConcurrently(
            model_name="importedchild",
            index=models.Index(fields=["number"], name="importedchild_number"),
        ),
    ]
