"""Consultations in words on timelines and on the pages of a conference."""

import datetime as dt

from conferences.queries.days import Day
from conferences.rules.days import Told
from conferences.views.presenters import consultations_record as record
from tests.factories import (
    ChildFactory,
    ConsultationAccountChildFactory,
    ConsultationAccountFactory,
    ConsultationAnswerFactory,
    ConsultationConditionFactory,
    ConsultationDissentFactory,
    ConsultationFactory,
    FamilyConsultationFactory,
    RequestedChildFactory,
    SupportReviewFactory,
)
from tests.presenters.made import made, person

ON = dt.date(2018, 4, 11)


def consultation(**fields):
    child = made(ChildFactory, given_names="Amber", family_name="Testcase")
    asked = made(RequestedChildFactory, child=child)
    whole = {"within": made(FamilyConsultationFactory), "child": child, "requested_child": asked}
    return made(ConsultationFactory, **(whole | fields))


def answer(**fields):
    whole = {"consultation": consultation(), "answered_by": person("STRATEGIC_LEAD"), "account": None}
    return made(ConsultationAnswerFactory, **(whole | fields))


def test_what_stands_is_told_with_its_reasons_and_an_earlier_answer_by_number():
    later = answer(reasons="<b>It is safe.")
    (told,) = record.decided([consultation(state="AGREED", answers=[answer(), later])], person("CHAIR"))
    assert (told.name, told.tag.text) == ("Amber Testcase", "Conference agreed")
    assert "&lt;b&gt;It is safe." in told.lines
    assert told.lines[-1] == "1 earlier answer on its page."
    assert told.href.startswith("/consultations/")


def test_what_is_the_same_for_several_children_is_told_once_with_their_names():
    within = made(FamilyConsultationFactory)
    asked = {"state": "ASKED", "within": within, "asked_by": person("SOCIAL_WORKER")}
    amber, rowan = consultation(**asked), consultation(**asked)
    wren = consultation(state="AGREED", within=within, answers=[answer()])
    both, alone = record.decided([amber, rowan, wren], person("CHAIR"))
    assert both.name == "Amber Testcase and Amber Testcase"
    assert (alone.name, alone.tag.text) == ("Amber Testcase", "Conference agreed")


def days(*waiting):
    return {one.pk: Day(Told(one.decide_by_date, "")) for one in waiting}


def test_where_the_days_are_known_those_that_are_left_are_told():
    one = consultation(state="ASKED")
    (told,) = record.decided([one], person("CHAIR"), days(one), ON)
    assert told.lines[0] == "Decide by Thursday 12 April 2018, 1 working day left."


def test_the_asker_is_told_that_the_account_comes_next_and_by_when():
    one = consultation(state="RAISED")
    link = record.account_next([one], days(one), person("SOCIAL_WORKER"), ON)
    assert link.text == (
        "Give the account for the re-plan consultation about Amber Testcase, by Thursday 12 April 2018,"
        " 1 working day left"
    )
    assert link.href.endswith("#yours")
    assert record.account_next([one], days(one), person("CHAIR"), ON) is None


def test_where_more_was_asked_for_the_account_is_wanted_by_the_day_that_was_set():
    wanted = answer(answer="MORE_INFORMATION", instead="The school", wanted_by_date=dt.date(2018, 4, 16))
    one = consultation(state="MORE_INFORMATION", answers=[wanted])
    link = record.account_next([one], days(one), person("SOCIAL_WORKER"), ON)
    assert link.text.startswith("Add to the account") and "Monday 16 April 2018" in link.text


def test_no_account_comes_next_once_it_was_given_or_the_matter_is_decided():
    for state in ("ASKED", "AGREED", "ANOTHER_WAY", "CLOSED"):
        one = consultation(state=state)
        assert record.account_next([one], days(one), person("SOCIAL_WORKER"), ON) is None


def test_who_reads_no_requests_reads_the_decision_and_has_no_link():
    (told,) = record.decided([consultation(state="AGREED", answers=[answer()])], person("REVIEWER"))
    assert told.href == "" and told.lines


def test_what_waits_says_by_when_and_who_gave_the_account():
    (told,) = record.decided([consultation(state="ASKED")], person("CHAIR"))
    assert told.lines[0] == "To be decided by 12 April 2018."
    assert told.lines[1].endswith("gave the account on 9 April 2018.")


def test_who_disagrees_stands_beside_the_decision():
    dissent = made(ConsultationDissentFactory, consultation=consultation(), who=None)
    (told,) = record.decided([consultation(state="ASKED", dissents=[dissent])], person("CHAIR"))
    assert told.lines[-1].endswith("disagrees: The invented school would have met.")
    title, lines = record.dissent_text(dissent)
    assert title == "Disagreement about a re-plan decision"
    assert lines[0].endswith(": The invented school would have met.")


def test_a_timeline_tells_that_an_account_was_given_and_nothing_of_what_it_says():
    account = made(ConsultationAccountFactory, number=2, given_by=person("SOCIAL_WORKER"))
    part = made(ConsultationAccountChildFactory, account=account, consultation=consultation())
    title, lines = record.account_text(part)
    assert title == "Account for a re-plan consultation"
    assert lines == ["Version 2, given by Sample Social worker."]


def test_a_timeline_tells_an_answer_as_it_was_typed():
    title, lines = record.answer_text(answer(reasons="One & two."))
    assert title == "Re-plan consultation: Agree that a conference is held"
    assert lines == ["One & two.", "By Sample Strategic Lead."]
    assert record.raised_text(consultation()) == ("Re-plan consultation raised", ["A plan ended before."])


def test_a_timeline_marks_a_decision_that_was_replaced_and_the_one_that_replaced_it_says_why():
    first, other = answer(answer="AGREE"), answer(answer="ANOTHER_WAY")
    later = answer(
        answer="AGREE_LEGAL",
        supersedes=first,
        supersedes_reason="The court has asked.",
        answered_at=dt.datetime(2018, 4, 12, 9, tzinfo=dt.UTC),
    )
    whole = consultation(state="AGREED", answers=[first, later])
    for one in (first, later):
        one.consultation = whole
    title, lines = record.answer_text(first)
    assert title == "Re-plan consultation: Agree that a conference is held (replaced)"
    taken = "A later decision took its place on 12 April 2018."
    assert lines[-1] == taken
    title, lines = record.answer_text(later)
    assert title == "Re-plan consultation: Agree, with a legal planning meeting"
    assert "It replaces an earlier decision: The court has asked." in lines
    assert not title.endswith("(replaced)") and taken not in lines
    assert not record.answer_text(other)[0].endswith("(replaced)")


def test_a_condition_and_a_review_are_told_as_they_were_closed():
    met = {"answer": answer(), "owner": person("SOCIAL_WORKER"), "met_date": ON}
    title, lines = record.condition_text(made(ConsultationConditionFactory, **met))
    assert title == "Condition of a re-plan decision met"
    assert lines[0].startswith("Condition: Offer the family group conference again.")
    outside = {"answer": answer(), "owner": None, "owner_words": "The school", "withdrawn_reason": "Moved."}
    title, _ = record.condition_text(made(ConsultationConditionFactory, **outside))
    assert title == "Condition of a re-plan decision withdrawn"
    title, lines = record.review_text(made(SupportReviewFactory, answer=answer()))
    assert (title, lines[0][:26]) == ("Another way reviewed", "Reviewed on 11 June 2018: ")
