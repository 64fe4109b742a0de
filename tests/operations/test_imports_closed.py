"""A file that writes into a closed record: somebody who may see it is told, once a file and child."""

import datetime as dt
import io

import pytest

from conferences.exchange.census import proposing
from conferences.models import ImportedFile, Message, Notice, Plan
from conferences.operations.notices_messages import write_messages
from safeguarding import audit
from safeguarding.audit import system_user
from safeguarding.models import Child
from safeguarding.refusals import Refused
from tests.cast import person
from tests.exchange.census import READ_AT, child, episode, of_year, plan, taken
from tests.exchange.test_proposing import clock
from tests.factories import BarFactory, FamilyFactory, RestrictedGrantFactory

pytestmark = pytest.mark.django_db
MORNING = READ_AT + dt.timedelta(days=1)


def of(number, **given):
    return child(episode(plan(**given)), LAchildID=number, UPN=None, UPNunknown="UN4")


@pytest.fixture
def restricted():
    """Two children of a file, whose records are restricted since."""
    taken(of_year(2024, of("FB001"), of("FB002"), of("FB003")))
    found = Child.every.filter(la_child_id__in=["FB001", "FB002"]).order_by("la_child_id")
    who = person("STRATEGIC_LEAD")
    with audit.acting_as(system_user()):
        found.update(is_restricted=True, restricted_reason="A test", restricted_by=who, restricted_at=READ_AT)
    return list(found)


def told():
    rows = Notice.objects.filter(child__isnull=False).order_by("child", "recipient")
    return [(n.change, n.child.la_child_id, n.recipient.role) for n in rows]


CHANGED = of_year(
    2025, of("FB001", CPPendDate="2024-05-01"), of("FB002"), of("FB003", CPPendDate="2024-05-01")
)


def test_those_named_are_told_of_what_was_written_and_of_nothing_else(restricted):
    reader = person("CHAIR")
    for one in restricted:
        RestrictedGrantFactory(child=one, user=reader)
    taken(CHANGED)
    assert told() == [("FILE_NAMED", "FB001", "CHAIR")]
    taken(CHANGED)
    assert len(told()) == 1
    assert write_messages(at=MORNING) == 1
    message = Message.objects.get()
    assert "A census file changed a record that is closed to others" in message.body
    assert f"/children/{restricted[0].ref}" in message.body and "FB00" not in message.body


def test_where_nobody_is_named_whoever_leads_the_unit_is_told_where_to_name_one(restricted):
    person("STRATEGIC_LEAD")
    both = of_year(2025, of("FB001", CPPendDate="2024-05-01"), of("FB002", CPPendDate="2024-05-01"))
    taken(both)
    assert {(what, number) for what, number, _ in told()} == {
        ("FILE_UNNAMED", one.la_child_id) for one in restricted
    }
    assert write_messages(at=MORNING) >= 1
    body = Message.objects.first().body
    assert all(f"/access/{one.ref}" in body for one in restricted)


def test_a_record_that_a_file_adds_to_is_written_into(restricted):
    again = episode(CINreferralDate="2024-09-01")
    more = child(episode(plan()), again, LAchildID="FB002", UPN=None, UPNunknown="UN4")
    taken(of_year(2025, of("FB001"), more))
    assert [number for _, number, _ in told()] == ["FB002"]


def test_whoever_leads_the_unit_is_told_of_a_family_from_which_the_reader_is_barred(restricted):
    manager, family = person("MANAGER"), FamilyFactory()
    BarFactory(user=manager, family=family)
    BarFactory(family=family)
    with audit.acting_as(system_user()):
        Child.every.filter(la_child_id="FB003").update(family=family)
        Child.every.filter(la_child_id="FB001").update(family=family)
    row = proposing.propose(file=io.BytesIO(CHANGED), file_name="a.xml", by=manager, clock=clock)
    assert told() == []
    proposing.keep(file=row, by=manager, clock=clock, anyway=True)
    assert {(change, number) for change, number, _ in told()} == {
        ("FILE_UNNAMED", "FB001"),
        ("FILE_NAMED", "FB003"),
    }


def test_undoing_leaves_what_stands_in_a_closed_record(restricted):
    """A refusal would tell whoever undoes the file that somebody works with a child hidden from them."""
    file, lead, manager = ImportedFile.objects.get(), person("STRATEGIC_LEAD"), person("MANAGER")
    with audit.acting_as(system_user()):
        Plan.every.filter(child=restricted[1]).update(latest_category="EMO")
        RestrictedGrantFactory(child=restricted[1], user=lead)
    with pytest.raises(Refused, match="child FB002: the plan of 14 June 2023"):
        proposing.undo(file=file, by=lead, clock=clock)
    proposing.undo(file=file, by=manager, clock=clock)
    assert [plan.child.la_child_id for plan in Plan.every.all()] == ["FB002"]
    assert {(change, number) for change, number, _ in told()} == {
        ("FILE_UNNAMED", "FB001"),
        ("FILE_NAMED", "FB002"),
    }
