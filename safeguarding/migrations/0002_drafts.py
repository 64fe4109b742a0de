"""Drafts: what was typed and not saved, in a table of its own."""

import django.contrib.postgres.fields
import django.db.models.deletion
import django.db.models.functions.comparison
import django.db.models.functions.text
import django.db.models.lookups
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("safeguarding", "0001_ground"),
    ]

    operations = [
        migrations.CreateModel(
            name="Draft",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("form", models.CharField(max_length=60)),
                ("subject", models.CharField(blank=True, max_length=150)),
                ("sheet", models.UUIDField()),
                ("title", models.CharField(max_length=80)),
                (
                    "children",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.BigIntegerField(), blank=True, default=list, size=None
                    ),
                ),
                ("is_governing", models.BooleanField(default=False)),
                ("fields", models.JSONField(blank=True, default=dict)),
                ("turn", models.PositiveIntegerField(default=0)),
                ("kept_at", models.DateTimeField()),
                ("saved_at", models.DateTimeField(blank=True, null=True)),
                (
                    "owner",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["-kept_at", "-id"],
                "indexes": [models.Index(fields=["kept_at"], name="draft_by_age")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("owner", "form", "subject", "sheet"), name="draft_one_a_sheet"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("saved_at__isnull", True), ("fields", {}), _connector="OR"),
                        name="draft_gone_when_saved",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.lookups.LessThanOrEqual(
                            django.db.models.functions.text.Length(
                                django.db.models.functions.comparison.Cast("fields", models.TextField())
                            ),
                            models.Value(1000000),
                        ),
                        name="draft_not_too_long",
                    ),
                ],
            },
        ),
    ]
