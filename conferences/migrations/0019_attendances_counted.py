"""Those who attended count as they did, but for "Other", with which any two people were a quorum."""

from django.db import migrations

FORWARD = """
    UPDATE conferences_attendance SET counted_as = agency_kind WHERE agency_kind NOT IN ('', 'OTHER')
"""


class Migration(migrations.Migration):
    dependencies = [
        ("conferences", "0018_attendances_count"),
    ]

    operations = [
        migrations.RunSQL(FORWARD, migrations.RunSQL.noop),
    ]
