"""Drafts tell the same words sent twice from others."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("safeguarding", "0003_restricted_children_found_by_index"),
    ]

    operations = [
        migrations.AddField(
            model_name="draft",
            name="saved_digest",
            field=models.CharField(blank=True, db_default="", default="", max_length=64),
        ),
    ]
