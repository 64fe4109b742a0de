"""What was thought before, in words, and whose its actions are."""

import datetime as dt

import pytest

from conferences.models import ThinkingAction
from conferences.queries.thinking_time_before import Thought
from conferences.views.presenters import thinking_time_before
from tests.factories import ThinkingTimeEntryFactory, ThinkingTimeFactory
from tests.presenters.made import made, person, said

DUE = dt.date(2018, 5, 4)
CLOSED = dt.datetime(2018, 5, 2, 9, tzinfo=dt.UTC)


def action(session, **fields):
    return ThinkingAction(session=session, what="Ask the school.", due_date=DUE, **fields)


def session(**fields):
    return made(ThinkingTimeFactory, state="HELD", held_date=dt.date(2018, 4, 20), minutes=45, **fields)


def first(table):
    return table.rows[0]


def test_a_session_is_recalled_with_its_question_conclusions_and_when_to_look_again():
    held = session(chair=person(), question="What came back?", look_again_date=DUE)
    entry = made(ThinkingTimeEntryFactory)
    (one,) = thinking_time_before.recalled([Thought(held, [entry], [])], person(), DUE)
    assert one.title == "20 April 2018, Sample Independent chair"
    assert said(one.rows) == {
        "Question": "What came back?",
        f"Conclusion for {entry.child.display_name}": "Look at the whole history, not the latest incident.",
        "Look again": "4 May 2018",
    }
    assert one.actions.rows == [] and one.actions.empty == "No action was agreed."


def test_an_action_leads_on_for_whose_it_is_and_for_nobody_else():
    whose, other = person(), person()
    one = action(session(), owner=whose)
    assert first(thinking_time_before.actions_table([one], whose, DUE))[0].href
    assert not first(thinking_time_before.actions_table([one], other, DUE))[0].href


def test_an_action_of_somebody_outside_is_theirs_by_name():
    one = action(session(), owner_words="The invented school nurse")
    row = first(thinking_time_before.actions_table([one], person(), DUE))
    assert row[1:3] == ["The invented school nurse", "4 May 2018"]


@pytest.mark.parametrize(("on", "words"), [(DUE, "To do"), (DUE + dt.timedelta(days=1), "Late")])
def test_an_open_action_is_late_after_its_day(on, words):
    row = first(thinking_time_before.own_table([action(session(entries=[]))], on))
    assert row[3].tag.text == words


def test_a_closed_action_says_what_came_of_it():
    done = action(session(), done_date=DUE, closed_words="The school wrote.", closed_at=CLOSED)
    none = action(session(), closed_words="It moved.", closed_at=CLOSED)
    rows = thinking_time_before.actions_table([done, none], person(), DUE).rows
    assert [row[3] for row in rows] == ["Done 4 May 2018. The school wrote.", "Not needed: It moved."]
