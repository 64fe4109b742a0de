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
        "an action for a need of another child's part",
        "0156",
        change("planaction", "action_booked", need_id="{need_own}"),
        "planaction_for_a_need_of_its_part",
    ),
    State(
        "an action that ended and does not say why",
        "0156",
        change("planaction", "action_booked", ended_date="'2018-06-01'"),
        "planaction_ended_with_why",
    ),
    State(
        "an action agreed on no day",
        "0156",
        change("planaction", "action_booked", agreed_date="'infinity'"),
        "planaction_days_finite",
    ),
    State(
        "a need of nothing", "0156", change("planneed", "need_booked", need="''"), "planneed_need_and_outcome"
    ),
    State(
        "a need that ended for no reason",
        "0156",
        change("planneed", "need_booked", ended_date="'2018-06-01'"),
        "planneed_ended_with_why",
    ),
    State(
        "a need added on no day",
        "0156",
        change("planneed", "need_booked", added_date="'infinity'"),
        "planneed_days_finite",
    ),
    State("two needs of one number", "0156", another("planneed", "need_booked"), "planneed_numbered_once"),
    State(
        "a need of a signed record told otherwise",
        "0156",
        change("planneed", "need_own", outcome="'Another'"),
        "planneed_signed_stays",
    ),
    State(
        "an action of a signed record corrected beside its correction",
        "0156",
        both(
            corrected("PLAN_ACTION", "action_own", "measure"), change("planaction", "action_own", who="'Nan'")
        ),
        "planaction_signed_stays",
    ),
    State(
        "an action put into a signed record",
        "0156",
        another("planaction", "action_own"),
        "planaction_signed_stays",
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
