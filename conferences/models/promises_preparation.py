"""What the database holds of the preparation of a conference: whom a contact was with, and when it was."""

from __future__ import annotations

import pgtrigger

from safeguarding.promises import fits, stays

# While a contact is told: of somebody of the family who is on the list, or of a child of the request.
WITH = "family_contact_with_one_of_the_list"
WITH_WRONG = """EXISTS (
        SELECT FROM {rows} LEFT JOIN conferences_invitation AS i ON i.id = r.invitation_id
            LEFT JOIN conferences_requestedchild AS c ON c.id = r.asked_id
        WHERE (i.id IS NOT NULL
                AND (i.request_id <> r.request_id OR i.agency_kind <> '' OR i.requested_child_id IS NOT NULL))
            OR (c.id IS NOT NULL AND c.request_id <> r.request_id))"""
STANDS = "b.state IN ('BOOKED', 'HELD')"
LOCAL = "(b.starts_at AT TIME ZONE 'Europe/London')::date"
BY_MEETING = "family_contact_by_the_meeting"
BY_MEETING_WRONG = f"""EXISTS (
        SELECT FROM {{rows}} JOIN conferences_booking AS b ON b.request_id = r.request_id
        WHERE {STANDS} AND r.taken_back_at IS NULL AND r.contact_date > {LOCAL})"""
VIEWS_BY_MEETING = "views_before_by_the_meeting"
VIEWS_BY_MEETING_WRONG = f"""EXISTS (
        SELECT FROM {{rows}} JOIN conferences_requestedchild AS c ON c.id = r.asked_id
            JOIN conferences_booking AS b ON b.request_id = c.request_id
        WHERE {STANDS} AND r.taken_back_at IS NULL AND r.gathered_date > {LOCAL})"""
ONE_OF_TWO = "views_before_words_or_none"
ONE_OF_TWO_WRONG = """EXISTS (
        SELECT FROM {rows} JOIN conferences_viewsbefore AS o ON o.asked_id = r.asked_id
        WHERE r.taken_back_at IS NULL AND o.taken_back_at IS NULL
            AND (o.none_why = '') <> (r.none_why = ''))"""
TOO_LATE = "What goes before a conference is on or before its day."

CONTACT_HOLDS = [
    *fits(
        WITH,
        "Select somebody of the family who is on the list, or a child of this request.",
        WITH_WRONG,
        table="conferences_familycontact",
        of=("request_id", "invitation_id", "asked_id"),
    ),
    *fits(
        BY_MEETING,
        TOO_LATE,
        BY_MEETING_WRONG,
        table="conferences_familycontact",
        of=("contact_date",),
    ),
    # A child who is taken out of a request goes to one of their own, and the contact with them goes along.
    stays(
        "family_contact_stays",
        "A contact stays; it can be told otherwise, or taken back with the reason.",
        operation=pgtrigger.Update | pgtrigger.Delete,
        wrong="""TG_OP = 'DELETE'
        OR (NEW.invitation_id, NEW.asked_id) IS DISTINCT FROM (OLD.invitation_id, OLD.asked_id)
        OR (NEW.request_id <> OLD.request_id AND NEW.asked_id IS NULL)
        OR (OLD.taken_back_at IS NOT NULL
            AND to_jsonb(NEW) - 'request_id' <> to_jsonb(OLD) - 'request_id')""",
    ),
]
VIEWS_HOLDS = [
    *fits(
        VIEWS_BY_MEETING,
        TOO_LATE,
        VIEWS_BY_MEETING_WRONG,
        table="conferences_viewsbefore",
        of=("gathered_date",),
    ),
    *fits(
        ONE_OF_TWO,
        "Words of a child stand, or why there are none: one ends the other.",
        ONE_OF_TWO_WRONG,
        table="conferences_viewsbefore",
        of=("none_why",),
    ),
    stays(
        "views_before_stays",
        "A child’s words stay; they can be told otherwise, or taken back with the reason.",
        operation=pgtrigger.Update | pgtrigger.Delete,
        wrong="TG_OP = 'DELETE' OR OLD.taken_back_at IS NOT NULL OR NEW.asked_id <> OLD.asked_id",
    ),
]
