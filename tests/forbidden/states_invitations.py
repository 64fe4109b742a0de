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
        "something arranged that nobody needs",
        "0142",
        change("invitation", "invited", arranged="'{{ACCESS}}'", needs="'{{OTHER}}'"),
        "invitation_arranged_what_is_needed",
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
        "invitation_report_shown_has_come",
    ),
    State(
        "a report shown to the family nobody knows how",
        "R12",
        change("invitation", "invited", received_date="'2018-03-05'", shared_date="'2018-03-06'"),
        "invitation_shown_when_how_by_whom",
    ),
    State(
        "a report shown to the family nobody knows by whom",
        "R12",
        change(
            "invitation",
            "invited",
            received_date="'2018-03-05'",
            shared_date="'2018-03-06'",
            shared_way="'READ'",
        ),
        "invitation_shown_when_how_by_whom",
    ),
    State(
        "a report shown by an unknown way",
        "R12",
        change(
            "invitation",
            "invited",
            received_date="'2018-03-05'",
            shared_date="'2018-03-06'",
            shared_way="'SUNG'",
            shared_by="'Ann'",
        ),
        "invitation_shown_when_how_by_whom",
    ),
    State(
        "a report that is never shown for no reason",
        "R12",
        change("invitation", "invited", received_date="'2018-03-05'", shared_way="'NEVER'"),
        "invitation_not_shown_for_a_reason",
    ),
    State(
        "a report that came and does not come",
        "R12",
        change("invitation", "invited", received_date="'2018-03-05'", none_why="'Unknown'"),
        "invitation_report_comes_or_not",
    ),
    State(
        "a report chased of the family",
        "R12",
        another("reportchase", "chase", invitation_id="{relative_invited}"),
        "report_chase_of_a_report_asked",
    ),
    State(
        "a report chased by an unknown way",
        "R12",
        change("reportchase", "chase", channel="'PIGEON'"),
        "report_chase_by_a_way",
    ),
    State(
        "a report chased on no day",
        "R12",
        change("reportchase", "chase", chased_date="'-infinity'"),
        "report_chase_days_finite",
    ),
    State(
        "a report chased after it was told",
        "R12",
        change("reportchase", "chase", chased_date="'2099-11-06'"),
        "report_chase_by_its_telling",
    ),
    State(
        "a manager chased whom nobody names",
        "R12",
        change("reportchase", "chase", is_to_manager="true"),
        "report_chase_names_the_manager",
    ),
    State(
        "a chase taken back by nobody",
        "R12",
        change("reportchase", "chase", taken_back_at="now()"),
        "report_chase_taken_back_by_and_at",
    ),
    State(
        "a chase of another's report",
        "R12",
        change("reportchase", "chase", invitation_id="{relative_invited}"),
        "report_chase_stays",
    ),
    State("a chase deleted", "R12", remove("reportchase", "chase"), "report_chase_stays"),
    State(
        "a meeting that goes on for no reason",
        "R16",
        another("quorumchoice", "going_on", reason="''"),
        "quorum_choice_reason_given",
    ),
    State(
        "a meeting that goes on by somebody who is not its chair",
        "R16",
        another("quorumchoice", "going_on", told_by_id="{chair}"),
        "quorum_choice_of_its_chair",
    ),
    State(
        "a meeting that goes on by who chaired it before",
        "R16",
        "; ".join(
            (
                change("booking", "booking_booked", chair_id="{chair}"),
                another("quorumchoice", "going_on"),
            )
        ),
        "quorum_choice_of_its_chair",
    ),
    State(
        "a reason for which a meeting went on rewritten",
        "R16",
        change("quorumchoice", "going_on", reason="'Another'"),
        "quorumchoice_never_changed",
    ),
    State(
        "a reason for which a meeting went on deleted",
        "R16",
        remove("quorumchoice", "going_on"),
        "quorumchoice_never_changed",
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
        "a relative on the list a second time, by name alone",
        "0131",
        another("invitation", "relative_invited", person_id="NULL"),
        "invitation_answers_once",
    ),
    State(
        "a relative on the list by the name of one who is there",
        "0131",
        "; ".join(
            (
                another("invitation", "relative_invited", person_id="NULL", name="'Grandmother Exemplar'"),
                change("invitation", "relative_invited", name="'GRANDMOTHER Exemplar'"),
            )
        ),
        "invitation_answers_once",
    ),
    State(
        "put on by somebody else than it was",
        "0131",
        change("invitation", "invited", put_on_by_id="{chair}"),
        "invitation_stays",
    ),
    State("an invitation deleted", "0131", remove("invitation", "invited"), "invitation_stays"),
]
