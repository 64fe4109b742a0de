"""What became of a child: in which order, of which days, what is not known, and when it is looked up."""

import datetime as dt

import pytest

from conferences.rules.coverage import Coverage, coverage
from conferences.rules.look_ups import (
    Asked,
    Became,
    Facts,
    LookDue,
    Moment,
    NotKnown,
    Spell,
    Subject,
    looks_due,
    read_back,
    what_became,
)

D = dt.date
SINCE, DAY = D(2018, 5, 4), D(2018, 8, 4)
ALL = coverage([], D(2000, 1, 1))
LIVE = D(2018, 4, 1)
LONG_AGO = D(2000, 1, 1)


def became(facts, *, after=Subject.DECISION, known=ALL, since=SINCE, day=DAY):
    return what_became(facts, since, day, after=after, known=known)


def kinds(facts, **of):
    return became(facts, **of).kinds


def plan(start, end=None, **of):
    return Spell(1, start, end, **of)


def at(day, what=""):
    return Moment(2, day, what)


# ----- What is found ----------------------------------------------------------------------------------------


def test_nothing_is_said_where_every_day_is_known_and_nothing_is_recorded():
    assert became(Facts()).gravest is Became.NOTHING


def test_several_at_once_are_all_told_the_gravest_first():
    facts = Facts(
        died=D(2018, 8, 1),
        plans=[plan(D(2018, 6, 1))],
        in_need=[Spell(3, D(2018, 5, 4), D(2018, 6, 1))],
        referrals=[at(D(2018, 5, 20))],
        enquiries=[at(D(2018, 5, 21))],
        conferences=[at(D(2018, 6, 1), "PLAN_BEGINS")],
        life=[at(D(2018, 7, 1), "LOOKED_AFTER")],
    )
    assert kinds(facts) == [
        Became.DIED,
        Became.LOOKED_AFTER,
        Became.ON_PLAN,
        Became.CONFERENCE,
        Became.ENQUIRY,
        Became.REFERRAL,
        Became.HAD_IN_NEED,
    ]


@pytest.mark.parametrize(
    ("spell", "kind"),
    [
        (plan(D(2018, 6, 1)), Became.ON_PLAN),
        (plan(D(2017, 6, 1)), Became.ON_PLAN),
        (plan(DAY), Became.ON_PLAN),
        (plan(D(2018, 6, 1), D(2018, 8, 5)), Became.ON_PLAN),
        (plan(D(2018, 6, 1), DAY), Became.HAD_PLAN),
        (plan(D(2017, 6, 1), D(2018, 5, 5)), Became.HAD_PLAN),
        (plan(D(2017, 6, 1), SINCE), Became.NOTHING),
        (plan(D(2018, 8, 5)), Became.NOTHING),
    ],
)
def test_a_plan_stands_on_the_day_or_ended_since(spell, kind):
    assert became(Facts(plans=[spell])).gravest is kind


def test_what_happened_on_the_day_itself_or_before_is_not_since():
    facts = Facts(referrals=[at(SINCE)], enquiries=[at(D(2018, 5, 1))])
    assert became(facts).gravest is Became.NOTHING
    later = Facts(referrals=[at(D(2018, 8, 5))])
    assert became(later).gravest is Became.NOTHING


@pytest.mark.parametrize(
    ("after", "kind"), [(Subject.DECISION, Became.CONFERENCE), (Subject.PLAN_END, Became.NOTHING)]
)
def test_the_conference_that_ended_the_plan_is_none_since(after, kind):
    facts = Facts(conferences=[at(SINCE, "PLAN_ENDS")])
    assert became(facts, after=after).gravest is kind


def test_a_plan_that_a_place_in_care_ended_says_so_where_nobody_told_the_event():
    ended = plan(D(2017, 5, 1), SINCE, end_reason="LOOKED_AFTER", step_down="LOOKED_AFTER")
    assert kinds(Facts(plans=[ended]), after=Subject.PLAN_END) == [Became.LOOKED_AFTER]
    told = Facts(plans=[ended], life=[at(SINCE, "LOOKED_AFTER")])
    assert len(became(told, after=Subject.PLAN_END).found) == 1


