"""Another main role or team: what can be done no more with it passes on in the same step."""

import pytest
from django.urls import reverse

from conferences.operations import handovers as operations
from conferences.queries.handovers import open_work, with_other
from safeguarding.clock import now
from safeguarding.models import AccountChange, Allocation, User
from safeguarding.refusals import Refused
from tests.accounts.people import freshly
from tests.cast import person
from tests.factories import AllocationFactory, DutyFactory, TeamFactory, UserFactory
from tests.operations.test_handovers import WHY, meeting

pytestmark = pytest.mark.django_db


@pytest.fixture
def administrator():
    return person("SYSTEM_ADMINISTRATOR")


@pytest.fixture
def chair():
    return UserFactory(role="CHAIR", full_name="Basil Lowered")


def test_a_chair_who_becomes_less_is_asked_for_a_successor_first(client, administrator, chair):
    ahead, unsigned, other = meeting(chair), meeting(chair, days=-3), person("CHAIR")
    mine, address = freshly(client, administrator), reverse("user_role", args=[chair.ref])
    step = mine.post(address, {"role": "REVIEWER", "team": ""})
    chair.refresh_from_db()
    assert (step.status_code, chair.role) == (302, "CHAIR")
    page = mine.get(step.url).content.decode()
    assert "1 meeting" in page and "1 record" in page and "hand on their work" in page
    assert "Enter why" in mine.post(step.url, {"chair": str(other.ref)}).content.decode()
    page = mine.post(step.url, {"chair": str(other.ref), "reason": WHY}, follow=True).content.decode()
    assert "Changed. They have been signed out" in page and "Handed on: 2 meetings" in page
    for one in (ahead, unsigned, chair):
        one.refresh_from_db()
    assert (ahead.chair, unsigned.chair, chair.role) == (other, other, "REVIEWER")


def test_a_role_that_gives_more_passes_what_it_cannot_do_as_it_is_confirmed(client, administrator, chair):
    booking, other = meeting(chair), person("CHAIR")
    freshly(client, administrator).post(
        reverse("user_role", args=[chair.ref]), {"role": "BUSINESS_SUPPORT", "team": ""}
    )
    change = AccountChange.objects.get()
    booking.refresh_from_db()
    assert booking.chair == chair
    second = freshly(type(client)(), person("STRATEGIC_LEAD"))
    address = reverse("account_change", args=[change.ref])
    assert "1 meeting" in second.get(address).content.decode()
    assert "Enter why" in second.post(address).content.decode()
    page = second.post(address, {"chair": str(other.ref), "reason": WHY}, follow=True).content.decode()
    assert "Confirmed." in page and "Handed on: 1 meeting" in page
    for one in (booking, chair, change):
        one.refresh_from_db()
    assert (booking.chair, chair.role, change.outcome) == (other, "BUSINESS_SUPPORT", "CONFIRMED")


def test_a_worker_s_children_stay_with_their_team_when_the_worker_goes_to_another(administrator):
    old, new = TeamFactory(), TeamFactory()
    worker, next_one = (UserFactory(role="SOCIAL_WORKER", team=old) for _ in range(2))
    AllocationFactory(team=old, worker=worker)
    there = AllocationFactory(team=new, worker=worker)
    assert open_work(worker, now(), with_other(worker, "SOCIAL_WORKER", old)).children == 1
    change = AccountChange.objects.create(
        kind="ROLE",
        account=worker,
        role="SOCIAL_WORKER",
        team=new,
        asked_by=administrator,
        asked_at=now(),
        last_date="2099-01-01",
    )
    done = operations.confirm_role_and_pass_on(
        change=change,
        chair=None,
        worker=next_one,
        duties_to=None,
        reason=WHY,
        by=person("TEAM_MANAGER", team=new),
        at=now(),
    )
    held = dict(Allocation.objects.unscoped("test").filter(end_date=None).values_list("team", "worker"))
    assert held == {old.pk: next_one.pk, new.pk: worker.pk}
    assert (done.children, there.worker, done.person.team) == (1, worker, new)


def test_what_is_due_goes_with_the_role_that_does_it_or_the_sight_of_its_child(chair):
    """A chair's record, and what a manager of the child's team may do too."""
    DutyFactory(owner=chair, owner_role="CHAIR")
    team = TeamFactory()
    worker = UserFactory(role="SOCIAL_WORKER", team=team)
    child = AllocationFactory(team=team, worker=worker).child
    DutyFactory(owner=worker, owner_role="SOCIAL_WORKER", kind="REQUEST_REVIEW", child=child)
    for user, role, place, count in (
        (chair, "REVIEWER", None, 1),
        (worker, "TEAM_MANAGER", team, 0),
        (worker, "TEAM_MANAGER", TeamFactory(), 1),
        (worker, "REVIEWER", team, 1),
    ):
        assert open_work(user, now(), with_other(user, role, place)).duties == count


def test_what_would_wait_for_a_second_person_is_not_done_with_the_handing_on(administrator, chair):
    meeting(chair)
    to = {"chair": None, "worker": None, "duties_to": None, "reason": WHY, "by": administrator, "at": now()}
    with pytest.raises(Refused, match="Ask for the role and team again"):
        operations.change_role_and_pass_on(user=chair, role="BUSINESS_SUPPORT", team=None, **to)
    assert User.objects.get(pk=chair.pk).role == "CHAIR" and not AccountChange.objects.exists()


def test_a_further_role_that_does_it_too_lets_the_main_one_go_at_once(client, administrator):
    manager = person("STRATEGIC_LEAD", "CHAIR")
    meeting(manager)
    freshly(client, administrator).post(
        reverse("user_role", args=[manager.ref]), {"role": "REVIEWER", "team": ""}
    )
    manager.refresh_from_db()
    assert manager.role == "REVIEWER" and manager.further_roles == ["CHAIR"]
