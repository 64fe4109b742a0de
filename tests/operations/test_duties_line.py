"""The line of each deadline: raised, told in the morning's list, passed up by name, met, and told no more."""

import datetime as dt

import pytest

from conferences.models import Duty, Escalation, Message, Notice
from conferences.operations.duties import scan
from conferences.operations.notices_escalations import acknowledge_escalation
from conferences.operations.notices_messages import write_messages
from conferences.rules.deadlines import DEADLINES, Reach
from safeguarding.bankholidays import england
from safeguarding.wording import LONDON
from tests.operations.duties_stories import DAY, LAST_LATE, STORIES, Unit, at_night

pytestmark = pytest.mark.django_db


def day_of_the_list(on):
    """A working day of it: duties are looked at in the night, and told in the morning."""
    scan(on=on, at=at_night(on))
    write_messages(at=dt.datetime.combine(on, dt.time(7, 5), tzinfo=LONDON))


def duty_of(row):
    return Duty.objects.unscoped("test").get(kind=row.code)


def told(row, role):
    """What the lists of somebody of the role say, that told of this deadline."""
    rows = Notice.objects.filter(duty__kind=row.code, recipient__role=role, message__isnull=False)
    return [message.body for message in Message.objects.filter(pk__in=rows.values("message"))]


def test_every_deadline_has_its_story():
    assert {row.code for row in DEADLINES} == STORIES.keys(), "Tell in duties_stories.py how it comes to run."


@pytest.mark.parametrize("row", DEADLINES, ids=lambda row: row.code)
def test_a_deadline_is_told_passed_up_acknowledged_and_met(row):
    unit, calendar = Unit(), england()
    meets = STORIES[row.code](unit)
    day_of_the_list(DAY + dt.timedelta(days=1))
    first = Duty.objects.unscoped("test").filter(kind=row.code).first()
    due = (first or raised_later(row)).due_date
    holder, last = duty_of(row).owner_role, LAST_LATE.get(row.code, 5)
    for number in sorted({-2, 0, 1, last}):
        day_of_the_list(calendar.add(due, number).due)
    assert told(row, holder) and all(row.words_for(holder) in body for body in told(row, holder))
    up = Escalation.objects.unscoped("test").filter(duty__kind=row.code)
    above = ["TEAM_MANAGER", "STRATEGIC_LEAD"] if row.reach is Reach.TEAM else ["STRATEGIC_LEAD", "MANAGER"]
    assert {one.to_role for one in up} <= set(above) and up
    for one in up:
        assert any(
            "Passed up to you" in body and row.words_for(holder) in body for body in told(row, one.to_role)
        )
        acknowledge_escalation(escalation=one, words="I see to it.", by=one.to_user, at=at_night(due))
    late = calendar.add(due, last + 1).due
    meets(late)
    before = Notice.objects.filter(duty__kind=row.code).count()
    day_of_the_list(late)
    day_of_the_list(calendar.add(late, 1).due)
    assert duty_of(row).closed_because == "MET"
    assert Notice.objects.filter(duty__kind=row.code).count() == before


def raised_later(row):
    """One whose notice begins later than the next day."""
    day = DAY
    while not (found := Duty.objects.unscoped("test").filter(kind=row.code).first()):
        day = england().add(day, 10).due
        assert day < dt.date(2019, 5, 1), "It is not raised."
        day_of_the_list(day)
    return found
