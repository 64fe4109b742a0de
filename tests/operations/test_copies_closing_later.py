"""Letters that a plan has ended, where another plan ended after all, or what they tell was put right later."""

import pytest

from tests.operations import test_copies_closing as closing
from tests.operations.test_copies_closing import FATHER, LATER, due, make, name_of, put_right, send, standing

pytestmark = pytest.mark.django_db
live, record, support = closing.live, closing.record, closing.support


def test_a_plan_that_ended_after_all_makes_the_letters_about_it_due(live, support):
    for one in make(live, support):
        send(one, support)
    assert not due(live)
    basils = {"outcome": "PLAN_ENDS", "category": "", "end_reason": "RISK_REDUCED", "step_down": "CIN_PLAN"}
    put_right(live, LATER, child="Basil", **basils)
    assert due(live) and standing(live) == (None, None)
    (fathers,) = make(live, support, LATER)
    assert name_of(fathers) == FATHER
    send(fathers, support, LATER)
    assert standing(live) == (LATER.date(), None) and not due(live)
