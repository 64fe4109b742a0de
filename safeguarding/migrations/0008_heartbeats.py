"""When each part that works where nobody looks was last at work."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("safeguarding", "0007_leave"),
    ]

    operations = [
        migrations.CreateModel(
            name="Heartbeat",
            fields=[
                (
                    "part",
                    models.CharField(
                        choices=[
                            ("WORKER", "The worker"),
                            ("BEAT", "The timetable"),
                            ("MAIL", "Email"),
                            ("SCAN", "The scan of what is due"),
                        ],
                        max_length=10,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("worked_at", models.DateTimeField(blank=True, null=True)),
                ("tried_at", models.DateTimeField()),
                ("wrong", models.CharField(blank=True, db_default="", default="", max_length=60)),
                ("took_ms", models.PositiveIntegerField(db_default=0, default=0)),
            ],
            options={
                "ordering": ["part"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("part__in", ["WORKER", "BEAT", "MAIL", "SCAN"])),
                        name="heartbeat_part_known",
                    )
                ],
            },
        ),
    ]
