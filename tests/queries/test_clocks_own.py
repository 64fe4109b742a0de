"""The children's own versions of a record, counted in three ways."""

import datetime as dt

import pytest

from conferences.operations.copies_own import give_none
from conferences.queries.clocks import clocks
from conferences.rules.copies_own import NoOwn
from conferences.rules.deadlines import Code
from safeguarding.bankholidays import england
from safeguarding.models import Child
from tests.cast import person
from tests.queries.clocks_ledger import ledger
from tests.queries.test_clocks import as_read, daily, differences, read_daily
from tests.views.meetings import AFTER, signed

pytestmark = pytest.mark.django_db


def clock():
    """Its only clock, as all three counts have it."""
    assert differences(as_read(), ledger(england())) == {}
    assert daily(england()) == read_daily()
    found = clocks([Code.GIVE_OWN_VERSION])
    return (found[0].met, found[0].gone) if found else None


def test_it_ends_with_the_last_child_who_was_given_none_and_nobody_waits_for_who_died():
    record, day = signed(person("CHAIR"))[1], AFTER.date()
    amy, basil = record.parts.order_by("requested_child")
    assert clock() == (None, None)
    give_none(part=amy, reason=NoOwn.DECLINED, words="", by=person("BUSINESS_SUPPORT"), at=AFTER)
    assert clock() == (None, None)
    boy = Child.objects.unscoped("test").filter(pk=basil.requested_child.child_id)
    boy.update(death_date=day + dt.timedelta(days=2))
    assert clock() == (day, None)
    boy.update(death_date=None, birth_date=dt.date(2017, 1, 1))
    assert clock() == (day, None)


def test_it_is_gone_where_each_child_died_and_there_is_none_where_each_is_too_young():
    signed(person("CHAIR"))
    children = Child.objects.unscoped("test")
    children.update(death_date=dt.date(2018, 5, 1))
    assert clock() == (None, dt.date(2018, 5, 1))
    children.update(death_date=None, birth_date=dt.date(2017, 1, 1))
    assert clock() is None
