"""One duty in words: how it stands, whose it is, why its day, and its chain with the latest first."""

import datetime as dt

import pytest

from conferences.queries.days import Day
from conferences.queries.duties_duty import Chain
from conferences.rules.days import Told
from conferences.rules.deadlines import Code
from conferences.rules.deadlines_days import Due, due_by
from conferences.views.presenters.duties_duty import about, button, entries, rows, stands
from safeguarding.bankholidays import england
from safeguarding.models import User
from safeguarding.rights import Permission
from tests.factories import (
    ChildFactory,
    DutyFactory,
    DutyStepFactory,
    EscalationFactory,
    MessageFactory,
    NoticeFactory,
)
from tests.presenters.made import made

ON = dt.date(2018, 4, 24)
AT = dt.datetime(2018, 4, 20, 9, tzinfo=dt.UTC)
WORKER = User(full_name="Sample Worker", role="SOCIAL_WORKER")
LEAD = User(full_name="Sample Lead", role="STRATEGIC_LEAD")


def duty(**fields):
    child = ChildFactory.build(given_names="Amber", family_name="Testington", birth_date=ON)
    facts = {"kind": "HOLD_FIRST_CORE_GROUP", "due_date": ON, "raised_at": AT, "owner": WORKER}
    return made(DutyFactory, child=child, owner_role="SOCIAL_WORKER", **facts | fields)


def known(*duties, why=None, moved=()):
    return {row.key: str(row.value) for row in rows(duties, why, moved, ON)}


def test_it_says_by_when_why_and_by_whose_rule():
    why = Due(
        Code.HOLD_FIRST_CORE_GROUP, ON, "R5", "10 working days from 10 April 2018", dt.date(2018, 4, 10)
    )
    shown = known(duty(), why=why)
    assert shown["Due by"] == "Tuesday 24 April 2018" and shown["Set by"].startswith("Law: Working Together")
    assert shown["Why that day"].startswith("10 working days from 10 April 2018. It runs from the conference")
    assert known(duty(kind="SEND_LETTERS"))["Set by"].startswith("The council’s own limit")


@pytest.mark.parametrize(("live", "says"), [(ON, False), (ON + dt.timedelta(hours=24), True), (None, False)])
def test_what_was_due_before_go_live_says_that_nobody_is_reminded(live, says):
    assert ("Reminders" in {row.key for row in rows([duty()], None, (), ON, live)}) == says


def test_a_day_that_moved_says_what_was_told_and_why_once_for_all_siblings():
    now = due_by(Code.HOLD_CONFERENCE, dt.date(2018, 4, 10), england())
    day = Day(Told(dt.date(2018, 4, 30), ""), now, "New bank holiday.")
    keys = [row.key for row in rows([duty()], None, [day, day], ON)]
    assert known(duty(), moved=[day])["Why it moved"] == "New bank holiday."
    assert keys.count("What was told") == 1


@pytest.mark.parametrize(
    ("owner", "words"),
    [(WORKER, "Sample Worker (social worker)"), (None, "Nobody in particular (social worker)")],
)
def test_it_says_whose_it_is(owner, words):
    assert known(duty(owner=owner))["Whose it is"] == words


def test_what_is_put_off_says_until_when_and_no_longer_once_it_is_back():
    assert known(duty(put_off_until_date=dt.date(2018, 4, 25)))["Put off until"] == "Wednesday 25 April 2018"
    assert "Put off until" not in known(duty(put_off_until_date=ON))


def test_all_its_children_are_named():
    assert about([duty(), duty()]) == "Amber Testington and Amber Testington"


@pytest.mark.parametrize(
    ("closed", "words"),
    [("", "Due today"), ("MET", "Done"), ("MOVED", "Another day now"), ("GONE", "No longer due")],
)
def test_how_it_stands_in_a_word(closed, words):
    assert stands(duty(closed_because=closed, closed_at=AT if closed else None), ON).text == words


def test_the_button_leads_to_the_child_where_one_may_not_do_it():
    ref = "00000000-0000-4000-8000-000000000001"
    kind = Code.HOLD_CORE_GROUP
    assert button(duty(), kind, ref, {Permission.RECORD_CORE_GROUP}).text == "Record the core group"
    assert button(duty(), kind, ref, set()).text == "Open the child’s record"


def test_the_chain_is_told_with_the_latest_first():
    later = AT + dt.timedelta(days=1)
    one = duty(closed_at=later + dt.timedelta(days=1), closed_because="MET")
    told = made(
        NoticeFactory,
        recipient=WORKER,
        message=MessageFactory.build(recipient=WORKER, sent_at=AT + dt.timedelta(hours=1)),
    )
    unsent = made(NoticeFactory, recipient=WORKER, message=None)
    up = made(
        EscalationFactory,
        raised_at=AT + dt.timedelta(hours=2),
        rung="LATE",
        to_role="STRATEGIC_LEAD",
        to_user=None,
        acknowledged_at=later,
        acknowledged_by=LEAD,
        words="I ring them",
    )
    step = {"done_by": LEAD, "done_at": AT + dt.timedelta(hours=3), "words": "At court"}
    given = made(DutyStepFactory, kind="GIVEN", given_to=WORKER, until_date=None, **step)
    off = made(DutyStepFactory, kind="PUT_OFF", given_to=None, until_date=ON, **step | {"done_at": later})
    seen = made(DutyStepFactory, kind="ACKNOWLEDGED", given_to=None, until_date=None, **step)
    # What acknowledged that which was passed up: told once.
    same = made(
        DutyStepFactory, kind="ACKNOWLEDGED", given_to=None, until_date=None, **step | {"done_at": later}
    )
    shown = entries(Chain([one], [told, unsent], [up], [given, off, seen, same]))
    titles = [entry.title for entry in shown]
    assert titles[0] == "Done" and titles[-1] == "Put on the list: due by Tuesday 24 April 2018"
    for words in (
        "Sample Worker was told by email",
        "Passed up to Strategic Lead, the working day after",
        "Acknowledged by Sample Lead",
        "Put off until Tuesday 24 April 2018 by Sample Lead",
        "Given to Sample Worker by Sample Lead",
    ):
        assert words in titles
    assert ["I ring them"] in [entry.lines for entry in shown] and len(shown) == 8
