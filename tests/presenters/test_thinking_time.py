"""Thinking time in words: why, whether it was held, and who is led where."""

import datetime as dt

import pytest

from conferences.views.presenters import thinking_time
from tests.factories import (
    ChildFactory,
    ReflectiveNoteFactory,
    RequestedChildFactory,
    RequestFactory,
    ThinkingRequirementFactory,
    ThinkingTimeEntryFactory,
    ThinkingTimeFactory,
    ThinkingWaiverFactory,
)
from tests.presenters.made import cells, made, moment, person, said

HELD = {"state": "HELD", "held_date": dt.date(2018, 4, 20), "minutes": 45}


def test_a_session_to_be_held_says_why_and_no_more():
    rows = said(thinking_time.session_page_rows(made(ThinkingTimeFactory)))
    assert rows == {
        "Why": "The child was on a plan before",
        "Required": "Yes, before the conference",
        "Requested": "9 April 2018",
    }


def test_a_session_that_was_held_says_when_how_long_and_with_whom():
    session = made(ThinkingTimeFactory, **HELD, chair=person(), is_required=False)
    rows = said(thinking_time.session_page_rows(session))
    assert rows["Required"] == "No, the chair chose it"
    assert rows["Held"] == "Friday 20 April 2018, 45 minutes"
    assert (rows["Chair"], rows["Helped by"]) == ("Sample Independent chair", "Nobody")


def test_each_child_s_entry_stands_under_the_child_s_name():
    entry = made(ThinkingTimeEntryFactory)
    rows = said(thinking_time.entry_rows(made(ThinkingTimeFactory, entries=[entry])))
    assert rows == {entry.child.display_name: "Look at the whole history, not the latest incident."}


def test_a_note_tells_the_questions_that_were_answered():
    rows = said(thinking_time.note_rows(made(ReflectiveNoteFactory)))
    assert rows == {"What is the pattern, rather than the latest incident?": "The same invented pattern."}
    assert thinking_time.note_rows(None) == []


def test_the_sessions_of_a_request_are_told_with_where_they_stand():
    sessions = [made(ThinkingTimeFactory), made(ThinkingTimeFactory, **HELD, chair=person())]
    table = thinking_time.session_rows(sessions)
    assert [row[1:] for row in cells(table)] == [
        ["To be held", ""],
        ["Held", "20 April 2018, Sample Independent chair"],
    ]
    assert [row[1].tag.colour for row in table.rows] == ["yellow", "green"]
    assert [row[0].href.endswith(str(one.ref)) for row, one in zip(table.rows, sessions, strict=True)] == [
        True,
        True,
    ]
    assert thinking_time.session_rows([]).empty == "No thinking time is required or recorded."


def requirement(child, why="The child was on 1 plan before.", **fields):
    asked = made(RequestedChildFactory, child=child)
    return made(ThinkingRequirementFactory, requested_child=asked, why=why, **fields)


def required_for_two():
    amber, wren = (made(ChildFactory, given_names=name, family_name="Testcase") for name in ("Amber", "Wren"))
    workers = {"trigger": "WORKERS", "why": "The child’s worker changed 3 times in this plan."}
    by_hand = {"trigger": "INCIDENT", "why": "A fire", "raised_by": person("MANAGER")}
    whys = [
        requirement(amber),
        requirement(wren),
        requirement(amber, **workers),
        requirement(wren, **by_hand),
    ]
    session = made(ThinkingTimeFactory, requirements=whys)
    for one in whys:
        one.requested_child.request_id = session.request_id
    return session


EVERY_REASON = (
    "Amber Testcase: The child was on 1 plan before. The child’s worker changed 3 times in this plan."
    " Wren Testcase: The child was on 1 plan before."
    " A serious incident: A fire (asked for by Sample Manager, 9 April 2018)."
)


def test_every_reason_is_told_child_by_child():
    session = required_for_two()
    assert thinking_time.why_line(session) == EVERY_REASON
    whys = said(thinking_time.session_page_rows(session))
    assert whys["Why, for Amber Testcase"] + whys["Why, for Wren Testcase"] in EVERY_REASON.replace(
        " Wren Testcase: ", ""
    ).replace("Amber Testcase: ", "")
    (row,) = thinking_time.session_rows([session]).rows
    assert row[0].note == EVERY_REASON
    assert row[0].text.count(";") == 2
    rows = said(thinking_time.waiver_rows(waiver(session=session), ON))
    assert rows["Why thinking time is required"] == EVERY_REASON


