"""When thinking time that was held before was recorded: when the first entry of it was written, as its history
tells. What came after the signing is late.
"""

from typing import Any

import pghistory
from django.db import migrations

# The rows that were read are what is filled; nothing that was held is left out, or the loop would not end.
FILL = """
    WITH one AS (
        SELECT t.id, t.request_id, coalesce(
            (SELECT min(e.written_at) FROM conferences_thinkingtimeentryevent e WHERE e.session_id = t.id),
            (SELECT min(e.written_at) FROM conferences_thinkingtimeentry e WHERE e.session_id = t.id),
            (t.held_date + time '12:00') AT TIME ZONE 'Europe/London') AS at
        FROM conferences_thinkingtime t WHERE t.state = 'HELD' AND t.recorded_at IS NULL
        ORDER BY t.id LIMIT 1000
    )
    UPDATE conferences_thinkingtime t SET recorded_at = one.at, is_late = EXISTS (
        SELECT FROM conferences_meetingrecord m JOIN conferences_booking b ON b.id = m.booking_id
        WHERE b.request_id = one.request_id AND m.state = 'SIGNED' AND m.signed_at < one.at)
    FROM one WHERE t.id = one.id
"""


def fill(apps: Any, editor: Any) -> None:
    with pghistory.context(migration="0139_thinking_recorded_filled"), editor.connection.cursor() as cursor:
        cursor.execute(FILL)
        while cursor.rowcount:
            cursor.execute(FILL)


class Migration(migrations.Migration):
    # Each batch is a transaction of its own: nobody waits for the last row.
    atomic = False
    dependencies = [("conferences", "0138_thinking_recorded")]
    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
