"""Letters that a plan has ended: what must not be of them, or of the record that owes them."""

from tests.forbidden.state import State, another, change

STATES = [
    State(
        "a letter that a plan has ended where none did",
        "0152",
        another("document", "copy", kind="'CLOSING'"),
        "document_closing_of_a_plan_that_ended",
    ),
    State(
        "a letter that a plan has ended for a parent of a child whose plan goes on",
        "0152",
        another(
            "document",
            "copy",
            kind="'CLOSING'",
            person_id="{parent}",
            agency_kind="''",
            agency_name="''",
        ),
        "document_closing_of_a_plan_that_ended",
    ),
    State(
        "a letter that a plan has ended for nobody",
        "0152",
        another("document", "copy", kind="'CLOSING'", agency_kind="''", agency_name="''"),
        "document_to_a_person_or_an_agency",
    ),
    State(
        "a letter that a plan has ended as a child’s own version",
        "0152",
        another("document", "own_version", kind="'CLOSING'", version="1"),
        "document_to_a_person_or_an_agency",
    ),
    State(
        "a letter that a plan has ended that went in no way",
        "0152",
        another(
            "document",
            "copy",
            kind="'CLOSING'",
            sent_date="'2018-04-26'",
            sent_by_id="{support}",
            needs_release="FALSE",
        ),
        "document_copy_sent_how",
    ),
    State(
        "letters that a plan has ended sent of a draft",
        "0152",
        change("meetingrecord", "record_booked", closing_date="'2018-04-30'"),
        "meetingrecord_closing_letters_after_signing",
    ),
    State(
        "letters that a plan has ended sent before the signature",
        "0152",
        change("meetingrecord", "record_own", closing_date="'2000-01-01'"),
        "meetingrecord_closing_letters_after_signing",
    ),
    State(
        "letters that a plan has ended sent and sent to nobody",
        "0152",
        change("meetingrecord", "record_own", closing_date="'2030-04-30'", closing_gone_at="now()"),
        "meetingrecord_closing_letters_after_signing",
    ),
    State(
        "letters that a plan has ended of a draft that go to nobody",
        "0152",
        change("meetingrecord", "record_booked", closing_gone_at="now()"),
        "meetingrecord_closing_letters_of_what_was_signed",
    ),
    State(
        "letters that a signed record owes owed no more by hand",
        "0152",
        change("meetingrecord", "record_own", owes_telling="FALSE"),
        "meetingrecord_signed_stays",
    ),
]
