"""What the database holds of the confidential section of a record: of whom it is kept, and until when it
changes.
"""

from __future__ import annotations

import pgtrigger

from conferences.models.promises_work import CLOSED, IN_RECORD
from safeguarding.promises import fits, stays

KIND = "withheldtext_kind_known"
KIND_WRONG = """EXISTS (
        SELECT FROM {rows} LEFT JOIN safeguarding_agencykind AS k ON k.code = r.agency_kind
        WHERE r.agency_kind <> '' AND k.id IS NULL)"""
PEOPLE = "withheldtext_from_its_own_people"
PEOPLE_WRONG = """EXISTS (
        SELECT FROM {rows}
            JOIN conferences_meetingrecord AS m ON m.id = r.record_id
            JOIN conferences_booking AS b ON b.id = m.booking_id
            JOIN conferences_request AS q ON q.id = b.request_id
            CROSS JOIN unnest(r.from_people) AS one(id)
            LEFT JOIN safeguarding_person AS p ON p.id = one.id
        WHERE p.id IS NULL OR (p.family_id <> q.family_id AND NOT EXISTS (
            SELECT FROM conferences_requestedchild AS rc JOIN safeguarding_child AS c ON c.id = rc.child_id
                LEFT JOIN safeguarding_relationship AS t ON t.child_id = c.id AND t.person_id = p.id
                    AND NOT t.in_error
            WHERE rc.request_id = q.id AND (t.id IS NOT NULL OR c.family_id = p.family_id))))"""

WITHHELD_HOLDS = [
    *fits(
        KIND,
        "Select the agency, or family.",
        KIND_WRONG,
        table="conferences_withheldtext",
        of=("agency_kind",),
    ),
    *fits(
        PEOPLE,
        "Select only people who are related to the children at this meeting.",
        PEOPLE_WRONG,
        table="conferences_withheldtext",
        of=("record_id", "from_people"),
    ),
    stays(
        "withheldtext_signed_stays",
        CLOSED,
        operation=pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete,
        wrong=IN_RECORD,
    ),
]