def test_a_child_who_died_or_is_18_is_looked_at_no_longer_than_that():
    grown = Facts(born=D(2000, 6, 1), referrals=[at(D(2018, 5, 20)), at(D(2018, 6, 20))])
    found = became(grown).found
    assert [(one.kind, one.day) for one in found] == [
        (Became.REFERRAL, D(2018, 5, 20)),
        (Became.EIGHTEEN, D(2018, 6, 1)),
    ]
    assert kinds(Facts(died=D(2018, 6, 1), plans=[plan(D(2018, 7, 1))])) == [Became.DIED]


def test_somebody_born_on_29_february_is_18_on_1_march():
    leap = Facts(born=D(2000, 2, 29))
    day = became(leap, since=D(2018, 1, 1), day=D(2018, 3, 1)).found[0].day
    assert day == D(2018, 3, 1)
    assert became(leap, since=D(2018, 1, 1), day=D(2018, 2, 28)).gravest is Became.NOTHING


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        (Asked(4, D(2018, 4, 9)), [(D(2018, 4, 9), "ASKED")]),
        (Asked(4, DAY), [(DAY, "ASKED")]),
        (Asked(4, D(2018, 8, 5)), []),
        (Asked(4, D(2018, 4, 9), over=DAY), []),
        (Asked(4, D(2018, 4, 9), over=D(2018, 8, 5)), [(D(2018, 4, 9), "ASKED")]),
        (Asked(4, D(2018, 4, 9), begun=DAY), [(DAY, "BEGUN")]),
        (Asked(4, D(2018, 4, 9), begun=D(2018, 8, 5)), [(D(2018, 4, 9), "ASKED")]),
        (Asked(4, D(2018, 4, 9), begun=D(2018, 7, 1), over=D(2018, 7, 1)), []),
    ],
)
def test_a_conference_that_was_open_on_the_day_is_under_way(asked, found):
    told = became(Facts(requests=[asked])).found
    assert [(one.day, one.what) for one in told if one.kind is Became.UNDER_WAY] == found


def test_a_conference_under_way_is_more_than_enquiries_and_less_than_one_that_was_held():
    facts = Facts(
        requests=[Asked(4, D(2018, 4, 9))],
        enquiries=[at(D(2018, 5, 21))],
        conferences=[at(D(2018, 6, 1), "NO_PLAN")],
    )
    assert kinds(facts) == [Became.CONFERENCE, Became.UNDER_WAY, Became.ENQUIRY]


def test_a_child_for_whom_a_conference_was_asked_since_the_move_is_seen_here():
    moved = at(D(2018, 6, 1), "MOVED_AWAY")
    before, since = Asked(4, D(2018, 5, 1), over=D(2018, 6, 1)), Asked(4, D(2018, 7, 1), over=D(2018, 7, 2))
    assert became(Facts(life=[moved], requests=[before])).not_known == NotKnown.AWAY
    assert became(Facts(life=[moved], requests=[since])).gravest is Became.NOTHING


# ----- What is not known ------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", ["MOVED_AWAY", "LEFT_UK"])
def test_of_a_child_who_moved_away_nothing_is_not_nothing(kind):
    facts = Facts(life=[at(D(2018, 6, 1), kind)])
    assert (became(facts).gravest, became(facts).not_known) == (Became.NOT_KNOWN, NotKnown.AWAY)


def test_what_was_before_the_move_is_told_and_the_rest_is_not_known():
    facts = Facts(life=[at(D(2018, 6, 1), "MOVED_AWAY")], referrals=[at(D(2018, 5, 20))])
    assert (became(facts).gravest, became(facts).not_known) == (Became.REFERRAL, NotKnown.AWAY)


def test_a_child_who_is_seen_here_again_came_back():
    facts = Facts(life=[at(D(2018, 6, 1), "MOVED_AWAY")], arrivals=[at(D(2018, 7, 1))])
    assert became(facts).gravest is Became.NOTHING


