"""Which earlier plans raise a consultation: by hand, kind by kind."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conferences.rules.replans import (
    Checked,
    FoundIn,
    GapBand,
    PlanFact,
    check,
    gap_band,
    gap_days,
    known_before,
    raises_consultation,
    under_other_record,
)
from conferences.rules.vocabulary import ConferenceKind
from safeguarding.workingdays import add_days

ON = date(2018, 10, 31)
INITIAL, REVIEW, TRANSFER_IN = ConferenceKind.INITIAL, ConferenceKind.REVIEW, ConferenceKind.TRANSFER_IN
OWN = PlanFact(FoundIn.OWN, date(2015, 1, 5), date(2016, 2, 1), plan_id=1)
ELSEWHERE = PlanFact(FoundIn.ELSEWHERE, date(2012, 3, 5), date(2013, 1, 7), plan_elsewhere_id=2)


def anothers(end=None):
    return PlanFact(FoundIn.OWN, date(2018, 9, 3), end, plan_id=3, is_anothers=True)


@pytest.mark.parametrize("found", list(FoundIn))
@pytest.mark.parametrize("kind", [INITIAL, TRANSFER_IN])
def test_a_plan_that_ended_raises_a_consultation_wherever_it_was_found(kind, found):
    checked = check(kind, [PlanFact(found, date(2015, 1, 5), date(2016, 2, 1))], ON)
    assert raises_consultation(kind, checked)


def test_a_child_without_an_earlier_plan_raises_none():
    assert not raises_consultation(INITIAL, check(INITIAL, [], ON))


def test_a_review_raises_none_however_many_plans_there_were():
    assert not raises_consultation(REVIEW, check(REVIEW, [OWN, ELSEWHERE], ON))


def test_the_earliest_plan_stands_first_and_an_undated_one_before_all():
    undated = PlanFact(FoundIn.ELSEWHERE, None, None, plan_elsewhere_id=9)
    assert check(INITIAL, [OWN, ELSEWHERE, undated], ON).earlier == (undated, ELSEWHERE, OWN)


def test_a_plan_that_began_later_is_not_an_earlier_one():
    later = PlanFact(FoundIn.OWN, date(2018, 11, 12), None, plan_id=4)
    assert check(INITIAL, [later], ON).earlier == ()


def test_the_present_plan_is_not_an_earlier_one_until_it_has_ended():
    open_plan = PlanFact(FoundIn.OWN, date(2018, 1, 8), date(2018, 12, 3), plan_id=5)
    assert check(INITIAL, [open_plan], ON).earlier == ()
    assert check(INITIAL, [open_plan], date(2018, 12, 3)).earlier == (open_plan,)


def test_an_open_plan_under_another_record_is_found():
    open_plan = PlanFact(FoundIn.OWN, date(2018, 1, 8), None, plan_id=5)
    (found,) = check(INITIAL, under_other_record([open_plan]), ON).earlier
    assert (found.found_in, found.plan_id) == (FoundIn.OTHER_RECORD, 5)


def test_the_plan_on_which_a_child_moves_here_is_not_an_earlier_one():
    told = PlanFact(FoundIn.ELSEWHERE, date(2018, 2, 5), None, plan_elsewhere_id=6, authority="352")
    assert check(TRANSFER_IN, [anothers(), told], ON, moved_from="352").earlier == ()


def test_an_unended_plan_of_a_third_authority_is_an_earlier_one():
    told = PlanFact(FoundIn.ELSEWHERE, date(2014, 2, 5), None, plan_elsewhere_id=6, authority="350")
    assert check(TRANSFER_IN, [told], ON, moved_from="352").earlier == (told,)


def test_another_authority_s_plan_held_here_counts_once_the_child_is_not_moving_on_it():
    assert check(INITIAL, [anothers()], ON).earlier == (anothers(),)
    ended = anothers(end=date(2018, 10, 1))
    assert check(TRANSFER_IN, [ended], ON, moved_from="352").earlier == (ended,)


def test_the_largest_count_of_a_file_is_kept():
    counted = [
        PlanFact(FoundIn.FILE, date(2010, 1, 4), date(2010, 9, 6), counted_before=0),
        PlanFact(FoundIn.FILE, date(2014, 1, 6), date(2014, 9, 1), counted_before=2),
    ]
    found = check(INITIAL, counted, ON)
    assert (found.recorded, known_before(found)) == (2, 2)


def test_a_count_that_came_with_a_later_plan_tells_of_plans_before_the_day():
    later = PlanFact(FoundIn.FILE, date(2018, 11, 12), None, counted_before=1)
    found = check(INITIAL, [later], ON)
    assert found == Checked((), 1) and raises_consultation(INITIAL, found)


def test_what_a_later_count_holds_of_later_plans_is_taken_off():
    second = PlanFact(FoundIn.FILE, date(2018, 11, 12), date(2019, 2, 4), counted_before=0)
    third = PlanFact(FoundIn.FILE, date(2019, 9, 2), None, counted_before=1)
    assert not check(INITIAL, [second, third], ON).is_repeat


@given(st.lists(st.sampled_from([OWN, ELSEWHERE, anothers(end=date(2018, 10, 1))])), st.integers(0, 5))
def test_more_known_plans_never_take_a_consultation_away(plans, more):
    before = raises_consultation(INITIAL, check(INITIAL, plans, ON))
    after = raises_consultation(INITIAL, check(INITIAL, [*plans, *[OWN] * more], ON))
    assert after or not before


@pytest.mark.parametrize(
    ("end", "band"),
    [
        (ON, GapBand.UNDER_6),
        (date(2018, 5, 1), GapBand.UNDER_6),
        (date(2018, 4, 30), GapBand.FROM_6),
        (date(2017, 11, 1), GapBand.FROM_6),
        (date(2017, 10, 31), GapBand.FROM_12),
        (date(2016, 10, 31), GapBand.FROM_24),
        (None, GapBand.UNKNOWN),
        (date(2018, 11, 1), GapBand.UNKNOWN),
    ],
)
def test_the_gap_is_told_in_bands_of_calendar_months(end, band):
    assert gap_band(end, ON) is band


@given(st.integers(0, 10_000))
def test_the_gap_counts_the_days_since_the_end(days):
    assert gap_days(add_days(ON, -days), ON) == days


def test_a_gap_that_is_not_known_or_lies_ahead_is_none():
    assert gap_days(None, ON) is None and gap_days(date(2018, 11, 1), ON) is None
