"""The words of an e-mail: what presses first, no name, no number of a child."""

import datetime as dt

from conferences.rules.notices import Counts, Line, MessageKind, Section, body, due_words, subject_line

ON = dt.date(2026, 11, 26)
LINES = [
    Line(Section.PASSED_UP, "hold the first core group: was due on Tuesday 24 November 2026", "https://x/a"),
    Line(Section.NEW, "Request the review conference", "https://x/b", "Due today"),
    Line(Section.NEW, "Finish the record", "https://x/c", "Due today"),
]


def test_a_due_day_is_told_by_where_it_lies():
    assert due_words(ON, ON) == "Due today"
    assert due_words(dt.date(2026, 12, 3), ON) == "Due by Thursday 3 December 2026"
    assert due_words(dt.date(2026, 11, 24), ON) == "Was due on Tuesday 24 November 2026"


def test_the_subject_tells_what_is_late_and_due():
    assert subject_line(MessageKind.DIGEST, Counts(3, 2, 9)).endswith(
        ": 3 late, 2 due today".replace(", ", " and ")
    )
    assert subject_line(MessageKind.DIGEST, Counts(0, 0, 9)).endswith(": your list")


def test_the_body_has_its_sections_in_their_order_and_says_how_many_more():
    text = body(MessageKind.DIGEST, ON, Counts(1, 1, 12), LINES, 20, "https://x/")
    assert text == (
        "Thursday 26 November 2026\n\n"
        "On your list: 1 late, 1 due today and 12 more later this week.\n\n"
        "Passed up to you\n"
        "* Hold the first core group: was due on Tuesday 24 November 2026\n  https://x/a\n\n"
        "Due today\n* Request the review conference\n  https://x/b\n* Finish the record\n  https://x/c\n\n"
        "And 20 more on My work: https://x/\n\n"
        "Emails name no child. Sign in to see whom each line is about.\n"
    )


def test_what_goes_at_once_counts_nothing():
    text = body(MessageKind.AT_ONCE, ON, Counts(0, 0, 0), LINES[1:], 0, "https://x/")
    assert "On your list" not in text and "more" not in text
