"""What is the same for brothers and sisters stands once, with their names."""

import datetime as dt
import uuid

from conferences.views.presenters import consultations_acts as acts
from tests.factories import (
    ChildFactory,
    ConsultationAnswerFactory,
    ConsultationConditionFactory,
    ConsultationFactory,
    FamilyConsultationFactory,
    RequestedChildFactory,
)
from tests.presenters.made import made, moment, person

AT = moment(dt.date(2018, 4, 10), 9)
LATER = moment(dt.date(2018, 4, 11), 9)
OWNER = person("SOCIAL_WORKER")
ACT = uuid.uuid4()
WITHIN = made(FamilyConsultationFactory)


def child(name, *answers, **fields):
    own = made(ChildFactory, given_names=name, family_name="Testcase")
    whole = {"within": WITHIN, "child": own, "requested_child": made(RequestedChildFactory, child=own)}
    return made(ConsultationFactory, answers=list(answers), **(whole | fields))


def answer(**fields):
    whole = {"answered_by": person("STRATEGIC_LEAD"), "answered_at": AT, "act": ACT, "account": None}
    return made(
        ConsultationAnswerFactory, **({"consultation": child("Amber"), "supersedes": None} | whole | fields)
    )


def condition(**fields):
    return made(ConsultationConditionFactory, **({"answer": answer(), "owner": OWNER} | fields))


def test_what_was_decided_alike_in_one_act_stands_once_with_the_names():
    amber, wren = child("Amber", answer()), child("Wren", answer(reasons="The invented harm has come back."))
    (entry,) = acts.answer_entries([amber, wren])
    assert entry.title == "Agree that a conference is held, for Amber Testcase and Wren Testcase"


def test_a_split_or_another_act_stands_apart_the_last_first():
    amber = child("Amber", answer(reasons="Once."), answer(act=uuid.uuid4(), answered_at=LATER))
    wren = child("Wren", answer(answer="ESCALATE", to_whom="The head"))
    assert [entry.title for entry in acts.answer_entries([amber, wren])] == [
        "Agree that a conference is held, for Amber Testcase",
        "Agree that a conference is held, for Amber Testcase",
        "Escalate to somebody above, for Wren Testcase",
    ]


def test_one_child_alone_is_not_named():
    (entry,) = acts.answer_entries([child("Amber", answer())])
    assert entry.title == "Agree that a conference is held"


def test_a_decision_that_replaced_another_tells_what_changed():
    first = answer(reasons="The harm came back.", tied=[], conditions=[])
    later = answer(
        act=uuid.uuid4(),
        answer="AGREE_LEGAL",
        reasons="The harm came back.",
        supersedes=first,
        answered_at=LATER,
    )
    last, before = acts.answer_entries([child("Amber", first, later)])
    assert [row.key for row in last.changes] == ["Decision"] and before.changes == ()


def test_one_condition_of_several_children_is_one_link_with_their_names():
    amber = child("Amber", answer(conditions=[condition()]))
    wren = child("Wren", answer(conditions=[condition(), condition(what="See the school.")]))
    both, alone = acts.acts([amber, wren], person("SOCIAL_WORKER"))
    assert both.text == (
        "Close the condition for Amber Testcase and Wren Testcase, by Friday 20 April 2018: Offer the family"
        " group conference again."
    )
    assert "for Wren Testcase, by" in alone.text


def test_what_is_closed_or_not_theirs_to_close_is_no_link():
    done = condition(closed_at=AT, met_date=dt.date(2018, 4, 10))
    assert acts.acts([child("Amber", answer(conditions=[done]))], person("SOCIAL_WORKER")) == []
    assert acts.acts([child("Amber", answer(conditions=[condition()]))], person("SYSTEM_ADMINISTRATOR")) == []


def test_a_condition_that_is_over_says_how_it_ended_for_each_child_by_whom_and_when():
    met = {"met_date": dt.date(2018, 4, 11), "met_words": "They came", "closed_by": OWNER, "closed_at": LATER}
    first, other = condition(**met), condition(answer=answer(consultation=child("Wren")))
    rows = {row.key: row for row in acts.ended_rows(first, [first, other])}
    told = rows["Amber Testcase"].value
    assert (
        told.startswith("Met on Wednesday 11 April 2018. They came. Closed by Sample")
        and "11 April 2018" in told
    )
    assert rows["Wren Testcase"].value == "Still open" and rows["Wren Testcase"].href
    assert acts.ended_rows(other, [first, other]) == []
    needless = condition(withdrawn_reason="Moved.", closed_by=OWNER, closed_at=LATER)
    assert "Not needed any more. Moved. Closed by" in acts.ended_rows(needless, [needless])[-1].value
