"""What the database holds of what a conference leaves for a plan: whose it is, and until when it changes."""

from __future__ import annotations

import pgtrigger

from conferences.models.promises_agreed import AGREED
from conferences.models.promises_work import CLOSED, IN_PART
from safeguarding.promises import fits, stays

KIND = "coregroupmember_kind_known"
KIND_WRONG = """EXISTS (
        SELECT FROM {rows} LEFT JOIN safeguarding_agencykind AS k ON k.code = r.agency_kind
        WHERE r.agency_kind <> '' AND k.id IS NULL)"""
OWN = "coregroupmember_of_its_own_child"
OWN_WRONG = """EXISTS (
        SELECT FROM {rows}
            JOIN conferences_childpart AS p ON p.id = r.part_id
            JOIN conferences_requestedchild AS rc ON rc.id = p.requested_child_id
            JOIN safeguarding_child AS c ON c.id = rc.child_id
            JOIN safeguarding_person AS s ON s.id = r.person_id
        WHERE s.family_id IS DISTINCT FROM c.family_id AND NOT EXISTS (
            SELECT FROM safeguarding_relationship AS t
            WHERE t.child_id = c.id AND t.person_id = s.id AND NOT t.in_error))"""
AFTER = "nextdates_after_their_meeting"
AFTER_WRONG = """EXISTS (
        SELECT FROM {rows}
            JOIN conferences_childpart AS p ON p.id = r.part_id
            JOIN conferences_meetingrecord AS m ON m.id = p.record_id
            JOIN conferences_booking AS b ON b.id = m.booking_id
        WHERE least(r.core_group_date, r.review_date)
            <= (b.starts_at AT TIME ZONE 'Europe/London')::date)"""


# What of a row is corrected in this transaction.
CORRECTED = """SELECT c.field::text FROM conferences_correction AS c
                JOIN conferences_correctionevent AS e ON e.pgh_obj_id = c.id
            WHERE c.kind = '{kind}' AND c.row = {row} AND e.pgh_created_at = now()"""


def closed_but_for(kind: str, added: str) -> str:
    """That the record was signed, and more of the row would be another than was corrected in this
    transaction; a row is `added` (SQL).
    """
    corrected = f"ARRAY({CORRECTED.format(kind=kind, row='OLD.id')})"
    return f"""NOT (TG_OP = 'UPDATE' AND to_jsonb(OLD) - {corrected} = to_jsonb(NEW) - {corrected})
        AND NOT (TG_OP = 'INSERT' AND {added})
        AND {IN_PART}"""


# A decision that was put right in this transaction leaves a plan, for which days are chosen.
PLAN_AGREED = AGREED.format(
    ids="SELECT p.conference_child_id FROM conferences_childpart AS p WHERE p.id = NEW.part_id"
)


def added_since(kind: str, field: str) -> str:
    """That a row is new, and a correction of this transaction says since when it is."""
    return f"""EXISTS ({CORRECTED.format(kind=kind, row="NEW.id")}
                AND c.field = '{field}')"""


JOINED = added_since("CORE_GROUP_MEMBER", "joined_date")


ANY = pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete
NEXT_DATES_HOLDS = [
    *fits(
        AFTER,
        "A core group and a review come after their conference.",
        AFTER_WRONG,
        table="conferences_nextdates",
        of=("part_id", "core_group_date", "review_date"),
    ),
    stays("nextdates_signed_stays", CLOSED, operation=ANY, wrong=closed_but_for("NEXT_DATES", PLAN_AGREED)),
]
MEMBER_HOLDS = [
    *fits(
        KIND,
        "Select the agency, or family.",
        KIND_WRONG,
        table="conferences_coregroupmember",
        of=("agency_kind",),
    ),
    *fits(
        OWN,
        "Only people who belong to the child are of the family in a core group.",
        OWN_WRONG,
        table="conferences_coregroupmember",
        of=("part_id", "person_id"),
    ),
    stays(
        "coregroupmember_signed_stays",
        CLOSED,
        operation=ANY,
        wrong=closed_but_for("CORE_GROUP_MEMBER", JOINED),
    ),
]
