"""Where duties were raised or emails made before a go-live day was kept, the service is live, and stays so."""

from django.db import migrations

# Before anything that a council holds, so that nothing of it was due before.
LIVE = """
    INSERT INTO safeguarding_golive (id, day, reason, begun_at)
    SELECT 1, DATE '1900-01-01', 'At work before a go-live day was kept.', now()
    WHERE EXISTS (SELECT FROM conferences_duty) OR EXISTS (SELECT FROM conferences_message)
    ON CONFLICT DO NOTHING
"""


class Migration(migrations.Migration):
    dependencies = [
        ("conferences", "0031_notices_are_of_one_thing"),
        ("safeguarding", "0020_go_live"),
    ]

    operations = [
        migrations.RunSQL(LIVE, migrations.RunSQL.noop),
    ]
