"""The letters that a plan has ended in words: which plans, how it stands as a whole, and who has none."""

import datetime as dt
import uuid

from conferences.queries.copies import Offer
from conferences.rules.copies import Recipient
from conferences.views.presenters import copies_closing as present
from tests.factories import ChildPartFactory, DocumentFactory, MeetingRecordFactory
from tests.presenters.made import cells, made, person

REF = uuid.UUID(int=5)
AT = dt.datetime(2018, 5, 1, 12, tzinfo=dt.UTC)
DAY = dt.date(2018, 5, 2)
SUPPORT = person("BUSINESS_SUPPORT")
KEY = (None, "SCHOOL", "teacher exemplar")


def record(**fields):
    return made(MeetingRecordFactory, **{"closing_date": None, "closing_gone_at": None} | fields)


def kept(**fields):
    told = {"kind": "CLOSING", "person": None, "agency_kind": "SCHOOL", "agency_name": "Teacher Exemplar"}
    return made(DocumentFactory, version=1, made_by=SUPPORT, made_at=AT, **(told | fields))


def part(**fields):
    return made(ChildPartFactory, outcome="PLAN_ENDS", **fields)


def offer(*, is_ticked=True):
    return Offer(Recipient(("Mother Exemplar",), frozenset([1])), is_ticked=is_ticked)


def test_why_each_plan_ended_and_which_help_follows_are_said():
    (told,) = present.ended_lines([part(end_reason="RISK_REDUCED", step_down="CIN_PLAN")])
    assert told.endswith(
        ". Why it ended: risk reduced: decided at a review conference. Help that follows: child in need plan."
    )
    (bare,) = present.ended_lines([part(end_reason="", step_down="")])
    assert bare.endswith(". Why it ended: not recorded. Help that follows: not recorded.")


def test_how_it_stands_as_a_whole_is_said():
    ended = [part(end_reason="RISK_REDUCED", step_down="")]
    state = present.state_line
    assert state(record(closing_date=DAY), ended, {KEY: [kept()]}, []) == (
        "The letters were sent: the last went on 2 May 2018."
    )
    assert "1 letter still to send." in state(record(), ended, {KEY: [kept()]}, [])
    assert state(record(), ended, {KEY: [kept(sent_date=DAY)]}, [offer()]) == (
        "Not all the letters have been sent yet."
    )
    assert state(record(closing_gone_at=AT), ended, {}, []).startswith("No letter goes, as was said of each")
    assert state(record(), ended, {}, [offer(is_ticked=False)]) == present.NOBODY
    assert state(record(), ended, {}, []) == present.NOBODY_AT_ALL


def test_where_no_plan_ended_after_all_what_was_sent_is_put_right_by_a_decision_letter():
    assert present.state_line(record(), [], {}, []) == present.NONE_ENDED
    sent = present.state_line(record(), [], {KEY: [kept(sent_date=DAY)]}, [])
    assert "new version of the decision letter" in sent


def test_who_has_none_is_named_while_they_are_due():
    lacking = [offer(), offer(is_ticked=False)]
    assert present.without_lines(record(), lacking) == ["Mother Exemplar has no letter yet."]
    assert present.without_lines(record(closing_date=DAY), lacking) == []


def test_each_letter_has_its_row_with_what_is_next():
    table = present.letters_table({KEY: [kept()]}, {}, {KEY: ["The address was changed."]}, REF, SUPPORT)
    (row,) = cells(table)
    assert "The address was changed." in row[1] and row[5].startswith("Record that it was sent")
    empty = present.letters_table({}, {}, {}, REF, SUPPORT)
    assert empty.empty == "No letter has been made yet."
