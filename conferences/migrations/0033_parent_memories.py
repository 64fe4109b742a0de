"""What the last file of parents said of each person beside each child, to compare the next with."""

import django.db.models.deletion
import django.db.models.manager
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("conferences", "0032_at_work_already"),
        ("safeguarding", "0021_family_moves"),
    ]

    operations = [
        migrations.CreateModel(
            name="ParentMemory",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("key", models.CharField(max_length=160)),
                ("told", models.JSONField(default=dict)),
                (
                    "child",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="parent_memories",
                        to="safeguarding.child",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="parent_memories",
                        to="safeguarding.person",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "parent memories",
                "ordering": ["id"],
                "abstract": False,
                "base_manager_name": "every",
                "default_manager_name": "every",
                "indexes": [models.Index(fields=["key"], name="parentmemory_by_key")],
                "constraints": [
                    models.UniqueConstraint(fields=("child", "key"), name="parentmemory_once"),
                    models.CheckConstraint(
                        condition=models.Q(("key", ""), _negated=True), name="parentmemory_key_given"
                    ),
                ],
            },
            managers=[
                ("every", django.db.models.manager.Manager()),
            ],
        ),
    ]