@pytest.mark.parametrize("of", [{"end_reason": "MOVED"}, {"step_down": "OTHER_AUTHORITY"}])
def test_a_plan_that_a_move_ended_is_followed_by_what_is_not_known(of):
    facts = Facts(plans=[plan(D(2017, 5, 1), SINCE, **of)])
    assert became(facts, after=Subject.PLAN_END).not_known == NotKnown.AWAY


@pytest.mark.parametrize(
    "known",
    [
        Coverage(),
        coverage([D(2018, 3, 31)], None),
        coverage([D(2018, 3, 31)], D(2018, 5, 6)),
        coverage([], D(2018, 6, 1)),
    ],
)
def test_days_that_no_source_tells_of_are_not_known(known):
    assert (became(Facts(), known=known).gravest) is Became.NOT_KNOWN
    assert became(Facts(referrals=[at(D(2018, 7, 1))]), known=known).not_known == NotKnown.SOURCE


def test_files_and_the_service_may_tell_of_the_days_together():
    known = coverage([D(2018, 6, 30)], D(2018, 7, 1))
    assert became(Facts(), known=known).gravest is Became.NOTHING


def test_a_plan_that_stood_open_on_the_last_day_a_file_tells_of_is_neither_running_nor_over():
    told = Facts(plans=[plan(D(2017, 5, 1), told_to=D(2018, 3, 31))])
    assert (became(told).gravest, became(told).not_known) == (Became.NOT_KNOWN, NotKnown.SOURCE)
    known = Facts(plans=[plan(D(2017, 5, 1), told_to=D(2018, 9, 1))])
    assert became(known).gravest is Became.ON_PLAN


def test_what_was_kept_is_read_back_as_it_was_found():
    facts = Facts(plans=[plan(D(2018, 6, 1), D(2018, 7, 1), source="CENSUS")], referrals=[at(D(2018, 5, 20))])
    found = became(facts)
    assert read_back([one.as_json() for one in found.found], found.not_known) == found


# ----- When it is looked up ---------------------------------------------------------------------------------


def due(since, on, months=(3, 6, 12), *, live=LONG_AGO, born=None, died=None):
    found = looks_due(since, months, on, live=live, born=born, died=died)
    return [(one.months, one.due) for one in found]


@pytest.mark.parametrize(
    ("since", "months", "day"),
    [
        (D(2018, 8, 31), 6, D(2019, 2, 28)),
        (D(2019, 8, 31), 6, D(2020, 2, 29)),
        (D(2018, 11, 30), 3, D(2019, 2, 28)),
        (D(2020, 2, 29), 12, D(2021, 2, 28)),
        (D(2018, 1, 31), 3, D(2018, 4, 30)),
    ],
)
def test_a_month_too_short_ends_on_its_last_day(since, months, day):
    assert due(since, day, [months]) == [(months, day)]
    assert due(since, day - dt.timedelta(days=1), [months]) == []


def test_each_comes_to_its_day():
    assert [months for months, _ in due(SINCE, D(2018, 8, 3))] == []
    assert [months for months, _ in due(SINCE, D(2018, 8, 4))] == [3]
    assert [months for months, _ in due(SINCE, D(2019, 5, 4))] == [3, 6, 12]


def test_what_nobody_could_look_up_for_a_year_is_left():
    assert [months for months, _ in due(SINCE, D(2019, 8, 4))] == [6, 12]
    assert due(SINCE, D(2020, 5, 4)) == []


def test_before_go_live_none_is_due():
    assert [months for months, _ in due(SINCE, D(2019, 5, 4), live=D(2018, 8, 5))] == [6, 12]


def test_after_a_death_there_is_one_more_and_then_none():
    assert [months for months, _ in due(SINCE, D(2019, 5, 4), died=D(2018, 9, 1))] == [3, 6]
    assert due(SINCE, D(2019, 5, 4), died=SINCE) == []
    assert [months for months, _ in due(SINCE, D(2019, 5, 4), born=D(2000, 6, 1))] == [3]


def test_a_look_up_that_is_due_names_its_months_and_day():
    assert looks_due(SINCE, [3], DAY, live=LIVE, born=None, died=None) == [LookDue(3, DAY)]
