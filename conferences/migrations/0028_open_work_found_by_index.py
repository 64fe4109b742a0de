"""What is open is found by index, however much is over: a person's duties, a chair's meetings."""

from django.contrib.postgres.operations import AddIndexConcurrently
from django.db import migrations, models


class Migration(migrations.Migration):
    atomic = False
    dependencies = [
        ("conferences", "0027_work_handovers"),
    ]
    operations = [
        AddIndexConcurrently(
            model_name="booking",
            index=models.Index(
                condition=models.Q(("state", "BOOKED")), fields=["chair"], name="booking_stands"
            ),
        ),
        AddIndexConcurrently(
            model_name="duty",
            index=models.Index(
                condition=models.Q(("closed_at__isnull", True)), fields=["owner"], name="duty_open_of_owner"
            ),
        ),
    ]
