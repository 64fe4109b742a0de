"""Changing a limit changes what is read from it, from its day on and not before."""

import datetime as dt

import pytest
from django.db import transaction

from safeguarding.policy.limits import CATALOGUE
from tests.factories import PolicySettingFactory
from tests.policy.effects import EFFECTS, Effect

pytestmark = pytest.mark.django_db
FROM = dt.date(2018, 10, 3)
DAY_BEFORE = dt.date(2018, 10, 2)


def undone(effect: Effect, on: dt.date) -> object:
    """The effect on a day, with everything that was made for it gone again."""
    with transaction.atomic():
        found = effect(on)
        transaction.set_rollback(True)
    return found


@pytest.mark.parametrize("key", EFFECTS)
def test_a_changed_limit_has_its_effect_from_its_day_on(key: str) -> None:
    changed = EFFECTS[key]
    before = [undone(changed.effect, day) for day in (DAY_BEFORE, FROM)]
    PolicySettingFactory(key=key, value=changed.value, effective_date=FROM)
    after = [undone(changed.effect, day) for day in (DAY_BEFORE, FROM)]
    assert after[0] == before[0], "It reaches back: read the limit as of the day that it counts for."
    assert after[1] != before[1], "The change shows nowhere: read the limit where its effect is."


def test_every_limit_that_is_read_has_an_effect() -> None:
    read = {key for key, limit in CATALOGUE.items() if not limit.waits_for}
    assert sorted(read ^ EFFECTS.keys()) == [], (
        "Add an effect for each limit that is read to tests/policy/effects.py; one that waits has none."
    )
