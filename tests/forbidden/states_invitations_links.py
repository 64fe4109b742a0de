"""What must never stand in the links of agencies, and in the reports that came by them."""

from tests.forbidden.state import State, another, change, remove

LINK, REPORT, CHILD = "reportlink", "agencyreport", "agencyreportchild"


def link(name: str, refused_by: str, /, **values: str) -> State:
    return State(name, "0144", change(LINK, "report_link", **values), refused_by)


def sent(name: str, refused_by: str, /, **values: str) -> State:
    """Another version of a report."""
    fresh = {"version": "2", "changed": "'Another'"} | values
    return State(name, "0144", another(REPORT, "agency_report", **fresh), refused_by)


def raw(name: str, refused_by: str, /, *, first: str = "", **values: str) -> State:
    """A second version written past the operations, after something else was done."""
    plant = another(REPORT, "agency_report", **{"version": "2", "changed": "'Another'"} | values)
    return State(name, "0144", f"{first}; {plant}" if first else plant, refused_by)


ENDED = change(LINK, "report_link", ended_at="now()", ended_by_id="{worker}", draft="'{{}}'", draft_at="NULL")
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
    State(
        "two links of one agency that wait to be given",
        "0144",
        another(LINK, "report_link", digest="'other'", given_at="NULL")
        + "; "
        + another(LINK, "report_link", digest="'third'", given_at="NULL"),
        "reportlink_one_that_is_not_given",
    ),
    link("a link shortened", "reportlink_stays", ends_date="'2018-11-06'"),
    link("a link that was given become none", "reportlink_stays", given_at="NULL"),
    link("another code of no moment", "reportlink_stays", code_digest="'other'"),
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
    # The application's own role, past the operations.
    raw("a report of no child", "agencyreport_with_its_children"),
    raw("a report out of its order", "agencyreport_versions_in_order", version="3"),
    raw("a report by a link that ended", "agencyreport_by_a_link_that_is_taken", first=ENDED),
    raw(
        "a report by a link that is locked",
        "agencyreport_by_a_link_that_is_taken",
        first=change(LINK, "report_link", tries="5"),
    ),
    raw(
        "a report by a link whose day is over",
        "agencyreport_by_a_link_that_is_taken",
        sent_at="'2101-01-01'",
    ),
    raw(
        "a report shown before the conference was asked for",
        "agencyreport_shown_once_it_was_asked_for",
        shared_date="'2018-04-08'",
    ),
    State(
        "a report read by another than said so",
        "0144",
        change(REPORT, "agency_report", read_at="now()", read_by_id="{worker}")
        + "; "
        + change(REPORT, "agency_report", read_at="now() + interval '1 hour'"),
        "agencyreport_stays",
    ),
    State("a child taken from a report", "0144", remove(CHILD, "report_child"), "agencyreportchild_stays"),
    State(
        "a locked link tried anew",
        "0144",
        f"{change(LINK, 'report_link', tries='5')}; {change(LINK, 'report_link', tries='0')}",
        "reportlink_stays",
    ),
    State(
        "somebody with a link become one of another agency",
        "0144",
        change("invitation", "invited", agency_kind="'POLICE'"),
        "invitation_kind_stays_with_its_links",
    ),
]
