"""What was agreed is taken back, or a partner agency’s right is recorded, while somebody asks anew."""

import datetime as dt

import pytest

from conferences.models import Consultation
from conferences.operations.consultations_taken_back import take_back
from safeguarding.operation import lock
from safeguarding.refusals import Refused
from tests.factories import ChildFactory, PlanFactory
from tests.operations.asking import asker, initial, make
from tests.operations.test_consultations_agreed import (
    LATER,
    LATEST,
    agreed_by_hand,
    closed_for_another_way,
    initial_again,
    use_right,
)
from tests.rush import Hand, meanwhile

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def child():
    found = ChildFactory()
    PlanFactory(child=found, start_date=dt.date(2015, 1, 5), end_date=dt.date(2016, 2, 1))
    return found


@pytest.fixture
def worker(child):
    return asker("SOCIAL_WORKER", child)


def test_taken_back_while_it_is_asked_for_the_request_asks_anew(child, worker):
    one, asks = agreed_by_hand(child, worker), initial(child)
    hand = Hand(lambda at: make(asks, by=worker, at=LATEST))
    back = {"consultations": [one], "reason": "The aunt has them.", "by": worker, "at": LATER}
    assert meanwhile([hand], lambda: lock(one), lambda: take_back(**back)) == [None]
    found = Consultation.objects.unscoped("test").filter(child=child).order_by("pk")
    assert [(each.state, each.requested_child is not None) for each in found] == [
        ("AGREED", False),
        ("RAISED", True),
    ]


def test_a_right_waits_for_the_request_that_is_made_and_belongs_to_that_one(child, worker):
    one = closed_for_another_way(child, worker)
    asks = initial_again(child)
    right = Hand(lambda at: use_right(one, at=LATEST))
    told = meanwhile([right], lambda: make(asks, by=worker, at=LATER), lambda: None)
    assert told == [Refused] and "asked for" in right.said.sentence
