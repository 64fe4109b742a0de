"""More than one role for a person: given by two people, ended by one, and what each role brings."""

import datetime as dt
from itertools import combinations, product

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from conferences.models import Duty
from conferences.operations import duties_steps
from conferences.operations.families_people import Contact, Tie, add_person
from conferences.queries import handovers
from conferences.queries.allocations import workers_for
from conferences.queries.duties_duty import is_ones_own, may_be_given
from conferences.queries.duties_lines import Part
from conferences.queries.duties_parts import own_duties, parts
from conferences.queries.scheduling_people import at_work_with, chairs_who_see
from safeguarding.access import Permission, can, visible_children
from safeguarding.accounts import operations
from safeguarding.accounts.leave import stand_ins
from safeguarding.models import HeldRole, User
from safeguarding.refusals import FORBIDDEN, Refused
from safeguarding.rights import CAN, Role, enough_for, is_raised, rights_of
from safeguarding.second_person.accounts import administrators, to_confirm
from tests.accounts.people import freshly
from tests.cast import person
from tests.factories import (
    AllocationFactory,
    ChildFactory,
    DutyFactory,
    HeldRoleFactory,
    TeamFactory,
)

pytestmark = pytest.mark.django_db
NOW = dt.datetime(2018, 10, 1, 9, tzinfo=dt.UTC)
ADMINISTRATOR = "SYSTEM_ADMINISTRATOR"


def refused(act, **given):
    with pytest.raises(Refused) as refusal:
        act(**given)
    return refusal.value.sentence


def ask(user, role, by):
    return operations.ask_further_role(user=user, role=role, by=by, at=NOW)


# ----- Rights and sight ------------------------------------------------------------------------------------


def test_whoever_holds_two_roles_has_the_rights_of_each_and_no_other():
    for first, second in product(Role, Role):
        user = User(role=first, further_roles=[second], is_active=True)
        assert {right for right in Permission if can(user, right)} == CAN[first] | CAN[second]


def test_a_role_held_already_raises_nothing_and_another_does():
    assert not is_raised((["CHAIR", "MANAGER"], None), (["MANAGER"], None))
    assert is_raised((["MANAGER"], None), (["CHAIR", "MANAGER"], None))
    assert is_raised((["REVIEWER"], None), (["REVIEWER", "SOCIAL_WORKER"], 1))
    assert rights_of([]) == frozenset()


@pytest.mark.parametrize("role", Role)
def test_the_database_knows_which_roles_give_no_less(role):
    enough = enough_for()[role]
    for number in (1, 2, 3):
        for held in combinations(Role, number):
            covered = any(set(those) <= set(held) for those in enough)
            assert covered is not is_raised((held, None), ((role,), None)), held


def test_a_further_role_that_has_ended_opens_nothing():
    child, admin = ChildFactory(), person(ADMINISTRATOR, "BUSINESS_SUPPORT")
    assert list(visible_children(admin)) == [child]
    operations.end_further_role(user=admin, role="BUSINESS_SUPPORT", by=person(ADMINISTRATOR), at=NOW)
    admin.refresh_from_db()
    assert not visible_children(admin).exists() and not can(admin, Permission.FIND_CHILD)
    assert admin.sessions_valid_from == NOW


def test_the_roles_of_a_person_are_written_from_what_is_held_alone():
    user = person("REVIEWER")
    User.objects.filter(pk=user.pk).update(further_roles=["CHAIR"])
    user.refresh_from_db()
    assert user.further_roles == []


