"""Going live: of what was due before, each person who has any of it is told once, in one line."""

from __future__ import annotations

import datetime as dt

from django.db import connection

from conferences.operations.duties_holders import holds_any
from conferences.queries.duties_parts import SEES_OTHERS
from conferences.rules.notices import Change

# Who has nothing of it is told nothing: that is looked at when the e-mail is made.
TELL = f"""
    INSERT INTO conferences_notice (go_live_id, rung, change, recipient_id, owed_at)
    SELECT l.id, '', '{Change.WENT_LIVE}', u.id, %(at)s
    FROM safeguarding_golive l CROSS JOIN safeguarding_user u
    WHERE l.begun_at IS NULL AND u.is_active AND NOT u.is_system
"""
# Whoever joins later, or is given any of it for the first time; who sees other people's, while there is any.
TELL_LATER = f"""
    INSERT INTO conferences_notice (go_live_id, rung, change, recipient_id, owed_at)
    SELECT l.id, '', '{Change.WENT_LIVE}', u.id, %(at)s
    FROM safeguarding_golive l CROSS JOIN safeguarding_user u
    WHERE l.begun_at IS NOT NULL AND u.is_active AND NOT u.is_system
        AND NOT EXISTS (SELECT FROM conferences_notice n WHERE n.go_live_id = l.id AND n.recipient_id = u.id)
        AND EXISTS (
            SELECT FROM conferences_duty d
            WHERE d.closed_at IS NULL AND d.due_date < l.day
                AND (d.owner_id = u.id OR {holds_any(SEES_OTHERS)})
        )
"""
BEGIN = "UPDATE safeguarding_golive SET begun_at = %(at)s WHERE begun_at IS NULL"


def begin(*, at: dt.datetime) -> None:
    """Begin, once, in the transaction of the first scan on or after the day: from then on it never moves.
    A later scan owes the line to those who have some of it now and were never told.
    """
    with connection.cursor() as cursor:
        cursor.execute(TELL, {"at": at})
        cursor.execute(BEGIN, {"at": at})
        cursor.execute(TELL_LATER, {"at": at})
