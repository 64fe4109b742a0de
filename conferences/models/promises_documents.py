"""What the database holds of documents: each follows the one before it and stays as it was made."""

from __future__ import annotations

import pgtrigger

from safeguarding.promises import fits, stays

DOCUMENT = "document_of_its_letter"
DOCUMENT_WRONG = """EXISTS (
        SELECT FROM {rows} WHERE r.kind = 'DECISION_LETTER' AND NOT EXISTS (
            SELECT FROM conferences_letter AS l
            WHERE l.record_id = r.record_id AND l.person_id = r.person_id))"""
NEXT = "document_follows_the_one_before"
NEXT_WRONG = """EXISTS (
        SELECT FROM {rows} JOIN conferences_document AS o ON o.id = r.supersedes_id
        WHERE (o.record_id, o.kind, o.person_id, o.version + 1)
            IS DISTINCT FROM (r.record_id, r.kind, r.person_id, r.version::int))"""


DOCUMENT_HOLDS = [
    *fits(
        DOCUMENT,
        "A decision letter is kept for somebody to whom one was made.",
        DOCUMENT_WRONG,
        table="conferences_document",
        of=("record_id", "person_id", "kind"),
    ),
    *fits(
        NEXT,
        "A new version takes the place of the one before it.",
        NEXT_WRONG,
        table="conferences_document",
        of=("supersedes_id",),
    ),
    stays(
        "document_stays_as_made",
        "This document stays as it was made.",
        operation=pgtrigger.Update | pgtrigger.Delete,
        wrong="""TG_OP = 'DELETE' OR to_jsonb(OLD) - 'sent_date' - 'sent_by_id'
        <> to_jsonb(NEW) - 'sent_date' - 'sent_by_id'
        OR (OLD.sent_date IS NOT NULL AND NEW.sent_date IS NULL)""",
    ),
]
