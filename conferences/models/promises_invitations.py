"""What the database holds of the list of a conference: who is on it, and until when it changes."""

from __future__ import annotations

import pgtrigger

from safeguarding.promises import fits, stays

OWN = "invitation_of_its_own_children"
OWN_WRONG = """EXISTS (
        SELECT FROM {rows}
            JOIN conferences_request AS q ON q.id = r.request_id
            JOIN safeguarding_person AS p ON p.id = r.person_id
        WHERE p.family_id <> q.family_id AND NOT EXISTS (
            SELECT FROM conferences_requestedchild AS rc JOIN safeguarding_child AS c ON c.id = rc.child_id
                LEFT JOIN safeguarding_relationship AS t ON t.child_id = c.id AND t.person_id = p.id
                    AND NOT t.in_error
            WHERE rc.request_id = q.id AND (t.id IS NOT NULL OR c.family_id = p.family_id)))"""
ONCE = "invitation_answers_once"
# A name alone may be the person of that name: two rows would hold two answers of one.
ONCE_WRONG = """EXISTS (
        SELECT FROM {rows} JOIN conferences_invitation AS o ON o.request_id = r.request_id
        WHERE r.off_at IS NULL AND o.off_at IS NULL AND r.agency_kind = '' AND o.agency_kind = ''
            AND lower(o.name) = lower(r.name) AND (o.person_id IS NULL) <> (r.person_id IS NULL)
            AND o.requested_child_id IS NULL AND r.requested_child_id IS NULL)"""
CHILD = "invitation_child_of_its_request"
CHILD_WRONG = """EXISTS (
        SELECT FROM {rows} JOIN conferences_requestedchild AS rc ON rc.id = r.requested_child_id
        WHERE rc.request_id <> r.request_id)"""
KIND = "invitation_kind_known"
KIND_WRONG = """EXISTS (
        SELECT FROM {rows} LEFT JOIN safeguarding_agencykind AS k ON k.code = r.agency_kind
        WHERE r.agency_kind <> '' AND k.id IS NULL)"""

CHASED = "report_chase_of_a_report_asked"
CHASED_WRONG = """EXISTS (
        SELECT FROM {rows} JOIN conferences_invitation AS i ON i.id = r.invitation_id
        WHERE NOT i.is_report_asked)"""

CHASE_HOLDS = [
    *fits(
        CHASED,
        "Select only people who are asked for a report.",
        CHASED_WRONG,
        table="conferences_reportchase",
        of=("invitation_id",),
    ),
    stays(
        "report_chase_stays",
        "A chase stays; it can be told otherwise or taken back.",
        operation=pgtrigger.Update | pgtrigger.Delete,
        wrong="""TG_OP = 'DELETE' OR OLD.taken_back_at IS NOT NULL
        OR NEW.invitation_id IS DISTINCT FROM OLD.invitation_id""",
    ),
]

SHOWN_TO = "report_showing_of_one_list"
SHOWN_TO_WRONG = """EXISTS (
        SELECT FROM {rows} JOIN conferences_invitation AS i ON i.id = r.invitation_id
            JOIN conferences_invitation AS o ON o.id = r.reader_id
        WHERE i.request_id <> o.request_id OR i.agency_kind = '' OR o.agency_kind <> '')"""
SHOWN_EARLY = "report_showing_since_its_request"
SHOWN_EARLY_WRONG = """EXISTS (
        SELECT FROM {rows} JOIN conferences_invitation AS i ON i.id = r.invitation_id
            JOIN conferences_request AS q ON q.id = i.request_id
        WHERE r.shown_date < (q.requested_at AT TIME ZONE 'Europe/London')::date)"""
