"""Thinking time in words: why, whether it was held, and who is led where."""

import datetime as dt
from functools import partial

import pytest

from conferences.queries.thinking_time import Standing
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

ON = dt.date(2018, 4, 20)
HELD = {"state": "HELD", "held_date": dt.date(2018, 4, 20), "minutes": 45}


def test_a_session_to_be_held_says_why_and_no_more():
    rows = said(thinking_time.session_page_rows(made(ThinkingTimeFactory)))
    assert rows == {
        "Why": "The child was on a plan before",
        "Required": "Yes, before the conference",
        "Requested": "9 April 2018",
    }


def test_a_session_says_before_which_conference_it_is_held():
    rows = said(thinking_time.session_page_rows(made(ThinkingTimeFactory), None, dt.date(2018, 4, 24)))
    assert rows["Required"] == "Yes, before the conference of Tuesday 24 April 2018"


def test_a_session_that_was_held_says_when_how_long_and_with_whom():
    session = made(ThinkingTimeFactory, **HELD, chair=person(), is_required=False)
    rows = said(thinking_time.session_page_rows(session))
    assert rows["Required"] == "No, the chair chose it"
    assert rows["Held"] == "Friday 20 April 2018, 45 minutes"
    assert (rows["Held by"], rows["Helped by"]) == ("Sample Independent chair", "Nobody")


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


def standing(chair=None, barred="", is_owed=True, own=None):
    return Standing(chair, barred, is_owed, own)


def test_the_form_is_offered_to_whose_it_is_and_to_nobody_else():
    chair, other = person(), person()
    nobody_s, mine = made(ThinkingTimeFactory), made(ThinkingTimeFactory, chair=chair)
    assert thinking_time.may_hold(chair, nobody_s, standing(chair, own=nobody_s))
    assert thinking_time.may_hold(chair, mine, standing(own=mine))
    for offer in (thinking_time.may_hold, partial(thinking_time.may_plan, on=ON)):
        assert not offer(other, nobody_s, standing(chair, "Another chairs this conference."))
        assert not offer(person("SOCIAL_WORKER"), nobody_s, standing())
    mine.in_error = True
    assert not thinking_time.may_hold(chair, mine, standing(own=mine))


def test_no_time_is_planned_once_the_conference_was():
    chair = person()
    session = made(ThinkingTimeFactory)
    for meets, is_offered in ((ON, True), (ON - dt.timedelta(days=1), False), (None, True)):
        stands = Standing(chair, "", True, session, meets)
        assert thinking_time.may_plan(chair, session, stands, ON) is is_offered


def test_a_chair_who_took_the_conference_over_holds_their_own_once():
    before, chair = person(), person()
    session = made(ThinkingTimeFactory, **HELD, chair=before)
    stands = standing(chair)
    assert thinking_time.may_hold(chair, session, stands)
    assert thinking_time.may_plan(chair, session, stands, ON)
    assert thinking_time.state_tag(session, thinking_time.by_another(session, stands)).colour == "yellow"
    assert "It is the chair’s own" in thinking_time.whose_line(session, chair, stands)
    assert thinking_time.hold_text(session, chair) == "Record your own thinking time"
    own = made(ThinkingTimeFactory, **HELD, chair=chair, follows=session)
    after = standing(chair, is_owed=False, own=own)
    assert not thinking_time.may_hold(chair, session, after)
    assert not thinking_time.whose_line(session, chair, after)
    table = thinking_time.session_rows([own, session], chair)
    assert [row[1] for row in cells(table)] == ["Held", "Held"]
    assert [row[1] for row in cells(thinking_time.session_rows([session], chair))] == [
        "Held by another chair"
    ]


def test_others_are_told_who_can_hold_it():
    chair, session = person(), made(ThinkingTimeFactory)
    assert "only they can hold" in thinking_time.whose_line(session, person(), standing(chair, "No"))
    assert not thinking_time.whose_line(session, chair, standing(chair))


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
    chair = person(role)
    assert not thinking_time.take_href(chair, request, person())
    href = thinking_time.take_href(chair, request, chair)
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
        (ON, [waiver(outcome="REFUSED", closed_by=person(), closed_at=moment(ON))], True),
    ],
    ids=["none", "waits", "lapsed", "refused"],
)
def test_a_chair_is_led_to_ask_for_a_waiver_while_it_is_owed_and_none_waits(on, asked, leads):
    session = made(ThinkingTimeFactory, waivers=asked)
    assert bool(thinking_time.ask_href(person(), session, on, standing())) == leads
    for stands in (standing(is_owed=False), standing(barred="Another chairs this conference.")):
        assert not thinking_time.ask_href(person(), session, on, stands)
    assert not thinking_time.ask_href(person("MANAGER"), session, on, standing())


@pytest.mark.parametrize(
    ("on", "words", "leads"),
    [
        (ON, "A waiver was asked for and is not decided.", "see the waiver that was asked for"),
        (ON + dt.timedelta(days=1), "nobody decided it by 20 April 2018.", "ask for a waiver"),
    ],
    ids=["waits", "lapsed"],
)
def test_what_keeps_a_record_from_being_signed_says_where_its_waiver_stands(on, words, leads):
    chair, session = person(), made(ThinkingTimeFactory, waivers=[waiver()])
    (told,) = thinking_time.thinking_links(chair, [session], on, chair)
    assert told.sentence.endswith(words) and told.waiver_text == leads


def test_only_whose_meeting_it_is_is_led_to_hold_it_and_to_ask_for_a_waiver():
    chair, session = person(), made(ThinkingTimeFactory)
    (told,) = thinking_time.thinking_links(person(), [session], ON, chair)
    assert (told.hold_text, told.waiver) == ("See the thinking time", "")
    before = made(ThinkingTimeFactory, **HELD, chair=person())
    (told,) = thinking_time.thinking_links(chair, [before], ON, chair)
    assert "held the thinking time before this conference was handed over" in told.sentence


def test_after_the_signing_the_form_says_beforehand_that_it_is_late():
    for state, words in (("HELD", "is signed"), ("BOOKED", "")):
        session = made(ThinkingTimeFactory, request=made(RequestFactory, state=state))
        told = thinking_time.late_warning(session)
        assert words in told and bool(told) == bool(words)
    late = made(
        ThinkingTimeFactory, **HELD, chair=person(), is_late=True, recorded_at=moment(dt.date(2018, 5, 1))
    )
    rows = said(thinking_time.session_page_rows(late))
    assert rows["Late"].startswith("Recorded on 1 May 2018, after the record was signed. It does not count")
