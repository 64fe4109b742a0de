"""Letters of invitation, and a child on the list: what must not be of them."""

from tests.forbidden.state import State, another, change, remove

LETTER, FILE = "invitation_letter", "invitation_file"
OTHER = "0140"


def of_letter(name: str, refused_by: str, /, **values: str) -> State:
    return State(name, OTHER, another("invitationletter", LETTER, **values), refused_by)


def letter_with(name: str, refused_by: str, /, **values: str) -> State:
    return State(name, OTHER, change("invitationletter", LETTER, **values), refused_by)


def file_with(name: str, refused_by: str, /, **values: str) -> State:
    return State(name, OTHER, another("invitationletterfile", FILE, **values), refused_by)


def listed(name: str, refused_by: str, /, **values: str) -> State:
    return State(name, OTHER, change("invitation", "invited", **values), refused_by)


WENT = {"sent_how": "'POST'", "sent_by_id": "{worker}", "sent_at": "now()"}
STATES = [
    of_letter(
        "an invitation to somebody who is excluded",
        "invitationletter_of_somebody_on_the_list",
        invitation_id="{invited_excluded}",
    ),
    of_letter(
        "a version of an invitation before the ones before it",
        "invitationletter_of_somebody_on_the_list",
        version="3",
        changed="'Else'",
    ),
    of_letter("two invitations of one version", "invitationletter_one_a_version"),
    of_letter(
        "a version of an invitation with nothing new", "invitationletter_says_what_changed", version="2"
    ),
    of_letter(
        "an invitation in doubt without a reason",
        "invitationletter_in_doubt_for_a_reason",
        version="2",
        changed="'Else'",
        is_in_doubt="true",
    ),
    letter_with(
        "an invitation sent on a day that no calendar has",
        "invitationletter_days_finite",
        sent_date="'infinity'",
        **WENT,
    ),
    letter_with(
        "an invitation sent by nobody", "invitationletter_sent_how_and_when", sent_date="'2018-11-20'"
    ),
    letter_with(
        "an invitation sent before it was made",
        "invitationletter_sent_after_it_was_made",
        sent_date="'2018-01-02'",
        **WENT,
    ),
    letter_with(
        "a proof that an invitation went which did not",
        "invitationletter_proof_of_what_went",
        sent_proof="'Else'",
    ),
    letter_with(
        "an invitation that did not go for no reason",
        "invitationletter_taken_back_by_at_and_why",
        taken_back_by_id="{worker}",
        taken_back_at="now()",
    ),
    letter_with(
        "an invitation made of something else",
        "invitationletter_stays_as_made",
        left_out="'Else'",
    ),
    State(
        "a letter of invitation deleted",
        OTHER,
        remove("invitationletter", LETTER),
        "invitationletter_stays_as_made",
    ),
    file_with("an invitation with two files of one format", "invitationletterfile_one_a_format"),
    file_with("an invitation in an unknown format", "invitationletterfile_format_known", format="'TXT'"),
    file_with(
        "an invitation whose sum is another’s",
        "invitationletterfile_sum_of_its_bytes",
        format="'PDF'",
        sha256="repeat('0', 64)",
    ),
    file_with(
        "an invitation without a byte",
        "invitationletterfile_size",
        format="'PDF'",
        content="''::bytea",
        sha256="encode(sha256(''::bytea), 'hex')",
    ),
    listed("an agency that arrives first", "invitation_arrival_of_the_family", arrives="'FIRST'"),
    listed(
        "a child who is of an agency",
        "invitation_child_alone",
        requested_child_id="{requested_asked}",
    ),
    listed("somebody who takes part as a child does", "invitation_choice_of_a_child", takes_part="'ALL'"),
    State(
        "a child of another request on the list",
        OTHER,
        another("invitation", "child_invited", requested_child_id="{requested_booked}", name="'Else'"),
        "invitation_child_of_its_request",
    ),
    State(
        "a child twice on the list",
        OTHER,
        another("invitation", "child_invited", name="'Else'"),
        "invitation_child_once",
    ),
]
