"""The letter of an exclusion: what must not be of it."""

from tests.forbidden.state import State, another, change, remove

LETTER, FILE = "exclusion_letter", "exclusion_file"
OTHER = "0135"


def of_letter(name: str, refused_by: str, /, **values: str) -> State:
    return State(name, OTHER, another("exclusionletter", LETTER, **values), refused_by)


STATES = [
    of_letter(
        "a letter to somebody whom nobody excluded",
        "exclusionletter_of_somebody_excluded",
        exclusion_id="{exclusion_asked}",
    ),
    of_letter(
        "a version of a letter before the ones before it",
        "exclusionletter_of_somebody_excluded",
        version="3",
        changed="'Else'",
    ),
    of_letter("two letters of one version", "exclusionletter_one_a_version"),
    of_letter("a new version that says nothing new", "exclusionletter_says_what_changed", version="2"),
    State(
        "a letter sent on a day that no calendar has",
        OTHER,
        change(
            "exclusionletter",
            LETTER,
            sent_date="'infinity'",
            sent_how="'POST'",
            sent_by_id="{worker}",
            sent_at="now()",
        ),
        "exclusionletter_days_finite",
    ),
    State(
        "a letter sent by nobody",
        OTHER,
        change("exclusionletter", LETTER, sent_date="'2018-11-20'"),
        "exclusionletter_sent_how_and_when",
    ),
    State(
        "a letter sent before it was made",
        OTHER,
        change(
            "exclusionletter",
            LETTER,
            sent_date="'2018-01-02'",
            sent_how="'POST'",
            sent_by_id="{worker}",
            sent_at="now()",
        ),
        "exclusionletter_sent_after_it_was_made",
    ),
    State(
        "a letter that did not go, nobody said",
        OTHER,
        change("exclusionletter", LETTER, back_words="'Else'"),
        "exclusionletter_taken_back_by_at_and_why",
    ),
    State(
        "a letter that is made of something else",
        OTHER,
        change("exclusionletter", LETTER, told="'{{}}'", left_out="'Else'"),
        "exclusionletter_stays_as_made",
    ),
    of_letter(
        "a letter to somebody whom no letter reaches",
        "exclusionletter_of_somebody_excluded",
        exclusion_id="{exclusion_unreached}",
    ),
    State(
        "a letter that went and did not go",
        OTHER,
        change(
            "exclusionletter",
            "exclusion_letter_sent",
            sent_date="NULL",
            sent_how="''",
            sent_by_id="NULL",
            sent_at="NULL",
        ),
        "exclusionletter_stays_as_made",
    ),
    State("a letter deleted", OTHER, remove("exclusionletter", LETTER), "exclusionletter_stays_as_made"),
    State(
        "a letter with two files of one format",
        OTHER,
        another("exclusionletterfile", FILE),
        "exclusionletterfile_one_a_format",
    ),
    State(
        "a letter in an unknown format",
        OTHER,
        another("exclusionletterfile", FILE, format="'TXT'"),
        "exclusionletterfile_format_known",
    ),
    State(
        "a letter whose sum is another’s",
        OTHER,
        another("exclusionletterfile", FILE, format="'PDF'", sha256="repeat('0', 64)"),
        "exclusionletterfile_sum_of_its_bytes",
    ),
    State(
        "a letter without a byte",
        OTHER,
        another(
            "exclusionletterfile",
            FILE,
            format="'PDF'",
            content="''::bytea",
            sha256="encode(sha256(''::bytea), 'hex')",
        ),
        "exclusionletterfile_size",
    ),
]
