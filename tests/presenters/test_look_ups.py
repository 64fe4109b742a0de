"""What became of a child in words: each thing that is found, what is not known, and what differs today."""

import datetime as dt

import pytest

from conferences.queries.look_ups import Looked
from conferences.rules.look_ups import Became, BecameOf, Finding, LookDue
from conferences.views.presenters import look_ups
from tests.factories import (
    ChildFactory,
    ConsultationAnswerFactory,
    ConsultationFactory,
    FamilyConsultationFactory,
    LookUpFactory,
    PlanFactory,
)
from tests.presenters.made import made, person

D = dt.date
NOTHING = BecameOf()
ON_PLAN = BecameOf((Finding(Became.ON_PLAN, D(2018, 6, 1)),))


def amber(**of):
    return made(ChildFactory, given_names="Amber", family_name="Testcase", **of)


def look_up(**of):
    child = of.pop("child", None) or amber()
    plan = made(PlanFactory, child=child, end_date=D(2018, 5, 4), step_down="CIN_PLAN")
    return made(LookUpFactory, **{"plan": plan, "child": child, **of})


def looked(then=NOTHING, today=None, moved_to=None, **of):
    return Looked(look_up(found=then.gravest, **of), then, then if today is None else today, moved_to)


@pytest.mark.parametrize(
    ("finding", "words"),
    [
        (Finding(Became.DIED, D(2018, 6, 1)), "Died on 1 June 2018."),
        (Finding(Became.LOOKED_AFTER, D(2018, 6, 1)), "Became looked after on 1 June 2018."),
        (Finding(Became.ON_PLAN, D(2018, 6, 1)), "On a child protection plan since 1 June 2018."),
        (
            Finding(Became.HAD_PLAN, D(2018, 6, 1), D(2018, 7, 1)),
            "On a child protection plan from 1 June 2018 to 1 July 2018.",
        ),
        (Finding(Became.OTHER_ORDER, D(2018, 6, 1)), "Another court order was made on 1 June 2018."),
        (
            Finding(Became.CONFERENCE, D(2018, 6, 1), what="NO_PLAN"),
            "A conference on 1 June 2018: no child protection plan.",
        ),
        (
            Finding(Became.CONFERENCE, D(2018, 6, 1)),
            "A conference on 1 June 2018: what it decided is not recorded.",
        ),
        (Finding(Became.ENQUIRY, D(2018, 6, 1)), "Section 47 enquiries began on 1 June 2018."),
        (Finding(Became.REFERRAL, D(2018, 6, 1)), "Referred again on 1 June 2018."),
        (Finding(Became.IN_NEED, D(2018, 6, 1)), "On a child in need plan since 1 June 2018."),
        (
            Finding(Became.HAD_IN_NEED, D(2018, 6, 1), D(2018, 7, 1)),
            "On a child in need plan from 1 June 2018 to 1 July 2018.",
        ),
        (
            Finding(Became.UNDER_WAY, D(2018, 6, 1), what="ASKED"),
            "A conference was asked for on 1 June 2018, and was not held yet.",
        ),
        (
            Finding(Became.UNDER_WAY, D(2018, 6, 1), what="BEGUN"),
            "A conference on 1 June 2018 was begun, and was not signed yet.",
        ),
        (Finding(Became.EIGHTEEN, D(2018, 6, 1)), "Was 18 on 1 June 2018."),
        (
            Finding(Became.ON_PLAN, D(2018, 6, 1), source="CENSUS"),
            "On a child protection plan since 1 June 2018, as a census file tells.",
        ),
    ],
)
def test_each_thing_that_is_found_is_a_sentence(finding, words):
    assert look_ups.found_lines(BecameOf((finding,))) == [words]


def test_the_end_of_a_pregnancy_is_no_death_of_a_child():
    told = BecameOf((Finding(Became.DIED, D(2018, 6, 1)),))
    assert look_ups.found_lines(told, is_unborn=True) == ["The pregnancy ended on 1 June 2018."]


@pytest.mark.parametrize(
    ("became", "lines"),
    [
        (NOTHING, ["Nothing is recorded since."]),
        (
            BecameOf(not_known="AWAY"),
            ["It is not known: the child moved away, and nothing is recorded here since."],
        ),
        (
            BecameOf(ON_PLAN.found, "SOURCE"),
            [
                "On a child protection plan since 1 June 2018.",
                "The rest is not known: no source tells of every day since.",
            ],
        ),
    ],
)
def test_not_known_is_not_nothing(became, lines):
    assert look_ups.found_lines(became) == lines


def test_after_what_it_was_looked_up():
    assert look_ups.when(look_up()) == "3 months after the plan ended on 4 May 2018"
    of = {"plan": None, "answer": made(ConsultationAnswerFactory, account=None), "months": 1}
    one = made(LookUpFactory, child=amber(), **of)
    assert look_ups.when(one) == "1 month after the decision of 4 May 2018"


