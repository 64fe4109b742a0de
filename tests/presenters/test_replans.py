"""Earlier plans and the list of consultations in words."""

import datetime as dt
from decimal import Decimal

from conferences.queries.benchmarks import Benchmark
from conferences.queries.days import Day
from conferences.rules.days import Told
from conferences.views.presenters import replans
from tests.factories import (
    ChildFactory,
    ConsultationAnswerFactory,
    ConsultationFactory,
    FamilyConsultationFactory,
    RequestedChildFactory,
)
from tests.presenters.made import cells, days_of, made, moment, person

ON = dt.date(2018, 4, 11)
AT = moment(dt.date(2018, 4, 10), 9)


def consultation(name="Amber", **fields):
    child = made(ChildFactory, given_names=name, family_name="Testcase")
    asked = made(RequestedChildFactory, child=child)
    whole = {"within": made(FamilyConsultationFactory), "child": child, "requested_child": asked}
    return made(ConsultationFactory, **(whole | fields))


def decided(one):
    return Day(Told(one.decide_by_date, ""))


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
    assert replans.context_line(published(**england)) == f"{begins}."
    assert replans.context_line(published(**every)) == (
        f"{begins}, 20.7% in North West and 18.0% among similar authorities (the median of 8 of 10 on "
        "the list of 2021)."
    )
    assert replans.context_line(published()) == replans.context_line(None) == ""


def test_the_undecided_are_told_a_family_a_line_with_both_days():
    one = consultation(state="ASKED")
    days = {one.pk: decided(one)}, days_of([one.requested_child])
    (row,) = cells(replans.undecided([[one]], *days, ON))
    assert row[0].startswith("Amber Testcase FB")
    assert row[1:3] == ["12 April 2018 1 working day left", "30 April 2018 13 working days left"]
    assert row[3] == "Waiting for a decision"
    assert replans.undecided([], {}, {}, ON).empty == "No consultation is waiting for a decision."


def test_the_decided_are_told_with_the_last_answer_and_a_split_as_a_split():
    answers = [
        made(ConsultationAnswerFactory, answered_by=person("MANAGER")),
        made(ConsultationAnswerFactory, answered_by=person("STRATEGIC_LEAD"), answered_at=AT),
    ]
    amber = consultation(state="AGREED", answers=answers)
    wren = consultation("Wren", state="ANOTHER_WAY")
    rows = cells(replans.decided([[amber], [amber, wren], [consultation(state="CLOSED")]]))
    assert rows[0][1:] == ["Conference agreed", "Sample Strategic Lead", "10 April 2018"]
    split = "Conference agreed for Amber Testcase; Another way decided for Wren Testcase."
    assert rows[1][1] == f"Split decision {split}"
    assert rows[2][1:] == ["Closed without an answer", "", ""]
