"""Copies of a record: what must not be of them."""

from tests.forbidden.state import State, another, change, remove

SENT = {"sent_date": "'2018-04-26'", "sent_by_id": "{support}", "sent_how": "'POST'"}
RELEASED = {"released_by_id": "{chair}", "released_at": "'2018-04-25 12:00Z'"}
READ = {
    "read_how": "'INTERPRETER'",
    "read_language": "'Polish'",
    "read_who": "'Iris Exemplar'",
    "read_date": "'2018-04-26'",
    "read_by_id": "{support}",
    "read_at": "'2018-04-26 12:00Z'",
}

NONE = {"none_reason": "'DECLINED'", "none_by_id": "{support}", "none_at": "now()"}
GIVES = change("document", "own_version", **RELEASED, **SENT)
NONE_GIVEN = change("ownversion", "own_told", **NONE)

STATES = [
    State(
        "a copy of a draft",
        "R14",
        another("document", "copy", record_id="{record_booked}"),
        "document_copy_of_a_signed_record",
    ),
    State(
        "a copy for somebody of no child of the record",
        "0132",
        another("document", "copy", person_id="{strange_parent}", agency_kind="''", agency_name="''"),
        "document_copy_of_its_own_people",
    ),
    State(
        "a copy for nobody",
        "0132",
        another("document", "copy", agency_kind="''", agency_name="''"),
        "document_to_a_person_or_an_agency",
    ),
    State(
        "a copy for a person and an agency",
        "0132",
        another("document", "copy", person_id="{parent}"),
        "document_to_a_person_or_an_agency",
    ),
    State(
        "a decision letter to an agency",
        "0122",
        another("document", "copy", kind="'DECISION_LETTER'", agency_name="'Else'"),
        "document_to_a_person_or_an_agency",
    ),
    State(
        "two copies for one of an agency",
        "0132",
        another("document", "copy", agency_name="'TEACHER EXEMPLAR'"),
        "document_one_a_version_for_an_agency",
    ),
    State(
        "a child’s own version of a record that decides nothing of them",
        "0150",
        another(
            "document", "copy", requested_child_id="{requested_asked}", agency_kind="''", agency_name="''"
        ),
        "document_own_version_of_its_children",
    ),
    State(
        "a child’s own version that is for an agency too",
        "0150",
        another("document", "copy", requested_child_id="{requested_own}", agency_name="'Else'"),
        "document_to_a_person_or_an_agency",
    ),
    State(
        "a child’s own version that nobody releases",
        "0150",
        another(
            "document",
            "copy",
            requested_child_id="{requested_own}",
            agency_kind="''",
            agency_name="''",
            needs_release="false",
        ),
        "document_to_a_person_or_an_agency",
    ),
    State(
        "two own versions of one child",
        "0150",
        another("document", "own_version", made_at="'2018-04-25 13:00Z'"),
        "document_one_a_version_for_a_child",
    ),
    State(
        "a later version of another’s copy",
        "0132",
        another("document", "copy", version="2", changed="'More'", supersedes_id="{released}"),
        "document_follows_the_one_before",
    ),
    State(
        "a copy sent that nobody released",
        "0132",
        change("document", "copy", **SENT),
        "document_released_before_it_goes",
    ),
    State(
        "a copy released by whoever made it",
        "0132",
        change("document", "copy", released_by_id="{support}", released_at="'2018-04-25 12:00Z'"),
        "document_released_by_another",
    ),
    State(
        "a copy released by nobody",
        "0132",
        change("document", "copy", released_at="'2018-04-25 12:00Z'"),
        "document_released_by_and_at",
    ),
    State(
        "a copy that waits no more for its release",
        "0132",
        change("document", "copy", needs_release="false"),
        "document_stays_as_made",
    ),
    State(
        "a release taken back",
        "0132",
        change("document", "released", released_by_id="NULL", released_at="NULL"),
        "document_stays_as_made",
    ),
    State(
        "a copy sent by no way",
        "0132",
        change("document", "released", **(SENT | {"sent_how": "''"})),
        "document_copy_sent_how",
    ),
    State(
        "a copy sent by an unknown way",
        "0132",
        change("document", "released", **(SENT | {"sent_how": "'PIGEON'"})),
        "document_copy_sent_how",
    ),
    State(
        "a copy not sent with what shows that it went",
        "0132",
        change("document", "released", sent_proof="'A number'"),
        "document_copy_sent_how",
    ),
    State(
        "a copy sent before it was made",
        "R14",
        change("document", "released", **(SENT | {"sent_date": "'2018-04-24'"})),
        "document_sent_after_it_was_made",
    ),
    State(
        "a copy that will not be sent, sent",
        "0132",
        change("document", "off", released_by_id="{chair}", released_at="'2018-04-25 12:00Z'", **SENT),
        "document_off_by_at_and_why",
    ),
    State(
        "a copy that will not be sent without why",
        "0132",
        change("document", "copy", off_by_id="{chair}", off_at="'2018-04-25 12:00Z'"),
        "document_off_by_at_and_why",
    ),
    State(
        "a copy that will be sent again",
        "0132",
        change("document", "off", off_by_id="NULL", off_at="NULL", off_reason="''"),
        "document_stays_as_made",
    ),
    State(
        "a copy in doubt released without why",
        "0132",
        change("document", "doubtful", **RELEASED),
        "document_released_with_why",
    ),
    State(
        "a copy in doubt made and released without why",
        "0132",
        another("document", "doubtful", agency_name="'Another'", **RELEASED),
        "document_released_with_why",
    ),
    State(
        "the reason of a release, told otherwise",
        "0132",
        change("document", "released", release_words="'Another reason'"),
        "document_stays_as_made",
    ),
    State(
        "a copy in doubt that waits for nobody",
        "0132",
        another("document", "doubtful", agency_name="'Another'", needs_release="false"),
        "document_in_doubt_waits",
    ),
    State(
        "a copy with a confidential address that waits for nobody",
        "0132",
        another("document", "hiding", agency_name="'Another'", needs_release="false"),
        "document_in_doubt_waits",
    ),
    State(
        "a copy with a confidential address, released",
        "I1",
        change("document", "hiding", release_words="'She agrees'", **RELEASED),
        "document_holds_no_hidden_address",
    ),
    State(
        "a copy with a confidential address, made and released",
        "I1",
        another("document", "hiding", agency_name="'Another'", release_words="'She agrees'", **RELEASED),
        "document_holds_no_hidden_address",
    ),
    State(
        "a copy sent before its release",
        "R14",
        "; ".join(
            (
                change("document", "copy", **(RELEASED | {"released_at": "'2018-04-27 12:00Z'"})),
                change("document", "copy", **SENT),
            )
        ),
        "document_went_released_and_newest",
    ),
    State(
        "an older version of a copy sent after a newer was made",
        "0132",
        "; ".join(
            (
                another("document", "released", version="2", changed="'More'", supersedes_id="{released}"),
                change("document", "released", **SENT),
            )
        ),
        "document_went_released_and_newest",
    ),
    State(
        "a record that goes to nobody nobody knows why",
        "R14",
        change("meetingrecord", "record_own", unsent_at="now()", unsent_by_id="{support}"),
        "meetingrecord_goes_to_nobody_with_why",
    ),
    State(
        "a draft that goes to nobody",
        "R14",
        change(
            "meetingrecord",
            "record_booked",
            unsent_at="now()",
            unsent_by_id="{support}",
            unsent_reason="'It is not safe'",
        ),
        "meetingrecord_goes_to_nobody_with_why",
    ),
    State(
        "a record that was sent and goes to nobody",
        "R14",
        change(
            "meetingrecord",
            "record_own",
            sent_date="'2018-04-30'",
            sent_by_id="{support}",
            unsent_at="now()",
            unsent_by_id="{support}",
            unsent_reason="'It is not safe'",
        ),
        "meetingrecord_goes_to_nobody_with_why",
    ),
    State(
        "a record told again of which nothing was put right",
        "0132",
        change("meetingrecord", "record_own", again_date="'2018-05-09'"),
        "meetingrecord_told_again_since",
    ),
    State(
        "a record told again before something was put right",
        "0132",
        change("meetingrecord", "record_own", again_since="'2018-05-09'", again_date="'2018-05-08'"),
        "meetingrecord_told_again_since",
    ),
    State(
        "a record told again and to nobody",
        "0132",
        change(
            "meetingrecord",
            "record_own",
            again_since="'2018-05-09'",
            again_date="'2018-05-10'",
            again_gone_at="now()",
        ),
        "meetingrecord_told_again_since",
    ),
    State(
        "a draft of which something was put right after it was sent",
        "0132",
        change("meetingrecord", "record_booked", again_since="'2018-05-09'"),
        "meetingrecord_told_again_since",
    ),
    State(
        "a letter read in no language",
        "0146",
        change("document", "document", **(READ | {"read_language": "''"})),
        "document_read_how_when_and_by_whom",
    ),
    State(
        "a letter read by nobody",
        "0146",
        change("document", "document", **(READ | {"read_who": "''"})),
        "document_read_how_when_and_by_whom",
    ),
    State(
        "a letter read in no known way",
        "0146",
        change("document", "document", **(READ | {"read_how": "'GUESSED'"})),
        "document_read_how_when_and_by_whom",
    ),
    State(
        "a letter read on no day",
        "0146",
        change("document", "document", **(READ | {"read_date": "NULL"})),
        "document_read_how_when_and_by_whom",
    ),
    State(
        "a copy read to an agency",
        "0146",
        change("document", "released", **READ),
        "document_read_how_when_and_by_whom",
    ),
    State(
        "a copy read that nobody released",
        "0146",
        change("document", "waiting", **READ),
        "document_read_when_it_may_go",
    ),
    State(
        "a letter read before it was made",
        "0146",
        change("document", "document", **(READ | {"read_date": "'2018-04-24'"})),
        "document_read_after_it_was_made",
    ),
    State(
        "a letter read on a day to come",
        "0146",
        change("document", "document", **(READ | {"read_date": "'2018-04-27'"})),
        "document_read_after_it_was_made",
    ),
    *(
        State(name, "0154", change("ownversion", "own_told", **values), refused_by)
        for name, refused_by, values in (
            ("a chair’s line by nobody", "ownversion_line_by_and_at", {"line": "'Hello'"}),
            (
                "none given for no known reason",
                "ownversion_none_why_by_and_at",
                NONE | {"none_reason": "'X'"},
            ),
            ("none given, by nobody", "ownversion_none_why_by_and_at", NONE | {"none_by_id": "NULL"}),
            ("harm without words", "ownversion_none_with_its_words", NONE | {"none_reason": "'HARM'"}),
            ("another child’s line", "ownversion_stays", {"part_id": "{part_booked}"}),
        )
    ),
    State(
        "why none is given, of a draft",
        "0154",
        another("ownversion", "own_told", part_id="{part_booked}"),
        "ownversion_of_a_signed_record",
    ),
    State(
        "an own version given though none is",
        "0154",
        f"{GIVES}; {NONE_GIVEN}",
        "document_own_version_given_or_none",
    ),
    State(
        "none given though one was",
        "0154",
        f"{NONE_GIVEN}; {GIVES}",
        "ownversion_none_where_none_was_given",
    ),
    State(
        "what is told of an own version deleted", "0154", remove("ownversion", "own_told"), "ownversion_stays"
    ),
    State(
        "an own version owed of a draft",
        "0154",
        change("meetingrecord", "record_booked", owes_own="TRUE"),
        "meetingrecord_owes_own_once_signed",
    ),
    State(
        "who sat with a child, of a copy for a mother",
        "0154",
        change("document", "copy", sat_with="'Wes'"),
        "document_told_of_a_child_who_was_given_theirs",
    ),
    State(
        "what a child said of a version that was not given",
        "0154",
        change("document", "own_version", child_said="'Thank you'"),
        "document_told_of_a_child_who_was_given_theirs",
    ),
    State("a copy deleted", "0132", remove("document", "copy"), "document_stays_as_made"),
]