SHOWN_AGAINST = "report_showing_to_nobody_excluded"
# What was shown before that was decided was shown.
SHOWN_AGAINST_WRONG = """EXISTS (
        SELECT FROM {rows} JOIN conferences_invitation AS o ON o.id = r.reader_id
            JOIN conferences_exclusion AS e ON e.request_id = o.request_id
        WHERE r.way IN ('GIVEN', 'READ', 'SENT') AND o.requested_child_id IS NULL
            AND e.lifted_at IS NULL AND e.answer = 'WHOLE'
            AND r.shown_date >= (e.decided_at AT TIME ZONE 'Europe/London')::date
            AND (o.person_id = e.person_id
                OR ((o.person_id IS NULL OR e.person_id IS NULL) AND lower(o.name) = lower(e.name))))"""
SHOWING_TABLE = "conferences_reportshowing"
SHOWING_HOLDS = [
    *fits(
        SHOWN_TO,
        "Select only reports of agencies, and only people of the family who are on the same list.",
        SHOWN_TO_WRONG,
        table=SHOWING_TABLE,
        of=("invitation_id", "reader_id"),
    ),
    *fits(
        SHOWN_EARLY,
        "A report is shown on or after the day of the request.",
        SHOWN_EARLY_WRONG,
        table=SHOWING_TABLE,
        of=("shown_date",),
    ),
    *fits(
        SHOWN_AGAINST,
        "Whoever is excluded from the whole conference is not shown its reports.",
        SHOWN_AGAINST_WRONG,
        table=SHOWING_TABLE,
        of=("way", "shown_date"),
    ),
    stays(
        "report_showing_stays",
        "That a report was shown stays; it can be told otherwise or taken back.",
        operation=pgtrigger.Update | pgtrigger.Delete,
        wrong="""TG_OP = 'DELETE' OR OLD.taken_back_at IS NOT NULL
        OR (NEW.invitation_id, NEW.reader_id) IS DISTINCT FROM (OLD.invitation_id, OLD.reader_id)""",
    ),
]

CHOSEN = "quorum_choice_of_its_chair"
# Whose meeting it is as they say so: a chair who takes it over later says it once more.
CHOSEN_WRONG = """EXISTS (
        SELECT FROM {rows} JOIN conferences_booking AS b ON b.id = r.booking_id
        WHERE b.chair_id <> r.told_by_id)"""
CHOICE_HOLDS = [
    *fits(
        CHOSEN,
        "Only the meeting’s own chair decides whether it goes on.",
        CHOSEN_WRONG,
        table="conferences_quorumchoice",
        of=("booking_id", "told_by_id"),
    ),
    stays(
        "quorumchoice_never_changed",
        "Why a meeting went on stays; it can be told once more.",
        operation=pgtrigger.Update | pgtrigger.Delete,
    ),
]

INVITATION_HOLDS = [
    *fits(
        OWN,
        "Select only people who are related to the children of this request.",
        OWN_WRONG,
        table="conferences_invitation",
        of=("request_id", "person_id"),
    ),
    *fits(
        ONCE,
        "Somebody of the family of this name is on the list already.",
        ONCE_WRONG,
        table="conferences_invitation",
        of=("person_id", "name", "agency_kind", "off_at"),
    ),
    *fits(
        CHILD,
        "Select only children of this request.",
        CHILD_WRONG,
        table="conferences_invitation",
        of=("request_id", "requested_child_id"),
    ),
    *fits(
        KIND,
        "Select the agency, or family.",
        KIND_WRONG,
        table="conferences_invitation",
        of=("agency_kind",),
    ),
    stays(
        "invitation_stays",
        "Who was on the list stays on it; they can be taken off, with the reason.",
        operation=pgtrigger.Update | pgtrigger.Delete,
        wrong="""TG_OP = 'DELETE' OR OLD.off_at IS NOT NULL
        OR (NEW.request_id, NEW.person_id, NEW.put_on_by_id, NEW.put_on_at)
            IS DISTINCT FROM (OLD.request_id, OLD.person_id, OLD.put_on_by_id, OLD.put_on_at)""",
    ),
]
