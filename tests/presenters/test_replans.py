"""A re-plan consultation in words: the question, its deadline, the account, and the plans before."""

import datetime as dt
from decimal import Decimal

import pytest

from conferences.queries.benchmarks import Benchmark
from conferences.queries.days import Day
from conferences.queries.replans import Found
from conferences.rules.consultations import Answer
from conferences.rules.days import Told
from conferences.views.presenters import replans
from tests.factories import (
    ChildFactory,
    ConsultationAnswerFactory,
    ConsultationFactory,
    EarlierPlanFactory,
    PlanFactory,
    RequestedChildFactory,
)
from tests.presenters.made import cells, days_of, made, moment, person, said

ON = dt.date(2018, 4, 11)
AT = moment(dt.date(2018, 4, 10), 9)


def consultation(**fields):
    child = made(ChildFactory, given_names="Amber", family_name="Testcase")
    return made(ConsultationFactory, requested_child=made(RequestedChildFactory, child=child), **fields)


def page_of(one=None, *earlier, hidden=0, chairs=None, published=None, sees=True):
    found = Found(tuple(earlier), hidden)
    one = one or consultation()
    (held,) = days_of([one.requested_child]).values()
    return replans.consultation_page(
        one, found, chairs or {}, published, decide=decided(one), held=held, sees_request=sees, on=ON
    )


def decided(one):
    return Day(Told(one.decide_by_date, ""))


def test_an_open_question_says_by_when_it_is_decided_and_what_does_not_change():
    page = page_of()
    assert page.question.startswith("Is a new child protection plan right for Amber Testcase, ")
    assert page.deadline == [
        "A decision is needed by Thursday 12 April 2018.",
        "The initial conference is due by Monday 30 April 2018. "
        "That day does not change, whatever is decided here.",
    ]
    assert page.decide_tag.text == "1 working day left"


@pytest.mark.parametrize("state", ["AGREED", "ANOTHER_WAY", "CLOSED"])
def test_an_answered_question_waits_for_no_decision(state):
    page = page_of(consultation(state=state))
    assert page.decide_tag is None and len(page.deadline) == 1


def test_an_account_not_given_is_said_and_one_given_names_its_writer():
    empty = page_of()
    assert set(said(empty.account).values()) == {"Nothing entered yet"}
    assert empty.asked.startswith("Raised by the check of the plan history on 9 April 2018.")
    given = consultation(why_now="<b>Worse", asked_by=person("SOCIAL_WORKER"), asked_at=AT)
    page = page_of(given)
    assert page.asked == "The account of Sample Social worker, 10 April 2018 at 10am."
    assert said(page.account)["Why now"] == "&lt;b&gt;Worse"


def test_an_earlier_plan_tells_how_long_it_was_how_it_ended_and_how_long_ago():
    plan = made(PlanFactory, step_down="CIN_PLAN")
    earlier = made(EarlierPlanFactory, plan=plan, how_ended="Risk reduced", gap_days=798)
    (entry,) = page_of(None, earlier, chairs={plan.pk: "Sample Chair"}).timeline
    assert (entry.title, entry.when) == ("Plan ended", "5 January 2015 to 1 February 2016")
    assert (entry.byline, entry.tag.text) == ("Sample Chair", "Gap: 2 years or more")
    assert entry.lines == [
        "Neglect, 1 year.",
        "Risk reduced.",
        "Then: Child in need plan.",
        "It ended 2 years and 2 months before this request.",
        "Found in: our own record.",
    ]


def test_what_is_not_known_of_an_earlier_plan_is_said():
    unknown = {"start_date": None, "end_date": None, "category": "", "authority_name": "Neighbourshire"}
    (entry,) = page_of(None, made(EarlierPlanFactory, **unknown)).timeline
    assert (entry.title, entry.tag) == ("Plan, end not known", None)
    assert entry.when == "Start not known to end not known"
    assert entry.lines == [
        "Category not known.",
        "How it ended is not recorded.",
        "What followed is not recorded.",
        "Found in: Neighbourshire.",
    ]


