"""What became of it is looked up by the service: each once, on its day, from the record as it stands."""

import datetime as dt

import pytest
from django.db import DatabaseError, connection, transaction

from conferences import tasks
from conferences.models import LookUp, Request
from conferences.operations import look_ups
from conferences.operations.look_ups import LookedUp, look_up, mark_seen
from conferences.operations.pairs_join import join_records
from conferences.operations.pairs_undo import undo_join
from conferences.queries.look_ups import beside_today
from safeguarding.models import AuditEntry
from safeguarding.refusals import Refused
from tests.cast import person
from tests.factories import (
    BookingFactory,
    ChildFactory,
    ChildPairFactory,
    ConsultationAnswerFactory,
    EnquiryFactory,
    LookUpFactory,
    MeetingRecordFactory,
    NeedEpisodeFactory,
    PlanFactory,
    PolicySettingFactory,
    answered,
    hold,
)
from tests.golive import live_from

pytestmark = pytest.mark.django_db
D = dt.date
ENDED = D(2018, 5, 4)


def at(day, hour=9):
    return dt.datetime(day.year, day.month, day.day, hour, tzinfo=dt.UTC)


def ended(end=ENDED, **of):
    return PlanFactory(start_date=D(2017, 5, 1), end_date=end, step_down="CIN_PLAN", **of)


def kept():
    rows = LookUp.objects.unscoped("test").order_by("due_date", "pk")
    return [(one.months, one.due_date, one.found) for one in rows]


@pytest.fixture(autouse=True)
def _long_live():
    live_from(D(2017, 1, 2))


# ----- When -------------------------------------------------------------------------------------------------


def test_after_a_plan_ended_it_is_looked_up_at_3_6_and_12_months():
    plan = ended()
    assert look_up(at=at(D(2018, 8, 3))) == LookedUp()
    assert look_up(at=at(D(2018, 8, 4))) == LookedUp(1)
    assert look_up(at=at(D(2018, 8, 4))) == LookedUp()
    NeedEpisodeFactory(child=plan.child, referral_date=D(2018, 9, 1))
    look_up(at=at(D(2018, 11, 4)))
    look_up(at=at(D(2019, 5, 4)))
    assert kept() == [
        (3, D(2018, 8, 4), "NOTHING"),
        (6, D(2018, 11, 4), "REFERRAL"),
        (12, D(2019, 5, 4), "REFERRAL"),
    ]
    assert look_up(at=at(D(2019, 6, 4))) == LookedUp()


def test_after_the_decision_that_stands_of_each_child():
    one = answered("AGREED")
    look_up(at=at(D(2018, 7, 9)))
    (row,) = LookUp.objects.unscoped("test")
    assert (row.child, row.answer.consultation, row.since_date) == (one.child, one, D(2018, 4, 9))
    assert (row.due_date, row.months, row.plan) == (D(2018, 7, 9), 3, None)
    assert row.looked_at == at(D(2018, 7, 9))


def test_a_conference_that_is_not_held_or_not_signed_is_under_way_and_not_nothing():
    one = answered("AGREED")
    request = one.requested_child.request
    look_up(at=at(D(2018, 7, 9)))
    meeting = BookingFactory(request=request, starts_at=at(D(2018, 10, 1)), ends_at=at(D(2018, 10, 1), 11))
    record = MeetingRecordFactory(booking=meeting)
    look_up(at=at(D(2018, 10, 9)))
    told = [row.told for row in LookUp.objects.unscoped("test").order_by("due_date")]
    assert [[(found["kind"], found["day"], found["what"]) for found in row] for row in told] == [
        [("UNDER_WAY", "2018-04-09", "ASKED")],
        [("UNDER_WAY", "2018-10-01", "BEGUN")],
    ]
    rows = list(LookUp.objects.unscoped("test").select_related("child", "plan").order_by("due_date"))
    assert not any(looked.differs for looked in beside_today(rows, D(2018, 10, 9)))
    record.state, record.signed_by, record.signed_at = "SIGNED", meeting.chair, at(D(2018, 10, 12))
    record.save(update_fields=["state", "signed_by", "signed_at"])
    hold(meeting)
    look_up(at=at(D(2019, 4, 9)))
    assert [found for _, _, found in kept()] == ["UNDER_WAY", "UNDER_WAY", "NOTHING"]


