"""The answers of some days are found by index, however many there are before."""

from django.contrib.postgres.operations import AddIndexConcurrently
from django.db import migrations, models


class Migration(migrations.Migration):
    atomic = False
    dependencies = [
        ("conferences", "0093_look_ups"),
    ]
    operations = [
        AddIndexConcurrently(
            model_name="consultationanswer",
            index=models.Index(fields=["answered_at"], name="consultationanswer_answered"),
        ),
    ]
