"""What every operation does before and after its own part: right, scope, one transaction, one refusal."""

import re
from collections import deque

import pytest
from django.apps import apps
from django.db import OperationalError
from django.utils.functional import SimpleLazyObject
from psycopg import errors

from safeguarding.access.scope import governed
from safeguarding.models import Bar, Child, RestrictedGrant, Team, User
from safeguarding.operation import may_for, operation, refuse_own
from safeguarding.promises import SENTENCES
from safeguarding.refusals import FORBIDDEN, Refused
from safeguarding.retrying import BUSY, begin_again
from safeguarding.rights import Permission
from tests.cast import person
from tests.factories import AllocationFactory, BarFactory, ChildFactory, RestrictedGrantFactory


@operation(needs=Permission.READ_CHILD)
def look(*, things, by):
    return things


@operation(needs=Permission.BAR_PERSON, sees=governed)
def govern(*, things, by):
    return things


def status(act, things, by):
    with pytest.raises(Refused) as refusal:
        act(things=things, by=by)
    return refusal.value.status


def test_a_record_out_of_sight_is_not_there_however_it_is_packed(db):
    seen, hidden, chair = ChildFactory(), ChildFactory(restricted=True), person("CHAIR")
    assert look(things=[seen], by=chair) == [seen]
    queryset = Child.objects.unscoped("test").filter(pk=hidden.pk)
    packs = (hidden, [seen, hidden], {"a": (hidden,)}, {hidden: 1}, {hidden}, queryset)
    for packed in (*packs, {1: hidden}.values(), deque([hidden])):
        assert status(look, packed, chair) == 404


def test_what_can_be_read_only_once_is_no_argument_and_none_goes_without_its_name(db):
    hidden, chair = ChildFactory(restricted=True), person("CHAIR")
    for packed in (iter([hidden]), map(str, [hidden]), (one for one in [hidden])):
        with pytest.raises(TypeError, match="Give an operation a list"):
            look(things=packed, by=chair)
    with pytest.raises(TypeError, match="name its arguments"):
        look(hidden, chair)


def test_the_person_of_a_request_is_no_collection(db):
    chair = person("CHAIR")
    lazy = SimpleLazyObject(lambda: chair)
    assert look(things=None, by=lazy) is None and look(things=[lazy], by=lazy) == [chair]


def test_the_switched_off_hold_no_right(db):
    assert status(look, None, person("CHAIR", is_active=False)) == FORBIDDEN


def test_who_governs_reaches_what_they_may_not_read_but_not_the_family_they_are_barred_from(db):
    lead, child = person("STRATEGIC_LEAD"), ChildFactory(restricted=True)
    grant = RestrictedGrantFactory(child=child)
    bar, own = BarFactory(family=child.family), BarFactory(user=lead)
    assert govern(things=[child, grant, bar, own], by=lead)
    BarFactory(user=lead, family=child.family)
    for thing in (child, grant, bar):
        assert status(govern, thing, lead) == 404


def test_nobody_governs_what_is_neither_child_nor_grant_nor_bar(db):
    with pytest.raises(TypeError):
        governed(person("STRATEGIC_LEAD"), Team)
    RestrictedGrantFactory()
    BarFactory()
    assert governed(person("CHAIR"), RestrictedGrant).count() == governed(person("CHAIR"), Bar).count() == 0


@pytest.mark.parametrize("act", [lambda *, at: None, lambda by, at: None])
def test_an_operation_takes_by_and_only_by_name(act):
    with pytest.raises(TypeError):
        operation(needs=Permission.READ_CHILD)(act)


def test_nobody_decides_their_own():
    with pytest.raises(Refused) as refusal:
        refuse_own(User(pk=1), 3, 1, sentence="Not your own", field="user")
    assert (refusal.value.status, refusal.value.field) == (FORBIDDEN, "user")


def given_up(times):
    """Something that the database gives up `times` times before it does it."""
    left = iter([True] * times)

    def act():
        if next(left, False):
            raise OperationalError from errors.DeadlockDetected()
        return "done"

    return act


@pytest.mark.django_db(transaction=True)
def test_what_the_database_gave_up_is_begun_again_three_times():
    assert begin_again(given_up(3)) == "done"
    with pytest.raises(Refused) as refusal:
        begin_again(given_up(4))
    assert refusal.value.sentence == BUSY


def test_inside_another_transaction_it_is_done_once(db):
    with pytest.raises(OperationalError):
        begin_again(given_up(1))


def test_what_the_database_refuses_by_a_promise_is_said_in_its_sentence(db):
    child = ChildFactory()

    @operation(needs=Permission.READ_CHILD)
    def renumber(*, child, by):
        Child.every.filter(pk=child.pk).update(nhs_number="9434765918")

    with pytest.raises(Refused, match="its last digit does not agree"):
        renumber(child=child, by=person("CHAIR"))


def test_every_promise_has_a_sentence():
    names = {
        re.search(r"CONSTRAINT = '(\w+)'", text)[1]
        for model in apps.get_models()
        for trigger in getattr(model._meta, "triggers", [])
        if "CONSTRAINT = '" in (text := str(trigger.func))
    }
    finite = {
        rule.name
        for model in apps.get_models()
        for rule in model._meta.constraints
        if rule.name.endswith("_days_finite")
    }
    plain = {rule.name for model in apps.get_models() for rule in model._meta.constraints}
    needed = (names - {"consultation_answer_not_ones_own"}) | finite
    assert len(names) > 40 and needed - set(SENTENCES) == set()
    assert set(SENTENCES) - names - plain == set(), "A sentence is kept for a promise that nothing holds."


def test_a_right_for_a_child_comes_with_the_role_that_shows_it(db):
    own, other = AllocationFactory(), AllocationFactory()
    both = person("TEAM_MANAGER", "CHAIR", team=own.team)
    holds = [may_for(both, Permission.ALLOCATE, one.child) for one in (own, other)]
    assert holds == [True, False] and may_for(both, Permission.CORRECT_PLAN, other.child)
