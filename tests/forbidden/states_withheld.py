"""The confidential section of a record: what must not be of it."""

from tests.forbidden.state import State, another, change, remove

STATES = [
    State(
        "a confidential part that says nothing",
        "0132",
        change("withheldtext", "withheld_booked", what="''"),
        "withheldtext_what_and_by_whom",
    ),
    State(
        "a confidential part that nobody told",
        "0132",
        change("withheldtext", "withheld_booked", told_by="''"),
        "withheldtext_what_and_by_whom",
    ),
    State(
        "withheld for an unknown reason",
        "0132",
        change("withheldtext", "withheld_booked", reason="'MOOD'"),
        "withheldtext_reason_known",
    ),
    State(
        "withheld for another reason without words",
        "0132",
        change("withheldtext", "withheld_booked", reason="'OTHER'"),
        "withheldtext_another_reason_in_words",
    ),
    State(
        "withheld from nobody of the family",
        "0132",
        change("withheldtext", "withheld_booked", from_family="false"),
        "withheldtext_from_somebody",
    ),
    State(
        "withheld from everybody and from somebody",
        "0132",
        change("withheldtext", "withheld_booked", from_people="ARRAY[{parent}]::bigint[]"),
        "withheldtext_from_somebody",
    ),
    State(
        "withheld from somebody of another family",
        "0132",
        change(
            "withheldtext",
            "withheld_booked",
            from_family="false",
            from_people="ARRAY[{strange_parent}]::bigint[]",
        ),
        "withheldtext_from_its_own_people",
    ),
    State(
        "what the police told given to agencies without their leave",
        "0132",
        change("withheldtext", "withheld_booked", agency_kind="'POLICE'"),
        "withheldtext_police_agreed",
    ),
    State(
        "told by no kind of agency that there is",
        "0132",
        change("withheldtext", "withheld_booked", agency_kind="'NONE'"),
        "withheldtext_kind_known",
    ),
    State(
        "a confidential part of a signed record changed",
        "design 22",
        change("withheldtext", "withheld_own", what="'Otherwise'"),
        "withheldtext_signed_stays",
    ),
    State(
        "a confidential part of a signed record withheld from others",
        "design 22",
        change("withheldtext", "withheld_own", from_family="false", from_people="ARRAY[{parent}]::bigint[]"),
        "withheldtext_signed_stays",
    ),
    State(
        "a confidential part of a signed record taken out",
        "design 22",
        remove("withheldtext", "withheld_own"),
        "withheldtext_signed_stays",
    ),
    State(
        "a confidential part added to a signed record",
        "design 22",
        another("withheldtext", "withheld_own", ref="gen_random_uuid()"),
        "withheldtext_signed_stays",
    ),
]
