"""A family's consultation in words, from records that were never saved."""

import datetime as dt

from conferences.queries.consultations import FamilyView
from conferences.queries.consultations_facts import FamilyFacts
from conferences.queries.consultations_facts_child import ChildFacts
from conferences.queries.days import Day
from conferences.rules.days import Told
from conferences.views.presenters import consultations
from tests.factories import (
    ChildFactory,
    ConsultationAccountFactory,
    ConsultationAnswerFactory,
    ConsultationConditionFactory,
    ConsultationDissentFactory,
    ConsultationFactory,
    FamilyConsultationFactory,
    RequestedChildFactory,
)
from tests.presenters.made import days_of, made, moment, person, said

ON = dt.date(2018, 4, 11)
AT = moment(dt.date(2018, 4, 10), 9)


def child(name="Amber", **fields):
    own = made(ChildFactory, given_names=name, family_name="Testcase")
    asked = made(RequestedChildFactory, child=own)
    whole = {"within": made(FamilyConsultationFactory), "child": own, "requested_child": asked}
    return made(ConsultationFactory, **(whole | fields))


def page_of(*children, booked=None, **view):
    children = children or (child(),)
    return consultations.family_page(
        FamilyView(children[0].within, children, **view),
        {},
        FamilyFacts({one.child.pk: ChildFacts(one.child, ON) for one in children}),
        decide={one.pk: Day(Told(one.decide_by_date, "")) for one in children},
        held=days_of([one.requested_child for one in children]),
        booked=booked,
        sees_request=True,
        user=person("STRATEGIC_LEAD"),
        on=ON,
    )


def test_the_days_that_press_stand_together():
    days = said(page_of(child(state="ASKED")).days)
    assert days == {
        "Decide by": "Thursday 12 April 2018, 1 working day left.",
        "Conference booked": "Not yet",
        "Must be held by": "Monday 30 April 2018, 13 working days left. This day never stops.",
    }
    assert said(page_of(booked=ON).days)["Conference booked"] == "Wednesday 11 April 2018"


def test_what_is_decided_waits_by_no_day():
    assert "Decide by" not in said(page_of(child(state="AGREED")).days)


def test_the_question_names_every_child_and_a_hidden_one_by_number():
    page = page_of(child(), child("Wren"), hidden=1)
    assert page.question == "Amber and Wren: conference, or another way?"
    assert page.hidden == "Also about 1 child whose record you may not open."


def test_who_raised_it_by_hand_is_told_and_why_to_those_who_may_read_it():
    assert page_of().raised.endswith("on 9 April 2018.")
    assert page_of(may_read_words=True).raised.endswith("The invented school asked twice.")


def account(number, **fields):
    return made(ConsultationAccountFactory, number=number, given_by=person("SOCIAL_WORKER"), **fields)


def test_the_last_version_stands_first_and_the_others_stay():
    page = page_of(accounts=(account(2, why_now="<b>Worse"), account(1)))
    last, first = page.versions
    assert said(last.rows)["Why now"] == "&lt;b&gt;Worse" and first.number == 1
    assert last.line.startswith("Version 2. Sample Social worker, ")
    assert page.folds.account.fact.endswith("2 versions, with what changed from each to the next.")


def test_an_account_that_tells_of_a_hidden_child_is_not_shown():
    page = page_of(accounts=(account(1),), unread=True)
    assert page.brief.account == [] and page.account_line == consultations.NOT_FOR_YOU


def answer(**fields):
    return made(ConsultationAnswerFactory, consultation=child(), answered_by=person(), **fields)


def test_an_answer_tells_what_is_wanted_by_when_and_why():
    wanted = {"answer": "MORE_INFORMATION", "instead": "The school's view", "reasons": "It is unclear."}
    given = answer(**wanted, wanted_by_date=dt.date(2018, 4, 16))
    (entry,) = page_of(child(answers=[given])).answers
    assert entry.title == "Ask for more information by a day"
    lines = ["The school&#x27;s view", "Wanted by Monday 16 April 2018.", "It is unclear."]
    assert [str(line) for line in entry.lines] == lines


def test_another_way_tells_who_leads_it_its_review_and_its_conditions():
    condition = made(
        ConsultationConditionFactory, answer=answer(), owner=person("SOCIAL_WORKER"), met_date=ON
    )
    given = answer(
        answer="ANOTHER_WAY",
        way="NAMED_SUPPORT",
        instead="A plan.",
        lead_words="The centre",
        review_date=dt.date(2018, 6, 11),
        conditions=[condition],
        for_another=person("STRATEGIC_LEAD"),
    )
    (entry,) = page_of(child(answers=[given])).answers
    assert "Led by The centre. Reviewed on Monday 11 June 2018." in entry.lines
    assert entry.lines[-1].endswith("by 20 April 2018. Met on 11 April 2018.")
    assert entry.byline.endswith(", for Sample Strategic Lead")


def test_who_disagrees_is_named_with_the_child():
    one = made(ConsultationDissentFactory, consultation=child(), agency=None, who=person())
    (entry,) = page_of(dissents=(one,)).dissents
    assert entry.title == "Sample Independent chair disagrees, for Amber Testcase"
