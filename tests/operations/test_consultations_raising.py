"""Raised by hand for children of two teams, or of none: somebody can give the account of each."""

import datetime as dt

import pytest

from conferences.models import Duty
from conferences.operations.consultations_raising import raise_by_hand
from conferences.rules.deadlines import Code
from safeguarding.refusals import Refused
from tests.cast import person
from tests.factories import AllocationFactory, ChildFactory, PlanFactory, RestrictedGrantFactory, TeamFactory
from tests.operations.asking import AT
from tests.operations.test_consultations import AGREE, decide, give, states

pytestmark = pytest.mark.django_db


def planned(**fields):
    child = ChildFactory(**fields)
    PlanFactory(child=child, start_date=dt.date(2015, 1, 5), end_date=dt.date(2016, 2, 1))
    return child


def of_team(child):
    team = TeamFactory()
    AllocationFactory(child=child, team=team)
    return person("SOCIAL_WORKER", team=team)


def by_hand(*children):
    facts = {"words": "The school asked.", "by": person("CHAIR"), "at": AT}
    return list(raise_by_hand(children=children, **facts).children.order_by("pk"))


def test_each_team_gives_the_account_of_its_own_child_and_both_are_decided():
    amber = planned()
    rowan = planned(family=amber.family)
    first, second = of_team(amber), of_team(rowan)
    parts = by_hand(amber, rowan)
    waits = Duty.objects.unscoped("test").filter(kind=Code.GIVE_ACCOUNT, closed_at=None)
    assert {duty.child_id for duty in waits} == {amber.pk, rowan.pk}
    give(parts[:1], first)
    assert states(parts) == ["ASKED", "RAISED"]
    give(parts[1:], second)
    decide(parts, [AGREE, AGREE])
    assert states(parts) == ["AGREED", "AGREED"]


def test_one_whom_nobody_who_may_ask_sees_is_not_raised_and_it_says_what_to_do():
    amber = planned()
    of_team(amber)
    rowan = planned(family=amber.family)
    with pytest.raises(Refused) as refused:
        by_hand(amber, rowan)
    (problem,) = refused.value.problems
    assert (problem.field, problem.about) == ("children", rowan.pk)
    assert f"Have a team take {rowan.display_name} on first" in problem.sentence
    of_team(rowan)
    assert by_hand(amber, rowan)


def test_a_restricted_child_is_raised_once_somebody_of_a_team_is_named():
    lead = person("STRATEGIC_LEAD")
    hidden = planned(restricted=True)
    worker = of_team(hidden)
    for who in (lead, person("STRATEGIC_LEAD")):
        RestrictedGrantFactory(child=hidden, user=who)
    facts = {"children": [hidden], "words": "The school asked.", "by": lead, "at": AT}
    with pytest.raises(Refused, match="name somebody of a team"):
        raise_by_hand(**facts)
    RestrictedGrantFactory(child=hidden, user=worker)
    assert raise_by_hand(**facts)
