"""What works unseen, in words: its notes, the emails that were given up, checks, and how far holidays go."""

import datetime as dt

import pytest

from conferences.queries.service import Mail
from conferences.views.presenters import service
from safeguarding.heartbeats.verdict import Seen, State, Verdict
from safeguarding.models import Part
from safeguarding.workingdays import Calendar
from tests.factories import MessageFactory, ReconciliationDifferenceFactory, ReconciliationFactory
from tests.presenters.made import made

NOON = dt.datetime(2018, 4, 25, 11, tzinfo=dt.UTC)
CALENDAR = Calendar(frozenset(), dt.date(2018, 1, 1), dt.date(2020, 12, 31))


def row(verdict: Verdict) -> list[str]:
    cells = service.parts_table([verdict]).rows[0]
    return [getattr(cell, "text", cell) for cell in cells]


@pytest.mark.parametrize(
    ("state", "note"),
    [
        (State.WORKS, ""),
        (State.WAITS, "The worker is busy with something long, or has just begun."),
        (State.UNKNOWN, "Only what stands still above could tell."),
    ],
)
def test_a_part_has_its_note_by_how_it_stands(state, note):
    found = row(Verdict(Part.MAIL, state, Seen(NOON, NOON)))
    assert (found[0], found[3]) == ("Email", note) and found[2].startswith("25 April 2018")


def test_what_was_wrong_comes_first():
    assert row(Verdict(Part.MAIL, State.STILL, Seen(None, NOON, "TimeoutError")))[2:] == [
        "Never",
        "Last try: it does not answer.",
    ]


def test_what_nobody_can_be_told_of_is_a_number_and_what_helps():
    (none,), (some,) = service.untellable_rows(0, NOON.date()), service.untellable_rows(1200, NOON.date())
    assert none.value == "None"
    assert some.value.startswith("1,200. ") and some.value.endswith("name who may see them.")


def test_a_sign_of_the_time_to_come_is_a_wrong_clock():
    note = row(Verdict(Part.WORKER, State.STILL, Seen(NOON, NOON, "TimeoutError"), is_ahead=True))[3]
    assert note.startswith("Its last sign is dated in the time to come, so a clock is wrong")


@pytest.mark.parametrize(
    ("took", "words"), [(300, "less than a second"), (1000, "1 second"), (61000, "61 seconds")]
)
def test_a_scan_says_how_long_it_took(took, words):
    assert row(Verdict(Part.SCAN, State.WORKS, Seen(NOON, NOON, took_ms=took)))[3] == f"It took {words}."


def test_e_mails_are_counted_in_their_order():
    rows = service.mail_rows(Mail(1200, None, 3, 40, 2, 5))
    assert [(one.key, one.value) for one in rows] == [
        ("Waiting to be sent", "1,200"),
        ("Oldest waiting since", "None"),
        ("Sent today", "3"),
        ("Sent this week", "40"),
        ("Given up", "2"),
        ("Left out this week, as the reader may not see the child", "5"),
    ]


def test_an_e_mail_that_was_given_up_has_its_line():
    message = made(MessageFactory, parked_at=NOON, parked_because="It was refused", attempts=1)
    (line,) = service.parked_lines([message])
    assert (line.what, line.why) == ("The morning’s list, 25 April 2018", "It was refused")
    assert line.tries == "1 try"
    assert line.href == f"/service/messages/{message.ref}/again"


def test_a_check_names_what_differs_by_kind():
    differences = [
        made(ReconciliationDifferenceFactory, number=2, subjects=(7, 9)),
        made(ReconciliationDifferenceFactory, kind="SEND_LETTERS", is_missing=False, subjects=(4,)),
    ]
    (cells,) = service.checks_table([made(ReconciliationFactory, differences=differences)]).rows
    assert cells[2].text == (
        "Hold the review conference: 2 not raised (a plan: 7 and 9) and Send the decision letters: 1 raised,"
        " but not due (a meeting: 4)"
    )


def test_a_check_without_differences_says_none():
    (cells,) = service.checks_table([made(ReconciliationFactory, differences=[], caught_up=1)]).rows
    assert (cells[2].text, cells[2].note) == ("None", "The scan before it caught up with 1 change.")


@pytest.mark.parametrize(
    ("on", "words"),
    [
        (dt.date(2019, 6, 29), "To 31 December 2020. More are asked for from 30 June 2019."),
        (dt.date(2019, 6, 30), "To 31 December 2020. Add the next years of bank holidays now."),
    ],
)
def test_the_horizon_of_bank_holidays_is_told(on, words):
    assert service.horizon_row(CALENDAR, on).value == words
