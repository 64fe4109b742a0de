"""What help was tried: recorded for several children at once, gone on with, corrected, and refused."""

import datetime as dt
from dataclasses import replace

import pytest
from django.db import IntegrityError, connection, transaction

from conferences.models import Correction, SupportTried
from conferences.operations.corrections import Change
from conferences.operations.corrections_supports import correct_support
from conferences.operations.supports import OVER, record_support, tell_support
from conferences.queries.children_chronology import chronology
from conferences.rules.supports import Told
from safeguarding.refusals import Refused
from tests import factories as make
from tests.cast import person

pytestmark = pytest.mark.django_db
AT = dt.datetime(2018, 12, 3, 10, tzinfo=dt.UTC)
HELD = Told(
    kind="SERVICE",
    name="Invented Steps",
    uptake="WAITING",
    known_from="OURS",
    aim="Nobody shouts at bedtime.",
    offered_date=dt.date(2018, 3, 5),
)


@pytest.fixture
def team():
    return make.TeamFactory()


@pytest.fixture
def worker(team):
    return person("SOCIAL_WORKER", team=team)


@pytest.fixture
def siblings(team):
    family = make.FamilyFactory()
    children = [make.ChildFactory(family=family, given_names=name) for name in ("Amber", "Basil")]
    for child in children:
        make.AllocationFactory(child=child, team=team)
    return children


def supports():
    return SupportTried.objects.unscoped("test")


def refusal(act, **given):
    with pytest.raises(Refused) as found:
        act(**given, at=AT)
    return [(one.field, one.sentence) for one in found.value.problems]


def test_it_stands_on_each_childs_record_and_is_told_once(siblings, worker):
    made = record_support(children=siblings, told=HELD, by=worker, at=AT)
    assert {one.child_id for one in made} == {child.pk for child in siblings}
    assert {(one.recorded_by, one.told_at) for one in made} == {(worker, AT)}
    same = replace(HELD, name="invented steps")
    assert refusal(record_support, children=siblings[:1], told=same, by=worker) == [
        ("kind", "This is recorded already")
    ]
    names = [sentence for _, sentence in refusal(record_support, children=siblings, told=same, by=worker)]
    assert names == [f"This is recorded already for {child.display_name}" for child in siblings]
    assert supports().count() == 2


def test_it_is_of_somebody(worker):
    assert refusal(record_support, children=[], told=HELD, by=worker) == [
        ("children", "Select for which children it was")
    ]


@pytest.mark.parametrize("role", ["CHAIR", "STRATEGIC_LEAD", "MANAGER", "BUSINESS_SUPPORT", "REVIEWER"])
def test_it_is_recorded_by_those_who_work_with_the_family(siblings, role):
    with pytest.raises(Refused, match="does not allow"):
        record_support(children=siblings, told=HELD, by=person(role), at=AT)
    with pytest.raises(Refused, match="does not allow"):
        tell_support(support=make.SupportTriedFactory(), by=person(role), at=AT)


def test_nobody_records_it_of_another_teams_child(siblings):
    other = person("SOCIAL_WORKER", team=make.TeamFactory())
    with pytest.raises(Refused) as found:
        record_support(children=siblings, told=HELD, by=other, at=AT)
    assert found.value.status == 404 and not supports().exists()


def test_how_it_went_on_is_told_and_what_stood_there_stays(siblings, worker):
    (one, _) = record_support(children=siblings, told=HELD, by=worker, at=AT)
    later = AT + dt.timedelta(days=30)
    begun = {"uptake": "TAKEN_UP", "started_date": dt.date(2018, 12, 10), "did_change": "NOT_KNOWN"}
    tell_support(support=one, **begun, by=worker, at=later)
    tell_support(
        support=one,
        started_date=dt.date(2018, 12, 1),
        ended_date=dt.date(2018, 12, 20),
        did_change="PARTLY",
        by=worker,
        at=later,
    )
    one.refresh_from_db()
    assert (one.started_date, one.ended_date) == (dt.date(2018, 12, 10), dt.date(2018, 12, 20))
    assert (one.did_change, one.recorded_at, one.told_at) == ("PARTLY", AT, later)
    assert [event.uptake for event in one.history.order_by("pgh_id")] == ["WAITING", "TAKEN_UP", "TAKEN_UP"]
    with pytest.raises(Refused, match=OVER):
        tell_support(support=one, did_change="YES", by=worker, at=later)


def test_nothing_new_is_no_telling(siblings, worker):
    (one, _) = record_support(children=siblings, told=HELD, by=worker, at=AT)
    assert "Nothing here is new" in refusal(tell_support, support=one, by=worker)[0][1]