def test_what_is_required_of_a_child_who_left_the_request_is_not_told():
    session = required_for_two()
    for one in session.requirements.all()[1::2]:
        one.requested_child.request_id = session.request_id + 1
    assert "Amber Testcase" in thinking_time.why_line(session)
    assert "Wren" not in thinking_time.why_line(session)


def test_who_may_hold_it_is_any_chair_until_one_begins():
    chair, other = person(), person()
    nobody_s, mine = made(ThinkingTimeFactory), made(ThinkingTimeFactory, chair=chair)
    assert thinking_time.may_hold(chair, nobody_s) and thinking_time.may_hold(chair, mine)
    assert not thinking_time.may_hold(other, mine)
    assert not thinking_time.may_hold(person("SOCIAL_WORKER"), nobody_s)
    mine.in_error = True
    assert not thinking_time.may_hold(chair, mine)


@pytest.mark.parametrize(
    ("role", "state", "leads"),
    [
        ("CHAIR", "REQUESTED", True),
        ("CHAIR", "BOOKED", True),
        ("CHAIR", "HELD", False),
        ("MANAGER", "REQUESTED", False),
    ],
)
def test_a_chair_takes_time_to_think_while_a_conference_lies_ahead(role, state, leads):
    request = made(RequestFactory, state=state)
    href = thinking_time.take_href(person(role), request)
    assert (str(request.ref) in href) == leads and bool(href) == leads


ON = dt.date(2018, 4, 20)


def waiver(meets_at=None, **fields):
    found = made(ThinkingWaiverFactory, asked_by=person(), last_date=ON, **fields)
    found.meets_at = meets_at
    return found


@pytest.mark.parametrize(
    ("meets", "words"),
    [
        (None, "Waits until 20 April 2018"),
        (ON, "Waits until 20 April 2018"),
        (dt.date(2018, 4, 30), "Waits until 20 April 2018"),
        (dt.date(2018, 4, 19), "Waits until 19 April 2018"),
        (
            dt.date(2018, 4, 17),
            "Waits. The conference was on 17 April 2018, and its record is not signed without it",
        ),
    ],
)
def test_a_waiver_waits_no_longer_than_to_its_conference(meets, words):
    one = waiver(meets_at=moment(meets) if meets else None)
    assert thinking_time.waiver_state(one, dt.date(2018, 4, 18)) == words
    assert thinking_time.waiver_state(one, dt.date(2018, 4, 21)) == "Lapsed"


@pytest.mark.parametrize(
    ("on", "asked", "leads"),
    [
        (ON, [], True),
        (ON, [waiver()], False),
        (ON + dt.timedelta(days=1), [waiver()], True),
        (ON, [waiver(outcome="CONFIRMED", closed_by=person(), closed_at=moment(ON))], False),
        (ON, [waiver(outcome="REFUSED", closed_by=person(), closed_at=moment(ON))], True),
    ],
    ids=["none", "waits", "lapsed", "granted", "refused"],
)
def test_a_chair_is_led_to_ask_for_a_waiver_while_none_waits_or_was_granted(on, asked, leads):
    session = made(ThinkingTimeFactory, waivers=asked)
    assert bool(thinking_time.ask_href(person(), session, on)) == leads
    assert not thinking_time.ask_href(person("MANAGER"), session, on)


@pytest.mark.parametrize(
    ("on", "words", "leads"),
    [
        (ON, "A waiver was asked for and is not decided.", "see the waiver that was asked for"),
        (ON + dt.timedelta(days=1), "it is not recorded as held.", "ask for a waiver"),
    ],
    ids=["waits", "lapsed"],
)
def test_what_keeps_a_record_from_being_signed_says_where_its_waiver_stands(on, words, leads):
    (told,) = thinking_time.thinking_links(person(), [made(ThinkingTimeFactory, waivers=[waiver()])], on)
    assert told.sentence.endswith(words) and told.waiver_text == leads
