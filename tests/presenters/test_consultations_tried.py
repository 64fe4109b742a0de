"""What was tried for a child, as far as the record tells."""

import datetime as dt

from conferences.queries.consultations_facts_child import ChildFacts
from conferences.views.presenters.consultations_tried import tried
from tests.factories import (
    ChildFactory,
    ChildInNeedPlanFactory,
    ConsultationAnswerFactory,
    ConsultationFactory,
    FamilyConsultationFactory,
    RequestedChildFactory,
    StrategyDiscussionFactory,
    SupportReviewFactory,
    SupportTriedFactory,
)
from tests.presenters.made import made, moment, person

ON = dt.date(2018, 4, 11)


def told(**known):
    cell = tried(ChildFacts(made(ChildFactory), ON, **known))
    return cell.text, cell.note


def earlier(**answer):
    whole = {"consultation": made(ConsultationFactory), "answered_by": person(), "account": None}
    given = made(ConsultationAnswerFactory, **(whole | answer), answered_at=moment(dt.date(2016, 9, 1), 9))
    return made(
        ConsultationFactory,
        within=made(FamilyConsultationFactory),
        requested_child=made(RequestedChildFactory),
        answers=[given],
    )


def test_what_is_not_recorded_is_no_zero():
    assert told() == ("None is recorded", "")


def test_plans_in_need_and_discussions_are_told_with_their_days():
    over = made(ChildInNeedPlanFactory, start_date=dt.date(2016, 1, 4), end_date=dt.date(2016, 4, 4))
    runs = made(ChildInNeedPlanFactory, start_date=dt.date(2017, 1, 9))
    held = made(StrategyDiscussionFactory, held_date=dt.date(2018, 4, 9))
    kinds, note = told(in_need=(over, runs), discussions=(held,))
    assert kinds == "Child in need plan and strategy discussion"
    assert note == (
        "Child in need plan for 3 months, to 4 April 2016. Child in need plan since 9 January 2017."
        " 1 strategy discussion, the last on 9 April 2018."
    )


def test_help_is_told_with_its_days_how_far_it_came_and_what_it_changed():
    days = {"offered_date": dt.date(2017, 5, 2), "started_date": dt.date(2017, 6, 5)}
    held = made(SupportTriedFactory, uptake="TAKEN_UP", did_change="PARTLY", **days)
    named = {"kind": "SERVICE", "name": "Invented Steps", "offered_date": None}
    refused = made(SupportTriedFactory, uptake="DECLINED", why_not="NO_PLACE", **named)
    kinds, note = told(supports=(held, refused))
    assert kinds == "Family group conference and commissioned service"
    assert note == (
        "Family group conference, offered 2 May 2017, started 5 June 2017: it was taken up; changed it in"
        " part. Commissioned service: Invented Steps, no day is known: it was declined: no place was free, or"
        " the wait was too long."
    )


def test_another_way_is_told_with_how_it_went_or_that_nobody_recorded_it():
    way = {"answer": "ANOTHER_WAY", "way": "FAMILY_GROUP_CONFERENCE"}
    kinds, note = told(earlier=(earlier(**way),))
    assert kinds == "A family group conference"
    assert note == "A family group conference, decided on 1 September 2016: how it went is not recorded."
    review = made(SupportReviewFactory, answer=earlier().answers.all()[0], outcome="FAILED")
    _, note = told(earlier=(earlier(**way, reviews=[review]),))
    assert note.endswith("1 September 2016: it did not work: a conference is asked for.")


def test_a_legal_planning_meeting_that_was_asked_for_is_told():
    kinds, note = told(earlier=(earlier(answer="AGREE_LEGAL"),))
    assert kinds == "Legal planning meeting"
    assert note == "Legal planning meeting, asked for on 1 September 2016."
