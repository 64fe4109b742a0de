"""Somebody leaves: what is open passes on in one step, and what cannot is named."""

import datetime as dt

import pytest
from django.urls import reverse

from conferences.models import Booking, BookingMove, Duty, Notice
from conferences.operations.duties import scan
from conferences.operations.handovers import pass_work_on
from conferences.queries.handovers import open_work, without
from safeguarding.clock import now, today
from safeguarding.models import Allocation, AuditEntry
from safeguarding.refusals import Refused
from safeguarding.workingdays import add_days
from tests.accounts.people import freshly
from tests.cast import person
from tests.factories import (
    AllocationFactory,
    BarFactory,
    BookingFactory,
    ChildFactory,
    ConsultationAnswerFactory,
    ConsultationConditionFactory,
    ConsultationFactory,
    PlanFactory,
    RequestedChildFactory,
    TeamFactory,
    UserFactory,
    WorkingHoursFactory,
)
from tests.golive import live_from
from tests.scheduling import hours_on

pytestmark = pytest.mark.django_db
WHY = "Has left the council"


@pytest.fixture
def administrator():
    return person("SYSTEM_ADMINISTRATOR")


@pytest.fixture
def leaver():
    return UserFactory(role="CHAIR", full_name="Basil Leaver")


def meeting(chair, days=7, **facts):
    booking = BookingFactory(chair=chair, **hours_on(add_days(today(), days)), **facts)
    RequestedChildFactory(request=booking.request, child__family=booking.request.family)
    return booking


def pass_on(user, by, **to):
    given = {"chair": None, "worker": None, "duties_to": None, "reason": WHY} | to
    return pass_work_on(user=user, **given, by=by, at=now())


def test_meetings_ahead_and_records_unsigned_pass_to_another_chair_who_is_told(administrator, leaver):
    ahead, unsigned, chair = meeting(leaver), meeting(leaver, days=-3), person("CHAIR")
    assert (open_work(leaver, now()).ahead, open_work(leaver, now()).unsigned) == (1, 1)
    done = pass_on(leaver, administrator, chair=chair)
    leaver.refresh_from_db()
    assert (done.meetings, done.left, leaver.is_active) == (2, "", False)
    rows = Booking.objects.unscoped("test")
    assert set(rows.values_list("chair", flat=True)) == {chair.pk}
    moves = BookingMove.objects.unscoped("test")
    assert {(m.from_chair_id, m.note, m.booking_id) for m in moves} == {
        (leaver.pk, WHY, ahead.pk),
        (leaver.pk, WHY, unsigned.pk),
    }
    assert Notice.objects.filter(change="CHAIR_CHANGED", recipient=chair).count() == 2


def test_the_minutes_of_whoever_leaves_are_counted_and_then_nobody_s_and_the_chair_is_told(administrator):
    live_from(dt.date(2018, 1, 1))
    leaver = UserFactory(role="BUSINESS_SUPPORT")
    by = {"cancelled_by": administrator, "cancelled_at": now(), "cancel_reason": "OTHER"}
    one = meeting(UserFactory(), minute_taker=leaver)
    over = meeting(UserFactory(), days=-7, minute_taker=leaver, state="CANCELLED", **by)
    assert open_work(leaver, now()).minutes == 1 and open_work(leaver, now()).passes
    assert open_work(leaver, now(), (("CHAIR",), None)).minutes == 0
    done = pass_on(leaver, administrator)
    assert "1 meeting has nobody to take the minutes any more." in done.left
    takers = dict(Booking.objects.unscoped("test").values_list("pk", "minute_taker"))
    assert takers == {one.pk: None, over.pk: leaver.pk}
    assert list(Notice.objects.filter(change="MINUTES").values_list("recipient", flat=True)) == [one.chair_id]


def test_what_the_new_chair_cannot_have_stays_and_is_named(administrator, leaver):
    chair, taken = person("CHAIR"), meeting(leaver)
    BookingFactory(chair=chair, starts_at=taken.starts_at, ends_at=taken.ends_at)
    barred, free = meeting(leaver, days=9), meeting(leaver, days=11)
    BarFactory(user=chair, family=barred.request.family)
    done = pass_on(leaver, administrator, chair=chair)
    assert done.meetings == 1
    assert f"Meeting {taken.pk}: {chair.full_name} has just been taken" in done.left
    assert f"Meeting {barred.pk}: {chair.full_name} cannot chair" in done.left
    free.refresh_from_db()
    assert free.chair == chair and open_work(leaver, now()).ahead == 2
    other = person("CHAIR", email="other@fableshire.example")
    assert pass_on(leaver, administrator, chair=other).meetings == 2