def test_what_the_record_says_today_stands_beside_it_where_it_differs():
    assert look_ups.lines_of(looked()) == ["Nothing is recorded since."]
    told = look_ups.lines_of(looked(NOTHING, ON_PLAN))
    assert told == [
        "Nothing is recorded since.",
        "The record was corrected since. It tells today: On a child protection plan since 1 June 2018.",
    ]
    told = look_ups.lines_of(looked(ON_PLAN, NOTHING))
    came, gone = "Nothing is recorded since.", "On a child protection plan since 1 June 2018."
    assert told[1].endswith(f"It tells today: {came} It tells no more: {gone}")
    moved = look_ups.lines_of(looked(moved_to=D(2018, 5, 1)))
    assert moved[1] == "The end of the plan was corrected since, to 1 May 2018."


def test_a_plan_that_did_not_end_after_all_says_so():
    one = look_up()
    one.plan.end_date = None
    told = look_ups.lines_of(Looked(one, NOTHING, NOTHING))
    assert told[1] == "The plan did not end after all, as the record says today."


def test_by_which_row_it_is_told_is_no_difference():
    again = BecameOf((Finding(Became.ON_PLAN, D(2018, 6, 1), source="CENSUS", row=9),))
    assert not looked(ON_PLAN, again).differs


def test_an_entry_says_when_it_was_looked_up_and_who_saw_it():
    lead = person("STRATEGIC_LEAD")
    at = dt.datetime(2018, 8, 9, 9, tzinfo=dt.UTC)
    told = look_ups.entry(looked(seen_by=lead, seen_at=at, looked_at=at))
    assert told.title == "3 months after the plan ended on 4 May 2018"
    assert told.lines[-1] == (
        f"Of 4 August 2018; looked up on 9 August 2018. Seen by {lead.full_name}, 9 August 2018."
    )
    assert told.tag.text == "Nothing recorded"
    assert look_ups.short(looked()) == (
        "3 months after the plan ended on 4 May 2018: Nothing is recorded since."
    )
    assert look_ups.after_months(looked(ON_PLAN)) == "3 months after: on a child protection plan"


def test_the_next_one_is_too_early_and_names_its_day():
    assert look_ups.to_come(LookDue(6, D(2018, 11, 4))) == (
        "6 months: too early, looked up on 4 November 2018."
    )


def test_a_timeline_tells_what_was_found_then():
    one = look_up(found="ON_PLAN")
    one.told = [found.as_json() for found in ON_PLAN.found]
    assert look_ups.timeline_text(one) == (
        "Looked up, 3 months after the plan ended on 4 May 2018",
        ["On a child protection plan since 1 June 2018."],
    )


def test_brothers_and_sisters_of_whom_the_same_is_said_share_a_line():
    first, second = looked(), looked()
    second.look_up.child.family, second.look_up.child.family_id = (
        first.look_up.child.family,
        first.look_up.child.family_id,
    )
    second.look_up.child.given_names = "Bryn"
    table = look_ups.list_table("Quiet", [first, second, looked(ON_PLAN)])
    assert [str(row[0].text) for row in table.rows] == ["Amber Testcase and Bryn Testcase", "Amber Testcase"]
    assert table.rows[0][1].note == "Then: Child in need plan."
    assert table.rows[0][2].tag.text == "Nothing recorded"


def test_a_decision_leads_to_its_consultation_and_a_plan_to_its_child():
    within = made(FamilyConsultationFactory)
    child = amber()
    one = made(ConsultationFactory, within=within, child=child, requested_child=None, asked_by=None)
    answer = made(ConsultationAnswerFactory, consultation=one, account=None)
    row = made(LookUpFactory, plan=None, answer=answer, child=child)
    table = look_ups.list_table("Quiet", [Looked(row, NOTHING, NOTHING), looked()], with_seen=True)
    assert table.rows[0][0].href == f"/consultations/{within.ref}"
    assert table.rows[0][1].note == "Agreed."
    assert table.rows[1][0].href.startswith("/children/")
    assert table.columns[-1].label == "Seen"


def test_the_parts_of_the_list_hold_every_kind_once():
    kinds = [kind for part in look_ups.KINDS.values() for kind in part]
    assert sorted(kinds) == sorted(Became)
    links = look_ups.part_links({"ON_PLAN": 2, "CONFERENCE": 1, "NOTHING": 4}, look_ups.Part.GRAVE)
    assert [link.text for link in links] == [
        "On a plan, in care, or on the way (3)",
        "Not known (0)",
        "Child in need, or nothing recorded (4)",
        "Seen",
    ]
    assert [link.current for link in links] == [True, False, False, False]
    assert look_ups.part_of("no part") is look_ups.Part.GRAVE


def test_my_work_counts_what_nobody_has_seen():
    assert look_ups.count_link(0) is None
    assert look_ups.count_link(2).text == "What became of it: 2 look-ups nobody has seen yet"
