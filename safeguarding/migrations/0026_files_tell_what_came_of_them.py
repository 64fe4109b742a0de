"""What came of a file that was taken in is kept, for its page."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("safeguarding", "0025_another_address_checked"),
    ]

    operations = [
        migrations.AddField(
            model_name="directoryfile",
            name="outcome",
            field=models.JSONField(blank=True, db_default=models.Value({}, models.JSONField()), default=dict),
        ),
    ]
