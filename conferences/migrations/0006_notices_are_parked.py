"""An e-mail that cannot be sent is parked with its reason, and the others go on."""

from django.conf import settings
from django.contrib.postgres.operations import AddConstraintNotValid
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("conferences", "0005_work_notes_its_changes"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="notice",
            name="parked_at",
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="notice",
            name="parked_because",
            field=models.CharField(blank=True, db_default="", default="", max_length=100),
        ),
        AddConstraintNotValid(
            model_name="notice",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("parked_at__isnull", True), ("parked_because", "")),
                    models.Q(
                        ("parked_at__isnull", False),
                        ("sent_at__isnull", True),
                        models.Q(("parked_because", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="notice_parked_with_why_and_unsent",
            ),
        ),
    ]
