"""Core groups and next dates: what must not be of them."""

from tests.forbidden.state import State, another, both, change, remove

SATURDAY, BEFORE = "'2040-01-07'", "'2001-01-02'"


def corrected(kind: str, row: str, field: str) -> str:
    """A correction of one fact of a row."""
    told = {"kind": f"'{kind}'", "row": f"{{{row}}}", "field": f"'{field}'"}
    return another("correction", "correction", **told)


STATES = [
    State(
        "a core group on a Saturday",
        "0145",
        change("nextdates", "next_booked", core_group_date=SATURDAY),
        "nextdates_on_weekdays",
    ),
    State(
        "a review before its core group",
        "0145",
        change("nextdates", "next_booked", review_date="'2040-01-04'"),
        "nextdates_in_order",
    ),
    State(
        "a core group without its time",
        "0145",
        change("nextdates", "next_booked", core_group_time="NULL"),
        "nextdates_core_group_day_and_time",
    ),
    State(
        "a review without its day",
        "0145",
        change("nextdates", "next_booked", review_date="NULL"),
        "nextdates_review_day_and_time",
    ),
    State(
        "a core group on no day",
        "0145",
        change("nextdates", "next_booked", review_date="'infinity'"),
        "nextdates_days_finite",
    ),
    State(
        "a core group before its conference",
        "0145",
        change("nextdates", "next_booked", core_group_date=BEFORE),
        "nextdates_after_their_meeting",
    ),
    State(
        "a next date of a signed record moved without a correction",
        "0145",
        change("nextdates", "next_own", review_time="'09:00'"),
        "nextdates_signed_stays",
    ),
    State(
        "next dates of a signed record removed",
        "0145",
        remove("nextdates", "next_own"),
        "nextdates_signed_stays",
    ),
    State(
        "a member of a core group without a name",
        "0145",
        change("coregroupmember", "member_booked", name="''"),
        "coregroupmember_name_given",
    ),
    State(
        "a child of an agency",
        "0145",
        change("coregroupmember", "member_booked", is_child="true"),
        "coregroupmember_family_or_agency",
    ),
    State(
        "a lead worker of a school",
        "0145",
        change("coregroupmember", "member_booked", is_lead="true"),
        "coregroupmember_lead_of_social_care",
    ),
    State(
        "two leads of one core group",
        "0145",
        both(
            change("coregroupmember", "member_booked", is_lead="true", agency_kind="'SOCIAL_CARE'"),
            another("coregroupmember", "member_booked", name="'Another Exemplar'"),
        ),
        "coregroupmember_one_lead",
    ),
    State(
        "somebody in a core group twice",
        "0145",
        another("coregroupmember", "member_booked", name="'NURSE Exemplar'"),
        "coregroupmember_once",
    ),
    State(
        "a member of an unknown agency",
        "0145",
        change("coregroupmember", "member_booked", agency_kind="'NONE'"),
        "coregroupmember_kind_known",
    ),
    State(
        "a member who belongs to another child",
        "0145",
        change("coregroupmember", "member_booked", agency_kind="''", person_id="{strange_parent}"),
        "coregroupmember_of_its_own_child",
    ),
    State(
        "a member put into the core group of a signed record",
        "0145",
        another("coregroupmember", "member_own", name="'Another Exemplar'"),
        "coregroupmember_signed_stays",
    ),
    State(
        "a member of a signed record gone without a correction",
        "0145",
        change("coregroupmember", "member_own", in_error="true"),
        "coregroupmember_signed_stays",
    ),
    State(
        "a member of a signed record gone with a correction of another fact",
        "0145",
        both(
            corrected("CORE_GROUP_MEMBER", "member_own", "role"),
            change("coregroupmember", "member_own", in_error="true"),
        ),
        "coregroupmember_signed_stays",
    ),
    State(
        "a day of a signed record moved with a correction of the other",
        "0145",
        both(
            corrected("NEXT_DATES", "next_own", "core_group_date"),
            change("nextdates", "next_own", review_time="'09:00'"),
        ),
        "nextdates_signed_stays",
    ),
    State(
        "a member who left before they joined",
        "0145",
        change("coregroupmember", "member_booked", joined_date="'2018-05-02'", ended_date="'2018-05-01'"),
        "coregroupmember_ended_after_joining",
    ),
    State(
        "a member who left on no day of the calendar",
        "0145",
        change("coregroupmember", "member_booked", ended_date="'infinity'"),
        "coregroupmember_days_finite",
    ),
]