def test_no_meeting_passes_to_a_chair_at_an_hour_at_which_they_do_not_work(administrator, leaver):
    chair, held = person("CHAIR"), meeting(leaver, days=-3)
    ahead = meeting(leaver)
    WorkingHoursFactory(person=chair, monday_from=dt.time(6), monday_to=dt.time(6, 30))
    done = pass_on(leaver, administrator, chair=chair)
    held.refresh_from_db()
    assert held.chair == chair and f"Meeting {ahead.pk}: {chair.full_name} does not work" in done.left
    assert open_work(leaver, now()).ahead == 1


def test_children_pass_to_a_worker_of_the_team_who_may_see_them(administrator):
    team = TeamFactory()
    old, new = (UserFactory(role="SOCIAL_WORKER", team=team) for _ in range(2))
    seen, hidden = (AllocationFactory(team=team, worker=old).child for _ in range(2))
    BarFactory(user=new, family=hidden.family)
    done = pass_on(old, administrator, worker=new)
    held = Allocation.objects.unscoped("test").filter(end_date__isnull=True)
    assert dict(held.values_list("child", "worker")) == {seen.pk: new.pk, hidden.pk: None}
    assert done.children == 1 and "1 child is with the team, without a worker" in done.left


def test_children_with_no_successor_are_the_team_s_without_a_worker(administrator):
    team = TeamFactory()
    old = UserFactory(role="SOCIAL_WORKER", team=team)
    AllocationFactory(team=team, worker=old)
    done = pass_on(old, administrator)
    held = Allocation.objects.unscoped("test").get(end_date__isnull=True)
    assert (held.worker, held.team, done.children) == (None, team, 0)


def test_what_is_due_and_went_with_nothing_is_given_to_somebody_of_the_role(administrator):
    team = TeamFactory()
    old, new = (UserFactory(role="SOCIAL_WORKER", team=team) for _ in range(2))
    child = ChildFactory()
    AllocationFactory(child=child, team=team, worker=None)
    PlanFactory(child=child, start_date=now().date() - dt.timedelta(days=80))
    scan(on=now().date(), at=now())
    duties = Duty.objects.unscoped("test").filter(child=child, kind="REQUEST_REVIEW")
    duties.update(given_to=old, owner=old, owner_role=old.role)
    count = duties.count()
    done = pass_on(old, administrator, duties_to=new)
    assert count and done.duties == count and done.left == ""
    assert set(duties.values_list("owner", "given_to")) == {(new.pk, new.pk)}


@pytest.mark.parametrize("has_successor", [True, False])
def test_a_condition_of_whoever_leaves_is_another_s_or_stands_before_who_leads(
    client, administrator, has_successor
):
    team = TeamFactory()
    old, new = (UserFactory(role="SOCIAL_WORKER", team=team) for _ in range(2))
    child = ChildFactory()
    AllocationFactory(child=child, team=team, worker=None)
    manager = UserFactory(role="TEAM_MANAGER", team=team)
    asked = ConsultationFactory(
        requested_child__child=child, requested_child__request__family=child.family, state="AGREED"
    )
    given = ConsultationAnswerFactory(consultation=asked, answered_at=now())
    ConsultationConditionFactory(answer=given, owner=old, due_date=add_days(today(), 9))
    scan(on=today(), at=now())
    duty = Duty.objects.unscoped("test").get(child=child, kind="MEET_CONDITION")
    assert duty.owner == old
    done = pass_on(old, administrator, duties_to=new if has_successor else None)
    scan(on=today(), at=now())
    duty.refresh_from_db()
    assert duty.owner == (new if has_successor else None) and done.duties == int(has_successor)
    client.force_login(new if has_successor else manager)
    assert reverse("duty", args=[duty.ref]) in client.get(reverse("my_work")).content.decode()
    assert ("falls to whoever leads the work" in done.left) is not has_successor


def test_what_only_a_further_role_may_do_passes_as_it_ends(administrator):
    team = TeamFactory()
    manager, new = person("MANAGER", "CHAIR", "TEAM_MANAGER", team=team), person("CHAIR")
    booking, child = meeting(manager), AllocationFactory(team=team, worker=manager).child
    work = open_work(manager, now(), without(manager, "CHAIR"))
    assert (work.ahead, work.children) == (1, 0)
    done = pass_on(manager, administrator, role="CHAIR", chair=new)
    booking.refresh_from_db()
    manager.refresh_from_db()
    assert (booking.chair, done.meetings, done.children, done.left) == (new, 1, 0, "")
    assert manager.is_active and manager.further_roles == ["TEAM_MANAGER"]
    assert child.allocations.filter(worker=manager, end_date=None).exists()


