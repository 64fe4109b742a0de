"""Two workers look up at once: each look-up is made once, and nobody is told of an error."""

import datetime as dt

import pytest
from django.db import connection

from conferences.models import LookUp
from conferences.operations.look_ups import LOOK_UPS_LOCK, look_up
from tests.factories import PlanFactory
from tests.golive import live_from
from tests.rush import Hand, meanwhile

pytestmark = pytest.mark.django_db(transaction=True)
AT = dt.datetime(2019, 5, 4, 9, tzinfo=dt.UTC)
PLANS, HANDS = 5, 4


def hold():
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOOK_UPS_LOCK])


def test_two_workers_at_once_make_each_look_up_once():
    live_from(dt.date(2017, 1, 2))
    for _ in range(PLANS):
        PlanFactory(start_date=dt.date(2017, 5, 1), end_date=dt.date(2018, 5, 4))
    made = []

    def turn(at):
        told = look_up(at=AT)
        made.append((told.made, told.failed))

    assert meanwhile([Hand(turn) for _ in range(HANDS)], hold, lambda: None) == [None] * HANDS
    assert sorted(made) == [(0, 0), (0, 0), (0, 0), (PLANS * 3, 0)]
    assert LookUp.objects.unscoped("test").count() == PLANS * 3
