"""Consultations in words on timelines and on the pages of a conference."""

import datetime as dt

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