def test_a_request_that_was_withdrawn_is_not_under_way():
    one = answered("ANOTHER_WAY")
    who = person("TEAM_MANAGER")
    Request.every.filter(pk=one.requested_child.request_id).update(
        state="WITHDRAWN", withdrawn_by=who, withdrawn_at=at(D(2018, 7, 9)), withdrawn_reason="Decided so."
    )
    look_up(at=at(D(2018, 7, 9)))
    assert kept() == [(3, D(2018, 7, 9), "NOTHING")]


def test_one_that_is_not_decided_is_not_followed():
    for state in ("ASKED", "MORE_INFORMATION", "CLOSED"):
        answered(state)
    assert look_up(at=at(D(2019, 4, 9))) == LookedUp()


def test_a_later_decision_is_followed_from_its_own_day_and_the_first_no_more():
    first = ConsultationAnswerFactory()
    look_up(at=at(D(2018, 7, 9)))
    ConsultationAnswerFactory(
        consultation=first.consultation,
        supersedes=first,
        supersedes_reason="More is known.",
        answered_at=at(D(2018, 8, 1)),
    )
    look_up(at=at(D(2019, 8, 1)))
    assert [(months, day) for months, day, _ in kept()] == [
        (3, D(2018, 7, 9)),
        (3, D(2018, 11, 1)),
        (6, D(2019, 2, 1)),
        (12, D(2019, 8, 1)),
    ]


def test_a_look_up_that_is_late_tells_of_its_own_day():
    plan = ended()
    NeedEpisodeFactory(child=plan.child, referral_date=D(2018, 8, 10))
    look_up(at=at(D(2018, 8, 20)))
    assert kept() == [(3, D(2018, 8, 4), "NOTHING")]


def test_the_months_are_those_of_the_day_of_the_end():
    PolicySettingFactory(key="LOOK_UP_MONTHS", value="1, 9", effective_date=D(2018, 5, 1))
    ended()
    ended(D(2018, 4, 30))
    look_up(at=at(D(2018, 7, 31)))
    assert [(months, day) for months, day, _ in kept()] == [(1, D(2018, 6, 4)), (3, D(2018, 7, 30))]


@pytest.mark.parametrize(
    "of",
    [
        {"end_reason": "ERROR"},
        {"end_reason": "SET_ASIDE"},
        {"end_reason": "DIED"},
        {"end_reason": "EIGHTEEN"},
        {"held_for_other_authority": True},
        {"child__death_date": ENDED},
    ],
)
def test_a_plan_that_was_none_or_has_nobody_to_follow_is_not_followed(of):
    ended(**of)
    assert look_up(at=at(D(2019, 5, 4))) == LookedUp()


def test_before_go_live_nothing_is_looked_up_and_what_was_due_then_is_not():
    ended()
    live_from(None)
    assert look_up(at=at(D(2019, 5, 4))) == LookedUp()
    live_from(D(2018, 9, 3))
    look_up(at=at(D(2019, 5, 4)))
    assert [months for months, *_ in kept()] == [6, 12]


def test_a_plan_of_a_census_is_followed_as_far_as_it_is_known():
    """Of the days between the census and going live nothing tells."""
    live_from(D(2018, 7, 2))
    ended(D(2018, 3, 1))
    ended(D(2018, 7, 10))
    look_up(at=at(D(2018, 10, 10)))
    assert kept() == [(6, D(2018, 9, 1), "NOT_KNOWN"), (3, D(2018, 10, 10), "NOTHING")]


# ----- Kept -------------------------------------------------------------------------------------------------


def test_it_keeps_what_it_was_read_from_and_who_looked():
    plan = ended()
    asked = EnquiryFactory(child=plan.child, started_date=D(2018, 6, 1))
    look_up(at=at(D(2018, 8, 4)))
    (row,) = LookUp.objects.unscoped("test")
    told = {"kind": "ENQUIRY", "day": "2018-06-01", "until": None, "what": "", "source": "RECORDED"}
    assert row.told == [{**told, "table": "enquiry", "row": asked.pk}]
    entry = AuditEntry.objects.get(event="look_up.made")
    assert (entry.subject_id, entry.done_by.is_system) == (row.pk, True)


