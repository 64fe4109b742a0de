"""What the database holds of the links by which agencies give reports, and of the reports that came."""

from __future__ import annotations

import pgtrigger

from safeguarding.promises import fits, stays

AGENCY = "reportlink_of_an_agency"
AGENCY_WRONG = """EXISTS (
        SELECT FROM {rows} JOIN conferences_invitation AS i ON i.id = r.invitation_id
        WHERE i.agency_kind = '')"""
LINKED = "agencyreport_by_its_own_link"
LINKED_WRONG = """EXISTS (
        SELECT FROM {rows} JOIN conferences_reportlink AS l ON l.id = r.link_id
        WHERE l.invitation_id <> r.invitation_id)"""

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
        wrong="""TG_OP = 'DELETE' OR OLD.ended_at IS NOT NULL
        OR (NEW.invitation_id, NEW.digest, NEW.code_digest, NEW.ends_date, NEW.made_by_id, NEW.made_at)
            IS DISTINCT FROM
            (OLD.invitation_id, OLD.digest, OLD.code_digest, OLD.ends_date, OLD.made_by_id, OLD.made_at)""",
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
        wrong="""TG_OP = 'DELETE' OR OLD.read_at IS NOT NULL
        OR (to_jsonb(NEW) - ARRAY['read_by_id', 'read_at'])
            IS DISTINCT FROM (to_jsonb(OLD) - ARRAY['read_by_id', 'read_at'])""",
    ),
]
