"""A file that is kept says so: the word of its status, which the column does not hold."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("conferences", "0144_consultations_taken_back_checked"),
    ]

    operations = [
        migrations.AlterField(
            model_name="importedfile",
            name="status",
            field=models.CharField(
                choices=[
                    ("WAITING", "Waiting to be read"),
                    ("READING", "Being read"),
                    ("PROPOSED", "To be kept or not"),
                    ("READ", "Kept"),
                    ("REFUSED", "Refused"),
                    ("DISCARDED", "Discarded"),
                    ("REPLACED", "Replaced"),
                    ("UNDONE", "Undone"),
                ],
                default="WAITING",
                max_length=10,
            ),
        ),
        migrations.AlterField(
            model_name="importedfileevent",
            name="status",
            field=models.CharField(
                choices=[
                    ("WAITING", "Waiting to be read"),
                    ("READING", "Being read"),
                    ("PROPOSED", "To be kept or not"),
                    ("READ", "Kept"),
                    ("REFUSED", "Refused"),
                    ("DISCARDED", "Discarded"),
                    ("REPLACED", "Replaced"),
                    ("UNDONE", "Undone"),
                ],
                default="WAITING",
                max_length=10,
            ),
        ),
    ]
