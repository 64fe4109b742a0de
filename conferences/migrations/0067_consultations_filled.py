"""What stands already: each request's consultations become one of the family, and what the asker told is the
account that was answered.
"""

from typing import Any

import pghistory
from django.db import migrations

# In the order of the requests; who runs it again finds nothing left.
FAMILIES = """
    INSERT INTO conferences_familyconsultation
        (ref, family_id, request_id, raised_why, raised_at, words, decide_by_date, is_over)
    SELECT gen_random_uuid(), q.family_id, q.id, 'REPLAN', min(k.raised_at), '', min(k.decide_by_date),
        bool_and(k.state IN ('AGREED', 'ANOTHER_WAY', 'CLOSED'))
    FROM conferences_consultation AS k
        JOIN conferences_requestedchild AS rc ON rc.id = k.requested_child_id
        JOIN conferences_request AS r ON r.id = rc.request_id
        JOIN conferences_request AS q ON q.id = coalesce(r.parted_from_id, r.id)
    WHERE k.within_id IS NULL
    GROUP BY q.id, q.family_id ORDER BY q.id
    ON CONFLICT (request_id) DO NOTHING
"""
CHILDREN = """
    UPDATE conferences_consultation AS k SET child_id = rc.child_id, within_id = f.id
    FROM conferences_requestedchild AS rc
        JOIN conferences_request AS r ON r.id = rc.request_id
        JOIN conferences_familyconsultation AS f ON f.request_id = coalesce(r.parted_from_id, r.id)
    WHERE rc.id = k.requested_child_id AND k.within_id IS NULL
"""
# One version a person and moment; with the same moment, a brother's and a sister's are two.
ACCOUNTS = """
    INSERT INTO conferences_consultationaccount
        (within_id, number, why_now, what_is_different, what_else, parents_words, manager_view,
         outcome_sought, how_different, given_by_id, given_at)
    SELECT k.within_id, (
            SELECT count(*) FROM conferences_consultationaccount AS o WHERE o.within_id = k.within_id
        ) + row_number() OVER (PARTITION BY k.within_id ORDER BY k.asked_at, k.id),
        k.why_now, k.what_is_different, k.options_tried, '', '', '', '', k.asked_by_id, k.asked_at
    FROM conferences_consultation AS k
    WHERE k.asked_at IS NOT NULL AND NOT EXISTS (
        SELECT FROM conferences_consultationaccountchild AS m WHERE m.consultation_id = k.id)
    ORDER BY k.within_id, k.asked_at, k.id
"""
ACCOUNT_CHILDREN = """
    INSERT INTO conferences_consultationaccountchild
        (account_id, consultation_id, child_id, child_words, what_is_different)
    SELECT v.id, k.id, k.child_id, k.child_words, ''
    FROM (
        SELECT c.*, row_number() OVER (PARTITION BY c.within_id ORDER BY c.asked_at, c.id) AS place
        FROM conferences_consultation AS c
        WHERE c.asked_at IS NOT NULL AND NOT EXISTS (
            SELECT FROM conferences_consultationaccountchild AS m WHERE m.consultation_id = c.id)
    ) AS k
    JOIN (
        SELECT a.*, row_number() OVER (PARTITION BY a.within_id ORDER BY a.number) AS place
        FROM conferences_consultationaccount AS a
        WHERE NOT EXISTS (SELECT FROM conferences_consultationaccountchild AS m WHERE m.account_id = a.id)
    ) AS v ON v.within_id = k.within_id AND v.place = k.place
"""
# An answer changes for nobody, so its table's own refusal is set aside while its account is named.
REFUSAL = """
    SELECT tgname FROM pg_trigger
    WHERE tgrelid = 'conferences_consultationanswer'::regclass AND tgname LIKE 'pgtrigger_answer_never_changed%'
"""
ANSWERS = """
    UPDATE conferences_consultationanswer AS a SET account_id = m.account_id
    FROM conferences_consultationaccountchild AS m
    WHERE m.consultation_id = a.consultation_id AND a.account_id IS NULL
"""


def fill(apps: Any, editor: Any) -> None:
    with pghistory.context(migration="0067_consultations_filled"), editor.connection.cursor() as cursor:
        for statement in (FAMILIES, CHILDREN, ACCOUNTS, ACCOUNT_CHILDREN):
            cursor.execute(statement)
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute(REFUSAL)
        names = [editor.quote_name(name) for (name,) in cursor.fetchall()]
        for name in names:
            cursor.execute(f"ALTER TABLE conferences_consultationanswer DISABLE TRIGGER {name}")
        cursor.execute(ANSWERS)
        for name in names:
            cursor.execute(f"ALTER TABLE conferences_consultationanswer ENABLE TRIGGER {name}")


class Migration(migrations.Migration):
    dependencies = [
        ("conferences", "0066_consultations_once"),
    ]
    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
