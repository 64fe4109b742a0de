"""What the database holds of the links by which agencies give reports, and of the reports that came."""

from __future__ import annotations

import pgtrigger

from conferences.rules.invitations_links import MOST_TRIES
from safeguarding.promises import at_the_end, changed, fits, said, stays

AGENCY = "reportlink_of_an_agency"
AGENCY_WRONG = """EXISTS (
        SELECT FROM {rows} JOIN conferences_invitation AS i ON i.id = r.invitation_id
        WHERE i.agency_kind = '')"""
LINKED = "agencyreport_by_its_own_link"
LINKED_WRONG = """EXISTS (
        SELECT FROM {rows} JOIN conferences_reportlink AS l ON l.id = r.link_id
        WHERE l.invitation_id <> r.invitation_id)"""
# Whoever corrects a report sends all of it once more: it is about the children of the one before as well.
CHILDLESS = """NOT EXISTS (SELECT FROM conferences_agencyreportchild AS m WHERE m.report_id = NEW.id)
    OR EXISTS (
        SELECT q.child_id FROM conferences_requestedchild AS q
        JOIN conferences_invitation AS i ON i.request_id = q.request_id
        WHERE i.id = NEW.invitation_id
        UNION
        SELECT b.child_id FROM conferences_agencyreportchild AS b
        JOIN conferences_agencyreport AS o ON o.id = b.report_id
        WHERE o.invitation_id = NEW.invitation_id AND o.version < NEW.version
        EXCEPT
        SELECT m.child_id FROM conferences_agencyreportchild AS m WHERE m.report_id = NEW.id)"""
UNTAKEN = f"""EXISTS (
        SELECT FROM conferences_reportlink AS l JOIN conferences_invitation AS i ON i.id = l.invitation_id
        WHERE l.id = NEW.link_id
        AND (l.ended_at IS NOT NULL OR l.tries >= {MOST_TRIES} OR i.off_at IS NOT NULL
            OR NEW.sent_at < l.made_at
            OR ((NEW.sent_at AT TIME ZONE 'Europe/London')::date > l.ends_date
                AND COALESCE(
                    (SELECT b.state NOT IN ('INQUORATE', 'ADJOURNED', 'ABANDONED')
                    FROM conferences_booking AS b
                    WHERE b.request_id = i.request_id AND b.state <> 'CANCELLED'
                    ORDER BY b.id DESC LIMIT 1), true))))"""
OUT_OF_ORDER = """NEW.version > 1 AND NOT EXISTS (
        SELECT FROM conferences_agencyreport AS o
        WHERE o.invitation_id = NEW.invitation_id AND o.version = NEW.version - 1
        AND o.id < NEW.id AND o.sent_at <= NEW.sent_at)"""
SHOWN_EARLY = """EXISTS (
        SELECT FROM conferences_invitation AS i JOIN conferences_request AS q ON q.id = i.request_id
        WHERE i.id = NEW.invitation_id
        AND NEW.shared_date < (q.requested_at AT TIME ZONE 'Europe/London')::date)"""


def _as_it_is_sent(name: str, sentence: str, wrong: str) -> pgtrigger.Trigger:
    """Asked of a new report once its transaction ends: its children come after it."""
    return at_the_end(said(name, sentence), wrong, operation=pgtrigger.Insert)


LINK_HOLDS = [
    *fits(
        AGENCY,
        "Only somebody of an agency gives a report by a link.",
        AGENCY_WRONG,
        table="conferences_reportlink",
        of=("invitation_id",),
    ),
    stays(
        "reportlink_stays",
        "This link has ended, and stays so. Make a new one.",
        operation=pgtrigger.Update | pgtrigger.Delete,
        wrong=f"""TG_OP = 'DELETE' OR OLD.ended_at IS NOT NULL
        OR (OLD.tries >= {MOST_TRIES} AND NEW.tries < OLD.tries)
        OR NEW.ends_date < OLD.ends_date
        OR (OLD.given_at IS NOT NULL AND NEW.given_at IS DISTINCT FROM OLD.given_at)
        OR (NEW.code_digest <> OLD.code_digest
            AND (OLD.tries >= {MOST_TRIES} OR NEW.code_at IS NOT DISTINCT FROM OLD.code_at))
        OR (NEW.invitation_id, NEW.digest, NEW.made_by_id, NEW.made_at)
            IS DISTINCT FROM
            (OLD.invitation_id, OLD.digest, OLD.made_by_id, OLD.made_at)""",
    ),
]
GIVEN_HOLDS = [
    *fits(
        LINKED,
        "A report comes by the link of its own agency.",
        LINKED_WRONG,
        table="conferences_agencyreport",
        of=("invitation_id", "link_id"),
    ),
    stays(
        "agencyreport_stays",
        "What an agency sent stays as it was sent; a correction is a new version.",
        operation=pgtrigger.Update | pgtrigger.Delete,
        wrong="""TG_OP = 'DELETE' OR (OLD.read_at IS NOT NULL AND NEW.read_at IS NOT NULL)
        OR (to_jsonb(NEW) - ARRAY['read_by_id', 'read_at'])
            IS DISTINCT FROM (to_jsonb(OLD) - ARRAY['read_by_id', 'read_at'])""",
    ),
    _as_it_is_sent(
        "agencyreport_with_its_children",
        "A report is about the children whom its conference is for. Send it again.",
        CHILDLESS,
    ),
    _as_it_is_sent(
        "agencyreport_by_a_link_that_is_taken", "A report comes by a link that is taken.", UNTAKEN
    ),
    _as_it_is_sent(
        "agencyreport_versions_in_order", "A correction follows what was sent before it.", OUT_OF_ORDER
    ),
    _as_it_is_sent(
        "agencyreport_shown_once_it_was_asked_for",
        "It was shown since the conference was asked for.",
        SHOWN_EARLY,
    ),
]
GIVEN_CHILD_HOLDS = [
    # A record that is joined into another of the same child takes along that a report is about it.
    stays(
        "agencyreportchild_stays",
        "Whom a report is about stays as it was sent.",
        operation=pgtrigger.Update | pgtrigger.Delete,
        wrong="TG_OP = 'DELETE' OR OLD.report_id IS DISTINCT FROM NEW.report_id",
    ),
]
KIND_STAYS = changed(
    said(
        "invitation_kind_stays_with_its_links",
        "This person was given a link for a report as of their agency, and stays of it.",
    ),
    "EXISTS (SELECT FROM conferences_reportlink AS l WHERE l.invitation_id = NEW.id)",
    of=("agency_kind",),
)