def test_a_further_role_is_never_deleted_given_twice_or_to_oneself():
    held = HeldRoleFactory()
    for wrong in (
        lambda: HeldRoleFactory(person=held.person, role=held.role),
        lambda: HeldRoleFactory(person=held.person, given_by=held.person, role="MANAGER"),
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            wrong()
    with pytest.raises(Exception, match="Cannot delete"), transaction.atomic():
        HeldRole.objects.all().delete()


def test_a_further_role_that_ended_is_never_held_again_by_its_row():
    ended = HeldRoleFactory(until_at=NOW, ended_by=person(ADMINISTRATOR))
    held = HeldRoleFactory()
    for row, changes in (
        (ended, {"until_at": None, "ended_by": None}),
        (held, {"role": "STRATEGIC_LEAD"}),
        (held, {"person": person("CHAIR")}),
    ):
        with pytest.raises(Exception, match="Cannot update"), transaction.atomic():
            HeldRole.objects.filter(pk=row.pk).update(**changes)


# ----- Given by two, ended by one --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("role", "further", "second", "may"),
    [
        ("TEAM_MANAGER", "CHAIR", "STRATEGIC_LEAD", True),
        ("TEAM_MANAGER", "CHAIR", "TEAM_MANAGER", False),
        ("CHAIR", "SOCIAL_WORKER", "TEAM_MANAGER", True),
        (ADMINISTRATOR, "BUSINESS_SUPPORT", "STRATEGIC_LEAD", True),
        ("CHAIR", ADMINISTRATOR, "STRATEGIC_LEAD", False),
        ("CHAIR", ADMINISTRATOR, ADMINISTRATOR, True),
    ],
)
def test_a_further_role_is_confirmed_by_who_manages_it(role, further, second, may):
    team, first = TeamFactory(), person(ADMINISTRATOR)
    user, by = person(role, team=team), person(second, team=team)
    asked = ask(user, further, first)
    assert to_confirm(by, NOW.date()).exists() == may
    user.refresh_from_db()
    assert user.roles == (role,)
    if may:
        assert operations.confirm(change=asked, by=by, at=NOW).roles == (role, further)
        assert [one.given_by for one in HeldRole.objects.filter(person=user)] == [by]


def test_nobody_gives_themselves_a_further_role_or_confirms_their_own():
    first, second = person(ADMINISTRATOR), person(ADMINISTRATOR)
    assert "your own account" in refused(ask, user=first, role="CHAIR", by=first)
    asked = ask(second, "CHAIR", first)
    assert "your own account" in refused(operations.confirm, change=asked, by=second, at=NOW)
    assert "You asked for this" in refused(operations.confirm, change=asked, by=first, at=NOW)


@pytest.mark.parametrize(
    ("further", "sentence"),
    [("", "Select a role"), ("CHAIR", "have this role already"), ("SOCIAL_WORKER", "needs a team")],
)
def test_a_further_role_that_does_not_fit_is_refused(further, sentence):
    assert sentence in refused(ask, user=person("CHAIR"), role=further, by=person(ADMINISTRATOR))


def test_a_manager_confirms_no_password_of_who_is_more_than_theirs():
    team, first = TeamFactory(), person(ADMINISTRATOR)
    worker = person("SOCIAL_WORKER", ADMINISTRATOR, team=team)
    operations.ask_password(user=worker, by=first, at=NOW)
    assert not to_confirm(person("TEAM_MANAGER", team=team), NOW.date()).exists()
    assert to_confirm(person(ADMINISTRATOR), NOW.date()).exists()


def test_a_further_role_that_becomes_the_main_one_is_no_further_one():
    user, first = person("CHAIR", "MANAGER"), person(ADMINISTRATOR)
    operations.change_role(user=user, role="MANAGER", team=None, by=first, at=NOW)
    user.refresh_from_db()
    assert user.roles == ("MANAGER",) and HeldRole.objects.get(person=user).until_at == NOW


def test_a_team_is_kept_while_a_further_role_needs_it():
    user = person("CHAIR", "TEAM_MANAGER", team=TeamFactory())
    done = {"role": "CHAIR", "team": None, "by": person(ADMINISTRATOR), "at": NOW}
    assert "Choose a team" in refused(operations.change_role, user=user, **done)


def test_an_administrator_beside_another_role_counts():
    HeldRoleFactory(role=ADMINISTRATOR, given_by=person("STRATEGIC_LEAD"))
    assert administrators() == 1


# ----- What each role brings -------------------------------------------------------------------------------


def two_teams():
    """A team manager who chairs; a child of their team, and one of another."""
    own, other = TeamFactory(), TeamFactory()
    manager = person("TEAM_MANAGER", "CHAIR", team=own)
    children = [AllocationFactory(team=team, child=ChildFactory()).child for team in (own, other)]
    return manager, children


