"""Which children, and which records about them, a person may see: bar, role, restriction, name, joint
records.
"""

import datetime as dt

import pytest
from django.db.models import F
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from conferences.models import Conference
from safeguarding.access import scope, sight, visible_children
from safeguarding.access.scope import in_sight
from safeguarding.labelled import values
from safeguarding.models import Allocation, Bar, Child, Family, HeldRole, RestrictedGrant
from safeguarding.rights import Role
from tests.cast import person
from tests.factories import (
    AllocationFactory,
    BarFactory,
    ChildFactory,
    ConferenceChildFactory,
    ConferenceFactory,
    HeldRoleFactory,
    RestrictedGrantFactory,
    RestrictionRemovalFactory,
    TeamFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db
NOON = dt.datetime(2018, 10, 1, 12, tzinfo=dt.UTC)


def meeting(*children):
    conference = ConferenceFactory()
    for child in children:
        ConferenceChildFactory(conference=conference, child=child)
    return conference


def test_a_joint_record_is_seen_only_if_every_child_in_it_is():
    open_one, hidden = ChildFactory(), ChildFactory(restricted=True)
    alone, joint = meeting(open_one), meeting(open_one, hidden)
    assert set(scope(person("CHAIR"), Conference)) == {alone}
    named = RestrictedGrantFactory(child=hidden, user=person("CHAIR")).user
    assert set(scope(named, Conference)) == {alone, joint}


def test_a_family_is_seen_by_who_sees_one_of_its_children():
    child = ChildFactory()
    ChildFactory(family=child.family, restricted=True)
    ChildFactory(restricted=True)
    assert list(scope(person("CHAIR"), Family)) == [child.family]


def test_a_former_team_no_longer_sees_the_child():
    team, child = TeamFactory(), ChildFactory()
    AllocationFactory(child=child, team=team, end_date=dt.date(2018, 5, 1))
    AllocationFactory(child=child, start_date=dt.date(2018, 5, 1))
    assert not visible_children(person("SOCIAL_WORKER", team=team)).exists()


@pytest.mark.parametrize("state", [{"is_active": False}, {"is_system": True}])
def test_the_switched_off_and_the_system_see_nobody(state):
    ChildFactory()
    assert not visible_children(UserFactory(role="CHAIR", **state)).exists()


# ----- Random histories against a model of twenty lines (C3) -------------------------------------------

WHOLE, OWN, NAMED = (
    {"CHAIR", "STRATEGIC_LEAD", "MANAGER", "BUSINESS_SUPPORT"},
    {"TEAM_MANAGER", "SOCIAL_WORKER"},
    {"REVIEWER"},
)


class Reference:
    """What should be seen, from the words of the promise alone: no query, no shared code."""

    def __init__(self):
        self.role, self.team, self.family, self.holder = {}, {}, {}, {}
        self.further = {}
        self.restricted, self.barred, self.granted = set(), set(), {}

    def sees(self, user, child, moment):
        roles = {self.role[user], *self.further.get(user, ())}
        named = self.granted.get((user, child), moment) > moment
        if (user, self.family[child]) in self.barred or not roles & (WHOLE | OWN | NAMED):
            return False
        if named:
            return True
        if child in self.restricted:
            return False
        has_team = self.team[user] is not None and self.holder.get(child) == self.team[user]
        return bool(roles & WHOLE or (roles & OWN and has_team))


USERS, CHILDREN = st.integers(0, 2), st.integers(0, 3)


class Histories(RuleBasedStateMachine):
    """Grants, bars, ends, roles, teams and allocations in any order; after each, both must agree for
    everybody: a chair, a worker whose team holds a child, and a reviewer to begin with.
    """

    @initialize()
    def begin(self):
        RestrictedGrant.objects.all().delete()
        Allocation.every.all().delete()
        Bar.objects.filter(lifted_at=None).update(lifted_at=NOON, lifted_by=F("barred_by"))
        self.moment, self.expected = NOON, Reference()
        self.teams = [TeamFactory(), TeamFactory()]
        kinds = (("CHAIR", None), ("SOCIAL_WORKER", 0), ("REVIEWER", None))
        self.users = [
            UserFactory(role=role, team=None if team is None else self.teams[team], second_factor=False)
            for role, team in kinds
        ]
        self.giver = UserFactory(role="SYSTEM_ADMINISTRATOR", second_factor=False)
        first, second = ChildFactory(), ChildFactory()
        self.children = [first, second, ChildFactory(family=first.family), ChildFactory(family=second.family)]
        for at, (role, team) in enumerate(kinds):
            self.expected.role[at], self.expected.team[at] = role, team
        AllocationFactory(child=first, team=self.teams[0])
        self.expected.holder[0] = 0
        self.expected.family = {at: child.family_id for at, child in enumerate(self.children)}
        self.meetings = {
            meeting(*(self.children[at] for at in together)): together
            for together in ((0,), (1, 2), (0, 1, 3))
        }

    @rule(user=USERS, role=st.sampled_from(values(Role)), team=st.sampled_from([None, 0, 1]))
    def change_role(self, user, role, team):
        who = self.users[user]
        who.role, who.team = role, None if team is None else self.teams[team]
        who.save()
        self.expected.role[user], self.expected.team[user] = role, team

    @rule(user=USERS, role=st.sampled_from(values(Role)))
    def give_further_role(self, user, role):
        held = self.expected.further.setdefault(user, set())
        if role not in held:
            HeldRoleFactory(person=self.users[user], role=role, given_by=self.giver)
            self.users[user].refresh_from_db()
            held.add(role)

    @rule(user=USERS, role=st.sampled_from(values(Role)))
    def end_further_role(self, user, role):
        for one in HeldRole.objects.filter(person=self.users[user], role=role, until_at=None):
            one.until_at, one.ended_by = NOON, self.giver
            one.save()
        self.users[user].refresh_from_db()
        self.expected.further.get(user, set()).discard(role)

    @rule(child=CHILDREN, restricted=st.booleans())
    def restrict(self, child, restricted):
        lead = {"restricted_by": self.users[0], "restricted_at": NOON, "restricted_reason": "Why"}
        nobody = {"restricted_by": None, "restricted_at": None, "restricted_reason": ""}
        if child in self.expected.restricted and not restricted:
            # Opened again only as two people agree on it.
            two = {"asked_by": self.users[0], "closed_by": self.giver, "outcome": "CONFIRMED"}
            RestrictionRemovalFactory(child=self.children[child], closed_at=NOON, **two)
        rows = type(self.children[child]).every.filter(pk=self.children[child].pk)
        rows.update(is_restricted=restricted, **(lead if restricted else nobody))
        (self.expected.restricted.add if restricted else self.expected.restricted.discard)(child)

    @rule(user=USERS, child=CHILDREN, hours=st.integers(1, 5))
    def grant(self, user, child, hours):
        until = self.moment + dt.timedelta(hours=hours)
        by = self.users[(user + 1) % 3]
        RestrictedGrantFactory(
            child=self.children[child],
            user=self.users[user],
            granted_by=by,
            granted_at=self.moment,
            until_at=until,
        )
        key = (user, child)
        self.expected.granted[key] = max(until, self.expected.granted.get(key, until))

    @rule(user=USERS, child=CHILDREN)
    def end_grant(self, user, child):
        held = RestrictedGrant.objects.filter(
            user=self.users[user], child=self.children[child], ended_at=None
        )
        held.update(ended_at=self.moment, ended_by=self.users[0])
        self.expected.granted.pop((user, child), None)

    @rule(user=USERS, child=CHILDREN)
    def bar(self, user, child):
        key = (user, self.expected.family[child])
        if key not in self.expected.barred:
            BarFactory(user=self.users[user], family=self.children[child].family, barred_by=self.users[0])
            self.expected.barred.add(key)

    @rule(user=USERS, child=CHILDREN)
    def lift(self, user, child):
        held = Bar.objects.filter(user=self.users[user], family=self.children[child].family, lifted_at=None)
        held.update(lifted_at=self.moment, lifted_by=self.users[0])
        self.expected.barred.discard((user, self.expected.family[child]))

    @rule(child=CHILDREN, team=st.sampled_from([None, 0, 1]))
    def allocate(self, child, team):
        Allocation.every.filter(child=self.children[child], end_date=None).update(
            end_date=dt.date(2030, 1, 1)
        )
        if team is not None:
            AllocationFactory(child=self.children[child], team=self.teams[team])
        self.expected.holder[child] = team

    @rule(hours=st.integers(1, 6))
    def time_passes(self, hours):
        self.moment += dt.timedelta(hours=hours)

    @invariant()
    def both_agree(self):
        if not hasattr(self, "moment"):
            return
        for at, user in enumerate(self.users):
            now = sight.sight_at(user, self.moment)
            sees = {n: self.expected.sees(at, n, self.moment) for n in range(len(self.children))}
            children = {child for n, child in enumerate(self.children) if sees[n]}
            assert self._in(now, Child, self.children) == children
            loaded = Child.every.filter(pk__in=[child.pk for child in self.children])
            assert {child for child in loaded if now.sees(child)} == children
            met = {one for one, numbers in self.meetings.items() if all(sees[n] for n in numbers)}
            assert self._in(now, Conference, self.meetings) == met
            families = {child.family for child in self.children}
            assert self._in(now, Family, families) == {child.family for child in children}

    def _in(self, now, model, records):
        """Those of the records that are in sight: what other histories left is not asked about."""
        return set(in_sight(now, model).filter(pk__in=[one.pk for one in records]))


def run_histories(examples, **more):
    run_state_machine_as_test(
        Histories,
        settings=settings(
            max_examples=examples,
            stateful_step_count=15,
            deadline=None,
            suppress_health_check=list(HealthCheck),
            **more,
        ),
    )


def test_random_histories_agree_with_the_reference():
    run_histories(40)


@pytest.mark.parametrize("forgotten", ["BARS", "GRANTS", "TEAMS_CHILDREN"])
def test_a_planted_fault_is_found_by_the_histories(monkeypatch, forgotten):
    monkeypatch.setattr(sight, forgotten, "SELECT '', 0, 0 WHERE FALSE")
    with pytest.raises(AssertionError):
        run_histories(40, phases=[Phase.generate], database=None)
