"""One meeting of a request stands, whatever ended before it; one part a child in each record."""

from django.db import migrations, models


class Migration(migrations.Migration):
    atomic = False

    dependencies = [
        ("conferences", "0124_take_overs_checked"),
    ]

    operations = [
        migrations.RunSQL(
            """CREATE UNIQUE INDEX CONCURRENTLY booking_one_stands_a_request
                ON conferences_booking (request_id) WHERE state IN ('BOOKED', 'HELD')""",
            "DROP INDEX CONCURRENTLY booking_one_stands_a_request",
            state_operations=[
                migrations.AddConstraint(
                    model_name="booking",
                    constraint=models.UniqueConstraint(
                        fields=["request"],
                        condition=models.Q(("state__in", ["BOOKED", "HELD"])),
                        name="booking_one_stands_a_request",
                    ),
                ),
            ],
        ),
        migrations.RunSQL(
            """CREATE UNIQUE INDEX CONCURRENTLY childpart_one_a_child_in_a_record
                ON conferences_childpart (record_id, requested_child_id)""",
            "DROP INDEX CONCURRENTLY IF EXISTS childpart_one_a_child_in_a_record",
        ),
        migrations.RunSQL(
            """ALTER TABLE conferences_childpart ADD CONSTRAINT childpart_one_a_child_in_a_record
                UNIQUE USING INDEX childpart_one_a_child_in_a_record""",
            "ALTER TABLE conferences_childpart DROP CONSTRAINT childpart_one_a_child_in_a_record",
            state_operations=[
                migrations.AddConstraint(
                    model_name="childpart",
                    constraint=models.UniqueConstraint(
                        fields=["record", "requested_child"], name="childpart_one_a_child_in_a_record"
                    ),
                ),
            ],
        ),
    ]
