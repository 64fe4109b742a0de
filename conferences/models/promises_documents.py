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
        WHERE (o.record_id, o.kind, o.person_id, o.requested_child_id, o.agency_kind,
                lower(o.agency_name), o.version + 1)
            IS DISTINCT FROM
            (r.record_id, r.kind, r.person_id, r.requested_child_id, r.agency_kind,
                lower(r.agency_name), r.version::int))"""
COPY = "document_copy_of_a_signed_record"
COPY_WRONG = """EXISTS (
        SELECT FROM {rows} JOIN conferences_meetingrecord AS m ON m.id = r.record_id
        WHERE r.kind IN ('RECORD', 'CLOSING') AND m.state <> 'SIGNED')"""
RECIPIENT = "document_copy_of_its_own_people"
RECIPIENT_WRONG = """EXISTS (
        SELECT FROM {rows}
        WHERE r.kind IN ('RECORD', 'CLOSING') AND r.person_id IS NOT NULL AND NOT EXISTS (
            SELECT FROM conferences_childpart AS c
                JOIN conferences_requestedchild AS rc ON rc.id = c.requested_child_id
                JOIN safeguarding_relationship AS t ON t.child_id = rc.child_id
            WHERE c.record_id = r.record_id AND t.person_id = r.person_id AND NOT t.in_error))"""
CLOSING = "document_closing_of_a_plan_that_ended"
# Asked as it is made: what was made before a decision was put right stays.
CLOSING_WRONG = """EXISTS (
        SELECT FROM {rows}
        WHERE r.kind = 'CLOSING' AND NOT EXISTS (
            SELECT FROM conferences_childpart AS c
                JOIN conferences_requestedchild AS rc ON rc.id = c.requested_child_id
            WHERE c.record_id = r.record_id AND c.outcome = 'PLAN_ENDS'
                AND (r.person_id IS NULL OR EXISTS (
                    SELECT FROM safeguarding_relationship AS t
                    WHERE t.child_id = rc.child_id AND t.person_id = r.person_id AND NOT t.in_error))))"""
OWN = "document_own_version_of_its_children"
OWN_WRONG = """EXISTS (
        SELECT FROM {rows}
        WHERE r.requested_child_id IS NOT NULL AND NOT EXISTS (
            SELECT FROM conferences_childpart AS c
            WHERE c.record_id = r.record_id AND c.requested_child_id = r.requested_child_id))"""

RELEASED = "document_released_with_why"
RELEASED_WRONG = """EXISTS (
        SELECT FROM {rows}
        WHERE r.released_at IS NOT NULL AND r.release_words = ''
            AND coalesce(r.told -> 'cautions', '[]') <> '[]')"""
WAITS = "document_in_doubt_waits"
# A letter that went before its files were kept waits for nobody.
WAITS_WRONG = """EXISTS (
        SELECT FROM {rows}
        WHERE NOT r.needs_release AND NOT (r.is_late AND r.sent_date IS NOT NULL)
            AND coalesce(r.told -> 'cautions', '[]') <> '[]')"""
HIDDEN = "document_holds_no_hidden_address"
HIDDEN_WRONG = """EXISTS (
        SELECT FROM {rows}
        WHERE (r.released_at IS NOT NULL OR (r.sent_date IS NOT NULL AND NOT r.is_late))
            AND r.told -> 'cautions' @> '["HIDDEN"]')"""
WENT = "document_went_released_and_newest"
WENT_WRONG = """EXISTS (
        SELECT FROM {rows} LEFT JOIN conferences_document AS n ON n.supersedes_id = r.id
        WHERE r.sent_date < (r.released_at AT TIME ZONE 'Europe/London')::date
            OR (r.kind IN ('RECORD', 'CLOSING')
                AND r.sent_date > (n.made_at AT TIME ZONE 'Europe/London')::date))"""


# What is told of a document after it was made.
LATER = (
    "ARRAY['sent_date', 'sent_by_id', 'sent_how', 'sent_proof', 'released_by_id', 'released_at',"
    " 'release_words', 'off_by_id', 'off_at', 'off_reason', 'read_how', 'read_language', 'read_who',"
    " 'read_date', 'read_by_id', 'read_at', 'sat_with', 'child_said']"
)
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
    *fits(
        COPY,
        "A copy is made of a signed record.",
        COPY_WRONG,
        table="conferences_document",
        of=("record_id", "kind"),
    ),
    *fits(
        RECIPIENT,
        "A copy of a record goes to somebody who belongs to a child of the conference.",
        RECIPIENT_WRONG,
        table="conferences_document",
        of=("record_id", "kind", "person_id"),
    ),
    *fits(
        CLOSING,
        "A letter that a plan has ended goes to somebody of a child whose plan ended at the conference.",
        CLOSING_WRONG,
        table="conferences_document",
        of=("record_id", "kind"),
    ),
    *fits(
        OWN,
        "A child’s own version of a record is for one of its children.",
        OWN_WRONG,
        table="conferences_document",
        of=("record_id", "requested_child_id"),
    ),
    *fits(
        RELEASED,
        "Something in this copy is in doubt: whoever releases it says why it may go.",
        RELEASED_WRONG,
        table="conferences_document",
        of=("released_at",),
    ),
    *fits(
        WAITS,
        "Something in this is in doubt, so a second person looks at it before it goes.",
        WAITS_WRONG,
        table="conferences_document",
        of=("needs_release", "told"),
    ),
    *fits(
        HIDDEN,
        "This copy has an address that is confidential, so it cannot be released.",
        HIDDEN_WRONG,
        table="conferences_document",
        of=("released_at", "sent_date"),
    ),
    *fits(
        WENT,
        "A copy goes after it was released, and before a newer version takes its place.",
        WENT_WRONG,
        table="conferences_document",
        of=("sent_date",),
    ),
    stays(
        "document_stays_as_made",
        "This document stays as it was made.",
        operation=pgtrigger.Update | pgtrigger.Delete,
        wrong=f"""TG_OP = 'DELETE' OR to_jsonb(OLD) - {LATER} <> to_jsonb(NEW) - {LATER}
        OR (OLD.sent_date IS NOT NULL AND NEW.sent_date IS NULL AND NOT EXISTS (
            SELECT FROM conferences_correction AS c WHERE c.kind = 'COPY' AND c.row = OLD.id
                AND c.field = 'sent_date' AND (c.was, c.now) = (OLD.sent_date::text, '')))
        OR (OLD.released_at IS NOT NULL AND (NEW.released_at, NEW.released_by_id, NEW.release_words)
            IS DISTINCT FROM (OLD.released_at, OLD.released_by_id, OLD.release_words))
        OR (OLD.off_at IS NOT NULL AND (NEW.off_at, NEW.off_by_id, NEW.off_reason)
            IS DISTINCT FROM (OLD.off_at, OLD.off_by_id, OLD.off_reason))""",
    ),
]

# Of a child's own version: none is said not to be given that was, nor too early.
OWN_SIGNED = "ownversion_of_a_signed_record"
OWN_SIGNED_WRONG = """EXISTS (
        SELECT FROM {rows} JOIN conferences_childpart AS p ON p.id = r.part_id
            JOIN conferences_meetingrecord AS m ON m.id = p.record_id
        WHERE m.state <> 'SIGNED')"""
OWN_GIVEN = "ownversion_none_where_none_was_given"
OWN_GIVEN_WRONG = """EXISTS (
        SELECT FROM {rows} JOIN conferences_childpart AS p ON p.id = r.part_id
            JOIN conferences_document AS d
                ON d.record_id = p.record_id AND d.requested_child_id = p.requested_child_id
        WHERE r.none_at IS NOT NULL AND d.sent_date IS NOT NULL)"""
NONE_STANDS = "document_own_version_given_or_none"
NONE_STANDS_WRONG = """EXISTS (
        SELECT FROM {rows} JOIN conferences_childpart AS p
                ON p.record_id = r.record_id AND p.requested_child_id = r.requested_child_id
            JOIN conferences_ownversion AS o ON o.part_id = p.id
        WHERE r.sent_date IS NOT NULL AND o.none_at IS NOT NULL)"""
GIVEN_OR_NONE = "A child was given their own version, or will be given none: not both."

OWN_VERSION_HOLDS = [
    *fits(
        OWN_SIGNED,
        "A child’s own version is of a signed record.",
        OWN_SIGNED_WRONG,
        table="conferences_ownversion",
        of=("part_id",),
    ),
    *fits(OWN_GIVEN, GIVEN_OR_NONE, OWN_GIVEN_WRONG, table="conferences_ownversion", of=("none_at",)),
    stays(
        "ownversion_stays",
        "What is told of a child’s own version stays; it can be told otherwise, or taken back.",
        operation=pgtrigger.Update | pgtrigger.Delete,
        wrong="TG_OP = 'DELETE' OR NEW.part_id <> OLD.part_id",
    ),
]
DOCUMENT_OR_NONE = fits(
    NONE_STANDS, GIVEN_OR_NONE, NONE_STANDS_WRONG, table="conferences_document", of=("sent_date",)
)
