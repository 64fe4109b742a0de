"""What was agreed is taken back while somebody asks for it."""

import datetime as dt

import pytest

from conferences.models import Consultation
from conferences.operations.consultations_taken_back import take_back
from safeguarding.operation import lock
from tests.factories import ChildFactory, PlanFactory
from tests.operations.asking import asker, initial, make
from tests.operations.test_consultations_agreed import LATER, LATEST, agreed_by_hand
from tests.rush import Hand, meanwhile

pytestmark = pytest.mark.django_db(transaction=True)


def test_taken_back_while_it_is_asked_for_the_request_asks_anew():
    child = ChildFactory()
    PlanFactory(child=child, start_date=dt.date(2015, 1, 5), end_date=dt.date(2016, 2, 1))
    worker = asker("SOCIAL_WORKER", child)
    one, asks = agreed_by_hand(child, worker), initial(child)
    hand = Hand(lambda at: make(asks, by=worker, at=LATEST))
    back = {"consultations": [one], "reason": "The aunt has them.", "by": worker, "at": LATER}
    assert meanwhile([hand], lambda: lock(one), lambda: take_back(**back)) == [None]
    found = Consultation.objects.unscoped("test").filter(child=child).order_by("pk")
    assert [(each.state, each.requested_child is not None) for each in found] == [
        ("AGREED", False),
        ("RAISED", True),
    ]