def test_the_latest_earlier_plan_stands_first_and_hidden_ones_are_counted():
    first, last = made(EarlierPlanFactory), made(EarlierPlanFactory, end_date=dt.date(2017, 2, 1))
    page = page_of(None, first, last, hidden=2)
    assert [entry.when[-4:] for entry in page.timeline] == ["2017", "2016"]
    assert page.hidden == ["2 earlier plans in a record you may not open."]


def test_an_answer_tells_what_is_wanted_by_when_and_why():
    wanted = {"answer": "MORE_INFORMATION", "instead": "The school's view", "reasons": "It is unclear."}
    answer = made(ConsultationAnswerFactory, **wanted, wanted_by_date=dt.date(2018, 4, 16))
    (entry,) = page_of(consultation(answers=[answer])).answers
    assert entry.title == "Ask for more information"
    assert [str(line) for line in entry.lines] == [
        "The school&#x27;s view",
        "Wanted by Monday 16 April 2018.",
        "It is unclear.",
    ]


def published(**figures):
    known = {"england": None, "region": None, "neighbours": None} | figures
    return Benchmark(
        "repeat_plans",
        2018,
        region_name="North West",
        neighbours_shown=8,
        neighbours_known=10,
        neighbours_model=2021,
        own=None,
        sources=(),
        **known,
    )


def test_what_others_publish_is_told_as_far_as_it_is_known():
    england = {"england": Decimal("20.2")}
    every = england | {"region": Decimal("20.7"), "neighbours": Decimal("18")}
    begins = "Repeat plans, of all that began in the year to March 2018: 20.2% in England"
    assert page_of(published=published(**england)).context == f"{begins}."
    assert page_of(published=published(**every)).context == (
        f"{begins}, 20.7% in North West and 18.0% among similar authorities (the median of 8 of 10 on "
        "the list of 2021)."
    )
    assert page_of(published=published()).context == page_of().context == ""


def test_the_request_is_led_to_only_for_those_who_may_read_it():
    assert page_of().request_href and page_of(sees=False).request_href == ""


def test_the_undecided_are_told_with_both_days():
    one = consultation(state="ASKED")
    days = {one.pk: decided(one)}, days_of([one.requested_child])
    (row,) = cells(replans.undecided([one], *days, ON))
    assert row[0].startswith("Amber Testcase FB")
    assert row[1:3] == ["12 April 2018 1 working day left", "30 April 2018 13 working days left"]
    assert row[3] == "Waiting for the answer"
    assert replans.undecided([], {}, {}, ON).empty == "No consultation is waiting for a decision."


def test_the_decided_are_told_with_the_last_answer():
    answers = [
        made(ConsultationAnswerFactory, answered_by=person("MANAGER")),
        made(ConsultationAnswerFactory, answered_by=person("STRATEGIC_LEAD"), answered_at=AT),
    ]
    closed = consultation(state="CLOSED")
    rows = cells(replans.decided([consultation(state="AGREED", answers=answers), closed]))
    assert rows[0][1:] == ["Conference agreed", "Sample Strategic Lead", "10 April 2018"]
    assert rows[1][1:] == ["Closed without an answer", "", ""]


@pytest.mark.parametrize(
    ("answer", "keys"),
    [
        (Answer.AGREE, ["Your answer", "Reasons"]),
        (Answer.ANOTHER_WAY, ["Your answer", "The other way", "Reasons"]),
        (Answer.MORE_INFORMATION, ["Your answer", "What is wanted", "By", "Reasons"]),
    ],
)
def test_an_answer_is_checked_by_what_it_needs(answer, keys):
    given = {"instead": "a", "wanted_by_date": ON, "reasons": "b"}
    assert [row.key for row in replans.answer_rows(answer=answer, **given)] == keys