def test_it_is_corrected_with_a_reason_and_what_stood_there_is_kept(siblings, worker):
    (one, other) = record_support(children=siblings, told=HELD, by=worker, at=AT)
    change = Change({"uptake": "DECLINED", "why_not": "NOT_WANTED"}, "TOLD", "The mother says so")
    made = correct_support(row=one, change=change, by=worker, at=AT)
    assert {(fact.field, fact.was, fact.now) for fact in made} == {
        ("uptake", "WAITING", "DECLINED"),
        ("why_not", "", "NOT_WANTED"),
    }
    other.refresh_from_db()
    assert other.uptake == "WAITING"
    day = Change({"offered_date": dt.date(2018, 12, 4)}, "TYPED")
    assert refusal(correct_support, row=other, change=day, by=worker) == [
        ("offered_date", "The day it was offered must be today or earlier")
    ]


def test_a_day_after_the_first_telling_is_corrected_too(siblings, worker):
    (one, _) = record_support(children=siblings, told=HELD, by=worker, at=AT)
    later = AT + dt.timedelta(days=9)
    change = Change({"offered_date": dt.date(2018, 12, 10)}, "OTHER_DAY")
    correct_support(row=one, change=change, by=worker, at=later)
    one.refresh_from_db()
    assert one.offered_date == dt.date(2018, 12, 10)


def test_what_was_in_error_counts_as_none_leaves_room_and_is_put_back(siblings, worker):
    (one, _) = record_support(children=siblings, told=HELD, by=worker, at=AT)
    gone = Change({"in_error": True}, "OTHER_CHILD", "The cousin’s")
    correct_support(row=one, change=gone, by=worker, at=AT)
    assert refusal(tell_support, support=one, uptake="TAKEN_UP", by=worker)[0][1] == OVER
    again = record_support(children=siblings[:1], told=HELD, by=worker, at=AT)
    back = Change({"in_error": False}, "OTHER", "It was this child’s")
    assert refusal(correct_support, row=one, change=back, by=worker) == [("kind", "This is recorded already")]
    correct_support(row=again[0], change=gone, by=worker, at=AT)
    correct_support(row=one, change=back, by=worker, at=AT)
    one.refresh_from_db()
    assert not one.in_error and Correction.objects.unscoped("test").filter(kind="SUPPORT").count() == 3


def test_each_day_that_is_known_stands_on_the_timeline(siblings, worker):
    told = replace(
        HELD,
        uptake="TAKEN_UP",
        did_change="NO",
        started_date=dt.date(2018, 4, 9),
        ended_date=dt.date(2018, 6, 4),
    )
    record_support(children=siblings[:1], told=told, by=worker, at=AT)
    found = chronology(siblings[0], AT.date())
    names = [(event.kind.name, event.day) for event in found if event.kind.name.startswith("SUPPORT")]
    assert names == [
        ("SUPPORT_OFFERED", dt.date(2018, 3, 5)),
        ("SUPPORT_STARTED", dt.date(2018, 4, 9)),
        ("SUPPORT_ENDED", dt.date(2018, 6, 4)),
    ]


TAKEN = "uptake = 'TAKEN_UP', did_change = 'NO'"


@pytest.mark.parametrize(
    ("changed", "name"),
    [
        (f"{TAKEN}, started_date = '2018-03-04'", "supporttried_started_after_offered"),
        (f"{TAKEN}, ended_date = '2018-03-04'", "supporttried_ended_after_offered"),
        (
            f"{TAKEN}, started_date = '2018-04-04', ended_date = '2018-04-03'",
            "supporttried_ended_after_started",
        ),
        ("offered_date = told_at::date + 1", "supporttried_offered_by_its_telling"),
        (f"{TAKEN}, started_date = told_at::date + 1", "supporttried_started_by_its_telling"),
        (f"{TAKEN}, ended_date = told_at::date + 1", "supporttried_ended_by_its_telling"),
        ("offered_date = '-infinity'", "supporttried_days_finite"),
        ("uptake = 'DECLINED'", "supporttried_uptake_and_what_it_needs"),
        ("uptake = 'TAKEN_UP'", "supporttried_uptake_and_what_it_needs"),
        ("offered_date = NULL", "supporttried_uptake_and_what_it_needs"),
        ("why_words = 'Why'", "supporttried_another_reason_in_words"),
        ("kind = 'SERVICE'", "supporttried_named_where_it_must_be"),
        ("name = 'A name'", "supporttried_named_where_it_must_be"),
        ("kind = 'MAGIC', name = ''", "supporttried_codes_known"),
        ("known_from = 'DREAM'", "supporttried_codes_known"),
        ("aim = ''", "supporttried_was_to_change_something"),
    ],
)
def test_the_database_refuses_what_cannot_be(changed, name):
    one = make.SupportTriedFactory()
    with pytest.raises(IntegrityError) as found, transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"UPDATE conferences_supporttried SET {changed} WHERE id = %s", [one.pk])
    assert found.value.__cause__.diag.constraint_name == name


def test_it_is_not_deleted():
    one = make.SupportTriedFactory()
    with pytest.raises(IntegrityError, match="supporttried_stays"), transaction.atomic():
        one.delete()
