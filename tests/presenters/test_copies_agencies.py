"""What agencies read of children whose records are restricted, in words."""

import datetime as dt

from conferences.views.presenters import copies_agencies as present
from tests.factories import BookingFactory, ChildFactory, RequestedChildFactory
from tests.presenters.made import made, person

AT = dt.datetime(2018, 5, 1, 12, tzinfo=dt.UTC)


def line(*, may_say=False, **said):
    child = made(ChildFactory, given_names="Amber", family_name="Testcase", restricted=True, restricted_at=AT)
    asked = made(RequestedChildFactory, child=child, **said)
    (found,) = present.lines(made(BookingFactory, chair=person("CHAIR")), [asked], may_say=may_say)
    return found


def test_nothing_is_read_and_who_can_say_otherwise_is_told():
    kept = line()
    assert kept.words.startswith("The record of Amber Testcase is restricted: agencies read nothing")
    assert kept.words.endswith("can say otherwise.") and kept.href == ""
    assert line(may_say=True).href and "otherwise" not in line(may_say=True).words


def test_what_the_chair_said_is_told_with_why_who_and_when():
    said = {"for_agencies": True, "for_agencies_reason": "It is safe", "for_agencies_by": person("CHAIR")}
    words = line(**said, for_agencies_at=AT).words
    assert "all the same. It is safe. Said by" in words and "1 May 2018" in words
    before = line(**said, for_agencies_at=AT - dt.timedelta(days=1)).words
    assert "agencies read nothing" in before and "It is safe" not in before