def test_what_is_corrected_later_leaves_what_was_found_as_it_was():
    plan = ended()
    look_up(at=at(D(2018, 8, 4)))
    PlanFactory(child=plan.child, start_date=D(2018, 7, 1))
    look_up(at=at(D(2018, 8, 5)))
    assert kept() == [(3, D(2018, 8, 4), "NOTHING")]


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE conferences_lookup SET found = 'DIED'",
        "UPDATE conferences_lookup SET told = '[1]'",
        "UPDATE conferences_lookup SET due_date = due_date + 1",
        "UPDATE conferences_lookup SET looked_at = looked_at + interval '1 day'",
        "UPDATE conferences_lookup SET plan_id = NULL",
        "DELETE FROM conferences_lookup",
    ],
)
def test_raw_sql_neither_changes_nor_deletes_it(change):
    LookUpFactory()
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(change)


def test_one_that_the_database_refuses_keeps_back_no_other(monkeypatch):
    first, second = ended(), ended()
    row = look_ups._row

    def spoilt(one, record, when):
        made = row(one, record, when)
        made.found = "BORED" if one.child == first.child_id else made.found
        return made

    monkeypatch.setattr(look_ups, "_row", spoilt)
    assert look_up(at=at(D(2018, 8, 4))) == LookedUp(1, 1)
    assert [one.child for one in LookUp.objects.unscoped("test")] == [second.child]
    monkeypatch.undo()
    assert look_up(at=at(D(2018, 8, 4))) == LookedUp(1)


def test_the_task_says_that_some_were_left(monkeypatch):
    monkeypatch.setattr(look_ups, "look_up", lambda at: LookedUp(failed=2))
    with pytest.raises(RuntimeError, match="2 look-ups"):
        tasks.look_up_what_became()


# ----- Seen -------------------------------------------------------------------------------------------------


def test_whoever_decides_consultations_says_once_that_they_saw_it():
    one, lead, other = LookUpFactory(), person("STRATEGIC_LEAD"), person("STRATEGIC_LEAD")
    assert mark_seen(look_ups=[one], by=lead, at=at(D(2018, 8, 6))) == 1
    assert mark_seen(look_ups=[one], by=other, at=at(D(2018, 8, 7))) == 0
    one.refresh_from_db()
    assert (one.seen_by, one.seen_at) == (lead, at(D(2018, 8, 6)))
    assert AuditEntry.objects.filter(event="look_up.seen", subject_id=one.pk).count() == 1


def test_nobody_else_says_so_and_nobody_of_a_record_out_of_sight():
    hidden = LookUpFactory(plan__child=ChildFactory(restricted=True))
    with pytest.raises(Refused):
        mark_seen(look_ups=[LookUpFactory()], by=person("CHAIR"), at=at(D(2018, 8, 6)))
    with pytest.raises(Refused):
        mark_seen(look_ups=[hidden], by=person("STRATEGIC_LEAD"), at=at(D(2018, 8, 6)))
    assert not LookUp.objects.unscoped("test").exclude(seen_at=None).exists()


# ----- The same child twice, and files ----------------------------------------------------------------------


def test_what_was_looked_up_of_a_joined_record_goes_along_and_today_tells_of_both():
    kept_record, gone = ChildFactory(family=None), ended().child
    NeedEpisodeFactory(child=kept_record, referral_date=D(2018, 6, 1))
    look_up(at=at(D(2018, 8, 4)))
    pair = ChildPairFactory(one=kept_record, other=gone)
    join = join_records(
        pair=pair, kept=kept_record, reason="One child.", by=person("STRATEGIC_LEAD"), at=at(D(2018, 8, 6))
    )
    (row,) = LookUp.objects.unscoped("test")
    assert (row.child, row.found) == (kept_record, "NOTHING")
    (looked,) = beside_today([row], D(2018, 8, 6))
    assert looked.today.gravest == "REFERRAL"
    look_up(at=at(D(2018, 11, 4)))
    assert kept()[-1] == (6, D(2018, 11, 4), "REFERRAL")
    undo_join(join=join, reason="Two after all.", by=person("STRATEGIC_LEAD"), at=at(D(2018, 11, 5)))
    assert {one.child for one in LookUp.objects.unscoped("test")} == {gone}
