"""What a worker is to do with a census file that was read, by whom it was asked, and why it was not done."""

import django.db.models.deletion
from django.conf import settings
from django.contrib.postgres.operations import AddConstraintNotValid
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("conferences", "0074_thinking_is_owed_once"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="importedfile",
            name="asked",
            field=models.CharField(
                blank=True,
                choices=[
                    ("KEEP", "To be kept"),
                    ("DISCARD", "To be discarded"),
                    ("UNDO", "To be undone"),
                    ("LOOK", "To be looked at again"),
                ],
                db_default="",
                default="",
                max_length=10,
            ),
        ),
        migrations.AddField(
            model_name="importedfile",
            name="asked_at",
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="importedfile",
            name="asked_by",
            field=models.ForeignKey(
                blank=True,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="importedfile",
            name="not_done",
            field=models.JSONField(blank=True, db_default={}, default=dict),
        ),
        migrations.AlterField(
            model_name="importedfile",
            name="progress",
            field=models.PositiveIntegerField(
                default=0, help_text="Children read, or put together for what is asked, so far."
            ),
        ),
        AddConstraintNotValid(
            model_name="importedfile",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("asked", ""),
                    models.Q(
                        ("asked__in", ["KEEP", "DISCARD", "UNDO", "LOOK"]),
                        ("asked_at__isnull", False),
                        ("asked_by__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="importedfile_asked_by_and_at",
            ),
        ),
    ]
