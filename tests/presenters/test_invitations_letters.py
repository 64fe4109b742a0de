"""Letters of invitation in words: on the list, of one person, and before they go."""

import datetime as dt
import uuid
from types import SimpleNamespace

from conferences.queries.invitations_letters import NO_ADDRESS, Letters
from conferences.rules.invitations_letters import invitation_of, source_of
from conferences.views.presenters import invitations_letters as present
from tests.factories import RequestFactory
from tests.presenters.made import made
from tests.rules.test_invitations_letters import AMY, MOTHER, told

REF = uuid.UUID(int=1)
AT = dt.datetime(2026, 11, 3, 9, tzinfo=dt.UTC)
NOW = told((AMY,), (MOTHER,))


def one(**fields):
    values = {"pk": 1, "ref": REF, "name": "Mo Testcase", "role": "Mother", "kind_name": None}
    return SimpleNamespace(**values | {"agency_kind": "", "arrives": "", "requested_child_id": None} | fields)


def version(kept=None, **fields):
    source = source_of(invitation_of(NOW, 1)) if kept is None else kept
    values = {"version": 1, "made_at": AT, "changed": "", "left_out": "", "sent_date": None, "sent_by": None}
    made_by = SimpleNamespace(full_name="Sample Support")
    return SimpleNamespace(told=source, made_by=made_by, sent_how="", sent_proof="", **values | fields)


def letters(*kept, says=NOW, cannot="", doubts=(), **fields):
    why = {1: cannot} if cannot else {}
    return Letters(made(RequestFactory), None, [one(**fields)], says, {1: kept}, why, {1: doubts})


def cell(of, sends=True):
    return present.letter_cell(one(), of, sends)


def test_a_letter_is_made_or_it_is_said_why_none_is():
    assert cell(letters()).html.startswith("Make it") or "Make it" in str(cell(letters()))
    assert cell(letters(), sends=False).href == ""
    assert cell(letters(cannot="They are excluded.")).note == "They are excluded."
    assert "None" in str(cell(letters(says=None)))


def test_what_went_and_what_did_not_is_said():
    assert "Made on 3 November 2026, not sent" in str(cell(letters(version())))
    assert "Sent on 4 November 2026" in str(cell(letters(version(sent_date=dt.date(2026, 11, 4)))))


def test_the_letter_that_names_another_day_is_said_with_its_own():
    kept = source_of(invitation_of(NOW, 1)) | {"meets": "Monday 9 November 2026, 10am to midday"}
    shown = cell(letters(version(kept)))
    assert "The letter of 3 November 2026 is not right any more." in shown.note
    assert "Monday 9 November 2026" in shown.note and shown.tag.text == "To be made anew"


def test_the_page_of_a_letter_says_what_is_asked_first():
    page = present.letter_page(one(), letters(doubts=["The chair decides."]), AT, "")
    assert present.FIRST in page.words and page.doubts == ["The chair decides."] and page.versions is None
    refused = present.letter_page(one(), letters(), AT, "Too late.")
    assert (refused.words, refused.doubts) == ([], [])


def test_whoever_has_no_address_is_handed_it():
    without = told((AMY,), (MOTHER.__class__(1, "Mo", ("Mo",), children=frozenset({1})),))
    assert NO_ADDRESS in present.hints_of(letters(says=without))[str(REF)]
    assert present.has_address(one(agency_kind="SCHOOL"), letters(says=without))


def test_nobody_without_a_letter_is_left_out_in_silence():
    assert present.without(letters(cannot="Why not.")) == ["Mo Testcase: Why not."]
    assert len(present.unsent(letters(version()))) == 1 and present.unsent(letters()) == []


def test_when_somebody_arrives_is_to_be_said_where_two_arrive_apart():
    apart = letters(says=told((AMY,), (MOTHER,), apart=45))
    assert present.is_apart(apart) and not present.is_apart(letters())
    assert "Say when" in str(present.arrival_cell(one(), apart, True))
    first = present.arrival_cell(one(arrives="FIRST"), apart, False)
    assert "8:45am" in str(first) and first.note == "First" and first.href == ""
    assert present.arrival_hints(apart)["USUAL"] == "Their letter says 9:30am"
