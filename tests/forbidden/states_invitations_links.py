"""What must never stand in the links of agencies, and in the reports that came by them."""

from tests.forbidden.state import State, another, change, remove

LINK, REPORT = "reportlink", "agencyreport"


def link(name: str, refused_by: str, /, **values: str) -> State:
    return State(name, "0144", change(LINK, "report_link", **values), refused_by)


def sent(name: str, refused_by: str, /, **values: str) -> State:
    """Another version of a report."""
    fresh = {"version": "2", "changed": "'Another'"} | values
    return State(name, "0144", another(REPORT, "agency_report", **fresh), refused_by)


STATES = [
    State(
        "two links of one agency that are taken",
        "0144",
        another(LINK, "report_link", digest="'other'"),
        "reportlink_one_that_is_taken",
    ),
    State(
        "a link of the family",
        "0144",
        another(LINK, "report_link", digest="'other'", invitation_id="{relative_invited}"),
        "reportlink_of_an_agency",
    ),
    link("a link moved to another day", "reportlink_stays", ends_date="'2099-11-06'"),
    State("a link deleted", "0144", remove(LINK, "report_link"), "reportlink_stays"),
    link(
        "a link ended by nobody",
        "reportlink_ended_by_and_at_without_a_draft",
        ended_at="now()",
        draft="'{{}}'",
    ),
    link("more wrong codes than are checked", "reportlink_tries_are_few", tries="6"),
    link("a draft of no moment", "reportlink_draft_since_when", draft_at="NULL"),
    State(
        "a link until a day that is none",
        "0144",
        another(
            LINK,
            "report_link",
            digest="'other'",
            ended_at="now()",
            ended_by_id="{worker}",
            draft="'{{}}'",
            ends_date="'infinity'",
        ),
        "reportlink_days_finite",
    ),
    sent("a report sent twice as one version", "agencyreport_one_a_version", version="1", changed="''"),
    sent("a correction that does not say what changed", "agencyreport_says_what_changed", changed="''"),
    sent("a report by nobody", "agencyreport_says_who_wrote_it", writer="''"),
    sent("a score without its reason", "agencyreport_score_with_its_reason", score="4"),
    sent("a score off the scale", "agencyreport_score_with_its_reason", score="11", score_why="'Why'"),
    sent("a report shown to nobody", "agencyreport_shared_when_and_with_whom", shared_with="''"),
    sent("a report shown in days to come", "agencyreport_shared_by_its_sending", shared_date="'2099-11-06'"),
    sent("a report shown on a day that is none", "agencyreport_days_finite", shared_date="'-infinity'"),
    sent("a report read by nobody", "agencyreport_read_by_and_at", read_at="now()"),
    sent(
        "a report by the link of another",
        "agencyreport_by_its_own_link",
        version="1",
        changed="''",
        invitation_id="{child_invited}",
    ),
    State(
        "a report rewritten",
        "0144",
        change(REPORT, "agency_report", texts='\'{{"WELL": "All"}}\''),
        "agencyreport_stays",
    ),
    State("a report deleted", "0144", remove(REPORT, "agency_report"), "agencyreport_stays"),
]
