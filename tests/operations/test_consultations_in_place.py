"""What the one who decides asked for themselves: told to and decided by somebody else, or not begun."""

import datetime as dt

import pytest

from conferences.models import Duty
from conferences.operations import consultations_deciding as deciding
from conferences.operations.consultations_raising import raise_by_hand
from conferences.queries.consultations_first_views import decidable
from conferences.queries.consultations_in_place import deciders_of
from conferences.rules.consultations import Answer
from conferences.rules.deadlines import Code
from safeguarding.refusals import FORBIDDEN, Refused
from tests.cast import person
from tests.factories import ChildFactory, PlanFactory, RestrictedGrantFactory
from tests.operations.asking import AT, ask, asker
from tests.operations.test_consultations import AGREE

pytestmark = pytest.mark.django_db
LATER = AT + dt.timedelta(days=1)
PASS_UP = deciding.ChildAnswer(Answer.ESCALATE, "It is close.", to_whom="The head of service")


@pytest.fixture
def child():
    found = ChildFactory()
    PlanFactory(child=found, start_date=dt.date(2015, 1, 5), end_date=dt.date(2016, 2, 1))
    return found


def asked_by(raiser, child):
    """Raised by hand, with the account of the child's worker."""
    worker = asker("SOCIAL_WORKER", child)
    one = raise_by_hand(children=[child], words="I see no change.", by=raiser, at=AT).children.get()
    return ask(consultation=one, why_now="It is back.", what_is_different="Nothing.", by=worker, at=AT)


def decide_in_place(one, said, who):
    given = {"answers": {one.pk: said}, "by": who, "at": LATER}
    return deciding.decide_in_place(consultations=[one], **given)


def duty_of(one):
    rows = Duty.objects.unscoped("test")
    return rows.get(consultation=one, kind=Code.DECIDE_CONSULTATION, closed_at=None)


def test_what_the_only_lead_asked_is_the_manager_s_to_decide(child):
    lead, manager = person("STRATEGIC_LEAD"), person("MANAGER")
    one = asked_by(lead, child)
    assert (duty_of(one).owner, duty_of(one).owner_role) == (manager, "MANAGER")
    assert deciders_of([one]).in_place == (manager.full_name,)
    assert decidable(manager, [one]) == [one]
    (given,) = decide_in_place(one, AGREE, manager)
    one.refresh_from_db()
    assert (one.state, given.answered_by) == ("AGREED", manager)


def test_another_lead_decides_it_and_the_manager_does_not(child):
    lead, other, manager = person("STRATEGIC_LEAD"), person("STRATEGIC_LEAD"), person("MANAGER")
    one = asked_by(lead, child)
    assert (duty_of(one).owner, duty_of(one).owner_role) == (None, "STRATEGIC_LEAD")
    assert deciders_of([one]).names == (other.full_name,) and decidable(manager, [one]) == []
    with pytest.raises(Refused, match="for whoever decides") as refused:
        decide_in_place(one, AGREE, manager)
    assert refused.value.status == FORBIDDEN
    given = {one.pk: AGREE}
    assert deciding.decide(consultations=[one], answers=given, by=other, at=LATER)


def test_what_is_passed_up_may_be_decided_above(child):
    lead, manager = person("STRATEGIC_LEAD"), person("MANAGER")
    one = asked_by(asker("TEAM_MANAGER", child), child)
    deciding.decide(consultations=[one], answers={one.pk: PASS_UP}, by=lead, at=AT)
    one.refresh_from_db()
    assert decide_in_place(one, AGREE, manager)


def test_what_was_given_by_name_may_be_decided(child):
    person("STRATEGIC_LEAD")
    manager = person("MANAGER")
    one = asked_by(asker("TEAM_MANAGER", child), child)
    Duty.objects.unscoped("test").filter(pk=duty_of(one).pk).update(given_to=manager, owner=manager)
    assert decidable(manager, [one]) == [one] and decide_in_place(one, AGREE, manager)


def test_who_raised_it_decides_it_in_no_place(child):
    lead, manager = person("STRATEGIC_LEAD"), person("MANAGER")
    one = asked_by(lead, child)
    manager.further_roles = ["CHAIR"]
    with pytest.raises(Refused) as refused:
        deciding.decide(consultations=[one], answers={one.pk: AGREE}, by=lead, at=LATER)
    assert refused.value.status == FORBIDDEN


def test_it_is_not_raised_where_nobody_else_could_decide_it(child):
    lead = person("STRATEGIC_LEAD")
    with pytest.raises(Refused, match="Let the children’s team raise it"):
        asked_by(lead, child)
    person("MANAGER")
    assert asked_by(lead, child)


def test_who_does_not_see_the_child_is_nobody_who_could_decide_it():
    child = ChildFactory(restricted=True)
    PlanFactory(child=child, start_date=dt.date(2015, 1, 5), end_date=dt.date(2016, 2, 1))
    lead, other, worker = person("STRATEGIC_LEAD"), person("STRATEGIC_LEAD"), asker("SOCIAL_WORKER", child)
    for who in (lead, worker):
        RestrictedGrantFactory(child=child, user=who)
    given = {"children": [child], "words": "I see no change.", "by": lead, "at": AT}
    with pytest.raises(Refused, match="Let the children’s team raise it"):
        raise_by_hand(**given)
    grant = RestrictedGrantFactory(child=child, user=other)
    one = raise_by_hand(**given).children.get()
    assert deciders_of([one]).names == (other.full_name,)
    grant.delete()
    assert deciders_of([one]).names == ()


def test_where_everybody_left_it_is_said_that_nobody_may(child):
    lead, manager = person("STRATEGIC_LEAD"), person("MANAGER")
    one = asked_by(lead, child)
    manager.is_active = False
    manager.save(update_fields=["is_active"])
    assert deciders_of([one]).names == ()