def test_what_another_role_may_do_too_stays(administrator):
    team = TeamFactory()
    worker = person("SOCIAL_WORKER", "TEAM_MANAGER", team=team)
    AllocationFactory(team=team, worker=worker)
    assert not open_work(worker, now(), without(worker, "TEAM_MANAGER")).is_any
    assert open_work(worker, now(), without(worker, "SOCIAL_WORKER")).children == 0


def test_the_page_that_ends_a_further_role_asks_to_whom_its_work_passes(client, administrator):
    manager, chair = person("MANAGER", "CHAIR"), person("CHAIR")
    booking, mine = meeting(manager), freshly(client, administrator)
    address = reverse("user_further_end", args=[manager.ref, "CHAIR"])
    page = mine.get(address).content.decode()
    assert "1 meeting" in page and "hand on its work" in page
    assert "Enter why" in mine.post(address, {"chair": str(chair.ref)}).content.decode()
    page = mine.post(address, {"chair": str(chair.ref), "reason": WHY}, follow=True).content.decode()
    assert "Ended. They have been signed out. Handed on: 1 meeting" in page
    booking.refresh_from_db()
    manager.refresh_from_db()
    assert (booking.chair, manager.further_roles) == (chair, [])


def test_nobody_passes_to_a_stranger_or_without_a_reason_or_from_oneself(administrator, leaver):
    meeting(leaver)
    for user, given, said in (
        (leaver, {"chair": person("MANAGER")}, "cannot be given this"),
        (leaver, {"reason": " "}, "Enter why"),
        (leaver, {"worker": person("SOCIAL_WORKER", team=TeamFactory())}, "cannot be given this"),
        (administrator, {}, "your own account"),
    ):
        with pytest.raises(Refused, match=said):
            pass_on(user, administrator, **given)
    leaver.refresh_from_db()
    assert leaver.is_active


def test_a_chair_switched_off_meanwhile_gets_nothing(administrator, leaver):
    meeting(leaver)
    with pytest.raises(Refused, match="cannot be given"):
        pass_on(leaver, administrator, chair=person("CHAIR", is_active=False))


def test_only_who_keeps_accounts_does_it_and_it_stands_in_the_audit(administrator, leaver):
    meeting(leaver)
    with pytest.raises(Refused, match="Your role does not allow"):
        pass_on(leaver, person("STRATEGIC_LEAD"))
    pass_on(leaver, administrator, chair=person("CHAIR"))
    detail = AuditEntry.objects.get(event="user.work_handed_on").detail
    assert detail == {"meetings": 1, "children": 0, "duties": 0}


def test_the_page_shows_numbers_and_no_child_and_hands_on(client, administrator, leaver):
    booking, chair = meeting(leaver), person("CHAIR")
    child = booking.request.children.get().child
    mine, address = freshly(client, administrator), reverse("user_off", args=[leaver.ref])
    page = mine.get(address).content.decode()
    assert "1 meeting" in page and child.family_name not in page
    assert "Enter why" in mine.post(address, {"chair": str(chair.ref)}).content.decode()
    page = mine.post(address, {"chair": str(chair.ref), "reason": WHY}, follow=True).content.decode()
    assert "Handed on: 1 meeting" in page
    booking.refresh_from_db()
    assert booking.chair == chair


def test_of_somebody_without_open_work_it_is_only_asked_whether(client, administrator, leaver):
    mine, address = freshly(client, administrator), reverse("user_off", args=[leaver.ref])
    assert "None of their work is open" in mine.get(address).content.decode()
    mine.post(address)
    leaver.refresh_from_db()
    assert not leaver.is_active


@pytest.mark.parametrize("active", [True, False])
def test_who_asked_for_consultations_alone_has_nothing_to_hand_on(client, administrator, active):
    worker = UserFactory(role="SOCIAL_WORKER", team=TeamFactory(), is_active=active)
    ConsultationFactory(requested_child__request__requested_by=worker)
    mine, address = freshly(client, administrator), reverse("user_off", args=[worker.ref])
    page = mine.get(address).content.decode()
    assert "1 re-plan consultation" in page or "1 consultation" in page
    assert "Nothing has to be handed on" in page and 'name="reason"' not in page
    mine.post(address)
    worker.refresh_from_db()
    assert not worker.is_active
