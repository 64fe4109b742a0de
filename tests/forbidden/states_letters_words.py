"""A council's own words of its letters: what must not be of them."""

from tests.forbidden.state import State, another, change, remove

NAME = "letter_words"


def written(name: str, refused_by: str, /, **values: str) -> State:
    return State(name, "0143", another("letterwording", NAME, **values), refused_by)


def changed(name: str, refused_by: str, /, **values: str) -> State:
    return State(name, "0143", change("letterwording", NAME, **values), refused_by)


NEXT = {"version": "2"}
STAYS = "letterwording_stays_as_written"
STATES = [
    written(
        "words of a letter that there is none of",
        "letterwording_kind_known",
        part="'X'",
        kind="'NONE'",
        version="1",
    ),
    written(
        "words that are empty", "letterwording_has_words", **NEXT, text="E' \\n'", from_date="'2099-01-01'"
    ),
    written("words without why", "letterwording_says_why", **NEXT, reason="' '", from_date="'2099-01-01'"),
    written("two versions of words of one number", "letterwording_follows", from_date="'2099-01-01'"),
    written(
        "a version of words that is left out", "letterwording_follows", version="3", from_date="'2099-01-01'"
    ),
    written("two versions of words from one day", "letterwording_one_from_a_day", **NEXT),
    written(
        "words from before others that stand",
        "letterwording_follows",
        **NEXT,
        from_date="'2018-04-08'",
        set_at="'2018-04-08 12:00Z'",
    ),
    written(
        "words from before they were written",
        "letterwording_never_back_in_time",
        version="1",
        part="'CLOSING'",
        from_date="'2018-04-08'",
    ),
    written("words from no day", "letterwording_days_finite", **NEXT, from_date="'infinity'"),
    changed("words written anew", STAYS, text="'Other'"),
    changed("words from another day", STAYS, from_date="'2099-01-01'"),
    changed("words written by somebody else", STAYS, set_by_id="{worker}"),
    changed(
        "words taken off by nobody", "letterwording_off_before_its_day_is_over", off_at="'2018-04-09 13:00Z'"
    ),
    changed(
        "words taken off after their day",
        "letterwording_off_before_its_day_is_over",
        off_at="'2018-04-10 13:00Z'",
        off_by_id="{worker}",
    ),
    State(
        "words put back that were taken off",
        "0143",
        change("letterwording", "letter_words_off", off_at="NULL", off_by_id="NULL"),
        STAYS,
    ),
    State("words that are gone", "0143", remove("letterwording", NAME), STAYS),
]