def test_a_manager_who_chairs_may_chair_and_never_for_their_own_team():
    manager, (own, other) = two_teams()
    assert manager in chairs_who_see([other], NOW)
    assert at_work_with([own])(manager) and not at_work_with([other])(manager)


def test_a_right_reaches_as_far_as_the_roles_that_give_it_see():
    manager, (own, other) = two_teams()
    ann = {"contact": Contact("Ann Fable"), "by": manager, "at": NOW}
    assert add_person(family=own.family, ties={own: Tie("MOTHER")}, **ann).family == own.family
    with pytest.raises(Refused, match="another role than the one that lets you add children") as refusal:
        add_person(family=other.family, ties={other: Tie("MOTHER")}, **ann)
    assert refusal.value.status == FORBIDDEN


def test_what_nobody_holds_of_another_team_is_not_a_manager_s_who_sees_it_as_chair():
    manager, children = two_teams()
    duties = [
        DutyFactory(child=child, owner=None, owner_role="TEAM_MANAGER", kind="GIVE_ACCOUNT")
        for child in children
    ]
    assert [one.pk for one in own_duties(manager, None)] == [duties[0].pk]
    assert [is_ones_own(manager, one, NOW.date()) for one in duties] == [True, False]
    assert [may_be_given(manager, one) for one in duties] == [True, False]


def test_the_lists_are_those_of_each_role():
    assert {Part.TEAM, Part.UNBOOKED} <= set(parts(person("TEAM_MANAGER", "MANAGER", team=TeamFactory())))


def test_a_duty_is_given_in_the_role_that_may_do_it():
    lead, duty = person("STRATEGIC_LEAD"), DutyFactory(kind="DECIDE_CONSULTATION", owner=None)
    to = person("MANAGER", "STRATEGIC_LEAD")
    duties_steps.give(duty=duty, to=to, words="They know it", by=lead, at=NOW)
    given = Duty.objects.unscoped("test").get(pk=duty.pk)
    assert (given.owner, given.owner_role) == (to, "STRATEGIC_LEAD")


def test_a_child_may_be_given_to_a_worker_by_a_further_role():
    team, child = TeamFactory(), ChildFactory()
    worker = person("BUSINESS_SUPPORT", "SOCIAL_WORKER", team=team)
    assert worker in workers_for(child, team, NOW)


def test_who_leaves_is_followed_by_a_chair_of_a_further_role():
    gone, manager = person("CHAIR"), person("MANAGER", "CHAIR")
    assert manager in handovers.chairs(gone) and manager in stand_ins(gone)


# ----- Pages -----------------------------------------------------------------------------------------------


def test_a_further_role_is_asked_for_confirmed_and_ended_on_pages(client):
    admin, lead, user = person(ADMINISTRATOR), person("STRATEGIC_LEAD"), person("MANAGER")
    freshly(client, admin)
    page = client.post(reverse("user_further", args=[user.ref]), {"role": "CHAIR"}, follow=True)
    assert "Waits for a second person" in page.content.decode()
    freshly(client, lead)
    change = to_confirm(lead, dt.datetime.now(dt.UTC).date()).get()
    assert "Independent chair" in client.get(reverse("account_change", args=[change.ref])).content.decode()
    client.post(reverse("account_change", args=[change.ref]))
    freshly(client, admin)
    page = client.get(reverse("user", args=[user.ref])).content.decode()
    assert "End independent chair" in page and "Further role given" in page
    assert "Manager and independent chair" in client.get(reverse("people")).content.decode()
    client.post(reverse("user_further_end", args=[user.ref, "CHAIR"]))
    page = client.get(reverse("user", args=[user.ref])).content.decode()
    assert "End independent chair" not in page and "Further role ended" in page
    assert client.post(reverse("user_further_end", args=[user.ref, "CHAIR"])).status_code == 404


def test_a_problem_is_told_beside_the_roles(client):
    freshly(client, person(ADMINISTRATOR))
    page = client.post(reverse("user_further", args=[person("MANAGER").ref]), {"role": ""})
    assert "Select a role" in page.content.decode()
