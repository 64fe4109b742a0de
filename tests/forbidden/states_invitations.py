"""The list of who is invited to a conference: what must not be of it."""

from tests.forbidden.state import State, another, change, remove

STATES = [
    State(
        "somebody invited without a name",
        "R16",
        change("invitation", "invited", name="''"),
        "invitation_name_given",
    ),
    State(
        "somebody of no kind of agency that there is",
        "R16",
        change("invitation", "invited", agency_kind="'NONE'"),
        "invitation_kind_known",
    ),
    State(
        "somebody of another family invited",
        "0131",
        another("invitation", "relative_invited", person_id="{strange_parent}"),
        "invitation_of_its_own_children",
    ),
    State(
        "a relative who is of an agency",
        "0131",
        change("invitation", "relative_invited", agency_kind="'SCHOOL'"),
        "invitation_family_or_agency",
    ),
    State(
        "a report asked of the family",
        "R12",
        change("invitation", "relative_invited", is_report_asked="true"),
        "invitation_report_of_an_agency",
    ),
    State(
        "invited on a day by no way",
        "0131",
        change("invitation", "invited", invited_date="'2018-11-06'"),
        "invitation_how_and_when",
    ),
    State(
        "invited by an unknown way",
        "0131",
        change("invitation", "invited", invited_date="'2018-03-06'", channel="'PIGEON'"),
        "invitation_how_and_when",
    ),
    State(
        "an unknown answer",
        "0131",
        change("invitation", "invited", reply="'PERHAPS'"),
        "invitation_codes_known",
    ),
    State(
        "an unknown need",
        "0131",
        change("invitation", "invited", needs="'{{A_CAR}}'"),
        "invitation_codes_known",
    ),
    State(
        "invited after it was told",
        "0131",
        change("invitation", "invited", invited_date="'2099-11-06'", channel="'EMAIL'"),
        "invitation_invited_by_its_telling",
    ),
    State(
        "a report that came after it was told",
        "R12",
        change("invitation", "invited", received_date="'2099-11-06'"),
        "invitation_received_by_its_telling",
    ),
    State(
        "a report shown that did not come",
        "R12",
        change("invitation", "invited", shared_date="'2018-03-06'", shared_how="'At home'"),
        "invitation_report_comes_before_it_is_shared",
    ),
    State(
        "a report shown to the family nobody knows how",
        "R12",
        change("invitation", "invited", received_date="'2018-03-05'", shared_date="'2018-03-06'"),
        "invitation_shared_when_and_how",
    ),
    State(
        "off the list for no reason",
        "0131",
        change("invitation", "invited", off_at="now()", off_by_id="{worker}"),
        "invitation_off_by_at_and_why",
    ),
    State(
        "off the list for another reason that nobody says",
        "0131",
        change("invitation", "invited", off_at="now()", off_by_id="{worker}", off_reason="'OTHER'"),
        "invitation_another_reason_in_words",
    ),
    State(
        "a relative on the list twice",
        "0131",
        another("invitation", "relative_invited"),
        "invitation_person_once",
    ),
    State(
        "a professional on the list twice",
        "0131",
        another("invitation", "invited", name="'TEACHER exemplar'"),
        "invitation_name_once",
    ),
    State(
        "put on by somebody else than it was",
        "0131",
        change("invitation", "invited", put_on_by_id="{chair}"),
        "invitation_stays",
    ),
    State("an invitation deleted", "0131", remove("invitation", "invited"), "invitation_stays"),
]
