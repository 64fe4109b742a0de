"""Every consultation is of a child, within that of a family."""

from django.contrib.postgres.operations import AddConstraintNotValid
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("conferences", "0067_consultations_filled"),
    ]
    operations = [
        AddConstraintNotValid(
            model_name="consultation",
            constraint=models.CheckConstraint(
                condition=models.Q(("child__isnull", False), ("within__isnull", False)),
                name="consultation_of_a_child_within_a_familys",
            ),
        ),
    ]
